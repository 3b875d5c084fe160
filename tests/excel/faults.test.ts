import { fail, succeed, type Result } from '../../src/core/failure';
import { reconcile } from '../../src/core/reconciliation/engine';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { type SelectionCheck } from '../../src/excel/workbook-port';
import { type Fault, type InterceptedRequest } from '../../src/workbench/excel-side/excel-side';
import { type SavedWorkbook } from '../../src/workbench/excel-side/persistence';
import { offerFigureCards } from '../support/figure-cards';
import { startHeadlessExcel, type HeadlessExcel } from '../support/headless-excel';
import { agreementOf, initiativeOf, overOtherYears, printedRow, printedTotalOf } from '../support/sample-agreement';
import { valueOf } from '../support/value-of';

const CODES = [
  'AccessDenied', 'InvalidOperation', 'InvalidOperationInCellEditMode', 'ItemAlreadyExists', 'ItemNotFound', 'InvalidReference', 'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded', 'OperationCellsExceedLimit', 'GeneralException', 'RequestAborted', 'Conflict', 'InactiveWorkbook', 'MergedRangeConflict',
  'NonBlankCellOffSheet', 'UndoNotSupported', 'ApiNotFound', 'SomethingNew',
];

/** All codes at all syncs take an hour; a run takes one code at each sync and mode, another at the next. RESERVE_FAULTS=all takes them all. */
const TAKES_ALL = process.env['RESERVE_FAULTS'] === 'all';

function codesFor(index: number): readonly string[] {
  return TAKES_ALL ? CODES : [CODES[(index * 7) % CODES.length] ?? ''];
}

/** One sheet, one wrong sum: everything that a flow can touch is there, and little of it. */
const agreement = agreementOf([
  initiativeOf('Første', 10, '1,0 2,0 - - 3,5', [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 14)]),
  initiativeOf('Andet', 40, '0,5 0,5 - - 1,0', [printedRow('component', 'Løn', '0,5 0,5 - - 1,0', 44)]),
]);
const checks = reconcile(agreement);

/** The agreement corrected: an initiative more, one gone, one with other figures. */
const corrected = agreementOf([
  initiativeOf('Nyt', 8, '0,5 - - - 0,5', [printedRow('component', 'Drift', '0,5 - - - 0,5', 12)]),
  initiativeOf('Første', 20, '1,0 2,5 - - 3,5', [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 24)]),
], { document: { ...agreement.document, name: 'rettet.txt', sha256: 'b'.repeat(64) } });
const larger = { ...corrected, totals: [printedTotalOf('I alt', [], '1,5 2,5 - - 4,0', 5)] };
const later = overOtherYears(larger);
const AS_PLANNED = { pairing: new Map(), overwritten: new Set<string>() };
const USER_CELLS = [['mit', 1], [2, 'fast']];
const OVERVIEW = 'Oversigt 2026-2029';

let excel: HeadlessExcel;
/** Lets the time that Excel has for an answer run out. */
let expire: () => void;

/** Shape: ids follow after those that were given before. */
function newWorkbook(onHeld?: (isHeld: boolean) => void, given = 0): ExcelWorkbook {
  let ids = given;
  return new ExcelWorkbook({
    language: 'da',
    addinVersion: '1.0.0',
    signer: () => 'Anne Holm',
    now: () => new Date('2026-11-28T10:00:00Z'),
    newId: () => `import-${(ids += 1)}`,
    ...(onHeld === undefined ? {} : { onHeld }),
    timer: (_milliseconds, callback) => {
      expire = callback;
      return () => undefined;
    },
  });
}

/** Something that the user asks for. Shape: `prepare` brings the workbook to where it can be asked for; `isRepeatable` when a retry after success is no mistake. */
interface Flow {
  readonly name: string;
  readonly prepare: (workbook: ExcelWorkbook) => Promise<void>;
  readonly act: (workbook: ExcelWorkbook) => Promise<Result<unknown>>;
  readonly hasCards?: boolean;
  readonly readsOnly?: boolean;
  /** Whether the import goes, with all that stands in its cells. */
  readonly takesImport?: boolean;
}

const IMPORT_ID = 'import-1';

async function importIt(workbook: ExcelWorkbook, kind: 'new-sheets' | 'selection' = 'new-sheets'): Promise<void> {
  valueOf(await workbook.importAgreement(agreement, checks, { kind }));
}

async function firstFinding(workbook: ExcelWorkbook): Promise<string> {
  const state = await workbook.checkWorkbook();
  return state.ok ? (state.value.findings.find(({ check }) => check.outcome === 'differs')?.key ?? '') : '';
}

const nothing = (): Promise<void> => Promise.resolve();
let key = '';

async function importAndFind(workbook: ExcelWorkbook): Promise<void> {
  await importIt(workbook);
  key = await firstFinding(workbook);
}

async function accepted(workbook: ExcelWorkbook): Promise<void> {
  await importAndFind(workbook);
  await workbook.acceptFinding(key, 'kendt trykfejl');
}

const FLOWS: readonly Flow[] = [
  { name: 'an import', prepare: nothing, act: (workbook) => workbook.importAgreement(agreement, checks, { kind: 'new-sheets' }) },
  { name: 'an import with cards', prepare: nothing, hasCards: true, act: (workbook) => workbook.importAgreement(agreement, checks, { kind: 'new-sheets' }) },
  { name: 'an import at the selection', prepare: nothing, act: (workbook) => workbook.importAgreement(agreement, checks, { kind: 'selection' }) },
  { name: 'an import beside another', prepare: importIt, act: (workbook) => workbook.importAgreement(larger, reconcile(larger), { kind: 'new-sheets' }) },
  { name: 'a removal beside another', prepare: importBoth, act: (workbook) => workbook.removeImport(IMPORT_ID), takesImport: true },
  { name: 'an inserted initiative', prepare: nothing, act: (workbook) => workbook.insertInitiative(agreement, 0) },
  { name: 'a removal', prepare: importIt, act: (workbook) => workbook.removeImport(IMPORT_ID), takesImport: true },
  { name: 'a removal from a sheet of the user', prepare: (workbook) => importIt(workbook, 'selection'), act: (workbook) => workbook.removeImport(IMPORT_ID), takesImport: true },
  { name: 'a check', prepare: (workbook) => importIt(workbook).then(() => excel.userEdits(OVERVIEW, 'E6', 4)), act: (workbook) => workbook.checkWorkbook() },
  { name: 'a check of the selection', prepare: (workbook) => importIt(workbook).then(() => excel.userSelects(OVERVIEW, 'A4:I6')), act: (workbook) => workbook.checkSelection(), readsOnly: true },
  { name: 'an acceptance', prepare: importAndFind, act: (workbook) => workbook.acceptFinding(key, 'kendt trykfejl') },
  { name: 'a second acceptance', prepare: (workbook) => accepted(workbook).then(() => excel.userEdits(OVERVIEW, 'E6', 4)).then(() => openFinding(workbook)), act: (workbook) => workbook.acceptFinding(key, 'også kendt') },
  { name: 'a comment', prepare: importAndFind, act: (workbook) => workbook.commentFinding(key, 'spørg ministeriet') },
  { name: 'a withdrawal', prepare: accepted, act: (workbook) => workbook.withdrawAcceptance(key, 'var forkert') },
  { name: 'figures ticked off', prepare: importIt, act: (workbook) => workbook.tickFigures(IMPORT_ID, ['I1/year:2026', 'I2/year:2027'], true, 'AH') },
  { name: 'flags taken away', prepare: importIt, act: (workbook) => workbook.showFlags(false) },
  { name: 'flags put back', prepare: (workbook) => importIt(workbook).then(() => workbook.showFlags(false)).then(() => undefined), act: (workbook) => workbook.showFlags(true) },
  { name: 'a remembered comparison', prepare: tableAndImport, act: rememberIt },
  { name: 'a check of a remembered comparison', prepare: (workbook) => remembered(workbook).then(() => excel.userEdits('Ark1', 'G3', 4)), act: (workbook) => workbook.checkWorkbook() },
  { name: 'a forgotten comparison', prepare: remembered, act: (workbook) => workbook.forgetComparison(comparisonId) },
  { name: 'a removal with a remembered comparison', prepare: remembered, act: (workbook) => workbook.removeImport(IMPORT_ID), takesImport: true },
  { name: 'an inserted formula', prepare: importIt, act: (workbook) => excel.userSelects('Ark1', 'D9').then(() => workbook.insertFormula('=1+1')) },
  { name: 'a take-over of a corrected edition', prepare: accepted, act: (workbook) => workbook.takeOver(IMPORT_ID, corrected, reconcile(corrected), AS_PLANNED) },
  { name: 'a take-over with a log to be made, new sheets and other years', prepare: importIt, act: (workbook) => workbook.takeOver(IMPORT_ID, later, reconcile(later), AS_PLANNED) },
  { name: 'a take-over with cards', prepare: importIt, hasCards: true, act: (workbook) => workbook.takeOver(IMPORT_ID, corrected, reconcile(corrected), AS_PLANNED) },
  { name: 'a sheet of changes', prepare: nothing, act: (workbook) => workbook.insertChanges(agreement, corrected, new Map()) },
  { name: 'a look at a take-over', prepare: importIt, act: (workbook) => workbook.previewTakeOver(IMPORT_ID, corrected, reconcile(corrected), AS_PLANNED), readsOnly: true },
  { name: 'a picture', prepare: importIt, act: (workbook) => workbook.insertPicture(IMPORT_ID, 'expiry') },
  { name: 'a picture in the place of another', prepare: (workbook) => importIt(workbook).then(() => workbook.insertPicture(IMPORT_ID, 'profile')).then(() => undefined), act: (workbook) => workbook.insertPicture(IMPORT_ID, 'profile') },
  { name: 'a removal with a picture', prepare: (workbook) => importIt(workbook).then(() => workbook.insertPicture(IMPORT_ID, 'expiry')).then(() => undefined), act: (workbook) => workbook.removeImport(IMPORT_ID), takesImport: true },
  { name: 'a working paper', prepare: importIt, act: (workbook) => workbook.insertWorkingPaper(IMPORT_ID) },
];

/** Two agreements, which share the workbook's front. */
async function importBoth(workbook: ExcelWorkbook): Promise<void> {
  await importIt(workbook);
  await workbook.importAgreement(larger, reconcile(larger), { kind: 'new-sheets' });
}

/** A budget of the user's with one wrong figure, beside the imported sheets. */
async function tableAndImport(workbook: ExcelWorkbook): Promise<void> {
  await importIt(workbook);
  await excel.userEdits('Ark1', 'F2', [['mio. kr.', 2026, 2027, 'I alt'], ['Første', 1.5, 2, 3.5], ['Andet', 0.5, 0.5, 1]]);
  await excel.userSelects('Ark1', 'F2:I4');
  const checked = await workbook.checkSelection();
  selection = checked.ok ? checked.value : null;
}

let comparisonId = '';
let selection: SelectionCheck | null = null;

async function remembered(workbook: ExcelWorkbook): Promise<void> {
  await tableAndImport(workbook);
  await rememberIt(workbook);
}

async function rememberIt(workbook: ExcelWorkbook, options: { readonly signal?: AbortSignal } = {}): Promise<Result<unknown>> {
  if (selection === null) throw new Error('The table was not read');
  const result = await workbook.rememberComparison({ selection, sha256: agreement.document.sha256, choices: {} }, options);
  if (result.ok) comparisonId = result.value.comparisons?.[0]?.id ?? '';
  return result;
}

async function openFinding(workbook: ExcelWorkbook): Promise<void> {
  const state = await workbook.checkWorkbook();
  key = state.ok ? (state.value.findings.find(({ check, acceptance }) => check.outcome === 'differs' && (acceptance ?? null) === null)?.key ?? '') : '';
}

/** Everything in the workbook that a user sees, in one comparable text; the store, hashes and ids aside. */
function footprint(): string {
  excel.workbook.settle();
  const { sheets, tables, names, comments } = excel.workbook;
  const cells = sheets.filter(({ name }) => name !== 'ReserveData').map((sheet) => [
    sheet.name,
    [...sheet.cells].filter(([, cell]) => cell.value !== null || cell.formula !== undefined || cell.style?.fill !== undefined).map(([at, cell]) => [at, cell.formula ?? String(sheet.valueAt(Math.floor(at / 16384), at % 16384)), cell.style?.fill ?? null]).sort(([a], [b]) => Number(a) - Number(b)),
  ]);
  return JSON.stringify([cells, sheets.map(({ name, charts }) => [name, charts.map(({ id: _id, ...chart }) => chart)]).sort(), tables.map(({ name }) => name).sort(), names.map(({ name }) => name).sort(), comments.map(({ content, sheet, row, column }) => [content, sheet.name, row, column]).sort()]).replace(/import-\d+/g, 'own');
}

let before: SavedWorkbook;
let workbook: ExcelWorkbook;

/** The workbook as it was before the flow, opened anew. */
function reopen(): void {
  excel.load(before);
  workbook = newWorkbook(undefined, 10);
}

async function act(flow: Flow): Promise<Result<unknown>> {
  const result = await flow.act(workbook);
  excel.intercept(null);
  await excel.settled();
  return result.ok ? succeed(null) : fail(result.failure);
}

/** Makes the given sync of the next action fail once. */
function failAt(sync: number, fault: Fault): void {
  let isSpent = false;
  excel.resetCounters();
  excel.intercept((request) => {
    if (isSpent || request.index !== sync) return null;
    isSpent = true;
    if (fault.mode === 'never-answers') setTimeout(() => expire(), 0);
    return fault;
  });
}

afterEach(() => excel.close());

/** No flow may ask for other people's formulas to be calculated. */
function refuseFullCalculation({ body }: InterceptedRequest): Fault | null {
  const isFull = body.Actions.some(({ Name, ArgumentInfo }) => Name === 'Calculate' && ['Full', 'FullRebuild', true].includes(ArgumentInfo?.Arguments?.[0] as string));
  return isFull ? { mode: 'not-applied', code: 'AccessDenied', message: 'a full calculation' } : null;
}

async function start(flow: Flow): Promise<{ readonly syncs: number; readonly untouched: string; readonly done: string }> {
  excel = await startHeadlessExcel(flow.hasCards === true ? { apiVersion: '1.19' } : {});
  if (flow.hasCards === true) offerFigureCards(excel);
  await excel.userEdits('Ark1', 'A1', [['mit', 1], ['=B1*2', 'fast']]);
  await excel.userSelects('Ark1', 'C5');
  await flow.prepare(newWorkbook());
  before = excel.save();
  reopen();
  const untouched = footprint();
  excel.resetCounters();
  excel.intercept(refuseFullCalculation);
  const result = await act(flow);
  if (!result.ok) throw new Error(`${flow.name} fails without a fault: ${JSON.stringify(result.failure)}`);
  return { syncs: excel.syncCount, untouched, done: footprint() };
}

if (TAKES_ALL) jest.setTimeout(24 * 3_600_000);

describe.each(FLOWS)('$name', (flow) => {
  it('is whole or absent after a fault in any sync, says which, and a retry succeeds', async () => {
    const { syncs, untouched, done } = await start(flow);
    const faults = Array.from({ length: syncs }, (_none, index) => index + 1).flatMap((sync) =>
      (['not-applied', 'applied-but-error'] as const).flatMap((mode, turn) => codesFor(2 * sync + turn).map((code) => ({ sync, fault: { mode, code } }))),
    );
    const wrong: string[] = [];
    for (const { sync, fault } of faults) {
      reopen();
      failAt(sync, fault);
      const result = await act(flow);
      const after = footprint();
      const outcome = result.ok ? 'done' : result.failure.code === 'host' ? result.failure.workbook : 'unchanged';
      const isTrue = outcome === 'unknown' ? false : after === (outcome === 'done' ? done : untouched);
      const retried = outcome === 'done' && !flow.readsOnly ? succeed(null) : await act(flow);
      const isRetried = retried.ok && footprint() === done;
      if (!isTrue || !isRetried || JSON.stringify(excel.values('Ark1!A1:B2')) !== JSON.stringify(USER_CELLS)) {
        wrong.push(`${fault.mode} ${fault.code} at sync ${sync} of ${syncs}: ${JSON.stringify(result)}, ${after === done ? 'done' : after === untouched ? 'untouched' : 'in between'}, retry ${JSON.stringify(retried)} ${isRetried ? 'right' : 'wrong'}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is whole or absent when a sync is never answered', async () => {
    const { syncs, untouched, done } = await start(flow);
    const wrong: string[] = [];
    for (let sync = 2; sync <= syncs; sync += 1) {
      for (const isApplied of TAKES_ALL ? [false, true] : [sync % 2 === 0]) {
        reopen();
        failAt(sync, { mode: 'never-answers', isApplied });
        const result = await act(flow);
        const after = footprint();
        const outcome = result.ok ? 'done' : result.failure.code === 'host' ? result.failure.workbook : 'unchanged';
        if (outcome === 'unknown' || after !== (outcome === 'done' ? done : untouched)) wrong.push(`sync ${sync} (${isApplied ? 'carried out' : 'lost'}): ${JSON.stringify(result)}, ${after === done ? 'done' : after === untouched ? 'untouched' : 'in between'}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('an answer that comes late', () => {
  it.each([2, 3, 4])('of sync %i of an import is taken back, and the user is told', async (sync) => {
    const { untouched } = await start(FLOWS[0] as Flow);
    reopen();
    const notices: string[] = [];
    workbook.onStateChanged((state) => notices.push(...(state.notices ?? []).map(({ code }) => code)));
    await excel.settled();
    const held = holdBack(sync);
    const importing = workbook.importAgreement(agreement, checks, { kind: 'new-sheets' });
    const release = await held;
    expire();
    release();
    expect(await importing).toMatchObject({ ok: false, failure: { hostCode: 'Timeout' } });
    await workbook.checkWorkbook();
    await workbook.checkWorkbook();
    expect(footprint()).toBe(untouched);
    expect(notices).toContain('answered-late');
  });

  it('is waited for without a limit while a cell is edited, and can be given up', async () => {
    await start(FLOWS[0] as Flow);
    reopen();
    const untouched = footprint();
    const held = holdBack(1);
    let isTimed = false;
    expire = () => {
      isTimed = true;
    };
    const stillUnset = expire;
    const importing = workbook.importAgreement(agreement, checks, { kind: 'new-sheets' });
    const release = await held;
    expect([expire, isTimed]).toEqual([stillUnset, false]);
    release();
    expect(await importing).toMatchObject({ ok: true });

    reopen();
    const controller = new AbortController();
    const heldAgain = holdBack(1);
    const givenUp = workbook.importAgreement(agreement, checks, { kind: 'new-sheets' }, { signal: controller.signal });
    const releaseLate = await heldAgain;
    controller.abort();
    releaseLate();
    expect(await givenUp).toEqual({ ok: false, failure: { code: 'cancelled' } });
    await workbook.checkWorkbook();
    expect(footprint()).toBe(untouched);
  });
});

describe('an action that Excel keeps waiting while a cell is edited', () => {
  const CANCELLED = { ok: false, failure: { code: 'cancelled' } };
  type Waiting = readonly [string, (workbook: ExcelWorkbook) => Promise<void>, (workbook: ExcelWorkbook, options: { readonly signal: AbortSignal }) => Promise<Result<unknown>>];
  const ACTIONS: readonly Waiting[] = [
    ['a removal', importIt, (one, options) => one.removeImport(IMPORT_ID, options)],
    ['an inserted initiative', nothing, (one, options) => one.insertInitiative(agreement, 0, options)],
    ['an acceptance', importAndFind, (one, options) => one.acceptFinding(key, 'kendt trykfejl', options)],
    ['a comment', importAndFind, (one, options) => one.commentFinding(key, 'spørg', options)],
    ['flags taken away', importIt, (one, options) => one.showFlags(false, options)],
    ['a working paper', importIt, (one, options) => one.insertWorkingPaper(IMPORT_ID, options)],
    ['a comparison that is remembered', tableAndImport, (one, options) => rememberIt(one, options)],
    ['a comparison that is forgotten', remembered, (one, options) => one.forgetComparison(comparisonId, options)],
    ['an inserted formula', importIt, (one, options) => one.insertFormula('=1+1', options)],
  ];

  it.each(ACTIONS)('%s says so, and can be given up, also once it has begun to read', async (_what, prepare, run) => {
    const flow: Flow = { name: _what, prepare, act: () => Promise.resolve(succeed(null)), readsOnly: true };
    await start(flow);
    await excel.userSelects('Ark1', 'D9');
    before = excel.save();
    reopen();
    const untouched = footprint();
    const told: boolean[] = [];
    workbook = newWorkbook((isHeld) => told.push(isHeld));
    const controller = new AbortController();
    const held = holdBack(1);
    const running = run(workbook, { signal: controller.signal });
    const release = await held;
    expire();
    expect(told).toEqual([true]);
    controller.abort();
    expect(await running).toEqual(CANCELLED);
    expect(told).toEqual([true, false]);
    release();
    await workbook.checkWorkbook();
    expect(footprint()).toBe(untouched);

    reopen();
    const later = new AbortController();
    const heldLater = holdBack(2);
    const begun = run(workbook, { signal: later.signal });
    const goOn = await heldLater;
    later.abort();
    goOn();
    const result = await begun;
    if (result.ok) return;
    expect(result).toEqual(CANCELLED);
    expect(footprint()).toBe(untouched);
  });
});

/** Holds the given sync back; resolves when it has come, with the way to let it go. */
function holdBack(sync: number): Promise<() => void> {
  excel.resetCounters();
  return new Promise((arrived) => {
    excel.intercept(({ index }) => {
      if (index !== sync) return null;
      return new Promise((resolve) => {
        arrived(() => {
          excel.intercept(null);
          resolve(null);
        });
      });
    });
  });
}

/** Something that the user or a co-author does meanwhile. Shape: `isCorrection` where it changes a figure of the import, which goes with it. */
interface Happening {
  readonly what: string;
  readonly act: () => void;
  readonly isCorrection?: boolean;
}

const THEIRS = 'en kollegas';
const hasOverview = (): boolean => excel.workbook.sheetNamed(OVERVIEW) !== null;
const whereItStands = (act: () => void) => (): void => {
  if (hasOverview()) act();
};
const theyWrite = (sheet: string, address: string): void => excel.side.enter(excel.sheet(sheet), excel.side.areaOf(address), () => THEIRS, 'coauthor');

const HAPPENINGS: readonly Happening[] = [
  { what: 'a co-author writes on a sheet of the user', act: () => theyWrite('Ark1', 'T20') },
  { what: 'a co-author writes beside an imported table', act: whereItStands(() => theyWrite(OVERVIEW, 'T20')) },
  { what: 'a co-author writes over an imported figure', isCorrection: true, act: whereItStands(() => theyWrite(OVERVIEW, 'E5')) },
  { what: 'a co-author makes a sheet of the wanted name', act: () => (hasOverview() ? undefined : theyWrite(excel.workbook.addSheet(OVERVIEW).name, 'D20')) },
  { what: 'a co-author deletes the overview', act: whereItStands(() => excel.workbook.deleteSheet(excel.sheet(OVERVIEW), 'coauthor')) },
  { what: 'a co-author renames the overview', act: whereItStands(() => excel.workbook.renameSheet(excel.sheet(OVERVIEW), 'Kollegas navn', 'coauthor')) },
  { what: 'a co-author writes a comment', act: whereItStands(() => void excel.workbook.addComment(excel.sheet(OVERVIEW), 4, 4, THEIRS, 'Bo', 'coauthor')) },
  { what: 'the user inserts a row above the overview', act: whereItStands(() => excel.workbook.shiftCells(excel.sheet(OVERVIEW), { row: 0, column: 0, rows: 1, columns: 16_384 }, 'row', false, 'user')) },
  { what: 'the user deletes a row of the overview', act: whereItStands(() => excel.workbook.shiftCells(excel.sheet(OVERVIEW), { row: 5, column: 0, rows: 1, columns: 16_384 }, 'row', true, 'user')) },
  { what: 'the user protects the overview', act: whereItStands(() => excel.protectSheet(OVERVIEW)) },
  { what: 'the user protects the workbook', act: () => void (excel.workbook.isStructureProtected = true) },
  { what: 'the user presses Ctrl+Z', act: () => void excel.side.undo() },
];

/** How often a text of theirs stands in cells and comments. */
function theirs(): number {
  const cells = excel.workbook.sheets.flatMap((sheet) => [...sheet.cells.values()].filter(({ value }) => value === THEIRS));
  return cells.length + excel.workbook.comments.filter(({ content }) => content === THEIRS).length;
}

/** What a request does that writes over cells or takes sheets away: Excel has no lock, so what comes in the very moment of such a request cannot be seen before it. */
const TAKING = new Set(['Delete', 'ValuesAsJson']);

/** Lets something happen before the given sync of the next action is carried out. Shape: `kept` is how many texts of theirs must stand afterwards. */
function letHappen(sync: number, { act: happen }: Happening): { readonly kept: () => number } {
  let count = 0;
  excel.resetCounters();
  excel.intercept(({ index, body }) => {
    if (index !== sync) return null;
    happen();
    count = body.Actions.some(({ Name }) => TAKING.has(Name ?? '')) ? 0 : theirs();
    return null;
  });
  return { kept: () => count };
}

/** Whether a workbook stands as one in which nothing but that has happened. */
async function isAsWithout(happening: Happening, now: string, untouched: string): Promise<boolean> {
  if (now === untouched) return true;
  reopen();
  happening.act();
  await workbook.checkWorkbook();
  return footprint() === now;
}

describe.each(FLOWS)('somebody else between two syncs of $name', (flow) => {
  it('loses nothing, and what is said is so', async () => {
    const { syncs, untouched } = await start(flow);
    const wrong: string[] = [];
    for (let sync = 2; sync <= syncs; sync += 1) {
      for (const happening of TAKES_ALL ? HAPPENINGS : HAPPENINGS.filter((_one, index) => index === (sync + FLOWS.indexOf(flow)) % HAPPENINGS.length)) {
        reopen();
        const { kept } = letHappen(sync, happening);
        const result = await act(flow);
        const outcome = result.ok ? 'done' : result.failure.code === 'host' ? result.failure.workbook : 'unchanged';
        const isLost = theirs() < kept() && !(happening.isCorrection === true && flow.takesImport === true);
        const checked = await workbook.checkWorkbook();
        const isBroken = !checked.ok || JSON.stringify(excel.values('Ark1!A1:B2')) !== JSON.stringify(USER_CELLS);
        const isUntrue = (outcome === 'unchanged' || outcome === 'restored') && !(await isAsWithout(happening, footprint(), untouched));
        if (isLost || isUntrue || isBroken) wrong.push(`${happening.what} before sync ${sync} of ${syncs}: ${JSON.stringify(result)}${isLost ? ', theirs is lost' : ''}${isUntrue ? ', and the workbook is another' : ''}${isBroken ? `, then ${JSON.stringify(checked.ok ? excel.values('Ark1!A1:B2') : checked.failure)}` : ''}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
