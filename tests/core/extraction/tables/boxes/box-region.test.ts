import { type Word } from '../../../../../src/core/extraction/lines/document-text';
import { withFacts } from '../../../../../src/core/extraction/lines/line-facts';
import { type BoxLine, type Item } from '../../../../../src/core/extraction/tables/boxes/box-items';
import { growRegion } from '../../../../../src/core/extraction/tables/boxes/box-region';

const PITCH = 13;
/** A line is asked so often at most, by itself and as the line before the next. */
const MOST_READS = 8;

function item(text: string, left: number, right: number, isFigure: boolean): Item {
  const word: Word = { text, box: { left, right, top: 0, bottom: 10 }, fontSizePt: 10, isBold: false, isSuperscript: false };
  return { words: [word], left, right, isFigure };
}

/** How often the lines of a table of so many rows are asked for what stands on them, while the table is taken together. */
function countReads(rows: number): number {
  let reads = 0;
  const items = [item('Kurser', 50, 90, false), item('1,0', 300, 315, true), item('12,0', 395, 415, true)];
  const [line] = withFacts([{ text: 'Kurser 1,0 12,0', page: 1, line: 1, box: { left: 50, right: 415, top: 0, bottom: 10 }, words: [], blankLinesBefore: 0, whitespaceLinesBefore: 0, isPageStart: false, fontSizePt: 10, isBold: false, cells: null, table: null, role: 'body' }]);
  if (line === undefined) throw new Error('A table without lines');
  const lines = Array.from({ length: rows }, (_, index): BoxLine => ({
    line,
    index,
    top: index * PITCH,
    bottom: index * PITCH + 10,
    size: 10,
    get items() {
      reads += 1;
      return items;
    },
  }));
  expect(growRegion(lines, 0).data).toHaveLength(rows);
  return reads;
}

describe('the lines of a table', () => {
  it('are asked as often in a long table as in a short one', () => {
    expect(countReads(800)).toBeLessThanOrEqual(MOST_READS * 800);
  });
});
