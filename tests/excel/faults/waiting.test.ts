import { succeed, type Result } from '../../../src/core/failure';
import { agreement, checks } from '../../support/faults/agreements';
import { Bench } from '../../support/faults/bench';
import { IMPORT_ID, importAndFind, importIt, nothing, remembered, rememberIt, tableAndImport } from '../../support/faults/preparations';

const CANCELLED = { ok: false, failure: { code: 'cancelled' } };

let bench: Bench;

afterEach(() => bench.excel.close());

async function prepared(prepare: (one: Bench) => Promise<unknown>): Promise<void> {
  bench = await Bench.open({ name: 'nothing', prepare, act: () => Promise.resolve(succeed(null)), readsOnly: true });
}

describe('an answer that comes late', () => {
  it.each([2, 3, 4])('of sync %i of an import is taken back, and the user is told', async (sync) => {
    await prepared(nothing);
    bench.reopen();
    const notices: string[] = [];
    bench.workbook.onStateChanged((state) => notices.push(...(state.notices ?? []).map(({ code }) => code)));
    await bench.excel.settled();
    const held = bench.holdBack(sync);
    const importing = bench.workbook.importAgreement(agreement, checks, { kind: 'new-sheets' });
    const release = await held;
    bench.expire();
    release();
    expect(await importing).toMatchObject({ ok: false, failure: { hostCode: 'Timeout' } });
    await bench.workbook.checkWorkbook();
    await bench.workbook.checkWorkbook();
    expect(bench.footprint()).toBe(bench.untouched);
    expect(notices).toContain('answered-late');
  });

  it('is waited for without a limit while a cell is edited, and can be given up', async () => {
    await prepared(nothing);
    bench.reopen();
    const held = bench.holdBack(1);
    let isTimed = false;
    bench.expire = () => {
      isTimed = true;
    };
    const stillUnset = bench.expire;
    const importing = bench.workbook.importAgreement(agreement, checks, { kind: 'new-sheets' });
    const release = await held;
    expect([bench.expire, isTimed]).toEqual([stillUnset, false]);
    release();
    expect(await importing).toMatchObject({ ok: true });

    bench.reopen();
    const controller = new AbortController();
    const heldAgain = bench.holdBack(1);
    const givenUp = bench.workbook.importAgreement(agreement, checks, { kind: 'new-sheets' }, { signal: controller.signal });
    const releaseLate = await heldAgain;
    controller.abort();
    releaseLate();
    expect(await givenUp).toEqual(CANCELLED);
    await bench.workbook.checkWorkbook();
    expect(bench.footprint()).toBe(bench.untouched);
  });
});

describe('an action that Excel keeps waiting while a cell is edited', () => {
  type Waiting = readonly [string, (one: Bench) => Promise<unknown>, (one: Bench, options: { readonly signal: AbortSignal }) => Promise<Result<unknown>>];
  const ACTIONS: readonly Waiting[] = [
    ['a removal', importIt, ({ workbook }, options) => workbook.removeImport(IMPORT_ID, options)],
    ['an inserted initiative', nothing, ({ workbook }, options) => workbook.insertInitiative(agreement, 0, options)],
    ['an acceptance', importAndFind, ({ workbook, key }, options) => workbook.acceptFinding(key, 'kendt trykfejl', options)],
    ['a comment', importAndFind, ({ workbook, key }, options) => workbook.commentFinding(key, 'spørg', options)],
    ['flags taken away', importIt, ({ workbook }, options) => workbook.showFlags(false, options)],
    ['a working paper', importIt, ({ workbook }, options) => workbook.insertWorkingPaper(IMPORT_ID, options)],
    ['a comparison that is remembered', tableAndImport, rememberIt],
    ['a comparison that is forgotten', remembered, ({ workbook, comparisonId }, options) => workbook.forgetComparison(comparisonId, options)],
    ['an inserted formula', importIt, ({ workbook }, options) => workbook.insertFormula('=1+1', options)],
  ];

  it.each(ACTIONS)('%s says so, and can be given up, also once it has begun to read', async (_what, prepare, run) => {
    await prepared(prepare);
    await bench.excel.userSelects('Ark1', 'D9');
    bench.keep();
    bench.reopen();
    const untouched = bench.footprint();
    const told: boolean[] = [];
    bench.workbook = bench.newWorkbook((isHeld) => told.push(isHeld));
    const controller = new AbortController();
    const held = bench.holdBack(1);
    const running = run(bench, { signal: controller.signal });
    const release = await held;
    bench.expire();
    expect(told).toEqual([true]);
    controller.abort();
    expect(await running).toEqual(CANCELLED);
    expect(told).toEqual([true, false]);
    release();
    await bench.workbook.checkWorkbook();
    expect(bench.footprint()).toBe(untouched);

    bench.reopen();
    const later = new AbortController();
    const heldLater = bench.holdBack(2);
    const begun = run(bench, { signal: later.signal });
    const goOn = await heldLater;
    later.abort();
    goOn();
    const result = await begun;
    if (result.ok) return;
    expect(result).toEqual(CANCELLED);
    expect(bench.footprint()).toBe(untouched);
  });
});
