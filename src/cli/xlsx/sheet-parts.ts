import { cellAddress, rangeAddress } from '../../core/sheet-plan/addresses';
import { cleanCellText, cellEntry } from '../../core/sheet-plan/cell-entry';
import { headerCells, linesOfRow, pageNumbers, printText, sheetExtent, type PlanCell, type PlannedFlag, type PlannedSheet, type PlannedTable } from '../../core/sheet-plan/plan';
import { type StyleSheet } from './style-sheet';
import { escapeSpreadsheetText, escapeXml, XML_HEAD } from './xml';

/** Height of a line of the workbook's font. Units: points. */
const LINE_POINTS = 15;

/** The texts of a workbook, each once, by which its cells name them. */
export class SharedStrings {
  private readonly texts = new Map<string, number>();
  private uses = 0;

  indexOf(text: string): number {
    this.uses += 1;
    const known = this.texts.get(text) ?? this.texts.size;
    this.texts.set(text, known);
    return known;
  }

  /** The part xl/sharedStrings.xml. */
  toXml(): string {
    const items = [...this.texts.keys()].map((text) => `<si><t xml:space="preserve">${escapeSpreadsheetText(text)}</t></si>`);
    return `${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

/** What a sheet's part points to. Shape: ids of its own relationships. */
export interface SheetLinks {
  readonly tables: readonly string[];
  readonly drawing: string | null;
}

/** The part of a sheet: widths, frozen rows, cells, tables, comments. */
export function sheetXml(sheet: PlannedSheet, styles: StyleSheet, strings: SharedStrings, links: SheetLinks, isFirst: boolean): string {
  const { rows, columns } = sheetExtent(sheet);
  const pane =
    sheet.frozenRows > 0
      ? `<pane ySplit="${sheet.frozenRows}" topLeftCell="A${sheet.frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
      : '';
  const widths = sheet.widths.map((width, column) => `<col min="${column + 1}" max="${column + 1}" width="${width + 0.71}" customWidth="1"/>`).join('');
  return (
    `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    (sheet.print === undefined ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>') +
    `<dimension ref="${rangeAddress(0, 0, Math.max(1, rows), Math.max(1, columns))}"/>` +
    `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    (widths === '' ? '' : `<cols>${widths}</cols>`) +
    `<sheetData>${rowsXml(sheet, styles, strings)}</sheetData>` +
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    headerFooterXml(sheet) +
    (links.drawing === null ? '' : `<legacyDrawing r:id="${links.drawing}"/>`) +
    (links.tables.length === 0 ? '' : `<tableParts count="${links.tables.length}">${links.tables.map((id) => `<tablePart r:id="${id}"/>`).join('')}</tableParts>`) +
    '</worksheet>'
  );
}

/** What stands above and below every printed page: "&L" is the left, "&C" the middle, "&R" the right. */
function headerFooterXml({ print }: PlannedSheet): string {
  if (print === undefined) return '';
  const header = `&L${printText(print.header.left)}&R${printText(print.header.right)}`;
  const footer = `&L${printText(print.footer.left)}&R${pageNumbers(print)}`;
  return `<headerFooter><oddHeader>${escapeXml(header)}</oddHeader><oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>`;
}

function rowsXml(sheet: PlannedSheet, styles: StyleSheet, strings: SharedStrings): string {
  const flags = new Map(sheet.flags.map((flag) => [`${flag.row},${flag.column}`, flag]));
  const rows = new Map<number, Map<number, PlanCell>>();
  const areas = [...sheet.blocks, ...sheet.tables.map((table) => ({ row: table.row, column: table.column, cells: [headerCells(table), ...table.rows] }))];
  for (const area of areas) {
    area.cells.forEach((cells, row) => {
      const target = rows.get(area.row + row) ?? new Map<number, PlanCell>();
      cells.forEach((cell, column) => target.set(area.column + column, cell));
      rows.set(area.row + row, target);
    });
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const xml = [...cells].sort(([a], [b]) => a - b).map(([column, cell]) => cellXml(row, column, cell, flags.get(`${row},${column}`), styles, strings));
      const lines = linesOfRow(Array.from({ length: sheet.widths.length }, (_none, column): PlanCell => cells.get(column) ?? { kind: 'blank', format: 'General' }), sheet.widths);
      const height = lines === 1 ? '' : ` ht="${lines * LINE_POINTS}" customHeight="1"`;
      return `<row r="${row + 1}"${height}>${xml.join('')}</row>`;
    })
    .join('');
}

function cellXml(row: number, column: number, cell: PlanCell, flag: PlannedFlag | undefined, styles: StyleSheet, strings: SharedStrings): string {
  const entry = cellEntry(cell);
  const isText = cell.kind === 'text';
  const style = styles.indexOf({
    format: entry.format,
    style: cell.kind === 'blank' ? null : (cell.style ?? null),
    flag: flag?.severity ?? null,
    isQuoted: isText && /^[=+\-@']/.test(cell.text),
  });
  const start = `<c r="${cellAddress(row, column)}" s="${style}"`;
  if (cell.kind === 'number') return `${start}><v>${cell.value}</v></c>`;
  if (cell.kind === 'formula') return `${start}><f>${escapeXml(cell.formula.slice(1))}</f></c>`;
  const text = isText ? cleanCellText(cell.text) : '';
  return text === '' ? `${start}/>` : `${start} t="s"><v>${strings.indexOf(text)}</v></c>`;
}

/** The part of a table; a column with one formula in all rows is a calculated column. */
export function tableXml(table: PlannedTable, id: number): string {
  const ref = rangeAddress(table.row, table.column, table.rows.length + 1, table.columns.length);
  const columns = table.columns.map((column, index) => {
    const formulas = new Set(table.rows.map((row) => (row[index]?.kind === 'formula' ? row[index].formula : null)));
    const [formula] = formulas;
    const start = `<tableColumn id="${index + 1}" name="${escapeSpreadsheetText(column.header)}"`;
    return formulas.size === 1 && typeof formula === 'string' ? `${start}><calculatedColumnFormula>${escapeXml(formula.slice(1))}</calculatedColumnFormula></tableColumn>` : `${start}/>`;
  });
  return (
    `${XML_HEAD}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${escapeXml(table.name)}" displayName="${escapeXml(table.name)}" ref="${ref}" totalsRowShown="0">` +
    `<autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight9" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
  );
}

/** The part of a sheet's comments. */
export function commentsXml(flags: readonly PlannedFlag[]): string {
  const items = flags.map((flag) => `<comment ref="${cellAddress(flag.row, flag.column)}" authorId="0"><text><t xml:space="preserve">${escapeSpreadsheetText(cleanCellText(flag.text))}</t></text></comment>`);
  return `${XML_HEAD}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Reserve</author></authors><commentList>${items.join('')}</commentList></comments>`;
}

/** The drawing that Excel shows a sheet's comments in: a hidden box beside each cell. */
export function commentDrawing(flags: readonly PlannedFlag[]): string {
  const shapes = flags.map(
    (flag, index) =>
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;width:220pt;height:80pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${flag.column + 1}, 15, ${flag.row}, 2, ${flag.column + 4}, 15, ${flag.row + 5}, 2</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${flag.row}</x:Row><x:Column>${flag.column}</x:Column></x:ClientData></v:shape>`,
  );
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}
