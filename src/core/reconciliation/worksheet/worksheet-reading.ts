import { GENERIC_TOTAL_SUBJECTS, LABEL_ENDS_AS_TOTAL, LABEL_STARTS_AS_TOTAL, OF_WHICH, SUBTOTAL_WORDS, TOTAL_WORDS } from '../../extraction/vocabulary';

/**
 * What a worksheet cell holds. Shape: an error is the text that Excel shows ("#REF!"); a date is "2026-12-31", or "2026" where only
 * the year is shown; a merged cell is any cell of a merge whose figure stands in several columns or rows.
 */
export type GridValue = number | string | boolean | null | { readonly error: string } | { readonly date: string } | { readonly merged: true };

/** A selected range as values, row by row, with what the values do not show. Shape: `hiddenRows` are 0-based rows of the range. */
export interface Grid {
  readonly values: readonly (readonly GridValue[])[];
  readonly hiddenRows?: readonly number[];
}

/** What a column of a selection was taken for, and why. */
export interface ColumnReading {
  readonly role: 'label' | 'year' | 'total' | 'amount' | 'other';
  readonly year: number | null;
  readonly header: string | null;
  readonly reason: 'header' | 'label' | 'arithmetic' | 'content' | 'user';
}

/** What a row of a selection was taken for, and why. Shape: `level` counts subtotals up from the innermost (1); totals stand above all. */
export interface RowReading {
  readonly role: 'header' | 'component' | 'subtotal' | 'total' | 'of-which' | 'heading' | 'blank';
  readonly reason: 'label' | 'arithmetic' | 'content' | 'user';
}

/** What a selection was taken for. The user may change any role before the table is checked. */
export interface WorksheetReading {
  readonly columns: readonly ColumnReading[];
  readonly rows: readonly RowReading[];
  /** Whether sums stand above the rows that they add. */
  readonly areTotalsFirst: boolean;
}

/** Roles that the user gave. Shape: keys are 0-based columns and rows of the selection. */
export interface AssignedRoles {
  readonly columns: Readonly<Record<number, ColumnReading['role']>>;
  readonly rows: Readonly<Record<number, RowReading['role']>>;
}

/** How many rows at the top are looked at for headings, and how many rows decide what a column holds. */
const MOST_HEADER_ROWS = 6;
const SAMPLE_ROWS = 400;

/** A column holds amounts, or labels, when at least this share of its filled cells does. */
const MAJORITY = 0.6;

/** A column is a total by arithmetic when at least this share of its rows adds up, over at least this many rows. */
const ADDING_SHARE = 0.8;
const ADDING_ROWS = 3;

/** Figures in a line of which the last can be the sum: two and their sum. */
const LINE_FIGURES = 3;

/**
 * What a selected range is: where its labels, years, totals and sum rows are, by label first and by arithmetic second;
 * of figures in one line without labels the last is the total.
 * Null when the range has no column of amounts with at least two filled cells.
 */
export function readWorksheet(grid: Grid): WorksheetReading | null {
  const width = Math.max(0, ...grid.values.slice(0, SAMPLE_ROWS).map((row) => row.length));
  const headerRows = countHeaderRows(grid);
  const body = grid.values.slice(headerRows);
  const columns = readColumns(grid, headerRows, width, body);
  if (!columns.some((column) => column.role !== 'label' && column.role !== 'other')) return null;
  const labelColumns = columns.flatMap((column, index) => (column.role === 'label' ? [index] : []));
  const amountColumns = columns.flatMap((column, index) => (column.role === 'year' || column.role === 'total' || column.role === 'amount' ? [index] : []));
  const rows = grid.values.map((row, index): RowReading => (index < headerRows ? { role: 'header', reason: 'content' } : readRow(row, labelColumns, amountColumns)));
  const named = rows.some((row) => row.role === 'total' || row.role === 'subtotal');
  const final = named ? rows : labelColumns.length === 0 && amountColumns.length === 1 ? takeLastRow(rows) : findTotalByArithmetic(grid, rows, amountColumns);
  return { columns: takeLastColumn(columns, amountColumns, final), rows: final, areTotalsFirst: isTotalFirst(final) };
}

/** A reading with the roles that the user gave. */
export function assignRoles(reading: WorksheetReading, roles: AssignedRoles): WorksheetReading {
  const columns = reading.columns.map((column, index) => {
    const role = roles.columns[index];
    return role === undefined || role === column.role ? column : { ...column, role, reason: 'user' as const };
  });
  const rows = reading.rows.map((row, index) => {
    const role = roles.rows[index];
    return role === undefined || role === row.role ? row : { role, reason: 'user' as const };
  });
  return { columns, rows, areTotalsFirst: isTotalFirst(rows) };
}

/** Figures in a line without a word: nothing but the last one can be their sum. */
function takeLastRow(rows: readonly RowReading[]): RowReading[] {
  const components = rows.flatMap((row, index) => (row.role === 'component' ? [index] : []));
  const last = components.length < LINE_FIGURES ? -1 : components.at(-1);
  return rows.map((row, index) => (index === last ? { role: 'total', reason: 'content' } : row));
}

/** The same of a single row, whose columns have no headings. */
function takeLastColumn(columns: readonly ColumnReading[], amountColumns: readonly number[], rows: readonly RowReading[]): ColumnReading[] {
  const isLine = rows.length === 1 && amountColumns.length >= LINE_FIGURES && columns.every(({ role }) => role === 'amount' || role === 'label');
  const last = isLine ? amountColumns.at(-1) : -1;
  return columns.map((column, index) => (index === last ? { ...column, role: 'total', reason: 'content' } : column));
}

/** Header rows: from the top, rows with text or years and no other number. */
function countHeaderRows(grid: Grid): number {
  let count = 0;
  for (const row of grid.values.slice(0, MOST_HEADER_ROWS)) {
    const filled = row.filter((value) => value !== null && value !== '');
    const isHeader = filled.length > 0 && filled.every((value) => typeof value === 'string' || isDate(value) || yearOf(value) !== null) && !filled.some((value) => typeof value === 'string' && isNumberText(value) && yearOf(value) === null);
    const isLabelOnly = filled.length === 1 && count > 0;
    if (!isHeader || isLabelOnly) break;
    count += 1;
  }
  return count;
}

function readColumns(grid: Grid, headerRows: number, width: number, body: readonly (readonly GridValue[])[]): ColumnReading[] {
  const sample = body.slice(0, SAMPLE_ROWS);
  const columns = Array.from({ length: width }, (_empty, index): ColumnReading => {
    const header = headerOf(grid, headerRows, index);
    const filled = sample.map((row) => row[index]).filter((value) => value !== null && value !== undefined && value !== '');
    const numbers = filled.filter((value) => typeof value === 'number' || isDashText(value) || isObstacle(value)).length;
    const texts = filled.filter((value) => typeof value === 'string' && !isDashText(value)).length;
    const year = header === null ? null : yearOf(header);
    if (filled.length === 0) return { role: 'other', year: null, header, reason: 'content' };
    if (texts >= MAJORITY * filled.length) return { role: 'label', year: null, header, reason: 'content' };
    if (numbers < MAJORITY * filled.length) return { role: 'other', year: null, header, reason: 'content' };
    if (year !== null) return { role: 'year', year, header, reason: 'header' };
    if (header !== null && isTotalText(header)) return { role: 'total', year: null, header, reason: 'label' };
    return { role: 'amount', year: null, header, reason: 'content' };
  });
  return findTotalColumn(columns, sample);
}

/** A column of amounts behind the years in which each row holds the sum of its years is their total. */
function findTotalColumn(columns: readonly ColumnReading[], sample: readonly (readonly GridValue[])[]): ColumnReading[] {
  if (columns.some((column) => column.role === 'total')) return [...columns];
  const years = columns.flatMap((column, index) => (column.role === 'year' ? [index] : []));
  const addends = years.length > 0 ? years : columns.flatMap((column, index) => (column.role === 'amount' ? [index] : [])).slice(0, -1);
  const candidates = columns.flatMap((column, index) => (column.role === 'amount' && !addends.includes(index) && addends.every((addend) => addend < index) ? [index] : []));
  const found = candidates.find((candidate) => addends.length > 1 && addsUp(sample, addends, candidate));
  return columns.map((column, index) => (index === found ? { ...column, role: 'total', reason: 'arithmetic' } : column));
}

function addsUp(sample: readonly (readonly GridValue[])[], addends: readonly number[], total: number): boolean {
  let telling = 0;
  let adding = 0;
  for (const row of sample) {
    const parts = addends.map((index) => row[index]);
    const sum = row[total];
    if (typeof sum !== 'number' || parts.filter((part) => typeof part === 'number' && part !== 0).length < 2) continue;
    telling += 1;
    const computed = parts.reduce<number>((rest, part) => rest + (typeof part === 'number' ? part : 0), 0);
    if (Math.abs(computed - sum) <= 1e-6 * Math.max(1, Math.abs(sum)) + addends.length * 0.06) adding += 1;
  }
  return telling >= ADDING_ROWS && adding >= ADDING_SHARE * telling;
}

function readRow(row: readonly GridValue[], labelColumns: readonly number[], amountColumns: readonly number[]): RowReading {
  const hasAmount = amountColumns.some((index) => isFigure(row[index]) || isDate(row[index]) || isText(row[index]));
  const label = labelColumns.map((index) => row[index]).find((value) => typeof value === 'string' && value.trim() !== '');
  if (!hasAmount) return { role: label === undefined ? 'blank' : 'heading', reason: 'content' };
  if (typeof label !== 'string') return { role: 'component', reason: 'content' };
  if (OF_WHICH.test(label)) return { role: 'of-which', reason: 'label' };
  return sumRole(label) ?? { role: 'component', reason: 'content' };
}

/** Whether words stand where a figure is meant; the row then belongs to the sum, which cannot be checked. */
function isText(value: GridValue | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** A label as its words are recognised: in small letters, without the colon or the stars behind it. */
export function bareLabel(text: string): string {
  return text.trim().toLowerCase().replace(/(?<![:*\s])[:*\s]+$/, '');
}

/** "I alt" and "Forslag i alt" total the table; "Sundhedsministeriet i alt" and "Delsum" total a group. */
function sumRole(label: string): RowReading | null {
  const text = bareLabel(label);
  if (TOTAL_WORDS.has(text)) return { role: 'total', reason: 'label' };
  if (SUBTOTAL_WORDS.has(text)) return { role: 'subtotal', reason: 'label' };
  const subject = LABEL_ENDS_AS_TOTAL.exec(text)?.[1] ?? LABEL_STARTS_AS_TOTAL.exec(text)?.[1];
  if (subject === undefined) return null;
  return { role: GENERIC_TOTAL_SUBJECTS.has(subject.trim()) ? 'total' : 'subtotal', reason: 'label' };
}

/** Without a row that calls itself a total, the last or the first row is one when it holds the sum of all others in every column. */
function findTotalByArithmetic(grid: Grid, rows: readonly RowReading[], amountColumns: readonly number[]): RowReading[] {
  const components = rows.flatMap((row, index) => (row.role === 'component' ? [index] : []));
  if (components.length < ADDING_ROWS) return [...rows];
  const candidates = [components[components.length - 1], components[0]].flatMap((index) => (index === undefined ? [] : [index]));
  const found = candidates.find((candidate) => amountColumns.every((column) => isSumOfOthers(grid, components, candidate, column)) && amountColumns.length > 0);
  return rows.map((row, index) => (index === found ? { role: 'total', reason: 'arithmetic' } : row));
}

function isSumOfOthers(grid: Grid, components: readonly number[], candidate: number, column: number): boolean {
  const total = grid.values[candidate]?.[column];
  if (typeof total !== 'number') return total === null || total === undefined;
  let sum = 0;
  for (const row of components) {
    const value = grid.values[row]?.[column];
    if (row !== candidate && typeof value === 'number') sum += value;
  }
  return Math.abs(sum - total) <= 1e-6 * Math.max(1, Math.abs(total));
}

function isTotalFirst(rows: readonly RowReading[]): boolean {
  const sum = rows.findIndex((row) => row.role === 'total' || row.role === 'subtotal');
  const component = rows.findIndex((row) => row.role === 'component');
  return sum >= 0 && sum < component;
}

function headerOf(grid: Grid, headerRows: number, column: number): string | null {
  for (let row = headerRows - 1; row >= 0; row -= 1) {
    const value = grid.values[row]?.[column];
    if (typeof value === 'number') return String(value);
    if (isDate(value)) return value.date;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}

function isTotalText(header: string): boolean {
  const text = bareLabel(header);
  return TOTAL_WORDS.has(text) || TOTAL_WORDS.has(text.replace(/(?<!\s)\s*\([^]*$/, '')) || LABEL_STARTS_AS_TOTAL.test(text);
}

/** The fiscal year that a header names: 2026, "2026", "B 2026", "2026 (pl)"; null for other numbers. */
function yearOf(value: GridValue): number | null {
  const text = typeof value === 'number' ? String(value) : isDate(value) ? value.date : value;
  if (typeof text !== 'string') return null;
  const found = /^(?:\p{L}{1,9}\.?(?:\s*\d)?\s+)?((?:19|20)\d\d)(?:\s*[^\d\s-].*)?$/u.exec(text.trim());
  return found === null ? null : Number(found[1]);
}

/** Whether a cell takes part in sums: a number, a dash, or an error or merge that keeps a sum from being checked. */
export function isFigure(value: GridValue | undefined): boolean {
  return typeof value === 'number' || isDashText(value) || isObstacle(value) || (typeof value === 'string' && isNumberText(value));
}

/** A dash as text says that nothing is granted. */
export function isDashText(value: GridValue | undefined): boolean {
  return typeof value === 'string' && /^\s*[-–—−]\s*$/.test(value);
}

/** A number that is stored as text: Excel leaves it out of sums. */
export function isNumberText(value: string): boolean {
  return /^\s*[-–−(]?\d[\d.,\s\u00A0]*(?:[)%]\s*)?$/.test(value);
}

/** Whether a cell shows an error value. */
export function isError(value: GridValue | undefined): value is { readonly error: string } {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** Whether a cell shows a date. */
export function isDate(value: GridValue | undefined): value is { readonly date: string } {
  return typeof value === 'object' && value !== null && 'date' in value;
}

/** Whether a cell stands where a figure is meant and none can be read: an error or a merged figure. */
function isObstacle(value: GridValue | undefined): boolean {
  return typeof value === 'object' && value !== null && !('date' in value);
}
