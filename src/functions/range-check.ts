import { LABEL_ENDS_AS_TOTAL, LABEL_STARTS_AS_TOTAL, OF_WHICH, TOTAL_WORDS } from '../core/extraction/vocabulary';
import { amountOf, type Amount } from '../core/money/amount';
import { formatNumber } from '../core/money/danish-number';
import { compareSum, type Comparison, type Figure } from '../core/reconciliation/arithmetic';
import { type LocalizedText } from '../core/reconciliation/rule';
import { shiftDecimals, shownDecimals } from '../core/sheet-plan/decimals';
import { type Answer } from './answers';

type CellValue = string | number | boolean | null;

/** A range taken apart: where its figures are, and which row and column hold totals. Shape: indexes into the range, null for none. */
interface RangeShape {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly totalRow: number | null;
  readonly totalColumn: number | null;
}

const MOST_DECIMALS = 9;

/**
 * Whether the totals of a range agree with what they sum: the row and column labelled as totals, else the last ones.
 * Rows labelled as "of which" are parts and are not added. Text and empty cells among the figures add nothing.
 */
export function checkRange(values: readonly (readonly CellValue[])[]): Answer<LocalizedText> {
  const shape = shapeOf(values);
  if (shape === null) {
    const message = { da: 'Området har ingen tal med en total: vælg mindst to tal og deres sum.', en: 'The range has no figures with a total: select at least two figures and their sum.' };
    return { kind: 'bad-argument', message };
  }
  const decimals = Math.max(0, ...values.slice(shape.firstRow).flatMap((row) => row.slice(shape.firstColumn).map((value) => (typeof value === 'number' ? shownDecimals(value) : 0))));
  if (decimals > MOST_DECIMALS) return { kind: 'bad-argument', message: { da: 'Tallene har for mange decimaler.', en: 'The figures have too many decimals.' } };
  const comparisons = [...columnChecks(values, shape, decimals), ...rowChecks(values, shape, decimals)];
  if (comparisons.length === 0) return { kind: 'bad-argument', message: { da: 'Der er ingen sum at kontrollere.', en: 'There is no sum to check.' } };
  return { kind: 'value', value: verdictText(comparisons) };
}

interface PlacedComparison {
  readonly place: LocalizedText;
  readonly comparison: Comparison;
}

function shapeOf(values: readonly (readonly CellValue[])[]): RangeShape | null {
  const firstRow = hasHeader(values) ? 1 : 0;
  const body = values.slice(firstRow);
  const width = values[0]?.length ?? 0;
  const firstColumn = Array.from({ length: width }, (_, column) => column).find((column) => body.some((row) => typeof row[column] === 'number'));
  if (firstColumn === undefined) return null;
  const isTotalRow = (row: readonly CellValue[]): boolean => row.slice(0, firstColumn).some(isTotalLabel);
  const labelledRow = body.findIndex(isTotalRow);
  const labelledColumn = firstRow === 1 ? (values[0] ?? []).findIndex((cell, column) => column >= firstColumn && isTotalLabel(cell)) : -1;
  const figureColumns = width - firstColumn;
  const lastRow = body.length > 1 ? values.length - 1 : null;
  const lastColumn = figureColumns > 1 && (body.length === 1 || labelledColumn >= 0 || fitsAsTotalColumn(body, firstColumn)) ? width - 1 : null;
  return {
    firstRow,
    firstColumn,
    totalRow: labelledRow >= 0 && body.length > 1 ? labelledRow + firstRow : lastRow,
    totalColumn: labelledColumn >= 0 ? labelledColumn : lastColumn,
  };
}

/** A first row is a heading when it holds text over figures, or years that ascend. */
function hasHeader(values: readonly (readonly CellValue[])[]): boolean {
  const first = values[0] ?? [];
  if (values.length < 2) return false;
  const numbers = first.filter((cell) => typeof cell === 'number');
  if (numbers.length === 0) return true;
  const isYear = numbers.every((number) => Number.isInteger(number) && number >= 1900 && number <= 2100);
  return isYear && numbers.length > 1 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}

/** An unlabelled last column is taken for a total when it is one in most rows. */
function fitsAsTotalColumn(body: readonly (readonly CellValue[])[], firstColumn: number): boolean {
  const fitting = body.filter((row) => {
    const numbers = row.slice(firstColumn).filter((cell) => typeof cell === 'number');
    const total = numbers.pop();
    return total !== undefined && numbers.length > 0 && Math.abs(numbers.reduce((sum, number) => sum + number, 0) - total) < 1e-6;
  });
  return fitting.length * 2 > body.length;
}

function columnChecks(values: readonly (readonly CellValue[])[], shape: RangeShape, decimals: number): PlacedComparison[] {
  const { totalRow, firstRow, firstColumn } = shape;
  if (totalRow === null) return [];
  const rows = values.flatMap((row, index) => (index >= firstRow && index !== totalRow && !isPart(row, firstColumn) ? [row] : []));
  const width = values[0]?.length ?? 0;
  return Array.from({ length: width - firstColumn }, (_, offset) => firstColumn + offset).flatMap((column) =>
    comparisonOf(rows.map((row) => row[column]), values[totalRow]?.[column], decimals, { da: `kolonne ${column + 1}`, en: `column ${column + 1}` }),
  );
}

function rowChecks(values: readonly (readonly CellValue[])[], shape: RangeShape, decimals: number): PlacedComparison[] {
  const { totalColumn, firstRow, firstColumn } = shape;
  if (totalColumn === null) return [];
  return values.flatMap((row, index) => {
    if (index < firstRow) return [];
    const addends = row.filter((_, column) => column >= firstColumn && column !== totalColumn);
    return comparisonOf(addends, row[totalColumn], decimals, { da: `række ${index + 1}`, en: `row ${index + 1}` });
  });
}

function comparisonOf(addends: readonly (CellValue | undefined)[], total: CellValue | undefined, decimals: number, place: LocalizedText): PlacedComparison[] {
  const figures = addends.flatMap((value) => (typeof value === 'number' ? [figureOf(value, decimals)] : []));
  if (typeof total !== 'number' || figures.length === 0) return [];
  const comparison = compareSum(figures, figureOf(total, decimals));
  return comparison === null ? [] : [{ place, comparison }];
}

function verdictText(comparisons: readonly PlacedComparison[]): LocalizedText {
  const differing = comparisons.filter(({ comparison }) => comparison.outcome === 'differs');
  const [first] = differing;
  if (first !== undefined) {
    const { computed, printed, residual } = first.comparison;
    const more = differing.length - 1;
    return {
      da: `✗ ${first.place.da}: summen er ${formatNumber(computed, 'da')}, men der står ${formatNumber(printed, 'da')}: forskel ${formatNumber(residual, 'da')}${more > 0 ? ` (og ${more} til)` : ''}`,
      en: `✗ ${first.place.en}: the sum is ${formatNumber(computed, 'en')}, but it says ${formatNumber(printed, 'en')}: difference ${formatNumber(residual, 'en')}${more > 0 ? ` (and ${more} more)` : ''}`,
    };
  }
  const rounded = comparisons.filter(({ comparison }) => comparison.outcome === 'agrees-within-rounding');
  if (rounded.length === 0) return { da: '✓ stemmer', en: '✓ agrees' };
  const largest = rounded.map(({ comparison }) => comparison.residual).reduce((a, b) => (Math.abs(b.coefficient) > Math.abs(a.coefficient) ? b : a));
  return { da: `≈ stemmer efter afrunding (${formatNumber(largest, 'da')})`, en: `≈ agrees within rounding (${formatNumber(largest, 'en')})` };
}

/** A worksheet number as a figure. Units: none is known, so all figures share one. An exact zero adds no rounding. */
function figureOf(value: number, decimals: number): Figure {
  const amount: Amount = amountOf(Math.round(shiftDecimals(value, decimals)), decimals, 'kr.');
  return { amount, rounding: amount.coefficient === 0 ? 'exact' : 'printed' };
}

function isTotalLabel(cell: CellValue | undefined): boolean {
  if (typeof cell !== 'string') return false;
  const label = cell.trim().toLowerCase().replace(/[:*.]+$/, '');
  return TOTAL_WORDS.has(label) || LABEL_ENDS_AS_TOTAL.test(label) || LABEL_STARTS_AS_TOTAL.test(label);
}

function isPart(row: readonly CellValue[], firstColumn: number): boolean {
  return row.slice(0, firstColumn).some((cell) => typeof cell === 'string' && OF_WHICH.test(cell));
}
