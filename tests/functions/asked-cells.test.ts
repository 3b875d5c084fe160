import { setShownTables } from '../../src/functions/asked-cells';
import { source } from '../../src/functions/functions';
import { setAgreements, setFunctionLanguage } from '../../src/functions/memory';
import { CellError, provideCustomFunctions } from '../support/custom-functions';
import { agreementOf, initiativeOf, sampleAgreement } from '../support/sample-agreement';
import { sheetTable } from '../support/sheet-table';

const sample = sampleAgreement();
const LABEL = 'Aftale om udmøntning af reserven 2026-2029';
const ROW = 'I alt | 1,6 | 3,0 | 2,0 | - | 6,6';

/** The first initiative and a row of the user's, from C3 on. */
const table = sheetTable({
  sheetName: "Bo's ark",
  row: 2,
  column: 2,
  keys: ['title', 'group:0', 'year:2027', 'check', 'id'],
  rowIds: ['I1', '+1'],
  values: [['SletDet (Red Barnet)', 'Socialministeriet', 3, '✓', 'I1'], ['Eget', '', 3, '', '']],
});

beforeAll(provideCustomFunctions);

beforeEach(() => {
  setFunctionLanguage('en');
  setAgreements([sample], [sample]);
  setShownTables([]);
  setShownTables([{ agreement: sample, tables: [table] }]);
});

function asked(value: unknown, address: string | undefined, year?: number, agreement?: string): unknown {
  const invocation = { address: 'Ark1!A1', functionName: 'SOURCE', ...(address === undefined ? {} : { parameterAddresses: [address] }) };
  const spell = (cell: unknown): unknown => (cell instanceof CellError ? `${cell.code} ${cell.message}` : cell);
  try {
    return (source(Array.isArray(value) ? (value as unknown[][]) : [[value]], [[year]], [[agreement]], invocation as never) as unknown[][]).map((row) => row.map(spell));
  } catch (error) {
    return spell(error);
  }
}

describe('SOURCE of a cell of an imported table', () => {
  it('is known by its place: figure, name and id', () => {
    expect(asked(3, "'Bo''s ark'!E3")).toEqual([[LABEL, '–', 20, ROW]]);
    expect(asked('SletDet (Red Barnet)', "'Bo''s ark'!$C$3")).toEqual([[LABEL, '–', 20, ROW]]);
    expect(asked('I1', "'Bo''s ark'!G3")).toEqual([[LABEL, '–', 20, ROW]]);
    expect(asked(3, "'Bo''s ark'!E3", 2026)).toEqual([[LABEL, '–', 20, '1,6']]);
  });

  it('answers a range row by row, each cell by what it is', () => {
    expect(asked([['SletDet'], [3]], "'Bo''s ark'!D3:D4")).toEqual([[LABEL, '–', 20, ROW], ['#N/A "3" is not in the agreement.']]);
    expect(asked([[3], [3]], "'Bo''s ark'!E3:E4")).toEqual([[LABEL, '–', 20, ROW], [expect.stringContaining('#N/A "3"')]]);
  });

  it.each([undefined, '', 'E3', "'Bo''s ark'!E:E", "'Bo''s ark'!E3:F3", 'Ark1!E3', '[Mappe2]Ark1!E3', '#REF!'])('takes what the cell holds for a name where it is in no table of ours: %p', (address) => {
    expect(asked('SletDet', address)).toEqual([[LABEL, '–', 20, ROW]]);
    expect(asked(3, address)).toContain('#N/A "3"');
  });

  it('tells no source of a cell that has changed since the table was read', () => {
    expect(asked(3.5, "'Bo''s ark'!E3")).toBe('#N/A The cell has changed since its table was last read. The answer comes when the workbook has been checked.');
  });

  it('refuses another agreement than the cell is from', () => {
    const other = agreementOf([initiativeOf('Andet', 10, '9,0 - - - 9,0', [])], { title: 'En anden aftale', document: { ...sample.document, sha256: 'd'.repeat(64), name: 'anden.pdf' } });
    setAgreements([sample, other], [sample, other]);
    expect(asked(3, "'Bo''s ark'!E3", undefined, LABEL)).toEqual([[LABEL, '–', 20, ROW]]);
    expect(asked(3, "'Bo''s ark'!E3", undefined, 'En anden aftale')).toBe(`#VALUE! The cell is from another agreement: "${LABEL}".`);
  });
});

describe('tables that were read again', () => {
  it('make answers stale only where a cell that was asked about shows something else', () => {
    const read = (change: object): boolean => setShownTables([{ agreement: sample, tables: [{ ...table, ...change }] }]);
    expect(read({ row: 5 })).toBe(false);
    setShownTables([{ agreement: sample, tables: [table] }]);
    asked(3, "'Bo''s ark'!E3");
    expect(read({})).toBe(false);
    expect(read({ rowIds: ['I2', '+1'] })).toBe(true);
    expect(read({ row: 5 })).toBe(false);
  });

  it('answer a cell that was edited', () => {
    asked(3.5, "'Bo''s ark'!E3");
    expect(setShownTables([{ agreement: sample, tables: [{ ...table, values: [['', '', 3.5, '', '']] }] }])).toBe(true);
    expect(asked(3.5, "'Bo''s ark'!E3")).toEqual([[LABEL, '–', 20, ROW]]);
  });
});
