import { type PlacedText } from '../../../budget/position';
import { type TextLine } from '../../lines/document-text';
import { isRowNumber } from '../../lines/figures/split-figures';
import { endsIn, isOpenEnded, joinAll, startsSmall } from '../../lines/join-lines';
import { positionOf } from '../../lines/running-text';
import { takeFootnotes } from '../../tables/rows/budget-table';
import { FORM_TITLE } from '../../vocabulary';
import { type Reading } from '../reading';
import { type SheetPlace } from './find-sheets';

/** A heading stands this many lines above its lead: the heading and one empty line. */
const HEADING_DISTANCE = 2;

/** The heading: its lines joined, a section number taken off; damaged when it is lost, cut in front or left open. */
export function readHeading(reading: Reading, place: SheetPlace): { title: string | null; number: string | null; isDamaged: boolean; position: PlacedText['position'] } {
  const lines = headingBlock(reading.lines.slice(place.start, place.lead));
  const first = lines[0];
  const leadLine = reading.lines[place.lead] ?? reading.lines[place.start];
  if (first === undefined) {
    if (leadLine === undefined) throw new Error('A sheet without lines');
    const position = positionOf(leadLine);
    const isLostOnItsLine = leadLine.whitespaceLinesBefore > 0 && leadLine.box === null;
    return { title: null, number: null, isDamaged: true, position: isLostOnItsLine ? { ...position, line: position.line - HEADING_DISTANCE } : position };
  }
  const joined = takeFootnotes(joinAll(lines.map((line) => line.text), reading.evidence)).label;
  const named = FORM_TITLE.exec(joined);
  if (named !== null && (named[2] ?? '') !== '') return { title: named[2] ?? joined, number: named[1] ?? null, isDamaged: isDamagedTitle(named[2] ?? ''), position: positionOf(first) };
  const numbered = /^(\S{1,9})\s+(.+)$/s.exec(joined);
  const hasNumber = numbered !== null && isHeadingNumber(numbered[1] ?? '', numbered[2] ?? '');
  const title = hasNumber ? (numbered[2] ?? joined) : joined;
  return { title, number: hasNumber ? (numbered[1] ?? '').replace(/[.:)]$/, '') : null, isDamaged: isDamagedTitle(title), position: positionOf(first) };
}

/** Whether a heading's first word is its number: "6.2", "4.", "7b:", "IV."; an initial ("I. C. Jacobsen") is none. */
function isHeadingNumber(word: string, rest: string): boolean {
  const isRoman = /^[IVX]{1,6}[.:)]$/.test(word) && !/^\p{Lu}\./u.test(rest);
  return isRoman || (isRowNumber(word) && word.includes('.')) || /^\d{1,2}[a-z]?[:)]$/.test(word) || /^\d{1,2}[a-z]\.$/.test(word);
}

/** The last block of lines above a lead; what stands above it, a document's own title or a part's heading, is no part of the initiative's. */
function headingBlock(lines: readonly TextLine[]): readonly TextLine[] {
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const [line, above] = [lines[index], lines[index - 1]];
    if (line === undefined || above === undefined || line.blankLinesBefore === 0) continue;
    if (!isOpenEnded(above.text) && !startsSmall(line.text) && !line.text.trimStart().startsWith('(')) return lines.slice(index);
  }
  return lines;
}

/** A title that starts small or with a mark, or ends in a hyphen, has lost words. A small letter before a capital is a brand ("iFokus"). */
function isDamagedTitle(title: string): boolean {
  return (startsSmall(title) && !/^[a-zæøå][A-ZÆØÅ]/.test(title)) || /^[,.;:)\-–]/.test(title) || endsIn(title, '-–');
}
