import { type Agreement } from '../../budget/agreement';
import { type Column, type Row } from '../../budget/table';
import { isFigureHead, type Language, type PlannedColumn } from '../plan';
import { sheetText } from '../sheet-texts';

const FIGURE_WIDTH = 11;

/** The columns that tell the rows of an agreement apart by group: ministry and theme in an overview, else a group or numbered groups. */
export function groupColumns(agreement: Agreement, language: Language): PlannedColumn[] {
  const depth = Math.max(0, ...agreement.initiatives.map((initiative) => initiative.group.length), ...agreement.totals.map((total) => total.group.length));
  const isByMinistry = agreement.document.layout === 'agreement-with-overview' && depth <= 2;
  const named = isByMinistry ? [sheetText('ministry', language), sheetText('theme', language)] : depth === 1 ? [sheetText('group', language)] : [];
  const headers = Array.from({ length: depth }, (_, index) => named[index] ?? `${sheetText('group', language)} ${index + 1}`);
  return headers.map((header, index) => ({ key: `group:${index}`, header, width: 24 }));
}

/** Unit and price level columns, only where the agreement has more than one or none of its own. */
export function measureColumns(agreement: Agreement, language: Language): PlannedColumn[] {
  const columns: PlannedColumn[] = [];
  if (hasMixedUnits(agreement)) columns.push({ key: 'unit', header: sheetText('unit', language), width: 10 });
  if (new Set(agreement.initiatives.map((initiative) => initiative.priceLevel)).size > 1) {
    columns.push({ key: 'price-level', header: sheetText('priceLevel', language), width: 11 });
  }
  return columns;
}

/** Whether the initiatives are printed in different units, so that their sum has no meaning in a column. */
export function hasMixedUnits(agreement: Agreement): boolean {
  return new Set(agreement.initiatives.map((initiative) => initiative.unit)).size > 1;
}

/** One column per year and per other amount that any initiative prints. */
export function figureColumns(agreement: Agreement): { readonly years: PlannedColumn[]; readonly amounts: PlannedColumn[] } {
  const years = agreement.years.map((year) => ({ key: `year:${year}`, header: String(year), width: FIGURE_WIDTH }));
  const headers = new Set<string>();
  for (const initiative of agreement.initiatives) {
    for (const column of initiative.columns) if (column.kind === 'amount') headers.add(column.header);
  }
  const amounts = [...headers].map((header) => ({ key: `amount:${header}`, header, width: FIGURE_WIDTH }));
  return { years, amounts };
}

/** The columns of texts that initiatives print beside their figures (a share, points, a remark), but for one that is the recommendation. */
export function textColumns(agreement: Agreement): PlannedColumn[] {
  const headers = new Set<string>();
  const recommended = new Set<string>();
  for (const { columns, total, recommendation } of agreement.initiatives) {
    columns.forEach((column, index) => {
      const cell = total?.cells[index];
      if (column.kind !== 'text' || cell?.kind !== 'text') return;
      const isRecommendation = recommendation !== null && recommendation.text.toLowerCase() === cell.text.toLowerCase();
      (isRecommendation ? recommended : headers).add(column.header);
    });
  }
  return [...headers].filter((header) => !recommended.has(header)).map((header) => ({ key: `text:${header}`, header, width: 18 }));
}

/** What a row prints under the header of a column of texts. */
export function textUnder(header: string, columns: readonly Column[], row: Row | null): string {
  const cell = row?.cells[columns.findIndex((column) => column.kind === 'text' && column.header === header)];
  return cell?.kind === 'text' ? cell.text : '';
}

/** Whether any row of an agreement has a total of its own printed beside its other figures. */
export function hasPrintedTotals({ initiatives, totals }: Agreement): boolean {
  return [...initiatives, ...totals].some(({ columns }) => columns.some(({ kind }) => kind === 'total'));
}

/** Makes columns whose headers are fixed texts. Units: `width` in characters. */
export function namedColumns(language: Language): (key: string, name: Parameters<typeof sheetText>[0], width: number) => PlannedColumn {
  return (key, name, width) => ({ key, header: sheetText(name, language), width });
}

/** A column where it has something to show, none elsewhere. */
export function shownWhere(isShown: boolean, column: PlannedColumn): PlannedColumn[] {
  return isShown ? [column] : [];
}

/** The same columns with headers that differ from each other: Excel asks for that in a table. */
export function distinctHeaders(columns: readonly PlannedColumn[]): PlannedColumn[] {
  const used = new Set<string>();
  return columns.map((column) => {
    const base = column.header.replace(/\s+/g, ' ').trim() || '–';
    let header = base;
    for (let count = 2; used.has(header.toLowerCase()); count += 1) header = `${base} ${count}`;
    used.add(header.toLowerCase());
    return { ...column, header };
  });
}

/** Characters that the filter button of a header takes. */
const FILTER_BUTTON = 3;

/** How wide a bold letter is to a digit, in the widest of the fonts that stand in where Excel's own is missing. */
const BOLD = 1.3;

/** Characters that the indent of a heading over digits takes besides. */
const FIGURE_INDENT = 2;

/** The widths of a table's columns, in characters: none so narrow that a word of its header is broken or hidden by the filter button. */
export function columnWidths(columns: readonly PlannedColumn[]): number[] {
  return columns.map((column) => Math.max(column.width, ...column.header.split(' ').map((word) => Math.ceil(word.length * BOLD) + FILTER_BUTTON + (isFigureHead(column) ? FIGURE_INDENT : 0))));
}

/** A column that only the add-in and formulas read. */
export function machineColumn(key: string, header: string, width = 8): PlannedColumn {
  return { key, header, width, isMachine: true };
}

/** The header of the column with a key. Errors: throws when the columns have no such key, which is a mistake in the plan. */
export function headerOf(columns: readonly PlannedColumn[], key: string): string {
  const column = columns.find((candidate) => candidate.key === key);
  if (column === undefined) throw new Error(`The plan has no column ${key}`);
  return column.header;
}
