import { type IStyleData } from '@univerjs/core';
import { type Area } from '../../spreadsheet/cells/address';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, widthOfColumns } from '../../spreadsheet/model/cell-sizes';
import { cellText } from '../../spreadsheet/model/cell-text';
import { type ChartModel } from '../../spreadsheet/model/charts/chart';
import { type SheetModel } from '../../spreadsheet/model/sheet';
import { defaultStyle } from '../../spreadsheet/model/style';
import { type WorkbookModel } from '../../spreadsheet/model/workbook';
import { appearance } from '../grid/looks/appearance';
import { gridStyle } from '../grid/looks/grid-style';
import { cellCss } from './cell-css';
import { type ChartPicture } from './chart-pictures';
import { type PageSetup, pageSetup } from './page-setup';
import { type PageFacts } from './page-text';

/** A sheet on its way to paper. */
interface Paper {
  readonly workbook: WorkbookModel;
  readonly sheet: SheetModel;
  readonly pictures: ReadonlyMap<ChartModel, ChartPicture>;
}

interface ChartsOnPaper {
  readonly at: ReadonlyMap<string, string>;
  readonly joined: ReadonlySet<number>;
}

const look = `
  * { box-sizing: border-box; }
  body { margin: 0; font: ${defaultStyle.fontSize}pt Arial, sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  table { table-layout: fixed; border-collapse: collapse; }
  .centred { margin-inline: auto; }
  .lined td { border: 0.4pt solid #b0b0b0; }
  tr { break-inside: avoid; }
  td { padding: 0 2pt; overflow: hidden; white-space: pre; vertical-align: bottom; }
  td.runs-on { overflow: visible; }
  td.charted { position: relative; overflow: visible; }
  .charted img { position: absolute; z-index: 1; top: 0; left: 0; padding: 6pt; background: #ffffff; border: 0.4pt solid #b0b0b0; }
`;

/** Sheets as a page that a browser prints: each with its own paper, margins, scale, repeated rows, and what stands at the top and bottom of every page. */
export function printDocument(workbook: WorkbookModel, sheets: readonly SheetModel[], pictures: ReadonlyMap<ChartModel, ChartPicture>, language: string, now: Date): string {
  workbook.settle();
  const facts = (sheet: SheetModel): PageFacts => ({ workbook: workbook.name, sheet: sheet.name, date: now.toLocaleDateString(language), time: now.toLocaleTimeString(language, { timeStyle: 'short' }) });
  const pages = sheets.flatMap((sheet, index) => {
    const setup = pageSetup(sheet, `sheet${index + 1}`, facts(sheet));
    return setup === null ? [] : [{ sheet, setup, name: `sheet${index + 1}` }];
  });
  const css = pages.map(({ setup }) => setup.css).join('\n');
  const bodies = pages.map(({ sheet, setup, name }) => `<section style="page:${name}">${sheetTable({ workbook, sheet, pictures }, setup)}</section>`).join('');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(workbook.name)}</title><style>${look}${css}</style></head><body>${bodies}</body></html>`;
}

function sheetTable(paper: Paper, { area, titleRows, scale }: PageSetup): string {
  const { sheet } = paper;
  const columns = visible(area.column, area.columns, sheet.hiddenColumns);
  const rows = visible(area.row, area.rows, sheet.hiddenRows);
  const charts = chartsOn(paper, rows, columns);
  const isTitle = (row: number): boolean => titleRows !== null && row >= titleRows.row && row < titleRows.row + titleRows.rows;
  const lines = (wanted: boolean): string => rows.filter((row) => isTitle(row) === wanted).map((row) => rowMarkup(paper, row, columns, charts)).join('');
  const widths = columns.map((column) => `<col style="width:${sheet.columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH}pt">`).join('');
  const width = widthOfColumns(sheet, area.column, area.columns);
  const names = [sheet.pageLayout.get('CenterHorizontally') === true ? 'centred' : '', sheet.pageLayout.get('PrintGridlines') === true ? 'lined' : ''].filter((name) => name !== '').join(' ');
  return `<table class="${names}" style="width:${width}pt;zoom:${Number(scale.toFixed(4))}"><colgroup>${widths}</colgroup><thead>${lines(true)}</thead><tbody>${lines(false)}</tbody></table>`;
}

/** The charts by the first cell of each that is seen, and the rows that no page may end after, since a chart goes on over them. */
function chartsOn({ sheet, pictures }: Paper, rows: readonly number[], columns: readonly number[]): ChartsOnPaper {
  const at = new Map<string, string>();
  const joined = new Set<number>();
  for (const chart of sheet.charts) {
    const { anchor } = chart;
    const covered = rows.filter((row) => row >= anchor.row && row < anchor.row + anchor.rows);
    const [row, column, picture] = [covered[0], columns.find((one) => one >= anchor.column && one < anchor.column + anchor.columns), pictures.get(chart)];
    if (row === undefined || column === undefined || picture === undefined) continue;
    const first = sheet.mergeAt(row, column) ?? { row, column };
    const key = `${first.row}|${first.column}`;
    at.set(key, `${at.get(key) ?? ''}<img src="${escaped(picture.source)}" alt="${escaped(picture.text)}" style="width:${picture.width}pt;height:${picture.height}pt">`);
    for (const one of covered.slice(0, -1)) joined.add(one);
  }
  return { at, joined };
}

function rowMarkup(paper: Paper, row: number, columns: readonly number[], charts: ChartsOnPaper): string {
  const cells = columns.map((column, index) => cellMarkup(paper, row, column, columns[index + 1], charts.at.get(`${row}|${column}`) ?? '')).join('');
  return `<tr style="height:${paper.sheet.rowHeights.get(row) ?? DEFAULT_ROW_HEIGHT}pt${charts.joined.has(row) ? ';break-after:avoid' : ''}">${cells}</tr>`;
}

function cellMarkup({ workbook, sheet }: Paper, row: number, column: number, next: number | undefined, charts: string): string {
  const merge = sheet.mergeAt(row, column);
  if (merge && (merge.row !== row || merge.column !== column)) return '';
  const style = sheet.styleAt(row, column) ?? {};
  const value = sheet.valueAt(row, column);
  const overlay = appearance(workbook, sheet, row, column)?.interceptorStyle ?? {};
  const drawn: IStyleData = { ...gridStyle(style), ...overlay };
  const runsOn = typeof value === 'string' && !style.wrapText && (next === undefined || sheet.valueAt(row, next) === null);
  const names = [runsOn ? 'runs-on' : '', charts === '' ? '' : 'charted'].filter((name) => name !== '').join(' ');
  return `<td${spans(sheet, merge)}${names === '' ? '' : ` class="${names}"`} style="${escaped(cellCss(drawn))}">${escaped(cellText(workbook, sheet, row, column))}${charts}</td>`;
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
