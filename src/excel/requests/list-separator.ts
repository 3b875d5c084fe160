import { hasExcelApi } from './run-excel';

/** What separates arguments in the user's formulas. */
export type ListSeparator = ',' | ';';

/**
 * What separates arguments in this Excel, which the region decides and not the language of the menus; null where Excel is too old to tell.
 * Source: Excel takes a semicolon wherever the comma is the decimal sign.
 */
export async function readListSeparator(context: Excel.RequestContext): Promise<ListSeparator | null> {
  if (!hasExcelApi('1.11')) return null;
  const { application } = context.workbook;
  application.load('decimalSeparator');
  await context.sync();
  return application.decimalSeparator === ',' ? ';' : ',';
}
