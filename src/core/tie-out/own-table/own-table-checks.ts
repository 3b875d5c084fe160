import { convertAmount, type Amount } from '../../money/amount';
import { type Cause } from '../../reconciliation/causes/cause';
import { causeMessage } from '../../reconciliation/causes/cause-texts';
import { observe, placeAt, type Subject } from '../../reconciliation/checking/check-building';
import { slipBetween } from '../../reconciliation/checking/suggestion';
import { ownTableTieOut } from '../../reconciliation/worksheet/own-table-tie-out';
import { type Check, type CheckedColumn, type Severity } from '../../reconciliation/rule';
import { checkWorksheet, spellGridCheck, worksheetFooting, type GridCheck } from '../../reconciliation/worksheet/worksheet-footing';
import { type Grid, type WorksheetReading } from '../../reconciliation/worksheet/worksheet-reading';
import { explainDifferences } from '../explain-differences';
import { amountOfNumber } from '../sheet-amount';
import { type RowMatch, type TieOut, type TieOutCell, type TieOutGap } from '../tie-out';
import { cellMessage, gapMessage, onlyMessage, sharedMessage, sumOnlyMessage, vanishedMessage } from './own-table-texts';

/** A remembered table of the user's that was compared. Shape: `rowIds` and `columnKeys` name the cells of the grid, wherever they stand. */
export interface OwnTable {
  readonly id: string;
  readonly grid: Grid;
  readonly reading: WorksheetReading;
  readonly result: TieOut;
  readonly rowIds: readonly string[];
  readonly columnKeys: readonly string[];
  /** Labels of rows that were compared before and are gone. */
  readonly vanished: readonly string[];
}

/** A check of the user's table with the cell that it is about, null for none; `isFlagged` when the cell is to bear it. Shape: `row` and `column` 0-based in the grid. */
export interface OwnCheck {
  readonly check: Check;
  readonly cell: { readonly row: number; readonly column: number } | null;
  readonly isFlagged: boolean;
}

/** Everything that is found in one table of the user's. Shape: the causes' checks are indexes into `checks`. */
export interface OwnTableChecks {
  readonly checks: readonly OwnCheck[];
  readonly causes: readonly Cause[];
}

/** What the user has to mend in a cell before it can be compared; other gaps are told of once for each column. */
const OF_ONE_CELL: ReadonlySet<TieOutGap> = new Set(['number-as-text', 'error-value', 'not-a-number', 'merged-cells']);

/** Gaps that may hide an error; the others say that there is nothing to compare with. */
const DESERVE_A_LOOK: ReadonlySet<TieOutGap> = new Set([...OF_ONE_CELL, 'blank', 'too-large']);

/** The checks of a table of the user's: every compared cell, every sum, and what was not compared and why; with what explains the differences. */
export function ownTableChecks(own: OwnTable): OwnTableChecks {
  const { grid, reading, result } = own;
  const table: IndexedTable = { ...own, matches: new Map(result.rows.map((match) => [match.row, match])) };
  const compared = result.cells.filter(({ gap }) => gap === null);
  const sums = checkWorksheet(grid, reading);
  const explained = explainDifferences(reading, compared, sums);
  const leading = new Set(explained.map(({ cell }) => cell));
  const explainedSums = new Set(explained.flatMap((one) => one.sums));
  const hidden = new Set(grid.hiddenRows ?? []);
  const checks: OwnCheck[] = [
    ...compared.map((cell, index): OwnCheck => ({ check: checkOfCell(table, cell, hidden.has(cell.row)), cell, isFlagged: leading.has(index) })),
    ...sums.map((sum, index): OwnCheck => ({ check: checkOfSum(table, sum), cell: sum, isFlagged: sum.outcome === 'differs' && !explainedSums.has(index) })),
    ...gapChecks(table),
    ...doubtChecks(table),
  ];
  const causes = explained.map(({ cell, cells, sums: below }) => causeOf(checks, cell, [...cells, ...below.map((sum) => compared.length + sum)], compared));
  const alone = sums.flatMap((sum, index) => (sum.outcome === 'differs' && !explainedSums.has(index) ? [otherCause(checks, compared.length + index)] : []));
  return { checks, causes: [...causes, ...alone] };
}

/** A table with its rows' matches by row. */
interface IndexedTable extends OwnTable {
  readonly matches: ReadonlyMap<number, RowMatch>;
}

function checkOfCell(table: IndexedTable, cell: TieOutCell, isHidden: boolean): Check {
  const { entry, target, here, there, residual, bound, outcome, converted } = cell;
  const [row, second] = entry.rows;
  const position = row === undefined || second !== undefined ? null : row.row.position;
  const subject: Subject = { rule: ownTableTieOut.id, place: placeAt({ column: target, position, sheetCell: cellName(table, cell) }), initiative: entry.initiative?.title ?? entry.title, label: labelOf(table, cell.row) };
  const computed = here === null || there === null ? null : convertAmount(converted?.amount ?? there, here.unit);
  return observe(subject, outcome, outcome === 'differs' ? 'error' : 'info', cellMessage(cell, isHidden), { printed: here, computed, residual, bound });
}

function checkOfSum(table: IndexedTable, sum: GridCheck): Check {
  const { unit } = table.result.unit;
  const amount = (value: number | null): Amount | null => (value === null ? null : amountOfNumber(value, unit));
  const figures = { printed: amount(sum.printed), computed: amount(sum.computed), residual: amount(sum.residual), bound: amount(sum.bound) };
  return { ...observe({ ...subjectAt(table, sum, `${cellName(table, sum)}!${sum.direction}`), rule: worksheetFooting.id }, sum.outcome, sum.severity, spellGridCheck(sum), figures), isUnusual: sum.isUnusual };
}

/** What was not compared: a cell that has to be mended alone, other cells of one column and reason together. */
function gapChecks(table: IndexedTable): OwnCheck[] {
  const gaps = table.result.cells.flatMap((cell) => (cell.gap === null ? [] : [{ cell, gap: cell.gap }]));
  const nameOf = ({ cell, gap }: (typeof gaps)[number]): string => `${gap}!${OF_ONE_CELL.has(gap) ? cellName(table, cell) : (table.columnKeys[cell.column] ?? '')}`;
  return grouped(gaps, nameOf).flatMap(([name, cells]): OwnCheck[] => {
    const [first] = cells;
    if (first === undefined) return [];
    const { cell, gap } = first;
    const labels = cells.map((one) => labelOf(table, one.cell.row));
    const check = observe(subjectAt(table, cell, `${table.id}!${name}`), 'not-checkable', DESERVE_A_LOOK.has(gap) ? 'warning' : 'info', gapMessage(gap, labels), { seen: labels });
    return [{ check, cell, isFlagged: OF_ONE_CELL.has(gap) }];
  });
}

/** What is doubtful or stands on one side only. */
function doubtChecks(table: IndexedTable): OwnCheck[] {
  const { result, vanished } = table;
  const [column] = result.columns;
  const told = (name: string, message: (names: readonly string[]) => Check['message'], names: readonly string[], severity: Severity, row?: number): OwnCheck => {
    const cell = row === undefined || column === undefined ? null : { row, column: column.column };
    const place = placeAt({ sheetCell: `${table.id}!${name}` });
    return { check: observe({ rule: ownTableTieOut.id, place, initiative: null, label: null }, 'not-checkable', severity, message(names), { seen: names }), cell, isFlagged: false };
  };
  const shared = grouped(result.rows.filter(({ isShared }) => isShared), ({ entry }) => entry?.title ?? '');
  const columns = grouped(result.columns.filter(({ isShared }) => isShared), ({ target }) => String(target));
  const partial = result.rows.filter(({ isSumOnly }) => isSumOnly === true);
  const { onlyHere, onlyThere } = result;
  return [
    ...(vanished.length === 0 ? [] : [told('vanished', vanishedMessage, vanished, 'warning')]),
    ...shared.map(([title, rows]) => told(`shared:${title}`, (names) => sharedMessage('rows', names, title), rows.map(({ row, label }) => `${label} (${row + 1})`), 'warning', rows[0]?.row)),
    ...columns.map(([target, ones]) => told(`shared:${target}`, (names) => sharedMessage('columns', names, target), ones.map((one) => table.reading.columns[one.column]?.header ?? ''), 'warning')),
    ...(partial.length === 0 ? [] : [told('sum-only', sumOnlyMessage, partial.map(({ label }) => label), 'info', partial[0]?.row)]),
    ...(onlyHere.length === 0 ? [] : [told('only-here', (names) => onlyMessage('here', names), onlyHere.map(({ label }) => label), 'info', onlyHere[0]?.row)]),
    ...(onlyThere.length === 0 ? [] : [told('only-there', (names) => onlyMessage('there', names), onlyThere.map(({ title }) => title), 'info')]),
  ];
}

function subjectAt(table: IndexedTable, { row, column }: { readonly row: number; readonly column: number }, sheetCell: string): Subject {
  const match = table.matches.get(row);
  return { rule: ownTableTieOut.id, place: placeAt({ column: columnOf(table, column), sheetCell }), initiative: match?.entry?.title ?? null, label: labelOf(table, row) };
}

/** What a check calls a column of the grid: its year, the total, or its heading. */
function columnOf({ result, reading }: IndexedTable, column: number): CheckedColumn {
  const matched = result.columns.find((one) => one.column === column);
  const header = reading.columns[column]?.header ?? null;
  return matched?.target ?? (header === null ? null : `amount:${header}`);
}

/** Names a cell for as long as it is about the same row and column. */
function cellName({ id, rowIds, columnKeys }: IndexedTable, { row, column }: { readonly row: number; readonly column: number }): string {
  return `${id}!${rowIds[row] ?? ''}!${columnKeys[column] ?? ''}`;
}

function labelOf({ matches, grid, reading }: IndexedTable, row: number): string {
  const known = matches.get(row)?.label;
  if (known !== undefined && known !== '') return known;
  const text = reading.columns.map(({ role }, column) => (role === 'label' ? grid.values[row]?.[column] : null)).find((value) => typeof value === 'string' && value !== '');
  return typeof text === 'string' ? text : '';
}

function causeOf(checks: readonly OwnCheck[], cell: number, below: readonly number[], compared: readonly TieOutCell[]): Cause {
  const check = checks[cell]?.check;
  const { here, there, converted } = compared[cell] ?? {};
  if (check === undefined || here === undefined || there === undefined || here === null || there === null) throw new Error('A cause is about a compared cell');
  const corrected = convertAmount(converted?.amount ?? there, here.unit);
  const corrections = [{ place: check.place, initiative: check.initiative, label: check.label, printed: here, corrected, slip: slipBetween(...inOneDigit(corrected, here)) }];
  const all = [cell, ...below];
  return { kind: all.length === 1 ? 'other' : 'figure', severity: 'error', corrections, alternatives: [], checks: all, isCertain: true, message: causeMessage({ slip: null, corrections, missing: [], alternatives: [], isComplete: true }, all.length) };
}

/** Two amounts of one unit as whole numbers of the finer one's last digit. */
function inOneDigit(a: Amount, b: Amount): [number, number] {
  const decimals = Math.max(a.decimals, b.decimals);
  return [a.coefficient * 10 ** (decimals - a.decimals), b.coefficient * 10 ** (decimals - b.decimals)];
}

function otherCause(checks: readonly OwnCheck[], index: number): Cause {
  const check = checks[index]?.check;
  if (check === undefined) throw new Error('A cause is about a check');
  return { kind: 'other', severity: check.severity, corrections: [], alternatives: [], checks: [index], isCertain: true, message: check.message };
}

function grouped<T>(items: readonly T[], nameOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return [...groups];
}
