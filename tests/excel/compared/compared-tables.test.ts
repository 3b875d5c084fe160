import { reconcile } from '../../../src/core/reconciliation/engine';
import { type TieOutChoices } from '../../../src/core/tie-out/tie-out';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { type WorkbookFinding, type WorkbookState } from '../../../src/excel/workbook-port';
import { buildAgreement } from '../../support/agreement-builder';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { andItsCheck } from '../../support/its-check';
import { valueOf } from '../../support/value-of';

const SHEET = 'Ark1';
const RED = '#FBC9C4';

const AGREEMENT = buildAgreement(`
title Aftale om kystpuljen
#1 Fyrvagter på Anholt
| år | 2026 | 2027 | I alt |
| = I alt | 6,0 | 5,5 | 11,5 |
#2 Redningsveste til børn
| år | 2026 | 2027 | I alt |
| = I alt | 5,0 | - | 5,0 |
#3 Kort over sejlrender
| år | 2026 | 2027 | I alt |
| = I alt | 3,3 | 6,7 | 10,0 |
`);

/** A budget in thousands with two wrong cells: C4 and D6. */
const BUDGET = [
  ['1.000 kr.', 2026, 2027, 'I alt'],
  ['Fyrvagter på Anholt', 6100, 5500, 11500],
  ['Redningsveste til børn', 5000, 0, 5000],
  ['Kort over sejlrender', 3300, 7600, 10000],
];

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;
let ids = 0;

beforeEach(async () => {
  excel = await startHeadlessExcel();
  workbook = newWorkbook();
  await imported();
  await excel.userEdits(SHEET, 'B3', BUDGET);
});

afterEach(() => excel.close());

function newWorkbook(): ExcelWorkbook {
  return new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0', signer: () => 'Anne Holm', newId: () => `id-${(ids += 1)}` });
}

async function imported(): Promise<void> {
  valueOf(await workbook.importAgreement(AGREEMENT, reconcile(AGREEMENT), { kind: 'new-sheets' }));
}

async function remember(address = 'B3:E6', choices: TieOutChoices = {}, sheet = SHEET): Promise<WorkbookState> {
  await excel.userSelects(sheet, address);
  const selection = valueOf(await workbook.checkSelection());
  return valueOf(await workbook.rememberComparison({ selection, sha256: AGREEMENT.document.sha256, choices }));
}

const check = async (): Promise<WorkbookState> => valueOf(await workbook.checkWorkbook());
const own = ({ findings }: WorkbookState): readonly WorkbookFinding[] => findings.filter(({ check: { rule } }) => rule === 'own-table-tie-out');
const differing = (state: WorkbookState): string[] => own(state).flatMap(({ check: { outcome, label }, place }) => (outcome === 'differs' ? [`${place?.sheet ?? ''}!${place?.address ?? ''} ${label ?? ''}`] : [])).sort();
const told = (state: WorkbookState): string[] => own(state).flatMap(({ check: { outcome, message } }) => (outcome === 'not-checkable' ? [message.da] : []));

/** The cells of a sheet that are red, or have a note of the add-in. */
function flagged(sheet = SHEET): string[] {
  const cells = [...excel.sheet(sheet).cells].flatMap(([at, { style }]) => (style?.fill === RED ? [addressAt(at)] : []));
  return [...new Set([...cells, ...excel.workbook.comments.filter((comment) => comment.sheet.name === sheet && comment.content.startsWith('Reserve: ')).map(({ row, column }) => addressAt(row * 16384 + column))])].sort();
}

/** What a user sees of the workbook apart from the list of findings: cells, looks, notes and names. */
function looks(): unknown {
  excel.workbook.settle();
  const sheet = excel.sheet(SHEET);
  const cells = [...sheet.cells].map(([at, { formula, style }]) => [addressAt(at), formula ?? sheet.valueAt(Math.floor(at / 16384), at % 16384), style?.fill ?? null]).sort();
  const notes = excel.workbook.comments.filter((comment) => comment.sheet === sheet).map(({ content, row, column }) => [content, row, column]);
  return [cells, notes, excel.workbook.names.map(({ name }) => name)];
}

function addressAt(at: number): string {
  return `${String.fromCharCode(65 + (at % 16384))}${Math.floor(at / 16384) + 1}`;
}

describe('a remembered comparison', () => {
  it('flags just the two wrong cells, and explains the sums that they break', async () => {
    const state = await remember();
    expect([differing(state), flagged()]).toEqual([['Ark1!C4 Fyrvagter på Anholt', 'Ark1!D6 Kort over sejlrender'], ['C4', 'D6']]);
    expect(excel.cell(SHEET, 'C4')).toMatchObject({ fill: RED, comment: 'Reserve: I arket står 6.100 t.kr., i aftalen 6,0 mio. kr.: arket er 100 t.kr. højere (højst 50 kan skyldes afrunding).' });
    const causes = state.causes.filter(({ findings }) => findings.some((key) => own(state).some((finding) => finding.key === key)));
    expect(causes.map(({ place, findings }) => `${place?.address ?? ''} ${findings.length}`)).toEqual(['C4 2', 'D6 2']);
    expect(state.comparisons).toMatchObject([{ place: { sheet: SHEET, address: 'B3:E6' }, differing: 2 }]);
    expect([excel.workbook.names.find(({ name }) => name === 'Reserve_tabel_1')?.isVisible, excel.cell(SHEET, 'C4').value]).toEqual([false, 6100]);
  });

  it('is made again when the workbook is opened again', async () => {
    await remember();
    const saved = excel.save();
    excel.load(saved);
    workbook = newWorkbook();
    expect(differing(await check())).toEqual(['Ark1!C4 Fyrvagter på Anholt', 'Ark1!D6 Kort over sejlrender']);
    expect(flagged()).toEqual(['C4', 'D6']);
  });

  it('follows a sort, inserted rows and columns, a rename of the sheet and a move to another', async () => {
    await remember();
    const { workbook: model } = excel;
    await excel.userEdits(SHEET, 'B4', [BUDGET[3], BUDGET[1], BUDGET[2]]);
    expect(differing(await check())).toEqual(['Ark1!C5 Fyrvagter på Anholt', 'Ark1!D4 Kort over sejlrender']);
    model.shiftCells(excel.sheet(SHEET), excel.side.areaOf('1:2'), 'row', false, 'user');
    model.shiftCells(excel.sheet(SHEET), excel.side.areaOf('D:D'), 'column', false, 'user');
    expect(differing(await check())).toEqual(['Ark1!C7 Fyrvagter på Anholt', 'Ark1!E6 Kort over sejlrender']);
    model.renameSheet(excel.sheet(SHEET), 'Budget');
    expect(differing(await check())).toEqual(['Budget!C7 Fyrvagter på Anholt', 'Budget!E6 Kort over sejlrender']);
    model.moveCells(excel.sheet('Budget'), excel.side.areaOf('B5:F8'), model.addSheet('Andet', 'user'), 9, 0, 'user');
    expect(differing(await check())).toEqual(['Andet!B12 Fyrvagter på Anholt', 'Andet!D11 Kort over sejlrender']);
    expect([flagged('Budget'), flagged('Andet')]).toEqual([[], ['B12', 'D11']]);
    expect(told(await check())).toEqual([]);
  });
});

describe('what belongs to the user', () => {
  it('stays as it is: his fills come back under flags, his notes are left alone', async () => {
    const sheet = excel.sheet(SHEET);
    excel.workbook.restyle(sheet, excel.side.areaOf('B3:E6'), (style) => ({ ...style, fill: '#DDEBF7' }), 'user');
    excel.workbook.restyle(sheet, excel.side.areaOf('E5'), (style) => ({ ...style, fill: RED }), 'user');
    excel.workbook.addComment(sheet, 3, 2, 'Reserve: spørg Anne', 'Bo', 'user');
    const before = looks();
    const state = await remember();
    expect([excel.cell(SHEET, 'C4').fill, excel.cell(SHEET, 'C4').comment, excel.cell(SHEET, 'D6').fill]).toEqual([RED, 'Reserve: spørg Anne', RED]);
    valueOf(await workbook.forgetComparison(state.comparisons?.[0]?.id ?? ''));
    expect(looks()).toEqual(before);
  });

  it('is all that is left of a sheet when the import is taken back', async () => {
    await remember();
    valueOf(await workbook.removeImport((await check()).imports[0]?.importId ?? ''));
    expect([flagged(), excel.workbook.names.map(({ name }) => name), excel.values('Ark1!B3:E6')]).toEqual([[], [], BUDGET]);
  });

  it('is not written to on a protected sheet', async () => {
    excel.protectSheet(SHEET);
    await excel.userSelects(SHEET, 'B3:E6');
    const selection = valueOf(await workbook.checkSelection());
    const before = looks();
    expect(await workbook.rememberComparison({ selection, sha256: AGREEMENT.document.sha256, choices: {} })).toEqual({ ok: false, failure: { code: 'sheet-protected', sheet: SHEET } });
    expect(looks()).toEqual(before);
  });

  it('is said to be checked without flags when its sheet is protected afterwards', async () => {
    await remember();
    excel.protectSheet(SHEET);
    await excel.settled();
    const state = await check();
    expect([differing(state).length, state.notices?.map(({ code }) => code)]).toEqual([2, ['sheet-protected']]);
    expect(await workbook.forgetComparison(state.comparisons?.[0]?.id ?? '')).toMatchObject({ ok: false, failure: { code: 'sheet-protected' } });
    expect(flagged()).toEqual(['C4', 'D6']);
  });
});

describe('after an edit', () => {
  /** The workbook is listened to from here on. */
  async function watched(): Promise<void> {
    workbook.onStateChanged(() => undefined);
    await check();
    await excel.settled();
  }

  const then = (act: () => Promise<unknown>): Promise<WorkbookState> => andItsCheck(workbook, excel, act);

  it('is checked again within five syncs; a mended cell loses its flag', async () => {
    await remember();
    await watched();
    excel.resetCounters();
    const state = await then(() => excel.userEdits(SHEET, 'C4', 6000));
    expect(excel.syncCount).toBeLessThanOrEqual(5);
    expect([differing(state), flagged()]).toEqual([['Ark1!D6 Kort over sejlrender'], ['D6']]);
    expect(excel.cell(SHEET, 'C4')).toMatchObject({ fill: null, comment: null });
  });

  it('of a row’s name, a flag that stands beside a note of the user goes too', async () => {
    excel.workbook.addComment(excel.sheet(SHEET), 3, 2, 'Spørg Anne', 'Bo', 'user');
    await remember();
    expect([flagged(), excel.cell(SHEET, 'C4').comment]).toEqual([['C4', 'D6'], 'Spørg Anne']);
    await excel.userEdits(SHEET, 'B4', 'Helt andet formål');
    await check();
    expect([excel.cell(SHEET, 'C4').fill, excel.cell(SHEET, 'C4').comment]).toEqual([null, 'Spørg Anne']);
  });

  it('of a row’s name, a fill of the user in the colour of a flag stays', async () => {
    excel.sheet(SHEET).restyle({ row: 3, column: 2, rows: 1, columns: 1 }, (style) => ({ ...style, fill: RED }));
    excel.workbook.addComment(excel.sheet(SHEET), 3, 2, 'Spørg Anne', 'Bo', 'user');
    await remember();
    await excel.userEdits(SHEET, 'B4', 'Helt andet formål');
    await check();
    expect(excel.cell(SHEET, 'C4').fill).toBe(RED);
  });

  it('Ctrl+Z takes back the flag and then the edit, and doing it again brings both', async () => {
    await remember();
    await watched();
    const seen = (): unknown => [excel.cell(SHEET, 'C5').value, flagged()];
    const before = seen();
    await then(() => excel.userEdits(SHEET, 'C5', 5900));
    const after = seen();
    expect(after).toEqual([5900, ['C4', 'C5', 'D6']]);
    await then(() => excel.userUndoes());
    expect(seen()).toEqual([5900, ['C4', 'D6']]);
    await then(() => excel.userUndoes());
    expect(seen()).toEqual(before);
    await then(() => excel.userRedoes());
    expect(seen()).toEqual(after);
  });

  it('of a row’s name that means nothing, the row is told as gone and its flag goes with it', async () => {
    await remember();
    await excel.userEdits(SHEET, 'B4', 'Helt andet formål');
    const state = await check();
    expect([differing(state), flagged()]).toEqual([['Ark1!D6 Kort over sejlrender'], ['D6', 'E4']]);
    expect(told(state)).toEqual([
      'Rækker, der før blev sammenlignet, står ikke længere i tabellen: Fyrvagter på Anholt. De er slettet, omdøbt eller flyttet ud af den.',
      'Kun i arket, ikke i aftalen: Helt andet formål.',
      'Kun i aftalen, ikke i arket: Fyrvagter på Anholt.',
    ]);
    await excel.userEdits(SHEET, 'B4', 'Fyrvagter Anholt');
    expect([differing(await check()), flagged()]).toEqual([['Ark1!C4 Fyrvagter Anholt', 'Ark1!D6 Kort over sejlrender'], ['C4', 'D6']]);
  });

  it('that deletes a compared row, the row is told', async () => {
    await remember();
    excel.workbook.shiftCells(excel.sheet(SHEET), excel.side.areaOf('4:4'), 'row', true, 'user');
    const state = await check();
    expect([differing(state), told(state)[0]]).toEqual([['Ark1!D5 Kort over sejlrender'], 'Rækker, der før blev sammenlignet, står ikke længere i tabellen: Fyrvagter på Anholt. De er slettet, omdøbt eller flyttet ud af den.']);
  });

  it('that adds a row below, the row belongs to the table', async () => {
    excel.workbook.shiftCells(excel.sheet(SHEET), excel.side.areaOf('6:6'), 'row', true, 'user');
    await remember('B3:E5');
    await excel.userEdits(SHEET, 'B6:E6', [BUDGET[3]]);
    expect(differing(await check())).toEqual(['Ark1!C4 Fyrvagter på Anholt', 'Ark1!D6 Kort over sejlrender']);
  });

  it('that takes the table away, all of it is told, and a table of the same rows takes its place', async () => {
    await remember();
    excel.workbook.shiftCells(excel.sheet(SHEET), excel.side.areaOf('1:9'), 'row', true, 'user');
    expect(told(await check())).toEqual(['Tabellen, der blev sammenlignet med aftalen (Ark1!B3:E6), findes ikke længere i projektmappen, eller der står noget andet. Markér den, og sammenlign igen, eller glem sammenligningen.']);
    await excel.userEdits(SHEET, 'B3', BUDGET);
    const state = await remember();
    expect([state.comparisons?.length, differing(state).length]).toEqual([1, 2]);
  });

  it('a cell that is no figure any more is flagged and not compared', async () => {
    await remember();
    await excel.userEdits(SHEET, 'D4', "'5.500");
    const state = await check();
    expect(told(state)).toContain('Ikke sammenlignet: tallet er gemt som tekst, så Excel regner ikke med det (Fyrvagter på Anholt).');
    expect(flagged()).toContain('D4');
  });
});

describe('what the user said of it', () => {
  it('is remembered by the row’s and the column’s text', async () => {
    await excel.userEdits(SHEET, 'B5', 'Sikkerhed i vandet');
    await remember('B3:E6', { rows: new Map([[2, 'I2']]), columns: new Map([[3, null]]), unit: '1.000 kr.' });
    await excel.userEdits(SHEET, 'B4', [['Sikkerhed i vandet', 5200, 0, 5000], BUDGET[3], BUDGET[1]]);
    const state = await check();
    expect(differing(state)).toEqual(['Ark1!C4 Sikkerhed i vandet', 'Ark1!C6 Fyrvagter på Anholt', 'Ark1!D5 Kort over sejlrender']);
    expect(state.comparisons?.[0]?.choices).toEqual({ rows: new Map([[1, 'I2']]), columns: new Map([[3, null]]), unit: '1.000 kr.' });
  });

  it('of a finding is logged, holds through a sort, and is open again with another figure', async () => {
    const key = own(await remember()).find(({ place }) => place?.address === 'C4')?.key ?? '';
    valueOf(await workbook.acceptFinding(key, 'aftalt med ministeriet'));
    await excel.userEdits(SHEET, 'B4', [BUDGET[3], BUDGET[1], BUDGET[2]]);
    const finding = async (): Promise<WorkbookFinding | undefined> => own(await check()).find((one) => one.key === key);
    expect([(await finding())?.acceptance?.reason, (await finding())?.place?.address]).toEqual(['aftalt med ministeriet', 'C5']);
    expect(excel.cell(SHEET, 'C5').comment).toContain('aftalt med ministeriet');
    valueOf(await workbook.commentFinding(key, 'se mail af 3. marts'));
    valueOf(await workbook.withdrawAcceptance(key, 'var forkert'));
    expect(await finding()).toMatchObject({ acceptance: null, comments: [{ text: 'se mail af 3. marts' }] });
    valueOf(await workbook.acceptFinding(key, 'alligevel'));
    await excel.userEdits(SHEET, 'C5', 6200);
    expect((await finding())?.isReopened).toBe(true);
  });

  it('stands in the working paper', async () => {
    const state = await remember();
    const place = valueOf(await workbook.insertWorkingPaper(state.imports[0]?.importId ?? ''));
    const texts = [...excel.sheet(place.sheet).cells.values()].flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    expect(texts.filter((text) => text.startsWith('I arket står 6.100 t.kr.'))).toHaveLength(1);
    expect(texts).toContain('Egen tabel ↔ aftalen');
    expect(texts.filter((text) => text === 'I arket').length).toBeGreaterThan(0);
  });

  it('has its figures in the list of findings under the sheet, not under the document', async () => {
    await remember();
    const [findings] = excel.workbook.sheets.filter(({ name }) => name.startsWith('Afstemning'));
    const rows = excel.values(`${findings?.name ?? ''}!A1:S60`);
    const heads = rows.find((row) => row.includes('I arket')) ?? [];
    const own = rows.filter((row) => row[heads.indexOf('Kontrol')] === 'Egen tabel ↔ aftalen' && typeof row[heads.indexOf('Beregnet')] === 'number');
    expect(own.map((row) => [row[heads.indexOf('I dokumentet')], typeof row[heads.indexOf('I arket')]])).toEqual([['', 'number'], ['', 'number']]);
  });
});

describe('an Excel table', () => {
  it('is known by its id when it is renamed and grows', async () => {
    const table = excel.workbook.addTable(excel.sheet(SHEET), excel.side.areaOf('B3:E6'), true, 'user');
    await remember();
    excel.workbook.renameTable(table, 'MitBudget');
    excel.workbook.resizeTable(table, excel.side.areaOf('B3:E7'), 'user');
    await excel.userEdits(SHEET, 'B7:E7', [['Noget helt andet', 1, 1, 2]]);
    const state = await check();
    expect(differing(state)).toEqual(['Ark1!C4 Fyrvagter på Anholt', 'Ark1!D6 Kort over sejlrender']);
    expect(state.comparisons?.[0]?.place?.address).toBe('B3:E7');
  });
});

describe('a table that cannot be compared', () => {
  it.each([
    ['without a single match', [['1.000 kr.', 2026, 2027, 'I alt'], ['Kaffe', 1, 2, 3], ['Te', 1, 2, 3], ['Saft', 1, 2, 3]]],
    ['in another unit than its heading says', [['mio. kr.', 2026, 2027, 'I alt'], ...BUDGET.slice(1)]],
  ])('%s is not remembered, and nothing is written', async (_name, values) => {
    await excel.userEdits(SHEET, 'B3', values);
    await excel.userSelects(SHEET, 'B3:E6');
    const selection = valueOf(await workbook.checkSelection());
    const before = looks();
    expect(await workbook.rememberComparison({ selection, sha256: AGREEMENT.document.sha256, choices: {} })).toMatchObject({ ok: false, failure: { code: 'selection-not-a-table' } });
    expect(looks()).toEqual(before);
  });

  it('any more says so at each check and bears no flag', async () => {
    await remember();
    await excel.userEdits(SHEET, 'B3', 'mio. kr.');
    const state = await check();
    expect([told(state), flagged()]).toEqual([['Tabellen er ikke sammenlignet med aftalen: overskriften siger mio. kr., men tallene ligner aftalens i t.kr.'], []]);
    await excel.userEdits(SHEET, 'B3', '1.000 kr.');
    expect([differing(await check()).length, flagged()]).toEqual([2, ['C4', 'D6']]);
  });
});
