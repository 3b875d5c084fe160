import { type Agreement } from '../../budget/agreement';
import { type Addend, type ImportedContent } from '../../reconciliation/worksheet/edited-after-import';
import { type FormulaPlace, type TablePlace } from '../../reconciliation/worksheet/formula-reading';
import { isError } from '../../reconciliation/worksheet/worksheet-reading';
import { placedChecks, type PlacedCheck } from './edit-checks';
import { NO_ROW, parseRowId, rowOf, type RowReference } from '../../budget/row-reference';
import { CHECK_ROW, columnOfKey, PRINTED_ROW, YEAR_TOTAL_ROW } from '../written/figure-place';
import { cellIn, forEachCell, formulaIn, isFigureColumn, placeIn, type SheetTable, type WrittenTable } from '../written/sheet-table';
import { wholeColumn } from '../layout/table-formulas';

type ImportedFormula = Extract<ImportedContent, { readonly kind: 'formula' }>;

/** What a cell of formulas was written as: its formula where that is known, and the cells that it adds where it is a plain sum. */
type WrittenFormula = Pick<ImportedFormula, 'formula' | 'adds'>;

/** The headings that were changed in an import's tables, by table in capitals. */
export type RenamedHeadings = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The changed headings of tables. */
export function renamedHeadings(tables: readonly SheetTable[]): RenamedHeadings {
  return new Map(tables.map((table) => [table.name.toUpperCase(), table.renamed]));
}

const FORMULA_KEYS: ReadonlySet<string> = new Set(['total', 'status', 'difference', 'margin', 'check', 'component-sum', 'component-difference', 'component-margin', 'component-check', 'sum-difference', 'sum-margin', 'sum-check']);

/** Whether a column's cells are formulas, and should stay so; a column of status is one only where it was written as one. */
export function isFormulaColumn(key: string): boolean {
  return FORMULA_KEYS.has(key) || key.startsWith('sum:');
}

/** The findings on a table's formulas: overwritten, changed, short of rows or columns, showing an error. */
export function formulaChecks(stored: Agreement, written: WrittenTable, table: SheetTable, all: readonly SheetTable[]): PlacedCheck[] {
  const columns = new Map(written.columns.map((column) => [column.key, column]));
  const renamed = renamedHeadings(all);
  const tables = tablePlaces(table, all);
  const unchanged = new Set<string>();
  const checks: PlacedCheck[] = [];
  const areYearsTogether = standTogether(table, written);
  forEachCell(table, (rowId, key, row, column) => {
    const reference = parseRowId(rowId);
    if (reference === null || !isFormulaColumn(key)) return;
    const text = formulaIn(table, row, column);
    const isSpan = key === 'total' && !areYearsTogether;
    const formula = isSpan ? null : (columns.get(key)?.formula ?? columns.get(key)?.formulas?.[rowId] ?? null);
    if (key === 'status' && formula === null) return;
    const known = `${key} ${formula ?? ''} ${text ?? ''}`;
    const value = cellIn(table, row, column);
    if (text !== null && !isError(value) && (text === formula || unchanged.has(known))) return;
    const adds = key === 'total' ? yearsOf(table, row) : null;
    const place: FormulaPlace = { row: table.row + row, table: table.name, tables };
    const found = placedChecks(stored, placeIn(table, rowId, key), reference, columnOfKey(key), { kind: 'formula', formula, adds, place, renamed }, { value, formula: text });
    if (found.length === 0 && adds === null) unchanged.add(known);
    checks.push(...found);
  });
  return checks;
}

/** Whether a table's years stand as they were written: from the first to the last without another column, as a sum from one to the other takes them. */
function standTogether({ keys }: SheetTable, { columns }: WrittenTable): boolean {
  const years = columns.flatMap(({ key }) => (key.startsWith('year:') && keys.includes(key) ? [keys.indexOf(key)] : []));
  return years.every((column, index) => index === 0 || column === (years[index - 1] ?? 0) + 1);
}

/** The findings on the named sums of the years above the overview. */
export function yearTotalChecks(stored: Agreement, total: SheetTable, overview: SheetTable, written: WrittenTable, all: readonly SheetTable[]): PlacedCheck[] {
  const key = total.keys[0] ?? '';
  const header = written.columns.find((column) => column.key === key)?.header ?? '';
  const place: FormulaPlace = { row: total.row, table: null, tables: tablePlaces(total, all) };
  const content: ImportedContent = { kind: 'formula', formula: `=SUM(${wholeColumn(overview.name, header)})`, adds: columnAddends(stored, overview, key), place, renamed: renamedHeadings(all) };
  const actual = { value: cellIn(total, 0, 0), formula: formulaIn(total, 0, 0) };
  return placedChecks(stored, placeIn(total, YEAR_TOTAL_ROW, key), NO_ROW, columnOfKey(key), content, actual).map(({ check, place: at }) => ({ check: { ...check, label: total.name }, place: at }));
}

/** The findings on the formulas of a single initiative's table. */
export function insertionFormulaChecks(stored: Agreement, table: SheetTable, initiative: number, all: readonly SheetTable[]): PlacedCheck[] {
  const sums = sumsComponents(stored, initiative);
  const tables = tablePlaces(table, all);
  const checks: PlacedCheck[] = [];
  forEachCell(table, (rowId, key, row, column) => {
    const formula = writtenFormula(stored, table, sums, rowId, key, row);
    if (formula === null) return;
    const content: ImportedContent = { kind: 'formula', ...formula, place: { row: table.row + row, table: table.name, tables } };
    const actual = { value: cellIn(table, row, column), formula: formulaIn(table, row, column) };
    const reference = parseRowId(rowId) ?? { initiative, component: null, total: null };
    checks.push(...placedChecks(stored, placeIn(table, rowId, key), reference, columnOfKey(key), content, actual));
  });
  return checks;
}

function writtenFormula(stored: Agreement, table: SheetTable, sums: boolean, rowId: string, key: string, row: number): WrittenFormula | null {
  const plain: WrittenFormula = { formula: null, adds: null };
  if (rowId === PRINTED_ROW) return null;
  if (rowId === CHECK_ROW) return isFigureColumn(key) && key !== 'printed-total' ? plain : null;
  const reference = parseRowId(rowId);
  if (reference === null) return null;
  if (key === 'check') return plain;
  if (key === 'total') return { formula: null, adds: yearsOf(table, row) };
  const isSum = sums && reference.component === null && isFigureColumn(key) && key !== 'printed-total';
  return isSum ? { formula: null, adds: columnAddends(stored, table, key) } : null;
}

/** Whether the total row of a single initiative's table adds its components, with the printed figures below. */
export function sumsComponents(stored: Agreement, initiative: number): boolean {
  const found = stored.initiatives[initiative];
  return found !== undefined && found.total !== null && found.components.some(({ kind }) => kind === 'component');
}

/** The year cells of a row, which its total adds. */
function yearsOf(table: SheetTable, row: number): Addend[] {
  return table.keys.flatMap((key, column): Addend[] => {
    if (key?.startsWith('year:') !== true) return [];
    return [{ row: table.row + row, column: table.column + column, name: key.slice('year:'.length), value: numberIn(table, row, column) }];
  });
}

/** The cells of a column that a sum over the table's own rows adds: of a single initiative's table its components, of the overview every row. */
export function columnAddends(stored: Agreement, table: SheetTable, key: string): Addend[] {
  const column = table.keys.indexOf(key);
  if (column < 0) return [];
  return table.rowIds.flatMap((rowId, row): Addend[] => {
    const reference = parseRowId(rowId);
    if (reference === null || (table.role === 'initiative' && !isComponent(stored, reference))) return [];
    return [{ row: table.row + row, column: table.column + column, name: nameOf(stored, reference), value: numberIn(table, row, column) }];
  });
}

function isComponent(stored: Agreement, reference: RowReference): boolean {
  return reference.component !== null && rowOf(stored, reference)?.row.kind === 'component';
}

/** What a reader calls a row: an initiative's title, a component's label. */
export function nameOf(stored: Agreement, reference: RowReference): string {
  const title = reference.initiative === null ? null : (stored.initiatives[reference.initiative]?.title ?? null);
  const label = rowOf(stored, reference)?.row.label ?? null;
  return (reference.component === null && reference.total === null ? (title ?? label) : (label ?? title)) ?? '–';
}

function numberIn(table: SheetTable, row: number, column: number): number | null {
  const value = cellIn(table, row, column);
  return typeof value === 'number' ? value : null;
}

/** The tables on the same sheet, because areas of others cannot be compared with its cells. */
export function tablePlaces(table: SheetTable, all: readonly SheetTable[]): TablePlace[] {
  return all
    .filter((other) => other.sheetName === table.sheetName && other.role !== 'year-total')
    .map(({ name, headers, row, column, rowIds }) => ({ name, headers, row, column, rows: rowIds.length }));
}
