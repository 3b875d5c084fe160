import { BooleanNumber, BorderStyleTypes, CellValueType, HorizontalAlign, type ICellDataForSheetInterceptor, type IStyleData } from '@univerjs/core';
import { contains } from '../../../spreadsheet/cells/address';
import { displayText } from '../../../spreadsheet/cells/number-format';
import { CellError, type Scalar } from '../../../spreadsheet/cells/value';
import { compare } from '../../../spreadsheet/formula/operand';
import { translateFormula } from '../../../spreadsheet/formula/rewrite';
import { type ConditionalFormat, type SheetModel } from '../../../spreadsheet/model/sheet';
import { type CellStyle, defaultStyle } from '../../../spreadsheet/model/style';
import { type TableModel } from '../../../spreadsheet/model/tables/table';
import { type WorkbookModel } from '../../../spreadsheet/model/workbook';
import { filterButton, filterButtonRoom } from '../filter-button';
import { gridBorders } from './borders';
import { fitNumber } from '../sizes/number-fit';

interface TableColors {
  readonly header: string;
  readonly headerText: string;
  readonly band: string;
  readonly line: string;
}

const lightColors: TableColors = { header: '#FFFFFF', headerText: '#000000', band: '#F2F2F2', line: '#A6A6A6' };
const blueColors: TableColors = { header: '#4472C4', headerText: '#FFFFFF', band: '#D9E2F3', line: '#8EAADB' };
const greyColors: TableColors = { header: '#7B7B7B', headerText: '#FFFFFF', band: '#EDEDED', line: '#C9C9C9' };
const commentMarker = { color: '#8A5CF5', size: 7 };
const errorMarker = { color: '#C50F1F', size: 7 };

/** How a cell shows on screen beyond what is stored in it: formatted text, table bands, conditional formats, marks of comments. */
export function appearance(workbook: WorkbookModel, sheet: SheetModel, row: number, column: number): Partial<ICellDataForSheetInterceptor> | null {
  const value = sheet.valueAt(row, column);
  const table = workbook.tableAt(sheet, row, column);
  const format = matchingFormat(workbook, sheet, row, column);
  const hasComment = workbook.commentAt(sheet, row, column) !== null;
  if (value === null && !table && !format && !hasComment) return null;
  const style = sheet.styleAt(row, column) ?? {};
  const overlay: IStyleData = { ...(table ? tableStyle(table, row, style) : {}), ...(format ? formatStyle(format) : {}) };
  if (value !== null && (style.horizontalAlignment ?? 'General') === 'General') {
    overlay.ht = typeof value === 'number' ? HorizontalAlign.RIGHT : typeof value === 'string' ? HorizontalAlign.LEFT : HorizontalAlign.CENTER;
  }
  const numberFormat = style.numberFormat ?? defaultStyle.numberFormat;
  const shown = displayText(value, numberFormat, workbook.culture);
  const text = typeof value === 'number' ? fitNumber(shown, numberFormat, sheet, row, column, workbook.culture) : shown;
  return {
    ...(value === null ? {} : { v: text, t: CellValueType.STRING }),
    interceptorStyle: overlay,
    ...(table !== null && isFilterHeading(table, row) ? { customRender: [filterButton(table.columns[column - table.area.column]?.shown !== undefined)], fontRenderExtension: { rightOffset: filterButtonRoom } } : {}),
    ...(hasComment ? { markers: { tr: commentMarker } } : value instanceof CellError && value.message ? { markers: { tl: errorMarker } } : {}),
  };
}

/** Whether a row of a table is its heading with buttons that filter. */
export function isFilterHeading(table: TableModel | null, row: number): boolean {
  return table !== null && table.showHeaders && table.showFilterButton && row === table.area.row;
}

function colorsOf(table: TableModel): TableColors | null {
  const [, family = '', number = '2'] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(table.style) ?? [];
  if (!family) return null;
  const isGrey = Number(number) % 7 === 1;
  if (family === 'Light' && isGrey) return lightColors;
  return isGrey ? greyColors : blueColors;
}

/** The look that a table gives a cell; what the cell has of its own comes before it. */
function tableStyle(table: TableModel, row: number, { fill, fontColor, borders }: CellStyle): IStyleData {
  const colors = colorsOf(table);
  if (!colors) return {};
  const own = borders ? gridBorders(borders) : {};
  const line = { s: BorderStyleTypes.THIN, cl: { rgb: colors.line } };
  const { area, dataArea } = table;
  if (table.showHeaders && row === area.row) {
    return {
      bl: BooleanNumber.TRUE,
      ...(fill ? {} : { bg: { rgb: colors.header } }),
      ...(fontColor ? {} : { cl: { rgb: colors.headerText } }),
      bd: { b: line, ...own },
    };
  }
  if (table.showTotals && row === area.row + area.rows - 1) return { bl: BooleanNumber.TRUE, bd: { t: { s: BorderStyleTypes.DOUBLE, cl: { rgb: colors.line } }, b: line, ...own } };
  const isBand = table.showBandedRows && (row - dataArea.row) % 2 === 0;
  return { ...(isBand && !fill ? { bg: { rgb: colors.band } } : {}), bd: { b: line, ...own } };
}

function matchingFormat(workbook: WorkbookModel, sheet: SheetModel, row: number, column: number): ConditionalFormat | null {
  return sheet.conditionalFormats.find((format) => contains(format.area, row, column) && applies(workbook, sheet, format, row, column)) ?? null;
}

function applies(workbook: WorkbookModel, sheet: SheetModel, format: ConditionalFormat, row: number, column: number): boolean {
  const relative = (formula: string): Scalar =>
    workbook.calculation.valueAt(translateFormula(formula, row - format.area.row, column - format.area.column), sheet, row, column);
  const formula = format.settings.get('Formula');
  if (typeof formula === 'string') {
    const result = relative(formula);
    return result === true || (typeof result === 'number' && result !== 0);
  }
  const rule = format.settings.get('Rule') as { formula1?: unknown; formula2?: unknown; operator?: unknown; text?: unknown } | undefined;
  if (!rule) return false;
  const value = sheet.valueAt(row, column);
  if (value instanceof CellError) return false;
  if (typeof rule.text === 'string') return String(value ?? '').toLowerCase().includes(rule.text.toLowerCase()) === (rule.operator === 'Contains');
  const bound = (text: unknown): Scalar => relative(`=${String(text ?? '0').replace(/^=/, '')}`);
  const [low, high] = [bound(rule.formula1), bound(rule.formula2)];
  if (low instanceof CellError || high instanceof CellError) return false;
  const order = compare(value, low);
  switch (rule.operator) {
    case 'EqualTo': return order === 0;
    case 'NotEqualTo': return order !== 0;
    case 'GreaterThan': return order > 0;
    case 'GreaterThanOrEqual': return order >= 0;
    case 'LessThan': return order < 0;
    case 'LessThanOrEqual': return order <= 0;
    case 'Between': return order >= 0 && compare(value, high) <= 0;
    case 'NotBetween': return order < 0 || compare(value, high) > 0;
    default: return false;
  }
}

function formatStyle(format: ConditionalFormat): IStyleData {
  const fill = format.settings.get('Fill.Color');
  const color = format.settings.get('Font.Color');
  return {
    ...(typeof fill === 'string' ? { bg: { rgb: fill } } : {}),
    ...(typeof color === 'string' ? { cl: { rgb: color } } : {}),
    ...(format.settings.get('Font.Bold') === true ? { bl: BooleanNumber.TRUE } : {}),
    ...(format.settings.get('Font.Italic') === true ? { it: BooleanNumber.TRUE } : {}),
  };
}
