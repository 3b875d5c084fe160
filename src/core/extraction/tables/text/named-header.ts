import { type Column } from '../../../budget/table';
import { endsIn, isOpenEnded } from '../../lines/join-lines';
import { columnsOfHeaders } from '../grids/grid-columns';
import { isTotalWord } from '../header/column-words';
import { readPriceLevel, readUnit, withoutPriceLevel } from '../header/stated-unit';
import { type TableHeader } from '../header/table-header';
import { UNIT_LEAD, YEAR_BASIS } from '../../vocabulary';

/** What parts the cells of a header, and what its name for a column says at least: a word or a span of years. */
const CELL_GAP = /\t| {2,}/;
const NAME_OF_COLUMN = /\p{L}{2}|^(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?$/u;
/** Where a name starts: before a capital outside parentheses. */
const BEFORE_CAPITAL = /\s+(?=\p{Lu})(?![^()]*\))/u;
/** A second year of one name is a name of its own. */
const BEFORE_YEAR = /(?<!\s)\s+(?=(?:19|20)\d\d(?!\d))/;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
/** A name of a column: words from a capital on, or a year, with what stands behind it; "År 1". */
const NAME = /^(?:\p{Lu}[^\d]*(?:\s\d)?|(?:19|20)\d\d(?!\d)[^\d]*)$/u;
/** The name of the rows in front of the first year. */
const ROWS_AND_YEAR = /^(\p{Lu}[^\d(]*)\s((?:19|20)\d\d(?!\d).*)$/u;
/** A period in two digits behind a name: "I alt 27-28". */
const SHORT_SPAN = /(?<=\p{L}\s)\d\d\s?[-–]\s?\d\d$/u;
/** The unit whose name holds digits. */
const THOUSANDS = /\b1[.,]000(?=\s*(?:kr|dkk))/gi;

/**
 * The columns that a header of plain text names, `count` of them, where years alone do not tell them: "1.000 kr. Ansøgt Bevilget", "Udgift 2027 Netto 2027",
 * "Initiativ 2027 (mio. kr.) 2028 (mio. kr.)", "Mio. kr. 2027 2028 Varig virkning". Null when the line holds figures or another number of names.
 */
export function readNamedHeader(text: string, count: number): TableHeader | null {
  return partedHeader(text, count) ?? blankHeader(text, count);
}

/** The columns of a header whose cells tabs or gaps part, so that each name is whole, years and dates in it too: "Forbrug pr. 30.6.2026". Null where its cells are not as many as the figures under it. */
function partedHeader(text: string, count: number): TableHeader | null {
  const cells = text.trimEnd().split(CELL_GAP).map((cell) => cell.trim());
  const names = cells.slice(-count);
  const lead = cells.slice(0, -count);
  if (cells.length < count || lead.length > 1 || names.some((name) => !NAME_OF_COLUMN.test(name))) return null;
  const words = lead[0] ?? '';
  return { columns: columnsOfHeaders(names), unit: readUnit(words), priceLevel: readPriceLevel(words), hasNumberColumn: false, lead: words };
}

/** The columns of a header of single blanks: its last `count` names, behind the unit or the name of the rows. */
function blankHeader(text: string, count: number): TableHeader | null {
  const bare = withoutPriceLevel(text).trim();
  if (endsIn(bare.replace(/(?:kr|ff|pct)\.$/i, ''), '.;:')) return null;
  const lead = UNIT_LEAD.exec(bare)?.[0] ?? '';
  const names = columnNames(bare.slice(lead.length));
  const columns = names.slice(-count);
  const isNamed = columns.length === count && columns.every((name) => NAME.test(withoutThousands(name).replace(SHORT_SPAN, '').replace(YEAR, (year, at: number) => (at === 0 ? year : ''))));
  if (!isNamed || names.length > count + (lead === '' ? 1 : 0)) return null;
  const words = lead === '' ? names.slice(0, -count).join(' ') : lead;
  return { columns: columnsOfHeaders(columns), unit: readUnit(words) ?? readUnit(text), priceLevel: readPriceLevel(text), hasNumberColumn: false, lead: words };
}

/** The names that a header of single blanks prints one after another; those of the rows in front of a first bare year apart. */
export function columnNames(text: string): string[] {
  const names = text.trim().split(BEFORE_CAPITAL).flatMap((part) => ((part.match(YEAR)?.length ?? 0) > 1 ? yearsOf(part) : [part])).map((name) => name.trim()).filter((name) => name !== '');
  const [, rows, first] = ROWS_AND_YEAR.exec(names[0] ?? '') ?? [];
  if (rows === undefined || first === undefined || isOpenEnded(rows) || YEAR_BASIS.test(rows.trim())) return names;
  const isFollowedByYears = names.slice(1).every((name) => /^(?:19|20)\d\d/.test(name) || isTotalWord(name.replace(/(?<!\s)\s*\([^()]*\)$/, '')));
  return isFollowedByYears ? [rows, first, ...names.slice(1)] : names;
}

/** Years in a row, each with what stands behind it; words in front of the first stay with it. */
function yearsOf(part: string): string[] {
  const [first = '', ...rest] = part.split(BEFORE_YEAR);
  return /\d/.test(first) ? [first, ...rest] : [`${first} ${rest[0] ?? ''}`.trim(), ...rest.slice(1)];
}

/**
 * The columns of a header that prints the same years once for each of some names on the line above ("Udgifter Indtægter" over "2026 2027 2026 2027"), each year with its name.
 * Shape: the columns as they are where the names are not as many as the runs of years, or a column is more than a year.
 */
export function withNamesAbove(columns: readonly Column[], above: string): readonly Column[] {
  const years = columns.map((column) => (/^(?:19|20)\d\d$/.test(column.header.trim()) ? Number(column.header) : null));
  const starts = years.flatMap((year, index) => (index === 0 || (year ?? 0) <= (years[index - 1] ?? 0) ? [index] : []));
  const size = columns.length / starts.length;
  if (years.includes(null) || starts.length < 2 || size < 2 || starts.some((start, run) => start !== run * size)) return columns;
  const gaps = above.trim().split(CELL_GAP).map((name) => name.trim());
  const names = gaps.length === starts.length ? gaps : columnNames(withoutPriceLevel(above).replace(UNIT_LEAD, ''));
  if (names.length !== starts.length || new Set(names).size < names.length || names.some((name) => /\d/.test(name) || !NAME_OF_COLUMN.test(name))) return columns;
  return columns.map((_, index): Column => {
    const year = years[index] ?? 0;
    return { kind: 'amount', header: `${names[Math.floor(index / size)] ?? ''} ${year}`, years: { from: year, to: year } };
  });
}

function withoutThousands(name: string): string {
  return name.replace(THOUSANDS, '');
}
