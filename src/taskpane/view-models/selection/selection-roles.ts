import { type ColumnReading, type RowReading } from '../../../core/reconciliation/worksheet/worksheet-reading';
import { type SelectionCheck, type SelectionRoles } from '../../../excel/workbook-port';

/** A change of what one row or column of a selection is taken for. Shape: `index` is 0-based in the range. */
export type RoleChange = { readonly axis: 'column'; readonly index: number; readonly role: ColumnReading['role'] } | { readonly axis: 'row'; readonly index: number; readonly role: RowReading['role'] };

/** The roles that the user gave, to read the same range again with. */
export function rolesOf({ reading, place }: SelectionCheck): SelectionRoles {
  const columns = Object.fromEntries(reading.columns.flatMap(({ role, reason }, index) => (reason === 'user' ? [[index, role]] : [])));
  const rows = Object.fromEntries(reading.rows.flatMap(({ role, reason }, index) => (reason === 'user' ? [[index, role]] : [])));
  return { place, columns, rows };
}

/** The roles to check the same range with after one more change; what the user gave before stays. */
export function changeRole(selection: SelectionCheck, change: RoleChange): SelectionRoles {
  const { place, columns, rows } = rolesOf(selection);
  return change.axis === 'column' ? { place, columns: { ...columns, [change.index]: change.role }, rows } : { place, columns, rows: { ...rows, [change.index]: change.role } };
}
