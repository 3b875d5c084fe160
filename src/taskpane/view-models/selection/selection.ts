import { type GridCheck } from '../../../core/reconciliation/worksheet/worksheet-footing';
import { type ColumnReading, type RowReading } from '../../../core/reconciliation/worksheet/worksheet-reading';
import { cellAddress, columnLetters } from '../../../core/sheet-plan/addresses';
import { type CellPlace, type SelectionCheck } from '../../../excel/workbook-port';

/** What a column of a selection can be taken for, in the order in which it is offered. */
export const COLUMN_ROLES: readonly ColumnReading['role'][] = ['label', 'year', 'amount', 'total', 'other'];

/** What a row of a selection can be taken for, in the order in which it is offered. */
export const ROW_ROLES: readonly RowReading['role'][] = ['header', 'heading', 'component', 'of-which', 'subtotal', 'total', 'blank'];

/** One check of a selection as it is listed. Shape: `columnName` is its heading, or its letters in the sheet. */
export interface SelectionFinding {
  readonly check: GridCheck;
  readonly place: CellPlace;
  readonly rowName: string | null;
  readonly columnName: string;
}

/** What no sum of a selection covers: columns by name, and how many rows. */
export interface Unsummed {
  readonly columns: readonly string[];
  readonly rows: number;
}

/** What differs, and roundings that look odd, gravest first. */
export function selectionFindings(selection: SelectionCheck): readonly SelectionFinding[] {
  const differing = selection.checks.filter(({ outcome }) => outcome === 'differs');
  const odd = selection.checks.filter(({ outcome, isUnusual }) => outcome === 'agrees-within-rounding' && isUnusual);
  return [...differing, ...odd].map((check) => placeCheck(selection, check));
}

/** The sums that could not be checked. */
export function uncheckedSums(selection: SelectionCheck): readonly SelectionFinding[] {
  return selection.checks.flatMap((check) => (check.outcome === 'not-checkable' ? [placeCheck(selection, check)] : []));
}

/** What a column is called: its heading, otherwise its letters in the sheet. */
export function columnName({ column, reading }: SelectionCheck, index: number): string {
  return reading.columns[index]?.header ?? columnLetters(column + index);
}

/** Columns of figures that no checked sum is in, and rows of figures that no sum adds. */
export function unsummedFigures(selection: SelectionCheck): Unsummed {
  const { reading, checks } = selection;
  const hasAcross = checks.some(({ direction }) => direction === 'across');
  const summed = new Set(checks.flatMap(({ direction, column }) => (direction === 'down' ? [column] : [])));
  const columns = reading.columns.flatMap(({ role }, index) => {
    const isAcross = hasAcross && (role === 'year' || role === 'total');
    return role === 'label' || role === 'other' || summed.has(index) || isAcross ? [] : [columnName(selection, index)];
  });
  return { columns, rows: hasAcross ? 0 : countLooseRows(selection) };
}

/** Rows of figures beyond the last sum, in the direction in which the table adds. */
function countLooseRows({ reading }: SelectionCheck): number {
  const roles = reading.rows.map(({ role }) => role);
  if (reading.areTotalsFirst) roles.reverse();
  const lastSum = Math.max(roles.lastIndexOf('total'), roles.lastIndexOf('subtotal'));
  return roles.filter((role, index) => role === 'component' && index > lastSum).length;
}

function placeCheck(selection: SelectionCheck, check: GridCheck): SelectionFinding {
  return {
    check,
    place: { sheet: selection.place.sheet, address: cellAddress(selection.row + check.row, selection.column + check.column) },
    rowName: selection.rowNames[check.row] ?? null,
    columnName: columnName(selection, check.column),
  };
}
