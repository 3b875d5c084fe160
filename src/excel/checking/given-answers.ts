import { type ImportState } from '../../core/import-store/store-records';
import { type LogRow } from '../../core/reconciliation/acceptances';
import { type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { STATUS_KEY, VERDICT_KEY } from '../../core/sheet-plan/layout/status-column';
import { sha256Hex } from '../remembered/sha256';

/** Excel takes back a hundred steps; each edit here is one, with its answer and what that leaves at most three. Source: Microsoft Support, "Undo, redo, or repeat an action". */
const MOST_STEPS = 300;

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

/** What a check found, and whether it answered it with flags and findings. */
interface SeenStep {
  readonly sight: CheckedSight;
  readonly isAnswered: boolean;
}

/**
 * The answers that checks gave to what they found: flags and findings that they wrote, each a step for Ctrl+Z as the edit before it is one. What the
 * checks saw one after the other tells whether the user goes back and forth among these steps: writing then would take the next step from him, and
 * all that he could do again. Left as it is, therefore, is an answer that was taken back, and an edit that was done again while others after it wait
 * to be done again, too: its flag is the next step of Ctrl+Y. Anything else, a new edit above all, is answered.
 */
export class GivenAnswers {
  private steps: readonly SeenStep[] = [];
  private at = -1;
  /** Whether the last check wrote, so that flags and findings may stand otherwise than it found them. */
  private hasJustWritten = false;

  /** Whether what a check finds, that nobody asked for, is to be left as it is. */
  isLeft(sight: CheckedSight): boolean {
    const place = this.isResult(sight) ? null : this.placeOf(sight);
    if (place === null || this.steps[place]?.isAnswered !== true) return false;
    return place > this.at ? this.hasOthersAfter(place) : this.isTakenBack(sight);
  }

  /** Whether an answer was taken back: its figures stand as they did last, or flags and findings changed though no check wrote. */
  private isTakenBack({ figures, own }: CheckedSight): boolean {
    const last = this.steps[this.at]?.sight;
    return last?.figures === figures || (!this.hasJustWritten && last?.own !== own);
  }

  private hasOthersAfter(place: number): boolean {
    const figures = this.steps[place]?.sight.figures;
    return this.steps.slice(place + 1).some((step) => step.sight.figures !== figures);
  }

  /** Notes what a check found, and whether it wrote: then nothing can be done again after it. */
  note(sight: CheckedSight, hasWritten: boolean): void {
    const known = this.isResult(sight) ? null : this.placeOf(sight);
    const before = known === null ? this.withAnswer(sight) : this.steps.slice(0, known);
    const after = known === null || hasWritten ? [] : this.steps.slice(known + 1);
    const isAnswered = hasWritten || (known !== null && this.steps[known]?.isAnswered === true);
    const steps = [...before, { sight, isAnswered }, ...after];
    const surplus = Math.max(0, Math.min(steps.length - MOST_STEPS, before.length));
    this.steps = steps.slice(surplus);
    this.at = before.length - surplus;
    this.hasJustWritten = hasWritten;
  }

  /** The steps up to the present one, and what its answer left, where what was found next tells of it. */
  private withAnswer({ figures, own }: CheckedSight): SeenStep[] {
    const past = this.steps.slice(0, this.at + 1);
    const last = past.at(-1);
    if (last === undefined || !this.hasJustWritten || last.sight.own === own || last.sight.figures === figures) return past;
    return [...past, { sight: { figures: last.sight.figures, own }, isAnswered: false }];
  }

  /** Whether a sight is what the last check left: the same figures with other flags and findings. It may look like one of long before, and is none that was gone back to. */
  private isResult({ figures, own }: CheckedSight): boolean {
    const last = this.steps[this.at]?.sight;
    return this.hasJustWritten && last?.figures === figures && last.own !== own;
  }

  /** Where a sight was seen: at the present step, else at the nearest before it, else at the nearest after it. */
  private placeOf({ figures, own }: CheckedSight): number | null {
    const isSame = (index: number): boolean => this.steps[index]?.sight.figures === figures && this.steps[index].sight.own === own;
    for (let index = this.at; index >= 0; index -= 1) if (isSame(index)) return index;
    for (let index = this.at + 1; index < this.steps.length; index += 1) if (isSame(index)) return index;
    return null;
  }
}
