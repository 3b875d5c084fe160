import {
  AGREEMENT_OF_YEAR,
  COMPARISON,
  FAR_PERIOD,
  LISTED_YEARS,
  ONWARDS,
  PERIOD_BEFORE,
  PERIOD_BETWEEN,
  PERIOD_FILL,
  PERIOD_IN_PARENTHESES,
  PERIOD_LEAD,
  RESPECTIVE_YEARS,
  RESPECTIVE_YEARS_BEFORE,
  RESPECTIVELY_BEFORE,
  UNTIL_LEAD,
  YEAR_FRONTED,
  YEAR_LINKED,
} from '../vocabulary';

/** A period of fiscal years; an open or lost end is null. `isOpen` is set where the text says "and onwards". */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
  readonly isOpen: boolean;
}

/** Years at the start of a text, and how much of the text they take. `isCut` marks a range whose second year is lost. */
export interface ReadYears {
  readonly from: number;
  readonly to: number;
  readonly isCut: boolean;
  readonly length: number;
}

const YEAR_START = /^(?:19|20)\d\d(?!\d|\s?-\s?p\/?l|-pris)/i;
const RANGE_END = /^(\s?[-–]\s?|\/)((?:19|20)\d\d|\d\d)(?![\d,.]\d|\d|\s?(?:mio|mia|kr|pct))/;
const CUT_RANGE = /^[-–]\s*(?:$|[^\s\d])/;
const UNTIL_YEAR = /^\s+til\s+(?:og\s+med\s+)?((?:19|20)\d\d)(?!\d)/;
const NEXT_YEAR = /^(?:\s*,\s*|\s+og\s+|\s+samt\s+)(?:i\s+)?((?:19|20)\d\d)(?!\d|[.,]\d|\s?(?:mio|mia|kr))/;

/** The years that a text starts with: one, a range in any notation, or a list. */
export function readYears(text: string): ReadYears | null {
  const first = YEAR_START.exec(text);
  if (first === null) return null;
  const from = Number(first[0]);
  let length = 4;
  let to = from;
  const rest = text.slice(length);
  const range = RANGE_END.exec(rest);
  if (range !== null) {
    const end = expandYear(range[2] ?? '', from);
    return end < from ? { from, to: from, isCut: false, length } : { from, to: end, isCut: false, length: length + range[0].length };
  }
  if (CUT_RANGE.test(rest)) return { from, to: from, isCut: true, length: length + 1 };
  const until = UNTIL_YEAR.exec(rest);
  if (until !== null) return { from, to: Number(until[1]), isCut: false, length: length + until[0].length };
  for (let match = NEXT_YEAR.exec(text.slice(length)); match !== null; match = NEXT_YEAR.exec(text.slice(length))) {
    const year = Number(match[1]);
    if (year <= to) break;
    to = year;
    length += match[0].length;
  }
  return { from, to, isCut: false, length };
}

/** The period that a text states at its start, as an amount does: "i 2026-2029", "fra 2025 og frem", "frem mod 2035", "2024", "(2027)". */
export function readPeriod(text: string): Period | null {
  const own = readYears(PERIOD_IN_PARENTHESES.exec(text)?.[1] ?? '');
  if (own !== null) return { from: own.from, to: own.to, isOpen: false };
  const fill = PERIOD_FILL.exec(text)?.[0] ?? '';
  const behind = text.slice(fill.length);
  const lead = PERIOD_LEAD.exec(behind)?.[0] ?? '';
  if (lead === '' && !/[\s]$/.test(fill)) return null;
  const years = readYears(behind.slice(lead.length));
  if (years === null) return null;
  const rest = behind.slice(lead.length + years.length);
  if (COMPARISON.test(rest)) return null;
  if (ONWARDS.test(rest)) return { from: years.from, to: null, isOpen: true };
  if (UNTIL_LEAD.test(lead)) return { from: null, to: years.to, isOpen: false };
  if (years.isCut || (/^fra\s/i.test(lead) && years.from === years.to)) return { from: years.from, to: null, isOpen: false };
  return { from: years.from, to: years.to, isOpen: false };
}

/**
 * A period that stands later in the same clause or sentence: a range anywhere, one year only where the clause ends with it.
 * A link of a year to the next amount ("… og i 2022 13,2 mia. kr.") says nothing of this one.
 */
export function readFarPeriod(behind: string): Period | null {
  const text = behind.replace(YEAR_LINKED, '');
  FAR_PERIOD.lastIndex = 0;
  for (let match = FAR_PERIOD.exec(text); match !== null; match = FAR_PERIOD.exec(text)) {
    const at = match.index + match[0].length;
    const years = readYears(text.slice(at));
    if (years === null) continue;
    const rest = text.slice(at + years.length);
    if (COMPARISON.test(rest) || AGREEMENT_OF_YEAR.test(text.slice(Math.max(0, match.index - 30), match.index))) continue;
    if (years.from !== years.to) return { from: years.from, to: years.to, isOpen: false };
    const isClauseEnd = /^\s*(?:[.;)]|$|og\s*$|og\s+\d*$)/.test(rest);
    if (isClauseEnd && !text.slice(0, match.index).includes(',')) return { from: years.from, to: years.to, isOpen: false };
  }
  return null;
}

/** A period before the amount, next to the verb that grants it ("Der er i 2024 afsat …", "Der afsættes i 2024 …"), in front of the sentence, or linking it to the amount before. */
export function readPeriodBefore(text: string): Period | null {
  const granted = PERIOD_BEFORE.exec(text);
  const match = PERIOD_BETWEEN.exec(text) ?? YEAR_FRONTED.exec(text) ?? YEAR_LINKED.exec(text);
  const years = readYears(granted?.[2] ?? granted?.[5] ?? match?.[1] ?? '');
  if (years === null) return null;
  const isOpen = granted?.[3] !== undefined;
  const isStart = isOpen || (/^fr[ao]/i.test(granted?.[1] ?? granted?.[4] ?? '') && years.from === years.to);
  return { from: years.from, to: isStart ? null : years.to, isOpen };
}

function expandYear(text: string, from: number): number {
  return text.length === 2 ? Math.floor(from / 100) * 100 + Number(text) : Number(text);
}

/** The first period that a sentence names after "i", wherever it stands. */
export function readFirstPeriod(text: string): Period | null {
  FAR_PERIOD.lastIndex = 0;
  const match = FAR_PERIOD.exec(text);
  if (match === null) return null;
  const years = readYears(text.slice(match.index + match[0].length));
  return years === null ? null : { from: years.from, to: years.isCut ? null : years.to, isOpen: false };
}

/** The years that "i hhv. 2026, 2027 og 2028" behind as many amounts, or "hhv." before them with the years on either side, gives one each; null when the text does not. */
export function readRespectiveYears(before: string, after: string, count: number): number[] | null {
  const listed = RESPECTIVELY_BEFORE.test(before) ? LISTED_YEARS.exec(after) : null;
  const list = (RESPECTIVE_YEARS.exec(after) ?? listed ?? RESPECTIVE_YEARS_BEFORE.exec(before))?.[1]?.match(/(?:19|20)\d\d/g)?.map(Number) ?? [];
  return list.length === count ? list : null;
}
