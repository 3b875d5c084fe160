import { headingLines } from './first-heading';
import { joinAll } from '../lines/join-lines';
import { type Reading } from './reading';
import { AFTER_TITLE, AGREEMENT_TITLE } from '../vocabulary';

/** How many lines a title may take, and how far into the document it may stand. */
const MAX_TITLE_LINES = 4;
const TITLE_REACH = 12;

/** The document's own title, when its first lines print one: "Aftale om …", joined over its lines. */
export function findAgreementTitle(reading: Reading, from: number, to: number): string | null {
  for (let index = from; index < Math.min(to, from + TITLE_REACH); index += 1) {
    const line = reading.lines[index];
    if (line === undefined || !AGREEMENT_TITLE.test(line.text.trim())) continue;
    const lines = headingLines(reading.lines.slice(0, to), index, MAX_TITLE_LINES);
    const end = lines.findIndex((part, place) => place > 0 && AFTER_TITLE.test(part.text.trim()));
    return joinAll(lines.slice(0, end < 0 ? lines.length : end).map((part) => part.text), reading.evidence);
  }
  return null;
}
