import { type TextLine } from '../lines/document-text';
import { type HyphenEvidence, joinAll } from '../lines/join-lines';
import { AFTER_TITLE, AGREEMENT_TITLE } from '../vocabulary';
import { headingLines } from './first-heading';

/** How many lines a title may take, and how far into the document it may stand. */
const MAX_TITLE_LINES = 4;
const TITLE_REACH = 12;

/** The title that some lines of a document start with, when the first of them print one: "Aftale om …", joined over its lines. */
export function findAgreementTitle(lines: readonly TextLine[], evidence: HyphenEvidence): string | null {
  for (let index = 0; index < Math.min(lines.length, TITLE_REACH); index += 1) {
    const line = lines[index];
    if (line === undefined || !AGREEMENT_TITLE.test(line.text.trim())) continue;
    const block = headingLines(lines, index, MAX_TITLE_LINES);
    const end = block.findIndex((part, place) => place > 0 && AFTER_TITLE.test(part.text.trim()));
    return joinAll(block.slice(0, end < 0 ? block.length : end).map((part) => part.text), evidence);
  }
  return null;
}
