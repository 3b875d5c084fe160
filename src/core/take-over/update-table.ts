import { parseRowId } from '../budget/row-reference';
import { cellAddress } from '../sheet-plan/addresses';
import { cellEntry } from '../sheet-plan/cell-entry';
import { STATUS_KEY, VERDICT_KEY } from '../sheet-plan/layout/status-column';
import { linkAddress, type PlanCell } from '../sheet-plan/plan';
import { placeKey } from '../sheet-plan/written/figure-place';
import { runsOf } from '../sheet-plan/written/own-cells';
import { formulaIn, placeIn, readsAs, type SheetTable } from '../sheet-plan/written/sheet-table';
import { followRow, type RowMap } from './row-map';
import { type AddedColumn, type CellWrite, type EditedCell, type PlannedRows, type TableUpdate } from './take-over';
import { type WidenedTable } from './columns/widen-table';

/** What is known of a table besides itself. */
export interface TableSurroundings {
  readonly rows: RowMap;
  /** Whether the user changed the formula of a cell. */
  readonly isFormulaChanged: (key: string) => boolean;
  /** Cells of which the user said that the new edition goes before his own. */
  readonly overwritten: ReadonlySet<string>;
  /** Whether something of the user's stands in or beside a row. Shape: 0-based in the table. */
  readonly isOccupied: (row: number) => boolean;
  readonly movesSheetRows: boolean;
  /** How new columns move what stands beside them. */
  readonly columns: Pick<TableUpdate['columns'], 'moves' | 'hasSums'>;
  readonly headings: (formula: string) => string;
}

/** A table's update with the cells that both sides changed. */
export interface PlannedUpdate {
  readonly update: TableUpdate;
  readonly edited: readonly EditedCell[];
}

/** A row of the table as it will be, before anything is deleted: one that stands, or one to insert. */
type FinalRow = { readonly kind: 'current'; readonly row: number } | { readonly kind: 'new'; readonly rowId: string };

/**
 * What a table gets to show the new edition: rows that are new stand below the row that they follow in the document, rows that are gone are deleted,
 * cells are written only where the editions differ. The user's own rows, columns, order and edited cells stay. Shape: `widened` has the new columns already.
 */
export function updateTable(widened: WidenedTable, old: PlannedRows, now: PlannedRows, around: TableSurroundings): PlannedUpdate {
  const { table } = widened;
  const final = finalRows(table, now, around.rows);
  const calculated = calculatedColumns(table, now, around);
  const writes: CellWrite[] = [];
  const edited: EditedCell[] = [];
  const [deletes, kept, goneRows]: [number[], number[], string[]] = [[], [], []];
  final.forEach((row, index) => {
    if (row.kind === 'new') {
      writes.push(...newCells(table, now, row.rowId, index, around));
      return;
    }
    const rowId = table.rowIds[row.row] ?? '';
    const base = rowId.replace(/\+\d+$/, '');
    const isForeign = parseRowId(base) === null && old.cellAt(base, old.columns[0]?.key ?? '') === undefined;
    if (isForeign || base !== rowId) writes.push(...calculatedCells(table, row.row, index, calculated));
    if (isForeign) return;
    const next = followRow(around.rows, base);
    if (base !== rowId) {
      writes.push(...idCell(table, row.row, index, next));
      return;
    }
    const cells = next === null ? [] : rowCells(widened, old, now, { row: row.row, rowId, next, index }, around);
    writes.push(...cells.flatMap((cell) => ('write' in cell ? [cell.write] : [])));
    edited.push(...cells.flatMap((cell) => ('edited' in cell ? [cell.edited] : [])));
    if (next !== null) return;
    goneRows.push(rowId);
    const isOwn = !around.isOccupied(row.row) && !hasEditedCell(table, old, row.row, rowId, around);
    if (isOwn) deletes.push(index);
    else {
      kept.push(row.row);
      writes.push(...blankCells(table, old, row.row, index, rowId, around));
    }
  });
  if (deletes.length === final.length) {
    const [first] = deletes.splice(0, 1);
    const row = final[first ?? 0];
    if (row?.kind === 'current') writes.push(...blankCells(table, old, row.row, first ?? 0, table.rowIds[row.row] ?? '', around));
  }
  const { name, sheetName } = table;
  const columns = { ...around.columns, inserts: addedColumns(widened, now), deletes: widened.gone };
  return { update: { name, sheetName, movesSheetRows: around.movesSheetRows, columns, inserts: insertsOf(final), writes, deletes, kept, goneRows }, edited };
}

/** The rows that stand, with the new ones each below the row that it follows in the new edition. */
function finalRows(table: SheetTable, now: PlannedRows, rows: RowMap): FinalRow[] {
  const standing = new Map(table.rowIds.flatMap((rowId, row) => {
    const next = parseRowId(rowId) === null ? null : rows.get(rowId);
    return next === null || next === undefined ? [] : [[next, row] as const];
  }));
  const behind = new Map<number, string[]>();
  let anchor = -1;
  for (const rowId of now.rowIds) {
    const row = standing.get(rowId);
    if (row !== undefined) anchor = row;
    else if (parseRowId(rowId) !== null) behind.set(anchor, [...(behind.get(anchor) ?? []), rowId]);
  }
  const added = (row: number): FinalRow[] => (behind.get(row) ?? []).map((rowId) => ({ kind: 'new', rowId }));
  return [...added(-1), ...table.rowIds.flatMap((_rowId, row): FinalRow[] => [{ kind: 'current', row }, ...added(row)])];
}

function insertsOf(final: readonly FinalRow[]): TableUpdate['inserts'] {
  const added = final.flatMap(({ kind }, row) => (kind === 'new' ? [row] : []));
  return runsOf(added).map(({ first, count }) => ({ row: first, count, isAtEnd: first + count === final.length }));
}

function newCells(table: SheetTable, now: PlannedRows, rowId: string, index: number, { headings }: TableSurroundings): CellWrite[] {
  return table.keys.flatMap((key, column): CellWrite[] => {
    const cell = key === null ? undefined : now.cellAt(rowId, key);
    return cell === undefined ? [] : [{ row: index, column, cell: withHeadings(cell, headings) }];
  });
}

function withHeadings(cell: PlanCell, headings: (formula: string) => string): PlanCell {
  return cell.kind === 'formula' ? { ...cell, formula: headings(cell.formula) } : cell;
}

/** The columns that are new, with the look of their cells. */
function addedColumns({ added }: WidenedTable, now: PlannedRows): AddedColumn[] {
  return added.map(({ column, planned }) => {
    const [first] = now.rowIds.flatMap((rowId) => now.cellAt(rowId, planned.key) ?? []);
    return { column, planned, style: first === undefined || first.kind === 'blank' ? null : (first.style ?? null) };
  });
}

/** The columns in which every row has one formula, which the new edition writes otherwise. Shape: by the column's place, the formula that stands and the new one. */
function calculatedColumns(table: SheetTable, now: PlannedRows, { rows, headings, isFormulaChanged }: TableSurroundings): Map<number, { readonly from: string; readonly to: PlanCell }> {
  const found = new Map<number, { readonly from: string; readonly to: PlanCell }>();
  table.keys.forEach((key, column) => {
    if (key === null) return;
    const [first, ...others] = now.rowIds.flatMap((rowId) => now.cellAt(rowId, key) ?? []);
    if (first?.kind !== 'formula' || others.some((cell) => cell.kind !== 'formula' || cell.formula !== first.formula)) return;
    const row = table.rowIds.findIndex((rowId) => rows.has(rowId) && !isFormulaChanged(placeKey(placeIn(table, rowId, key))));
    const from = row < 0 ? null : formulaIn(table, row, column);
    if (from !== null && from !== headings(first.formula)) found.set(column, { from, to: withHeadings(first, headings) });
  });
  return found;
}

/** A row of the user's whose formulas are those of the table goes on with them. */
function calculatedCells(table: SheetTable, row: number, index: number, calculated: ReturnType<typeof calculatedColumns>): CellWrite[] {
  return [...calculated].flatMap(([column, { from, to }]) => (formulaIn(table, row, column) === from ? [{ row: index, column, cell: to }] : []));
}

/** A copy that the user made of a row follows it by its id. */
function idCell(table: SheetTable, row: number, index: number, next: string | null): CellWrite[] {
  const column = table.keys.indexOf('id');
  const text = next ?? '';
  return column < 0 || table.values[row]?.[column] === text ? [] : [{ row: index, column, cell: { kind: 'text', text, style: 'subtle' } }];
}

interface MovedRow {
  readonly row: number;
  readonly rowId: string;
  readonly next: string;
  readonly index: number;
}

type RowCell = { readonly write: CellWrite } | { readonly edited: EditedCell };

/** The cells of a row that the editions print differently: those to write, and those that the user has changed himself. */
function rowCells({ table, from }: WidenedTable, old: PlannedRows, now: PlannedRows, { row, rowId, next, index }: MovedRow, around: TableSurroundings): RowCell[] {
  return table.keys.flatMap((key, column): RowCell[] => {
    const [was, is] = key === null ? [undefined, undefined] : [old.cellAt(rowId, key), now.cellAt(next, key)];
    if (from[column] === null) return is === undefined ? [] : [{ write: { row: index, column, cell: withHeadings(is, around.headings) } }];
    if (key === null || was === undefined || is === undefined || isSameCell(was, is) || (isKeptByChecks(key, is) && was.kind === is.kind)) return [];
    const place = placeKey(placeIn(table, rowId, key));
    const current = table.values[row]?.[column];
    if (readsAs(table, row, column, is) && linkOf(was) === linkOf(is)) return isSameFormat(table, row, column, is) ? [] : [{ write: { row: index, column, cell: withHeadings(is, around.headings) } }];
    if (!isEdited(table, row, column, was, place, around) || around.overwritten.has(place)) return [{ write: { row: index, column, cell: withHeadings(is, around.headings) } }];
    const edited: EditedCell = {
      key: place,
      sheet: table.sheetName,
      address: cellAddress(table.row + row, table.column + (from[column] ?? column)),
      rowTitle: titleOf(table, row),
      column: table.headers[column] ?? '',
      imported: spell(was),
      current: typeof current === 'number' ? current : String(current ?? ''),
      next: spell(is),
    };
    return [{ edited }];
  });
}

function spell(cell: PlanCell): string | number {
  return cell.kind === 'formula' ? cell.formula : cellEntry(cell).expected;
}

/** What a row is called. */
export function titleOf(table: SheetTable, row: number): string {
  const column = table.keys.findIndex((key) => key === 'title' || key === 'label');
  return String(table.values[row]?.[column] ?? '');
}

function isSameCell(a: PlanCell, b: PlanCell): boolean {
  if (a.kind === 'formula' || b.kind === 'formula') return a.kind === b.kind && a.kind === 'formula' && b.kind === 'formula' && a.formula === b.formula && a.format === b.format;
  const [was, is] = [cellEntry(a), cellEntry(b)];
  return was.written === is.written && was.format === is.format && linkOf(a) === linkOf(b);
}

function linkOf(cell: PlanCell): string | null {
  return cell.kind === 'text' && cell.link !== undefined ? linkAddress(cell.link) : null;
}

/** The words of a row's status are those of the last check, and of the next. */
function isKeptByChecks(key: string, cell: PlanCell): boolean {
  return cell.kind === 'text' && (key === STATUS_KEY || key === VERDICT_KEY);
}

function isSameFormat(table: SheetTable, row: number, column: number, cell: PlanCell): boolean {
  return cell.kind === 'formula' || cell.kind === 'text' || table.formats[row]?.[column] === cellEntry(cell).format;
}

function isEdited(table: SheetTable, row: number, column: number, was: PlanCell, place: string, { isFormulaChanged }: Pick<TableSurroundings, 'isFormulaChanged'>): boolean {
  if (was.kind === 'formula') return formulaIn(table, row, column) === null || isFormulaChanged(place);
  return !readsAs(table, row, column, was);
}

/** Whether a cell holds something of the user's: other than was imported there, or anything in a row that is neither the import's nor a copy of one. */
export function isUsersCell(table: SheetTable, old: PlannedRows, row: number, column: number, around: Pick<TableSurroundings, 'isFormulaChanged'>): boolean {
  const [rowId, key] = [table.rowIds[row] ?? '', table.keys[column] ?? null];
  const base = rowId.replace(/\+\d+$/, '');
  const was = key === null ? undefined : old.cellAt(base, key);
  const content = table.values[row]?.[column] ?? '';
  if (key === null || was === undefined) return content !== '' && !table.rowIds.some((other, at) => parseRowId(other) !== null && formulaIn(table, at, column) !== null && formulaIn(table, at, column) === formulaIn(table, row, column));
  return content !== '' && !isKeptByChecks(key, was) && isEdited(table, row, column, was, placeKey(placeIn(table, rowId, key)), around);
}

function hasEditedCell(table: SheetTable, old: PlannedRows, row: number, rowId: string, around: TableSurroundings): boolean {
  return table.keys.some((key, column) => {
    const was = key === null ? undefined : old.cellAt(rowId, key);
    return key !== null && was !== undefined && !isKeptByChecks(key, was) && isEdited(table, row, column, was, placeKey(placeIn(table, rowId, key)), around);
  });
}

/** A row that is gone and stays for what the user has in it: its name stays with it, its figures, formulas and id do not; what he changed is his. */
function blankCells(table: SheetTable, old: PlannedRows, row: number, index: number, rowId: string, around: TableSurroundings): CellWrite[] {
  return table.keys.flatMap((key, column): CellWrite[] => {
    const was = key === null ? undefined : old.cellAt(rowId, key);
    if (key === null || was === undefined || (was.kind === 'text' && key !== 'id' && key !== 'source')) return [];
    return isEdited(table, row, column, was, placeKey(placeIn(table, rowId, key)), around) ? [] : [{ row: index, column, cell: { kind: 'blank', format: 'General' } }];
  });
}
