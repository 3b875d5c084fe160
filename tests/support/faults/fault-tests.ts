import { succeed, type Result } from '../../../src/core/failure';
import { type Fault } from '../../../src/workbench/excel-side/excel-side';
import { Bench, type Flow, type FlowSync } from './bench';
import { HAPPENINGS, letHappen, theirs, type Happening } from './happenings';

const CODES = [
  'AccessDenied', 'InvalidOperation', 'InvalidOperationInCellEditMode', 'ItemAlreadyExists', 'ItemNotFound', 'InvalidReference', 'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded', 'OperationCellsExceedLimit', 'GeneralException', 'RequestAborted', 'Conflict', 'InactiveWorkbook', 'MergedRangeConflict',
  'NonBlankCellOffSheet', 'UndoNotSupported', 'ApiNotFound', 'SomethingNew',
];

/** All codes and happenings at all syncs take an hour; a run takes one at each sync and mode, another at the next. RESERVE_FAULTS=all takes them all, a number begins with others. */
const ASKED = process.env['RESERVE_FAULTS'] ?? '0';
const TAKES_ALL = ASKED === 'all';

/** One of several in its turn: flows begin at different ones. */
function inTurn<T>(all: readonly T[], flow: Flow, turn: number): readonly T[] {
  return TAKES_ALL ? all : all.filter((_one, index) => index === (Number(ASKED) + flow.name.length + 7 * turn) % all.length);
}

interface FaultAt {
  readonly sync: number;
  readonly fault: Fault;
}

/** Errors in every sync: one that writes answers with an error though it was carried out, too. */
function errorsOf(flow: Flow, syncs: readonly FlowSync[]): FaultAt[] {
  const modes = syncs.flatMap(({ index, isWrite }) => (isWrite ? (['not-applied', 'applied-but-error'] as const) : (['not-applied'] as const)).map((mode) => ({ sync: index, mode })));
  return modes.flatMap(({ sync, mode }, turn) => inTurn(CODES, flow, turn).map((code) => ({ sync, fault: { mode, code } })));
}

/** Syncs without an answer, from the second on: the first waits for as long as a cell is edited. */
function silencesOf(syncs: readonly FlowSync[]): FaultAt[] {
  return syncs.slice(1).flatMap(({ index, isWrite }) =>
    (!isWrite ? [false] : TAKES_ALL ? [false, true] : [index % 2 === 0]).map((isApplied) => ({ sync: index, fault: { mode: 'never-answers', isApplied } as const })),
  );
}

/** What a result says of the workbook. */
function outcomeOf(result: Result<unknown>): string {
  return result.ok ? 'done' : result.failure.code === 'host' ? result.failure.workbook : 'unchanged';
}

function standing({ untouched, done }: Bench, footprint: string): string {
  return footprint === done ? 'done' : footprint === untouched ? 'untouched' : 'in between';
}

/** What goes wrong with a fault; null where the action is whole or absent, that is said, and asking again succeeds. */
async function afterError(bench: Bench, flow: Flow, { sync, fault }: FaultAt): Promise<string | null> {
  bench.reopen();
  bench.failAt(sync, fault);
  const result = await bench.act();
  const [after, outcome] = [bench.footprint(), outcomeOf(result)];
  const isTrue = outcome !== 'unknown' && after === (outcome === 'done' ? bench.done : bench.untouched);
  const retried = outcome === 'done' && flow.readsOnly !== true ? succeed(null) : await bench.act();
  const isRetried = retried.ok && bench.footprint() === bench.done;
  if (isTrue && isRetried && bench.hasUserCells()) return null;
  return `${JSON.stringify(fault)} at sync ${sync} of ${bench.syncs.length}: ${JSON.stringify(result)}, ${standing(bench, after)}, retry ${JSON.stringify(retried)} ${isRetried ? 'right' : 'wrong'}`;
}

/** What goes wrong without an answer; null where the action is whole or absent and that is said. */
async function afterSilence(bench: Bench, { sync, fault }: FaultAt): Promise<string | null> {
  bench.reopen();
  bench.failAt(sync, fault);
  const result = await bench.act();
  const [after, outcome] = [bench.footprint(), outcomeOf(result)];
  if (outcome !== 'unknown' && after === (outcome === 'done' ? bench.done : bench.untouched)) return null;
  return `${JSON.stringify(fault)} at sync ${sync} of ${bench.syncs.length}: ${JSON.stringify(result)}, ${standing(bench, after)}`;
}

/** The workbook as it is when nothing but that has happened to it, and it is checked. Shape: `known` keeps what was seen before. */
async function afterOnly(bench: Bench, happening: Happening, known: Map<Happening, string>): Promise<string> {
  const seen = known.get(happening);
  if (seen !== undefined) return seen;
  bench.reopen();
  happening.act(bench);
  await bench.workbook.checkWorkbook();
  const footprint = bench.footprint();
  known.set(happening, footprint);
  return footprint;
}

/** What goes wrong when something happens before a sync; null where nothing of theirs is lost and what is said is so. */
async function afterHappening(bench: Bench, flow: Flow, { sync, happening, known }: { readonly sync: number; readonly happening: Happening; readonly known: Map<Happening, string> }): Promise<string | null> {
  bench.reopen();
  const { kept } = letHappen(bench, sync, happening);
  const result = await bench.act();
  const outcome = outcomeOf(result);
  const isLost = theirs(bench) < kept() && !(happening.isCorrection === true && flow.takesImport === true);
  const checked = await bench.workbook.checkWorkbook();
  const isBroken = !checked.ok || !bench.hasUserCells();
  const after = bench.footprint();
  const isUntrue = (outcome === 'unchanged' || outcome === 'restored') && after !== bench.untouched && after !== (await afterOnly(bench, happening, known));
  if (!isLost && !isUntrue && !isBroken) return null;
  return `${happening.what} before sync ${sync} of ${bench.syncs.length}: ${JSON.stringify(result)}${isLost ? ', theirs is lost' : ''}${isUntrue ? ', and the workbook is another' : ''}${isBroken ? `, then ${checked.ok ? 'other cells' : JSON.stringify(checked.failure)}` : ''}`;
}

/** What went wrong of several cases, one after the other in the one Excel. */
async function wrongOf<T>(cases: readonly T[], tried: (one: T) => Promise<string | null>): Promise<string[]> {
  const wrong: string[] = [];
  for (const one of cases) {
    const said = await tried(one);
    if (said !== null) wrong.push(said);
  }
  return wrong;
}

/** Tests that each flow leaves the workbook whole or untouched and says which, whatever goes wrong in or comes between its syncs. */
export function testFaultsOf(flows: readonly Flow[]): void {
  if (TAKES_ALL) jest.setTimeout(24 * 3_600_000);

  describe.each(flows)(`$name (RESERVE_FAULTS=${ASKED})`, (flow) => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await Bench.open(flow);
    });
    afterAll(() => bench.excel.close());

    it('is whole or absent after a fault in any sync, says which, and a retry succeeds', async () => {
      expect(await wrongOf(errorsOf(flow, bench.syncs), (one) => afterError(bench, flow, one))).toEqual([]);
    });

    it('is whole or absent when a sync is never answered', async () => {
      expect(await wrongOf(silencesOf(bench.syncs), (one) => afterSilence(bench, one))).toEqual([]);
    });

    it('loses nothing of what somebody else does between two syncs, and what is said is so', async () => {
      const known = new Map<Happening, string>();
      const cases = bench.syncs.slice(1).flatMap(({ index }) => inTurn(HAPPENINGS, flow, index).map((happening) => ({ sync: index, happening, known })));
      expect(await wrongOf(cases, (one) => afterHappening(bench, flow, one))).toEqual([]);
    });
  });
}
