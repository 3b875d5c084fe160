import { type Agreement, type Initiative, type Pool } from '../../../core/budget/agreement';
import { type Position } from '../../../core/budget/position';
import { type Cell, type Column, type Row } from '../../../core/budget/table';
import { absoluteAmount, type Amount } from '../../../core/money/amount';
import { formatNumber } from '../../../core/money/danish-number';
import { checkedColumn } from '../../../core/reconciliation/checking/printed-rows';
import { NO_ROW } from '../../../core/budget/row-reference';
import { columnKey } from '../../../core/sheet-plan/written/figure-place';
import { keyOfShown } from '../../../excel/reading/figure-reference';
import { type FigureReference } from '../../../excel/workbook-port';

/** A figure, a name or a recommendation as the document prints it, with the cell that it is for. */
export interface PrintedFigure {
  readonly reference: FigureReference;
  readonly text: string;
  readonly position: Position;
}

/** Whether a reference is to a name: a row's label or a title. */
export function isName({ column, mention }: FigureReference): boolean {
  return (column === null && mention === undefined) || column === 'title';
}

type RowOwner = Omit<FigureReference, 'column'>;

/** Everything of an agreement that is printed in the document and has a cell of its own: names, figures and recommendations, table by table, then pools and amounts of the text. */
export function printedFigures(agreement: Agreement): readonly PrintedFigure[] {
  return [
    ...agreement.initiatives.flatMap(figuresOfInitiative),
    ...agreement.totals.flatMap(({ row, columns }, total) => figuresOfRow(row, columns, { ...NO_ROW, total })),
    ...agreement.pools.flatMap(figuresOfPool),
    ...agreement.mentions.map((mention, index): PrintedFigure => ({ reference: { ...NO_ROW, column: null, mention: index }, text: writtenAmount(mention.amount), position: mention.position })),
  ];
}

function figuresOfInitiative(one: Initiative, initiative: number): readonly PrintedFigure[] {
  const own = { initiative, component: null, total: null };
  return [
    ...(one.total === null ? [] : figuresOfRow(one.total, one.columns, own)),
    ...one.components.flatMap((row, component) => figuresOfRow(row, one.columns, { ...own, component })),
    ...(one.title === null ? [] : [{ reference: { ...own, column: 'title' as const }, text: one.title, position: one.position }]),
    ...(one.recommendation === null ? [] : [{ reference: { ...own, column: 'recommendation' as const }, ...one.recommendation }]),
  ];
}

function figuresOfPool({ title, position, amounts }: Pool, pool: number): readonly PrintedFigure[] {
  const own = { ...NO_ROW, pool };
  const figures = amounts.map(({ year, amount, position: at }): PrintedFigure => ({ reference: { ...own, column: year }, text: writtenAmount(amount), position: at }));
  return [{ reference: { ...own, column: 'title' }, text: title, position }, ...figures];
}

/** An amount of the text as Danish documents write it, without its unit and its sign: a text says that money is saved in words. */
export function writtenAmount(amount: Amount): string {
  return formatNumber(absoluteAmount(amount), 'da');
}

function figuresOfRow(row: Row, columns: readonly Column[], owner: RowOwner): readonly PrintedFigure[] {
  const label = row.label === null ? [] : [{ reference: { ...owner, column: null }, text: row.label, position: row.position }];
  const cells = row.cells.flatMap((cell, index) => {
    const column = columns[index];
    const shown = column === undefined || cell.kind === 'blank' ? null : checkedColumn(column);
    return shown === null || cell.kind === 'blank' ? [] : [{ reference: { ...owner, column: shown }, text: cell.text, position: cell.position }];
  });
  return [...label, ...cells];
}

/** The printed cell that a reference names, with the cells of its row; null where it names none. */
export function printedCellOf({ column }: FigureReference, columns: readonly Column[], row: Row): { readonly cell: Cell; readonly index: number } | null {
  const key = keyOfShown(column);
  const index = columns.findIndex((candidate) => columnKey(candidate) === key);
  const cell = row.cells[index];
  return cell === undefined ? null : { cell, index };
}
