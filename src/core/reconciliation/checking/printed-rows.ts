import { type Agreement, type Initiative } from '../../budget/agreement';
import { type BudgetTable, type Cell, type Column, type Row } from '../../budget/table';
import { type Unit } from '../../money/unit';
import { cellFigure } from '../arithmetic';
import { cellPlace, placeAt, type Participant } from './check-building';
import { type CheckedColumn, type CheckedPlace } from '../rule';

/** One printed row with what is needed to check it: its columns, its unit, its place and the names that a reader knows it by. */
export interface PrintedRow {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly unit: Unit | null;
  readonly place: CheckedPlace;
  readonly initiative: string | null;
  readonly label: string | null;
}

/** Rows with the place of what prints them. */
interface PlacedRows {
  readonly index: number;
  readonly rows: readonly PrintedRow[];
}

/** The rows of initiatives and tables that were asked for before: every rule asks for them. */
const KNOWN_ROWS = new WeakMap<Initiative | BudgetTable, PlacedRows>();

function rowsOf<Owner extends Initiative | BudgetTable>(owner: Owner, index: number, read: (owner: Owner, index: number) => readonly PrintedRow[]): readonly PrintedRow[] {
  const known = KNOWN_ROWS.get(owner);
  if (known?.index === index) return known.rows;
  const rows = read(owner, index);
  KNOWN_ROWS.set(owner, { index, rows });
  return rows;
}

/** The rows of one initiative: its own row first, where it has one, then its components. */
export function initiativeRows(initiative: Initiative, index: number): readonly PrintedRow[] {
  return rowsOf(initiative, index, readInitiativeRows);
}

function readInitiativeRows(initiative: Initiative, index: number): PrintedRow[] {
  const common = { columns: initiative.columns, unit: initiative.unit, initiative: initiative.title };
  const own: PrintedRow[] =
    initiative.total === null
      ? []
      : [{ ...common, row: initiative.total, place: placeAt({ initiative: index, position: initiative.total.position }), label: initiative.total.label }];
  const components = initiative.components.map((row, component) => ({
    ...common,
    row,
    place: placeAt({ initiative: index, component, position: row.position }),
    label: row.label,
  }));
  return [...own, ...components];
}

/** The row by which an overview prints an initiative: its own where it has no table besides, none where no overview lists it. */
export function overviewRow(initiative: Initiative, index: number): PrintedRow | null {
  const { overview } = initiative;
  if (overview === undefined) return initiativeRows(initiative, index).find((row) => row.place.component === null) ?? null;
  const { columns, unit, row } = overview;
  return { columns, unit, row, initiative: initiative.title, label: row.label, place: placeAt({ initiative: index, isOverview: true, position: row.position }) };
}

/** The printed totals of the agreement as rows. */
export function totalRows(agreement: Agreement): PrintedRow[] {
  return agreement.totals.map((total, index) => ({
    row: total.row,
    columns: total.columns,
    unit: rowUnit(total.row) ?? agreement.unit,
    place: placeAt({ total: index, position: total.row.position }),
    initiative: null,
    label: total.label,
  }));
}

/** The rows of the tables that no initiative owns. */
export function tableRows(agreement: Agreement, index: number): readonly PrintedRow[] {
  const table = agreement.tables[index];
  return table === undefined ? [] : rowsOf(table, index, readTableRows);
}

function readTableRows(table: BudgetTable, index: number): PrintedRow[] {
  return table.rows.map((row, rowIndex) => ({
    row,
    columns: table.columns,
    unit: table.unit,
    place: placeAt({ table: index, row: rowIndex, position: row.position }),
    initiative: null,
    label: row.label,
  }));
}

/** Every printed row of the agreement. */
export function allRows(agreement: Agreement): PrintedRow[] {
  return [
    ...agreement.initiatives.flatMap(initiativeRows),
    ...agreement.initiatives.flatMap((initiative, index) => (initiative.overview === undefined ? [] : (overviewRow(initiative, index) ?? []))),
    ...totalRows(agreement),
    ...agreement.tables.flatMap((_table, index) => tableRows(agreement, index)),
  ];
}

/** What a check calls a column: the year, "total", the heading of a plain column of amounts; nothing for texts. */
export function checkedColumn(column: Column): CheckedColumn {
  if (column.kind === 'year') return column.year;
  if (column.kind === 'total') return 'total';
  return column.kind === 'amount' ? `amount:${column.header}` : null;
}

/** The cells of rows as participants, as far as they were asked for before. */
const KNOWN_PARTICIPANTS = new WeakMap<PrintedRow, (Participant | undefined)[]>();

/** A cell as a participant of a check. */
export function participant(printed: PrintedRow, columnIndex: number): Participant {
  const known = KNOWN_PARTICIPANTS.get(printed) ?? [];
  const found = known[columnIndex];
  if (found !== undefined) return found;
  const read = readParticipant(printed, columnIndex);
  known[columnIndex] = read;
  KNOWN_PARTICIPANTS.set(printed, known);
  return read;
}

function readParticipant(printed: PrintedRow, columnIndex: number): Participant {
  const cell = printed.row.cells[columnIndex];
  const column = printed.columns[columnIndex];
  const place = cellPlace(printed.place, column === undefined ? null : checkedColumn(column), cell?.position ?? null);
  const figure = cellFigure(cell, printed.unit);
  return figure === null ? { figure, place, gap: gapOf(cell) } : { figure, place };
}

/** Whether a column holds amounts. */
export function isAmountColumn(column: Column): boolean {
  return column.kind !== 'text';
}

/**
 * The columns that a row's printed total adds up: its years, amounts of several years, and what the rows bear out besides.
 * Shape: where a merged cell holds the amount of several years, that instead of theirs; else theirs.
 */
export function addendsOfTotal({ columns, row }: PrintedRow): number[] {
  const isFilled = (index: number): boolean => row.cells[index] !== undefined && row.cells[index]?.kind !== 'blank';
  const merged = columns.flatMap((column, index) => (isOverYears(columns, column) ? [index] : []));
  const isCovered = (year: number): boolean => merged.some((index) => isFilled(index) && isWithin(columns[index], year));
  return columns.flatMap((column, index) => {
    if (column.kind === 'year') return isCovered(column.year) && !isFilled(index) ? [] : [index];
    if (column.kind !== 'amount' || (column.years === undefined && column.isAddend !== true) || isBeyondTotal(columns, column)) return [];
    return merged.includes(index) && !isFilled(index) ? [] : [index];
  });
}

/** Whether a column's years lie outside those that the header of the total names: "2030-2035" beside "I alt 2026-2029". */
function isBeyondTotal(columns: readonly Column[], { years }: Extract<Column, { kind: 'amount' }>): boolean {
  const [, from, to] = TOTAL_SPAN.exec(columns.find(({ kind }) => kind === 'total')?.header ?? '') ?? [];
  if (years === undefined || from === undefined || to === undefined) return false;
  return years.to < Number(from) || years.from > Number(from.slice(0, 4 - to.length) + to);
}

/** The first and the last year of a total, as its header prints them. */
const TOTAL_SPAN = /(?<!\d)((?:19|20)\d\d)\s?[-–]\s?((?:19|20)?\d\d)(?!\d)/;

/** Whether a column holds the figures of merged cells over years that have columns of their own. */
export function isOverYears(columns: readonly Column[], column: Column): boolean {
  return column.kind === 'amount' && column.years !== undefined && column.years.from < column.years.to && columns.some((other) => other.kind === 'year' && isWithin(column, other.year));
}

/** Whether a year is one of those that a column of amounts stands for. */
export function isWithin(column: Column | undefined, year: number): boolean {
  return column?.kind === 'amount' && column.years !== undefined && year >= column.years.from && year <= column.years.to;
}

/** Whether at least one cell of the row holds an amount or a dash. */
export function hasFigures(row: Row): boolean {
  return row.cells.some((cell) => cell.kind === 'amount' || cell.kind === 'nil');
}

function rowUnit(row: Row): Unit | null {
  for (const cell of row.cells) if (cell.kind === 'amount') return cell.amount.unit;
  return null;
}

function gapOf(cell: Cell | undefined): NonNullable<Participant['gap']> {
  return cell?.kind === 'blank' || cell?.kind === 'unreadable' || cell?.kind === 'text' ? cell.kind : 'missing';
}
