import { type Area, contains, intersect } from '../../cells/address';
import { readStructuredReference } from '../../formula/parser';
import { escapeColumnName, renameColumnsInFormula, renameTableInFormula, replaceTableInFormula } from '../../formula/rewrite';
import { addressInstead } from '../../formula/structured';
import { type Actor } from '../change';
import { failures } from '../failure';
import { isValidName } from '../names';
import { keyColumn, keyRow, type SheetModel } from '../sheet';
import { TableModel } from './table';
import { adoptHeaders } from './table-headers';
import { type WorkbookModel } from '../workbook';

/** Makes a table of an area; without headers a row for them is put above it. */
export function addTable(workbook: WorkbookModel, sheet: SheetModel, area: Area, hasHeaders: boolean, actor: Actor): TableModel {
  workbook.checkWritable(sheet, area);
  if (workbook.tablesOn(sheet).some((table) => intersect(table.area, area))) throw failures.invalidOperation('A table cannot overlap another table.');
  if (sheet.hasMergeAcross(area)) throw failures.invalidOperation('A table cannot hold merged cells.');
  let whole = hasHeaders && area.rows === 1 ? { ...area, rows: 2 } : area;
  if (!hasHeaders) {
    workbook.shiftCells(sheet, { ...area, rows: 1 }, 'row', false, actor);
    whole = { ...area, rows: area.rows + 1 };
  }
  const table = Object.assign(new TableModel(workbook.newId(), freeTableName(workbook), sheet, whole), { hasInsertRow: hasHeaders && area.rows === 1 });
  workbook.tables.push(table);
  adoptHeaders(table, () => workbook.newId());
  workbook.markDirty();
  workbook.emit({ kind: 'tableAdded', table, actor });
  return table;
}

function freeTableName(workbook: WorkbookModel): string {
  for (let number = 1; ; number += 1) if (!workbook.tableNamed(`Tabel${number}`)) return `Tabel${number}`;
}

/**
 * Gives a sheet's copy tables like those of the sheet, with names of their own, which the copy's formulas then use.
 * Source: the reference of Excel.Worksheet.copy: a copy stands on its own as one made by hand does.
 */
export function copyTables(workbook: WorkbookModel, sheet: SheetModel, copy: SheetModel): void {
  for (const table of workbook.tablesOn(sheet)) {
    const twin = new TableModel(workbook.newId(), freeTableName(workbook), copy, table.area);
    const { id, name } = twin;
    workbook.tables.push(Object.assign(twin, table, { id, name, sheet: copy, columns: table.columns.map((column) => ({ ...column, id: workbook.newId() })) }));
    workbook.rewriteFormulas((formula, own) => (own === copy ? renameTableInFormula(formula, table.name, twin.name) : formula));
  }
}

/** Gives a table another name, which formulas follow. */
export function renameTable(workbook: WorkbookModel, table: TableModel, name: string): void {
  if (!isValidName(name)) throw failures.invalidArgument();
  const other = workbook.tableNamed(name);
  if (other === table && table.name === name) return;
  if ((other && other !== table) || workbook.names.some((item) => item.name.toLowerCase() === name.toLowerCase())) throw failures.itemAlreadyExists();
  const before = table.name;
  table.name = name;
  workbook.rewriteFormulas((formula) => renameTableInFormula(formula, before, name));
  workbook.markDirty();
  workbook.emit({ kind: 'tableRestyled', table, actor: 'addIn' });
}

/** Gives a table another area with the same header row. */
export function resizeTable(workbook: WorkbookModel, table: TableModel, area: Area, actor: Actor): void {
  workbook.checkWritable(table.sheet, area);
  if (area.row !== table.area.row || !intersect(area, table.area) || area.rows < 2) throw failures.invalidArgument();
  if (workbook.tablesOn(table.sheet).some((other) => other !== table && intersect(other.area, area))) throw failures.invalidOperation('A table cannot overlap another table.');
  table.area = area;
  adoptHeaders(table, () => workbook.newId());
  workbook.markDirty();
  workbook.emit({ kind: 'tableRestyled', table, actor });
}

/** Shows a totals row with a sum in its last column, or takes it away. */
export function setTotalsRow(workbook: WorkbookModel, table: TableModel, isShown: boolean, actor: Actor): void {
  if (table.showTotals === isShown) return;
  workbook.checkWritable(table.sheet, table.area);
  const below = { ...table.area, row: table.area.row + table.area.rows - (isShown ? 0 : 1), rows: 1 };
  if (isShown) {
    if (table.sheet.extent(below, true)) workbook.shiftCells(table.sheet, below, 'row', false, actor);
    table.area = { ...table.area, rows: table.area.rows + 1 };
    table.showTotals = true;
    const last = table.columns[table.columns.length - 1];
    workbook.write(table.sheet, below, (_, column) => {
      if (column === 0) return 'Total';
      return column === table.area.columns - 1 && last ? `=SUBTOTAL(109,[${escapeColumnName(last.name)}])` : undefined;
    }, actor);
  } else {
    workbook.clear(table.sheet, below, 'All', actor);
    table.showTotals = false;
    table.area = { ...table.area, rows: table.area.rows - 1 };
  }
  workbook.emit({ kind: 'tableRestyled', table, actor });
}

/**
 * Takes the table away; its cells go too unless they are to stay as plain cells. Formulas that named it show addresses then, or #REF!.
 * Source: Microsoft Support, "Using structured references with Excel tables".
 */
export function removeTable(workbook: WorkbookModel, table: TableModel, keepsCells: boolean, actor: Actor): void {
  workbook.checkWritable(table.sheet, table.area);
  if (keepsCells) leaveAddresses(workbook, table);
  else loseTable(workbook, table);
  workbook.tables = workbook.tables.filter((other) => other !== table);
  if (!keepsCells) workbook.clear(table.sheet, table.area, 'All', actor);
  workbook.markDirty();
  workbook.emit({ kind: 'tableDeleted', table, actor });
}

function leaveAddresses(workbook: WorkbookModel, table: TableModel): void {
  const { sheet, area } = table;
  workbook.rewriteFormulas((formula, own, key) => {
    const row = key === undefined ? null : keyRow(key);
    const isInside = own === sheet && key !== undefined && contains(area, keyRow(key), keyColumn(key));
    return replaceTableInFormula(formula, table.name, isInside, (local) => addressInstead(table, sheet, readStructuredReference(table.name, local ?? ''), row));
  });
}

/** Formulas that named a table which is gone point at nothing. */
export function loseTable(workbook: WorkbookModel, table: TableModel): void {
  workbook.rewriteFormulas((formula) => replaceTableInFormula(formula, table.name, false, () => '#REF!'));
}

/** Tables whose header cells were written take their column names from them, and formulas follow. */
export function followHeaders(workbook: WorkbookModel, sheet: SheetModel, area: Area): void {
  for (const table of workbook.tablesOn(sheet)) {
    if (!table.showHeaders || !intersect({ ...table.area, rows: 1 }, area)) continue;
    const before = table.columns;
    adoptHeaders(table, () => workbook.newId());
    const renamed = new Map(table.columns.flatMap(({ name }, index): [string, string][] => {
      const old = before[index]?.name ?? name;
      return old === name ? [] : [[old.toLowerCase(), name]];
    }));
    if (renamed.size === 0) continue;
    workbook.rewriteFormulas((formula, own, key) => {
      const isInside = own === sheet && key !== undefined && contains(table.area, keyRow(key), keyColumn(key));
      return renameColumnsInFormula(formula, table.name, isInside, renamed);
    });
  }
}
