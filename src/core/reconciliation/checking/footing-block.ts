import { type Column } from '../../budget/table';
import { digitExponent } from '../../money/amount';
import { compareSum, type Comparison, type Figure } from '../arithmetic';
import { type Unread } from '../../budget/agreement';
import { placeOf } from '../../budget/position';
import { checkSum, notCheckable, type Participant, type Subject } from './check-building';
import { addendsOfTotal, isAmountColumn, isOverYears, isWithin, participant, type PrintedRow } from './printed-rows';
import { type Check, type LocalizedText, type RuleContext, type Suggestion } from '../rule';
import { suggestFigureSlip, suggestRowSlip } from './suggestion';

/** A printed sum row with the rows that it adds up. */
export interface FootingBlock {
  readonly sum: PrintedRow;
  readonly addends: readonly PrintedRow[];
  /** The headings of columns that the table does not add up. */
  readonly notTotalled?: ReadonlySet<string>;
}

/** One check per amount column of the sum row; every check knows the whole block, so that a slip of a row is recognised as one. */
export function checkBlock(rule: string, block: FootingBlock, context: RuleContext): Check[] {
  const columns = block.sum.columns.flatMap((column, index) => (isAmountColumn(column) && !(column.kind === 'amount' && block.notTotalled?.has(column.header) === true) ? [{ column, index }] : []));
  const participants = columns.map(({ column, index }) => ({
    column,
    total: participant(block.sum, index),
    addends: block.addends.flatMap((row) => participantsUnder(row, column, index)),
  })).filter(({ column }) => !isUnderMergedCell(block, column));
  const checkable = participants.filter(({ total, addends }) => total.figure !== null || addends.some((addend) => addend.figure !== null));
  const slipOfRow = once(() => suggestRowSlipOf(block, checkable.filter(({ column }) => !isOverYears(block.sum.columns, column))));
  const isPartUnread = hasUnreadRow(block, context.agreement.unread);
  return checkable.map(({ column, total, addends }) => {
    const subject: Subject = { rule, place: total.place, initiative: block.sum.initiative, label: block.sum.label };
    const check = checkSum({
      subject,
      addends,
      total,
      isExactDocument: context.isExactDocument,
      suggest: (comparison, figures, totalFigure) => slipOfRow() ?? suggestCell(block, column, comparison, figures, totalFigure),
    });
    return isPartUnread && check.outcome === 'differs' ? notCheckable(subject, ROW_UNREAD, 'warning', check.printed, check.related) : check;
  });
}

/** What a search finds, looked for when it is first asked for. */
function once<Found>(search: () => Found): () => Found {
  let known: { readonly found: Found } | null = null;
  return () => (known ??= { found: search() }).found;
}

const ROW_UNREAD: LocalizedText = { da: 'Summen kan ikke kontrolleres: en række mellem dem, der lægges sammen, kunne ikke læses.', en: 'The sum cannot be checked: a row among those added up could not be read.' };

/** What is said of a line of a table that made no row. */
const ROW_REASONS: ReadonlySet<Unread['reason']> = new Set(['cell-count', 'table-not-understood', 'row-without-label', 'unaccounted']);

/** The first or last row of a block, if it was not read, stands within so many lines of the others. */
const EDGE_LINES = 4;

/** Whether a row that was not understood stands among the rows of a block: then what is missing in their sum may be that row's. */
function hasUnreadRow({ sum, addends }: FootingBlock, unread: readonly Unread[]): boolean {
  const lost = unreadRows(unread);
  if (lost.length === 0) return false;
  const places = [sum, ...addends].flatMap(({ place }) => (place.position === null ? [] : [placeOf(place.position)]));
  const first = places.reduce((least, place) => Math.min(least, place), Infinity) - EDGE_LINES;
  const last = places.reduce((most, place) => Math.max(most, place), -Infinity) + EDGE_LINES;
  let [low, high] = [0, lost.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lost[middle] ?? 0) > first) high = middle;
    else low = middle + 1;
  }
  return (lost[low] ?? Infinity) < last;
}

/** The places of the rows that were not understood, in order; known for an agreement once they were asked for. */
function unreadRows(unread: readonly Unread[]): readonly number[] {
  const known = UNREAD_ROWS.get(unread) ?? unread.flatMap(({ reason, position }) => (ROW_REASONS.has(reason) ? [placeOf(position)] : [])).sort((a, b) => a - b);
  UNREAD_ROWS.set(unread, known);
  return known;
}

const UNREAD_ROWS = new WeakMap<readonly Unread[], readonly number[]>();

/** The cells of a row under a heading: the figures of the years one by one where another row has one figure for all of them in a merged cell. */
function participantsUnder(row: PrintedRow, column: Column, index: number): Participant[] {
  const own = participantUnder(row, column, index);
  if (own.figure !== null || own.gap !== 'blank' || !isOverYears(row.columns, column)) return [own];
  return row.columns.flatMap((other, place) => (other.kind === 'year' && isWithin(column, other.year) ? [participant(row, place)] : []));
}

/** Whether a row of a block has one figure for the column's year and others: then the sum of all of them is checked instead. */
function isUnderMergedCell(block: FootingBlock, column: Column): boolean {
  if (column.kind !== 'year') return false;
  return [block.sum, ...block.addends].some((row) => row.columns.some((other, index) => isOverYears(row.columns, other) && isWithin(other, column.year) && participant(row, index).figure !== null));
}

/** The cell of a row under the same heading, which need not be the same index when tables differ in their columns. */
function participantUnder(row: PrintedRow, column: Column, index: number): Participant {
  const own = row.columns[index];
  if (own !== undefined && isSameColumn(own, column)) return participant(row, index);
  const found = row.columns.findIndex((other) => isSameColumn(other, column));
  return participant(row, found);
}

function isSameColumn(a: Column, b: Column): boolean {
  if (a.kind === 'year' && b.kind === 'year') return a.year === b.year && a.basis === b.basis;
  return a.kind === b.kind && (a.kind !== 'amount' || a.header === b.header);
}

/** Addends whose own row misses its total by the same amount: the cell where both sums meet is the culprit. */
function suggestCell(block: FootingBlock, column: Column, comparison: Comparison, figures: readonly Figure[], total: Figure): Suggestion | null {
  if (column.kind !== 'year' && column.kind !== 'total') return suggestFigureSlip(comparison, figures, total);
  const suspects = block.addends.flatMap((row, index) => {
    const own = rowComparison(row);
    return own !== null && own.residual.coefficient !== 0 && isSameMoney(own, comparison, column) ? [index] : [];
  });
  const sumRow = rowComparison(block.sum);
  const isTotalSuspect = sumRow === null || sumRow.residual.coefficient !== 0;
  return suggestFigureSlip(comparison, figures, total, suspects, isTotalSuspect);
}

/** A wrong year cell raises both sums by the same amount; a wrong total cell raises its column and lowers its row. */
function isSameMoney(own: Comparison, comparison: Comparison, column: Column): boolean {
  const sign = column.kind === 'total' ? -1 : 1;
  const finest = Math.min(digitExponent(own.residual), digitExponent(comparison.residual));
  const left = own.residual.coefficient * 10 ** (digitExponent(own.residual) - finest);
  const right = comparison.residual.coefficient * 10 ** (digitExponent(comparison.residual) - finest);
  return left === sign * right;
}

/** A row's own cross-footing, null when it has no total, no years, or a gap. */
export function rowComparison(row: PrintedRow): Comparison | null {
  const known = ROW_COMPARISONS.get(row);
  if (known !== undefined) return known;
  const comparison = compareRow(row);
  ROW_COMPARISONS.set(row, comparison);
  return comparison;
}

/** What was compared before: a row is looked at for every sum that it is an addend of. */
const ROW_COMPARISONS = new WeakMap<PrintedRow, Comparison | null>();

function compareRow(row: PrintedRow): Comparison | null {
  const totalIndex = row.columns.findIndex((column) => column.kind === 'total');
  const total = totalIndex < 0 ? null : participant(row, totalIndex).figure;
  if (total === null) return null;
  const years = addendsOfTotal(row).map((index) => participant(row, index).figure);
  const figures = years.flatMap((figure) => (figure === null ? [] : [figure]));
  return figures.length === 0 || figures.length < years.length ? null : compareSum(figures, total);
}

function suggestRowSlipOf(block: FootingBlock, columns: readonly { column: Column; total: Participant; addends: readonly Participant[] }[]): Suggestion | null {
  const all = columns.flatMap(({ total, addends }) => [total, ...addends]);
  const figures = all.flatMap((participant) => (participant.figure === null ? [] : [participant.figure]));
  if (figures.length < all.length || figures.length === 0) return null;
  const printed = figures.filter((figure) => figure.rounding !== 'exact');
  if (printed.length === 0) return null;
  const finest = printed.reduce((least, figure) => Math.min(least, digitExponent(figure.amount)), Number.POSITIVE_INFINITY);
  const at = (figure: Figure | null): number => (figure === null || figure.rounding === 'exact' ? 0 : figure.amount.coefficient * 10 ** (digitExponent(figure.amount) - finest));
  const values = block.addends.map((_row, row) => columns.map(({ addends }) => at(addends[row]?.figure ?? null)));
  const residuals = columns.map(({ total }, column) => values.reduce((sum, row) => sum + (row[column] ?? 0), 0) - at(total.figure));
  return suggestRowSlip({ labels: block.addends.map((row) => row.label), values, residuals, isYear: columns.map(({ column }) => column.kind === 'year') });
}

