import { type PrintedTotal } from '../../../budget/agreement';
import { type BudgetTable, type Row } from '../../../budget/table';
import { totalledGroup } from '../../tables/rows/budget-table';

/** A row of an overview with the groups above it, and the of-which rows that follow it. */
export interface OverviewRow {
  readonly row: Row;
  readonly group: readonly string[];
  readonly parts: readonly Row[];
}

/** What a table lists. `apart` holds rows that are no initiative's: parts of its sums. */
export interface OverviewRows {
  readonly rows: readonly OverviewRow[];
  readonly totals: readonly PrintedTotal[];
  readonly apart: readonly BudgetTable[];
}

/** A row or a printed total whose outer groups may still follow. */
interface Grouped {
  readonly group: string[];
}

/**
 * The rows of a table under their groups, and its printed totals. Named totals give the outer groups, the highest level outermost; headings the inner one.
 */
export function readOverviewRows(printed: BudgetTable): OverviewRows {
  const ofTotals = partsOfTotals(printed.rows);
  const table = ofTotals.length === 0 ? printed : { ...printed, rows: printed.rows.filter((row) => !ofTotals.includes(row)) };
  return { ...readGroups(table), apart: ofTotals.length === 0 ? [] : [{ ...printed, rows: ofTotals }] };
}

/** The of-which rows right under a printed sum: they are parts of it, and of no initiative. */
function partsOfTotals(rows: readonly Row[]): Row[] {
  let isUnderSum = false;
  return rows.filter(({ kind }) => {
    if (kind === 'total' || kind === 'subtotal') isUnderSum = true;
    else if (kind !== 'of-which') isUnderSum = false;
    return isUnderSum && kind === 'of-which';
  });
}

function readGroups(table: BudgetTable): { rows: OverviewRow[]; totals: PrintedTotal[] } {
  const last = levelsBelow(table.rows);
  if (areSubtotalsFirst(table.rows)) return last.size === 0 ? readTotalsFirst(table) : readTotalsOnBothSides(table, last);
  return readTotalsLast(table);
}

/** The levels of group totals that stand below their rows: the first of the level comes behind a row. */
function levelsBelow(rows: readonly Row[]): Set<number> {
  const firstComponent = rows.findIndex((row) => row.kind === 'component');
  const levels = new Set(rows.flatMap((row) => (row.kind === 'subtotal' ? [row.level] : [])));
  return new Set([...levels].filter((level) => rows.findIndex((row) => row.kind === 'subtotal' && row.level === level) > firstComponent));
}

/** Inner group totals above their rows, outer ones below: what stands between two outer totals is read on its own and gets the name of the second. */
function readTotalsOnBothSides(table: BudgetTable, below: ReadonlySet<number>): { rows: OverviewRow[]; totals: PrintedTotal[] } {
  const rows: OverviewRow[] = [];
  const totals: PrintedTotal[] = [];
  let start = 0;
  table.rows.forEach((row, index) => {
    const isOuter = row.kind === 'subtotal' && below.has(row.level);
    if (!isOuter && index < table.rows.length - 1) return;
    const part = readGroups({ ...table, rows: table.rows.slice(start, isOuter ? index : index + 1) });
    const name = totalledGroup(row.label ?? '') || (row.label ?? '');
    const inGroup = (group: readonly string[]): readonly string[] => (!isOuter ? group : [name, ...group.filter((member) => withoutNumber(member) !== name)]);
    for (const member of part.rows) rows.push({ ...member, group: inGroup(member.group) });
    for (const total of part.totals) totals.push(total.row.kind === 'total' ? total : { ...total, group: inGroup(total.group) });
    if (isOuter) totals.push({ label: name, group: [name], columns: table.columns, row });
    start = index + 1;
  });
  return { rows, totals };
}

/** Group totals stand above their rows: a total opens its group and closes those of its level and below. */
function readTotalsFirst(table: BudgetTable): { rows: OverviewRow[]; totals: PrintedTotal[] } {
  const rows: (Grouped & { row: Row; parts: Row[] })[] = [];
  const totals: PrintedTotal[] = [];
  let outer: { level: number; name: string }[] = [];
  let inner: string | null = null;
  for (const row of table.rows) {
    const label = row.label ?? '';
    if (row.kind === 'heading') inner = headingName(label);
    else if (row.kind === 'total') totals.push(grandTotal(table, row));
    else if (row.kind === 'subtotal') {
      const name = totalledGroup(label) || label;
      outer = [...outer.filter((group) => group.level > row.level), { level: row.level, name }];
      totals.push({ label: name, group: outer.map((group) => group.name), columns: table.columns, row });
      inner = null;
    } else if (row.kind === 'of-which' && rows.length > 0) rows[rows.length - 1]?.parts.push(row);
    else rows.push({ row, group: [...outer.map((group) => group.name), ...(inner === null ? [] : [inner])], parts: [] });
  }
  return { rows, totals };
}

/** Group totals stand below their rows: a total names the group of everything since the last total of its level or above. */
function readTotalsLast(table: BudgetTable): { rows: OverviewRow[]; totals: PrintedTotal[] } {
  const rows: (Grouped & { row: Row; parts: Row[] })[] = [];
  const totals: (Grouped & Omit<PrintedTotal, 'group'>)[] = [];
  const closed: { level: number; rows: number; totals: number }[] = [];
  let inner: string | null = null;
  for (const row of table.rows) {
    const label = row.label ?? '';
    if (row.kind === 'heading') inner = headingName(label);
    else if (row.kind === 'total') totals.push({ ...grandTotal(table, row), group: [] });
    else if (row.kind === 'subtotal') {
      const name = totalledGroup(label) || inner || label;
      const start = closed.filter((total) => total.level >= row.level).at(-1);
      for (const member of [...rows.slice(start?.rows ?? 0), ...totals.slice(start?.totals ?? 0).filter((total) => total.row.kind === 'subtotal')]) {
        if (withoutNumber(member.group[0] ?? '') === name) member.group[0] = name;
        else member.group.unshift(name);
      }
      totals.push({ label: name, group: [name], columns: table.columns, row });
      closed.push({ level: row.level, rows: rows.length, totals: totals.length });
      inner = null;
    } else if (row.kind === 'of-which' && rows.length > 0) rows[rows.length - 1]?.parts.push(row);
    else rows.push({ row, group: inner === null ? [] : [inner], parts: [] });
  }
  return { rows, totals };
}

/** A heading without the number before it: "1. Eksport" heads what "Eksport i alt" totals. */
function withoutNumber(heading: string): string {
  return heading.replace(/^\d{1,2}(?:\.\d{1,2})*\.?\s+/, '');
}

function headingName(label: string): string | null {
  const name = label.replace(/(?<!\s)\s*:$/, '');
  return name === '' ? null : name;
}

function grandTotal(table: BudgetTable, row: Row): PrintedTotal {
  return { label: totalledGroup(row.label ?? '') || (row.label ?? ''), group: [], columns: table.columns, row, ...(table.number === undefined ? {} : { table: table.number }) };
}

/** Rows without a number behind the grand total of a numbered overview: frames and balances, no initiatives. */
export function rowsOutside(table: BudgetTable): Row[] {
  const components = table.rows.filter((row) => row.kind === 'component');
  const last = table.rows.reduce((found, row, index) => (row.kind === 'total' ? index : found), -1);
  const isNumbered = components.filter((row) => row.number !== null).length > components.length / 2;
  const rows = table.rows.slice(last + 1);
  const isAtEnd = last > 0 && rows.every((row) => row.number === null);
  return isNumbered && isAtEnd ? rows.filter((row) => row.kind !== 'heading') : [];
}

/** Whether group totals stand above their rows: the first named total comes before the first row. */
function areSubtotalsFirst(rows: readonly Row[]): boolean {
  const firstSubtotal = rows.findIndex((row) => row.kind === 'subtotal');
  const firstComponent = rows.findIndex((row) => row.kind === 'component');
  return firstSubtotal >= 0 && firstSubtotal < firstComponent;
}
