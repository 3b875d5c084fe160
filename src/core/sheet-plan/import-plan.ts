import { type Agreement } from '../budget/agreement';
import { type Check } from '../reconciliation/rule';
import { planComponents } from './sheets/components-sheet';
import { figureFlags, type FigureFlag } from './checks/figure-flags';
import { placeKey } from './written/figure-place';
import { planFindings } from './sheets/findings-sheet';
import { planMentions } from './sheets/mentions-sheet';
import { planOtherTables } from './sheets/other-tables-sheet';
import { planOverview } from './sheets/overview-sheet';
import { type Language, type PlannedFlag, type PlannedSheet, type PlannedTable, type SheetPlan, type TakenNames } from './plan';
import { namePlan, type KeptNames } from './plan-names';
import { planPools } from './sheets/pools-sheet';
import { planTotals } from './sheets/totals-sheet';

/** What an import asks for besides the agreement. Shape: `origin` is the overview's top left cell, 0-based; `kept` are the names of sheets and tables that stand already. */
export interface ImportPlanOptions {
  readonly language: Language;
  readonly taken: TakenNames;
  readonly origin?: { readonly row: number; readonly column: number };
  readonly kept?: KeptNames;
}

/** The sheets of an import: overview, components, printed totals, pools, amounts of the text and tables of no money where there are any, findings; with a flag on every cell that does not agree. */
export function planImport(agreement: Agreement, checks: readonly Check[], options: ImportPlanOptions): SheetPlan {
  const names = namePlan(agreement, options.taken, options.language, options.kept);
  const pools = planPools(agreement, names, options.language);
  const mentions = planMentions(agreement, names, options.language);
  const totals = planTotals(agreement, names, options.language);
  const otherTables = planOtherTables(agreement, names, options.language);
  const isWithoutRows = agreement.initiatives.length === 0 && (totals ?? pools ?? mentions ?? otherTables) !== null;
  const sheets = [
    isWithoutRows ? null : planOverview(agreement, names, options.language, options.origin),
    planComponents(agreement, names, options.language),
    totals,
    pools,
    mentions,
    otherTables,
    planFindings(agreement, checks, names, options.language),
  ].filter((sheet) => sheet !== null);
  const flags = figureFlags(agreement, checks, options.language);
  return { language: options.language, sheets: sheets.map((sheet) => withFlags(sheet, flags)) };
}

function withFlags(sheet: PlannedSheet, flags: readonly FigureFlag[]): PlannedSheet {
  return { ...sheet, flags: sheet.tables.flatMap((table) => flags.flatMap((flag) => placedFlag(table, flag))) };
}

function placedFlag(table: PlannedTable, flag: FigureFlag): PlannedFlag[] {
  if (flag.table !== table.role) return [];
  const row = table.rowIds.indexOf(flag.rowId);
  const column = table.columns.findIndex((candidate) => candidate.key === flag.columnKey);
  if (row < 0 || column < 0) return [];
  return [{ key: placeKey(flag), row: table.row + 1 + row, column: table.column + column, severity: flag.severity, text: flag.text }];
}
