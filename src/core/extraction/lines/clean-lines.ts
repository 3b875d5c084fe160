import { type TextLine } from './document-text';
import { isFigure } from './figures/printed-figure';

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
const DOUBLE_GAP = '  ';
const SINGLE_GAP = ' ';
const LETTER = /\p{L}/u;
/** The bit that tells small letters of ASCII from capitals, and where those letters stand. */
const CASE_BIT = 32;
const SMALL_A = 97;
const SMALL_Z = 122;
const LAST_ASCII = 127;

/**
 * Lines as their words stand, whatever blanks a converter printed between them: no-break and thin blanks outside numbers are blanks,
 * and doubled blanks of justified text are single ones. Columns that are parted by more blanks than words stay parted.
 */
export function cleanLines(lines: readonly TextLine[]): TextLine[] {
  const plain = withPlainBlanks(lines);
  const isDoubled = isDoubleSpaced(plain);
  return plain.map((line) => (isPlain(line) ? cleanLine(line, isDoubled) : line));
}

/** Lines with plain blanks in place of those that do not break, but for the blanks within numbers. */
function withPlainBlanks(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some((line) => SPECIAL_BLANKS.test(line.text))) return lines;
  const pattern = areSpecialBlanksOrdinary(lines) ? ALL_SPECIAL_BLANKS : LOOSE_SPECIAL_BLANKS;
  return lines.map((line) => (line.cells !== null || !SPECIAL_BLANKS.test(line.text) ? line : { ...line, text: line.text.replace(pattern, ' ') }));
}

function cleanLine(line: TextLine, isDoubled: boolean): TextLine {
  const text = cleanText(line.text, isDoubled);
  return text === line.text ? line : { ...line, text };
}

function cleanText(printed: string, isDoubled: boolean): string {
  const text = printed.includes('|') ? withoutBars(printed) : printed;
  if (!text.includes('  ')) return text;
  const grouped = withGroups(text);
  return isDoubled || isJustified(grouped) ? halveGaps(grouped) : grouped;
}

/** A row whose cells are parted by bars ("| Kurser | 1,0 | 2,0 |", "Kurser|1,0|2,0") with blanks in their place; a rule of bars and dashes stays as it is. */
function withoutBars(text: string): string {
  const isBarred = /^\s*\|.*\|\s*$/.test(text) || text.split('|').length > LEAST_BARRED_CELLS;
  return text.length < MAX_BARRED_ROW && isBarred && /[\p{L}\d]/u.test(text) ? text.replace(/(?<!\s)\s*\|\s*/g, '   ').trimEnd() : text;
}

/** A row of columns parted by two blanks or more whose figures part thousands by one ("4 500     12 000"): each figure in one piece. */
function withGroups(text: string): string {
  if (text.length > MAX_BARRED_ROW || !/\d \d{3}(?!\d)/.test(text)) return text;
  const parts = text.split(/( {2,})/);
  const isRow = parts.slice(2).some((part) => GROUPED_FIGURE.test(part)) && parts.slice(2).every((part) => part.trim() === '' || isFigure(part) || GROUPED_FIGURE.test(part));
  return isRow ? parts.map((part) => part.replace(GROUPED_TAIL, (figure) => figure.replace(/ /g, '\u00A0'))).join('') : text;
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
  const plain = lines.filter(isPlain);
  let double = 0;
  for (const { text } of plain) double += countGaps(text, DOUBLE_GAP);
  if (double <= LEAST_DOUBLE_GAPS) return false;
  let single = 0;
  for (let index = 0; index < plain.length && double > single * DOUBLE_PER_SINGLE; index += 1) single += countGaps(plain[index]?.text ?? '', SINGLE_GAP);
  return double > single * DOUBLE_PER_SINGLE;
}

function isJustified(text: string): boolean {
  return countGaps(text, DOUBLE_GAP) >= LEAST_DOUBLE_GAPS && countGaps(text, SINGLE_GAP) === 0;
}

function isPlain(line: TextLine): boolean {
  return line.box === null && line.cells === null;
}

/** How often exactly these blanks part two letters. */
function countGaps(text: string, gap: string): number {
  let count = 0;
  for (let at = text.indexOf(gap); at >= 0; at = text.indexOf(gap, at + gap.length)) if (isLetterAt(text, at - 1) && isLetterAt(text, at + gap.length)) count += 1;
  return count;
}

function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | CASE_BIT;
  return (code >= SMALL_A && code <= SMALL_Z) || (code > LAST_ASCII && LETTER.test(text.charAt(at)));
}

function halveGaps(text: string): string {
  return text.replace(/(?<=\S) {2,}/g, (gap) => gap.slice(0, Math.ceil(gap.length / 2)));
}
