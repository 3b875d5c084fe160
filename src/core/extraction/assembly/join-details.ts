import { type Entry } from '../parts/claims';
import { bestTitle, normalizeTitle } from '../titles/title-match';

/** Titles this alike are one title in other words. */
const SAME_TITLE = 0.72;
/** A part of a title that tells it from others has at least so many letters. */
const TELLING_PART = 6;

/** For every sheet or form the index of the overview's row about the same initiative, -1 without one: by number, then by title, then by a part of the title that no other row shares. */
export function matchDetails(details: readonly Entry[], rows: readonly Entry[]): number[] {
  const found = details.map(() => -1);
  const taken = new Set<number>();
  for (const find of [sameNumber, sameTitle, likeTitle, uniquePart]) {
    details.forEach((detail, index) => {
      if (found[index] !== -1) return;
      const row = find(detail, rows, taken);
      if (row < 0) return;
      found[index] = row;
      taken.add(row);
    });
  }
  return found;
}

type Finder = (detail: Entry, rows: readonly Entry[], taken: ReadonlySet<number>) => number;

/** The same number, with a title that shares its words or is lost: numbers of another list agree by chance. */
const sameNumber: Finder = (detail, rows, taken) => {
  const { number } = detail;
  if (number === null) return -1;
  return rows.findIndex((row, index) => !taken.has(index) && row.number === number && (detail.title === null || row.title === null || isPartOf(detail.title, row.title) || bestTitle(detail.title, [row.title], SAME_TITLE) === 0));
};

const sameTitle: Finder = (detail, rows, taken) => {
  const own = normalizeTitle(detail.title ?? '');
  return own === '' ? -1 : rows.findIndex((row, index) => !taken.has(index) && normalizeTitle(row.title ?? '') === own);
};

const likeTitle: Finder = (detail, rows, taken) => {
  return bestTitle(detail.title ?? '', rows.map((row, index) => (taken.has(index) ? '' : (row.title ?? ''))), SAME_TITLE);
};

const uniquePart: Finder = (detail, rows, taken) => {
  const { title } = detail;
  if (title === null) return -1;
  const sharing = rows.flatMap((row, index) => (!taken.has(index) && row.title !== null && isPartOf(title, row.title) ? [index] : []));
  return sharing.length === 1 ? (sharing[0] ?? -1) : -1;
};

/** Whether one title holds the other. */
function isPartOf(one: string, other: string): boolean {
  const [a, b] = [normalizeTitle(one), normalizeTitle(other)];
  const [part, whole] = a.length <= b.length ? [a, b] : [b, a];
  return part.length >= TELLING_PART && whole.includes(part);
}
