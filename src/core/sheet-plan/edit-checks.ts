import { type Agreement } from '../budget/agreement';
import { type Cell } from '../budget/table';
import { amountOf, type Amount } from '../money/amount';
import { type Unit } from '../money/unit';
import { compareWithImport, type ImportedContent, type ReadBackCell } from '../reconciliation/edited-after-import';
import { type Check, type CheckedColumn } from '../reconciliation/rule';
import { type FigureEdit } from './current-agreement';
import { rowOf, type FigurePlace, type RowReference } from './figure-place';

/** A check of the workbook with the cell that it is about, which may be one that the document does not print. */
export interface PlacedCheck {
  readonly check: Check;
  readonly place: FigurePlace;
}

/** A formula of an import that is no longer one. */
export interface OverwrittenFormula {
  readonly place: FigurePlace;
  readonly reference: RowReference;
}

/** The findings on figures that no longer read as they were imported. */
export function editChecks(stored: Agreement, edits: readonly FigureEdit[]): PlacedCheck[] {
  return edits.flatMap((edit) => {
    const { column } = edit;
    const checkedColumn = column.kind === 'year' ? column.year : column.kind === 'total' ? 'total' : null;
    const actual = edit.found === null ? null : { value: edit.found.value, formula: null };
    const content: ImportedContent = { kind: 'figure', amount: amountOfCell(edit.printed, unitOf(stored, edit.reference)) };
    return placedChecks(stored, edit.place, edit.reference, checkedColumn, content, actual);
  });
}

/** The findings on formulas that were overwritten: what stands there no longer follows the figures. */
export function formulaChecks(stored: Agreement, overwritten: readonly OverwrittenFormula[]): PlacedCheck[] {
  return overwritten.flatMap(({ place, reference }) => placedChecks(stored, place, reference, null, { kind: 'formula' }, { value: null, formula: null }));
}

function placedChecks(stored: Agreement, place: FigurePlace, reference: RowReference, column: CheckedColumn, content: ImportedContent, actual: ReadBackCell | null): PlacedCheck[] {
  const found = rowOf(stored, reference);
  const initiative = reference.initiative === null ? null : (stored.initiatives[reference.initiative]?.title ?? null);
  const checkedPlace = { ...reference, pool: null, table: null, row: null, column, position: found?.row.position ?? null };
  const checks = compareWithImport([{ place: checkedPlace, initiative, label: found?.row.label ?? null, content, actual }]);
  return checks.filter((check) => check.outcome !== 'agrees').map((check) => ({ check, place }));
}

/** The amount that was imported: a dash is nothing, and so is what could not be read. */
function amountOfCell(cell: Cell, unit: Unit | null): Amount | null {
  if (cell.kind === 'amount') return cell.amount;
  return cell.kind === 'nil' && unit !== null ? amountOf(0, 0, unit) : null;
}

function unitOf(stored: Agreement, reference: RowReference): Unit | null {
  return reference.initiative === null ? stored.unit : (stored.initiatives[reference.initiative]?.unit ?? null);
}

/** Whether a column's cells are formulas, and should stay so. */
export function isFormulaColumn(key: string): boolean {
  return key === 'total' || key === 'check' || key === 'component-sum' || key === 'component-check' || key === 'sum-check' || key.startsWith('sum:');
}
