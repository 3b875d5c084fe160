import { type Agreement } from '../budget/agreement';
import { type Cell } from '../budget/table';
import { subtractAmounts, zeroAmount, type Amount } from '../money/amount';
import { formatAmount } from '../money/danish-number';
import { type Unit } from '../money/unit';
import { type Check, type LocalizedText } from '../reconciliation/rule';
import { editedRowLabel, type FigureEdit } from './current-agreement';
import { rowOf, type FigurePlace, type RowReference } from './figure-place';
import { type Language } from './plan';

/** The rule of figures and formulas that were changed in the workbook. */
export const EDITED_AFTER_IMPORT = 'edited-after-import';

/** A check of the workbook with the cell that it is about, which may be one that the document does not print. */
export interface PlacedCheck {
  readonly check: Check;
  readonly place: FigurePlace;
}

/** One finding for each figure that no longer reads as it was imported. */
export function editChecks(stored: Agreement, edits: readonly FigureEdit[]): PlacedCheck[] {
  return edits.map((edit): PlacedCheck => {
    const unit = unitOf(stored, edit.reference);
    const printed = unit === null ? null : amountOfCell(edit.printed, unit);
    const current = unit === null || edit.current === null ? null : amountOfCell(edit.current, unit);
    const column = edit.column.kind === 'year' ? edit.column.year : edit.column.kind === 'total' ? 'total' : null;
    const check: Check = {
      ...checkFrame(stored, edit.reference, editedRowLabel(stored, edit)),
      place: { ...placeFrame(edit.reference), column, position: edit.printed.position },
      printed,
      computed: current,
      residual: printed === null || current === null ? null : subtractAmounts(current, printed),
      bound: unit === null ? null : zeroAmount(unit),
      message: editMessage(edit, printed, current),
    };
    return { check, place: edit.place };
  });
}

/** A formula of an import that is no longer one. Shape: `header` is its column's heading. */
export interface OverwrittenFormula {
  readonly place: FigurePlace;
  readonly reference: RowReference;
  readonly header: string;
}

/** One finding for each formula that was overwritten: what stands there no longer follows the figures. */
export function formulaChecks(stored: Agreement, overwritten: readonly OverwrittenFormula[]): PlacedCheck[] {
  return overwritten.map(({ place, reference, header }): PlacedCheck => {
    const row = rowOf(stored, reference);
    const check: Check = {
      ...checkFrame(stored, reference, row?.row.label ?? null),
      place: { ...placeFrame(reference), column: null, position: row?.row.position ?? null },
      printed: null,
      computed: null,
      residual: null,
      bound: null,
      message: {
        da: `Formlen i kolonnen "${header}" er overskrevet med en fast værdi: cellen følger ikke længere tallene i rækken.`,
        en: `The formula in the column "${header}" was overwritten with a fixed value: the cell no longer follows the figures of its row.`,
      },
    };
    return { check, place };
  });
}

function checkFrame(stored: Agreement, reference: RowReference, label: string | null): Omit<Check, 'place' | 'printed' | 'computed' | 'residual' | 'bound' | 'message'> {
  const initiative = reference.initiative === null ? null : (stored.initiatives[reference.initiative]?.title ?? null);
  return { rule: EDITED_AFTER_IMPORT, outcome: 'differs', severity: 'warning', initiative, label, isUnusual: false, suggestion: null, related: [] };
}

function placeFrame(reference: RowReference): Pick<Check['place'], 'initiative' | 'component' | 'total' | 'pool' | 'table' | 'row'> {
  return { initiative: reference.initiative, component: reference.component, total: reference.total, pool: null, table: null, row: null };
}

function editMessage(edit: FigureEdit, printed: Amount | null, current: Amount | null): LocalizedText {
  const text = (language: Language): string => {
    const before = printed === null ? describeCell(edit.printed, language) : formatAmount(printed, language);
    const after = current === null ? describeCell(edit.current, language) : formatAmount(current, language);
    return language === 'da' ? `Ændret efter importen: kilden siger ${before}, arket siger ${after}.` : `Changed after the import: the source says ${before}, the sheet says ${after}.`;
  };
  return { da: text('da'), en: text('en') };
}

function describeCell(cell: Cell | null, language: Language): string {
  if (cell === null) return language === 'da' ? 'ingenting, for rækken eller kolonnen er væk' : 'nothing, because the row or column is gone';
  if (cell.kind === 'blank') return language === 'da' ? 'ingenting' : 'nothing';
  return cell.kind === 'amount' ? cell.text : `"${cell.text}"`;
}

function amountOfCell(cell: Cell, unit: Unit): Amount | null {
  if (cell.kind === 'amount') return cell.amount;
  return cell.kind === 'nil' ? zeroAmount(unit) : null;
}

function unitOf(stored: Agreement, reference: RowReference): Unit | null {
  return reference.initiative === null ? stored.unit : (stored.initiatives[reference.initiative]?.unit ?? null);
}

/** Columns whose cells are formulas, and stay so. */
export function isFormulaColumn(key: string): boolean {
  return key === 'total' || key === 'check' || key === 'component-sum' || key === 'component-check' || key === 'sum-check' || key.startsWith('sum:');
}
