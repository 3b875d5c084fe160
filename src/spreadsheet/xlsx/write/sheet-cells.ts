import { formatArea, between, type Area } from '../../cells/address';
import { CellError, type Scalar } from '../../cells/value';
import { type Cell, type SheetModel, keyColumn, keyRow } from '../../model/sheet';
import { type WorkbookModel } from '../../model/workbook';
import { formulaInFile } from '../formulas';
import { type SharedStrings } from './shared-strings';
import { type StyleSheet } from './style-sheet';
import { attributes, escapeSpreadsheetText, escapeXml } from './xml';

/** What cells are written with. */
export interface CellTools {
  readonly workbook: WorkbookModel;
  readonly styles: StyleSheet;
  readonly strings: SharedStrings;
}

/** The rows of a sheet: every cell with its look, its formula and the value that was computed last. */
export function rowsXml(sheet: SheetModel, tools: CellTools): string {
  const rows = new Map<number, number[]>();
  for (const key of new Set([...sheet.cells.keys(), ...sheet.spills.keys()])) rows.set(keyRow(key), [...(rows.get(keyRow(key)) ?? []), key]);
  for (const row of [...sheet.rowHeights.keys(), ...sheet.hiddenRows]) if (!rows.has(row)) rows.set(row, []);
  return [...rows].sort(([a], [b]) => a - b).map(([row, keys]) => {
    const height = sheet.rowHeights.get(row);
    const cells = keys.sort((a, b) => a - b).map((key) => cellXml(sheet, key, tools));
    return `<row${attributes({ r: row + 1, ht: height, customHeight: height === undefined ? null : true, hidden: sheet.hiddenRows.has(row) || null })}>${cells.join('')}</row>`;
  }).join('');
}

function cellXml(sheet: SheetModel, key: number, tools: CellTools): string {
  const [row, column] = [keyRow(key), keyColumn(key)];
  const cell = sheet.cells.get(key);
  const style = tools.styles.indexOf(cell?.style ?? sheet.columnStyles.get(column) ?? {}, cell?.hasQuotePrefix === true);
  const value = sheet.valueAt(row, column);
  const start = `<c r="${formatArea(between(row, column, row, column))}"${attributes({ s: style || null })}`;
  if (cell?.formula !== undefined) return `${start}${typeOf(value)}>${formulaXml(sheet, key, cell, tools)}${valueXml(value)}</c>`;
  if (value === null) return `${start}/>`;
  if (typeof value === 'string') return `${start} t="s"><v>${tools.strings.indexOf(value)}</v></c>`;
  return `${start}${typeOf(value)}>${valueXml(value)}</c>`;
}

/** A formula whose result fills several cells stands as an array formula over them. */
function formulaXml(sheet: SheetModel, key: number, cell: Cell, { workbook }: CellTools): string {
  const spill = workbook.calculation.spillArea(sheet, key);
  const table = workbook.tableAt(sheet, keyRow(key), keyColumn(key));
  const text = escapeXml(formulaInFile(cell.formula ?? '', table?.name ?? null));
  return spill ? `<f t="array" ref="${formatArea(spill)}">${text}</f>` : `<f>${text}</f>`;
}

function typeOf(value: Scalar): string {
  if (typeof value === 'string') return ' t="str"';
  if (typeof value === 'boolean') return ' t="b"';
  return value instanceof CellError ? ' t="e"' : '';
}

/** Errors that came after the file format stand in it as the nearest that it knows. */
const OLD_ERRORS: Readonly<Record<string, string>> = { '#SPILL!': '#VALUE!', '#CALC!': '#VALUE!', '#BUSY!': '#N/A' };

function valueXml(value: Scalar): string {
  if (value === null) return '';
  if (typeof value === 'string') return `<v>${escapeSpreadsheetText(value)}</v>`;
  if (typeof value === 'boolean') return `<v>${Number(value)}</v>`;
  return `<v>${value instanceof CellError ? (OLD_ERRORS[value.code] ?? value.code) : value}</v>`;
}

/** The links on a sheet's cells. Shape: `link` gives the id of a relationship to an address. */
export function hyperlinksXml(sheet: SheetModel, link: (address: string) => string): string {
  const items = [...sheet.cells].flatMap(([key, { hyperlink }]) => {
    if (!hyperlink) return [];
    const ref = formatArea(cellArea(key));
    const target = hyperlink.address ? { 'r:id': link(hyperlink.address) } : { location: hyperlink.documentReference };
    return [`<hyperlink${attributes({ ref, ...target, tooltip: hyperlink.screenTip, display: hyperlink.textToDisplay })}/>`];
  });
  return items.length === 0 ? '' : `<hyperlinks>${items.join('')}</hyperlinks>`;
}

function cellArea(key: number): Area {
  return between(keyRow(key), keyColumn(key), keyRow(key), keyColumn(key));
}
