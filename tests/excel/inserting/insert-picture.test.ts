import { reconcile } from '../../../src/core/reconciliation/engine';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { type PlacedPicture } from '../../../src/excel/workbook-port';
import { chartData } from '../../../src/spreadsheet/model/charts/chart-data';
import { type SavedWorkbook } from '../../../src/workbench/excel-side/persistence';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { agreementOf, initiativeOf, sampleAgreement } from '../../support/sample-agreement';
import { valueOf } from '../../support/value-of';

const AGREEMENT = sampleAgreement();
const EXPIRY = 'Bevillingsudløb 2026-2029';
const PROFILE = 'Bevillingsprofil 2026-2029';
const OVERVIEW = 'Oversigt 2026-2029';

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;
let importId: string;
let imported: SavedWorkbook;

beforeAll(async () => {
  await importInto({});
  imported = excel.save();
  await excel.close();
});

beforeEach(async () => {
  excel = await startHeadlessExcel();
  excel.load(imported);
  workbook = newWorkbook();
});

function newWorkbook(): ExcelWorkbook {
  return new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', signer: () => 'Anne Holm' });
}

async function importInto(options: Parameters<typeof startHeadlessExcel>[0]): Promise<void> {
  excel = await startHeadlessExcel(options);
  workbook = newWorkbook();
  importId = valueOf(await workbook.importAgreement(AGREEMENT, reconcile(AGREEMENT), { kind: 'new-sheets' })).importId;
}

afterEach(() => excel.close());

async function inserted(kind: Parameters<ExcelWorkbook['insertPicture']>[1]): Promise<PlacedPicture> {
  return valueOf(await workbook.insertPicture(importId, kind));
}

const sheetNames = (): string[] => excel.workbook.sheets.map(({ name }) => name);

/** The texts that stand in a row of a sheet, from the row that begins with a label. */
function rowOf(name: string, label: string): string[] {
  const sheet = excel.sheet(name);
  const extent = sheet.extent() ?? { row: 0, rows: 0, column: 0, columns: 1 };
  for (let row = 0; row < extent.row + extent.rows; row += 1) {
    if (sheet.valueAt(row, 0) !== label) continue;
    return Array.from({ length: extent.columns }, (_, column) => excel.cell(name, `${String.fromCharCode(65 + column)}${row + 1}`).text).filter((text) => text !== '');
  }
  return [];
}

describe('when grants expire', () => {
  it('stands as formulas over the table, with a chart that shows them, and lives', async () => {
    excel.resetCounters();
    expect(await inserted('expiry')).toEqual({ sheet: EXPIRY, address: 'A1', kind: 'expiry', kept: null, isPrintSet: true });
    expect(excel.syncCount).toBeLessThanOrEqual(7);
    expect(rowOf(EXPIRY, 'Socialministeriet')).toEqual(['Socialministeriet', '0,0', '0,0', '2,0', '1,0']);
    expect(rowOf(EXPIRY, 'Sundhedsministeriet')).toEqual(['Sundhedsministeriet', '0,0', '0,0', '0,0', '4,5']);
    expect(rowOf(EXPIRY, 'Øvrige')).toEqual(['Øvrige', '0,0', '0,0', '0,0', '0,0']);
    expect(rowOf(EXPIRY, 'I alt')).toEqual(['I alt', '0,0', '0,0', '2,0', '5,5']);
    expect(rowOf(EXPIRY, 'Antal initiativer')).toEqual(['Antal initiativer', '0', '0', '1', '3']);
    expect(rowOf(EXPIRY, 'SletDet (Red Barnet)')).toEqual(['SletDet (Red Barnet)', '2028', '2,0']);
    const [chart] = excel.sheet(EXPIRY).charts;
    if (chart === undefined) throw new Error('No chart');
    expect([chart.type, chart.title, chart.valueAxis.title]).toEqual(['ColumnStacked', 'Beløb i initiativernes sidste år med bevilling', 'mio. kr.']);
    expect(chartData(excel.workbook, chart)).toMatchObject({
      categories: ['2026', '2027', '2028', '2029'],
      series: [{ name: 'Socialministeriet', values: [0, 0, 2, 1] }, { name: 'Sundhedsministeriet', values: [0, 0, 0, 4.5] }, { name: 'Øvrige', values: [0, 0, 0, 0] }],
    });

    await excel.userEdits(OVERVIEW, excel.addressUnder(OVERVIEW, '2029', 5), 3);
    expect(rowOf(EXPIRY, 'Socialministeriet')).toEqual(['Socialministeriet', '0,0', '0,0', '0,0', '4,0']);
    expect(rowOf(EXPIRY, 'SletDet (Red Barnet)')).toEqual(['SletDet (Red Barnet)', '2029', '3,0']);
  });
});

describe('the profile', () => {
  it('has a chart for ministries and one for themes, follows changed headings, and what no group has is shown, too', async () => {
    await excel.userEdits(OVERVIEW, excel.addressUnder(OVERVIEW, '2027', 4), 'Budget 2027');
    await inserted('profile');
    expect(rowOf(PROFILE, 'Socialministeriet')).toEqual(['Socialministeriet', '4,1', '5,5', '3,0', '1,0', '13,6']);
    expect(rowOf(PROFILE, 'Job')).toEqual(['Job', '0,5', '4,0', '4,0', '4,5', '13,0']);
    expect(rowOf(PROFILE, 'I alt')).toEqual(['I alt', '4,6', '9,5', '7,0', '5,5', '26,6']);
    expect(excel.sheet(PROFILE).charts.map(({ series }) => series.length)).toEqual([3, 4]);
    await excel.userEdits(OVERVIEW, excel.addressUnder(OVERVIEW, 'Gruppe 1', 5), 'Et nyt ministerium');
    expect(rowOf(PROFILE, 'Øvrige')).toEqual(['Øvrige', '1,6', '3,0', '2,0', '0,0', '6,6']);
  });
});

describe('the other pictures', () => {
  it('names the largest initiatives by their amounts as they stand', async () => {
    await inserted('largest');
    const name = 'Største initiativer 2026-2029';
    expect(rowOf(name, 'Klar til start')).toEqual(['Klar til start', '12,0', '45,1%', '3']);
    expect(rowOf(name, 'Øvrige')).toEqual(['Øvrige', '0,0']);
    await excel.userEdits(OVERVIEW, excel.addressUnder(OVERVIEW, '2026', 5), 20);
    const [chart] = excel.sheet(name).charts;
    expect(chart && chartData(excel.workbook, chart).categories[0]).toBe('SletDet (Red Barnet)');
    expect(chart && [chart.categoryAxis.isReversed, chart.valueAxis.minimum]).toEqual([true, 0]);
  });

  it('counts initiatives by status and findings by initiative', async () => {
    await inserted('verdicts');
    const name = 'Kontrolstatus 2026-2029';
    expect(rowOf(name, '✓ stemmer')).toEqual(['✓ stemmer', '4']);
    expect(rowOf(name, 'Anden status')).toEqual(['Anden status', '0']);
    expect(rowOf(name, 'Styrket rådgivning').at(-1)).toBe('✓ stemmer');
  });

  it('converts nothing without an index, its edition and its source, and says so', async () => {
    const earlier = agreementOf([initiativeOf('Gammelt', 10, '2,0 2,0 - - 4,0', [])], { document: { ...AGREEMENT.document, name: 'gammel.txt', sha256: 'c'.repeat(64) }, title: 'Aftale om reserven, ældre', priceLevel: '2022-pl' });
    const levelled = { ...earlier, initiatives: earlier.initiatives.map((one) => ({ ...one, priceLevel: '2022-pl' })) };
    await workbook.importAgreement(levelled, reconcile(levelled), { kind: 'new-sheets' });
    await inserted('price-levels');
    const name = 'Prisniveauer 2026-2029';
    const sheet = excel.sheet(name);
    const rowAt = (label: string): number => Array.from({ length: 60 }, (_, row) => row).find((row) => excel.cell(name, `A${row + 1}`).text === label) ?? -1;
    const own = rowAt('2026-2029');
    const texts = (row: number): string[] => ['B', 'C', 'F', 'G'].map((column) => excel.cell(name, `${column}${row + 1}`).text);
    expect([texts(own), texts(own + 1)]).toEqual([['4,6', '9,5', '2026-pl', '1,0000'], ['#N/A', '#N/A', '2022-pl', '#N/A']]);
    expect(excel.cell(name, `A${own + 3}`).text).toBe('! Ikke alt er omregnet: skriv indeks, udgave og kilde ovenfor.');
    await excel.userEdits(name, `B${rowAt('2022-pl') + 1}`, 100);
    await excel.userEdits(name, `B${rowAt('2026-pl') + 1}`, 110);
    await excel.userEdits(name, `B${rowAt('Udgave') + 1}`, 'januar 2026');
    expect(texts(own + 1)[0]).toBe('#N/A');
    await excel.userEdits(name, `B${rowAt('Kilde') + 1}`, 'Finansministeriet');
    expect(texts(own + 1)).toEqual(['2,2', '2,2', '2022-pl', '1,1000']);
    expect(excel.cell(name, `A${own + 3}`).text).toBe('Omregnet til 2026-pl: januar 2026, Finansministeriet');
    expect(sheet.charts).toHaveLength(1);
    expect((await inserted('price-levels')).kept).toBe(name);
  });
});

describe('a picture that stands already', () => {
  it('gives its place and its name to the new one', async () => {
    await inserted('expiry');
    await workbook.checkWorkbook();
    excel.resetCounters();
    expect(await inserted('expiry')).toEqual({ sheet: EXPIRY, address: 'A1', kind: 'expiry', kept: null, isPrintSet: true });
    expect(excel.syncCount).toBeLessThanOrEqual(6);
    expect(sheetNames().filter((name) => name.startsWith('Bevillingsudløb'))).toEqual([EXPIRY]);
    expect(excel.sheet(EXPIRY).charts).toHaveLength(1);
  });

  it.each([
    ['a note of the user’s on it', () => excel.userEdits(EXPIRY, 'M3', 'husk')],
    ['a formula of the user’s that points at it', () => excel.userEdits('Ark1', 'A1', `='${EXPIRY}'!B25`)],
  ])('stays, with %s', async (_what, happening) => {
    await inserted('expiry');
    await happening();
    expect(await inserted('expiry')).toEqual({ sheet: `${EXPIRY} (2)`, address: 'A1', kind: 'expiry', kept: EXPIRY, isPrintSet: true });
    expect(sheetNames().filter((name) => name.startsWith('Bevillingsudløb'))).toEqual([EXPIRY, `${EXPIRY} (2)`]);
  });

  it('stands, and that is said, where Excel refuses the paper size', async () => {
    await inserted('expiry');
    excel.intercept(({ body }) => (body.Actions.some(({ Name }) => Name === 'PaperSize') ? { mode: 'not-applied', code: 'InvalidArgument' } : null));
    expect(await inserted('profile')).toEqual({ sheet: PROFILE, address: 'A1', kind: 'profile', kept: null, isPrintSet: false });
    expect(await inserted('expiry')).toEqual({ sheet: EXPIRY, address: 'A1', kind: 'expiry', kept: null, isPrintSet: false });
    expect(excel.sheet(EXPIRY).charts).toHaveLength(1);
  });

  it('leaves a sheet of the user’s that bears its name alone', async () => {
    excel.workbook.addSheet(EXPIRY);
    await excel.userEdits(EXPIRY, 'A1', 'mit eget');
    expect((await inserted('expiry')).sheet).toBe(`${EXPIRY} (2)`);
    expect(excel.values(`'${EXPIRY}'!A1`)).toEqual([['mit eget']]);
  });
});

describe('the removal of its agreement', () => {
  it('leaves what is the user’s on a picture’s sheet, without the chart that would show nothing', async () => {
    await inserted('expiry');
    await excel.userEdits(EXPIRY, 'M3', 'husk');
    expect(await workbook.removeImport(importId)).toEqual({ ok: true, value: { kept: [EXPIRY] } });
    expect([...excel.sheet(EXPIRY).cells.values()].flatMap(({ value }) => (value === null ? [] : [value]))).toEqual(['husk']);
    expect(excel.sheet(EXPIRY).charts).toEqual([]);
  });

  it('takes its pictures along, those that were made of an earlier edition, too', async () => {
    await inserted('profile');
    const edition = { ...AGREEMENT, initiatives: AGREEMENT.initiatives.slice(0, 3), document: { ...AGREEMENT.document, name: 'rettet.txt', sha256: 'b'.repeat(64) } };
    const taken = await workbook.takeOver(importId, edition, reconcile(edition), { pairing: new Map(), overwritten: new Set() });
    expect(taken.ok).toBe(true);
    expect(await workbook.removeImport(importId)).toEqual({ ok: true, value: null });
    expect(sheetNames()).toEqual(['Ark1', 'Afstemningslog']);
  });
});

describe('what is refused', () => {
  it('says so where the table is gone, where the structure is protected, and where the import is not there', async () => {
    excel.workbook.isStructureProtected = true;
    expect(await workbook.insertPicture(importId, 'expiry')).toEqual({ ok: false, failure: { code: 'workbook-protected' } });
    excel.workbook.isStructureProtected = false;
    expect(await workbook.insertPicture('intet', 'expiry')).toEqual({ ok: false, failure: { code: 'host', hostCode: 'ItemNotFound', workbook: 'unchanged' } });
    excel.workbook.deleteSheet(excel.sheet(OVERVIEW));
    expect(await workbook.insertPicture(importId, 'expiry')).toEqual({ ok: false, failure: { code: 'picture-without-source' } });
    expect(sheetNames().some((name) => name.startsWith('Bevilling'))).toBe(false);
  });
});

describe('where Excel merges undo steps', () => {
  it('goes in one step', async () => {
    await excel.close();
    await importInto({ apiVersion: '1.20' });
    const before = excel.undoCount;
    await inserted('expiry');
    expect(excel.undoCount).toBe(before + 1);
    await excel.userUndoes();
    expect(sheetNames()).not.toContain(EXPIRY);
  });
});
