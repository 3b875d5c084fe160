import { type Agreement } from '../../core/budget/agreement';
import { type ImportRecord, type ImportState } from '../../core/import-store/store-records';
import { compareTable, isTieOut } from '../../core/tie-out/compare-table';
import { mergedCells } from '../../core/tie-out/own-table/check-own-table';
import { type ComparedTable } from '../../core/tie-out/own-table/compared-table';
import { comparedRows, rememberChoices } from '../../core/tie-out/own-table/remember-choices';
import { FailureSignal } from '../requests/failures';
import { RequestBudget, stopIfAsked } from '../requests/run-excel';
import { queueRecord, queueStoreSheet, readStore, rowOfRecord, type ModelCache, type StoreContents } from '../remembered/store';
import { type ComparisonRequest } from '../workbook-port';
import { locateCompared, queryCompared, type LocatedCompared } from './locate-compared';

/** What the hidden names of compared tables begin with. */
const NAME_START = 'Reserve_tabel_';

/** What remembering needs. Shape: `onBegin` is told the id and the name before anything is sent that writes. */
export interface RememberSettings {
  readonly cache: ModelCache;
  readonly newId: () => string;
  readonly onBegin: (attempt: RememberAttempt) => void;
  /** Ends it before anything is written. */
  readonly signal?: AbortSignal;
}

/** What remembering may leave when it fails. Shape: `isNewName` when the hidden name was made for it. */
export interface RememberAttempt {
  readonly id: string;
  readonly rangeName: string;
  readonly isNewName: boolean;
}

/**
 * Remembers the comparison of a range with an import's agreement; one of the same table takes the place of the one before. Three syncs, one more for a store that
 * was not read before. Errors: signals `sheet-protected`, `selection-too-large`, `selection-not-a-table` where nothing can be compared, and `compared-elsewhere` where
 * another agreement is compared with the table; nothing is written then.
 */
export async function rememberCompared(context: Excel.RequestContext, request: ComparisonRequest, settings: RememberSettings): Promise<void> {
  const { tables, names } = context.workbook;
  tables.load('items/id,items/name');
  names.load('items/name');
  const contents = await readStore(context, settings.cache);
  const record = contents.imports.filter(({ agreement }) => agreement.document.sha256 === request.sha256).at(-1);
  if (record === undefined) throw new FailureSignal({ code: 'host', hostCode: 'ItemNotFound', workbook: 'unchanged' });
  const matched = matchedRows(request, record.agreement);
  const place = await readPlace(context, request, contents, tables.items);
  if (place.isProtected) throw new FailureSignal({ code: 'sheet-protected', sheet: request.selection.place.sheet });
  const same = sameTable(place, record, matched);
  stopIfAsked(settings);
  const takenNames = new Set([...names.items, ...tables.items].map(({ name }) => name.toLowerCase()));
  const rangeName = same?.rangeName ?? freeName(takenNames);
  const compared: ComparedTable = { id: same?.id ?? settings.newId(), rangeName, ...place.written, ...request.selection.place, ...contentOf(request), matched };
  settings.onBegin({ id: compared.id, rangeName, isNewName: !takenNames.has(rangeName.toLowerCase()) });
  if (takenNames.has(rangeName.toLowerCase())) names.getItem(rangeName).delete();
  names.add(rangeName, place.range).visible = false;
  const { state } = record;
  const next: ImportState = { ...state, compared: [...state.compared.filter(({ id }) => id !== compared.id), compared] };
  await queueRecord(queueStoreSheet(context, { isPresent: true }), rowOfRecord(contents, state.importId, 'state'), state.importId, 'state', next, new RequestBudget(context));
  await context.sync();
}

/** Takes away the hidden name of a comparison that was not stored. Errors: as Excel has them. */
export async function clearRememberAttempt(context: Excel.RequestContext, { rangeName, isNewName }: RememberAttempt): Promise<void> {
  if (!isNewName) return;
  const name = context.workbook.names.getItemOrNullObject(rangeName);
  name.load('name');
  await context.sync();
  if (name.isNullObject) return;
  name.delete();
  await context.sync();
}

function matchedRows({ selection, choices }: ComparisonRequest, agreement: Agreement): ComparedTable['matched'] {
  const { grid, reading } = selection;
  if (grid === null) throw new FailureSignal({ code: 'selection-too-large', cells: reading.rows.length * reading.columns.length });
  const result = compareTable(grid, reading, agreement, choices);
  if (!isTieOut(result)) throw new FailureSignal({ code: 'selection-not-a-table' });
  return comparedRows(result.rows);
}

function contentOf({ selection: { grid, reading }, choices }: ComparisonRequest): Pick<ComparedTable, 'choices' | 'merged'> {
  const values = grid ?? { values: [] };
  return { choices: rememberChoices(values, reading, choices).choices, merged: mergedCells(values, reading) };
}

/** Where the range is, what it belongs to, and where the tables are that are compared already. */
interface Place {
  readonly range: Excel.Range;
  readonly isProtected: boolean;
  readonly written: Pick<ComparedTable, 'table' | 'endsAtBottom' | 'endsAtRight'>;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly others: readonly { readonly importId: string; readonly compared: ComparedTable; readonly located: LocatedCompared | null }[];
}

async function readPlace(context: Excel.RequestContext, { selection: { place } }: ComparisonRequest, contents: StoreContents, tables: readonly Excel.Table[]): Promise<Place> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  sheet.load('id');
  sheet.protection.load('protected');
  const range = sheet.getRange(place.address);
  const region = range.getSurroundingRegion();
  for (const one of [range, region]) one.load('rowIndex,columnIndex,rowCount,columnCount');
  const own = tables.map((table) => ({ table, area: table.getRange(), sheet: table.worksheet }));
  for (const one of own) {
    one.area.load('rowIndex,columnIndex,rowCount,columnCount');
    one.sheet.load('id');
  }
  const queries = contents.imports.flatMap(({ state }) => state.compared.map((compared) => ({ importId: state.importId, query: queryCompared(context, compared, tables) })));
  await context.sync();
  const same = own.find(({ area, sheet: on }) => on.id === sheet.id && area.rowIndex === range.rowIndex && area.columnIndex === range.columnIndex && area.rowCount === range.rowCount && area.columnCount === range.columnCount);
  return {
    range,
    isProtected: sheet.protection.protected,
    written: {
      table: same === undefined ? null : { id: same.table.id, name: same.table.name },
      endsAtBottom: same === undefined && region.rowIndex + region.rowCount === range.rowIndex + range.rowCount,
      endsAtRight: same === undefined && region.columnIndex + region.columnCount === range.columnIndex + range.columnCount,
    },
    sheetId: sheet.id,
    row: range.rowIndex,
    column: range.columnIndex,
    others: queries.map(({ importId, query }) => ({ importId, compared: query.compared, located: locateCompared(query) })),
  };
}

/**
 * The comparison of the same table that is remembered: the one whose table begins where the range does, else one of the import's whose table is gone and had most of
 * these rows. Errors: signals `compared-elsewhere` where that table is compared with another agreement.
 */
function sameTable({ others, sheetId, row, column }: Place, { state }: ImportRecord, matched: ComparedTable['matched']): ComparedTable | null {
  const here = others.find(({ located }) => located !== null && located.sheetId === sheetId && located.area?.row === row && located.area.column === column);
  if (here !== undefined && here.importId !== state.importId) throw new FailureSignal({ code: 'compared-elsewhere', address: `${here.compared.sheet}!${here.compared.address}` });
  const rows = new Set(matched.map(({ of }) => of));
  const lost = others.find(({ importId, compared, located }) => located === null && importId === state.importId && compared.matched.filter(({ of }) => rows.has(of)).length * 2 >= compared.matched.length);
  return (here ?? lost)?.compared ?? null;
}

function freeName(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`${NAME_START}${number}`.toLowerCase())) number += 1;
  return `${NAME_START}${number}`;
}
