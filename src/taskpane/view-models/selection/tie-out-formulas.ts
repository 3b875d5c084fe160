import { catalogueOf } from '../../../core/catalogue/catalogue';
import { cellAddress } from '../../../core/sheet-plan/addresses';
import { type Grid } from '../../../core/reconciliation/worksheet/worksheet-reading';
import { compareTable, isTieOut } from '../../../core/tie-out/compare-table';
import { isCoarserThan } from '../../../core/tie-out/compare-own-amount';
import { type RowMatch, type TieOut, type TieOutCell } from '../../../core/tie-out/tie-out';
import { type CellBlock, type SelectionCheck } from '../../../excel/workbook-port';
import { type PaneState } from '../../state/pane-state';
import { agreementsAtHand } from '../agreements/agreements-at-hand';
import { namerOf, quotedInFormula, type NamedEntry } from '../agreements/function-call';

/** Formulas to write beside a table, or why there are none. Shape: `unnamed` counts the rows that no formula can name. */
export type TieOutPlan =
  | { readonly kind: 'block'; readonly block: CellBlock; readonly formulas: number; readonly unnamed: number }
  | { readonly kind: 'refused'; readonly reason: 'not-in-workbook' | 'nothing-to-write' };

/** One column lies between the table and its formulas, so that Excel does not take them into the table. */
const GAP_COLUMNS = 1;

/** The tie-out formulas of the comparison that is shown: one for each number that was compared at the agreement's price level, which is the only one that formulas know, under a heading for each of its columns. */
export function planTieOut(state: Pick<PaneState, 'workbook' | 'documents' | 'catalogue' | 'selection' | 'tieOut'>): TieOutPlan {
  const { selection, tieOut } = state;
  const atHand = agreementsAtHand(state);
  const chosen = atHand.find(({ agreement }) => agreement.document.sha256 === tieOut?.sha256);
  if (selection === null || selection.grid === null || tieOut === null || chosen === undefined) return { kind: 'refused', reason: 'nothing-to-write' };
  if (chosen.origin === 'opened') return { kind: 'refused', reason: 'not-in-workbook' };
  const result = compareTable(selection.grid, selection.reading, chosen.agreement, tieOut.choices);
  if (!isTieOut(result)) return { kind: 'refused', reason: 'nothing-to-write' };
  const own = atHand.flatMap(({ origin, agreement }) => (origin === 'workbook' ? [agreement] : []));
  const answering = atHand.flatMap(({ origin, agreement }) => (origin === 'opened' ? [] : [agreement]));
  return blockOf(selection, selection.grid, result, namerOf(catalogueOf(answering, own)));
}

type Namer = ReturnType<typeof namerOf>;

function blockOf(selection: SelectionCheck, grid: Grid, result: TieOut, namer: Namer): TieOutPlan {
  const lines = grid.values.map(() => result.columns.map(() => ''));
  const headerRow = selection.reading.rows.map(({ role }) => role).lastIndexOf('header');
  if (headerRow >= 0) lines[headerRow] = result.columns.map(({ target }) => `RESERVE.TIEOUT ${target === 'total' ? 'total' : target}`);
  const matches = new Map(result.rows.map((match) => [match.row, match]));
  const wheres = new Map<number, Where | null>();
  let formulas = 0;
  for (const cell of result.cells) {
    const { row, column, gap, converted } = cell;
    const match = matches.get(row);
    if (gap !== null || converted !== undefined || match === undefined || typeof grid.values[row]?.[column] !== 'number') continue;
    const where = wheres.has(row) ? (wheres.get(row) ?? null) : whereOf(selection, grid, match, namer);
    wheres.set(row, where);
    const line = lines[row];
    if (where === null || line === undefined) continue;
    const amount = cellAddress(selection.row + row, selection.column + column);
    line[result.columns.findIndex((one) => one.column === column)] = formulaOf(where, amount, cell, result);
    formulas += 1;
  }
  if (formulas === 0) return { kind: 'refused', reason: 'nothing-to-write' };
  const block = { sheet: selection.place.sheet, row: selection.row, column: selection.column + selection.reading.columns.length + GAP_COLUMNS, cells: lines };
  return { kind: 'block', block, formulas, unnamed: [...wheres.values()].filter((where) => where === null).length };
}

/** How a formula says what a row is. Shape: `what` as the formula writes it. */
interface Where {
  readonly what: string;
  readonly agreement: string | null;
}

/** The row's own cell where a formula understands its text, so that the formula stays true when the rows are sorted; else the name itself. */
function whereOf(selection: SelectionCheck, grid: Grid, { row, label, entry }: RowMatch, namer: Namer): Where | null {
  const named: NamedEntry | null = entry === null ? null : namer(entry, label);
  if (named === null) return null;
  const column = named.what === label ? (grid.values[row]?.indexOf(label) ?? -1) : -1;
  const what = column < 0 ? quotedInFormula(named.what) : cellAddress(selection.row + row, selection.column + column);
  return { what, agreement: named.agreement };
}

/** A cell that shows fewer digits than the agreement prints is told what the table rounds to, so that the formula allows the rounding that the comparison does. */
function formulaOf({ what, agreement }: Where, amount: string, { target, here, there }: TieOutCell, { unit, decimals }: TieOut): string {
  const year = target === 'total' ? '' : String(target);
  const rounded = here !== null && there !== null && isCoarserThan(here, there) ? `,,,${(10 ** -decimals).toFixed(decimals)}` : '';
  return `=RESERVE.TIEOUT(${what},${amount},${year},${agreement === null ? '' : quotedInFormula(agreement)},${quotedInFormula(unit.unit)}${rounded})`;
}
