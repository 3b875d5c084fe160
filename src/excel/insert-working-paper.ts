import { type PlannedSheet } from '../core/sheet-plan/plan';
import { areReadBack, queueReadBack, queueSheetStructure, queueSheetValues } from './apply-plan';
import { FailureSignal } from './failures';
import { RequestBudget } from './run-excel';
import { type CellPlace } from './workbook-port';

/**
 * Writes a working paper on a sheet of its own, ready to print on landscape A4; three syncs.
 * Errors: signals `workbook-protected`, and `write-not-confirmed` when it does not read back.
 */
export async function insertWorkingPaper(context: Excel.RequestContext, plan: (takenSheets: readonly string[]) => PlannedSheet): Promise<CellPlace> {
  const { worksheets, protection } = context.workbook;
  worksheets.load('items/name');
  protection.load('protected');
  await context.sync();
  if (protection.protected) throw new FailureSignal({ code: 'workbook-protected' });
  const paper = plan(worksheets.items.map(({ name }) => name));
  const sheet = worksheets.add(paper.name);
  await queueSheetValues(sheet, paper, new RequestBudget(context));
  const pending = await queueReadBack(sheet, paper, new RequestBudget(context));
  await context.sync();
  if (!areReadBack(pending)) {
    sheet.delete();
    await context.sync();
    throw new FailureSignal({ code: 'write-not-confirmed', sheet: paper.name });
  }
  queueSheetStructure(context, sheet, paper);
  sheet.pageLayout.orientation = 'Landscape';
  sheet.pageLayout.paperSize = 'A4';
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  sheet.activate();
  await context.sync();
  return { sheet: paper.name, address: 'A1' };
}
