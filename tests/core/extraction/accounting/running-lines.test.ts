import { provenRunningLines } from '../../../../src/core/extraction/accounting/running-lines';
import { extractAgreement } from '../../../../src/core/extraction/extract-agreement';
import { type TextLine } from '../../../../src/core/extraction/lines/document-text';
import { textToDocument } from '../../../../src/readers/text';

function linesOf(...texts: string[]): TextLine[] {
  return texts.map((text, index) => ({ text, page: index + 1, line: 1, box: null, words: [], blankLinesBefore: 0, whitespaceLinesBefore: 0, isPageStart: true, fontSizePt: null, isBold: false, cells: null, table: null, role: 'furniture' }));
}

async function read(...pages: string[]) {
  const document = await textToDocument('aftale.txt', pages.join('\f'));
  if (!document.ok) throw new Error(document.failure.code);
  return extractAgreement(document.value);
}

describe('running lines', () => {
  it.each<[name: string, lines: string[], proven: number]>([
    ['the same words on every page', ['Havneplan 2027', 'Havneplan 2027'], 2],
    ['numbers that count the pages', ['Havneplan 2027 side 3', 'Havneplan 2027 side 4', 'Havneplan 2027 side 6'], 3],
    ['page numbers, pages of pages and dates alone', ['12', 'Side 2 af 8', '3. maj 2027', 'Havneplan 2/8'], 4],
    ['a line that stands once', ['Ramme 12,5 mio. kr.'], 0],
    ['sums that rise', ['I alt 10', 'I alt 20', 'I alt 30'], 0],
    ['a figure that changes', ['Ramme 12,5 mio. kr.', 'Ramme 13,5 mio. kr.', 'Ramme 12,0 mio. kr.'], 0],
  ])('%s', (_name, texts, proven) => {
    const lines = linesOf(...texts);
    const found = provenRunningLines(lines);
    expect(found.proven).toHaveLength(proven);
    expect(found.doubtful).toHaveLength(texts.length - proven);
  });

  it('are counted apart from the body', async () => {
    const pages = [1, 2, 3, 4].map((page) => `Havneplan for 2027 og frem ${page}\n\nDer afsættes ${page},5 mio. kr. til kajen.\n`);
    const { accounting, mentions, unread } = await read(...pages);
    expect(mentions).toHaveLength(4);
    expect([accounting?.figures, accounting?.inProse, accounting?.running, unread]).toEqual([4, 4, 8, []]);
  });

  it('leave what does not repeat in the body: sums at the foot of pages, a number that counts with no other', async () => {
    const sums = await read(...[1, 2, 3, 4].map((page) => `Der afsættes ${page},5 mio. kr. til kajen.\n\nI alt ${page * 10}\n`));
    expect(sums.accounting).toMatchObject({ figures: 8, running: 0 });
    const alone = await read('Havneplan\n\nDer afsættes i alt\n\n\n\n125\n\n\n\nmio. kr. i 2027 til kajen.\n');
    expect(alone.mentions).toMatchObject([{ amount: { coefficient: 125, unit: 'mio. kr.' } }]);
  });
});
