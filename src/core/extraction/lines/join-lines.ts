import { OPEN_ENDED, SUSPENDED_BEFORE } from '../vocabulary';

/** Whether a word of the document is printed with a hyphen elsewhere, or is printed in one piece. */
export interface HyphenEvidence {
  /** Whether the document prints the two parts with a hyphen between them on one line. */
  isHyphenated(first: string, second: string): boolean;
  /** Whether the document prints the two parts as one word, the second with a capital. */
  isOneWord(first: string, second: string): boolean;
  /** Whether the document prints a word whole, in small or capital letters. */
  isPrinted(word: string): boolean;
}

/** No knowledge of the rest of the document. */
export const NO_EVIDENCE: HyphenEvidence = { isHyphenated: () => false, isOneWord: () => false, isPrinted: () => false };

/** How much of the second part must agree before a hyphenated word counts as the same word in another form. */
const STEM_LENGTH = 5;
/** No more of a word is looked at. */
const MAX_WORD_LENGTH = 40;

/** What a text prints with hyphens inside its lines, and as words with a capital inside: the evidence for line-end hyphens. */
export function collectHyphenEvidence(lines: readonly { readonly text: string }[]): HyphenEvidence {
  const hyphenated = new Set<string>();
  let joined: Set<string> | null = null;
  let words: ReadonlySet<string> | null = null;
  for (const { text } of lines) {
    let at = text.indexOf('-', 1);
    while (at > 0 && at < text.length - 1) {
      if (isWordCharacter(text.charCodeAt(at - 1)) && isWordCharacter(text.charCodeAt(at + 1))) hyphenated.add(twoParts(wordBefore(text, at).toLowerCase(), wordBehind(text, at + 1).toLowerCase()));
      at = text.indexOf('-', at + 1);
    }
  }
  return {
    isHyphenated: (first, second) => hyphenated.has(twoParts(first.toLowerCase(), second.toLowerCase())),
    isOneWord(first, second) {
      joined ??= wordsWithCapitals(lines);
      return joined.has(twoParts(first, second));
    },
    isPrinted(word) {
      words ??= new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
      return words.has(word.toLowerCase());
    },
  };
}

/** Two parts of a word as one key, the second by its stem. */
function twoParts(first: string, second: string): string {
  return `${first}-${second.slice(0, STEM_LENGTH)}`;
}

/** Every place where a word goes on with a capital, as the two parts before and behind it. */
function wordsWithCapitals(lines: readonly { readonly text: string }[]): Set<string> {
  const parts = new Set<string>();
  for (const { text } of lines) {
    for (const { index } of text.matchAll(CAPITAL_INSIDE)) parts.add(twoParts(wordBefore(text, index + 1), wordBehind(text, index + 1)));
  }
  return parts;
}

/** A small letter or a digit before a capital. */
const CAPITAL_INSIDE = /[a-z\d\u00DF-\u00FF][A-Z\u00C0-\u00DE]/g;

/**
 * Two printed lines as one: a line-end hyphen is undone, a real one is kept.
 * Kept without a space: year ranges and numbers ("2027-/2029", "§ 110-/boformerne"), abbreviations ("IPS-/indsatsen"),
 * words that the document prints with a hyphen elsewhere, a capital after the hyphen unless the document prints one word.
 * Kept with a space: a suspended hyphen before "og", "eller", "samt"; a dash that stands alone.
 */
export function joinLines(first: string, second: string, evidence: HyphenEvidence = NO_EVIDENCE): string {
  const left = first.trimEnd();
  const right = second.trimStart();
  if (left === '') return right;
  if (right === '') return left;
  if (!left.endsWith('-')) return `${left} ${right}`;
  const before = left.charAt(left.length - 2);
  if (before === '' || before === ' ') return `${left} ${right}`;
  if (SUSPENDED_BEFORE.test(right)) return right.startsWith(',') ? left + right : `${left} ${right}`;
  return isRealHyphen(left, right, evidence) ? left + right : left.slice(0, -1) + right;
}

/** So much of the text before a line decides how the line is joined. */
const MAX_TAIL = 400;

/** Many printed lines as one text with single blanks. */
export function joinAll(lines: readonly string[], evidence: HyphenEvidence = NO_EVIDENCE): string {
  const done: string[] = [];
  let tail = '';
  for (const line of lines) {
    tail = joinLines(tail, line, evidence);
    if (tail.length <= 2 * MAX_TAIL) continue;
    done.push(tail.slice(0, -MAX_TAIL));
    tail = tail.slice(-MAX_TAIL);
  }
  return collapseBlanks(done.join('') + tail);
}

/** A blank other than the plain one. */
const OTHER_BLANK = /[\t-\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]/;

/** The text with every run of blanks as one blank, trimmed. */
export function collapseBlanks(text: string): string {
  return text.includes('  ') || OTHER_BLANK.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
}

/** Whether a line cannot be the last of its label or heading: it ends in a hyphen, a comma or a word that asks for more. */
export function isOpenEnded(text: string): boolean {
  const tail = text.trimEnd().slice(-40);
  return tail.endsWith('-') || OPEN_ENDED.test(tail);
}

/** Whether a text ends in one of some signs. */
export function endsIn(text: string, signs: string): boolean {
  const last = text.charAt(text.length - 1);
  return last !== '' && signs.includes(last);
}

/** Whether a text starts as a continuation: with a small letter. */
export function startsSmall(text: string): boolean {
  const character = text.trimStart().charAt(0);
  return character !== character.toUpperCase() && character === character.toLowerCase();
}

function isRealHyphen(left: string, right: string, evidence: HyphenEvidence): boolean {
  const word = wordBefore(left, left.length - 1);
  const next = wordBehind(right, 0);
  const last = word.charAt(word.length - 1);
  if (!isLetter(last)) return true;
  if (last === last.toUpperCase()) {
    if (isInCapitals(left) && isInCapitals(right)) return isRealHyphen(left.toLowerCase(), right.toLowerCase(), evidence);
    if (word.length > 1) return true;
  }
  if (evidence.isHyphenated(word, next)) return true;
  const start = right.charAt(0);
  const isCapital = isLetter(start) && start === start.toUpperCase();
  return isCapital ? !evidence.isOneWord(word, next) : !isLetter(start);
}

/** Whether a line is set in capitals throughout, over more than one word: then capitals say nothing about its hyphens. */
function isInCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase() && text.trim().includes(' ');
}

/** The word that ends at a place, as much of it as a word can have. */
function wordBefore(text: string, end: number): string {
  return lastWord(text.slice(Math.max(0, end - MAX_WORD_LENGTH), end));
}

/** The word that starts at a place, as much of it as a word can have. */
function wordBehind(text: string, start: number): string {
  return firstWord(text.slice(start, start + MAX_WORD_LENGTH));
}

function lastWord(text: string): string {
  let start = text.length;
  while (start > 0 && isWordCharacter(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start);
}

function firstWord(text: string): string {
  let end = 0;
  while (end < text.length && isWordCharacter(text.charCodeAt(end))) end += 1;
  return text.slice(0, end);
}

function isLetter(character: string): boolean {
  return character !== '' && character.toLowerCase() !== character.toUpperCase();
}

/** Letters and digits; "+" belongs to names such as LGBT+. */
function isWordCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 43 || (code >= 0xc0 && code <= 0x24f);
}
