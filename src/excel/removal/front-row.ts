import { frontTitle } from '../../core/sheet-plan/front/front-sheet';
import { type PlacedComment } from '../writing/flags';
import { foreignThings, querySheet, type SheetContent, type SheetQuery } from './sheet-content';
import { isFront, type FoundFront, type Front } from '../front/read-front';

/** The row of an import on the front sheet that is to go. */
export interface FrontRow {
  readonly front: Front;
  readonly importId: string;
}

/** A front sheet that loses its last row, queued to be read whole. Shape: `above` are the cells over its headings, null where there are none. */
export interface LastRowQuery {
  readonly front: Front;
  readonly sheet: SheetQuery;
  readonly above: Excel.Range | null;
}

/** The row of an import on the front sheet; undefined where it has none, or where the sheet is protected. */
export function frontRowOf(found: FoundFront, importId: string): FrontRow | undefined {
  return isFront(found) && !found.isProtected && found.rows.some(({ id }) => id === importId) ? { front: found, importId } : undefined;
}

/** Queues that a front sheet is read whole, where no agreement is left on it without this row; null where others are. */
export function queryLastRow(context: Excel.RequestContext, row: FrontRow | undefined): LastRowQuery | null {
  if (row === undefined || row.front.rows.some(({ id }) => id !== '' && id !== row.importId)) return null;
  const { front } = row;
  const sheet = querySheet(context, front.sheetId, front.sheetName);
  const above = front.row === 0 ? null : sheet.sheet.getRangeByIndexes(0, 0, front.row, front.column + front.keys.length);
  above?.load('values');
  return { front, sheet, above };
}

/** The front sheet as one that goes whole; null where anything but what the front wrote is on it. */
export function frontToDelete({ front, sheet, above }: LastRowQuery, comments: readonly PlacedComment[]): SheetContent | null {
  const { used } = sheet;
  if (used.isNullObject || foreignThings(sheet, { tables: new Set(), charts: new Set() }) > 0 || comments.some(({ sheetName }) => sheetName === front.sheetName)) return null;
  const isOwn = (value: unknown, column: number): boolean => value === '' || (front.keys[column] ?? null) !== null;
  const isInWindow = used.rowIndex + used.rowCount <= front.row + 1 + front.rows.length && used.columnIndex + used.columnCount <= front.column + front.keys.length;
  const areRowsOwn = front.rows.every(({ id, values }) => values.every((value, column) => (id === '' ? value === '' : isOwn(value, column))));
  const titles = new Set((['da', 'en'] as const).flatMap((language) => frontTitle(language).flat().map((cell) => (cell.kind === 'text' ? cell.text : ''))));
  const isTitleOwn = ((above?.values as unknown[][] | undefined) ?? []).flat().every((value) => value === '' || titles.has(String(value)));
  if (!isInWindow || !areRowsOwn || !isTitleOwn || front.column > 0) return null;
  return { name: front.sheetName, areas: [{ row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount }], commented: [], comments: [], hasOthers: false, charts: [] };
}
