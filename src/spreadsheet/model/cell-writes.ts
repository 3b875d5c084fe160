import { type Area, MAX_ROWS, between, contains, intersect } from '../cells/address';
import { type Entry, readEntry } from '../cells/entry';
import { type Culture } from '../cells/number-format';
import { type Scalar } from '../cells/value';
import { type Actor } from './change';
import { failures } from './failure';
import { type SheetModel, cellKey } from './sheet';
import { defaultStyle } from './style';
import { type WorkbookModel } from './workbook';

/** What is cleared of cells, in Excel's own words. */
export type Clearing = 'All' | 'Contents' | 'Formats' | 'Hyperlinks' | 'RemoveHyperlinks';

/** Writes what a client or a person entered, cell by cell; undefined leaves a cell alone. */
export function writeCells(workbook: WorkbookModel, sheet: SheetModel, area: Area, entryAt: (row: number, column: number) => unknown, actor: Actor, culture?: Culture): void {
  workbook.checkWritable(sheet, area);
  if (area.rows * area.columns > 5_000_000) throw failures.invalidArgument();
  const isSingle = area.rows === 1 && area.columns === 1;
  const before = isSingle ? sheet.valueAt(area.row, area.column) : null;
  const entries: [number, number, Entry][] = [];
  for (let row = 0; row < area.rows; row += 1) {
    for (let column = 0; column < area.columns; column += 1) {
      const written = entryAt(row, column);
      if (written === undefined) continue;
      const format = sheet.styleAt(area.row + row, area.column + column)?.numberFormat ?? defaultStyle.numberFormat;
      const entry = readEntry(written, format, culture);
      if (entry.kind === 'formula' && !workbook.calculation.parse(entry.formula)) throw failures.invalidArgument(`The formula is not valid: ${entry.formula}`);
      entries.push([area.row + row, area.column + column, entry]);
    }
  }
  for (const [row, column, entry] of entries) enter(workbook, sheet, row, column, entry);
  workbook.followHeaders(sheet, area);
  workbook.markDirty();
  const values = isSingle ? { before, after: () => valueAfterEntry(workbook, sheet, area) } : {};
  workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited', actor, ...values });
}

function valueAfterEntry(workbook: WorkbookModel, sheet: SheetModel, area: Area): Scalar {
  if (sheet.cell(area.row, area.column)?.formula !== undefined) workbook.settle();
  return sheet.valueAt(area.row, area.column);
}

function enter(workbook: WorkbookModel, sheet: SheetModel, row: number, column: number, entry: Entry): void {
  if (entry.kind === 'constant' && entry.value === null && !sheet.cells.has(cellKey(row, column))) return;
  const cell = sheet.touch(row, column);
  cell.formula = entry.kind === 'formula' ? entry.formula : undefined;
  cell.value = entry.kind === 'formula' ? null : entry.value;
  cell.hasQuotePrefix = entry.kind === 'constant' && entry.hasQuotePrefix ? true : undefined;
  if (entry.kind === 'formula') workbook.calculation.forgetAnswers(sheet, between(row, column, row, column));
  if (entry.kind === 'constant' && entry.numberFormat && (cell.style?.numberFormat ?? 'General') === 'General') {
    const { numberFormat } = entry;
    sheet.restyle(between(row, column, row, column), (style) => ({ ...style, numberFormat }));
  }
}

/** Clears cells, or their looks or links alone. */
export function clearCells(workbook: WorkbookModel, sheet: SheetModel, area: Area, what: Clearing, actor: Actor): void {
  workbook.checkWritable(sheet, area);
  const hasContents = what === 'All' || what === 'Contents';
  for (const [key, cell] of [...sheet.cellsIn(area)]) {
    if (hasContents) Object.assign(cell, { value: null, formula: undefined, hasQuotePrefix: undefined });
    if (what !== 'Contents' && what !== 'Formats') cell.hyperlink = undefined;
    if (what === 'All' || what === 'Formats') cell.style = undefined;
    if (cell.value === null && cell.formula === undefined && !cell.style && !cell.hyperlink) sheet.cells.delete(key);
  }
  if (what === 'All' || what === 'Formats') {
    if (area.rows === MAX_ROWS) for (const column of sheet.columnStyles.keys()) if (contains(area, 0, column)) sheet.columnStyles.delete(column);
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !intersect(format.area, area));
    workbook.emit({ kind: 'conditionalFormats', sheet });
    workbook.emit({ kind: 'format', sheet, area, actor });
  }
  if (what === 'All') workbook.comments = workbook.comments.filter((comment) => {
    const isCleared = comment.sheet === sheet && contains(area, comment.row, comment.column);
    if (isCleared) workbook.emit({ kind: 'comment', commentId: comment.id, happening: 'Deleted', sheet, actor });
    return !isCleared;
  });
  if (!hasContents) return;
  workbook.followHeaders(sheet, area);
  workbook.markDirty();
  workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited', actor });
}

/** Merges an area, or each of its rows; what stands in other cells than the first is gone. */
export function mergeArea(workbook: WorkbookModel, sheet: SheetModel, area: Area, isAcross: boolean): void {
  workbook.checkWritable(sheet, area);
  const parts = isAcross ? Array.from({ length: area.rows }, (_, row) => ({ ...area, row: area.row + row, rows: 1 })) : [area];
  if (workbook.tablesOn(sheet).some((table) => intersect(table.area, area))) throw failures.invalidOperation('Cells of a table cannot be merged.');
  sheet.merges = sheet.merges.filter((merge) => !intersect(merge, area)).concat(parts.filter((part) => part.rows * part.columns > 1));
  for (const part of parts) {
    for (const [key, cell] of sheet.cellsIn(part)) {
      if (key !== cellKey(part.row, part.column)) Object.assign(cell, { value: null, formula: undefined });
    }
  }
  workbook.markDirty();
  workbook.emit({ kind: 'layout', sheet });
  workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited', actor: 'addIn' });
}

