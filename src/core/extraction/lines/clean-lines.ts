import { type TextLine } from './document-text';
import { isFigure } from './printed-figure';

/** Blanks that do not break: between groups of digits they hold a number together, elsewhere, and behind decimals, they part words like any other. */
const SPECIAL_BLANKS = /[\u00A0\u202F\u2009\u2007]/;
const LOOSE_SPECIAL_BLANKS = /[\u00A0\u202F\u2009\u2007](?!\d{3}(?!\d))|(?:(?<!\d)|(?<=,\d{1,3}))[\u00A0\u202F\u2009\u2007]/g;
const ALL_SPECIAL_BLANKS = /[\u00A0\u202F\u2009\u2007]/g;

/** A line of running text whose words are parted by two blanks throughout has at least so many of them; a table's header has fewer. */
const LEAST_DOUBLE_GAPS = 6;
/** A document whose words are parted by two blanks has this many double gaps for one single. */
const DOUBLE_PER_SINGLE = 9;
/** A row with bars is no longer than this. */
const MAX_BARRED_ROW = 600;
/** A line with more cells than this between its bars is a row without bars at its ends. */
const LEAST_BARRED_CELLS = 2;
/** A figure whose thousands stand apart, alone and behind a label. */
const GROUPED_FIGURE = /^[-–−+(]?\d{1,3}(?: \d{3})+(?:,\d+)?\)?$/;
const GROUPED_TAIL = /(?<![\d.,] ?)[-–−+(]?\d{1,3}(?: \d{3})+(?:,\d+)?\)?$/;
const DOUBLE_GAP = /\p{L} {2}(?=\p{L})/gu;
const SINGLE_GAP = /\p{L} (?=\p{L})/gu;

/**
 * Lines as their words stand, whatever blanks a converter printed between them: no-break and thin blanks outside numbers are blanks,
 * and doubled blanks of justified text are single ones. Columns that are parted by more blanks than words stay parted.
 */
export function cleanLines(lines: readonly TextLine[]): TextLine[] {
  const isSpecialOrdinary = areSpecialBlanksOrdinary(lines);
  const cleaned = lines.map((line): TextLine => {
    if (line.cells !== null || !SPECIAL_BLANKS.test(line.text)) return line;
    return { ...line, text: line.text.replace(isSpecialOrdinary ? ALL_SPECIAL_BLANKS : LOOSE_SPECIAL_BLANKS, ' ') };
  });
  const isDoubled = isDoubleSpaced(cleaned);
  return cleaned.map(withoutBars).map(withGroups).map((line) => (isPlain(line) && line.text.includes('  ') && (isDoubled || isJustified(line.text)) ? { ...line, text: halveGaps(line.text) } : line));
}

/** A row whose cells are parted by bars ("| Kurser | 1,0 | 2,0 |", "Kurser|1,0|2,0") with blanks in their place; a rule of bars and dashes stays as it is. */
function withoutBars(line: TextLine): TextLine {
  const isBarred = /^\s*\|.*\|\s*$/.test(line.text) || line.text.split('|').length > LEAST_BARRED_CELLS;
  const isRow = isPlain(line) && line.text.length < MAX_BARRED_ROW && isBarred && /[\p{L}\d]/u.test(line.text);
  return isRow ? { ...line, text: line.text.replace(/\s*\|\s*/g, '   ').trimEnd() } : line;
}

/** A row of columns parted by two blanks or more whose figures part thousands by one ("4 500     12 000"): each figure in one piece. */
function withGroups(line: TextLine): TextLine {
  if (!isPlain(line) || line.text.length > MAX_BARRED_ROW || !/\d \d{3}(?!\d)/.test(line.text)) return line;
  const parts = line.text.split(/( {2,})/);
  const isRow = parts.slice(2).some((part) => GROUPED_FIGURE.test(part)) && parts.slice(2).every((part) => part.trim() === '' || isFigure(part) || GROUPED_FIGURE.test(part));
  if (!isRow) return line;
  const text = parts.map((part) => part.replace(GROUPED_TAIL, (figure) => figure.replace(/ /g, '\u00A0'))).join('');
  return { ...line, text };
}

/** Whether a document parts its words by no-break blanks, as some converters do: then they say nothing about numbers. */
function areSpecialBlanksOrdinary(lines: readonly TextLine[]): boolean {
  let special = 0;
  let plain = 0;
  for (const line of lines) {
    if (!SPECIAL_BLANKS.test(line.text)) {
      plain += line.text.split(' ').length - 1;
      continue;
    }
    for (const character of line.text) {
      if (character === ' ') plain += 1;
      else if (SPECIAL_BLANKS.test(character)) special += 1;
    }
  }
  return special > plain;
}

function isDoubleSpaced(lines: readonly TextLine[]): boolean {
  let double = 0;
  let single = 0;
  for (const line of lines) {
    if (!isPlain(line)) continue;
    double += countOf(line.text, DOUBLE_GAP);
    single += countOf(line.text, SINGLE_GAP);
  }
  return double > LEAST_DOUBLE_GAPS && double > single * DOUBLE_PER_SINGLE;
}

function isJustified(text: string): boolean {
  return countOf(text, DOUBLE_GAP) >= LEAST_DOUBLE_GAPS && countOf(text, SINGLE_GAP) === 0;
}

function isPlain(line: TextLine): boolean {
  return line.box === null && line.cells === null;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function halveGaps(text: string): string {
  return text.replace(/(?<=\S) {2,}/g, (gap) => gap.slice(0, Math.ceil(gap.length / 2)));
}
