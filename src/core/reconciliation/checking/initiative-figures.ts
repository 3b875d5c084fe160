import { type Initiative } from '../../budget/agreement';
import { totalCell, yearCell } from '../../budget/cells';
import { cellFigure, type Figure } from '../arithmetic';
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

/** The fiscal years of the initiative's columns, ascending. */
export function tableYears(initiative: Initiative): number[] {
  return initiative.columns.flatMap((column) => (column.kind === 'year' ? [column.year] : [])).sort((a, b) => a - b);
}

/**
 * The first and last year with money in the initiative's own row.
 * Shape: null when the row has no year columns, no money, or a year that could not be read.
 */
export function moneyYears(initiative: Initiative): { readonly from: number; readonly to: number } | null {
  const { total } = initiative;
  if (total === null) return null;
  const granted: number[] = [];
  for (const year of tableYears(initiative)) {
    const figure = cellFigure(yearCell(initiative.columns, total, year), initiative.unit);
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
