import { reconcile } from '../../src/core/reconciliation/engine';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { type WorkbookState } from '../../src/excel/workbook-port';
import { startHeadlessExcel, type HeadlessExcel } from '../support/headless-excel';
import { andItsCheck } from '../support/its-check';
import { sampleAgreement } from '../support/sample-agreement';

const OVERVIEW = 'Oversigt 2026-2029';
const FINDINGS = 'Afstemning 2026-2029';

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;

/** Longer than edits are waited for before a check. Units: milliseconds. */
const QUIET_MS = 300;

/** What the last edit set off ends before the next test has an Excel of its own. */
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  await workbook.checkWorkbook();
  await excel.close();
});

/** A workbook with an import whose add-in listens to it. */
async function begin(apiVersion: string): Promise<void> {
  excel = await startHeadlessExcel({ apiVersion });
  workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0' });
  const agreement = sampleAgreement();
  const result = await workbook.importAgreement(agreement, reconcile(agreement), { kind: 'new-sheets' });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  workbook.onStateChanged(() => undefined);
  const first = await workbook.checkWorkbook();
  if (!first.ok) throw new Error(JSON.stringify(first.failure));
  await excel.settled();
}

/** What stands in the edited cell, its fill, and how many rows the list of findings has. */
function sight(): readonly [unknown, string | null, number] {
  const { value, fill } = excel.cell(OVERVIEW, figure);
  const list = excel.workbook.tables.find(({ sheet }) => sheet.name === FINDINGS);
  return [value, fill, list?.area.rows ?? 0];
}

const figure = 'F5';
const edit = (value: number): Promise<WorkbookState> => andItsCheck(workbook, excel, () => excel.userEdits(OVERVIEW, figure, value));
const undo = (): Promise<WorkbookState> => andItsCheck(workbook, excel, () => excel.userUndoes());
const redo = (): Promise<WorkbookState> => andItsCheck(workbook, excel, () => excel.userRedoes());

describe.each(['1.15', '1.20'])('an edit that was flagged, in an Excel with the API %s', (apiVersion) => {
  beforeEach(() => begin(apiVersion));

  it('is taken back with its flag by Ctrl+Z twice, and done again with it', async () => {
    const before = sight();
    await edit(99);
    const flagged = sight();
    expect(flagged).not.toEqual(before);
    const state = await undo();
    expect(sight()).toEqual([99, before[1], before[2]]);
    expect(state.findings.some(({ place }) => place?.address === figure)).toBe(true);
    await undo();
    expect(sight()).toEqual(before);
    await redo();
    expect(sight()).toEqual(flagged);
  });

  it('has its flag again with the next edit, where only the flag was taken back', async () => {
    await edit(99);
    const [, fill] = sight();
    await undo();
    await andItsCheck(workbook, excel, () => excel.userEdits(OVERVIEW, 'G6', 88));
    expect(sight().slice(0, 2)).toEqual([99, fill]);
    expect(excel.cell(OVERVIEW, 'G6').fill).toBe(fill);
  });

  it('has its flag again when the user asks for a check', async () => {
    await edit(99);
    const flagged = sight();
    await undo();
    await workbook.checkWorkbook();
    expect(sight()).toEqual(flagged);
  });

  it('is flagged when it is typed again after the same edit was taken back', async () => {
    await edit(99);
    const flagged = sight();
    await undo();
    await undo();
    await edit(99);
    expect(sight()).toEqual(flagged);
  });

  it('is reached step by step through several of them', async () => {
    const before = sight();
    await edit(99);
    const one = sight();
    await edit(77);
    await undo();
    await undo();
    expect(sight()).toEqual(one);
    await undo();
    await undo();
    expect(sight()).toEqual(before);
  });

  it('is done again step by step with all that came after it, as it was taken back', async () => {
    const values = [99, 77, 55];
    const seen = [sight()];
    for (const value of values) {
      await edit(value);
      seen.push(sight());
    }
    for (let step = 0; step < 2 * values.length; step += 1) await undo();
    expect(sight()).toEqual(seen[0]);
    const done = [];
    while (excel.redoCount > 0) {
      const state = await redo();
      done.push([sight(), state.notices?.some(({ code }) => code === 'flags-taken-back') === true]);
    }
    const [one, two, three] = values;
    expect(done.map(([now]) => (now as ReturnType<typeof sight>)[0])).toEqual([one, one, two, two, three]);
    expect(done.map(([, isTold]) => isTold)).toEqual([true, false, true, false, false]);
    expect(done[1]?.[0]).toEqual(seen[1]);
    expect(done.at(-1)?.[0]).toEqual(seen.at(-1));
  });

  it('that was corrected is flagged when the same is typed again', async () => {
    const [was] = sight();
    await edit(99);
    const flagged = sight();
    await edit(Number(was));
    await edit(99);
    expect(sight()).toEqual(flagged);
  });

  it('has its flag again with a new edit, where edits after it were given up for that', async () => {
    await edit(99);
    const [, fill] = sight();
    await edit(77);
    for (let step = 0; step < 4; step += 1) await undo();
    await redo();
    await andItsCheck(workbook, excel, () => excel.userEdits(OVERVIEW, 'G6', 88));
    expect(sight().slice(0, 2)).toEqual([99, fill]);
    expect(excel.cell(OVERVIEW, 'G6').fill).toBe(fill);
  });
});
