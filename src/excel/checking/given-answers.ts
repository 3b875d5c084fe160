import { type ImportState } from '../../core/import-store/store-records';
import { type LogRow } from '../../core/reconciliation/acceptances';
import { type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { STATUS_KEY, VERDICT_KEY } from '../../core/sheet-plan/layout/status-column';
import { sha256Hex } from '../remembered/sha256';

/** Excel takes back a hundred steps. Source: Microsoft Support, "Undo, redo, or repeat an action". */
const MOST_ANSWERS = 100;

/** What a check found. Shape: `figures` is what it judges, `own` what earlier checks wrote of flags, statuses and findings, each as a hash. */
export interface CheckedSight {
  readonly figures: string;
  readonly own: string;
}

/** The cells of a table under headings of statuses, which checks write, and the others. */
function parted(table: SheetTable, cells: readonly (readonly unknown[])[]): { readonly statuses: unknown[][]; readonly others: unknown[][] } {
  const isStatus = table.keys.map((key) => key === STATUS_KEY || key === VERDICT_KEY);
  const pick = (wanted: boolean): unknown[][] => cells.map((row) => row.filter((_, column) => isStatus[column] === wanted));
  return { statuses: pick(true), others: pick(false) };
}

/** What a check looks at: the figures and decisions that it judges, and what the add-in itself has written of them, in the sheets and in the stored states. */
export async function sightOf(tables: readonly SheetTable[], states: readonly ImportState[], log: readonly LogRow[]): Promise<CheckedSight> {
  const isList = ({ role }: SheetTable): boolean => role === 'findings';
  const seen = (table: SheetTable): unknown => {
    const { role, name, sheetName, row, column, keys, headers, rowIds, values, formulas } = table;
    return [role, name, sheetName, row, column, keys, headers, rowIds, parted(table, values).others, parted(table, formulas).others];
  };
  const figures = [tables.filter((table) => !isList(table)).map(seen), states.map(({ importId, areFlagsHidden }) => [importId, areFlagsHidden]), log];
  const own = [tables.map((table) => (isList(table) ? table.values : parted(table, table.values).statuses)), states.map(({ marks }) => Object.entries(marks).map(([key, { kind, text, color }]) => [key, kind, text, color]))];
  return { figures: await sha256Hex(JSON.stringify(figures)), own: await sha256Hex(JSON.stringify(own)) };
}

/**
 * The answers that checks gave to what they found: flags and findings that they wrote. Where the figures are those of the check before, and flags
 * and findings stand as before an answer to them, the user has taken that answer back with Ctrl+Z: answering once more would take the next step
 * from him, and redo. An edit, a redone one too, is answered anew: it changes the figures.
 */
export class GivenAnswers {
  private answered: CheckedSight[] = [];
  private lastFigures: string | null = null;

  /** Whether a sight is that of an answer that was taken back. */
  isTakenBack({ figures, own }: CheckedSight): boolean {
    return figures === this.lastFigures && this.answered.some((given) => given.figures === figures && given.own === own);
  }

  /** Notes what a check found, and whether it wrote. */
  note(sight: CheckedSight, hasWritten: boolean): void {
    this.lastFigures = sight.figures;
    if (hasWritten) this.answered = [...this.answered, sight].slice(-MOST_ANSWERS);
  }
}
