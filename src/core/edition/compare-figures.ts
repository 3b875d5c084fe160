import { cellAmount, columnYears, totalCell, yearCell } from '../budget/cells';
import { type Cell, type Column, type Row } from '../budget/table';
import { rowTotal } from '../catalogue/entry-amount';
import { amountOf, subtractAmounts, type Amount } from '../money/amount';
import { type Unit } from '../money/unit';
import { isSamePriceLevel } from '../price-level/index-series';
import { compareRestated, printedFigure, type Figure } from '../reconciliation/arithmetic';
import { type ChangeKind, type EditionFigure, type FigureChange, type FigureTarget } from './edition';
import { oereOf, profileOf, type MoneyProfile } from './money-profile';

/** A row with what its figures are in. */
export interface MeasuredRow {
  readonly columns: readonly Column[];
  readonly row: Row;
  readonly unit: Unit | null;
  readonly priceLevel: string | null;
}

/** Whether two price levels are stated and differ: then figures are not subtracted. */
export function areOtherPriceLevels(old: string | null, now: string | null): boolean {
  return old !== null && now !== null && !isSamePriceLevel(old, now);
}

/** Every figure of a row in two editions: its years, its other amounts, its total. Shape: what neither edition prints is left out. */
export function compareRows(old: MeasuredRow, now: MeasuredRow): FigureChange[] {
  const isElsewhere = areOtherPriceLevels(old.priceLevel, now.priceLevel);
  const parts = targetsOf(old.columns, now.columns).flatMap((target) => compareFigure(target, figureOf(old, target), figureOf(now, target), isElsewhere) ?? []);
  const hasOtherYears = parts.some(({ gap }) => gap === 'no-column');
  const total = compareFigure('total', totalOf(old), totalOf(now), isElsewhere);
  if (total === null) return parts;
  return [...parts, hasOtherYears && total.gap === null ? { ...total, difference: null, isChanged: false, gap: 'other-years' } : total];
}

/** The figures of a row that only one edition has, but for those that grant nothing. */
export function figuresOfRow(measured: MeasuredRow, edition: 'old' | 'now'): FigureChange[] {
  const nothing: EditionFigure = { amount: null, gap: 'no-column', position: null };
  const all = [...targetsOf(measured.columns, []).map((target) => [target, figureOf(measured, target)] as const), ['total', totalOf(measured)] as const];
  return all.flatMap(([target, figure]): FigureChange[] =>
    isNothing(figure) ? [] : [{ target, old: edition === 'old' ? figure : nothing, now: edition === 'now' ? figure : nothing, difference: null, isChanged: true, gap: null }],
  );
}

/** What the figures of a pair say of it: more or less by its total where that changed, else by its years; moved where they come to the same. */
export function kindsOfFigures(figures: readonly FigureChange[]): ChangeKind[] {
  const gaps = figures.filter(({ gap }) => gap !== null);
  const kinds: ChangeKind[] = gaps.some(({ gap }) => gap === 'price-level') ? ['price-level'] : gaps.some(({ gap }) => gap !== 'other-years') ? ['not-comparable'] : [];
  const changed = figures.filter(({ isChanged }) => isChanged);
  if (changed.length === 0) return kinds;
  const total = figures.find(({ target, gap }) => target === 'total' && gap === null);
  const sum = total?.isChanged === true ? growthOf(total) : changed.reduce((all, figure) => all + growthOf(figure), 0);
  return [sum > 0 ? 'more' : sum < 0 ? 'less' : 'moved', ...kinds];
}

/** How much money a figure grants more than before. Units: øre, so that sums are exact; what is blank grants nothing. */
function growthOf({ old, now }: FigureChange): number {
  return (now.amount === null ? 0 : oereOf(now.amount)) - (old.amount === null ? 0 : oereOf(old.amount));
}

/** The money that a row grants, by year and other heading, or its total alone; null where some of it could not be read. */
export function moneyOfRow(measured: MeasuredRow): MoneyProfile | null {
  const figures = targetsOf(measured.columns, []).map((target) => [String(target), figureOf(measured, target)] as const);
  const all = figures.length > 0 ? figures : [['total', totalOf(measured)] as const];
  if (all.some(([, { gap }]) => gap === 'not-readable')) return null;
  return profileOf(all.flatMap(([target, { amount }]) => (amount === null ? [] : [[target, amount] as const])));
}

/** The years of both tables, ascending, then their other amounts by heading. */
function targetsOf(old: readonly Column[], now: readonly Column[]): FigureTarget[] {
  const years = [...new Set([...columnYears(old), ...columnYears(now)])].sort((a, b) => a - b);
  const others = [...old, ...now].flatMap((column): FigureTarget[] => (column.kind === 'amount' && column.isAddend !== true ? [`amount:${column.header}`] : []));
  return [...years, ...new Set(others)];
}

function figureOf({ columns, row, unit }: MeasuredRow, target: FigureTarget): EditionFigure {
  if (typeof target === 'number') return figureOfCell(yearCell(columns, row, target), unit);
  return figureOfCell(row.cells[columns.findIndex((column) => column.kind === 'amount' && `amount:${column.header}` === target)], unit);
}

function figureOfCell(cell: Cell | undefined, unit: Unit | null): EditionFigure {
  if (cell === undefined) return { amount: null, gap: 'no-column', position: null };
  const amount = cellAmount(cell, unit);
  if (amount !== null) return { amount, gap: null, position: cell.position };
  return { amount: null, gap: cell.kind === 'blank' || cell.kind === 'nil' ? 'blank' : 'not-readable', position: cell.position };
}

/** The printed total, else the sum of the row's years. */
function totalOf({ columns, row, unit }: MeasuredRow): EditionFigure {
  const cell = totalCell(columns, row);
  const amount = unit === null ? null : rowTotal(columns, row, unit);
  if (amount !== null) return { amount, gap: null, position: cell?.position ?? row.position };
  return figureOfCell(cell, unit);
}

/** A figure in two editions; null where neither says anything, or one lacks a column in which the other grants nothing. */
function compareFigure(target: FigureTarget, old: EditionFigure, now: EditionFigure, isElsewhere: boolean): FigureChange | null {
  const base = { target, old, now, difference: null, isChanged: false };
  if (isNothing(old) && isNothing(now)) return null;
  if (old.gap === 'not-readable' || now.gap === 'not-readable') return { ...base, gap: 'not-readable' };
  if (isElsewhere) return { ...base, gap: 'price-level' };
  if (old.gap === 'no-column' || now.gap === 'no-column') return { ...base, gap: 'no-column' };
  if (old.amount === null || now.amount === null) return { ...base, isChanged: true, gap: null };
  const comparison = compareRestated(toFigure(now.amount), toFigure(old.amount));
  if (comparison === null) return { ...base, gap: 'not-readable' };
  const isChanged = comparison.outcome === 'differs';
  return { ...base, difference: isChanged ? subtractAmounts(now.amount, old.amount) : amountOf(0, now.amount.decimals, now.amount.unit), isChanged, gap: null };
}

function isNothing({ amount, gap }: EditionFigure): boolean {
  return amount === null ? gap !== 'not-readable' : amount.coefficient === 0;
}

function toFigure(amount: Amount): Figure {
  return amount.coefficient === 0 && amount.decimals === 0 ? { amount, rounding: 'exact' } : printedFigure(amount);
}
