import { type Agreement } from '../budget/agreement';

const LONGEST_SHEET_NAME = 31;

/**
 * What an agreement is called in a sheet name and as the third argument of a formula: the title that a person gave it, else its period ("2026-2029"),
 * or its file name without the extension where it has no years.
 */
export function shortAgreementName(agreement: Agreement): string {
  if (agreement.isTitleGiven === true && agreement.title !== null) return agreement.title;
  const inTitle = /\b(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\b/.exec(agreement.title ?? '')?.[0];
  if (inTitle !== undefined) return inTitle.replace(/\s?[-–]\s?/, '-');
  const [first] = agreement.years;
  const last = agreement.years.at(-1);
  if (first !== undefined && last !== undefined) return first === last ? String(first) : `${first}-${last}`;
  return agreement.document.name.replace(/\.[^.]*$/, '');
}

/**
 * A sheet name that Excel accepts and that is free: at most 31 characters, none of : \ / ? * [ ], no apostrophe at either end.
 * A name in use gets " (2)", " (3)" …
 */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const base = Array.from(wanted.replace(/[:\\/?*[\]\p{Cc}]/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^'+|(?<!')'+$/g, '')).slice(0, LONGEST_SHEET_NAME).join('').trim() || 'Reserve';
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : ` (${count})`;
    const name = `${base.slice(0, LONGEST_SHEET_NAME - suffix.length).trim()}${suffix}`;
    if (!used.has(name.toLowerCase()) && name.toLowerCase() !== 'history') return name;
  }
}

/**
 * A name for a table or cell that Excel accepts and that is free: letters and digits only, never like a cell address.
 * A name in use gets a letter: Reserve2026, Reserve2026b …
 */
export function freeDefinedName(wanted: string, taken: readonly string[]): string {
  const letters = wanted.replace(/[^\p{L}\p{N}]/gu, '');
  const base = /^\p{L}/u.test(letters) && !looksLikeAddress(letters) ? letters : `Reserve${letters}`;
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let count = 0; ; count += 1) {
    const name = `${base}${suffixLetters(count)}`;
    if (!used.has(name.toLowerCase()) && !looksLikeAddress(name)) return name;
  }
}

function suffixLetters(count: number): string {
  if (count === 0) return '';
  const letter = String.fromCharCode(98 + ((count - 1) % 25));
  return count <= 25 ? letter : `${suffixLetters(Math.ceil(count / 25) - 1)}${letter}`;
}

function looksLikeAddress(name: string): boolean {
  return /^[a-z]{1,3}\d+$/i.test(name) || /^(r\d*)?(c\d*)?$/i.test(name);
}
