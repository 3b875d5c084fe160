import { OPEN_ENDED, SUSPENDED_BEFORE } from '../vocabulary';

/** Whether a word of the document is printed with a hyphen elsewhere, or is printed in one piece. */
export interface HyphenEvidence {
  /** Whether the document prints the two parts with a hyphen between them on one line. */
  isHyphenated(first: string, second: string): boolean;
  /** Whether the document prints the two parts as one word. */
  isOneWord(first: string, second: string): boolean;
  /** Whether the document prints a word whole, in small or capital letters. */
  isPrinted(word: string): boolean;
}

/** No knowledge of the rest of the document. */
export const NO_EVIDENCE: HyphenEvidence = { isHyphenated: () => false, isOneWord: () => false, isPrinted: () => false };

/** How much of the second part must agree before a hyphenated word counts as the same word in another form. */
const STEM_LENGTH = 5;

/** What a text prints with hyphens inside its lines: the evidence for line-end hyphens. */
export function collectHyphenEvidence(lines: readonly { readonly text: string }[]): HyphenEvidence {
  const hyphenated = new Map<string, string[]>();
  let joined: string | null = null;
  let words: ReadonlySet<string> | null = null;
  for (const { text } of lines) {
    let at = text.indexOf('-', 1);
    while (at > 0 && at < text.length - 1) {
      if (isWordCharacter(text.charCodeAt(at - 1)) && isWordCharacter(text.charCodeAt(at + 1))) {
        const first = lastWord(text.slice(Math.max(0, at - 40), at)).toLowerCase();
        const seconds = hyphenated.get(first) ?? [];
        seconds.push(firstWord(text.slice(at + 1, at + 41)).toLowerCase());
        hyphenated.set(first, seconds);
      }
      at = text.indexOf('-', at + 1);
    }
  }
  return {
    isHyphenated(first, second) {
      const stem = second.toLowerCase().slice(0, STEM_LENGTH);
      return (hyphenated.get(first.toLowerCase()) ?? []).some((candidate) => candidate.startsWith(stem) && stem.length >= Math.min(STEM_LENGTH, candidate.length));
    },
    isOneWord(first, second) {
      joined ??= lines.map((line) => line.text).join('\n');
      return joined.includes(first + second);
    },
    isPrinted(word) {
      words ??= new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
      return words.has(word.toLowerCase());
    },
  };
}

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

/** Many printed lines as one text with single blanks. */
export function joinAll(lines: readonly string[], evidence: HyphenEvidence = NO_EVIDENCE): string {
  let text = '';
  for (const line of lines) text = joinLines(text, line, evidence);
  return collapseBlanks(text);
}

/** The text with every run of blanks as one blank, trimmed. */
export function collapseBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a line cannot be the last of its label or heading: it ends in a hyphen, a comma or a word that asks for more. */
export function isOpenEnded(text: string): boolean {
  const tail = text.trimEnd().slice(-40);
  return tail.endsWith('-') || OPEN_ENDED.test(tail);
}

/** Whether a text starts as a continuation: with a small letter. */
export function startsSmall(text: string): boolean {
  const character = text.trimStart().charAt(0);
  return character !== character.toUpperCase() && character === character.toLowerCase();
}

function isRealHyphen(left: string, right: string, evidence: HyphenEvidence): boolean {
  const word = lastWord(left.slice(-41, -1));
  const next = firstWord(right.slice(0, 41));
  const last = word.charAt(word.length - 1);
  if (!isLetter(last)) return true;
  if (isInCapitals(left) && isInCapitals(right)) return isRealHyphen(left.toLowerCase(), right.toLowerCase(), evidence);
  if (word.length > 1 && last === last.toUpperCase()) return true;
  if (evidence.isHyphenated(word, next)) return true;
  const start = right.charAt(0);
  const isCapital = isLetter(start) && start === start.toUpperCase();
  return isCapital ? !evidence.isOneWord(word, next) : !isLetter(start);
}

/** Whether a line is set in capitals throughout, over more than one word: then capitals say nothing about its hyphens. */
function isInCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase() && text.trim().includes(' ');
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
