import { reconcile } from '../../../src/core/reconciliation/engine';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { type WorkbookState } from '../../../src/excel/workbook-port';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { sampleAgreement } from '../../support/sample-agreement';
import { valueOf } from '../../support/value-of';

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;
let announced: (string | null)[][];

beforeEach(async () => {
  excel = await startHeadlessExcel();
  announced = [];
  workbook = newWorkbook();
});

afterEach(() => excel.close());

function newWorkbook(): ExcelWorkbook {
  return new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', onAgreementsChanged: (agreements) => announced.push(agreements.map(({ title }) => title)) });
}

async function checked(): Promise<WorkbookState> {
  return valueOf(await workbook.checkWorkbook());
}

async function insert(index: number, address = 'B2'): Promise<void> {
  await excel.userSelects('Ark1', address);
  valueOf(await workbook.insertInitiative(sampleAgreement(), index));
}

async function importSample(): Promise<string> {
  const agreement = sampleAgreement();
  return valueOf(await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' })).importId;
}

function differences({ findings }: WorkbookState): string[] {
  return findings.filter(({ check }) => check.rule === 'edited-after-import').map(({ check, place }) => `${place === null ? '-' : `${place.sheet}!${place.address}`} ${check.message.da}`);
}

/*
 * Where the second initiative stands after an insertion at B2: its name in row 2, its agreement in 3, headings in 4, the total row in 5 (B "I alt",
 * C to F the years), components in 6 to 8, the printed totals in 9 and their checks in 10; G the row sums, H the printed totals,
 * I the differences, J the checks, K the source.
 */
describe('a single inserted initiative', () => {
  it('is known to later checks, with its agreement, in a newly opened workbook too', async () => {
    await insert(1);
    expect(announced).toEqual([['Aftale om udmøntning af reserven 2026-2029']]);
    excel.load(excel.save());
    workbook = newWorkbook();
    const state = await checked();
    expect(state.imports).toMatchObject([{ sheets: ['Ark1'], agreement: { title: 'Aftale om udmøntning af reserven 2026-2029' } }]);
    expect(differences(state)).toEqual([]);
    expect(state.summary.differs).toBe(0);
    expect(state.summary.agrees).toBeGreaterThan(0);
    await excel.userEdits('Ark1', 'C6', 1.6);
    expect(differences(await checked())).toEqual(['Ark1!C6 Ændret efter importen: i dokumentet står der 1,5, i arket 1,6.']);
  });

  it('has its edits flagged at once and cleaned when they are undone', async () => {
    await insert(1);
    workbook.onStateChanged(() => undefined);
    await excel.settled();
    const told = (): Promise<WorkbookState> => new Promise((resolve) => {
      const stop = workbook.onStateChanged((state) => {
        stop();
        resolve(state);
      });
    });
    const edited = told();
    await excel.userEdits('Ark1', 'D9', 9);
    expect(differences(await edited)).toEqual(['Ark1!D9 Ændret efter importen: i dokumentet står der 2,5, i arket 9.']);
    expect(excel.cell('Ark1', 'D9').comment).toContain('i dokumentet står der 2,5');
    const restored = told();
    await excel.userEdits('Ark1', 'D9', 2.5);
    expect(differences(await restored)).toEqual([]);
    expect(excel.cell('Ark1', 'D9')).toMatchObject({ fill: null, comment: null });
  });

  it.each([
    ['C5', 2.5, 'Formlen er overskrevet med en fast værdi og følger ikke længere tallene.'],
    ['C5', '=SUM(C6:C7)', 'Formlens område mangler Pulje til rådgivning (1): den giver 1,7, men tallene giver 2,5: forskel 0,8.'],
    ['C5', '=SUM(C6:C8)', 'Formlen lægger andet til end det, den skal: den giver 2,7, men tallene giver 2,5: forskel 0,2.'],
    ['G6', '=SUM(C6:E6)', 'Formlens område mangler 2029 (1): den giver 4, men tallene giver 5: forskel 1.'],
    ['J6', '✓ stemmer', 'Formlen er overskrevet med en fast værdi og følger ikke længere tallene.'],
    ['C10', '✓ stemmer', 'Formlen er overskrevet med en fast værdi og følger ikke længere tallene.'],
    ['H7', "'0,2", 'Tallet 0,2 er gemt som tekst og tælles ikke med af Excel.'],
  ])('tells what became of %s', async (address, written, message) => {
    await insert(1);
    await excel.userEdits('Ark1', address, written);
    expect(differences(await checked())).toContain(`Ark1!${address} ${message}`);
    expect(excel.cell('Ark1', address).comment).toContain(message);
  });

  it('tells a row that somebody added below what its sum adds', async () => {
    await insert(1);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Ark1').getRange('B9:K9').insert('Down');
      await context.sync();
    });
    await Excel.run(async (context) => {
      context.workbook.tables.getItemAt(0).resize('Ark1!B4:K9');
      await context.sync();
    });
    await excel.userEdits('Ark1', 'B9', [['Ny post', 3, 0, 0, 0]]);
    expect(differences(await checked())).toEqual(['Ark1!B9 Række 9 er tilføjet efter importen og tæller ikke med i summerne over Styrket rådgivning: 2026: 3.']);
  });

  it('knows its rows after sorting', async () => {
    await insert(1);
    await Excel.run(async (context) => {
      context.workbook.tables.getItemAt(0).sort.apply([{ key: 0, ascending: true }]);
      await context.sync();
    });
    expect(differences(await checked()).filter((message) => message.includes('Ændret'))).toEqual([]);
  });

  it('tells that its table is gone', async () => {
    await insert(0);
    await Excel.run(async (context) => {
      context.workbook.tables.getItemAt(0).convertToRange();
      await context.sync();
    });
    expect(differences(await checked())).toEqual(['- Tabellen SletDetRedBarnet (SletDet (Red Barnet)) findes ikke længere: den er slettet, omdøbt eller lavet om til et almindeligt område. Dens 10 tal er ikke kontrolleret.']);
  });

  it('belongs to the import of its agreement, before and after it, and goes with it', async () => {
    await excel.userEdits('Ark1', 'A1', 'mit');
    await excel.userEdits('Ark1', 'B20', 'også mit');
    await insert(1);
    const importId = await importSample();
    await insert(0, 'M2');
    const state = await checked();
    expect(state.imports).toHaveLength(1);
    expect(state.imports[0]?.sheets).toContain('Ark1');
    expect(differences(state)).toEqual([]);
    await excel.userEdits('Ark1', 'C6', 1.6);
    await excel.userEdits('Ark1', 'N5', 7);
    expect(differences(await checked())).toHaveLength(2);
    expect(await workbook.removeImport(importId)).toEqual({ ok: true, value: null });
    expect(excel.values('Ark1!A1:Z30').flat().filter((value) => value !== '')).toEqual(['mit', 'også mit']);
    expect([excel.workbook.tables, excel.workbook.comments, excel.workbook.names]).toEqual([[], [], []]);
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Ark1']);
  });

  it('is no whole agreement: told as what it is, until the whole is imported', async () => {
    await insert(1);
    expect((await checked()).imports.map(({ agreement }) => agreement.inserted)).toEqual([[1]]);
    await insert(0, 'B20');
    expect((await checked()).imports.map(({ agreement }) => agreement.inserted)).toEqual([[0, 1]]);
    await importSample();
    expect((await checked()).imports.map(({ agreement }) => agreement.inserted)).toEqual([undefined]);
    expect(announced).toHaveLength(3);
  });

  it('is compared with no other document of the workbook as if all of its agreement stood there', async () => {
    const other = { ...sampleAgreement(), document: { ...sampleAgreement().document, name: 'anden.txt', sha256: 'f'.repeat(64) } };
    await insert(1);
    const result = await workbook.importAgreement(other, reconcile(other), { kind: 'new-sheets' });
    expect(result.ok).toBe(true);
    const across = (await checked()).findings.filter(({ check }) => check.rule === 'across-documents');
    expect(new Set(across.map(({ check }) => check.place.initiative))).toEqual(new Set());
  });

  it('can stand twice, each with its own flags', async () => {
    await insert(0);
    await insert(0, 'B12');
    await excel.userEdits('Ark1', 'C16', 2);
    expect(differences(await checked())).toEqual(['Ark1!C16 Ændret efter importen: i dokumentet står der 1,6, i arket 2.']);
    expect(excel.cell('Ark1', 'C6')).toMatchObject({ fill: null, comment: null });
  });
});
