import { type Agreement } from '../../budget/agreement';
import { cellAddress } from '../addresses';
import { sheetText } from '../sheet-texts';
import { CHART_COLORS, CHART_REST_COLOR } from '../colors';
import { freeSheetName, shortAgreementName } from '../names';
import { type CellStyle, type Language, type PlanCell, type PlannedBlock, type PlannedChart, type PlannedSheet } from '../plan';
import { type PictureKind } from './picture';
import { pictureName, pictureText } from './picture-texts';

/** A row of cells. */
export type Line = readonly PlanCell[];

/** How a part of a picture is drawn. Shape: `columns` counts the columns of the part's table that the chart takes, from the first on; it takes the rows of `rows`. */
export interface PartChart {
  readonly kind: PlannedChart['kind'];
  readonly title: string;
  readonly valueTitle: string;
  readonly by: PlannedChart['by'];
  readonly columns: number;
  readonly colors: readonly string[];
}

/**
 * A table of a picture, with its chart above it or none.
 * Shape: `rows` and `more` make the lines below the headings, given the 0-based row at which they begin; the chart shows those of `rows` alone.
 */
export interface PicturePart {
  readonly heading: string;
  readonly note?: string;
  readonly headings: readonly string[];
  readonly rows: (first: number) => readonly Line[];
  readonly more?: (first: number, rows: number) => readonly Line[];
  readonly chart: PartChart | null;
}

/** Rows that a chart covers, and at most so many for lying bars, which need room for each. */
const CHART_ROWS = 18;
const MOST_CHART_ROWS = 32;
/** Columns that a chart covers at least, with the first, wide one. */
const LEAST_CHART_COLUMNS = 6;

const FIRST_WIDTH = 56;
const OTHER_WIDTH = 15;

/** A picture as a sheet: what it shows, what does not show in it, and its parts one below the other, each chart above the table that it is drawn from. */
export function pictureSheet(kind: PictureKind, { agreement, language }: { readonly agreement: Agreement; readonly language: Language }, cautions: readonly string[], parts: readonly PicturePart[], takenSheets: readonly string[]): PlannedSheet {
  const name = pictureName(kind, language);
  const head: Line[] = [[cell(`${name}: ${agreement.title ?? agreement.document.name}`, 'title')], [cell(factsOf(agreement, language), 'subtle')], ...cautions.map((caution): Line => [cell(`! ${caution}`, 'strong')])];
  const blocks: PlannedBlock[] = [{ row: 0, column: 0, cells: head }];
  const charts: PlannedChart[] = [];
  let row = head.length + 1;
  for (const part of parts) {
    const placed = placePart(part, row, `${name} ${charts.length + 1}`, !hasNegativeAmount(agreement));
    blocks.push(placed.block);
    if (placed.chart !== null) charts.push(placed.chart);
    row = placed.block.row + placed.block.cells.length + 1;
  }
  const columns = Math.max(...parts.map(({ headings }) => headings.length));
  return {
    role: 'picture',
    name: freeSheetName(`${name} ${shortAgreementName(agreement)}`, takenSheets),
    visibility: 'visible',
    blocks,
    tables: [],
    names: [],
    flags: [],
    charts,
    widths: [FIRST_WIDTH, ...Array.from({ length: Math.max(columns, LEAST_CHART_COLUMNS) - 1 }, () => OTHER_WIDTH)],
    frozenRows: 0,
    print: {
      titleRows: 0,
      header: { left: agreement.title ?? agreement.document.name, right: name },
      footer: { left: `${agreement.document.name} · SHA-256 ${agreement.document.sha256.slice(0, 12)}…`, page: { da: 'side', en: 'page' }[language], of: { da: 'af', en: 'of' }[language] },
    },
  };
}

/** Whether anything is granted with a minus: a cut, a saving. */
function hasNegativeAmount({ initiatives }: Agreement): boolean {
  return initiatives.some(({ total }) => total?.cells.some((one) => one.kind === 'amount' && one.amount.coefficient < 0) === true);
}

function factsOf({ document, unit, priceLevel }: Agreement, language: Language): string {
  return [[unit, priceLevel].filter((fact) => fact !== null).join(', '), `${sheetText('document', language)}: ${document.name}`, pictureText('live', language)].filter((fact) => fact !== '').join(' · ');
}

function placePart(part: PicturePart, row: number, chartName: string, isFromZero: boolean): { readonly block: PlannedBlock; readonly chart: PlannedChart | null } {
  const { heading, note, headings, chart } = part;
  const titles: Line[] = [[cell(heading, 'section')], ...(note === undefined ? [] : [[cell(note, 'subtle')]])];
  const chartRows = chart === null ? 0 : chartHeight(chart, part.rows(0).length);
  const top = row + (chartRows === 0 ? 0 : chartRows + 1);
  const first = top + titles.length + 1;
  const rows = part.rows(first);
  const more = part.more?.(first, rows.length) ?? [];
  const head: Line = headings.map((text, column) => cell(text, column === 0 ? 'column-head' : 'column-head-right'));
  const lines = [...titles, head, ...rows, ...more].map((line) => padded(line, headings.length));
  return {
    block: { row: top, column: 0, cells: lines },
    chart: chart === null ? null : {
      name: chartName,
      kind: chart.kind,
      title: chart.title,
      valueTitle: chart.valueTitle,
      by: chart.by,
      source: { row: first - 1, column: 0, rows: rows.length + 1, columns: chart.columns },
      anchor: { row, column: 0, rows: chartRows, columns: Math.max(LEAST_CHART_COLUMNS, Math.min(headings.length, 10)) },
      colors: chart.colors,
      hasLegend: chart.colors.length > 1,
      isFromZero,
    },
  };
}

function chartHeight({ kind }: PartChart, rows: number): number {
  return kind.startsWith('Bar') ? Math.min(MOST_CHART_ROWS, Math.max(CHART_ROWS, 6 + Math.ceil(rows * 1.3))) : CHART_ROWS;
}

function padded(line: Line, width: number): Line {
  return [...line, ...Array.from({ length: Math.max(0, width - line.length) }, (): PlanCell => ({ kind: 'blank', format: 'General' }))];
}

/** The colours of so many series, which begin again where there are more series than colours. */
export function seriesColors(count: number): string[] {
  return Array.from({ length: count }, (_, index) => CHART_COLORS[index % CHART_COLORS.length] ?? CHART_REST_COLOR);
}

/** The colours of so many series, of which the last shows what the others leave; a series alone leaves nothing. */
export function colorsWithRest(count: number): string[] {
  return count === 1 ? seriesColors(1) : [...seriesColors(count - 1), CHART_REST_COLOR];
}

/** A cell with a text. */
export function cell(text: string, style?: CellStyle): PlanCell {
  return { kind: 'text', text, ...(style === undefined ? {} : { style }) };
}

/** A cell with a formula. */
export function formulaCell(formula: string, format: string, style?: CellStyle): PlanCell {
  return { kind: 'formula', formula, format, ...(style === undefined ? {} : { style }) };
}

/** The cells of rows under a column. */
export function spanOf(first: number, rows: number, column: number): string {
  return `${cellAddress(first, column)}:${cellAddress(first + rows - 1, column)}`;
}

/** Takes the named rows off a sum over a column; nothing where there are none. */
export function restOf(first: number, count: number, column: number): string {
  return count === 0 ? '' : `-SUM(${spanOf(first, count, column)})`;
}

/** Says so where a table has got more rows, or fewer, than a list over it shows. */
export function countWarning(column: string, count: number, language: Language): string {
  const warning = {
    da: `"! Tabellen har "&ROWS(${column})&" rækker, listen viser ${count}. Indsæt billedet igen."`,
    en: `"! The table has "&ROWS(${column})&" rows, the list shows ${count}. Insert the picture again."`,
  }[language];
  return `IF(ROWS(${column})=${count},"",${warning})`;
}
