import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { type SelectionCheck, type SelectionRoles } from '../../../src/excel/workbook-port';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { valueOf } from '../../support/value-of';

const SHEET = 'Ark1';

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;

beforeEach(async () => {
  excel = await startHeadlessExcel();
  workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0' });
});

afterEach(() => excel.close());

const TABLE = [
  ['Post', 2026, 2027, 'I alt'],
  ['Drift', 10, 20, 30],
  ['Anlæg', 5, 5, 11],
  ['I alt', 15, 25, 41],
];

async function fill(rows: readonly (readonly unknown[])[], address = 'B3'): Promise<void> {
  await excel.userEdits(SHEET, address, rows);
}

async function checkAt(address: string, roles?: SelectionRoles): Promise<SelectionCheck> {
  await excel.userSelects(SHEET, address);
  return valueOf(await workbook.checkSelection(roles));
}

const outcomes = ({ checks }: SelectionCheck): string[] => checks.map(({ row, column, direction, outcome, gap }) => [row, column, direction, outcome, ...(gap === null ? [] : [gap])].join(' '));

describe('checkSelection', () => {
  it('finds labels, years and totals of a table it has never seen and recalculates its sums', async () => {
    await fill(TABLE);
    const found = await checkAt('B3:E6');
    expect(found.place).toEqual({ sheet: SHEET, address: 'B3:E6' });
    expect(found).toMatchObject({ row: 2, column: 1, rowNames: ['Post', 'Drift', 'Anlæg', 'I alt'] });
    expect(found.reading.columns.map(({ role, year }) => [role, year])).toEqual([['label', null], ['year', 2026], ['year', 2027], ['total', null]]);
    expect(found.reading.rows.map(({ role }) => role)).toEqual(['header', 'component', 'component', 'total']);
    expect(outcomes(found)).toEqual(['1 3 across agrees', '2 3 across agrees-within-rounding', '3 1 down agrees', '3 2 down agrees', '3 3 down agrees', '3 3 across agrees-within-rounding']);
  });

  it('takes one cell for the filled cells around it, and for the whole table where it is in one', async () => {
    await fill(TABLE);
    expect((await checkAt('C4')).place.address).toBe('B3:E6');
    await excel.userEdits('Ark1', 'G3', TABLE);
    excel.workbook.addTable(excel.sheet(SHEET), excel.side.areaOf('G3:J6'), true, 'user');
    expect((await checkAt('H5')).place.address).toBe('G3:J6');
  });

  it('reads only the used part of whole columns and of the whole sheet', async () => {
    await fill(TABLE);
    expect((await checkAt('B1:E1048576')).place.address).toBe('B3:E6');
    expect((await checkAt('A1:XFD1048576')).place.address).toBe('B3:E6');
  });

  it('checks the same range again with the roles that the user gave, wherever the selection is by then', async () => {
    await fill([['Post', 2026, 2027], ['Drift', 10, 20], ['Anlæg', 5, 5], ['Begge dele', 15, 26]]);
    const first = await checkAt('B3:D6');
    expect(first.checks).toEqual([]);
    const second = await checkAt('H20', { place: first.place, columns: { 2: 'other' }, rows: { 3: 'total' } });
    expect(second.place).toEqual(first.place);
    expect(second.reading.rows[3]).toEqual({ role: 'total', reason: 'user' });
    expect(second.reading.columns[2]).toMatchObject({ role: 'other', reason: 'user' });
    expect(outcomes(second)).toEqual(['3 1 down agrees']);
  });

  it.each<[string, unknown, string]>([
    ['an error value', '=1/0', 'error-value'],
    ['text', 'mangler', 'text'],
    ['a number stored as text', "'12", 'text'],
  ])('never calls a sum over %s right', async (_name, written, gap) => {
    await fill([['Post', 2026], ['Drift', 10], ['Anlæg', written], ['Løn', 3], ['Husleje', 4], ['I alt', 17]]);
    expect(outcomes(await checkAt('B3:C8'))).toEqual([`5 1 down not-checkable ${gap}`]);
  });

  it('takes a date for no figure, in a column of amounts as in one of its own', async () => {
    await fill([['Post', 'Dato', 2026], ['Drift', 46000, 10], ['Anlæg', 46001, 46002], ['Løn', 46003, 3], ['Husleje', 46003, 3], ['I alt', '', 16]]);
    for (const address of ['C4:C7', 'D5']) excel.workbook.restyle(excel.sheet(SHEET), excel.side.areaOf(address), (style) => ({ ...style, numberFormat: 'dd-mm-yyyy' }), 'user');
    const found = await checkAt('B3:D8');
    expect(found.reading.columns.map(({ role }) => role)).toEqual(['label', 'other', 'year']);
    expect(outcomes(found)).toEqual(['5 2 down not-checkable date']);
  });

  it('reads a heading that is a date shown as a year', async () => {
    await fill([['Post', 46023, 46388], ['Drift', 1, 2], ['I alt', 1, 2]]);
    excel.workbook.restyle(excel.sheet(SHEET), excel.side.areaOf('C3:D3'), (style) => ({ ...style, numberFormat: 'yyyy' }), 'user');
    expect((await checkAt('B3:D5')).reading.columns.map(({ year }) => year)).toEqual([null, 2026, 2027]);
  });

  it('checks no sum over a merged figure, and takes merged labels as they are', async () => {
    await fill(TABLE);
    excel.workbook.merge(excel.sheet(SHEET), excel.side.areaOf('C4:D4'), false);
    const found = await checkAt('B3:E6');
    expect(outcomes(found)).toEqual(['1 3 across not-checkable merged-cells', '2 3 across agrees-within-rounding', '3 1 down not-checkable merged-cells', '3 2 down not-checkable merged-cells', '3 3 down agrees', '3 3 across agrees-within-rounding']);
  });

  it('tells that a sum covers hidden rows', async () => {
    await fill(TABLE);
    excel.sheet(SHEET).hiddenRows.add(4);
    const found = await checkAt('B3:E6');
    expect(found.checks.filter(({ direction }) => direction === 'down').map(({ notes }) => notes)).toEqual([['hidden-rows'], ['hidden-rows'], ['hidden-rows']]);
  });

  it('reads a protected sheet, and writes nothing', async () => {
    await fill(TABLE);
    excel.protectSheet(SHEET);
    await excel.userSelects(SHEET, 'B3:E6');
    const before = excel.save();
    await checkAt('B3:E6');
    expect(excel.save()).toEqual(before);
  });

  it('says that nothing is selected, that no table is, and that too much is', async () => {
    await excel.userSelects(SHEET, 'A1:D20');
    expect(await workbook.checkSelection()).toEqual({ ok: false, failure: { code: 'nothing-selected' } });
    await excel.userEdits(SHEET, 'A1', [['Kun'], ['tekst']]);
    expect(await workbook.checkSelection()).toEqual({ ok: false, failure: { code: 'selection-not-a-table' } });
    await excel.userEdits(SHEET, 'XFD1000', 1);
    await excel.userSelects(SHEET, 'A1:XFD1048576');
    expect(await workbook.checkSelection()).toEqual({ ok: false, failure: { code: 'selection-too-large', cells: 16_384_000 } });
  });

  it('says that a range is gone when its sheet is', async () => {
    await fill(TABLE);
    const { place } = await checkAt('B3:E6');
    const result = await workbook.checkSelection({ place: { ...place, sheet: 'Slettet' }, columns: {}, rows: {} });
    expect(result).toEqual({ ok: false, failure: { code: 'host', hostCode: 'ItemNotFound', workbook: 'unchanged' } });
  });

  it('reads a large range in answers of less than 1 MB, and stops when it is cancelled', async () => {
    const rows = Array.from({ length: 12_000 }, (_none, index) => [`Post ${index} med et navn af almindelig længde`, 1.5, 2.5, 4]);
    await fill([['Post', 2026, 2027, 'I alt'], ...rows, ['I alt', 18_000, 30_000, 48_000]]);
    await excel.userSelects(SHEET, 'B:E');
    const sizes: number[] = [];
    excel.resetCounters();
    const steps: number[] = [];
    const result = await workbook.checkSelection(undefined, {
      onProgress: (done) => {
        steps.push(done);
        sizes.push(excel.payloadBytes.received);
      },
    });
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    expect(result.value.checks.filter(({ outcome }) => outcome !== 'agrees')).toEqual([]);
    expect(result.value.checks).toHaveLength(12_004);
    expect(steps).toEqual([0, 1250, 3750, 8750, 12_002]);
    expect(Math.max(...sizes.slice(1).map((size, index) => size - (sizes[index] ?? 0)))).toBeLessThan(1_000_000);

    await excel.userEdits(SHEET, 'B7000', Array.from({ length: 3000 }, (_none, index) => [`Post ${index} ${'med et meget langt navn '.repeat(40)}`]));
    sizes.length = 0;
    await excel.userSelects(SHEET, 'B:E');
    excel.resetCounters();
    expect((await workbook.checkSelection(undefined, { onProgress: () => void sizes.push(excel.payloadBytes.received) })).ok).toBe(true);
    expect(sizes.length).toBeGreaterThan(7);

    const controller = new AbortController();
    expect(await workbook.checkSelection(undefined, { signal: controller.signal, onProgress: () => controller.abort() })).toEqual({ ok: false, failure: { code: 'cancelled' } });
  });
});
