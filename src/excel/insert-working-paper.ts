import { pageNumbers, printText, type PlannedSheet } from '../core/sheet-plan/plan';
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
  sheet.getUsedRange().format.autofitRows();
  queuePrintSetup(sheet, paper);
  sheet.activate();
  await context.sync();
  return { sheet: paper.name, address: 'A1' };
}

/** Margins in points: the header and the footer stand inside them. */
const SIDE_MARGIN = 36;
const TOP_MARGIN = 54;

function queuePrintSetup(sheet: Excel.Worksheet, { print }: PlannedSheet): void {
  if (print === undefined) return;
  const { pageLayout } = sheet;
  pageLayout.orientation = 'Landscape';
  pageLayout.paperSize = 'A4';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.leftMargin = SIDE_MARGIN;
  pageLayout.rightMargin = SIDE_MARGIN;
  pageLayout.topMargin = TOP_MARGIN;
  pageLayout.bottomMargin = TOP_MARGIN;
  if (print.titleRows > 0) pageLayout.setPrintTitleRows(`$1:$${print.titleRows}`);
  const page = pageLayout.headersFooters.defaultForAllPages;
  page.leftHeader = printText(print.header.left);
  page.rightHeader = printText(print.header.right);
  page.leftFooter = printText(print.footer.left);
  page.rightFooter = pageNumbers(print);
}
