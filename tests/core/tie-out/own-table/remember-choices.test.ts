import { type GridValue, readWorksheet, type WorksheetReading } from '../../../../src/core/reconciliation/worksheet/worksheet-reading';
import { recallChoices, recallRoles, rememberChoices, vanishedRows, withNewRows } from '../../../../src/core/tie-out/own-table/remember-choices';

const TABLE: GridValue[][] = [
  ['Initiativ', '2026', 'Forslag', 'I alt'],
  ['Fyr', 6, 1, 7],
  ['Løn', 2, 1, 3],
  ['Løn', 3, 1, 4],
  ['Kort', 3, 2, 5],
];

function readingOf(values: readonly (readonly GridValue[])[]): WorksheetReading {
  const reading = readWorksheet({ values });
  if (reading === null) throw new Error('no table');
  return reading;
}

describe('what the user said of a comparison', () => {
  const choices = { rows: new Map([[1, 'I3'], [2, 'I1'], [4, null]]), columns: new Map<number, number | 'total' | null>([[2, 2027]]), unit: 'mio. kr.' as const, priceLevel: '2026-pl' };

  it('follows rows and columns to where they stand now', () => {
    const remembered = rememberChoices({ values: TABLE }, readingOf(TABLE), choices).choices;
    const moved = [['Initiativ', 'Ny', '2026', 'Forslag', 'I alt'], ['Kort', 9, 3, 2, 5], ['Løn', 9, 2, 1, 3], ['Løn', 9, 3, 1, 4], ['Fyr', 9, 6, 1, 7]];
    expect(recallChoices({ values: moved }, readingOf(moved), remembered)).toEqual({ rows: new Map([[4, 'I3'], [1, null]]), columns: new Map([[3, 2027]]), unit: 'mio. kr.', priceLevel: '2026-pl' });
  });

  it('takes the index along that the comparison is made with', () => {
    const index = { name: 'pl-indeks', edition: 'august 2026', source: 'Finansministeriet', values: [{ year: 2026, coefficient: 1025, decimals: 1 }] };
    const remembered = rememberChoices({ values: TABLE }, readingOf(TABLE), { ...choices, index }).choices;
    expect(recallChoices({ values: TABLE }, readingOf(TABLE), remembered).index).toEqual(index);
    expect('index' in rememberChoices({ values: TABLE }, readingOf(TABLE), choices).choices).toBe(false);
  });

  it('is not remembered of rows that no text tells apart, and those are named', () => {
    expect(rememberChoices({ values: TABLE }, readingOf(TABLE), choices).unkept).toEqual([2]);
  });

  it('is not given to rows of which there are two by now', () => {
    const remembered = rememberChoices({ values: TABLE }, readingOf(TABLE), choices).choices;
    const doubled = [...TABLE, ['Fyr', 1, 1, 2]];
    expect([...(recallChoices({ values: doubled }, readingOf(doubled), remembered).rows ?? [])]).toEqual([[4, null]]);
  });

  it('holds for what a row or a column was taken for', () => {
    const reading = readingOf(TABLE);
    const told: WorksheetReading = {
      ...reading,
      rows: reading.rows.map((row, index) => (index === 4 ? { role: 'total', reason: 'user' } : row)),
      columns: reading.columns.map((column, index) => (index === 2 ? { ...column, role: 'other', reason: 'user' } : column)),
    };
    const remembered = rememberChoices({ values: TABLE }, told, {}).choices;
    const sorted = [TABLE[0] ?? [], TABLE[4] ?? [], TABLE[1] ?? [], TABLE[2] ?? []];
    const recalled = recallRoles({ values: sorted }, readingOf(sorted), remembered);
    expect([recalled.rows[1]?.role, recalled.columns[2]?.role]).toEqual(['total', 'other']);
  });
});

describe('the rows of a comparison', () => {
  const [fyr, kort] = [{ of: 'initiative I1', label: 'Fyr' }, { of: 'initiative I2', label: 'Kort' }];

  it('that are gone are told, those that came are remembered', () => {
    expect([vanishedRows([fyr, kort], [kort]), withNewRows([fyr], [kort])]).toEqual([[fyr], [fyr, kort]]);
  });
});
