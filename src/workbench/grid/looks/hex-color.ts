/** A colour of the grid as the workbook writes it, "#RRGGBB"; undefined where there is none. */
export function hexColor(color: string | null | undefined | void): string | undefined {
  if (!color) return undefined;
  if (/^#[0-9a-f]{6}$/i.test(color)) return color.toUpperCase();
  const parts = /^rgba?\(\s*(\d+),\s*(\d+),\s*(\d+)/.exec(color);
  return parts ? `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0')).join('').toUpperCase()}` : undefined;
}
