import { type PrintedTotal } from '../budget/agreement';
import { type BudgetTable, type Row } from '../budget/table';
import { totalledGroup } from './budget-table';

/** A row of an overview with the groups above it, and the of-which rows that follow it. */
export interface OverviewRow {
  readonly row: Row;
  readonly group: readonly string[];
  readonly parts: readonly Row[];
}

/** The rows of a table under their groups, and its printed totals. Named totals give the outer group, headings the inner one. */
export function readOverviewRows(table: BudgetTable): { rows: OverviewRow[]; totals: PrintedTotal[] } {
  const rows: { row: Row; group: string[]; parts: Row[] }[] = [];
  const totals: PrintedTotal[] = [];
  const isTotalFirst = areSubtotalsFirst(table.rows);
  let outer: string | null = null;
  let inner: string | null = null;
  let groupStart = 0;
  for (const row of table.rows) {
    const label = row.label ?? '';
    if (row.kind === 'heading') {
      inner = label === '' ? null : label;
    } else if (row.kind === 'total') {
      totals.push({ label: totalledGroup(label) || label, group: [], columns: table.columns, row });
    } else if (row.kind === 'subtotal') {
      const group = totalledGroup(label) || inner || label;
      totals.push({ label: group, group: [group], columns: table.columns, row });
      if (isTotalFirst) outer = group;
      else for (const waiting of rows.slice(groupStart)) if (waiting.group[0] !== group) waiting.group.unshift(group);
      groupStart = rows.length;
      inner = null;
    } else if (row.kind === 'of-which' && rows.length > 0) {
      rows[rows.length - 1]?.parts.push(row);
    } else {
      rows.push({ row, group: [outer, inner].filter((name) => name !== null), parts: [] });
    }
  }
  return { rows, totals };
}

/** Whether group totals stand above their rows: the first named total comes before the first row. */
function areSubtotalsFirst(rows: readonly Row[]): boolean {
  const firstSubtotal = rows.findIndex((row) => row.kind === 'subtotal');
  const firstComponent = rows.findIndex((row) => row.kind === 'component');
  return firstSubtotal >= 0 && firstSubtotal < firstComponent;
}
