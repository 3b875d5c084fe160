import { type DraftLine } from './lines';
import { type DraftPage } from './page-roles';

/** A distance between baselines above this share of the usual one parts paragraphs. */
const PARAGRAPH_GAP = 1.3;

/** Type that is larger or smaller by this share is another type. */
const OTHER_SIZE = 0.12;

/** A line that ends at least this far across its column, without a full stop, goes on at the top of the next page. */
const FULL_LINE = 0.85;

/** The distance between baselines as a share of the type size where a document shows none: common word processors' single spacing. */
const SINGLE_SPACING = 1.2;

/** Wider spacing than this is believed only when so many lines show it. */
const WIDE_SPACING = 1.5;
const LEAST_EVIDENCE = 3;

/**
 * The usual distance between baselines within a paragraph, as a share of the type size: the most frequent one after lines that run to the
 * right edge of the text and end in the middle of a sentence, because they are wrapped for certain.
 */
export function usualPitch(pages: readonly DraftPage[]): number {
  const counts = new Map<number, number>();
  for (const { lines } of pages) {
    const edge = Math.max(0, ...lines.map((line) => line.right));
    lines.forEach((line, index) => {
      const last = lines[index - 1];
      if (last === undefined || last.part !== line.part || Math.abs(last.size - line.size) > 0.05 * line.size) return;
      const isWrapped = last.right - last.left > FULL_LINE * (edge - last.left) && isMidSentence(last);
      const ratio = Math.round(((line.baseline - last.baseline) / line.size) * 20) / 20;
      if (isWrapped && ratio >= 0.9 && ratio <= 2.5) counts.set(ratio, (counts.get(ratio) ?? 0) + 1);
    });
  }
  for (const [ratio, count] of counts) if (ratio > WIDE_SPACING && count < LEAST_EVIDENCE) counts.delete(ratio);
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [SINGLE_SPACING, 0] as [number, number])[0];
}

/** Whether a line ends in the middle of a sentence and has no gap in it as a table row has. */
function isMidSentence(line: DraftLine): boolean {
  if (!/[\p{L},-]$/u.test(line.words.at(-1)?.text ?? '')) return false;
  return line.words.every((word, index) => (word.box?.left ?? 0) - (line.words[index - 1]?.box?.right ?? word.box?.left ?? 0) < line.size);
}

/** How many empty lines the gap before a line is worth, at least one where the type changes; a full line at the end of a page or column is taken to go on. */
export function blankLinesBetween(last: DraftLine | null, line: DraftLine, isNewPage: boolean, pitch: number): number {
  if (last === null) return 0;
  if (isNewPage || line.part !== last.part) return goesOn(last, line) ? 0 : 1;
  const ratio = (line.baseline - last.baseline) / ((pitch * (last.size + line.size)) / 2);
  if (ratio < PARAGRAPH_GAP) return changesType(last, line) ? 1 : 0;
  return Math.max(1, Math.round(ratio - 1));
}

/** Whether a line is set in another type than the one above, all of it: a heading may stand close to its text and is no part of it all the same. */
function changesType(last: DraftLine, line: DraftLine): boolean {
  if (Math.abs(last.size - line.size) > OTHER_SIZE * Math.min(last.size, line.size)) return true;
  const isOtherFont = last.fonts.length === 1 && line.fonts.length > 0 && !sharesFont(last, line);
  return isOtherFont || (last.words.every((word) => word.isBold) && !line.words.some((word) => word.isBold));
}

function sharesFont(last: DraftLine, line: DraftLine): boolean {
  return last.fonts.some((font) => line.fonts.includes(font));
}

function goesOn(last: DraftLine, line: DraftLine): boolean {
  const text = last.words.at(-1)?.text ?? '';
  const isSameType = Math.abs(last.size - line.size) < 0.05 * line.size && last.isBold === line.isBold && sharesFont(last, line);
  const isFull = last.right - line.left >= FULL_LINE * (Math.max(line.right, last.right) - line.left);
  return isSameType && isFull && !/[.:;!?)\d]$/.test(text);
}
