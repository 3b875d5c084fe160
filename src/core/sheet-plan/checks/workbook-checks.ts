import { type Agreement } from '../../budget/agreement';
import { type Row } from '../../budget/table';
import { type Addend, sumOf } from '../../reconciliation/worksheet/edited-after-import';
import { isSummed, summedCells } from '../../reconciliation/worksheet/formula-reading';
import { columnGone, hiddenInSum, nameGone, type NamedTable, rowAdded, rowCopied, rowGone, tableAsImported, tableGone } from '../../reconciliation/worksheet/imported-table';
import { type Check, type CheckedPlace } from '../../reconciliation/rule';
import { currentAgreement, currentCell, type CurrentFigures, type FigureEdit } from '../written/current-agreement';
import { editChecks, rowSubject, type PlacedCheck } from './edit-checks';
import { componentRowId, initiativeRowId, mentionRowId, NO_ROW, parseRowId, poolRowId, rowOf, totalRowId, type RowReference } from '../../budget/row-reference';
import { columnKey, PRINTED_ROW, placeOfCheck, YEAR_TOTAL_ROW, type SheetRole } from '../written/figure-place';
import { columnAddends, formulaChecks, insertionFormulaChecks, nameOf, sumsComponents, tablePlaces, yearTotalChecks } from './formula-checks';
import { sheetText } from '../sheet-texts';
import { cellIn, currentCellIn, figuresOf, formulaIn, isFigureColumn, placeIn, type SheetTable, type WrittenTable } from '../written/sheet-table';

/** What became of an import in its workbook. */
export interface WorkbookFindings {
  /** The agreement as its figures stand now; figures of tables and columns that are gone are those of the document. */
  readonly current: Agreement;
  readonly placed: readonly PlacedCheck[];
  /** Whether a check of the agreement is about cells that are in the workbook; without them it says nothing of the workbook. */
  readonly isAtHand: (check: Check) => boolean;
}

/**
 * Everything that the workbook itself tells of an import, cell by cell against what was stored: edited figures, formulas, rows, columns and tables
 * that are gone, added, copied or hidden. Shape: `tables` are those that were found; one that is missing is told as such, never as agreeing;
 * `names` are the names of the years' sums that the import wrote.
 */
export function workbookChecks(stored: Agreement, written: readonly WrittenTable[], names: readonly string[], tables: readonly SheetTable[]): WorkbookFindings {
  const imported = written.filter(({ role }) => role !== 'findings' && role !== 'sources' && role !== 'initiative');
  const found = imported.map((table) => ({ written: table, table: tables.find(({ name }) => name === table.name) }));
  const goneTables = new Set<SheetRole>(found.flatMap(({ written: { role }, table }) => (table === undefined ? [role] : [])));
  const goneColumns = new Set(found.flatMap(({ written: one, table }) => (table === undefined ? [] : missingKeys(one, table).map((key) => `${one.role}|${key}`))));
  const isGone = (table: SheetRole, key: string): boolean => goneTables.has(table) || goneColumns.has(`${table}|${key}`);
  const present = new Set<SheetRole>(found.flatMap(({ table }) => (table === undefined ? [] : [table.role])));
  const { agreement, edits } = currentAgreement(stored, figuresOfAll(found.flatMap(({ table }) => table ?? [])), present, isGone);
  const placed = [
    ...found.flatMap(({ written: one, table }) => (table === undefined ? tableIsGone(stored, one) : tableChecks(stored, one, table, tables, edits.filter(({ place }) => place.table === one.role)))),
    ...yearTotals(stored, imported, names, tables),
    ...written.filter(({ role }) => role === 'initiative').flatMap((one) => insertionChecks(stored, one, tables)),
  ];
  return { current: agreement, placed, isAtHand: (check) => isAtHand(check, isGone) };
}

function figuresOfAll(tables: readonly SheetTable[]): CurrentFigures {
  return new Map(tables.flatMap((table) => [...figuresOf(table)]));
}

/** The keys of figure columns that a table no longer has. */
function missingKeys(written: WrittenTable, table: SheetTable): string[] {
  return written.columns.flatMap(({ key }) => (isFigureColumn(key) && !table.keys.includes(key) ? [key] : []));
}

function isAtHand(check: Check, isGone: (table: SheetRole, key: string) => boolean): boolean {
  return [check.place, ...check.related].every((place) => {
    const at = placeOfCheck(place);
    return at === null || !isGone(at.table, at.columnKey);
  });
}

function titleOf(stored: Agreement, written: WrittenTable): NamedTable {
  const { role, name } = written;
  const own = role === 'initiative' ? (stored.initiatives[written.initiative ?? -1]?.title ?? name) : null;
  return { name, title: own === null && role !== 'initiative' ? { da: sheetText(role, 'da'), en: sheetText(role, 'en') } : { da: own ?? name, en: own ?? name } };
}

function tableIsGone(stored: Agreement, written: WrittenTable): PlacedCheck[] {
  const figures = expectedRows(stored, written).reduce((sum, { row }) => sum + countFigures(row), 0);
  return [{ check: tableGone(titleOf(stored, written), figures), place: null }];
}

/** The rows that an import wrote into a table. */
function expectedRows(stored: Agreement, written: WrittenTable): { readonly rowId: string; readonly reference: RowReference; readonly row: Row | null }[] {
  const rows = (references: readonly (readonly [string, RowReference])[]): ReturnType<typeof expectedRows> => references.map(([rowId, reference]) => ({ rowId, reference, row: rowOf(stored, reference)?.row ?? null }));
  switch (written.role) {
    case 'overview':
      return rows(stored.initiatives.map((_, initiative) => [initiativeRowId(initiative), { ...NO_ROW, initiative }]));
    case 'components':
      return rows(stored.initiatives.flatMap(({ components }, initiative) => components.map((_row, component) => [componentRowId(initiative, component), { ...NO_ROW, initiative, component }] as const)));
    case 'totals':
      return rows(stored.totals.map((_, total) => [totalRowId(total), { ...NO_ROW, total }]));
    case 'pools':
      return rows(stored.pools.map((_, pool) => [poolRowId(pool), { ...NO_ROW, pool }]));
    case 'mentions':
      return rows(stored.mentions.map((_, mention) => [mentionRowId(mention), { ...NO_ROW, mention }]));
    default:
      return rows((written.rows ?? []).flatMap(({ rowId }) => {
        const reference = parseRowId(rowId);
        return reference === null ? [] : [[rowId, reference] as const];
      }));
  }
}

function countFigures(row: Row | null): number {
  return row?.cells.filter(({ kind }) => kind === 'amount' || kind === 'nil').length ?? 0;
}

function tableChecks(stored: Agreement, written: WrittenTable, table: SheetTable, all: readonly SheetTable[], edits: readonly FigureEdit[]): PlacedCheck[] {
  const title = titleOf(stored, written);
  const rows = expectedRows(stored, written);
  const columns = missingKeys(written, table).map((key): PlacedCheck => {
    const header = written.columns.find((column) => column.key === key)?.header ?? key;
    const figures = rows.filter(({ reference }) => hasFigure(stored, reference, key)).length;
    return { check: columnGone(title, header, figures), place: null };
  });
  const isSummedUp = written.role !== 'pools' && written.role !== 'mentions';
  const structure = [...columns, ...rowsGone(stored, written, table, title), ...(isSummedUp ? foreignRows(stored, table, title, null) : [])];
  const edited = editChecks(stored, edits);
  const total = rows.reduce((sum, { row }) => sum + countFigures(row), 0);
  const whole = columns.length === 0 && edits.length === 0 ? tableAsImported(title, total) : null;
  return [...structure, ...edited, ...formulaChecks(stored, written, table, all), ...(whole === null ? [] : [{ check: whole, place: null }])];
}

function hasFigure(stored: Agreement, reference: RowReference, key: string): boolean {
  const found = rowOf(stored, reference);
  const index = found === null ? -1 : found.columns.findIndex((column) => columnKey(column) === key);
  const kind = found?.row.cells[index]?.kind;
  return kind === 'amount' || kind === 'nil';
}

function rowsGone(stored: Agreement, written: WrittenTable, table: SheetTable, title: NamedTable): PlacedCheck[] {
  const here = new Set(table.rowIds);
  return expectedRows(stored, written)
    .filter(({ rowId }) => !here.has(rowId))
    .map(({ reference }) => {
      const subject = rowSubject(stored, reference, null, table.role === 'initiative' ? table.name : undefined);
      return { check: rowGone(title, { ...subject, label: nameOf(stored, reference) }, printedAddends(stored, reference)), place: null };
    });
}

/** The printed figures of a row, as a reader names them. */
function printedAddends(stored: Agreement, reference: RowReference): Addend[] {
  const found = rowOf(stored, reference);
  if (found === null) return [];
  return found.columns.flatMap((column, index): Addend[] => {
    const cell = found.row.cells[index];
    if (cell?.kind !== 'amount') return [];
    return [{ row: 0, column: index, name: column.header, value: Number(`${cell.amount.coefficient}e-${cell.amount.decimals}`) }];
  });
}

/** Rows with figures that are not the import's own: copies of its rows, and rows of others. `summed` says whether a row of others is added, null where sums add whole columns. */
function foreignRows(stored: Agreement, table: SheetTable, title: NamedTable, summed: ((row: number) => boolean) | null): PlacedCheck[] {
  return table.rowIds.flatMap((rowId, row): PlacedCheck[] => {
    const copied = /^(.+)\+\d+$/.exec(rowId)?.[1];
    if (copied === undefined && !rowId.startsWith('+')) return [];
    const figures = table.keys.flatMap((key, column): Addend[] => {
      const value = cellIn(table, row, column);
      return key !== null && isFigureColumn(key) && typeof value === 'number' && value !== 0 ? [{ row, column, name: table.headers[column] ?? key, value }] : [];
    });
    if (figures.length === 0) return [];
    const reference = copied === undefined ? null : parseRowId(copied);
    const number = table.row + row + 1;
    const check = reference === null ? rowAdded(title, number, labelOf(table, row), figures, summed?.(row) ?? true) : rowCopied(title, number, nameOf(stored, reference), figures);
    return [{ check, place: placeIn(table, rowId, table.keys.includes('title') ? 'title' : 'label') }];
  });
}

function labelOf(table: SheetTable, row: number): string | null {
  const column = table.keys.findIndex((key) => key === 'title' || key === 'label');
  const value = table.values[row]?.[column];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The named sums of the years: their formulas, and what is hidden in them; told once, for the rows are the same in every year. */
function yearTotals(stored: Agreement, written: readonly WrittenTable[], names: readonly string[], tables: readonly SheetTable[]): PlacedCheck[] {
  const overviewWritten = written.find(({ role }) => role === 'overview');
  const overview = tables.find(({ name }) => name === overviewWritten?.name);
  if (overviewWritten === undefined || overview === undefined) return [];
  const totals = tables.filter(({ role }) => role === 'year-total');
  const formulas = totals.flatMap((total) => yearTotalChecks(stored, total, overview, overviewWritten, tables));
  const gone = names.filter((name) => !tables.some((table) => table.role === 'year-total' && table.name === name)).map((name): PlacedCheck => ({ check: nameGone(name), place: null }));
  return [...gone, ...formulas, ...hiddenInYears(stored, overview, totals)];
}

/** What is hidden in the sums of the years, told at the year in which it counts most. */
function hiddenInYears(stored: Agreement, overview: SheetTable, totals: readonly SheetTable[]): PlacedCheck[] {
  const sums = totals.map((total) => ({ total, key: total.keys[0] ?? '', hidden: Math.abs(sumOf(hiddenAddends(overview, columnAddends(stored, overview, total.keys[0] ?? '')))) }));
  const most = sums.reduce<(typeof sums)[number] | null>((found, sum) => (found === null || sum.hidden > found.hidden ? sum : found), null);
  return most === null ? [] : hiddenRows(stored, overview, most.key, placeIn(most.total, YEAR_TOTAL_ROW, most.key));
}

function hiddenAddends(table: SheetTable, all: readonly Addend[]): Addend[] {
  const hidden = new Set(table.hiddenRows);
  return all.filter(({ row }) => hidden.has(row - table.row));
}

function hiddenRows(stored: Agreement, table: SheetTable, key: string, place: PlacedCheck['place']): PlacedCheck[] {
  const all = columnAddends(stored, table, key);
  const hidden = hiddenAddends(table, all);
  if (hidden.length === 0) return [];
  const at: CheckedPlace = { initiative: null, component: null, total: null, pool: null, table: null, row: null, column: null, position: null, sheetCell: table.name };
  return [{ check: hiddenInSum({ place: at, initiative: null, label: table.name }, hidden, all), place }];
}

/** What became of a single initiative's table. */
function insertionChecks(stored: Agreement, written: WrittenTable, tables: readonly SheetTable[]): PlacedCheck[] {
  const table = tables.find(({ name }) => name === written.name);
  const index = written.initiative ?? -1;
  if (table === undefined || !table.keys.includes('source')) return tableIsGone(stored, written);
  const title = titleOf(stored, written);
  const edits = insertionEdits(stored, table, index);
  const formulas = insertionFormulaChecks(stored, table, index, tables);
  const sums = sumsComponents(stored, index);
  const gone = rowsGone(stored, written, table, title);
  const total = table.rowIds.indexOf(initiativeRowId(index));
  const year = table.keys.find((key) => key?.startsWith('year:') === true) ?? null;
  const foreign = foreignRows(stored, table, title, (row) => sums && isAddedBy(table, total, year, row, tables));
  const hidden = !sums || total < 0 || year === null ? [] : hiddenRows(stored, table, year, placeIn(table, initiativeRowId(index), year));
  const figures = expectedRows(stored, written).reduce((sum, { row }) => sum + countFigures(row), 0);
  const whole = gone.length === 0 && edits.length === 0 ? tableAsImported(title, figures) : null;
  return [...gone, ...foreign, ...editChecks(stored, edits), ...formulas, ...hidden, ...(whole === null ? [] : [{ check: whole, place: null }])];
}

/** Whether the total row of a single initiative's table adds another row. */
function isAddedBy(table: SheetTable, total: number, key: string | null, row: number, all: readonly SheetTable[]): boolean {
  const column = table.keys.indexOf(key);
  const formula = total < 0 || column < 0 ? null : formulaIn(table, total, column);
  const summed = formula === null ? null : summedCells(formula, { row: table.row + total, table: table.name, tables: tablePlaces(table, all) });
  return summed !== null && isSummed(summed, table.row + row, table.column + column);
}

/** The figures of a single initiative's table that no longer read as they were inserted; where the total row adds, its printed figures stand below. */
function insertionEdits(stored: Agreement, table: SheetTable, initiative: number): FigureEdit[] {
  const sums = sumsComponents(stored, initiative);
  const unit = stored.initiatives[initiative]?.unit ?? null;
  return table.rowIds.flatMap((rowId, row) => {
    const isPrinted = rowId === PRINTED_ROW;
    const reference = isPrinted ? { initiative, component: null, total: null } : parseRowId(rowId);
    const found = reference === null ? null : rowOf(stored, reference);
    if (reference === null || found === null) return [];
    return found.columns.flatMap((column, index): FigureEdit[] => {
      const key = columnKey(column);
      const at = key === null ? -1 : table.keys.indexOf(key);
      const printed = found.row.cells[index];
      const isTotal = reference.component === null && key !== 'printed-total';
      const isElsewhere = sums && reference.component === null && isPrinted !== isTotal;
      if (key === null || printed === undefined || at < 0 || isElsewhere) return [];
      const cell = currentCellIn(table, row, at);
      const current = currentCell(printed, cell, unit);
      return current === printed ? [] : [{ place: placeIn(table, rowId, key), reference, column, label: found.row.label, printed, current, found: cell }];
    });
  });
}
