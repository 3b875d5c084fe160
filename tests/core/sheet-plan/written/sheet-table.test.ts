import { readHeadings, readRowIds } from '../../../../src/core/sheet-plan/written/sheet-table';

const WRITTEN = [{ key: 'title', header: 'Initiativ' }, { key: 'year:2026', header: '2026' }, { key: 'year:2027', header: '2027' }, { key: 'id', header: 'Id' }];

describe('readHeadings', () => {
  it('knows columns by their headings, wherever they were moved and however they are cased', () => {
    expect(readHeadings(['ID', '2027', ' initiativ ', '2026'], WRITTEN).keys).toEqual(['id', 'year:2027', 'title', 'year:2026']);
  });

  it('knows a changed heading by its place, and remembers what it was', () => {
    const { keys, renamed } = readHeadings(['Initiativ', 'Budget 2026', '2027', 'Id'], WRITTEN);
    expect(keys).toEqual(['title', 'year:2026', 'year:2027', 'id']);
    expect([...renamed]).toEqual([['BUDGET 2026', '2026']]);
  });

  it('takes an added column for none of its own', () => {
    expect(readHeadings(['Initiativ', 'Note', '2026', '2027', 'Id'], WRITTEN).keys).toEqual(['title', null, 'year:2026', 'year:2027', 'id']);
  });

  it('misses a column that was deleted', () => {
    expect(readHeadings(['Initiativ', '2027', 'Id'], WRITTEN).keys).toEqual(['title', 'year:2027', 'id']);
  });
});

it('readRowIds tells own rows, their copies and rows of others apart', () => {
  expect(readRowIds(['I1', 'I2', '', 'I1', 'Noter', 'T1', 'I1'])).toEqual(['I1', 'I2', '+1', 'I1+2', '+2', 'T1', 'I1+3']);
});
