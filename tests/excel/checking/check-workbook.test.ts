import { reconcile } from '../../../src/core/reconciliation/engine';
import { type Agreement } from '../../../src/core/budget/agreement';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { type WorkbookFinding, type WorkbookState } from '../../../src/excel/workbook-port';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { agreementOf, initiativeOf, printedRow, sampleAgreement } from '../../support/sample-agreement';
import { valueOf } from '../../support/value-of';

const OVERVIEW = 'Oversigt 2026-2029';
const COMPONENTS = 'Delposter 2026-2029';
const TOTALS = 'Totaler 2026-2029';
const FINDINGS = 'Afstemning 2026-2029';

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;

beforeEach(async () => {
  excel = await startHeadlessExcel();
  workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0' });
});

afterEach(() => excel.close());

async function importSample(agreement: Agreement = sampleAgreement()): Promise<string> {
  return valueOf(await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' })).importId;
}

async function checked(): Promise<WorkbookState> {
  return valueOf(await workbook.checkWorkbook());
}

/** The findings of the comparison with the import: outcome, place, message. */
function edits(state: WorkbookState): string[] {
  return state.findings.filter(({ check }) => check.rule === 'edited-after-import').map(line);
}

function line({ check, place }: WorkbookFinding): string {
  return `${check.outcome} ${place === null ? '-' : `${place.sheet === OVERVIEW ? '' : `${place.sheet}!`}${place.address}`} ${check.message.da}`;
}

async function run(action: (context: Excel.RequestContext) => void): Promise<void> {
  await Excel.run(async (context) => {
    action(context);
    await context.sync();
  });
}

describe('agreements outside the workbook', () => {
  const earlier = agreementOf([initiativeOf('Klar til start', 2, '9,0 1,0 1,0 1,0 12,0', [])], { document: { name: 'andet.txt', sha256: 'c'.repeat(64), layout: 'initiative-sheets', pages: null } });

  it('are compared with as in the preview, and so say the same', async () => {
    const sample = sampleAgreement();
    workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', otherAgreements: () => [earlier, sample] });
    await importSample(sample);
    const preview = reconcile(sample, [earlier]);
    expect(preview.length).toBeGreaterThan(reconcile(sample).length);
    const { summary } = await checked();
    expect(summary.agrees + summary.agreesWithinRounding + summary.differs + summary.notCheckable).toBe(preview.length);
  });

  it('that come while the workbook is being read are compared with in the same check', async () => {
    const sample = sampleAgreement();
    let others: readonly Agreement[] = [];
    workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', otherAgreements: () => others });
    await importSample(sample);
    const running = workbook.checkWorkbook();
    await Promise.resolve();
    others = [earlier];
    const result = await running;
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    const { summary } = result.value;
    expect(summary.agrees + summary.agreesWithinRounding + summary.differs + summary.notCheckable).toBe(reconcile(sample, [earlier]).length);
  });

  it('that stand in the workbook as well count once', async () => {
    const sample = sampleAgreement();
    workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', otherAgreements: () => [earlier] });
    await importSample(sample);
    await importSample(earlier);
    const { summary } = await checked();
    expect(summary.agrees + summary.agreesWithinRounding + summary.differs + summary.notCheckable).toBe(reconcile(sample, [earlier]).length + reconcile(earlier, [sample]).length);
  });
});

describe('a formula of the import', () => {
  it('that was written over with its value is told, flagged and listed', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'J5', 6.6);
    expect(edits(await checked())).toEqual(['differs J5 Formlen er overskrevet med en fast værdi og følger ikke længere tallene.']);
    expect(excel.cell(OVERVIEW, 'J5').fill).not.toBeNull();
    expect(excel.cell(OVERVIEW, 'J5').comment).toMatch(/^Reserve: Formlen er overskrevet/);
    expect(excel.values(`'${FINDINGS}'!B5:H5`)[0]).toEqual(['Årsag', '! advarsel', 'Åben', 'SletDet (Red Barnet)', 'I alt', 'I alt', 'Formlen er overskrevet med en fast værdi og følger ikke længere tallene.']);
  });

  it.each([
    ['=SUM(F5:H5)', []],
    ['=SUM(F5:I5)', []],
    ['=SUM(Initiativer2026[[#This Row],[2026]:[2028]])', []],
  ])('that covers the years in another way, %s, is told only when it misses money', async (formula, expected) => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'J5', formula);
    const found = edits(await checked());
    expect(found).toEqual(formula.includes('I5') ? expected : ['differs J5 Formlens område mangler 2029 (0): den giver 6,6, men tallene giver 6,6: forskel 0.']);
  });

  it('that misses a year says which, and the arithmetic', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'J6', '=SUM(F6:H6)');
    expect(edits(await checked())).toEqual(['differs J6 Formlens område mangler 2029 (1): den giver 6, men tallene giver 7: forskel 1.']);
    await excel.userEdits(OVERVIEW, 'J6', '=SUM([@2026]:[@2029])');
    expect(edits(await checked())).not.toEqual([]);
    await excel.userEdits(OVERVIEW, 'J6', '=F6+G6+H6+I6');
    expect(edits(await checked())).toEqual([]);
  });

  it('that is another one is told with what it reads now', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'M5', '="✓ stemmer"');
    await excel.userEdits(TOTALS, 'I6', '=1+1');
    const found = edits(await checked());
    expect(found).toContain('differs M5 Formlen er en anden end den, importen skrev: ="✓ stemmer".');
    expect(found).toContain(`differs ${TOTALS}!I6 Formlen er en anden end den, importen skrev: =1+1.`);
  });

  it('above the overview that no longer adds every row is told at its cell', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'F3', '=SUM(F5:F7)');
    expect(edits(await checked())).toEqual(['differs F3 Formlens område mangler Klar til start, evaluering (0,5): den giver 4,1, men tallene giver 4,6: forskel 0,5.']);
    expect(excel.cell(OVERVIEW, 'F3').comment).toContain('Klar til start, evaluering');
    await excel.userEdits(OVERVIEW, 'F3', '=SUM(Initiativer2026[2026])');
    expect(edits(await checked())).toEqual([]);
    expect(excel.cell(OVERVIEW, 'F3')).toMatchObject({ fill: null, comment: null });
  });

  it('that shows an error is not called right', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'F5', '=1/0');
    const found = edits(await checked());
    expect(found).toContain('differs F5 Ændret efter importen: i dokumentet står der 1,6, i arket #DIV/0!.');
    expect(found).toContain('not-checkable J5 Formlen viser fejlværdien #DIV/0!, så den kan ikke kontrolleres.');
  });
});

describe('a figure of the import', () => {
  it.each([
    ['a number as text', "'3,0", 'Tallet 3,0 er gemt som tekst og tælles ikke med af Excel.'],
    ['words', 'mangler', 'Ændret efter importen: i dokumentet står der 3,0, i arket »mangler«.'],
    ['nothing', '', 'Ændret efter importen: i dokumentet står der 3,0, i arket ingenting.'],
    ['an error value', '#N/A', 'Ændret efter importen: i dokumentet står der 3,0, i arket #N/A.'],
    ['a yes or no', true, 'Ændret efter importen: i dokumentet står der 3,0, i arket »true«.'],
  ])('that became %s is told and never green', async (_name, written, message) => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'G5', written);
    const state = await checked();
    expect(edits(state)).toContain(`differs G5 ${message}`);
    expect(excel.cell(OVERVIEW, 'G5').comment).toContain(message);
    expect(state.findings.filter(({ check }) => check.rule === 'row-cross-footing' && check.outcome !== 'agrees')).not.toEqual([]);
  });

  it('that was edited is the first cause, at its cell, with the checks that it made fail', async () => {
    await importSample();
    const before = (await checked()).causes;
    await excel.userEdits(OVERVIEW, 'G5', 4);
    const { findings, causes } = await checked();
    const [first, ...others] = causes;
    const own = first?.findings.map((key) => findings.find((finding) => finding.key === key)?.check.rule) ?? [];
    expect(first).toMatchObject({ cause: { kind: 'edit' }, place: { sheet: OVERVIEW, address: 'G5' } });
    expect(own[0]).toBe('edited-after-import');
    expect(own).toContain('row-cross-footing');
    expect(others.map(({ cause }) => cause.message)).toEqual(before.map(({ cause }) => cause.message));
    expect(causes.flatMap((cause) => cause.findings).sort()).toEqual(findings.filter(({ check }) => check.outcome === 'differs').map(({ key }) => key).sort());
  });

  it('that shows as a date is told as one', async () => {
    await importSample(agreementOf([initiativeOf('Store tal', 10, '46000,0 1,0 - - 46001,0', [])]));
    excel.workbook.restyle(excel.sheet(OVERVIEW), excel.side.areaOf('C5'), (style) => ({ ...style, numberFormat: 'dd-mm-yyyy' }), 'user');
    expect(edits(await checked())).toContain('differs C5 Ændret efter importen: i dokumentet står der 46.000,0, i arket datoen 9.12.2025.');
  });
});

describe('rows of the import', () => {
  it('are known again after sorting, inserting and filtering', async () => {
    await importSample();
    await run((context) => context.workbook.tables.getItem('Initiativer2026').sort.apply([{ key: 3, ascending: false }]));
    expect(edits(await checked())).toEqual([]);
    await run((context) => void context.workbook.worksheets.getItem(OVERVIEW).getRange('A6:U6').insert('Down'));
    expect(edits(await checked())).toEqual([]);
  });

  it('that were deleted are told one by one with their figures', async () => {
    await importSample();
    await run((context) => context.workbook.worksheets.getItem(COMPONENTS).getRange('A6:S6').delete('Up'));
    const state = await checked();
    expect(edits(state)).toEqual(['differs - Rækken - heraf drift findes ikke længere i Delposter. Der stod 2026: 1,5, 2027: 1,5, 2028: 1, 2029: 1, I alt: 5.']);
    expect(state.findings.some(({ check }) => check.rule === 'column-footing' && check.outcome === 'agrees')).toBe(false);
  });

  it('that somebody added are told when they carry figures, because the sums add them', async () => {
    await importSample();
    await run((context) => void context.workbook.worksheets.getItem(OVERVIEW).getRange('A6:U6').insert('Down'));
    await excel.userEdits(OVERVIEW, 'B6', [['Ny post', '', '', '', 1.5, 0, 2, 0]]);
    expect(edits(await checked())).toEqual(['differs B6 Række 6 er tilføjet efter importen og tæller med i summerne over Oversigt: 2026: 1,5, 2028: 2.']);
    expect(excel.cell(OVERVIEW, 'B6').comment).toContain('tilføjet efter importen');
  });

  it('that were copied are told as counted twice', async () => {
    await importSample();
    await run((context) => void context.workbook.worksheets.getItem(OVERVIEW).getRange('A6:U6').insert('Down'));
    await run((context) => context.workbook.worksheets.getItem(OVERVIEW).getRange('A6:U6').copyFrom('A5:U5', 'Values'));
    const found = edits(await checked());
    expect(found).toContain('differs B6 Række 6 er en kopi af en importeret række, så summerne over Oversigt tæller den to gange: 2026: 1,6, 2027: 3, 2028: 2, I alt ifølge aftalen: 6,6.');
  });

  it('that are hidden are told where a sum counts them', async () => {
    await importSample();
    excel.sheet(OVERVIEW).hiddenRows.add(5);
    expect(edits(await checked())).toEqual(['differs F3 Summen tæller en skjult række med: 2,5 af 4,6 (Styrket rådgivning).']);
    excel.sheet(OVERVIEW).hiddenRows.clear();
    expect(edits(await checked())).toEqual([]);
  });

  it('that a filter of the table puts away are no finding, not after sorting what is left either', async () => {
    await importSample();
    await run((context) => {
      const table = context.workbook.tables.getItem('Initiativer2026');
      table.columns.getItemAt(1).filter.applyValuesFilter(['Styrket rådgivning']);
      table.sort.apply([{ key: 1, ascending: false }]);
    });
    expect(excel.sheet(OVERVIEW).hiddenRows.size).toBeGreaterThan(0);
    expect(edits(await checked())).toEqual([]);
  });
});

describe('what is gone', () => {
  it('a deleted sheet: its table is named, its figures are counted as not checked and never as agreeing', async () => {
    await importSample();
    const before = await checked();
    await run((context) => context.workbook.worksheets.getItem(COMPONENTS).delete());
    const state = await checked();
    expect(edits(state)).toContain('not-checkable - Tabellen Delposter2026 (Delposter) findes ikke længere: den er slettet, omdøbt eller lavet om til et almindeligt område. Dens 20 tal er ikke kontrolleret.');
    expect(state.summary.agrees).toBeLessThan(before.summary.agrees);
    expect(state.findings.filter(({ check }) => check.place.component !== null)).toEqual([]);
    const [{ cause, findings }, ...others] = state.causes as [WorkbookState['causes'][number], ...WorkbookState['causes']];
    expect(cause.message.da).toContain('Tabellen Delposter2026 (Delposter) findes ikke længere');
    expect(findings.length).toBeGreaterThan(1);
    expect(others).toEqual([]);
  });

  it('a table that became a plain range, and the whole overview', async () => {
    await importSample();
    await run((context) => void context.workbook.tables.getItem('Initiativer2026').convertToRange());
    const found = edits(await checked());
    expect(found).toContain('not-checkable - Tabellen Initiativer2026 (Oversigt) findes ikke længere: den er slettet, omdøbt eller lavet om til et almindeligt område. Dens 20 tal er ikke kontrolleret.');
  });

  it('a deleted column: told once, and nothing that needs it is called right', async () => {
    await importSample();
    await run((context) => context.workbook.tables.getItem('Initiativer2026').columns.getItem('2028').delete());
    const state = await checked();
    expect(edits(state)).toContain('not-checkable - Kolonnen 2028 findes ikke længere i Oversigt: dens 4 tal er ikke kontrolleret.');
    expect(edits(state)).toContain('not-checkable H3 Formlen viser fejlværdien #REF!, så den kan ikke kontrolleres.');
    expect(state.findings.filter(({ check }) => check.severity === 'error')).toEqual([]);
  });

  it('a renamed heading keeps its column', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'G4', 'Budget 2027');
    await excel.userEdits(OVERVIEW, 'G5', 4);
    expect(edits(await checked()).filter((found) => !found.includes('#REF!'))).toEqual(['differs G5 Ændret efter importen: i dokumentet står der 3,0, i arket 4.']);
  });

  it('a name: formulas that use it show an error', async () => {
    await importSample();
    await run((context) => context.workbook.names.getItem('Reserve2028').delete());
    expect(edits(await checked())).toEqual(['not-checkable - Navnet Reserve2028 findes ikke længere eller peger ingen steder hen: formler, der bruger det, viser en fejl.']);
  });

  it('a renamed sheet keeps its table, and findings name the sheet as it is called now', async () => {
    await importSample();
    await run((context) => {
      context.workbook.worksheets.getItem(OVERVIEW).name = 'Mit ark';
    });
    await excel.userEdits('Mit ark', 'F5', 4);
    const state = await checked();
    expect(state.findings.find(({ check }) => check.rule === 'edited-after-import')?.place).toEqual({ sheet: 'Mit ark', address: 'F5' });
  });

  it('the list of findings: the pane is told', async () => {
    await importSample();
    await run((context) => context.workbook.worksheets.getItem(FINDINGS).delete());
    expect((await checked()).notices).toMatchObject([{ code: 'findings-gone', message: { da: 'Listen over afvigelser (tabellen Afvigelser2026) findes ikke længere i projektmappen. Afvigelserne står her i ruden.' } }]);
  });

  it('a protected sheet: checked, its flags left alone, and told', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'G5', 4);
    excel.protectSheet(OVERVIEW);
    const state = await checked();
    expect(edits(state)).toHaveLength(1);
    expect(state.notices).toMatchObject([{ code: 'sheet-protected', message: { da: `Arket ${OVERVIEW} er beskyttet: det er kontrolleret, men farvemarkeringer og lister på det er ikke opdateret.` } }]);
  });
});

describe('flags', () => {
  const CLEAN = { fill: null, comment: null };

  it("leave a comment of the user's alone, with the flag in the fill and the list", async () => {
    await importSample();
    await run((context) => void context.workbook.comments.add(`'${OVERVIEW}'!G5`, 'Talt med Hanne om dette'));
    await excel.userEdits(OVERVIEW, 'G5', 4);
    expect(edits(await checked())).toHaveLength(1);
    expect(excel.cell(OVERVIEW, 'G5')).toMatchObject({ comment: 'Talt med Hanne om dette', fill: '#FBC9C4' });
    await excel.userEdits(OVERVIEW, 'G5', 3);
    await checked();
    expect(excel.cell(OVERVIEW, 'G5')).toMatchObject({ comment: 'Talt med Hanne om dette', fill: null });
  });

  it('go without comments where Excel refuses one, as on a cell with a note', async () => {
    await importSample();
    await excel.userEdits(OVERVIEW, 'G5', 4);
    const addsComment = (body: unknown): boolean => /"Name":"Comments"/.test(JSON.stringify(body)) && /"Name":"Add"/.test(JSON.stringify(body));
    excel.intercept(({ body }) => (addsComment(body) ? { mode: 'not-applied', code: 'InvalidOperation' } : null));
    const state = await checked();
    excel.intercept(null);
    expect(edits(state)).toHaveLength(1);
    expect(excel.cell(OVERVIEW, 'G5')).toMatchObject({ comment: null, fill: '#FBC9C4' });
  });

  it("keep the user's comment and fill on the empty cells that an import went to", async () => {
    const agreement = agreementOf([initiativeOf('Forkert sum', 10, '1,0 2,0 - - 3,5', [])]);
    await excel.userSelects('Ark1', 'B2');
    await run((context) => {
      const sheet = context.workbook.worksheets.getItem('Ark1');
      sheet.getRange('H6:I6').format.fill.color = '#00FF00';
      context.workbook.comments.add('Ark1!I6', 'Husk momsen');
    });
    const result = await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'selection' });
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    const flagged = (await checked()).findings.flatMap(({ place }) => (place?.sheet === 'Ark1' ? [place.address] : []));
    expect(flagged).toContain('I6');
    expect(excel.cell('Ark1', 'I6')).toMatchObject({ comment: 'Husk momsen', fill: '#FBC9C4' });
    await workbook.showFlags(false);
    expect(excel.cell('Ark1', 'I6')).toMatchObject({ comment: 'Husk momsen', fill: '#00FF00' });
  });

  it("give the user's own pattern back", async () => {
    await importSample();
    await run((context) => {
      const { fill } = context.workbook.worksheets.getItem(OVERVIEW).getRange('G5').format;
      fill.color = '#00FF00';
      fill.pattern = 'Gray50';
      fill.patternColor = '#112233';
    });
    await excel.userEdits(OVERVIEW, 'G5', 4);
    await checked();
    expect(excel.cell(OVERVIEW, 'G5').fill).toBe('#FBC9C4');
    await excel.userEdits(OVERVIEW, 'G5', 3);
    await checked();
    expect(excel.sheet(OVERVIEW).styleAt(4, 6)).toMatchObject({ fill: '#00FF00', fillPattern: 'Gray50', fillPatternColor: '#112233' });
  });

  it('give a white fill back as white, and no fill as none', async () => {
    await importSample();
    await run((context) => {
      context.workbook.worksheets.getItem(OVERVIEW).getRange('G5').format.fill.color = '#FFFFFF';
    });
    for (const [figures, hasFill] of [[[[4, 5]], true], [[[3, 2]], false]] as const) {
      await excel.userEdits(OVERVIEW, 'G5', figures.map((row) => [...row]));
      await checked();
      expect(excel.cell(OVERVIEW, 'G5').fill === '#FBC9C4').toBe(hasFill);
    }
    expect(excel.sheet(OVERVIEW).styleAt(4, 6)).toMatchObject({ fill: '#FFFFFF' });
    expect(excel.sheet(OVERVIEW).styleAt(4, 7)?.fill).toBeUndefined();
  });

  it('never write over a gradient, which nobody could set again', async () => {
    await importSample();
    await run((context) => {
      context.workbook.worksheets.getItem(OVERVIEW).getRange('G5').format.fill.pattern = 'LinearGradient';
    });
    await excel.userEdits(OVERVIEW, 'G5', 4);
    await checked();
    expect(excel.sheet(OVERVIEW).styleAt(4, 6)).toMatchObject({ fillPattern: 'LinearGradient' });
    expect(excel.cell(OVERVIEW, 'G5')).toMatchObject({ fill: null });
    expect(excel.cell(OVERVIEW, 'G5').comment).toContain('Ændret efter importen');
  });

  it("leave the user's conditional formats alone", async () => {
    await importSample();
    await run((context) => {
      const format = context.workbook.worksheets.getItem(OVERVIEW).getRange('F5:I8').conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = '=E5>3';
      format.custom.format.fill.color = '#0000FF';
    });
    const formats = JSON.stringify(excel.sheet(OVERVIEW).conditionalFormats);
    await excel.userEdits(OVERVIEW, 'G5', 4);
    await checked();
    await excel.userEdits(OVERVIEW, 'G5', 3);
    await checked();
    expect(JSON.stringify(excel.sheet(OVERVIEW).conditionalFormats)).toBe(formats);
    expect(excel.cell(OVERVIEW, 'G5')).toMatchObject(CLEAN);
  });

  it('can all be taken away and put back, and the workbook remembers it', async () => {
    await importSample();
    await run((context) => {
      context.workbook.worksheets.getItem(OVERVIEW).getRange('G5').format.fill.color = '#00FF00';
    });
    await excel.userEdits(OVERVIEW, 'G5', 4);
    await checked();
    const hidden = await workbook.showFlags(false);
    expect(hidden).toMatchObject({ ok: true, value: { areFlagsHidden: true } });
    expect(hidden.ok && edits(hidden.value)).toHaveLength(1);
    expect(excel.cell(OVERVIEW, 'G5')).toMatchObject({ fill: '#00FF00', comment: null });
    expect(excel.workbook.comments).toEqual([]);
    excel.load(excel.save());
    workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0' });
    expect((await checked()).areFlagsHidden).toBe(true);
    expect(excel.workbook.comments).toEqual([]);
    expect(await workbook.showFlags(true)).toMatchObject({ ok: true, value: { areFlagsHidden: false } });
    expect(excel.cell(OVERVIEW, 'G5')).toMatchObject({ fill: '#FBC9C4' });
    expect(excel.workbook.comments.length).toBeGreaterThan(0);
    await excel.userEdits(OVERVIEW, 'G5', 3);
    await checked();
    expect(excel.cell(OVERVIEW, 'G5')).toMatchObject({ fill: '#00FF00', comment: null });
  });

  it('follow an edit by themselves, on an agreement of 63 initiatives', async () => {
    const initiatives = Array.from({ length: 63 }, (_, index) => initiativeOf(`Initiativ nr. ${index}`, 10 + index * 20, '1,0 2,0 - - 3,0', [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 15 + index * 20)]));
    await importSample(agreementOf(initiatives));
    workbook.onStateChanged(() => undefined);
    await excel.settled();
    const told = new Promise<WorkbookState>((resolve) => workbook.onStateChanged(resolve));
    await excel.userEdits(OVERVIEW, 'B10', 5);
    expect(edits(await told)).not.toEqual([]);
  });
});

describe('the size of a check', () => {
  it('takes as many syncs for many initiatives as for one, and tells what is as imported', async () => {
    const counts: number[] = [];
    for (const count of [1, 40]) {
      const initiatives = Array.from({ length: count }, (_, index) => initiativeOf(`Initiativ nr. ${index}`, 10 + index * 20, '1,0 2,0 - - 3,0', []));
      const importId = await importSample(agreementOf(initiatives));
      await checked();
      await excel.settled();
      excel.resetCounters();
      const { summary } = await checked();
      counts.push(excel.syncCount);
      expect(summary.differs).toBe(0);
      await workbook.removeImport(importId);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(4);
  });

  it('reads large tables in answers of less than 1 MB, with progress, and stops when it is cancelled', async () => {
    const initiatives = Array.from({ length: 900 }, (_, index) => initiativeOf(`Initiativ nr. ${index} med en titel af almindelig længde`, 10 + index * 20, '1,0 2,0 - - 3,0', []));
    await importSample(agreementOf(initiatives));
    const sizes: number[] = [];
    const steps: [number, number][] = [];
    excel.resetCounters();
    const result = await workbook.checkWorkbook({
      onProgress: (done, total) => {
        steps.push([done, total]);
        sizes.push(excel.payloadBytes.received);
      },
    });
    expect(result.ok && result.value.summary.differs).toBe(0);
    expect(steps.length).toBeGreaterThan(3);
    expect(Math.max(...sizes.slice(1).map((size, index) => size - (sizes[index] ?? 0)))).toBeLessThan(1_000_000);
    const controller = new AbortController();
    const cancelled = await workbook.checkWorkbook({ signal: controller.signal, onProgress: (done) => void (done > 0 && controller.abort()) });
    expect(cancelled).toEqual({ ok: false, failure: { code: 'cancelled' } });
  });
});
