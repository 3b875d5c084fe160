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
  const leading = isFirst ? new Map<number, number>() : leadingSums(table.rows, values);
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
      open.push({ values: own, level: 1 });
      behindLed = led;
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

/**
 * Sums above their rows in a table whose named totals stand below theirs, each with the index behind its rows ("1. Sundhed 127,4", its rows, "2. Tryghed 86,5", …, "I alt").
 * Shape: none, unless the sums of a stretch between headings and named totals lead all of its rows, one of them beyond coincidence.
 */
function leadingSums(rows: readonly Row[], values: readonly (readonly number[] | undefined)[]): Map<number, number> {
  const leading = new Map<number, number>();
  for (let start = 0; start < rows.length; start += 1) {
    if (!isPlainRow(rows[start], values[start])) continue;
    let end = start;
    while (end < rows.length && (isPlainRow(rows[end], values[end]) || rows[end]?.kind === 'of-which')) end += 1;
    const stretch = leadingSumsOf(rows, values, start, end);
    for (const [index, behind] of stretch) leading.set(index, behind);
    start = end;
  }
  return leading;
}

function isPlainRow(row: Row | undefined, own: readonly number[] | undefined): boolean {
  return row?.kind === 'component' && own !== undefined;
}

function leadingSumsOf(rows: readonly Row[], values: readonly (readonly number[] | undefined)[], from: number, to: number): [number, number][] {
  const sums: [number, number][] = [];
  let isProven = false;
  for (let index = from; index < to; ) {
    const own = values[index] ?? [];
    const addends: Addend[] = [];
    let missing = own;
    let behind = index + 1;
    while (behind < to && (addends.length === 0 || missing.some((value) => value !== 0))) {
      const next = values[behind] ?? [];
      if (rows[behind]?.kind === 'component') {
        addends.push({ values: next, level: 0 });
        missing = missing.map((value, column) => value - (next[column] ?? 0));
      }
      behind += 1;
    }
    if (addends.length === 0 || missing.some((value) => value !== 0)) return [];
    while (behind < to && (rows[behind]?.kind === 'of-which' || (values[behind] ?? []).every((value) => value === 0))) behind += 1;
    isProven ||= isSure(own, addends);
    sums.push([index, behind]);
    index = behind;
  }
  return isProven ? sums : [];
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
