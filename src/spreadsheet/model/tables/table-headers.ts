import { type TableModel } from './table';

/** Takes a table's column names from its header cells, which become unique, non-empty texts: numbers turn into text, gaps and doubles get names. */
export function adoptHeaders(table: TableModel, newId: () => string): void {
  const { sheet, area } = table;
  const old = table.columns;
  table.columns = [];
  for (let index = 0; index < area.columns; index += 1) {
    const value = table.showHeaders ? sheet.valueAt(area.row, area.column + index) : (old[index]?.name ?? null);
    const wanted = value === null || typeof value === 'object' ? '' : String(value);
    const isTaken = wanted === '' || table.columnIndex(wanted) >= 0;
    table.columns.push({ ...old[index], id: old[index]?.id ?? newId(), name: isTaken ? freeColumnName(table, index, wanted) : wanted });
  }
  writeHeaders(table);
}

/** Puts the column names into the header cells where something else stands. */
export function writeHeaders(table: TableModel): void {
  if (!table.showHeaders) return;
  table.columns.forEach((column, index) => {
    const cell = table.sheet.touch(table.area.row, table.area.column + index);
    if (cell.value !== column.name || cell.formula !== undefined) Object.assign(cell, { value: column.name, formula: undefined });
  });
}

export function freeColumnName(table: TableModel, index: number, base = ''): string {
  const stem = base || 'Kolonne';
  for (let number = base ? 2 : index + 1; ; number += 1) if (table.columnIndex(`${stem}${number}`) < 0) return `${stem}${number}`;
}
