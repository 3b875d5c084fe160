import { type Initiative, type PrintedTotal } from '../../budget/agreement';
import { findAgreementTitle } from '../assembly/agreement-title';
import { type ReadTable } from '../tables/budget-table';
import { firstHeading } from '../assembly/first-heading';
import { notesBelow, notesFor } from '../tables/notes';
import { type OverviewRow, readOverviewRows } from './overview-rows';
import { type LayoutResult, mentionsOf, proseLines, type Reading } from '../assembly/reading';
import { recognizeSums } from '../tables/sum-rows';
import { TABLE_WORD } from '../vocabulary';

/** Any other document: every row of its tables that has amounts is an initiative, every amount in its prose a mention. */
export function readUnknown(reading: Reading): LayoutResult {
  const found = mentionsOf(reading, proseLines(reading, 0, reading.lines.length));
  const budgets = reading.tables.filter(isBudget);
  const names = budgets.length > 1 ? namesOf(budgets) : [];
  const tables = budgets.map((table, index) => readOverview(table, names[index] ?? null));
  const initiatives: Initiative[] = [];
  for (const { table, rows } of tables) {
    const notes = notesBelow(reading.lines, table.lastLine, table.table.rows, reading.evidence);
    for (const row of rows) initiatives.push(toInitiative(table, row, notes, `i${initiatives.length + 1}`));
  }
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

/** What tells each table from the others: its caption, with its printed number where several bear the same; else its place among the tables. */
function namesOf(tables: readonly ReadTable[]): string[] {
  const captions = tables.map(({ table }, index) => table.caption?.text ?? `${TABLE_WORD} ${index + 1}`);
  const numbered = captions.map((caption, index) => (isRepeated(captions, caption) && tables[index]?.table.number !== undefined ? `${TABLE_WORD} ${tables[index]?.table.number ?? ''}: ${caption}` : caption));
  return numbered.map((name, index) => (isRepeated(numbered, name) ? `${name} (${numbered.slice(0, index + 1).filter((other) => other === name).length})` : name));
}

function isRepeated(names: readonly string[], name: string): boolean {
  return names.indexOf(name) !== names.lastIndexOf(name);
}

function toInitiative(table: ReadTable, row: OverviewRow, notes: readonly string[], id: string): Initiative {
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
    notes: notesFor([row.row, ...row.parts].flatMap((part) => part.footnotes), notes),
    sources: [],
    position: row.row.position,
  };
}
