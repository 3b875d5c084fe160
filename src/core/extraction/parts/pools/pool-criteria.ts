import { APPLICATION_ROUND, SUPPORT_PERIOD } from '../../vocabulary';

/** The years in which a pool's application rounds are held, as its criteria state them. */
export function readRoundYears(criteria: string): number[] {
  const years: number[] = [];
  APPLICATION_ROUND.lastIndex = 0;
  for (let match = APPLICATION_ROUND.exec(criteria); match !== null; match = APPLICATION_ROUND.exec(criteria)) {
    for (const year of (match[1] ?? '').match(/(?:19|20)\d\d/g) ?? []) if (!years.includes(Number(year))) years.push(Number(year));
  }
  return years;
}

/** The years in which support can be had from a pool; null when the criteria state none. */
export function readSupportPeriod(criteria: string): { from: number; to: number } | null {
  const match = SUPPORT_PERIOD.exec(criteria);
  if (match === null) return null;
  const from = Number(match[1]);
  return { from, to: match[2] === undefined ? from : Number(match[2]) };
}
