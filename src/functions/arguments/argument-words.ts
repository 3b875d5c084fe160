import { PERMANENT_COLUMN } from '../../core/extraction/vocabulary';
import { normalizeName } from '../../core/catalogue/name-matching';
import { type Unit } from '../../core/money/unit';
import { priceLevelYear } from '../../core/price-level/index-series';
import { answer, badArgument, type Answer } from '../answer';
import { isLeftOut, refuseFault, type CellInput } from './arguments';

const UNIT_SPELLINGS: readonly (readonly [RegExp, Unit])[] = [
  [/^(kr|dkk|kroner)$/, 'kr.'],
  [/^(1000|1 000|t|tkr|t kr|tdkk|t dkk|tusind|1000 kr|1 000 kr|1000 dkk|1 000 dkk|tusind kr|thousand|thousand kr)$/, '1.000 kr.'],
  [/^(mio|mio kr|mio dkk|million|millioner|millioner kr|million kr|m|mkr|mdkk|m dkk|mill kr|mill)$/, 'mio. kr.'],
  [/^(mia|mia kr|mia dkk|milliard|milliarder|milliarder kr|billion|billion kr)$/, 'mia. kr.'],
];

/** A unit as somebody types it ("mio", "1.000 kr.", "t.kr."); null when it is none. */
export function readUnit(text: string): Unit | null {
  const spelling = text.toLowerCase().replace(/(\d)[.,](\d)/g, '$1$2').replace(/[.\s]+/g, ' ').trim();
  return UNIT_SPELLINGS.find(([pattern]) => pattern.test(spelling))?.[1] ?? null;
}

/** The unit of an argument; null when it is left out. */
export function unitArgument(cell: CellInput): Answer<Unit | null> {
  if (cell === null || isLeftOut(cell)) return answer(null);
  if (typeof cell === 'object') return refuseFault(cell);
  const unit = readUnit(String(cell));
  return unit === null ? badArgument(`"${cell}" er ikke en enhed: brug kr., 1.000 kr., mio. kr. eller mia. kr.`, `"${cell}" is not a unit: use kr., 1.000 kr., mio. kr. or mia. kr.`) : answer(unit);
}

/** The year of a price level ("2026-pl", 2026); null when it is left out. */
export function priceLevelArgument(cell: CellInput): Answer<number | null> {
  if (cell === null || isLeftOut(cell)) return answer(null);
  if (typeof cell === 'object') return refuseFault(cell);
  const year = typeof cell === 'number' ? cell : (priceLevelYear(String(cell)) ?? Number(/^\s*(?:p\/?l[\s-]*)?((?:19|20)\d\d)\s*$/i.exec(String(cell))?.[1] ?? Number.NaN));
  return Number.isInteger(year) && year >= 1900 && year <= 2200 ? answer(year) : badArgument(`"${String(cell)}" er ikke et prisniveau: skriv fx "2026-pl".`, `"${String(cell)}" is not a price level: write for example "2026-pl".`);
}

/** Which money of an initiative is asked for. */
export type MoneyKind = 'granted' | 'of-which' | 'pool' | 'stated';

const KINDS: Readonly<Record<string, MoneyKind>> = {
  bevilling: 'granted',
  bevilget: 'granted',
  granted: 'granted',
  heraf: 'of-which',
  'of which': 'of-which',
  pulje: 'pool',
  pool: 'pool',
  tekst: 'stated',
  'i teksten': 'stated',
  stated: 'stated',
};

/** The kind of money of an argument; what is granted when it is left out. */
export function kindArgument(cell: CellInput): Answer<MoneyKind> {
  if (cell === null || isLeftOut(cell)) return answer('granted');
  if (typeof cell === 'object') return refuseFault(cell);
  const kind = Object.hasOwn(KINDS, normalizeName(String(cell))) ? KINDS[normalizeName(String(cell))] : undefined;
  return kind === undefined ? badArgument(`"${String(cell)}" er ikke en slags: brug bevilling, heraf, pulje eller tekst.`, `"${String(cell)}" is not a kind: use granted, of which, pool or stated.`) : answer(kind);
}

/** Which figure of a row an argument asks for. */
export type PeriodArgument = { readonly kind: 'total' } | { readonly kind: 'year'; readonly year: number } | { readonly kind: 'permanent' } | { readonly kind: 'column'; readonly header: string };

/** The year of an argument: a year, "i alt", "varigt" or the header of another column; the total when it is left out. */
export function periodArgument(cell: CellInput): Answer<PeriodArgument> {
  if (cell === null || isLeftOut(cell)) return answer({ kind: 'total' });
  if (typeof cell === 'object') return refuseFault(cell);
  const refused = badArgument('Året skal være et helt tal, fx 2027.', 'The year must be a whole number such as 2027.');
  if (typeof cell === 'number') return cell > LAST_YEAR ? dateInstead(String(cell)) : Number.isInteger(cell) ? answer({ kind: 'year', year: cell }) : refused;
  if (typeof cell === 'boolean') return refused;
  const text = cell.trim();
  const year = /^(\d{4})(?:[.,]0+)?$/.exec(text)?.[1];
  if (year !== undefined) return answer({ kind: 'year', year: Number(year) });
  if (DATE.test(text)) return dateInstead(text);
  if (PERMANENT_COLUMN.test(text)) return answer({ kind: 'permanent' });
  return ['i alt', 'total'].includes(normalizeName(text)) ? answer({ kind: 'total' }) : answer({ kind: 'column', header: text });
}

/** A greater number is a date's, as Excel counts days. */
const LAST_YEAR = 9999;

/** A day that was written out, with or without a time behind it, or the number of one. */
const DATE = /^(?:\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{5})\b/;

function dateInstead(text: string): Answer<never> {
  return badArgument(`"${text}" er en dato, ikke et år. Skriv året som et tal, fx 2027, eller brug ÅR() om cellen.`, `"${text}" is a date, not a year. Give the year as a number such as 2027, or wrap the cell in YEAR().`);
}

/** Whether a header says that its figures are of every year after the last. */
export function isPermanentHeader(header: string): boolean {
  return PERMANENT_COLUMN.test(header.trim());
}
