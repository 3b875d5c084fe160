import { type Area } from '../../spreadsheet/cells/address';
import { CellError, type ErrorCode, type Scalar } from '../../spreadsheet/cells/value';
import { type ChartModel, copyChart } from '../../spreadsheet/model/charts/chart';
import { type Cell, type ConditionalFormat, type Hyperlink, type SheetModel, type Visibility } from '../../spreadsheet/model/sheet';
import { type CellStyle, shareStyle } from '../../spreadsheet/model/style';
import { type TableColumnModel, TableModel } from '../../spreadsheet/model/tables/table';
import { WorkbookModel } from '../../spreadsheet/model/workbook';

const version = 1;

type SavedScalar = number | string | boolean | null | { readonly error: ErrorCode };

interface SavedCell {
  readonly k: number;
  readonly v?: SavedScalar;
  readonly f?: string;
  readonly q?: true;
  readonly s?: number;
  readonly h?: Hyperlink;
}

interface SavedSheet {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly SavedCell[];
  readonly columnStyles: readonly (readonly [number, number])[];
  readonly columnWidths: readonly (readonly [number, number])[];
  readonly rowHeights: readonly (readonly [number, number])[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly Area[];
  readonly conditionalFormats: readonly { readonly id: string; readonly area: Area; readonly type: string; readonly settings: readonly (readonly [string, unknown])[] }[];
  /** Absent in what was saved before workbooks had charts. */
  readonly charts?: readonly ChartModel[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly visibility: Visibility;
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly showHeadings: boolean;
  readonly protection: SheetModel['protection'];
  readonly pageLayout: readonly (readonly [string, unknown])[];
  readonly selection: Area;
}

/** A workbook as plain data, for a file or the browser's storage. */
export interface SavedWorkbook {
  readonly version: number;
  readonly name: string;
  readonly lastId: number;
  readonly activeSheet: string;
  readonly calculationMode: WorkbookModel['calculationMode'];
  readonly styles: readonly CellStyle[];
  readonly sheets: readonly SavedSheet[];
  readonly tables: readonly (Pick<TableModel, 'id' | 'name' | 'area' | 'style' | 'showHeaders' | 'showTotals' | 'showBandedRows' | 'showBandedColumns' | 'showFilterButton' | 'highlightFirstColumn' | 'highlightLastColumn'> & { readonly hasInsertRow?: boolean } & { readonly sheet: string; readonly columns: readonly TableColumnModel[] })[];
  readonly names: readonly { readonly id: string; readonly name: string; readonly sheet: string | null; readonly formula: string; readonly comment: string; readonly isVisible: boolean }[];
  readonly comments: readonly { readonly id: string; readonly sheet: string; readonly row: number; readonly column: number; readonly content: string; readonly author: string; readonly created: string; readonly isResolved: boolean }[];
  readonly settings: readonly (readonly [string, unknown])[];
  readonly xmlParts: readonly (readonly [string, string])[];
  readonly properties: readonly (readonly [string, unknown])[];
}

export function saveWorkbook(workbook: WorkbookModel): SavedWorkbook {
  const styles: CellStyle[] = [];
  const styleNumbers = new Map<CellStyle, number>();
  const styleNumber = (style: CellStyle): number => {
    const known = styleNumbers.get(style);
    if (known !== undefined) return known;
    styles.push(style);
    styleNumbers.set(style, styles.length - 1);
    return styles.length - 1;
  };
  const sheets = workbook.sheets.map((sheet) => saveSheet(sheet, styleNumber));
  return {
    version,
    name: workbook.name,
    lastId: workbook.lastGivenId,
    activeSheet: workbook.activeSheet.id,
    calculationMode: workbook.calculationMode,
    styles,
    sheets,
    tables: workbook.tables.map(({ sheet, ...table }) => ({ ...table, sheet: sheet.id, columns: table.columns.map((column) => ({ ...column })) })),
    names: workbook.names.map(({ sheet, ...item }) => ({ ...item, sheet: sheet?.id ?? null })),
    comments: workbook.comments.map(({ sheet, ...comment }) => ({ ...comment, sheet: sheet.id })),
    settings: [...workbook.settings],
    xmlParts: [...workbook.xmlParts.values()].map((part) => [part.id, part.xml] as const),
    properties: [...workbook.properties],
  };
}

function saveSheet(sheet: SheetModel, styleNumber: (style: CellStyle) => number): SavedSheet {
  return {
    id: sheet.id,
    name: sheet.name,
    cells: [...sheet.cells].map(([key, cell]) => saveCell(key, cell, styleNumber)),
    columnStyles: [...sheet.columnStyles].map(([column, style]) => [column, styleNumber(style)] as const),
    columnWidths: [...sheet.columnWidths],
    rowHeights: [...sheet.rowHeights],
    hiddenRows: [...sheet.hiddenRows],
    hiddenColumns: [...sheet.hiddenColumns],
    merges: sheet.merges,
    conditionalFormats: sheet.conditionalFormats.map((format) => ({ ...format, settings: [...format.settings] })),
    charts: sheet.charts.map((chart) => copyChart(chart)),
    freeze: sheet.freeze,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    showHeadings: sheet.showHeadings,
    protection: sheet.protection,
    pageLayout: [...sheet.pageLayout],
    selection: sheet.selection,
  };
}

function saveCell(key: number, cell: Cell, styleNumber: (style: CellStyle) => number): SavedCell {
  return {
    k: key,
    ...(cell.formula === undefined ? { v: cell.value instanceof CellError ? { error: cell.value.code } : cell.value } : { f: cell.formula }),
    ...(cell.hasQuotePrefix ? { q: true } : {}),
    ...(cell.style ? { s: styleNumber(cell.style) } : {}),
    ...(cell.hyperlink ? { h: cell.hyperlink } : {}),
  };
}

/** Rebuilds a saved workbook; formulas are computed anew. */
export function openWorkbook(saved: SavedWorkbook): WorkbookModel {
  if (saved.version !== version) throw new Error(`This workbook was saved in version ${saved.version} of the format; version ${version} is read.`);
  const workbook = new WorkbookModel();
  workbook.name = saved.name;
  workbook.calculationMode = saved.calculationMode;
  const styles = saved.styles.map((style) => shareStyle(style));
  for (const saved_ of saved.sheets) openSheet(workbook, saved_, styles);
  const sheetOf = (id: string): SheetModel => {
    const sheet = workbook.sheetBy(id);
    if (!sheet) throw new Error(`The saved workbook has no sheet ${id}.`);
    return sheet;
  };
  for (const { sheet, columns, id, name, area, ...look } of saved.tables) {
    const table = new TableModel(id, name, sheetOf(sheet), area);
    workbook.tables.push(Object.assign(table, look, { columns: columns.map((column) => ({ ...column })) }));
  }
  workbook.names = saved.names.map((item) => ({ ...item, sheet: item.sheet === null ? null : sheetOf(item.sheet) }));
  workbook.comments = saved.comments.map((comment) => ({ ...comment, sheet: sheetOf(comment.sheet) }));
  for (const [key, value] of saved.settings) workbook.settings.set(key, value);
  for (const [id, xml] of saved.xmlParts) workbook.xmlParts.set(id, { id, xml });
  for (const [key, value] of saved.properties) workbook.properties.set(key, value);
  workbook.reserveIds(saved.lastId);
  workbook.activate(sheetOf(saved.activeSheet));
  workbook.markDirty();
  return workbook;
}

function openSheet(workbook: WorkbookModel, saved: SavedSheet, styles: readonly (CellStyle | undefined)[]): void {
  const sheet = workbook.addSheet(saved.name, 'user', saved.id);
  for (const { k, v, f, q, s, h } of saved.cells) {
    const style = s === undefined ? undefined : styles[s];
    sheet.cells.set(k, {
      value: f === undefined ? openScalar(v ?? null) : null,
      ...(f === undefined ? {} : { formula: f }),
      ...(q ? { hasQuotePrefix: true } : {}),
      ...(style ? { style } : {}),
      ...(h ? { hyperlink: h } : {}),
    });
  }
  for (const [column, style] of saved.columnStyles) {
    const found = styles[style];
    if (found) sheet.columnStyles.set(column, found);
  }
  sheet.columnWidths = new Map(saved.columnWidths);
  sheet.rowHeights = new Map(saved.rowHeights);
  sheet.hiddenRows = new Set(saved.hiddenRows);
  sheet.hiddenColumns = new Set(saved.hiddenColumns);
  sheet.merges = [...saved.merges];
  sheet.conditionalFormats = saved.conditionalFormats.map((format): ConditionalFormat => ({ ...format, settings: new Map(format.settings) }));
  sheet.charts = (saved.charts ?? []).map((chart) => copyChart(chart));
  for (const [name, value] of saved.pageLayout) sheet.pageLayout.set(name, value);
  const { freeze, visibility, tabColor, showGridlines, showHeadings, protection, selection } = saved;
  Object.assign(sheet, { freeze: { ...freeze }, visibility, tabColor, showGridlines, showHeadings, protection, selection });
}

function openScalar(value: SavedScalar): Scalar {
  return typeof value === 'object' && value !== null ? new CellError(value.error) : value;
}
