import { type Area, MAX_COLUMNS, MAX_ROWS, type Shift, between, contains, enclose, intersect, isSameArea, shiftArea } from '../cells/address';
import { moveInFormula, qualifyFormula, shiftFormula } from '../formula/rewrite';
import { type Actor, type CellsChangeType } from './change';
import { failures } from './failure';
import { type SheetModel, cellKey, keyColumn, keyRow } from './sheet';
import { type TableModel } from './tables/table';
import { loseTable } from './tables/table-changes';
import { freeColumnName, writeHeaders } from './tables/table-headers';
import { type WorkbookModel } from './workbook';

/** Makes room for an area along an axis, or takes it out; cells below or to the right move, with all that lies on them and all that refers to them. */
export function shiftCells(workbook: WorkbookModel, sheet: SheetModel, area: Area, axis: 'row' | 'column', isDeletion: boolean, actor: Actor): void {
  workbook.checkWritable(sheet, area);
  const isRow = axis === 'row';
  const count = isRow ? area.rows : area.columns;
  const isWhole = isRow ? area.columns === MAX_COLUMNS : area.rows === MAX_ROWS;
  const shift: Shift = {
    axis,
    at: isRow ? area.row : area.column,
    count: isDeletion ? -count : count,
    crossFrom: isRow ? area.column : area.row,
    crossTo: (isRow ? area.column + area.columns : area.row + area.rows) - 1,
  };
  if (!isWhole) checkTablesMoveWhole(workbook, sheet, shift);
  if (isRow && isDeletion) checkHeadersStay(workbook, sheet, area);
  sheet.shift(shift);
  workbook.tables = workbook.tables.flatMap((table) => shiftTable(workbook, table, sheet, shift, actor));
  workbook.comments = workbook.comments.flatMap((comment) => {
    if (comment.sheet !== sheet) return [comment];
    const moved = shiftArea(between(comment.row, comment.column, comment.row, comment.column), shift);
    return moved ? [Object.assign(comment, { row: moved.row, column: moved.column })] : [];
  });
  for (const range of workbook.liveRanges) if (range.sheet === sheet && range.area) range.area = shiftArea(range.area, shift);
  workbook.rewriteFormulas((formula, own) => shiftFormula(formula, own.name, sheet.name, shift));
  workbook.markDirty();
  const unit = isWhole ? (isRow ? 'Row' : 'Column') : 'Cell';
  workbook.emit({ kind: 'cells', sheet, area, changeType: `${unit}${isDeletion ? 'Deleted' : 'Inserted'}` as CellsChangeType, actor });
}

function checkTablesMoveWhole(workbook: WorkbookModel, sheet: SheetModel, shift: Shift): void {
  for (const table of workbook.tablesOn(sheet)) {
    const isRow = shift.axis === 'row';
    const from = isRow ? table.area.column : table.area.row;
    const to = from + (isRow ? table.area.columns : table.area.rows) - 1;
    const end = isRow ? table.area.row + table.area.rows : table.area.column + table.area.columns;
    const isTouched = end > shift.at && from <= shift.crossTo && to >= shift.crossFrom;
    if (isTouched && (from < shift.crossFrom || to > shift.crossTo)) throw failures.invalidOperation('This would move a part of a table.');
  }
}

/** A table's header row goes with the whole table only; without it the first row of data would be taken for one. */
function checkHeadersStay(workbook: WorkbookModel, sheet: SheetModel, area: Area): void {
  for (const { headerArea, area: whole } of workbook.tablesOn(sheet)) {
    const isHeaderHit = headerArea !== null && intersect(headerArea, area) !== null;
    if (isHeaderHit && whole.row + whole.rows > area.row + area.rows) throw failures.invalidOperation("A table's header row cannot be deleted without the table.");
  }
}

function shiftTable(workbook: WorkbookModel, table: TableModel, sheet: SheetModel, shift: Shift, actor: Actor): TableModel[] {
  if (table.sheet !== sheet) return [table];
  const area = shiftArea(table.area, shift);
  const { totalsArea } = table;
  if (!area) {
    loseTable(workbook, table);
    workbook.emit({ kind: 'tableDeleted', table, actor });
    return [];
  }
  if (totalsArea && !shiftArea(totalsArea, shift)) table.showTotals = false;
  if (shift.axis === 'column' && area.columns !== table.area.columns) {
    const at = shift.at - table.area.column;
    if (shift.count < 0) table.columns.splice(Math.max(0, at), table.area.columns - area.columns);
    else table.columns.splice(at, 0, ...Array.from({ length: shift.count }, (_, index) => ({ id: workbook.newId(), name: freeColumnName(table, at + index) })));
  }
  table.area = area;
  writeHeaders(table);
  return [table];
}

/**
 * Moves cells to another place, over what stands there; formulas that look at them look at the new place, and tables keep their identity.
 * Source: the reference of Excel.Range.moveTo; Microsoft Support, "Move or copy cells".
 */
export function moveCells(workbook: WorkbookModel, sheet: SheetModel, area: Area, target: SheetModel, row: number, column: number, actor: Actor): void {
  const destination = { ...area, row, column };
  workbook.checkWritable(sheet, area);
  workbook.checkWritable(target, destination);
  const isInside = (inner: Area, outer: Area): boolean => contains(outer, inner.row, inner.column) && contains(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1);
  const moving = workbook.tablesOn(sheet).filter((table) => isInside(table.area, area));
  if (workbook.tablesOn(target).some((table) => !moving.includes(table) && intersect(table.area, destination) && moving.length > 0)) throw failures.invalidOperation('A table cannot overlap another table.');
  const [rows, columns] = [row - area.row, column - area.column];
  const cells = [...sheet.cellsIn(area)];
  const comments = workbook.comments.filter((comment) => comment.sheet === sheet && contains(area, comment.row, comment.column));
  workbook.rewriteFormulas((formula, own) => moveInFormula(formula, own.name, sheet.name, area, target.name, rows, columns));
  for (const [key] of cells) sheet.cells.delete(key);
  for (const [key] of [...target.cellsIn(destination)]) target.cells.delete(key);
  for (const [key, cell] of cells) {
    if (cell.formula !== undefined && target !== sheet) cell.formula = qualifyFormula(cell.formula, sheet.name, target.name);
    target.cells.set(cellKey(keyRow(key) + rows, keyColumn(key) + columns), cell);
  }
  workbook.comments = workbook.comments.filter((comment) => comments.includes(comment) || comment.sheet !== target || !contains(destination, comment.row, comment.column));
  for (const comment of comments) Object.assign(comment, { sheet: target, row: comment.row + rows, column: comment.column + columns });
  for (const table of moving) Object.assign(table, { sheet: target, area: { ...table.area, row: table.area.row + rows, column: table.area.column + columns } });
  moveRules(sheet, area, target, rows, columns);
  for (const range of workbook.liveRanges) {
    if (range.sheet === sheet && range.area && isInside(range.area, area)) Object.assign(range, { sheet: target, area: { ...range.area, row: range.area.row + rows, column: range.area.column + columns } });
  }
  const merges = sheet.merges.filter((merge) => isInside(merge, area));
  sheet.merges = sheet.merges.filter((merge) => !merges.includes(merge));
  target.merges = target.merges.filter((merge) => !intersect(merge, destination)).concat(merges.map((merge) => ({ ...merge, row: merge.row + rows, column: merge.column + columns })));
  if (merges.length > 0) for (const changed of new Set([sheet, target])) workbook.emit({ kind: 'layout', sheet: changed });
  workbook.followHeaders(sheet, area);
  workbook.followHeaders(target, destination);
  workbook.markDirty();
  workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited', actor });
  workbook.emit({ kind: 'cells', sheet: target, area: destination, changeType: 'RangeEdited', actor });
}

/** Rules that lie wholly among moved cells move with them. */
function moveRules(sheet: SheetModel, area: Area, target: SheetModel, rows: number, columns: number): void {
  const moving = sheet.conditionalFormats.filter((format) => intersect(format.area, area) && isSameArea(enclose(format.area, area), area));
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !moving.includes(format));
  for (const format of moving) format.area = { ...format.area, row: format.area.row + rows, column: format.area.column + columns };
  target.conditionalFormats.unshift(...moving);
}
