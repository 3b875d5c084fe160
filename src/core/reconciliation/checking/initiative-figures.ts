import { type Agreement, type Initiative } from '../../budget/agreement';
import { columnYears, totalCell, yearCell } from '../../budget/cells';
import { cellFigure, type Figure } from '../arithmetic';
import { type BudgetTable, type Column, type Row, type YearSpan } from '../../budget/table';
import { type Unit } from '../../money/unit';
import { cellPlace, placeAt } from './check-building';
import { type CheckedPlace } from '../rule';

/** A figure of the table with the cell that it comes from. */
export interface SourcedFigure {
  readonly figure: Figure;
  readonly place: CheckedPlace;
}

/** The place of an initiative as a whole. */
export function initiativePlace(initiative: Initiative, index: number): CheckedPlace {
  return placeAt({ initiative: index, position: initiative.position });
}

/** The printed total of the initiative's own row; null when it has none. */
export function printedTotal(initiative: Initiative, index: number): SourcedFigure | null {
  if (initiative.total === null) return null;
  const cell = totalCell(initiative.columns, initiative.total);
  const figure = cellFigure(cell, initiative.unit);
  return figure === null ? null : { figure, place: cellPlace(initiativePlace(initiative, index), 'total', cell?.position ?? null) };
}

/** The initiative's own figure of one year; null when the table has no such figure. */
export function printedYear(initiative: Initiative, index: number, year: number): SourcedFigure | null {
  if (initiative.total === null) return null;
  const cell = yearCell(initiative.columns, initiative.total, year);
  const figure = cellFigure(cell, initiative.unit);
  return figure === null ? null : { figure, place: cellPlace(initiativePlace(initiative, index), year, cell?.position ?? null) };
}

/** The totals of the tables that an initiative's section prints besides its own; null for one that cannot be added to it: it has no total, or another price level. */
export type FurtherTotals = readonly (SourcedFigure | null)[];

export function furtherTotals(agreement: Agreement, initiative: Initiative): FurtherTotals {
  return agreement.tables.flatMap((table, index) => (table.initiative === initiative.id ? [tableTotal(table, index, initiative.priceLevel)] : []));
}

function tableTotal(table: BudgetTable, index: number, priceLevel: string | null): SourcedFigure | null {
  const row = table.rows.findIndex((candidate) => candidate.kind === 'total');
  const total = table.rows[row];
  const cell = total === undefined ? undefined : totalCell(table.columns, total);
  const figure = cellFigure(cell, table.unit);
  return figure === null || table.priceLevel !== priceLevel ? null : { figure, place: placeAt({ table: index, row, column: 'total', position: cell?.position ?? null }) };
}

/** Whether the head of a table prints a year twice, so that its years prove nothing. */
export function hasRepeatedYear(columns: readonly Column[]): boolean {
  return columns.some((column) => column.kind === 'amount' && column.likelyYear !== undefined);
}

/** The fiscal years of the initiative's columns, ascending. */
export function tableYears(initiative: Initiative): number[] {
  return columnYears(initiative.columns).sort((a, b) => a - b);
}

/**
 * The first and last year with money in the initiative's own row.
 * Shape: null when the row has no year columns, no money, or a year that could not be read.
 */
export function moneyYears(initiative: Initiative): YearSpan | null {
  return initiative.total === null ? null : grantedYears(initiative.columns, initiative.total, initiative.unit);
}

/** The first and last year with money in the initiative's own table and in those that its section prints besides; null as for `moneyYears`. */
export function moneyYearsOfAll(agreement: Agreement, initiative: Initiative): YearSpan | null {
  const own = moneyYears(initiative);
  const further = agreement.tables.flatMap((table): YearSpan | readonly YearSpan[] => {
    const total = table.initiative === initiative.id ? table.rows.find((row) => row.kind === 'total') : undefined;
    return total === undefined ? [] : grantedYears(table.columns, total, table.unit) ?? [];
  });
  return own === null ? null : { from: Math.min(own.from, ...further.map((span) => span.from)), to: Math.max(own.to, ...further.map((span) => span.to)) };
}

function grantedYears(columns: readonly Column[], total: Row, unit: Unit | null): YearSpan | null {
  const granted: number[] = [];
  for (const year of columnYears(columns).sort((a, b) => a - b)) {
    const figure = cellFigure(yearCell(columns, total, year), unit);
    if (figure === null) return null;
    if (figure.amount.coefficient !== 0) granted.push(year);
  }
  const [from, to] = [granted[0], granted[granted.length - 1]];
  return from === undefined || to === undefined ? null : { from, to };
}

/** A span of years as printed: "2026" or "2026-2029". */
export function spellYears(from: number, to: number): string {
  return from === to ? String(from) : `${from}-${to}`;
}
