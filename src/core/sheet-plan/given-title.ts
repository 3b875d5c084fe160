import { type Agreement } from '../budget/agreement';

/** The longest title that the pane and the heading of a sheet show whole. Sheet names, of at most 31 characters, take its beginning. */
export const LONGEST_TITLE = 100;

/** Characters that Excel refuses in a sheet name. Source: Microsoft, "Rename a worksheet". */
const REFUSED = /[:\\/?*[\]\p{Cc}]/u;

/** Why a title is not taken. `refused-end` is an apostrophe at either end, which no sheet name may have. */
export type TitleProblem = 'empty' | 'too-long' | 'refused-character' | 'refused-end';

/** What is wrong with a title that a person gives a document; null when sheets can be named by it. */
export function titleProblem(title: string): TitleProblem | null {
  const text = title.trim();
  if (text === '') return 'empty';
  if ([...text].length > LONGEST_TITLE) return 'too-long';
  if (REFUSED.test(text)) return 'refused-character';
  return text.startsWith("'") || text.endsWith("'") ? 'refused-end' : null;
}

/** A text as a title that is taken: without the characters that sheet names refuse, cut after a word; empty when nothing is left. */
export function asTitle(text: string): string {
  const plain = text.replace(new RegExp(REFUSED, 'gu'), ' ').replace(/\s+/g, ' ').replace(/^[' ]+|(?<![' ])[' ]+$/g, '');
  const letters = [...plain];
  if (letters.length <= LONGEST_TITLE) return plain;
  const cut = letters.slice(0, LONGEST_TITLE + 1).join('');
  const end = cut.lastIndexOf(' ');
  return (end > 0 ? cut.slice(0, end) : letters.slice(0, LONGEST_TITLE).join('')).replace(/(?<![' ])[' ]+$/, '');
}

/** The agreement under a title that a person gave it. */
export function withGivenTitle(agreement: Agreement, title: string): Agreement {
  return { ...agreement, title: title.trim(), isTitleGiven: true };
}
