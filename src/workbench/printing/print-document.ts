import { type IStyleData } from '@univerjs/core';
import { type Area } from '../../spreadsheet/cells/address';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, widthOfColumns } from '../../spreadsheet/model/cell-sizes';
import { cellText } from '../../spreadsheet/model/cell-text';
import { type SheetModel } from '../../spreadsheet/model/sheet';
import { defaultStyle } from '../../spreadsheet/model/style';
import { type WorkbookModel } from '../../spreadsheet/model/workbook';
import { appearance } from '../grid/looks/appearance';
import { gridStyle } from '../grid/looks/grid-style';
import { cellCss } from './cell-css';
import { type PageSetup, pageSetup } from './page-setup';
import { type PageFacts } from './page-text';

const look = `
  * { box-sizing: border-box; }
  body { margin: 0; font: ${defaultStyle.fontSize}pt Arial, sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  table { table-layout: fixed; border-collapse: collapse; }
  .centred { margin-inline: auto; }
  .lined td { border: 0.4pt solid #b0b0b0; }
  tr { break-inside: avoid; }
  td { padding: 0 2pt; overflow: hidden; white-space: pre; vertical-align: bottom; }
  td.runs-on { overflow: visible; }
`;

/** Sheets as a page that a browser prints: each with its own paper, margins, scale, repeated rows, and what stands at the top and bottom of every page. */
export function printDocument(workbook: WorkbookModel, sheets: readonly SheetModel[], language: string, now: Date): string {
  workbook.settle();
  const facts = (sheet: SheetModel): PageFacts => ({ workbook: workbook.name, sheet: sheet.name, date: now.toLocaleDateString(language), time: now.toLocaleTimeString(language, { timeStyle: 'short' }) });
  const pages = sheets.flatMap((sheet, index) => {
    const setup = pageSetup(sheet, `sheet${index + 1}`, facts(sheet));
    return setup === null ? [] : [{ sheet, setup, name: `sheet${index + 1}` }];
  });
  const css = pages.map(({ setup }) => setup.css).join('\n');
  const bodies = pages.map(({ sheet, setup, name }) => `<section style="page:${name}">${sheetTable(workbook, sheet, setup)}</section>`).join('');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(workbook.name)}</title><style>${look}${css}</style></head><body>${bodies}</body></html>`;
}

function sheetTable(workbook: WorkbookModel, sheet: SheetModel, { area, titleRows, scale }: PageSetup): string {
  const columns = visible(area.column, area.columns, sheet.hiddenColumns);
  const rows = visible(area.row, area.rows, sheet.hiddenRows);
  const isTitle = (row: number): boolean => titleRows !== null && row >= titleRows.row && row < titleRows.row + titleRows.rows;
  const lines = (wanted: boolean): string => rows.filter((row) => isTitle(row) === wanted).map((row) => rowMarkup(workbook, sheet, row, columns)).join('');
  const widths = columns.map((column) => `<col style="width:${sheet.columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH}pt">`).join('');
  const width = widthOfColumns(sheet, area.column, area.columns);
  const names = [sheet.pageLayout.get('CenterHorizontally') === true ? 'centred' : '', sheet.pageLayout.get('PrintGridlines') === true ? 'lined' : ''].filter((name) => name !== '').join(' ');
  return `<table class="${names}" style="width:${width}pt;zoom:${Number(scale.toFixed(4))}"><colgroup>${widths}</colgroup><thead>${lines(true)}</thead><tbody>${lines(false)}</tbody></table>`;
}

function rowMarkup(workbook: WorkbookModel, sheet: SheetModel, row: number, columns: readonly number[]): string {
  const cells = columns.map((column, index) => cellMarkup(workbook, sheet, row, column, columns[index + 1])).join('');
  return `<tr style="height:${sheet.rowHeights.get(row) ?? DEFAULT_ROW_HEIGHT}pt">${cells}</tr>`;
}

function cellMarkup(workbook: WorkbookModel, sheet: SheetModel, row: number, column: number, next: number | undefined): string {
  const merge = sheet.mergeAt(row, column);
  if (merge && (merge.row !== row || merge.column !== column)) return '';
  const style = sheet.styleAt(row, column) ?? {};
  const value = sheet.valueAt(row, column);
  const overlay = appearance(workbook, sheet, row, column)?.interceptorStyle ?? {};
  const drawn: IStyleData = { ...gridStyle(style), ...overlay };
  const text = cellText(workbook, sheet, row, column);
  const runsOn = typeof value === 'string' && !style.wrapText && (next === undefined || sheet.valueAt(row, next) === null);
  return `<td${spans(sheet, merge)}${runsOn ? ' class="runs-on"' : ''} style="${escaped(cellCss(drawn))}">${escaped(text)}</td>`;
}

/** A merged cell takes as many rows and columns as are seen of it. */
function spans(sheet: SheetModel, merge: Area | null): string {
  if (!merge) return '';
  return ` colspan="${visible(merge.column, merge.columns, sheet.hiddenColumns).length}" rowspan="${visible(merge.row, merge.rows, sheet.hiddenRows).length}"`;
}

function visible(first: number, count: number, hidden: ReadonlySet<number>): number[] {
  return Array.from({ length: count }, (_, index) => first + index).filter((index) => !hidden.has(index));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
