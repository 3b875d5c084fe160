import { type Agreement } from '../../../budget/agreement';
import { type Column } from '../../../budget/table';
import { isSumRow } from '../../../budget/table-structure';
import { compareSum, type Comparison } from '../../arithmetic';
import { checkSum } from '../../checking/check-building';
import { allRows, isAmountColumn, participant, type PrintedRow } from '../../checking/printed-rows';
import { type Check, type Rule, type RuleContext } from '../../rule';

const ID = 'column-arithmetic';

/** How many rows must bear out how a column is worked out of others before a row is held against it. */
const PROOF = 3;
/** One row may differ, and one more for so many that agree: with more of them it is not known how the column is worked out. */
const AGREEING_PER_SLIP = 20;

/** A column that is named as the difference or the sum of others ("Bevilling | Forbrug | Afvigelse"), row by row, as the other rows of the table work it out. */
export const columnArithmetic: Rule = {
  id: ID,
  reference: 'Recalculation as audit practice (ISA 500); XBRL Calculations 1.1, round-to-nearest',
  title: { da: 'Beregning på tværs af kolonner', en: 'Calculation across columns' },
  check: (context) => tablesOf(context.agreement).flatMap((rows) => checkTable(rows, context)),
};

/** One way to work out a column: the columns that go into it, each added or taken off. */
interface Working {
  readonly result: number;
  readonly operands: readonly number[];
  readonly weights: readonly number[];
}

/** The printed rows by their columns. */
function tablesOf(agreement: Agreement): PrintedRow[][] {
  const tables = new Map<string, PrintedRow[]>();
  const keys = new Map<readonly Column[], string>();
  for (const row of allRows(agreement)) {
    const key = keys.get(row.columns) ?? JSON.stringify(row.columns);
    keys.set(row.columns, key);
    const rows = tables.get(key);
    if (rows === undefined) tables.set(key, [row]);
    else rows.push(row);
  }
  return [...tables.values()];
}

function checkTable(rows: readonly PrintedRow[], context: RuleContext): Check[] {
  const columns = rows[0]?.columns ?? [];
  return columns.flatMap((column, index): Check[] => {
    const proven = provenWorking(rows, workingsOf(columns, column, index, context));
    return proven === null ? [] : rows.flatMap((row) => checkRow(row, column, proven, context));
  });
}

/** The ways in which a column can be worked out, by its name: a difference of the two columns in front of it either way, or what both come to; a total of all others. */
function workingsOf(columns: readonly Column[], column: Column, result: number, context: RuleContext): Working[] {
  const amounts = columns.flatMap((other, index) => (isAmountColumn(other) ? [index] : []));
  const isDifference = (index: number): boolean => columns[index]?.kind === 'amount' && context.isDifference(columns[index].header);
  if (isDifference(result)) {
    const place = amounts.indexOf(result);
    const before = place < 2 ? amounts.filter((index) => index !== result) : amounts.slice(place - 2, place);
    const [first, second, ...more] = before;
    if (first === undefined || second === undefined || more.length > 0 || before.some(isDifference)) return [];
    return [[1, -1], [-1, 1], [1, 1]].map((weights) => ({ result, operands: [first, second], weights }));
  }
  const isOfYears = columns.some((other) => other.kind === 'year' || (other.kind === 'amount' && other.years !== undefined));
  const operands = amounts.filter((index) => index !== result);
  if (column.kind !== 'total' || isOfYears || operands.length < 2 || operands.some(isDifference)) return [];
  return [{ result, operands, weights: operands.map(() => 1) }];
}

/** A way to work out a column, and how many rows it meets only by rounding. */
interface ProvenWorking extends Working {
  readonly inexact: number;
}

/** The one way that the rows bear out; null when there is none, or too many rows contradict it. */
function provenWorking(rows: readonly PrintedRow[], workings: readonly Working[]): ProvenWorking | null {
  for (const working of workings) {
    let [telling, differing, inexact] = [0, 0, 0];
    for (const row of rows) {
      const comparison = compareRow(row, working);
      if (comparison === null) continue;
      if (comparison.outcome === 'differs') differing += isTotal(row) ? 0 : 1;
      else if (isTelling(row, working, workings)) telling += 1;
      if (comparison.outcome === 'agrees-within-rounding') inexact += 1;
    }
    if (telling >= PROOF && differing <= 1 + Math.floor(telling / AGREEING_PER_SLIP)) return { ...working, inexact };
  }
  return null;
}

/** Whether a row totals others: a slip of theirs goes into it, so that it is no second one. */
function isTotal(row: PrintedRow): boolean {
  return row.place.total !== null || (row.place.table !== null && isSumRow(row.row));
}

/** Whether a row that agrees tells this way from every other and from a copy of one figure. */
function isTelling(row: PrintedRow, working: Working, workings: readonly Working[]): boolean {
  const isOnly = workings.every((other) => other === working || compareRow(row, other)?.outcome === 'differs');
  return isOnly && working.operands.filter((index) => (participant(row, index).figure?.amount.coefficient ?? 0) !== 0).length > 1;
}

function compareRow(row: PrintedRow, { result, operands, weights }: Working): Comparison | null {
  const total = participant(row, result).figure;
  const figures = operands.flatMap((index) => participant(row, index).figure ?? []);
  return total === null || figures.length < operands.length ? null : compareSum(figures, total, weights);
}

/** The check of one row that prints the column's figure; a difference is sure only where every other row is exact. */
function checkRow(row: PrintedRow, column: Column, working: ProvenWorking, context: RuleContext): Check[] {
  const total = participant(row, working.result);
  if (total.figure === null) return [];
  const own = compareRow(row, working);
  const isExact = working.inexact - (own?.outcome === 'agrees-within-rounding' ? 1 : 0) === 0;
  const check = checkSum({
    subject: { rule: ID, place: total.place, initiative: row.initiative, label: row.label },
    addends: working.operands.map((index) => participant(row, index)),
    weights: working.weights,
    total,
    saying: { da: 'der står', en: 'it says' },
    isExactDocument: context.isExactDocument && isExact,
  });
  const named = { ...check, message: { da: `${column.header}: ${check.message.da}`, en: `${column.header}: ${check.message.en}` } };
  return [check.severity === 'error' && !isExact ? { ...named, severity: 'warning' } : named];
}
