import { type Word } from '../core/extraction/lines/document-text';
import { cleanCharacters, raisedTail, raiseMark } from './characters';

/** A stretch of text in one type, as markup has it. */
export interface StyledRun {
  readonly text: string;
  readonly isBold: boolean;
  readonly isSuperscript: boolean;
  readonly fontSizePt: number | null;
}

/** Blanks that part words. A no-break blank between groups of three figures is part of the number. */
const BLANK = /[\s\u200B]+/u;
const THOUSANDS = /(\d)[\u00A0\u202F\u2007\u2009](?=\d{3}(?!\d))/g;
const KEPT_BLANK = '\uE000';

/** The words of some runs. Raised text becomes a word of its own in raised signs, so that a mark is never read as part of a number. */
export function splitWords(runs: readonly StyledRun[]): Word[] {
  const words: Word[] = [];
  let isOpen = false;
  for (const run of runs) {
    const text = cleanCharacters(run.text).replace(THOUSANDS, `$1${KEPT_BLANK}`);
    const parts = text.split(BLANK);
    parts.forEach((part, index) => {
      if (index > 0) isOpen = false;
      if (part === '') return;
      const last = words.at(-1);
      const piece = part.replaceAll(KEPT_BLANK, '\u00A0');
      if (isOpen && last !== undefined && last.isSuperscript === run.isSuperscript) {
        words[words.length - 1] = { ...last, text: last.text + (run.isSuperscript ? raiseMark(piece) : piece) };
      } else {
        words.push(makeWord(piece, run));
      }
      isOpen = true;
    });
  }
  return words.flatMap(partRaisedTail);
}

/** The text of some words as a line has it: one blank between them. */
export function textOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ');
}

/** Whether most of the letters are bold. */
export function isMostlyBold(words: readonly Word[]): boolean {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  return words.reduce((sum, word) => sum + (word.isBold ? word.text.length : 0), 0) * 2 > letters;
}

function makeWord(text: string, run: StyledRun): Word {
  return {
    text: run.isSuperscript ? raiseMark(text) : text,
    box: null,
    fontSizePt: run.fontSizePt,
    isBold: run.isBold,
    isSuperscript: run.isSuperscript,
  };
}

function partRaisedTail(word: Word): Word[] {
  const tail = word.isSuperscript ? null : raisedTail(word.text);
  if (tail === null) return [word];
  return [
    { ...word, text: word.text.slice(0, tail) },
    { ...word, text: word.text.slice(tail), isSuperscript: true },
  ];
}
