import { columnName, formatArea } from '../../cells/address';
import { type ConditionalFormat, type SheetModel } from '../../model/sheet';
import { formulaInFile } from '../formulas';
import { type Links } from './package';
import { type CellTools, hyperlinksXml, rowsXml } from './sheet-cells';
import { isGuid } from '../../guid';
import { COMPATIBILITY, MAIN, OFFICE, REVISION, XML_HEAD, attributes, escapeXml } from './xml';

/** What a sheet's part points to. Shape: ids of its own relationships. */
export interface SheetParts {
  readonly links: Links;
  readonly tables: readonly string[];
  /** What lies over the cells, and the drawing that Excel shows notes in. */
  readonly drawing: string | null;
  readonly noteDrawing: string | null;
}

/** Points of the workbook's units as the characters that files count widths in. Source: ECMA-376 part 1, 18.3.1.13. */
export function charactersOf(points: number): number {
  return Math.round((points / 0.75 / 7) * 10_000) / 10_000;
}

/** The part of a sheet, its elements in the order of the schema. */
export function sheetXml(sheet: SheetModel, tools: CellTools, parts: SheetParts, isActive: boolean): string {
  const extent = sheet.extent() ?? { row: 0, column: 0, rows: 1, columns: 1 };
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"${identityXml(sheet)}>` + propertiesXml(sheet) + `<dimension ref="${formatArea(extent)}"/>` + viewXml(sheet, isActive) +
    '<sheetFormatPr defaultRowHeight="15"/>' + columnsXml(sheet, tools) + `<sheetData>${rowsXml(sheet, tools)}</sheetData>` + protectionXml(sheet) + mergesXml(sheet) +
    sheet.conditionalFormats.map((format, index) => ruleXml(format, index + 1, tools)).join('') +
    hyperlinksXml(sheet, (address) => parts.links.add('hyperlink', address, true)) + printXml(sheet) +
    (parts.drawing === null ? '' : `<drawing r:id="${parts.drawing}"/>`) +
    (parts.noteDrawing === null ? '' : `<legacyDrawing r:id="${parts.noteDrawing}"/>`) +
    (parts.tables.length === 0 ? '' : `<tableParts count="${parts.tables.length}">${parts.tables.map((id) => `<tablePart r:id="${id}"/>`).join('')}</tableParts>`) +
    '</worksheet>'
  );
}

/** The id that a sheet keeps whatever it is called, by which an add-in knows it again. Source: [MS-XLSX] 2.4.81, xr:uid. */
function identityXml({ id }: SheetModel): string {
  return isGuid(id) ? attributes({ 'xmlns:mc': COMPATIBILITY, 'mc:Ignorable': 'xr', 'xmlns:xr': REVISION, 'xr:uid': id }) : '';
}

function propertiesXml(sheet: SheetModel): string {
  const color = /^#[0-9a-f]{6}$/i.test(sheet.tabColor) ? `<tabColor rgb="FF${sheet.tabColor.slice(1)}"/>` : '';
  const fit = fitOf(sheet) === null ? '' : '<pageSetUpPr fitToPage="1"/>';
  return color + fit === '' ? '' : `<sheetPr>${color}${fit}</sheetPr>`;
}

function viewXml(sheet: SheetModel, isActive: boolean): string {
  const { rows, columns } = sheet.freeze;
  const corner = `${columnName(columns)}${rows + 1}`;
  const active = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const pane = rows + columns === 0 ? '' : `<pane${attributes({ xSplit: columns || null, ySplit: rows || null, topLeftCell: corner, activePane: active, state: 'frozen' })}/>`;
  const first = formatArea({ ...sheet.selection, rows: 1, columns: 1 });
  const selection = `<selection${attributes({ pane: pane === '' ? null : active, activeCell: first, sqref: formatArea(sheet.selection) })}/>`;
  const flags = attributes({ showGridLines: sheet.showGridlines ? null : false, showRowColHeaders: sheet.showHeadings ? null : false, tabSelected: isActive || null, workbookViewId: 0 });
  return `<sheetViews><sheetView${flags}>${pane}${selection}</sheetView></sheetViews>`;
}

function columnsXml(sheet: SheetModel, { styles }: CellTools): string {
  const columns = [...new Set([...sheet.columnWidths.keys(), ...sheet.columnStyles.keys(), ...sheet.hiddenColumns])].sort((a, b) => a - b);
  const items = columns.map((column) => {
    const width = sheet.columnWidths.get(column);
    const style = styles.indexOf(sheet.columnStyles.get(column) ?? {}, false);
    return `<col${attributes({ min: column + 1, max: column + 1, width: width === undefined ? 9.14 : charactersOf(width), style: style || null, hidden: sheet.hiddenColumns.has(column) || null, customWidth: width === undefined ? null : true })}/>`;
  });
  return items.length === 0 ? '' : `<cols>${items.join('')}</cols>`;
}

/** A sheet is protected as it is; its password is not kept, files would need it hashed. */
function protectionXml(sheet: SheetModel): string {
  return sheet.protection ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : '';
}

function mergesXml({ merges }: SheetModel): string {
  return merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map((area) => `<mergeCell ref="${formatArea(area)}"/>`).join('')}</mergeCells>`;
}

function ruleXml(format: ConditionalFormat, priority: number, { styles }: CellTools): string {
  const look = styles.ruleIndexOf(format);
  const formula = format.settings.get('Formula');
  const rule = format.settings.get('Rule') as { formula1?: string; formula2?: string; operator?: string; text?: string } | undefined;
  const area = formatArea(format.area);
  const inner = (text: string): string => `<formula>${escapeXml(formulaInFile(text, null))}</formula>`;
  const wrap = (xml: string): string => `<conditionalFormatting sqref="${area}">${xml}</conditionalFormatting>`;
  if (typeof formula === 'string') return wrap(`<cfRule type="expression" dxfId="${look}" priority="${priority}">${inner(formula)}</cfRule>`);
  if (!rule) return '';
  if (typeof rule.text === 'string') {
    const quoted = `"${rule.text.replace(/"/g, '""')}"`;
    const corner = formatArea({ ...format.area, rows: 1, columns: 1 });
    const isIn = rule.operator === 'Contains';
    return wrap(`<cfRule${attributes({ type: isIn ? 'containsText' : 'notContainsText', dxfId: look, priority, operator: isIn ? 'containsText' : 'notContains', text: rule.text })}>${inner(`${isIn ? 'NOT(' : ''}ISERROR(SEARCH(${quoted},${corner}))${isIn ? ')' : ''}`)}</cfRule>`);
  }
  const bounds = [rule.formula1, rule.formula2].flatMap((text) => (text === undefined ? [] : [inner(String(text))]));
  const operator = OPERATORS[rule.operator ?? ''];
  return operator === undefined ? '' : wrap(`<cfRule type="cellIs" dxfId="${look}" priority="${priority}" operator="${operator}">${bounds.join('')}</cfRule>`);
}

const OPERATORS: Readonly<Record<string, string>> = {
  EqualTo: 'equal', NotEqualTo: 'notEqual', GreaterThan: 'greaterThan', GreaterThanOrEqual: 'greaterThanOrEqual', LessThan: 'lessThan', LessThanOrEqual: 'lessThanOrEqual', Between: 'between', NotBetween: 'notBetween',
};

const POINTS_PER_INCH = 72;

/** Paper sizes by their number in files. Source: ECMA-376 part 1, 18.3.1.63. */
const PAPERS: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11 };

function fitOf(sheet: SheetModel): { readonly width: number; readonly height: number } | null {
  const zoom = sheet.pageLayout.get('Zoom') as { horizontalFitToPages?: number; verticalFitToPages?: number } | undefined;
  if (zoom?.horizontalFitToPages === undefined && zoom?.verticalFitToPages === undefined) return null;
  return { width: zoom.horizontalFitToPages ?? 0, height: zoom.verticalFitToPages ?? 0 };
}

function printXml(sheet: SheetModel): string {
  const { pageLayout } = sheet;
  const fit = fitOf(sheet);
  const inches = (name: string, otherwise: number): number => Number(((pageLayout.has(name) ? Number(pageLayout.get(name)) : otherwise * POINTS_PER_INCH) / POINTS_PER_INCH).toFixed(4));
  const margins = attributes({ left: inches('LeftMargin', 0.7), right: inches('RightMargin', 0.7), top: inches('TopMargin', 0.75), bottom: inches('BottomMargin', 0.75), header: inches('HeaderMargin', 0.3), footer: inches('FooterMargin', 0.3) });
  const setup = attributes({ paperSize: PAPERS[String(pageLayout.get('PaperSize') ?? 'A4')] ?? 9, fitToWidth: fit && fit.width !== 1 ? fit.width : null, fitToHeight: fit ? fit.height : null, orientation: String(pageLayout.get('Orientation') ?? 'Portrait').toLowerCase() });
  const options = attributes({ horizontalCentered: pageLayout.get('CenterHorizontally') === true || null, gridLines: pageLayout.get('PrintGridlines') === true || null });
  return `${options === '' ? '' : `<printOptions${options}/>`}<pageMargins${margins}/><pageSetup${setup}/>${headerFooterXml(pageLayout)}`;
}

/** What stands above and below every printed page: "&L" is the left, "&C" the middle, "&R" the right. */
function headerFooterXml(pageLayout: ReadonlyMap<string, unknown>): string {
  const line = (end: string): string => [['L', 'Left'], ['C', 'Center'], ['R', 'Right']].map(([code, side]) => {
    const text = String(pageLayout.get(`${String(side)}${end}`) ?? '');
    return text === '' ? '' : `&${String(code)}${text}`;
  }).join('');
  const [header, footer] = [line('Header'), line('Footer')];
  if (header + footer === '') return '';
  return `<headerFooter>${header === '' ? '' : `<oddHeader>${escapeXml(header)}</oddHeader>`}${footer === '' ? '' : `<oddFooter>${escapeXml(footer)}</oddFooter>`}</headerFooter>`;
}
