import { type Agreement } from '../../core/budget/agreement';
import { catalogueOf } from '../../core/catalogue/catalogue';
import { findEntry } from '../../core/catalogue/find-entry';
import { cellAddress } from '../../core/sheet-plan/addresses';
import { parseRowId } from '../../core/budget/row-reference';
import { type EditionComparison } from '../../core/edition/edition';
import { type ImportRecord } from '../../core/import-store/store-records';
import { type Check } from '../../core/reconciliation/rule';
import { FRONT_NAME } from '../../core/sheet-plan/front/front-columns';
import { referencesOf } from '../../core/sheet-plan/written/formula-references';
import { placeKey } from '../../core/sheet-plan/written/figure-place';
import { type FoundCell } from '../../core/sheet-plan/written/own-cells';
import { type TakeOverWorkbook } from '../../core/take-over/frame';
import { isRefusal, planTakeOver } from '../../core/take-over/plan-take-over';
import { type WorkbookCheck } from '../checking/check-workbook';
import { verdictOf, type Verdict } from '../checking/verdict';
import { FailureSignal } from '../requests/failures';
import { type PlacedComment } from '../writing/flags';
import { plannedAgain } from '../reading/locate-tables';
import { ownComment, querySheet, readSheetCells, type SheetCells, type SheetQuery } from '../removal/sheet-content';
import { readAllCells, type LostSources } from '../removal/dependent-formulas';
import { areasOf, lostColumns, type ColumnLook, refuseLostFormulas, usersSheets } from './lost-columns';

/** The new edition and how it is to be taken over. Shape: `overwritten` are the places of edited cells that the new edition goes before. */
export interface TakeOverRequest {
  readonly importId: string;
  readonly agreement: Agreement;
  readonly checks: readonly Check[];
  readonly comparison: EditionComparison;
  readonly overwritten: ReadonlySet<string>;
}

/** A take-over that was planned, with what it is planned from. */
export interface TakeOverLook extends ColumnLook {
  readonly record: ImportRecord;
  readonly comments: readonly PlacedComment[];
  /** The workbook's defined names. */
  readonly namesAtHand: ReadonlySet<string>;
  /** Everything on the import's sheets, by their names, as it stood. */
  readonly cells: ReadonlyMap<string, readonly FoundCell[]>;
  /** Everything in the workbook where it was read, null where it need not be. */
  readonly sheets: readonly SheetCells[] | null;
}

/**
 * Looks at everything that a take-over touches, and plans it; two syncs after those of a check, two more where columns go, and more for large sheets.
 * Writes nothing. Errors: signals every reason not to write: a protected sheet, something of the user's in or on columns that go, an import or an edition that is not there or is there already.
 */
export async function lookAtTakeOver(context: Excel.RequestContext, check: WorkbookCheck, request: TakeOverRequest, importedAt: string): Promise<TakeOverLook> {
  const verdict = verdictOf(check.verdicts, request.importId);
  const { record, tables } = verdict.open;
  const { sha256 } = request.agreement.document;
  if (check.contents.imports.some(({ state }) => state.documentSha256 === sha256)) throw new FailureSignal({ code: 'already-imported', title: request.agreement.title ?? request.agreement.document.name });
  const closed = tables.find(({ isProtected }) => isProtected);
  if (closed !== undefined) throw new FailureSignal({ code: 'sheet-protected', sheet: closed.sheetName });
  const found = await readSheets(context, verdict);
  const workbook = workbookOf(verdict, found, check.comments, context.workbook);
  const plan = planTakeOver(workbook, { ...request, importedAt });
  if (isRefusal(plan)) throw new FailureSignal({ code: 'edition-columns', columns: plan.columns, cells: plan.cells.map(({ sheet, row, column }) => `${sheet}!${cellAddress(row, column)}`), formulas: [] });
  if (plan.newSheets.length > 0 && context.workbook.protection.protected) throw new FailureSignal({ code: 'workbook-protected' });
  const worksheets = context.workbook.worksheets.items;
  const look = { verdict, record, tables, plan, comments: check.comments, worksheets, namesAtHand: new Set(context.workbook.names.items.map(({ name }) => name)), cells: found.cells };
  const lost = lostColumns(look);
  const sheets = lost.length === 0 ? null : await readAllCells(context, worksheets);
  if (sheets !== null) refuseLostFormulas(usersSheets(sheets, look, check.contents, frontSheet(context.workbook)), look, lost);
  return { ...look, sheets };
}

interface FoundSheets {
  readonly queries: readonly SheetQuery[];
  readonly cells: ReadonlyMap<string, readonly FoundCell[]>;
  readonly otherTablesSheet: string | null;
}

async function readSheets(context: Excel.RequestContext, { open }: Verdict): Promise<FoundSheets> {
  const { worksheets, names, tables, protection } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  names.load('items/name,items/formula');
  tables.load('items/id,items/name');
  protection.load('protected');
  const ids = [...new Set(open.tables.map(({ sheetId }) => sheetId))];
  const queries = ids.map((id) => querySheet(context, id, open.tables.find(({ sheetId }) => sheetId === id)?.sheetName ?? ''));
  await context.sync();
  const other = otherTablesSheet(open.record, worksheets.items);
  const all = other === null || queries.some(({ name }) => name === other) ? queries : [...queries, querySheet(context, other, other)];
  if (all.length > queries.length) await context.sync();
  const sheets = await readSheetCells(context, all);
  return { queries, cells: new Map(sheets.map(({ name, cells }) => [name, cells])), otherTablesSheet: other };
}

/** What the front sheet is called, whose formulas the next check writes again; null without one. */
function frontSheet({ names }: Excel.Workbook): string | null {
  const formula = names.items.find(({ name }) => name === FRONT_NAME)?.formula as unknown;
  return typeof formula === 'string' ? (referencesOf(formula).sheets[0] ?? null) : null;
}

/** What the sheet of the document's other tables is called now: known by its id, else by the name that it was made with. */
function otherTablesSheet(record: ImportRecord, worksheets: readonly Excel.Worksheet[]): string | null {
  const { state } = record;
  const plan = plannedAgain(record).sheets;
  const made = plan.filter(({ role }) => state.target === null || role !== 'overview');
  const own = state.ownSheets[made.findIndex(({ role }) => role === 'other-tables')];
  if (own === undefined) return null;
  return (worksheets.find(({ id }) => id === own.id) ?? worksheets.find(({ name }) => name === own.name))?.name ?? null;
}

function workbookOf({ open, placed }: Verdict, { queries, cells, otherTablesSheet: other }: FoundSheets, comments: readonly PlacedComment[], workbook: Excel.Workbook): TakeOverWorkbook {
  const isOwn = ownComment(open.record.state.marks);
  const commented = new Map<string, { row: number; column: number }[]>();
  for (const comment of comments) {
    const { sheetName, row, column } = comment;
    if (!isOwn(comment)) commented.set(sheetName, [...(commented.get(sheetName) ?? []), { row, column }]);
  }
  return {
    record: open.record,
    tables: open.tables,
    cells,
    commented,
    shared: new Set(queries.filter(({ tables }) => tables.items.length > 1).map(({ name }) => name)),
    changed: new Set(placed.flatMap(({ place }) => (place === null ? [] : [placeKey(place)]))),
    otherTablesSheet: other,
    taken: { sheets: workbook.worksheets.items.map(({ name }) => name), tablesAndNames: [...workbook.tables.items, ...workbook.names.items].map(({ name }) => name) },
  };
}

/** What the user's formulas lose by a take-over: the cells of rows that are deleted. */
export function lostSources(look: TakeOverLook): LostSources {
  const areas = areasOf(look, (table, { goneRows, kept }) => {
    const rows = table.rowIds.flatMap((rowId, row) => (goneRows.includes(rowId) && !kept.includes(row) ? [row] : []));
    return rows.map((row) => ({ row: table.row + row, column: table.column, rows: 1, columns: table.keys.length }));
  });
  return { words: new Set(), deleted: new Set(), areas, shrinks: true, columns: lostColumns(look) };
}

/** Whether a RESERVE formula answers something else afterwards: it names what only the old edition has, or a row by an id that is another row's by then. */
export function losesAnswer({ record, plan }: TakeOverLook, now: Agreement): (texts: readonly string[]) => boolean {
  const [before, after] = [catalogueOf([record.agreement]), catalogueOf([now])];
  const isOtherRow = (text: string): boolean => {
    const rowId = text.trim().toUpperCase().replace(/^.*\//, '');
    return parseRowId(rowId) !== null && plan.rows.get(rowId) !== rowId && findEntry(before, rowId).kind === 'found';
  };
  return (texts) => texts.some((text) => isOtherRow(text) || (findEntry(before, text).kind !== 'none' && findEntry(after, text).kind === 'none'));
}
