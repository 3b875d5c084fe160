import { fail, succeed, type Result } from '../../core/failure';
import { cellAddress, rangeAddress } from '../../core/sheet-plan/addresses';
import { FailureSignal, failureOf } from '../requests/failures';
import { hasExcelApi, runExcel, type RunSettings } from '../requests/run-excel';
import { type CellBlock, type CellPlace } from '../workbook-port';

/** The most cells that are written at once, so that a request stays far below the 5 MB that Excel takes. */
const MOST_CELLS = 10_000;

/** A worksheet ends here. Source: Excel's specifications and limits. */
const SHEET_ROWS = 1_048_576;
const SHEET_COLUMNS = 16_384;

/**
 * Writes formulas and texts in a block of cells, when all of them are empty; two syncs, all cells in one of them, so that one step takes them back.
 * After a failure the block, which was empty, tells whether it was written all the same.
 * Errors: nothing is written on a protected sheet, over a cell that is not empty or belongs to a merge, beyond the sheet's edge, or where it is too much at once.
 */
export async function insertBlock(block: CellBlock, run: RunSettings): Promise<Result<CellPlace>> {
  const begun = { isWritten: false };
  const place = { sheet: block.sheet, address: addressOf(block) };
  try {
    await runExcel({ isUserStarted: true, mergesUndo: true, ...run }, (context) => writeBlock(context, block, begun));
    return succeed(place);
  } catch (error) {
    if (!begun.isWritten) return fail(failureOf(error, 'unchanged'));
    const filled = await runExcel({ ...run, isUserStarted: false }, (context) => readFirstFilled(context, block)).catch(() => undefined);
    return typeof filled === 'string' ? succeed(place) : fail(failureOf(error, filled === null ? 'unchanged' : 'unknown'));
  }
}

async function writeBlock(context: Excel.RequestContext, block: CellBlock, begun: { isWritten: boolean }): Promise<void> {
  const { cells, row, column } = block;
  const width = cells[0]?.length ?? 0;
  if (cells.length * width > MOST_CELLS) throw new FailureSignal({ code: 'selection-too-large', cells: cells.length * width });
  if (row + cells.length > SHEET_ROWS || column + width > SHEET_COLUMNS) throw new FailureSignal({ code: 'target-not-empty', address: `${block.sheet}!${cellAddress(row, SHEET_COLUMNS - 1)}` });
  const sheet = context.workbook.worksheets.getItem(block.sheet);
  sheet.protection.load('protected');
  const range = rangeOf(context, block);
  range.load('valueTypes');
  const merged = hasExcelApi('1.13') ? range.getMergedAreasOrNullObject() : null;
  merged?.load('address');
  await context.sync();
  if (sheet.protection.protected) throw new FailureSignal({ code: 'sheet-protected', sheet: block.sheet });
  const filled = firstFilled(block, range);
  if (filled !== null) throw new FailureSignal({ code: 'target-not-empty', address: `${block.sheet}!${filled}` });
  if (merged !== null && !merged.isNullObject) throw new FailureSignal({ code: 'target-not-empty', address: merged.address });
  begun.isWritten = true;
  range.formulas = cells.map((line) => [...line]);
  await context.sync();
}

async function readFirstFilled(context: Excel.RequestContext, block: CellBlock): Promise<string | null> {
  const range = rangeOf(context, block);
  range.load('valueTypes');
  await context.sync();
  return firstFilled(block, range);
}

function rangeOf(context: Excel.RequestContext, { sheet, row, column, cells }: CellBlock): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, cells.length, cells[0]?.length ?? 0);
}

/** The first cell that is not empty. Errors: signals a failure where Excel answered nothing, which is never "empty". */
function firstFilled({ row, column }: CellBlock, range: Excel.Range): string | null {
  const types = range.valueTypes as string[][] | null;
  if (types === null) throw new FailureSignal({ code: 'host', hostCode: 'ResponsePayloadSizeLimitExceeded', workbook: 'unchanged' });
  const line = types.findIndex((one) => one.some((type) => type !== 'Empty'));
  return line < 0 ? null : cellAddress(row + line, column + (types[line] ?? []).findIndex((type) => type !== 'Empty'));
}

function addressOf({ row, column, cells }: CellBlock): string {
  return rangeAddress(row, column, cells.length, cells[0]?.length ?? 0);
}
