import { type Agreement, type Initiative } from '../../budget/agreement';
import { type Column, type Row } from '../../budget/table';
import { cellAddress, rangeAddress } from '../addresses';
import { componentRowId, initiativeRowId } from '../../budget/row-reference';
import { columnKey } from '../written/figure-place';
import { amountFormat, dashFormat, figureCell, finestDecimals, rowSumFormat } from '../layout/figures/number-formats';
import { type Language, type PlanCell, type PlannedBlock } from '../plan';
import { type WrittenTable } from '../written/sheet-table';
import { sheetText, sourceText } from '../sheet-texts';
import { countAmounts, differenceFormula, footFormula, marginOf, verdictFormula } from '../layout/table-formulas';
import { ROW_CHECK } from '../layout/row-check';

/** One initiative's own table at a place in a sheet. Shape: `blocks` in sheet coordinates; `rows` and `columns` are what it covers from `origin`. */
export interface InitiativeTablePlan {
  readonly origin: { readonly row: number; readonly column: number };
  readonly rows: number;
  readonly columns: number;
  readonly blocks: readonly PlannedBlock[];
  /** The part that becomes an Excel table: header and rows. */
  readonly table: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
  /** What is to be remembered of it, to know its cells again. */
  readonly written: Omit<WrittenTable, 'name'>;
}

/** Rows above the headings of a single initiative's table: its name, then its agreement and document. */
export const ROWS_ABOVE = 2;

/**
 * One initiative in the shape in which the document prints it: caption, header with unit and price level, its rows in printed order.
 * The total row and the total column are formulas over the figures; the printed totals stand beside them, below and to the right, with checks.
 * Errors: an initiative without components has figures in its only row.
 */
export function planInitiativeTable(agreement: Agreement, initiative: Initiative, origin: { readonly row: number; readonly column: number }, language: Language): InitiativeTablePlan {
  const layout = layoutOf(agreement, initiative, origin, language);
  const body = layout.rows.map((row, index) => bodyCells(layout, row, index));
  const header = headerCells(layout);
  const width = header.length;
  const top = origin.row + ROWS_ABOVE;
  const caption: PlannedBlock = {
    row: origin.row,
    column: origin.column,
    cells: [
      [{ kind: 'text', text: initiative.title ?? initiative.caption?.text ?? sheetText('noTitle', language), style: 'title' }],
      [{ kind: 'text', text: agreement.title ?? agreement.document.name, style: 'subtle' }],
    ],
  };
  const below = layout.sumsComponents ? [printedRow(layout), differenceRow(layout)] : [];
  const blocks: PlannedBlock[] = [caption, { row: top, column: origin.column, cells: [header, ...body] }];
  if (below.length > 0) blocks.push({ row: top + 1 + body.length, column: origin.column, cells: below });
  return {
    origin,
    rows: ROWS_ABOVE + 1 + body.length + below.length,
    columns: width,
    blocks,
    table: { row: top, column: origin.column, rows: body.length + 1, columns: width },
    written: writtenTable(agreement, layout, header),
  };
}

function writtenTable(agreement: Agreement, layout: Layout, header: readonly PlanCell[]): Omit<WrittenTable, 'name'> {
  const { initiative, figures, years, rows, totalIndex, sumsComponents, language } = layout;
  const index = agreement.initiatives.indexOf(initiative);
  const keys = ['label', ...figures.map((column) => columnKey(column) ?? ''), ...(years > 0 ? ['total', 'printed-total', ROW_CHECK.difference, ROW_CHECK.check] : ['printed-total']), 'source'];
  return {
    role: 'initiative',
    initiative: index,
    hasFooter: sumsComponents,
    columns: header.map((cell, column) => ({ key: keys[column] ?? '', header: cell.kind === 'text' ? cell.text : '' })),
    rows: rows.map((row, position) => ({
      source: sourceText(row.position, language),
      rowId: position === totalIndex ? initiativeRowId(index) : componentRowId(index, initiative.components.indexOf(row)),
    })),
  };
}

interface Layout {
  readonly initiative: Initiative;
  readonly language: Language;
  readonly decimals: number;
  readonly figures: readonly Column[];
  /** How many of the figures, from the left, are years. */
  readonly years: number;
  readonly rows: readonly Row[];
  readonly totalIndex: number;
  readonly sumsComponents: boolean;
  readonly firstRow: number;
  readonly column: number;
}

function layoutOf(agreement: Agreement, initiative: Initiative, origin: { readonly row: number; readonly column: number }, language: Language): Layout {
  const { total, components } = initiative;
  const isTotalLast = total !== null && components[0] !== undefined && comesBefore(components[0], total);
  const rows = total === null ? components : isTotalLast ? [...components, total] : [total, ...components];
  return {
    initiative,
    language,
    decimals: finestDecimals(agreement),
    figures: [...initiative.columns.filter((column) => column.kind === 'year'), ...initiative.columns.filter((column) => column.kind === 'amount')],
    years: initiative.columns.filter((column) => column.kind === 'year').length,
    rows,
    totalIndex: total === null ? -1 : rows.indexOf(total),
    sumsComponents: total !== null && components.some((row) => row.kind === 'component'),
    firstRow: origin.row + ROWS_ABOVE + 1,
    column: origin.column,
  };
}

function comesBefore(a: Row, b: Row): boolean {
  return (a.position.page ?? 0) - (b.position.page ?? 0) < 0 || ((a.position.page ?? 0) === (b.position.page ?? 0) && a.position.line < b.position.line);
}

function headerCells(layout: Layout): PlanCell[] {
  const { initiative, language } = layout;
  const unit = initiative.unit ?? '';
  const measure = [unit.charAt(0).toUpperCase() + unit.slice(1), initiative.priceLevel].filter((part) => part !== null && part !== '').join(', ');
  const period = layout.figures.map((column) => (column.kind === 'year' ? String(column.year) : column.header));
  const totals = layout.years > 0 ? [sheetText('total', language), sheetText('printedTotal', language), sheetText('difference', language), sheetText('check', language)] : [sheetText('printedTotal', language)];
  const figures = layout.figures.length + (layout.years > 0 ? 3 : 1);
  return distinctTexts([measure || sheetText('label', language), ...period, ...totals, sheetText('source', language)]).map((text, index): PlanCell => ({ kind: 'text', text, style: index === 0 ? 'column-head' : index <= figures ? 'column-head-right' : 'column-head-indented' }));
}

/** An Excel table refuses a header twice. */
function distinctTexts(texts: readonly string[]): string[] {
  return texts.map((text, index) => (texts.indexOf(text) === index ? text : `${text} ${index + 1}`));
}

function bodyCells(layout: Layout, row: Row, index: number): PlanCell[] {
  const { language, decimals } = layout;
  const sheetRow = layout.firstRow + index;
  const isSummed = index === layout.totalIndex && layout.sumsComponents;
  const label: PlanCell = { kind: 'text', text: row.label ?? sheetText('total', language), ...(index === layout.totalIndex ? { style: 'strong' as const } : {}) };
  const figures = layout.figures.map((column, offset): PlanCell =>
    isSummed ? componentSum(layout, layout.column + 1 + offset) : figureCell(layout.initiative.columns, row, columnKey(column) ?? '', decimals),
  );
  const printedTotal = figureCell(layout.initiative.columns, row, 'printed-total', decimals);
  const source: PlanCell = { kind: 'text', text: sourceText(row.position, language), style: 'indented' };
  if (layout.years === 0) return [label, ...figures, printedTotal, source];
  const years = rangeAddress(sheetRow, layout.column + 1, 1, layout.years);
  const sum: PlanCell = { kind: 'formula', formula: `=SUM(${years})`, format: rowSumFormat(layout.initiative.columns, row, decimals) };
  return [label, ...figures, sum, printedTotal, ...rowVerdict(layout, sheetRow, years), source];
}

/** The live sum of a column over the components; of-which rows and subtotals are parts and are never added. */
function componentSum(layout: Layout, column: number): PlanCell {
  const cells = layout.rows.flatMap((row, index) => (row.kind === 'component' ? [layout.firstRow + index] : []));
  const runs: string[] = [];
  for (let start = 0; start < cells.length; ) {
    let end = start;
    while (cells[end + 1] === (cells[end] ?? 0) + 1) end += 1;
    runs.push(rangeAddress(cells[start] ?? 0, column, end - start + 1, 1));
    start = end + 1;
  }
  return { kind: 'formula', formula: `=SUM(${runs.join(',')})`, format: amountFormat(layout.decimals) };
}

/** The difference of a row's sum from its printed total, and what it comes to. */
function rowVerdict({ column, figures, decimals, language }: Layout, row: number, years: string): PlanCell[] {
  const [sum, printed, difference] = [1, 2, 3].map((offset) => cellAddress(row, column + offset + figures.length)) as [string, string, string];
  return [
    { kind: 'formula', formula: differenceFormula(sum, printed, `${printed}=""`, decimals), format: dashFormat(decimals) },
    { kind: 'formula', formula: verdictFormula(difference, marginOf(countAmounts(years), decimals), sheetText('nothingToCompare', language), language), format: 'General', style: 'indented' },
  ];
}

/** The total row as the document prints it. */
function printedRow(layout: Layout): PlanCell[] {
  const total = layout.rows[layout.totalIndex] ?? null;
  const cells = layout.figures.map((column): PlanCell =>
    figureCell(layout.initiative.columns, total, columnKey(column) ?? '', layout.decimals),
  );
  return [{ kind: 'text', text: sheetText('printedRow', layout.language), style: 'subtle' }, ...cells];
}

/** Under each printed total, whether the live sum above agrees with it. */
function differenceRow({ firstRow, rows, totalIndex, column, figures, decimals, language }: Layout): PlanCell[] {
  const margin = marginOf(String(rows.filter((row) => row.kind === 'component').length), decimals);
  const cells = figures.map((_, offset): PlanCell => {
    const printed = cellAddress(firstRow + rows.length, column + 1 + offset);
    const difference = `ROUND(${cellAddress(firstRow + totalIndex, column + 1 + offset)}-${printed},${decimals + 3})`;
    return { kind: 'formula', formula: footFormula(difference, printed, margin, language), format: 'General', style: 'right' };
  });
  return [{ kind: 'text', text: sheetText('componentCheck', language), style: 'subtle' }, ...cells];
}
