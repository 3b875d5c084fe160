import { type Amount } from '../../money/amount';

/** A number as printed in a text. Shape: `key` is the same for every printing of its digits; `isDamaged` where letters or "#" stand in their place. */
export interface PrintedNumber {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly isDamaged: boolean;
}

const NUMBER = /#{2,}|\d(?:[\d.,]*\d)?/g;
/** A word of digits, marks and the letters that are read for digits: "1O,5", "l,2", "5OO.000". */
const DAMAGED_WORD = /^[-–−+(]?(?=[\dOoIlS.,]*[OoIlS])(?=[OoIlS.,]*\d)[\dOoIlS]+(?:[.,][\dOoIlS]+)*[)*]{0,3}[.,;:]?$/;
const WORD_BREAK = /\s/;

/** Every number of a text from left to right; linear in its length. */
export function printedNumbers(text: string): PrintedNumber[] {
  const found: PrintedNumber[] = [];
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match !== null; match = NUMBER.exec(text)) {
    const damaged = damagedAt(text, match.index, match.index + match[0].length);
    if (damaged !== null) NUMBER.lastIndex = damaged.end;
    found.push(damaged ?? { key: keyOf(match[0]), start: match.index, end: match.index + match[0].length, isDamaged: match[0].startsWith('#') });
  }
  return found;
}

/** The key of an amount as it was printed. */
export function keyOfAmount({ coefficient, decimals }: Amount): string {
  return String(Math.abs(coefficient)).padStart(decimals + 1, '0');
}

function keyOf(printed: string): string {
  return printed.startsWith('#') ? '#' : printed.replace(/[.,]/g, '');
}

function damagedAt(text: string, start: number, end: number): PrintedNumber | null {
  if (!isLookalike(text.charAt(start - 1)) && !isLookalike(text.charAt(end)) && !(isMark(text.charAt(start - 1)) && isLookalike(text.charAt(start - 2))) && !(isMark(text.charAt(end)) && isLookalike(text.charAt(end + 1)))) return null;
  let [from, to] = [start, end];
  while (from > 0 && !WORD_BREAK.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && !WORD_BREAK.test(text.charAt(to))) to += 1;
  const word = text.slice(from, to);
  if (word.length > 20 || !DAMAGED_WORD.test(word) || !isFigureLike(word)) return null;
  return { key: word.replace(/[^\dA-Za-z]/g, ''), start: from, end: to, isDamaged: true };
}

/** "S10" and "2l" are names and measures; "l,2", "5OO.000" and "1O5" are figures. */
function isFigureLike(word: string): boolean {
  return /[\dOoIlS][.,][\dOoIlS]/.test(word) || /^\d+[Oo]/.test(word);
}

function isLookalike(character: string): boolean {
  return character !== '' && 'OoIlS'.includes(character);
}

function isMark(character: string): boolean {
  return character === ',' || character === '.';
}
