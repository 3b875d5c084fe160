import { type Area } from '../../cells/address';
import { CellError, type Scalar } from '../../cells/value';
import { type ChartModel, copyChart } from '../charts/chart';
import { type CommentModel } from '../comment';
import { type NameModel } from '../names';
import { type Cell, type ConditionalFormat, type SheetModel } from '../sheet';
import { type TableModel } from '../tables/table';
import { type WorkbookModel } from '../workbook';

/** A cell as it was; undefined for one that holds nothing. A formula's value is not kept, it is computed anew. */
export type CellState = Readonly<Cell>;

/** Everything of a sheet besides its cells. */
export interface SheetState {
  readonly fields: Pick<SheetModel, 'name' | 'visibility' | 'tabColor' | 'showGridlines' | 'showHeadings' | 'protection' | 'freeze' | 'merges'
    | 'columnStyles' | 'columnWidths' | 'rowHeights' | 'hiddenRows' | 'hiddenColumns'>;
  readonly pageLayout: ReadonlyMap<string, unknown>;
  readonly charts: readonly ChartModel[];
  readonly conditionalFormats: readonly { readonly format: ConditionalFormat; readonly area: Area; readonly settings: ReadonlyMap<string, unknown> }[];
}

/** Something of the workbook that has an identity, with its fields as they were. */
interface Kept<T> {
  readonly item: T;
  readonly fields: Partial<T>;
}

/** Which sheets, tables, names and comments there are, and what they are like. */
export interface StructureState {
  readonly sheets: readonly SheetModel[];
  readonly tables: readonly Kept<TableModel>[];
  readonly names: readonly Kept<NameModel>[];
  readonly comments: readonly Kept<CommentModel>[];
}

export function cellState(cell: Cell): CellState | undefined {
  if (cell.value === null && cell.formula === undefined && !cell.style && !cell.hyperlink) return undefined;
  return { ...cell, value: cell.formula === undefined ? cell.value : null };
}

export function isSameCell(a: CellState | undefined, b: CellState | undefined): boolean {
  if (!a || !b) return a === b;
  return a.formula === b.formula && isSameScalar(a.value, b.value) && a.style === b.style && a.hyperlink === b.hyperlink && a.hasQuotePrefix === b.hasQuotePrefix;
}

function isSameScalar(a: Scalar, b: Scalar): boolean {
  return a instanceof CellError && b instanceof CellError ? a.code === b.code : a === b;
}

export function sheetState(sheet: SheetModel): SheetState {
  const { name, visibility, tabColor, showGridlines, showHeadings, protection, freeze, merges } = sheet;
  return {
    fields: {
      name, visibility, tabColor, showGridlines, showHeadings, protection, freeze: { ...freeze }, merges: [...merges],
      columnStyles: new Map(sheet.columnStyles), columnWidths: new Map(sheet.columnWidths), rowHeights: new Map(sheet.rowHeights),
      hiddenRows: new Set(sheet.hiddenRows), hiddenColumns: new Set(sheet.hiddenColumns),
    },
    pageLayout: new Map(sheet.pageLayout),
    charts: sheet.charts.map((chart) => copyChart(chart)),
    conditionalFormats: sheet.conditionalFormats.map((format) => ({ format, area: format.area, settings: new Map(format.settings) })),
  };
}

/** Gives a sheet everything besides its cells as it was. */
export function restoreSheet(sheet: SheetModel, state: SheetState): void {
  const { fields } = sheetState(sheet);
  const { columnStyles, columnWidths, rowHeights, hiddenRows, hiddenColumns, ...plain } = { ...fields, ...state.fields };
  Object.assign(sheet, plain, {
    columnStyles: new Map(columnStyles), columnWidths: new Map(columnWidths), rowHeights: new Map(rowHeights),
    hiddenRows: new Set(hiddenRows), hiddenColumns: new Set(hiddenColumns), merges: [...plain.merges],
  });
  sheet.pageLayout.clear();
  for (const [name, value] of state.pageLayout) sheet.pageLayout.set(name, value);
  sheet.charts = state.charts.map((chart) => copyChart(chart));
  sheet.conditionalFormats = state.conditionalFormats.map(({ format, area, settings }) => {
    format.settings.clear();
    for (const [name, value] of settings) format.settings.set(name, value);
    return Object.assign(format, { area });
  });
}

export function structureState(workbook: WorkbookModel): StructureState {
  return {
    sheets: [...workbook.sheets],
    tables: workbook.tables.map((item) => ({ item, fields: { ...item, columns: item.columns.map((column) => ({ ...column })) } })),
    names: workbook.names.map((item) => ({ item, fields: { ...item } })),
    comments: workbook.comments.map((item) => ({ item, fields: { ...item } })),
  };
}

/** Gives a workbook the sheets, tables, names and comments that it had. */
export function restoreStructure(workbook: WorkbookModel, state: StructureState): void {
  workbook.sheets = [...state.sheets];
  workbook.tables = state.tables.map(({ item, fields }) => Object.assign(item, fields, { columns: (fields.columns ?? []).map((column) => ({ ...column })) }));
  workbook.names = state.names.map(({ item, fields }) => Object.assign(item, fields));
  workbook.comments = state.comments.map(({ item, fields }) => Object.assign(item, fields));
}

/** A state as a text, the same for two states that say the same; sheets, tables and the like stand in it by identity and with their fields. */
export function print(state: SheetState | StructureState): string {
  return JSON.stringify(state, (name, value: unknown) => {
    if (value instanceof Map || value instanceof Set) return [...(value as Iterable<unknown>)];
    if (name === 'sheet' || name === 'item' || name === 'format') return (value as { id?: string } | null)?.id ?? null;
    if (name === 'sheets') return (value as readonly SheetModel[]).map((sheet) => sheet.id);
    return value;
  });
}
