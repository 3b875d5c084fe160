import { pageNumbers, printText, titleRowsOf, type PlannedSheet } from '../../core/sheet-plan/plan';
import { failureOf } from '../requests/failures';
import { hasExcelApi } from '../requests/run-excel';

/** Margins in points: the header and the footer stand inside them. */
const SIDE_MARGIN = 36;
const TOP_MARGIN = 54;

/**
 * Queues how a sheet is printed: on landscape A4 as wide as a page, with the rows to its table's headings on every page; one with a print set-up
 * of its own says more. False in an Excel without page layouts, which prints as it does. Source: ExcelApi 1.9.
 */
export function queuePrintSetup(sheet: Excel.Worksheet, plan: PlannedSheet): boolean {
  const { print } = plan;
  if (!hasExcelApi('1.9')) return false;
  const { pageLayout } = sheet;
  pageLayout.orientation = 'Landscape';
  pageLayout.paperSize = 'A4';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.leftMargin = SIDE_MARGIN;
  pageLayout.rightMargin = SIDE_MARGIN;
  pageLayout.topMargin = TOP_MARGIN;
  pageLayout.bottomMargin = TOP_MARGIN;
  const titleRows = titleRowsOf(plan);
  if (titleRows > 0) pageLayout.setPrintTitleRows(`$1:$${titleRows}`);
  const page = pageLayout.headersFooters.defaultForAllPages;
  page.leftHeader = print === undefined ? '&A' : printText(print.header.left);
  page.rightFooter = print === undefined ? '&P / &N' : pageNumbers(print);
  if (print === undefined) return true;
  page.rightHeader = printText(print.header.right);
  page.leftFooter = printText(print.footer.left);
  return true;
}

/** Sets sheets that stand up for print, in one sync; false where Excel cannot or refuses, as without a printer: they stand all the same. */
export async function setUpPrint(context: Excel.RequestContext, sheets: readonly { readonly sheet: Excel.Worksheet; readonly plan: PlannedSheet }[]): Promise<boolean> {
  const areQueued = sheets.map(({ sheet, plan }) => queuePrintSetup(sheet, plan));
  try {
    await context.sync();
    return !areQueued.includes(false);
  } catch (error) {
    failureOf(error, 'done');
    return false;
  }
}
