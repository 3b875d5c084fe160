import { cellEntry, cleanCellText, LONGEST_CELL_TEXT, numberEntry, textEntry } from '../../../src/core/sheet-plan/cell-entry';

describe('textEntry', () => {
  it.each([
    ['Drift', { written: 'Drift', format: '@', expected: 'Drift' }],
    ['- heraf drift', { written: '- heraf drift', format: '@', expected: '- heraf drift' }],
    ['=1+1', { written: '=1+1', format: '@', expected: '=1+1' }],
    ["'citat", { written: "''citat", format: '@', expected: "'citat" }],
    ['', { written: '', format: 'General', expected: '' }],
  ])('%p', (text, entry) => {
    expect(textEntry(text)).toEqual(entry);
  });

  it('writes a long text without the text format, behind an apostrophe', () => {
    const long = `=${'x'.repeat(300)}`;
    expect(textEntry(long)).toEqual({ written: `'${long}`, format: 'General', expected: long });
  });
});

describe('cleanCellText', () => {
  it.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\u0000b\u001bc', 'a b c'],
    ['\ud83d\ude00', '\ud83d\ude00'],
    ['x\ud83dy', 'x\ufffdy'],
    ['x\ude00y', 'x\ufffdy'],
  ])('%j', (text, clean) => {
    expect(cleanCellText(text)).toBe(clean);
  });

  it('keeps within what a cell holds, the apostrophe included', () => {
    expect(textEntry('y'.repeat(40_000)).written).toHaveLength(LONGEST_CELL_TEXT);
  });
});

it('writes no number that is none', () => {
  expect(() => numberEntry(Number.NaN, '0')).toThrow('Not a number');
  expect(() => numberEntry(Infinity, '0')).toThrow('Not a number');
});

it('leaves the cell of a formula empty until its tables are there', () => {
  expect(cellEntry({ kind: 'formula', formula: '=SUM(A1)', format: '0' })).toEqual({ written: '', format: '0', expected: '' });
});
