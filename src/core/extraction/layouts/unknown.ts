import { type Initiative, type PrintedTotal } from '../../budget/agreement';
import { findAgreementTitle } from '../agreement-title';
import { type ReadTable } from '../budget-table';
import { firstHeading } from '../first-heading';
import { type OverviewRow, readOverviewRows } from '../overview-rows';
import { type LayoutResult, mentionsOf, proseLines, type Reading } from '../reading';
import { recognizeSums } from '../sum-rows';
import { TABLE_WORD } from '../vocabulary';

/** Any other document: every row of its tables that has amounts is an initiative, every amount in its prose a mention. */
export function readUnknown(reading: Reading): LayoutResult {
  const found = mentionsOf(reading, proseLines(reading, 0, reading.lines.length));
  const budgets = reading.tables.filter(isBudget);
  const tables = budgets.map((table, index) => readOverview(table, budgets.length > 1 ? nameOf(table, index) : null));
  const initiatives: Initiative[] = [];
  for (const { table, rows } of tables) for (const row of rows) initiatives.push(toInitiative(table, row, `i${initiatives.length + 1}`));
  return {
    title: findAgreementTitle(reading, 0, reading.lines.length) ?? firstHeading(reading),
    initiatives,
    totals: tables.flatMap((table) => table.totals),
    pools: [],
    unmatchedSections: [],
    countClaims: [],
    mentions: found.mentions,
    unread: found.unread,
    ownedTables: new Set(budgets.map((table) => table.table)),
    otherTables: [],
  };
}

/** Whether a table grants money: its unit is known, or it has years or a total; statistics without either are handed on as tables. */
function isBudget({ table }: ReadTable): boolean {
  const isMoney = table.unit !== null || table.columns.some((column) => column.kind === 'year' || column.kind === 'total');
  return isMoney && table.columns.some((column) => column.kind !== 'text');
}

/** The rows and totals of one table; with several tables each is a group of its own, because its totals sum its own rows only. */
function readOverview(table: ReadTable, name: string | null): { table: ReadTable; rows: OverviewRow[]; totals: PrintedTotal[] } {
  const { rows, totals } = readOverviewRows(recognizeSums(table.table));
  if (name === null) return { table, rows, totals };
  return { table, rows: rows.map((row) => ({ ...row, group: [name, ...row.group] })), totals: totals.map((total) => ({ ...total, group: [name, ...total.group] })) };
}

/** What tells a table from the others: its caption, else its number in the document. */
function nameOf(table: ReadTable, index: number): string {
  return table.table.caption?.text ?? `${TABLE_WORD} ${index + 1}`;
}

function toInitiative(table: ReadTable, row: OverviewRow, id: string): Initiative {
  return {
    id,
    number: row.row.number,
    title: row.row.label,
    titleDamaged: row.row.label === null,
    group: row.group,
    unit: table.table.unit,
    priceLevel: table.table.priceLevel,
    caption: table.table.caption,
    columns: table.table.columns,
    total: row.row,
    components: row.parts,
    stated: [],
    lead: null,
    section: null,
    recommendation: null,
    sectionRecommendation: null,
    notes: [],
    sources: [],
    position: row.row.position,
  };
}
