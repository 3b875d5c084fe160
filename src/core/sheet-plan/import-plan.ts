import { type Agreement } from '../budget/agreement';
import { positionKey } from '../budget/position';
import { ROWS_ABOVE_TABLE } from './layout/sheet-head';
import { planSources, sourceLines } from './sheets/sources-sheet';
import { tabColorOf } from './colors';
import { type Cause } from '../reconciliation/causes/cause';
import { findCauses } from '../reconciliation/causes/find-causes';
import { type Check } from '../reconciliation/rule';
import { rowStatuses } from './checks/row-status';
import { plannedTargets } from './layout/cell-links';
import { type SheetFrame } from './layout/sheet-frame';
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
  /** When the import was made, in ISO 8601; null where that is not known. */
  readonly importedAt: string | null;
}

/** The sheets of an import, and what explains the checks that differ. */
export interface ImportPlan extends SheetPlan {
  readonly causes: readonly Cause[];
}

/** The sheets of an import: overview, components, printed totals, pools, amounts of the text and tables of no money where there are any, findings, sources; with a flag on every cell that does not agree. */
export function planImport(agreement: Agreement, checks: readonly Check[], options: ImportPlanOptions): ImportPlan {
  const { language, importedAt } = options;
  const names = namePlan(agreement, options.taken, language, options.kept);
  const causes = findCauses(checks, agreement);
  const statuses = rowStatuses({ agreement, checks, causes, accepted: new Set() });
  const sources = sourceLines(agreement);
  const sourceRows = new Map(sources.map(({ position }, index) => [positionKey(position), ROWS_ABOVE_TABLE + 1 + index]));
  const frame: SheetFrame = { agreement, importedAt, language, names, statuses, sourceRows };
  const others = [planTotals(frame), planPools(frame), planMentions(frame), planOtherTables(frame)].filter((sheet) => sheet !== null);
  const isWithoutRows = agreement.initiatives.length === 0 && others.length > 0;
  const sheets = [isWithoutRows ? null : planOverview(frame, options.origin), planComponents(frame), ...others].filter((sheet) => sheet !== null);
  const flags = figureFlags(agreement, checks, language);
  const targets = plannedTargets(sheets);
  const all = [...sheets, planFindings(frame, checks, causes, targets), planSources(frame, sources, targets)].filter((sheet) => sheet !== null);
  return { language, causes, sheets: all.map((sheet) => ({ ...withFlags(sheet, flags), tabColor: tabColorOf(agreement.document.sha256) })) };
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
