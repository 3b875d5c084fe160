import { type Agreement } from '../../budget/agreement';
import { type Cell } from '../../budget/table';
import { amountOf, type Amount } from '../../money/amount';
import { type Unit } from '../../money/unit';
import { compareWithImport, type ImportedContent, type ReadBackCell } from '../../reconciliation/worksheet/edited-after-import';
import { gridValue } from '../../reconciliation/worksheet/grid-value';
import { type Check, type CheckedColumn, type CheckedPlace } from '../../reconciliation/rule';
import { type FigureEdit } from '../written/current-agreement';
import { rowOf, type RowReference } from '../../budget/row-reference';
import { columnOfKey, PRINTED_ROW, type FigurePlace } from '../written/figure-place';
import { isFigureColumn } from '../written/sheet-table';

/** A check of the workbook with the cell that it is about, which may be one that the document does not print; null where it is about no cell. */
export interface PlacedCheck {
  readonly check: Check;
  readonly place: FigurePlace | null;
}

/** The findings on figures that no longer read as they were imported. Figures that are gone with their row or column are told with that. */
export function editChecks(stored: Agreement, edits: readonly FigureEdit[]): PlacedCheck[] {
  return edits.flatMap((edit) => {
    const { found } = edit;
    if (found === null) return [];
    const content: ImportedContent = { kind: 'figure', amount: amountOfCell(edit.printed, unitOf(stored, edit.reference)) };
    return placedChecks(stored, edit.place, edit.reference, columnOfKey(edit.place.columnKey), content, { value: gridValue(found.value, found.format), formula: null });
  });
}

/** The findings on one imported cell. */
export function placedChecks(stored: Agreement, place: FigurePlace, reference: RowReference, column: CheckedColumn, content: ImportedContent, actual: ReadBackCell): PlacedCheck[] {
  const checks = compareWithImport([{ ...rowSubject(stored, reference, column, sheetCellOf(place)), content, actual }]);
  return checks.filter((check) => check.outcome !== 'agrees').map((check) => ({ check, place }));
}

/** A row of the agreement as what a check is about. */
export function rowSubject(stored: Agreement, reference: RowReference, column: CheckedColumn, sheetCell?: string): { place: CheckedPlace; initiative: string | null; label: string | null } {
  const found = rowOf(stored, reference);
  const initiative = reference.initiative === null ? null : (stored.initiatives[reference.initiative]?.title ?? null);
  const { component, total, pool = null } = reference;
  const place: CheckedPlace = { initiative: reference.initiative, component, total, pool, table: null, row: null, column, position: found?.row.position ?? null, ...(sheetCell === undefined ? {} : { sheetCell }) };
  return { place, initiative, label: found?.row.label ?? null };
}

/** What tells a cell of the workbook from the printed figure of its row and column; undefined where it is that figure. */
function sheetCellOf(place: FigurePlace): string | undefined {
  const own = isFigureColumn(place.columnKey) && place.rowId !== PRINTED_ROW ? [] : [place.rowId === PRINTED_ROW ? PRINTED_ROW : place.columnKey];
  const parts = [...(place.insertion === undefined ? [] : [place.insertion]), ...own];
  return parts.length === 0 ? undefined : parts.join('!');
}

/** The amount that was imported: a dash is nothing, and so is what could not be read. */
function amountOfCell(cell: Cell, unit: Unit | null): Amount | null {
  if (cell.kind === 'amount') return cell.amount;
  return cell.kind === 'nil' && unit !== null ? amountOf(0, 0, unit) : null;
}

function unitOf(stored: Agreement, reference: RowReference): Unit | null {
  return reference.initiative === null ? stored.unit : (stored.initiatives[reference.initiative]?.unit ?? null);
}
