import { cellAmount } from '../../../budget/cells';
import { type BudgetTable, type Row } from '../../../budget/table';
import { digitExponent } from '../../../money/amount';
import { type Unit } from '../../../money/unit';
import { NET_LABEL } from '../../vocabulary';
import { type Addend, OpenRows } from './open-rows';

/** A coincidence is out of the question when so many columns, or so many addends, agree to the last digit. */
const SURE_COLUMNS = 2;
const SURE_ADDENDS = 3;

/**
 * A table with its sums told by arithmetic besides their labels: a row that repeats the sum of the rows before (or behind) it is a total or subtotal,
 * and subtotals count their levels from the innermost.
 */
export function recognizeSums(table: BudgetTable): BudgetTable {
  const values = valuesOf(table);
  if (isSumOfAll(table.rows, values)) return table;
  const isFirst = areSumsFirst(table.rows, values);
  const order = table.rows.map((_, index) => index);
  if (isFirst) order.reverse();
  const closing = isFirst ? closingTotal(table.rows, values) : -1;
  const rows = table.rows.map((row, index) => (index === closing ? { ...row, kind: 'total' as const, level: 0 } : row));
  const leading = isFirst ? new Map<number, LeadingSum>() : leadingSums(table, values);
  const isSectionTotal = sectionTotals(table.rows, values);
  const isAnyBeyond = addableBeyond(table.rows, isFirst);
  const open = new OpenRows(values.reduce((most, row) => Math.max(most, row?.length ?? 0), 0));
  let behindLed = 0;
  for (const index of order) {
    const row = rows[index];
    const own = values[index];
    if (index === closing || row === undefined || own === undefined || row.kind === 'heading' || row.kind === 'of-which' || index < behindLed) continue;
    const led = leading.get(index);
    if (led !== undefined) {
      rows[index] = { ...row, kind: 'subtotal', level: 1 };
      open.push({ values: led.values, level: 1 });
      behindLed = led.behind;
      continue;
    }
    const reach = open.summedBy(own);
    const isNamed = row.kind === 'total' || row.kind === 'subtotal';
    const isNet = !isNamed && !isFirst && !isAnyBeyond(index) && isNetOf(row, own, open.all());
    if (isNet) {
      rows[index] = { ...row, kind: 'total', level: 0 };
      continue;
    }
    if (!isNamed && !isSure(own, open.last(reach))) {
      open.push({ values: own, level: 0 });
      continue;
    }
    const level = open.last(reach).reduce((highest, addend) => Math.max(highest, 1 + addend.level), leading.size > 0 ? 2 : 1);
    const isWhole = reach === open.length && !isAnyBeyond(index);
    open.drop(reach > 0 ? reach : open.plainCount);
    open.push({ values: own, level });
    if (row.kind === 'total' && !isFirst && reach > 1 && isSectionTotal(index)) {
      rows[index] = { ...row, kind: 'subtotal', level };
      continue;
    }
    rows[index] = { ...row, kind: row.kind === 'total' || (!isNamed && isWhole) ? 'total' : 'subtotal', level: row.kind === 'total' || (!isNamed && isWhole) ? 0 : level };
  }
  return { ...table, rows };
}

/** Whether the one named sum of a table adds up every other row: then no row that happens to repeat others' sum is one. */
function isSumOfAll(rows: readonly Row[], values: readonly (readonly number[] | undefined)[]): boolean {
  const sums = rows.flatMap((row, index) => (row.kind === 'total' || row.kind === 'subtotal' ? [index] : []));
  const total = values[sums[0] ?? -1];
  if (sums.length !== 1 || total === undefined || rows[sums[0] ?? -1]?.kind !== 'total' || total.every((value) => value === 0)) return false;
  const addends = rows.flatMap((row, index) => (row.kind === 'component' ? [values[index]] : []));
  return addends.every((own) => own !== undefined) && isSum(total, addends.map((own) => ({ values: own ?? [], level: 0 })));
}

/**
 * A table with its named subtotals ranked where one is the sum of others ("Tryghed i alt" over "Justitsministeriet i alt"); all else stays as it is named.
 * Shape: where figures prove one such rank, a subtotal of anything that stands right next to another without a row between them is of that rank, whatever its figures add up to.
 */
export function rankSubtotals(table: BudgetTable): BudgetTable {
  const ranked = recognizeSums(table).rows;
  const isNamed = (index: number): boolean => table.rows[index]?.kind === 'subtotal';
  if (!table.rows.some((_, index) => isNamed(index) && ranked[index]?.kind === 'subtotal' && (ranked[index]?.level ?? 0) > 1)) return table;
  const values = valuesOf(table);
  const isAbove = areSumsFirst(table.rows, values);
  const rows = table.rows.map((row, index): Row => {
    if (!isNamed(index)) return row;
    const isNextToSum = isNamed(isAbove ? index + 1 : index - 1) && values[index]?.some((value) => value !== 0) === true;
    return { ...row, level: Math.max(ranked[index]?.level ?? 1, isNextToSum ? 2 : 1) };
  });
  return { ...table, rows };
}

/** A sum above its rows: the index behind them, and what they come to in every column. */
interface LeadingSum {
  readonly index: number;
  readonly behind: number;
  readonly values: readonly number[];
}

/**
 * Sums above their rows in a table whose named totals stand below theirs, by their indexes ("1. Sundhed 127,4", its rows, "2. Tryghed 86,5", …, "I alt").
 * A sum may be printed in some of the columns alone ("Tema 1" with a figure under "I alt").
 * Shape: none, unless the sums of a stretch between headings and named totals lead all of its rows, one of them beyond coincidence.
 */
function leadingSums(table: BudgetTable, values: readonly (readonly number[] | undefined)[]): Map<number, LeadingSum> {
  const { rows } = table;
  const leading = new Map<number, LeadingSum>();
  const printed = rows.map((row) => row.cells.flatMap((cell, index) => (table.columns[index]?.kind === 'text' ? [] : [cell.kind !== 'blank'])));
  for (let start = 0; start < rows.length; start += 1) {
    if (!isPlainRow(rows[start], values[start])) continue;
    let end = start;
    while (end < rows.length && (isPlainRow(rows[end], values[end]) || rows[end]?.kind === 'of-which')) end += 1;
    for (const sum of leadingSumsOf({ rows, values, printed }, start, end)) leading.set(sum.index, sum);
    start = end;
  }
  return leading;
}

function isPlainRow(row: Row | undefined, own: readonly number[] | undefined): boolean {
  return row?.kind === 'component' && own !== undefined;
}

/** The rows of a table with their figures, and in which columns they print one. */
interface PrintedRows {
  readonly rows: readonly Row[];
  readonly values: readonly (readonly number[] | undefined)[];
  readonly printed: readonly (readonly boolean[])[];
}

function leadingSumsOf({ rows, values, printed }: PrintedRows, from: number, to: number): LeadingSum[] {
  const sums: LeadingSum[] = [];
  let isProven = false;
  let partial = 0;
  for (let index = from; index < to; ) {
    const own = values[index] ?? [];
    const isPrinted = (column: number): boolean => printed[index]?.[column] === true;
    const addends: Addend[] = [];
    let missing = own;
    let behind = index + 1;
    while (behind < to && (addends.length === 0 || missing.some((value, column) => value !== 0 && isPrinted(column)))) {
      const next = values[behind] ?? [];
      if (rows[behind]?.kind === 'component') {
        addends.push({ values: next, level: 0 });
        missing = missing.map((value, column) => value - (next[column] ?? 0));
      }
      behind += 1;
    }
    if (addends.length === 0 || missing.some((value, column) => value !== 0 && isPrinted(column))) return [];
    while (behind < to && (rows[behind]?.kind === 'of-which' || (values[behind] ?? []).every((value) => value === 0))) behind += 1;
    isProven ||= isSure(own, addends);
    if (isPartial(own, missing)) partial += addends.length;
    sums.push({ index, behind, values: own.map((value, column) => value - (missing[column] ?? 0)) });
    index = behind;
  }
  return isProven || (sums.length > 1 && partial >= SURE_ADDENDS) ? sums : [];
}

/** Whether a sum leaves columns blank in which its rows have figures: no row of its own does that. */
function isPartial(own: readonly number[], missing: readonly number[]): boolean {
  return own.some((value) => value !== 0) && missing.some((value) => value !== 0);
}

/** Figures of a row as whole numbers of the table's finest last digit; undefined when one cannot be read. */
export function valuesOf(table: BudgetTable): (readonly number[] | undefined)[] {
  const columns = table.columns.flatMap((column, index) => (column.kind === 'text' ? [] : [index]));
  const unit: Unit = table.unit ?? 'kr.';
  const amounts = table.rows.map((row) => columns.map((index) => (row.cells[index]?.kind === 'blank' ? undefined : cellAmount(row.cells[index], unit))));
  const finest = amounts.flat().reduce((least, amount) => (amount === null || amount === undefined ? least : Math.min(least, digitExponent(amount))), Infinity);
  return amounts.map((row) => {
    if (row.every((amount) => amount === undefined) || row.some((amount) => amount === null)) return undefined;
    return row.map((amount) => (amount === null || amount === undefined || amount.coefficient === 0 ? 0 : amount.coefficient * 10 ** (digitExponent(amount) - finest)));
  });
}

/** Whether the table prints its sums above their rows: its first sum by label, or by arithmetic, is its first row of figures. */
function areSumsFirst(rows: readonly Row[], values: readonly (readonly number[] | undefined)[]): boolean {
  const firstSum = rows.findIndex((row) => row.kind === 'total' || row.kind === 'subtotal');
  const firstRow = rows.findIndex((row) => row.kind === 'component');
  if (firstSum >= 0) return firstSum < firstRow;
  const own = values[firstRow];
  const rest = values.flatMap((row, index) => (index > firstRow && row !== undefined && rows[index]?.kind === 'component' ? [{ values: row, level: 0 }] : []));
  return own !== undefined && rest.length > 1 && isSum(own, rest) && isSure(own, rest);
}

/**
 * The named total at the end of a table whose other sums stand above their rows: it has no rows of its own.
 * Shape: -1 when there is none; it adds up the other named totals, or all rows, in most of its columns.
 */
function closingTotal(rows: readonly Row[], values: readonly (readonly number[] | undefined)[]): number {
  const last = values.reduce((found, row, index) => (row !== undefined && rows[index]?.kind !== 'heading' ? index : found), -1);
  const own = values[last];
  if (own === undefined || rows[last]?.kind !== 'subtotal') return -1;
  const sumsTo = (kind: Row['kind']): boolean => isMostlySum(own, values.flatMap((row, index) => (row !== undefined && index !== last && rows[index]?.kind === kind ? [row] : [])));
  return sumsTo('subtotal') || sumsTo('component') ? last : -1;
}

/** Whether a last row named as a net adds up all rows that are open, in most of its columns: a slip in one of them leaves it a total. */
function isNetOf(row: Row, own: readonly number[], open: readonly Addend[]): boolean {
  return NET_LABEL.test(row.label ?? '') && isMostlySum(own, open.map((addend) => addend.values));
}

function isMostlySum(own: readonly number[], addends: readonly (readonly number[])[]): boolean {
  const hits = own.filter((value, column) => addends.reduce((sum, addend) => sum + (addend[column] ?? 0), 0) === value);
  return addends.length > 1 && 2 * hits.length >= own.length;
}

function isSum(own: readonly number[], addends: readonly Addend[]): boolean {
  return own.every((value, column) => addends.reduce((sum, addend) => sum + (addend.values[column] ?? 0), 0) === value);
}

/** Whether rows that a row adds up do so beyond coincidence. */
function isSure(own: readonly number[], addends: readonly Addend[]): boolean {
  if (addends.length < 2) return false;
  const columns = own.filter((value, column) => value !== 0 && addends.filter((addend) => (addend.values[column] ?? 0) !== 0).length > 1).length;
  return columns >= SURE_COLUMNS || (columns > 0 && addends.length >= SURE_ADDENDS);
}

/** Whether a total has rows and a further total below it: then it closes a section of its table ("Udgifter i alt" above "Finansiering i alt"), and not the table. */
function sectionTotals(rows: readonly Row[], values: readonly (readonly number[] | undefined)[]): (index: number) => boolean {
  const closing = new Set<number>();
  let isSumBeyond = false;
  let isRowBetween = false;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    if (isSumBeyond && isRowBetween) closing.add(index);
    if (values[index] === undefined) continue;
    const kind = rows[index]?.kind;
    if (kind === 'total' || kind === 'subtotal') [isSumBeyond, isRowBetween] = [true, false];
    else if (kind === 'component') isRowBetween = true;
  }
  return (index) => closing.has(index);
}

/** Whether rows that may be added stand beyond a row, in the direction in which the table is summed. */
function addableBeyond(rows: readonly Row[], isFirst: boolean): (index: number) => boolean {
  const addable = rows.map(({ kind }) => kind === 'component' || kind === 'subtotal' || kind === 'total');
  const [first, last] = [addable.indexOf(true), addable.lastIndexOf(true)];
  return (index) => (isFirst ? first >= 0 && first < index : last > index);
}
