/** Fiscal years as ranges: "2026–2029", "2026, 2028–2029"; null for none. */
export function yearsText(years: readonly number[]): string | null {
  const ranges: { first: number; last: number }[] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const current = ranges.at(-1);
    if (current !== undefined && year <= current.last + 1) current.last = year;
    else ranges.push({ first: year, last: year });
  }
  return ranges.length === 0 ? null : ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}
