import { fail, succeed, type Result } from '../core/failure';
import { FailureSignal, failureOf } from './failures';
import { runExcel } from './run-excel';
import { type CellPlace } from './workbook-port';

/**
 * Writes a formula in the selected cell, when that is empty; two syncs.
 * Shape: the formula in Excel's own writing, with commas between arguments; Excel shows it as the user's region writes it.
 * Errors: nothing is written on a protected sheet or over a cell that is not empty.
 */
export async function insertFormula(formula: string, timeout: { readonly timeoutMs?: number }): Promise<Result<CellPlace>> {
  try {
    return succeed(
      await runExcel({ isUserStarted: true, ...timeout }, async (context) => {
        const cell = context.workbook.getSelectedRange().getCell(0, 0);
        cell.load('address,valueTypes');
        const { worksheet: sheet } = cell;
        sheet.load('name');
        sheet.protection.load('protected');
        await context.sync();
        if (sheet.protection.protected) throw new FailureSignal({ code: 'sheet-protected', sheet: sheet.name });
        const types = cell.valueTypes as string[][] | null;
        if (types?.[0]?.[0] !== 'Empty') throw new FailureSignal({ code: 'target-not-empty', address: cell.address });
        cell.formulas = [[formula]];
        await context.sync();
        return { sheet: sheet.name, address: cell.address.slice(cell.address.lastIndexOf('!') + 1) };
      }),
    );
  } catch (error) {
    return fail(failureOf(error, 'unchanged'));
  }
}
