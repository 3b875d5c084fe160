import { type Area, enclose, formatFixedAddress, intersect } from '../cells/address';
import { type SheetModel } from '../model/sheet';
import { type TableModel } from '../model/tables/table';
import { type StructuredReference } from './parser';

/** The rectangle that a structured reference means, seen from a row; an error where it means none. */
export function structuredArea(table: TableModel, reference: StructuredReference, row: number | null): Area | '#REF!' | '#VALUE!' {
  const [first, last] = (reference.columns ?? [null, null]).map((name, index) => (name === null ? index * (table.columns.length - 1) : table.columnIndex(name)));
  if (first === undefined || last === undefined || first < 0 || last < 0) return '#REF!';
  const rows = structuredRows(table, reference, row);
  if (typeof rows === 'string') return rows;
  return { row: rows.row, rows: rows.rows, column: table.area.column + Math.min(first, last), columns: Math.abs(last - first) + 1 };
}

function structuredRows(table: TableModel, reference: StructuredReference, row: number | null): Area | '#REF!' | '#VALUE!' {
  if (reference.isThisRow) return (row === null ? null : intersect(table.dataArea, { row, rows: 1, column: table.area.column, columns: 1 })) ?? '#VALUE!';
  const areas = (reference.items.length === 0 ? ['#data'] : reference.items).map((item) => partOf(table, item));
  return areas.reduce((sum, area) => (sum && area ? enclose(sum, area) : null)) ?? '#REF!';
}

function partOf(table: TableModel, item: string): Area | null {
  switch (item) {
    case '#all': return table.area;
    case '#data': return table.dataArea;
    case '#headers': return table.headerArea;
    case '#totals': return table.totalsArea;
    default: return null;
  }
}

/**
 * What stands in a formula for a structured reference once its table is an ordinary range: the address, fixed but for the row of `[@…]`.
 * Source: Microsoft Support, "Using structured references with Excel tables", on converting a table to a range.
 */
export function addressInstead(table: TableModel, sheet: SheetModel, reference: StructuredReference, row: number | null): string {
  const area = structuredArea(table, reference, row);
  return typeof area === 'string' ? area : formatFixedAddress(sheet.name, area, !reference.isThisRow);
}
