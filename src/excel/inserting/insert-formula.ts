import { fail, succeed, type Result } from '../../core/failure';
import { FailureSignal, failureOf } from '../requests/failures';
import { runExcel, type RunSettings } from '../requests/run-excel';
import { type CellPlace } from '../workbook-port';

/**
 * Writes a formula in the selected cell, when that is empty; two syncs. After a failure the cell, which was empty, tells whether it was written all the same.
 * Shape: the formula in Excel's own writing, with commas between arguments; Excel shows it as the user's region writes it.
 * Errors: nothing is written on a protected sheet or over a cell that is not empty.
 */
export async function insertFormula(formula: string, run: RunSettings): Promise<Result<CellPlace>> {
  const begun: { place: CellPlace | null } = { place: null };
  try {
    return succeed(await runExcel({ isUserStarted: true, ...run }, (context) => writeFormula(context, formula, begun)));
  } catch (error) {
    const { place } = begun;
    if (place === null) return fail(failureOf(error, 'unchanged'));
    const isWritten = await runExcel({ ...run, isUserStarted: false }, (context) => holdsFormula(context, place)).catch(() => null);
    return isWritten === true ? succeed(place) : fail(failureOf(error, isWritten === false ? 'unchanged' : 'unknown'));
  }
}

async function writeFormula(context: Excel.RequestContext, formula: string, begun: { place: CellPlace | null }): Promise<CellPlace> {
  const cell = context.workbook.getSelectedRange().getCell(0, 0);
  cell.load('address,valueTypes');
  const { worksheet: sheet } = cell;
  sheet.load('name');
  sheet.protection.load('protected');
  await context.sync();
  if (sheet.protection.protected) throw new FailureSignal({ code: 'sheet-protected', sheet: sheet.name });
  const types = cell.valueTypes as string[][] | null;
  if (types?.[0]?.[0] !== 'Empty') throw new FailureSignal({ code: 'target-not-empty', address: cell.address });
  const place = { sheet: sheet.name, address: cell.address.slice(cell.address.lastIndexOf('!') + 1) };
  begun.place = place;
  cell.formulas = [[formula]];
  await context.sync();
  return place;
}

async function holdsFormula(context: Excel.RequestContext, { sheet, address }: CellPlace): Promise<boolean> {
  const cell = context.workbook.worksheets.getItem(sheet).getRange(address);
  cell.load('formulas');
  await context.sync();
  return cell.formulas[0]?.[0] !== '';
}
