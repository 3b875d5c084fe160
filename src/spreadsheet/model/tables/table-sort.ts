import { type Area, contains } from '../../cells/address';
import { CellError, type Scalar } from '../../cells/value';
import { compare } from '../../formula/operand';
import { translateFormula } from '../../formula/rewrite';
import { type Actor } from '../change';
import { failures } from '../failure';
import { type Cell, type SheetModel, cellKey } from '../sheet';
import { type WorkbookModel } from '../workbook';

/** What rows are ordered by. Shape: `column` counts from the first of the area. */
export interface SortKey {
  readonly column: number;
  readonly isDescending?: boolean;
}

/**
 * Orders an area's rows, with the looks, links and comments of their cells; rows that a filter hides stay where they are, and empty cells come last.
 * Source: Microsoft Support, "Sort data in a range or table"; relative references in moved formulas follow as in a copy.
 */
export function sortRows(workbook: WorkbookModel, sheet: SheetModel, area: Area, keys: readonly SortKey[], actor: Actor): void {
  workbook.checkWritable(sheet, area);
  if (sheet.hasMergeAcross(area)) throw failures.invalidOperation('Merged cells cannot be sorted.');
  workbook.settle();
  const rows = Array.from({ length: area.rows }, (_, index) => area.row + index).filter((row) => !isFilteredOut(workbook, sheet, row, area.column));
  const order = [...rows].sort((a, b) => {
    for (const { column, isDescending } of keys) {
      const difference = compareCells(sheet.valueAt(a, area.column + column), sheet.valueAt(b, area.column + column), isDescending === true);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  moveRows(workbook, sheet, area, new Map(order.map((from, index) => [from, rows[index] ?? from])));
  workbook.markDirty();
  workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited', actor });
  workbook.emit({ kind: 'format', sheet, area, actor });
  workbook.emit({ kind: 'rowsSorted', sheet, area, actor });
}

function isFilteredOut(workbook: WorkbookModel, sheet: SheetModel, row: number, column: number): boolean {
  return sheet.hiddenRows.has(row) && workbook.tableAt(sheet, row, column)?.isFiltered === true;
}

/** Numbers, texts, truths, errors, and empty cells last whichever way. */
function compareCells(a: Scalar, b: Scalar, isDescending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a instanceof CellError || b instanceof CellError) return (Number(a instanceof CellError) - Number(b instanceof CellError)) * (isDescending ? -1 : 1);
  return compare(a, b) * (isDescending ? -1 : 1);
}

/** Puts rows at their new places all at once. Shape: `targets` by where a row stands now. */
function moveRows(workbook: WorkbookModel, sheet: SheetModel, area: Area, targets: ReadonlyMap<number, number>): void {
  const moved: [number, Cell][] = [];
  for (const [from, to] of targets) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const cell = sheet.cell(from, column);
      sheet.cells.delete(cellKey(from, column));
      if (cell) moved.push([cellKey(to, column), cell.formula === undefined ? cell : { ...cell, formula: translateFormula(cell.formula, to - from, 0) }]);
    }
  }
  for (const [key, cell] of moved) sheet.cells.set(key, cell);
  for (const comment of workbook.comments) {
    if (comment.sheet === sheet && contains(area, comment.row, comment.column)) comment.row = targets.get(comment.row) ?? comment.row;
  }
}
