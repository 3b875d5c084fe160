import { rowInUnit } from '../../budget/cells';
import { type Row } from '../../budget/table';
import { type ReadTable } from '../tables/rows/budget-table';
import { notesBelow, notesFor } from '../tables/notes';
import { recognizeSums } from '../tables/rows/sum-rows';
import { TABLE_WORD } from '../vocabulary';
import { type Claims, type Entry, NO_CLAIMS } from './claims';
import { type OverviewRow, type OverviewRows, readOverviewRows } from './overview/overview-rows';
import { type Reading } from './reading';

/** Tables that grant money in a document without an overview, sheets or forms: every row that has amounts is an initiative. */
export function readBudgetTables(reading: Reading, budgets: readonly ReadTable[]): Claims {
  const names = budgets.length > 1 ? namesOf(budgets) : [];
  const tables = budgets.map((table, index) => readRows(table, names[index] ?? null));
  return {
    ...NO_CLAIMS,
    entries: tables.flatMap(({ table, rows }) => {
      const notes = notesBelow(reading.lines, table.lastLine, table.table.rows, reading.evidence);
      return rows.map((row) => toEntry(table, row, notes));
    }),
    totals: tables.flatMap((table) => table.totals),
    tables: tables.flatMap((table) => table.apart),
    ownedTables: budgets.map((table) => table.table),
  };
}

/** Whether a table grants money: its unit is known, or it has years or a total; statistics without either are handed on as tables. */
export function isBudget({ table }: ReadTable): boolean {
  const isMoney = table.unit !== null || table.columns.some((column) => column.kind === 'year' || column.kind === 'total');
  return isMoney && table.columns.some((column) => column.kind !== 'text');
}

/** The rows and totals of one table; with several tables each is a group of its own, because its totals sum its own rows only. */
function readRows(table: ReadTable, name: string | null): OverviewRows & { table: ReadTable } {
  const { rows, totals, apart } = readOverviewRows(recognizeSums(table.table));
  if (name === null) return { table, rows, totals, apart };
  return { table, apart, rows: rows.map((row) => ({ ...row, group: [name, ...row.group] })), totals: totals.map((total) => ({ ...total, group: [name, ...total.group] })) };
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

function toEntry(table: ReadTable, row: OverviewRow, notes: readonly string[]): Entry {
  const unit = row.row.unit ?? table.table.unit;
  const inUnit = (one: Row): Row => (unit === null ? one : rowInUnit(one, unit));
  return {
    part: 'budget-table',
    number: row.row.number,
    title: row.row.label,
    titleDamaged: row.row.label === null,
    group: row.group,
    unit,
    priceLevel: table.table.priceLevel,
    caption: table.table.caption,
    columns: table.table.columns,
    total: inUnit(row.row),
    components: row.parts.map(inUnit),
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
