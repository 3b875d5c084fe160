import { joinAll } from './join-lines';
import { type Reading } from './reading';
import { AFTER_TITLE, AGREEMENT_TITLE } from './vocabulary';

/** How many lines a title may take, and how far into the document it may stand. */
const MAX_TITLE_LINES = 4;
const TITLE_REACH = 12;

/** The document's own title, when its first lines print one: "Aftale om …", joined over its lines. */
export function findAgreementTitle(reading: Reading, from: number, to: number): string | null {
  for (let index = from; index < Math.min(to, from + TITLE_REACH); index += 1) {
    const line = reading.lines[index];
    if (line === undefined || !AGREEMENT_TITLE.test(line.text.trim())) continue;
    let end = index + 1;
    while (end < to && end - index < MAX_TITLE_LINES) {
      const next = reading.lines[end];
      if (next === undefined || next.blankLinesBefore > 0 || AFTER_TITLE.test(next.text.trim())) break;
      end += 1;
    }
    return joinAll(reading.lines.slice(index, end).map((part) => part.text), reading.evidence);
  }
  return null;
}
