import { reconcile } from '../../src/core/reconciliation/engine';
import { type Agreement } from '../../src/core/budget/agreement';
import { withGivenTitle } from '../../src/core/sheet-plan/given-title';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { type WorkbookState } from '../../src/excel/workbook-port';
import { startHeadlessExcel, type HeadlessExcel } from '../support/headless-excel';
import { agreementOf, initiativeOf, printedRow, sampleAgreement } from '../support/sample-agreement';
import { PATIENCE_MS } from '../support/patience';
import { valueOf } from '../support/value-of';

const OVERVIEW = 'Oversigt 2026-2029';
const FINDINGS = 'Afstemning 2026-2029';
const DATA = 'ReserveData';

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;
let announced: string[][];

afterEach(() => excel.close());

beforeEach(async () => {
  excel = await startHeadlessExcel();
  announced = [];
  workbook = newWorkbook();
});

function newWorkbook(): ExcelWorkbook {
  return new ExcelWorkbook({
    language: 'da',
    addinVersion: '1.0.0',
    signer: () => 'Anne Holm',
    onAgreementsChanged: (agreements) => announced.push(agreements.map((agreement) => agreement.title ?? '')),
  });
}

async function importSample(agreement: Agreement = sampleAgreement()): Promise<string> {
  return valueOf(await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' })).importId;
}

async function checked(port: ExcelWorkbook = workbook): Promise<WorkbookState> {
  return valueOf(await port.checkWorkbook());
}

/** Waits until the check that an edit leads to has been told. */
function nextState(port: ExcelWorkbook): Promise<WorkbookState> {
  return new Promise((resolve) => {
    const stop = port.onStateChanged((state) => {
      stop();
      resolve(state);
    });
  });
}

/** Office delivers events some turns later; waits until what is expected of them holds. */
async function eventually(expectation: () => void): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      expectation();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What a user would see of a cell that is not flagged. */
const CLEAN = { fill: null, comment: null };

describe('a document without a title', () => {
  it('is imported under the one that was given: on its sheets, in the stored model and in a workbook opened anew', async () => {
    const untitled = { ...sampleAgreement(), title: null };
    await importSample(withGivenTitle(untitled, 'Havneforliget'));
    const [stored] = (await checked(newWorkbook())).imports;
    expect(stored?.agreement).toMatchObject({ title: 'Havneforliget', isTitleGiven: true });
    expect(stored?.sheets).toEqual(expect.arrayContaining(['Oversigt Havneforliget', 'Afstemning Havneforliget']));
    expect(excel.cell('Oversigt Havneforliget', 'A1').value).toBe('Havneforliget');
  });
});

describe('importAgreement', () => {
  it('writes the tables with live totals and the printed ones beside them', async () => {
    const agreement = sampleAgreement();
    const result = await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' });
    expect(result).toMatchObject({ ok: true, value: { initiatives: 4, components: 4, findings: 0, sheets: [OVERVIEW, 'Delposter 2026-2029', 'Totaler 2026-2029', FINDINGS, 'Kilder 2026-2029'] } });
    expect(excel.values(`'${OVERVIEW}'!B4:M5`)).toEqual([
      ['Initiativ', 'Status', 'Gruppe 1', 'Gruppe 2', '2026', '2027', '2028', '2029', 'I alt', 'I alt ifølge aftalen', 'Forskel', 'Årene mod i alt'],
      ['SletDet (Red Barnet)', '✓ stemmer', 'Socialministeriet', 'Børn', 1.6, 3, 2, 0, 6.6, 6.6, 0, '✓ stemmer'],
    ]);
    expect(excel.cell(OVERVIEW, 'J5').formula).toMatch(/^=SUM\(/);
    expect(excel.cell(OVERVIEW, 'I5')).toMatchObject({ value: 0, text: '–' });
    expect(excel.cell(OVERVIEW, 'F5').text).toBe('1,6');
    expect(excel.sheet(DATA).visibility).toBe('VeryHidden');
  });

  it('writes labels that look like formulas as text', async () => {
    await importSample();
    expect(excel.cell('Delposter 2026-2029', 'C6')).toMatchObject({ value: '- heraf drift', formula: null });
    expect(excel.cell('Delposter 2026-2029', 'C7')).toMatchObject({ value: '=evaluering', formula: null });
  });

  it.each([1, 10, 1000])('takes as many syncs for %i initiatives as for one', async (count) => {
    const initiatives = Array.from({ length: count }, (_, index) =>
      initiativeOf(`Initiativ nr. ${index}`, 10 + index * 20, '1,0 2,0 - - 3,0', [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 15 + index * 20)]),
    );
    const agreement = agreementOf(initiatives);
    excel.resetCounters();
    const result = await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' });
    expect(result).toMatchObject({ ok: true, value: { syncs: 5, isPrintSet: true } });
  });

  it('takes one more for an agreement beyond what fits a request, which is read back while the rest is sent', async () => {
    const text = 'en sætning med tal '.repeat(50);
    const agreement = { ...agreementOf([initiativeOf('Første', 10, '1,0 2,0 - - 3,0', [])]), citedLines: Array.from({ length: 5500 }, (_, line) => ({ page: 1, line, text })) };
    const sizes: number[] = [];
    excel.resetCounters();
    excel.intercept(({ body }) => void sizes.push(JSON.stringify(body).length));
    const result = await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' });
    expect(result).toMatchObject({ ok: true, value: { syncs: 6 } });
    expect(Math.max(...sizes)).toBeLessThan(5_000_000);
    expect(sizes.filter((size) => size > 1_000_000).length).toBe(2);
  });

  it('names every year total and tells the functions before it recalculates', async () => {
    await importSample();
    await excel.userEdits('Ark1', 'A1', '=Reserve2027');
    expect(excel.cell('Ark1', 'A1').value).toBe(9.5);
    expect(announced).toEqual([['Aftale om udmøntning af reserven 2026-2029']]);
  });

  it('flags what differs with fill and comment and lists why', async () => {
    await importSample(agreementOf([initiativeOf('Forkert sum', 10, '1,0 2,0 - - 3,5', [])]));
    expect(excel.cell(OVERVIEW, 'H5').fill).not.toBeNull();
    expect(excel.cell(OVERVIEW, 'H5').comment).toMatch(/^Reserve: .*3,5/s);
    expect(excel.cell(FINDINGS, 'C5').value).toMatch(/fejl|advarsel/);
    expect(excel.cell(FINDINGS, 'J5').value).toBe(3.5);
    expect(excel.values(`'${OVERVIEW}'!I5:J5`)).toEqual([[-0.5, '✗ afviger']]);
    expect(excel.cell(OVERVIEW, 'B5').value).toBe('✗ fejl');
  });

  it('leaves what could not be read empty, with a flag', async () => {
    await importSample(agreementOf([initiativeOf('Ulæselig', 10, '1,0 2x? - - 3,0', [])]));
    expect(excel.cell(OVERVIEW, 'D5').value).toBe('');
    expect(excel.cell(OVERVIEW, 'D5').comment).toContain('2x?');
  });
});

describe('what keeps an import from being written', () => {
  async function refusal(agreement: Agreement, kind: 'new-sheets' | 'selection' = 'new-sheets'): Promise<unknown> {
    const before = JSON.stringify(excel.save());
    const result = await workbook.importAgreement(agreement, [], { kind });
    expect(JSON.stringify(excel.save())).toBe(before);
    return result.ok ? result : result.failure;
  }

  it('an agreement that is there already', async () => {
    await importSample();
    expect(await refusal(sampleAgreement())).toMatchObject({ code: 'already-imported' });
  });

  it('a selection that is not empty', async () => {
    await excel.userEdits('Ark1', 'C3', 'mit');
    await excel.userSelects('Ark1', 'B2');
    expect(await refusal(sampleAgreement(), 'selection')).toMatchObject({ code: 'target-not-empty' });
  });

  it('a protected sheet', async () => {
    excel.protectSheet('Ark1');
    expect(await refusal(sampleAgreement(), 'selection')).toEqual({ code: 'sheet-protected', sheet: 'Ark1' });
  });

  it('a protected workbook', async () => {
    excel.workbook.isStructureProtected = true;
    expect(await refusal(sampleAgreement())).toEqual({ code: 'workbook-protected' });
  });
});

describe('editing after the import', () => {
  it('flags the edited figure at once, lists it, and cleans up when it is restored', async () => {
    await importSample();
    workbook.onStateChanged(() => undefined);
    await excel.settled();
    const edited = nextState(workbook);
    await excel.userEdits(OVERVIEW, 'G5', 4);
    const state = await edited;
    expect(state.findings.map(({ check }) => check.rule)).toEqual(expect.arrayContaining(['edited-after-import', 'row-cross-footing']));
    expect(state.findings.find(({ check }) => check.rule === 'edited-after-import')?.place).toEqual({ sheet: OVERVIEW, address: 'G5' });
    expect(excel.cell(OVERVIEW, 'G5').comment).toContain('i dokumentet står der 3,0, i arket 4');
    expect(excel.values(`'${OVERVIEW}'!L5:M5`)).toEqual([[1, '✗ afviger']]);
    expect(excel.values(`'${FINDINGS}'!E5:E7`).flat()).toContain('SletDet (Red Barnet)');

    const restored = nextState(workbook);
    await excel.userEdits(OVERVIEW, 'G5', 3);
    expect((await restored).findings).toEqual([]);
    expect(excel.cell(OVERVIEW, 'G5')).toMatchObject(CLEAN);
    expect(excel.cell(OVERVIEW, 'K5')).toMatchObject(CLEAN);
    expect(excel.cell(FINDINGS, 'H5').value).toMatch(/Ingen afvigelser/);
    expect(excel.cell(FINDINGS, 'H6').value).toBe('');
  });

  it('queues nothing when nothing has changed', async () => {
    await importSample();
    await checked();
    await excel.settled();
    const before = JSON.stringify(excel.save());
    excel.resetCounters();
    await checked();
    expect(JSON.stringify(excel.save())).toBe(before);
    expect(excel.syncCount).toBeLessThanOrEqual(4);
  });

  it("gives the user's own fill back when the flag goes", async () => {
    await importSample();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(OVERVIEW).getRange('G5').format.fill.color = '#00FF00';
      await context.sync();
    });
    await excel.userEdits(OVERVIEW, 'G5', 4);
    await checked();
    expect(excel.cell(OVERVIEW, 'G5').fill).not.toBe('#00FF00');
    await excel.userEdits(OVERVIEW, 'G5', 3);
    await checked();
    expect(excel.cell(OVERVIEW, 'G5')).toMatchObject({ fill: '#00FF00', comment: null });
  });

  it('keeps the flag on its figure when rows are sorted', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'G5', 4);
    await checked();
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('Initiativer2026').sort.apply([{ key: 0, ascending: false }]);
      await context.sync();
    });
    const state = await checked();
    expect(state.findings.find(({ check }) => check.rule === 'edited-after-import')?.place?.address).toBe('G8');
    expect(excel.cell(OVERVIEW, 'G8').comment).toContain('Ændret efter importen');
    expect(excel.cell(OVERVIEW, 'G5')).toMatchObject(CLEAN);
  });

  it('keeps the flag on its figure when rows are inserted above', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'G5', 4);
    await checked();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(OVERVIEW).getRange('1:2').insert('Down');
      await context.sync();
    });
    const state = await checked();
    expect(state.findings.find(({ check }) => check.rule === 'edited-after-import')?.place?.address).toBe('G7');
    expect(excel.cell(OVERVIEW, 'G7').comment).toContain('Ændret efter importen');
  });

  it('says that a row is gone, a text stands for a figure, a formula was overwritten', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'F6', 'ca. 2');
    await excel.userEdits(OVERVIEW, 'J7', 12);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(OVERVIEW).getRange('A8:U8').delete('Up');
      await context.sync();
    });
    const messages = (await checked()).findings.filter(({ check }) => check.rule === 'edited-after-import').map(({ check }) => check.message.da);
    expect(messages.join('\n')).toMatch(/i arket »ca\. 2«/);
    expect(messages.join('\n')).toMatch(/Formlen er overskrevet/);
    expect(messages.filter((message) => message.includes('findes ikke længere'))).toEqual(['Rækken Klar til start, evaluering findes ikke længere i Oversigt. Der stod 2026: 0,5, 2029: 0,5, I alt: 1.']);
  });

  it('leaves a protected sheet alone and still reports', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'G5', 4);
    excel.protectSheet(OVERVIEW);
    excel.protectSheet(FINDINGS);
    expect((await checked()).findings.length).toBeGreaterThan(0);
    expect(excel.cell(OVERVIEW, 'G5').fill).toBeNull();
  });
});

describe('the store', () => {
  it('brings the agreement back in a newly opened workbook', async () => {
    await importSample();
    const saved = excel.save();
    excel.load(saved);
    announced = [];
    const again = newWorkbook();
    const state = await checked(again);
    expect(state.imports[0]?.agreement).toEqual(sampleAgreement());
    expect(announced).toEqual([['Aftale om udmøntning af reserven 2026-2029']]);
  });

  it('sets a damaged model aside, says so, and goes on', async () => {
    await importSample();
    await excel.userEdits(DATA, 'F2', '|{"document":"noget andet"}');
    workbook = newWorkbook();
    expect(await checked()).toMatchObject({ imports: [], notices: [{ code: 'store-damaged' }] });
    const again = await workbook.importAgreement(sampleAgreement(), [], { kind: 'new-sheets' });
    expect(again).toMatchObject({ ok: true, value: { sheets: [`${OVERVIEW} (2)`, 'Delposter 2026-2029 (2)', 'Totaler 2026-2029 (2)', `${FINDINGS} (2)`, 'Kilder 2026-2029 (2)'] } });
    workbook = newWorkbook();
    const state = await checked();
    expect([state.imports.map(({ sheets }) => sheets[0]), state.notices?.map(({ code }) => code)]).toEqual([[`${OVERVIEW} (2)`], ['store-damaged']]);
    if (again.ok) expect(await workbook.removeImport(again.value.importId)).toEqual({ ok: true, value: null });
    expect(excel.workbook.sheetNamed(DATA)).not.toBeNull();
  });

  it("leaves a newer Reserve's data alone", async () => {
    await importSample();
    await excel.userEdits(DATA, 'C1', 99);
    expect(await newWorkbook().checkWorkbook()).toEqual({ ok: false, failure: { code: 'store-newer', version: 99 } });
  });

  it('carries several imports', async () => {
    await importSample();
    const other = { ...sampleAgreement(), title: 'Anden aftale 2026-2029', document: { ...sampleAgreement().document, sha256: 'b'.repeat(64) } };
    await importSample(other);
    const state = await checked();
    expect(state.imports.map(({ sheets }) => sheets[0])).toEqual([OVERVIEW, `${OVERVIEW} (2)`]);
    expect(excel.workbook.tables.map(({ name }) => name)).toContain('Initiativer2026b');
  });
});

describe('removeImport', () => {
  it('takes an import back whole', async () => {
    const before = excel.workbook.sheets.map(({ name }) => name);
    const importId = await importSample(agreementOf([initiativeOf('Forkert sum', 10, '1,0 2,0 - - 3,5', [])]));
    expect(await workbook.removeImport(importId)).toEqual({ ok: true, value: null });
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(before);
    expect([excel.workbook.tables, excel.workbook.names, excel.workbook.comments]).toEqual([[], [], []]);
    expect(announced.at(-1)).toEqual([]);
    expect((await checked()).imports).toEqual([]);
  });

  it("leaves the other import and the user's cells", async () => {
    await excel.userEdits('Ark1', 'A1', 'mit');
    const first = await importSample();
    const other = { ...sampleAgreement(), title: 'Anden aftale', document: { ...sampleAgreement().document, sha256: 'b'.repeat(64) } };
    await importSample(other);
    await workbook.removeImport(first);
    expect((await checked()).imports.map(({ agreement }) => agreement.title)).toEqual(['Anden aftale']);
    expect(excel.cell('Ark1', 'A1').value).toBe('mit');
  });

  it('clears what it wrote at a selected cell, and nothing else', async () => {
    await excel.userEdits('Ark1', 'A1', 'mit');
    await excel.userEdits('Ark1', 'B20', 'også mit');
    await excel.userSelects('Ark1', 'B3');
    const agreement = sampleAgreement();
    const result = await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'selection' });
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    expect(excel.cell('Ark1', 'B3').value).toBe('Aftale om udmøntning af reserven 2026-2029');
    expect(excel.cell('Ark1', 'K7').value).toBe(6.6);
    await workbook.removeImport(result.value.importId);
    expect(excel.values('Ark1!A1:Z20').flat().filter((value) => value !== '')).toEqual(['mit', 'også mit']);
  });
});

describe('insertInitiative', () => {
  it('writes the table as the document prints it, totals as formulas, printed totals beside', async () => {
    await excel.userSelects('Ark1', 'B2');
    const result = await workbook.insertInitiative(sampleAgreement(), 1);
    expect(result).toEqual({ ok: true, value: { sheet: 'Ark1', address: 'B2' } });
    expect(excel.values('Ark1!B2:J10')).toEqual([
      ['Styrket rådgivning', '', '', '', '', '', '', '', ''],
      ['Aftale om udmøntning af reserven 2026-2029', '', '', '', '', '', '', '', ''],
      ['Mio. kr., 2026-pl', '2026', '2027', '2028', '2029', 'I alt', 'I alt ifølge aftalen', 'Forskel', 'Årene mod i alt'],
      ['I alt', 2.5, 2.5, 1, 1, 7, 7, 0, '✓ stemmer'],
      ['- heraf drift', 1.5, 1.5, 1, 1, 5, 5, 0, '✓ stemmer'],
      ['=evaluering', 0.2, 0, 0, 0, 0.2, 0.2, 0, '✓ stemmer'],
      ['Pulje til rådgivning', 1, 1, 0, 0, 2, 2, 0, '✓ stemmer'],
      ['I dokumentet', 2.5, 2.5, 1, 1, '', '', '', ''],
      ['Delposter mod i alt', '✓ stemmer', '✓ stemmer', '✓ stemmer', '✓ stemmer', '', '', '', ''],
    ]);
    expect(excel.cell('Ark1', 'C5').formula).toBe('=SUM(C6,C8)');
  });

  it('writes nothing over cells that are not empty', async () => {
    await excel.userEdits('Ark1', 'D5', 'mit');
    await excel.userSelects('Ark1', 'B2');
    expect(await workbook.insertInitiative(sampleAgreement(), 1)).toMatchObject({ ok: false, failure: { code: 'target-not-empty' } });
  });
});

describe('acceptFinding', () => {
  const LOG = 'Afstemningslog';

  async function spoilAndAccept(reason = 'Aftalt med ministeriet'): Promise<WorkbookState> {
    await importSample();
    await excel.userEdits(OVERVIEW, 'G7', 5);
    const { findings } = await checked();
    const key = findings.find(({ check }) => check.rule === 'row-cross-footing')?.key ?? '';
    return valueOf(await workbook.acceptFinding(key, reason));
  }

  function acceptances(state: WorkbookState): unknown[] {
    return state.findings.flatMap(({ acceptance }) => (acceptance === null || acceptance === undefined ? [] : [acceptance.reason]));
  }

  it('keeps the finding visible as accepted, in the list, the flag and the log', async () => {
    const state = await spoilAndAccept();
    expect(acceptances(state)).toEqual(['Aftalt med ministeriet']);
    const statuses = excel.values(`'${FINDINGS}'!D5:D9`).flat();
    expect(statuses).toContain('● godkendt: Aftalt med ministeriet');
    expect(excel.workbook.comments.some(({ content }) => content.includes('● Godkendt: Aftalt med ministeriet'))).toBe(true);
    const [header = [], row = []] = excel.values(`'${LOG}'!A3:N4`);
    expect(header.slice(0, 5)).toEqual(['Nr.', 'Tidspunkt', 'Hvem', 'Beslutning', 'Begrundelse']);
    expect([row[0], row[3], row[4], row[10], row[12]]).toEqual([1, 'godkendt', 'Aftalt med ministeriet', 'a'.repeat(64), '0'.repeat(64)]);
    expect(excel.workbook.comments.filter(({ sheet }) => sheet.name === LOG)).toEqual([]);
  });

  it('opens again when a figure changes', async () => {
    await spoilAndAccept();
    await excel.userEdits(OVERVIEW, 'G7', 6);
    expect(acceptances(await checked())).toEqual([]);
    await excel.userEdits(OVERVIEW, 'G7', 5);
    expect(acceptances(await checked())).toEqual(['Aftalt med ministeriet']);
  });

  it('appends, and counts nothing from the first row that was tampered with', async () => {
    const state = await spoilAndAccept('=1+1');
    const other = state.findings.find(({ check }) => check.rule === 'edited-after-import')?.key ?? '';
    await workbook.acceptFinding(other, '- også den');
    expect(acceptances(await checked()).sort()).toEqual(['- også den', '=1+1']);
    await excel.userEdits(LOG, 'E4', 'noget andet');
    expect(acceptances(await checked())).toEqual([]);
  });

  it('stays when the import is taken back and brought again', async () => {
    const state = await spoilAndAccept();
    await workbook.removeImport(state.imports[0]?.importId ?? '');
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Ark1', LOG]);
    await importSample();
    await excel.userEdits(OVERVIEW, 'G7', 5);
    expect(acceptances(await checked())).toEqual(['Aftalt med ministeriet']);
  });

  it('refuses a finding that is not there, and a protected log', async () => {
    const state = await spoilAndAccept();
    expect(await workbook.acceptFinding('nothing', 'x')).toMatchObject({ ok: false, failure: { code: 'host', hostCode: 'ItemNotFound' } });
    excel.protectSheet(LOG);
    const open = state.findings.find(({ acceptance }) => acceptance === null)?.key ?? '';
    expect(await workbook.acceptFinding(open, 'x')).toEqual({ ok: false, failure: { code: 'sheet-protected', sheet: LOG } });
  });
});

describe('tickFigures', () => {
  const ticksOf = (state: WorkbookState): readonly string[] => Object.keys(state.imports[0]?.ticks ?? {});

  it('keeps what a reviewer has seen with the workbook, in their initials, until it is taken away', async () => {
    const importId = await importSample();
    await workbook.tickFigures(importId, ['I1/year:2026', 'I2/year:2027', 'I9/year:2027'], true, 'AH');
    const state = await checked();
    expect(ticksOf(state)).toEqual(['I1/year:2026', 'I2/year:2027']);
    expect(state.imports[0]?.ticks?.['I1/year:2026']?.by).toBe('AH');
    await workbook.tickFigures(importId, ['I1/year:2026'], false, 'AH');
    expect(ticksOf(await checked())).toEqual(['I2/year:2027']);
  });

  it('does not count a figure as seen that was changed since, and tells the rest on the working paper', async () => {
    const importId = await importSample();
    await workbook.tickFigures(importId, ['I1/year:2026', 'I2/year:2027'], true, 'AH');
    const { value } = excel.cell(OVERVIEW, 'G6');
    await excel.userEdits(OVERVIEW, 'G6', Number(value) + 1);
    expect(ticksOf(await checked())).toEqual(['I1/year:2026']);
    await workbook.insertWorkingPaper(importId);
    const cells = excel.values("'Arbejdspapir 2026-2029'!A1:B20");
    expect(cells.find(([name]) => name === 'Tal set')?.[1]).toMatch(/^1 af \d+ tal er set i dokumentet, senest /);
    expect(cells.find(([name]) => name === 'Gennemgået af')?.[1]).toMatch(/^AH _/);
  });

  it('says that there is no such import', async () => {
    expect(await workbook.tickFigures('x', ['I1/year:2026'], true, 'AH')).toMatchObject({ ok: false, failure: { hostCode: 'ItemNotFound' } });
  });
});

describe('insertWorkingPaper', () => {
  it('writes document, counts, legend, differences, gaps and tick marks on a sheet of its own', async () => {
    const importId = await importSample();
    await excel.userEdits(OVERVIEW, 'G7', 5);
    const key = (await checked()).findings.find(({ check }) => check.rule === 'row-cross-footing')?.key ?? '';
    await workbook.acceptFinding(key, 'Aftalt');
    expect(await workbook.insertWorkingPaper(importId)).toEqual({ ok: true, value: { sheet: 'Arbejdspapir 2026-2029', address: 'A1', isPrintSet: true } });
    const cells = excel.values("'Arbejdspapir 2026-2029'!A1:K120");
    const column = cells.map(([first]) => first);
    expect(column[0]).toBe('Arbejdspapir: afstemning af Aftale om udmøntning af reserven 2026-2029');
    expect(cells[2]?.slice(0, 2)).toEqual(['SHA-256', 'a'.repeat(64)]);
    for (const heading of ['Kontroller fordelt på resultat', 'Tegnforklaring', 'Godkendte afvigelser', 'Åbne afvigelser', 'Kunne ikke kontrolleres', 'Stemmer']) expect(column).toContain(heading);
    expect(column).toContain('● godkendt');
    expect(column.filter((cell) => cell === '✓ stemmer').length).toBeGreaterThan(10);
    expect(cells.flat().some((cell) => String(cell).includes('Godkendt (') && String(cell).endsWith(': Aftalt'))).toBe(true);
    expect(cells.flat().some((cell) => /^\d+ kontroller: \d+ stemmer, \d+ afviger( \(1 årsag\))?, 1 er godkendt, \d+ kunne ikke foretages\.$/.test(String(cell)))).toBe(true);
    expect(await workbook.insertWorkingPaper(importId)).toMatchObject({ value: { sheet: 'Arbejdspapir 2026-2029 (2)' } });
  });

  it('has sheets that print on landscape A4, as wide as a page, with headings and numbers on every page', async () => {
    await importSample();
    for (const { name, sheet } of excel.workbook.tables.map((table) => ({ name: table.sheet.name, sheet: table.sheet }))) {
      const heading = excel.workbook.tables.find((table) => table.sheet.name === name)?.headerArea;
      expect(Object.fromEntries(sheet.pageLayout)).toMatchObject({ Orientation: 'Landscape', PaperSize: 'A4', Zoom: { horizontalFitToPages: 1 }, LeftHeader: '&A', RightFooter: '&P / &N' });
      expect(String(sheet.pageLayout.get('PrintTitleRows'))).toMatch(new RegExp(`1:\\$?${(heading?.row ?? 0) + 1}$`));
    }
  });

  it('takes an Excel that sets up no page, and says so', async () => {
    excel.intercept((request) => (JSON.stringify(request).includes('"Orientation"') ? { mode: 'not-applied', code: 'GeneralException' } : null));
    const agreement = sampleAgreement();
    expect(await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' })).toMatchObject({ ok: true, value: { isPrintSet: false } });
    expect(excel.workbook.tables.map(({ sheet }) => sheet.name)).toContain(OVERVIEW);
  });

  it('stands, and says so, where Excel refuses the paper size', async () => {
    const importId = await importSample();
    excel.intercept(({ body }) => (body.Actions.some(({ Name }) => Name === 'PaperSize') ? { mode: 'not-applied', code: 'InvalidArgument' } : null));
    expect(await workbook.insertWorkingPaper(importId)).toEqual({ ok: true, value: { sheet: 'Arbejdspapir 2026-2029', address: 'A1', isPrintSet: false } });
    expect(excel.cell('Arbejdspapir 2026-2029', 'A1').value).toContain('Arbejdspapir');
  });

  it('is set up for print: landscape A4, as wide as a page, its title on every page, page numbers', async () => {
    const importId = await importSample();
    await workbook.insertWorkingPaper(importId);
    const layout = Object.fromEntries(excel.sheet('Arbejdspapir 2026-2029').pageLayout);
    expect(layout).toMatchObject({ Orientation: 'Landscape', PaperSize: 'A4', LeftHeader: 'aftale.txt', RightFooter: 'side &P af &N' });
    expect(layout['Zoom']).toMatchObject({ horizontalFitToPages: 1 });
    expect(String(layout['PrintTitleRows'])).toMatch(/1:\$?1$/);
    expect(String(layout['LeftFooter'])).toContain('Reserve 1.0.0 · SHA-256 aaaaaaaaaaaaaaaa…');
  });

  it('tells what is wrong with the workbook that it is made in', async () => {
    const importId = await importSample();
    excel.protectSheet(OVERVIEW);
    await workbook.insertWorkingPaper(importId);
    expect(excel.values("'Arbejdspapir 2026-2029'!A1:B20").flat().some((cell) => String(cell).includes(`Arket ${OVERVIEW} er beskyttet`))).toBe(true);
  });

  it('says that there is no such import', async () => {
    expect(await workbook.insertWorkingPaper('x')).toMatchObject({ ok: false, failure: { hostCode: 'ItemNotFound' } });
  });
});

describe('the selection', () => {
  it('tells which figure is selected, and selects one', async () => {
    const importId = await importSample();
    const seen: unknown[] = [];
    workbook.onSelectionChanged((place, id, figure) => seen.push([place, id, figure]));
    await checked();
    await excel.settled();
    await excel.userSelects(OVERVIEW, 'G6');
    await eventually(() => expect(seen.at(-1)).toEqual([{ sheet: OVERVIEW, address: 'G6' }, importId, { initiative: 1, component: null, total: null, column: 2027 }]));
    await excel.userSelects('Ark1', 'C1');
    await eventually(() => expect(seen.at(-1)).toEqual([null, null, null]));
    expect(await workbook.selectFigure(importId, { initiative: 1, component: 2, total: null, column: 'total' })).toEqual({ ok: true, value: null });
    await eventually(() => expect(seen.at(-1)).toEqual([{ sheet: 'Delposter 2026-2029', address: 'K8' }, importId, { initiative: 1, component: 2, total: null, column: 'total' }]));
  });

  it('tells which row and cell of the tables of no money is selected, wherever the row was moved to', async () => {
    const at = (line: number) => ({ page: 3, line, box: null });
    const row = (label: string, texts: readonly string[], line: number) => ({ ...printedRow('component', label, '_', line), position: at(line), cells: texts.map((text) => ({ kind: 'text' as const, text, position: at(line) })) });
    const counted = agreementOf([], {
      years: [],
      tables: [{ caption: { text: 'Antal medlemmer', position: at(13) }, unit: null, priceLevel: null, columns: [{ kind: 'text', header: '2024' }, { kind: 'text', header: '2025' }], rows: [row('Trænere', ['1,5', '1.200'], 14), row('Roere', ['7', 'ukendt'], 15)], position: at(13) }],
    });
    const importId = await importSample(counted);
    await checked();
    const sheet = excel.workbook.sheets.map(({ name }) => name).find((name) => name.startsWith('Andre tabeller')) ?? '';
    const seen: unknown[] = [];
    workbook.onSelectionChanged((place, id, figure) => seen.push([place, id, figure?.otherTable]));
    await excel.settled();
    for (const [address, otherTable] of [
      ['A4', { table: 0, row: null, cell: null }],
      ['C6', { table: 0, row: 0, cell: 1 }],
      ['A7', { table: 0, row: 1, cell: null }],
      ['D7', { table: 0, row: 1, cell: null }],
    ] as const) {
      await excel.userSelects(sheet, address);
      await eventually(() => expect(seen.at(-1)).toEqual([{ sheet, address }, importId, otherTable]));
    }
    await excel.userSelects(sheet, 'A20');
    await eventually(() => expect(seen.at(-1)).toEqual([null, null, undefined]));
  });

  it('goes both ways for names, amounts of no year, printed totals of them, and amounts of the text', async () => {
    const columns = [{ kind: 'amount' as const, header: 'Ansøgt' }, { kind: 'amount' as const, header: 'Bevilget' }];
    const amount = { coefficient: 85, decimals: 1, unit: 'mio. kr.' as const };
    const stated = { amount, approximate: false, annual: false, permanent: false, from: null, to: null, priceLevel: null, purpose: 'en årlig uge', position: { page: null, line: 9, box: null } };
    const applied = agreementOf([initiativeOf('Roklubben', 5, '-', [], { columns, total: printedRow('component', 'Roklubben', '8,5 4,0', 5) })], {
      years: [],
      totals: [{ label: 'I alt', group: [], columns, row: printedRow('total', 'I alt', '8,5 4,0', 6) }],
      mentions: [stated],
    });
    const importId = await importSample(applied);
    const seen: unknown[] = [];
    workbook.onSelectionChanged((_place, _id, figure) => seen.push(figure));
    await checked();
    await excel.settled();
    const own = { initiative: 0, component: null, total: null };
    const nowhere = { initiative: null, component: null, total: null };
    for (const figure of [
      { ...own, column: 'amount:Bevilget' as const },
      { ...own, column: 'title' as const },
      { ...nowhere, total: 0, column: 'amount:Ansøgt' as const },
      { ...nowhere, column: null, mention: 0 },
    ]) {
      expect(await workbook.selectFigure(importId, figure)).toEqual({ ok: true, value: null });
      await eventually(() => expect(seen.at(-1)).toEqual(figure));
    }
  });
});
