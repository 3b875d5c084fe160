import { fail, succeed, type Result } from '../../core/failure';
import { type PlannedSheet } from '../../core/sheet-plan/plan';
import { queueSheetFormulas, queueSheetStructure, queueSheetValues } from '../writing/apply-plan';
import { failureAfterUndo, FailureSignal } from '../requests/failures';
import { setUpPrint } from '../writing/print-setup';
import { ReadBack } from '../writing/read-back';
import { runExcel, stopIfAsked, type RunSettings } from '../requests/run-excel';
import { undoSheet } from '../removal/undo-writing';
import { type PlacedPaper } from '../workbook-port';

/** Plans the sheet from what the workbook says now, given the names that its sheets have. */
export type PaperPlan = (takenSheets: readonly string[]) => PlannedSheet;

/**
 * Writes a working paper, or the changes between two editions, on a sheet of its own, set up for print on landscape A4 where Excel takes that; four syncs after those of `prepare`.
 * Errors: `workbook-protected`, and whatever Excel refuses; a paper that was half made is removed again, and the failure says so.
 */
export async function insertWorkingPaper(prepare: (context: Excel.RequestContext) => Promise<PaperPlan>, options: RunSettings, onLate: (undo: () => Promise<unknown>) => void): Promise<Result<PlacedPaper>> {
  const begun: PlannedSheet[] = [];
  const prepareUnlessStopped = async (context: Excel.RequestContext): Promise<PaperPlan> => {
    const plan = await prepare(context);
    stopIfAsked(options);
    return plan;
  };
  const undoBegun = (): Promise<unknown> => Promise.all(begun.map((paper) => undoSheet(paper, options)));
  try {
    return succeed(await runExcel({ isUserStarted: true, ...options, onLate: () => onLate(undoBegun) }, async (context) => writePaper(context, await prepareUnlessStopped(context), (paper) => begun.push(paper))));
  } catch (error) {
    const [paper] = begun;
    const outcome = paper === undefined ? 'unchanged' : await undoSheet(paper, options);
    return fail(failureAfterUndo(error, outcome));
  }
}

async function writePaper(context: Excel.RequestContext, plan: PaperPlan, onBegin: (paper: PlannedSheet) => void): Promise<PlacedPaper> {
  const { worksheets, protection } = context.workbook;
  worksheets.load('items/name');
  protection.load('protected');
  await context.sync();
  if (protection.protected) throw new FailureSignal({ code: 'workbook-protected' });
  const paper = plan(worksheets.items.map(({ name }) => name));
  onBegin(paper);
  const sheet = worksheets.add(paper.name);
  const readBack = new ReadBack();
  await queueSheetValues(sheet, paper, readBack.budget(context), readBack);
  readBack.queue();
  await context.sync();
  readBack.confirm(paper.name);
  queueSheetStructure(context, sheet, paper);
  queueSheetFormulas(sheet, paper);
  sheet.getUsedRange().format.autofitRows();
  sheet.activate();
  await context.sync();
  return { sheet: paper.name, address: 'A1', isPrintSet: await setUpPrint(context, [{ sheet, plan: paper }]) };
}
