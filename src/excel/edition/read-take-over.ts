import { type Agreement } from '../../core/budget/agreement';
import { catalogueOf } from '../../core/catalogue/catalogue';
import { findEntry } from '../../core/catalogue/find-entry';
import { parseRowId } from '../../core/budget/row-reference';
import { type EditionComparison } from '../../core/edition/edition';
import { type ImportRecord } from '../../core/import-store/store-records';
import { type Check } from '../../core/reconciliation/rule';
import { placeKey } from '../../core/sheet-plan/written/figure-place';
import { type FoundCell } from '../../core/sheet-plan/written/own-cells';
import { type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { isRefusal, planTakeOver, type TakeOverWorkbook } from '../../core/take-over/plan-take-over';
import { type TakeOverPlan } from '../../core/take-over/take-over';
import { type WorkbookCheck } from '../checking/check-workbook';
import { verdictOf, type Verdict } from '../checking/verdict';
import { FailureSignal } from '../requests/failures';
import { type PlacedComment } from '../writing/flags';
import { plannedAgain } from '../reading/locate-tables';
import { ownComment, querySheet, readSheetCells, type SheetQuery } from '../removal/sheet-content';
import { type LostSources } from '../removal/dependent-formulas';

/** The new edition and how it is to be taken over. Shape: `overwritten` are the places of edited cells that the new edition goes before. */
export interface TakeOverRequest {
  readonly importId: string;
  readonly agreement: Agreement;
  readonly checks: readonly Check[];
  readonly comparison: EditionComparison;
  readonly overwritten: ReadonlySet<string>;
}

/** A take-over that was planned, with what it is planned from. */
export interface TakeOverLook {
  readonly verdict: Verdict;
  readonly record: ImportRecord;
  readonly tables: readonly SheetTable[];
  readonly plan: TakeOverPlan;
  readonly comments: readonly PlacedComment[];
  readonly worksheets: readonly Excel.Worksheet[];
}

/**
 * Looks at everything that a take-over touches, and plans it; two syncs after those of a check, more for large sheets. Writes nothing.
 * Errors: signals every reason not to write: a protected sheet, other columns, an import or an edition that is not there or is there already.
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
  if (isRefusal(plan)) throw new FailureSignal({ code: 'edition-columns', added: plan.added, gone: plan.gone });
  if (plan.newSheets.length > 0 && context.workbook.protection.protected) throw new FailureSignal({ code: 'workbook-protected' });
  return { verdict, record, tables, plan, comments: check.comments, worksheets: context.workbook.worksheets.items };
}

interface FoundSheets {
  readonly queries: readonly SheetQuery[];
  readonly cells: ReadonlyMap<string, readonly FoundCell[]>;
  readonly otherTablesSheet: string | null;
}

async function readSheets(context: Excel.RequestContext, { open }: Verdict): Promise<FoundSheets> {
  const { worksheets, names, tables, protection } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  names.load('items/name');
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
export function lostSources({ tables, plan }: TakeOverLook): LostSources {
  const areas = new Map<string, { row: number; column: number; rows: number; columns: number }[]>();
  for (const { name, goneRows, kept } of plan.tables) {
    const table = tables.find((one) => one.name === name);
    if (table === undefined) continue;
    const rows = table.rowIds.flatMap((rowId, row) => (goneRows.includes(rowId) && !kept.includes(row) ? [row] : []));
    const own = rows.map((row) => ({ row: table.row + row, column: table.column, rows: 1, columns: table.keys.length }));
    areas.set(table.sheetName, [...(areas.get(table.sheetName) ?? []), ...own]);
  }
  return { words: new Set(), deleted: new Set(), areas, shrinks: true };
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
