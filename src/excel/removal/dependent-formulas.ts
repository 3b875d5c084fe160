import { type Agreement } from '../../core/budget/agreement';
import { catalogueOf } from '../../core/catalogue/catalogue';
import { findEntry } from '../../core/catalogue/find-entry';
import { agreementInWorkbook } from '../../core/import-store/inserted-initiatives';
import { STORE_SHEET } from '../../core/import-store/store-records';
import { cellAddress } from '../../core/sheet-plan/addresses';
import { asksReserve, columnsNamed, referencesOf, type FormulaReferences } from '../../core/sheet-plan/written/formula-references';
import { holds, type CellRectangle } from '../../core/sheet-plan/written/own-cells';
import { readStore, recordsOf, type ModelCache } from '../remembered/store';
import { type DependentFormulas } from '../workbook-port';
import { queryWorkbook, readRemoval } from './remove-import';
import { querySheet, readSheetCells, type SheetCells, type SheetQuery } from './sheet-content';
import { sheetsToDelete, type Removal } from './take-out';

/** How many formulas are named one by one. */
export const MOST_NAMED = 20;

/**
 * The user's formulas that lose their source when an import goes: those that point at its sheets, cells, tables and names, and RESERVE formulas
 * that only it answers. Changes nothing; takes two syncs after those of a removal's reading, more for large sheets. Shape: `others` are agreements at hand outside the workbook.
 */
export async function dependentFormulas(context: Excel.RequestContext, importId: string, cache: ModelCache, others: readonly Agreement[]): Promise<DependentFormulas> {
  const { worksheets } = context.workbook;
  const workbook = queryWorkbook(context);
  const contents = await readStore(context, cache);
  const record = contents.imports.find(({ state }) => state.importId === importId);
  if (record === undefined) return { formulas: [], count: 0 };
  const removal = await readRemoval(context, record, recordsOf(contents), workbook);
  const sheets = await readAllCells(context, worksheets.items);
  const isOther = ({ document }: Agreement): boolean => document.sha256 !== record.agreement.document.sha256;
  const remaining = [...contents.imports.filter((one) => one !== record).map(agreementInWorkbook), ...others].filter(isOther);
  return formulasThatLose(sheets, sourcesOf(removal), answeredOnlyBy(agreementInWorkbook(record), remaining));
}

/** Everything that stands in a workbook's cells, but for the store; two syncs, more for large sheets. */
export async function readAllCells(context: Excel.RequestContext, worksheets: readonly Excel.Worksheet[]): Promise<SheetCells[]> {
  const queries = queryAllSheets(context, worksheets);
  await context.sync();
  return readSheetCells(context, queries);
}

/** Queues how far the sheets of a workbook are used, but for the store. */
export function queryAllSheets(context: Excel.RequestContext, worksheets: readonly Excel.Worksheet[]): SheetQuery[] {
  return worksheets.filter(({ name, visibility }) => name !== STORE_SHEET || visibility === 'Visible').map(({ id, name }) => querySheet(context, id, name));
}

/** Whether one agreement alone answers to the texts of a RESERVE formula; one whose texts are not known counts where no other agreement is left. */
function answeredOnlyBy(own: Agreement, remaining: readonly Agreement[]): (texts: readonly string[]) => boolean {
  const [before, after] = [catalogueOf([own]), catalogueOf(remaining)];
  return (texts) => remaining.length === 0 || texts.some((text) => findEntry(before, text).kind !== 'none' && findEntry(after, text).kind === 'none');
}

/** The formulas that point at what goes, and the RESERVE formulas that lose their answer. Shape: `losesAnswer` hears the texts that a formula names. */
export function formulasThatLose(sheets: readonly SheetCells[], lost: LostSources, losesAnswer: (texts: readonly string[]) => boolean): DependentFormulas {
  const textAt = textFinder(sheets);
  const formulas = sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, formula }) => {
      if (formula === null || (lost.areas.get(name) ?? []).some((area) => holds(area, row, column))) return [];
      const references = referencesOf(formula);
      const isLost = pointsAt(references, name, lost) || namesColumn(formula, { sheet: name, row, column }, lost.columns ?? []) || (asksReserve(formula) && losesAnswer([...references.texts, ...references.cells.flatMap(({ sheet, area }) => textAt(sheet ?? name, area))]));
      return isLost ? [{ place: { sheet: name, address: cellAddress(row, column) }, formula }] : [];
    }),
  );
  return { formulas: formulas.slice(0, MOST_NAMED), count: formulas.length };
}

/** What goes. Shape: `words` are tables and names in capitals; `deleted` sheets that go whole; `areas` own cells by sheet; `shrinks` where a range that keeps some of its cells goes on; `columns` of tables, by their headings. */
export interface LostSources {
  readonly words: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
  readonly areas: ReadonlyMap<string, readonly CellRectangle[]>;
  readonly shrinks?: true;
  readonly columns?: readonly LostColumn[];
}

/** A column of a table that goes. Shape: `area` is the table's, with its headings. */
export interface LostColumn {
  readonly table: string;
  readonly header: string;
  readonly sheet: string;
  readonly area: CellRectangle;
}

function sourcesOf(removal: Removal): LostSources {
  return {
    words: new Set([...removal.tables.map(({ name }) => name), ...removal.names].map((name) => name.toUpperCase())),
    deleted: new Set(sheetsToDelete(removal).map((name) => name.toUpperCase())),
    areas: new Map([...removal.contents.map(({ name, areas }) => [name, areas] as const), ...frontAreas(removal)]),
  };
}

/** The row of the import on the front sheet: its own formulas go with it. */
function frontAreas({ frontRow }: Removal): (readonly [string, CellRectangle[]])[] {
  if (frontRow === undefined) return [];
  const { front, importId } = frontRow;
  const rows = front.rows.flatMap(({ id }, index) => (id === importId ? [{ row: front.row + 1 + index, column: front.column, rows: 1, columns: front.keys.length }] : []));
  return [[front.sheetName, rows]];
}

function pointsAt({ words, sheets, cells }: FormulaReferences, home: string, lost: LostSources): boolean {
  if ([...words].some((word) => lost.words.has(word)) || sheets.some((name) => lost.deleted.has(name.toUpperCase()))) return true;
  const areasOf = (sheet: string): readonly CellRectangle[] => [...lost.areas].find(([name]) => name.toUpperCase() === sheet.toUpperCase())?.[1] ?? [];
  return cells.some(({ sheet, area }) => areasOf(sheet ?? home).some((own) => (lost.shrinks === true ? isWithin(area, own) : meet(own, area))));
}

/** Whether a formula names a column that goes, by its table or from within it. */
function namesColumn(formula: string, at: { readonly sheet: string; readonly row: number; readonly column: number }, lost: readonly LostColumn[]): boolean {
  if (lost.length === 0 || !formula.includes('[')) return false;
  const named = columnsNamed(formula);
  return lost.some(({ table, header, sheet, area }) => {
    const isInside = at.sheet === sheet && holds(area, at.row, at.column);
    return named.some((one) => one.header === header.trim().toLowerCase() && (one.table === table.toUpperCase() || (one.table === '' && isInside)));
  });
}

function isWithin(inner: CellRectangle, outer: CellRectangle): boolean {
  return holds(outer, inner.row, inner.column) && holds(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1);
}

function meet(a: CellRectangle, b: CellRectangle): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}

/** Finds the text of a single cell that a formula takes as an argument. */
function textFinder(sheets: readonly SheetCells[]): (sheet: string, area: CellRectangle) => string[] {
  const at = (sheet: string, row: number, column: number): string => `${sheet.toUpperCase()}!${row},${column}`;
  const texts = new Map(sheets.flatMap(({ name, cells }) => cells.flatMap(({ row, column, value }) => (typeof value === 'string' ? [[at(name, row, column), value] as const] : []))));
  return (sheet, { row, column }) => {
    const text = texts.get(at(sheet, row, column));
    return text === undefined ? [] : [text];
  };
}
