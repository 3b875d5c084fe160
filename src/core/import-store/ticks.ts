import { type Agreement } from '../budget/agreement';
import { componentRowId, initiativeRowId, totalRowId } from '../budget/row-reference';
import { type Cell, type Column, type Row } from '../budget/table';
import { columnKey } from '../sheet-plan/written/figure-place';

/** That a person has seen a figure and its source. Shape: `at` in ISO 8601; `figure` is what stood there: another one was not seen. */
export interface Tick {
  readonly by: string;
  readonly at: string;
  readonly figure: string;
}

/** The ticks of an import, by the figure's key. */
export type Ticks = Readonly<Record<string, Tick>>;

/** A figure that can be ticked off. Shape: `key` names its row and column; `value` tells it from any other figure in its place. */
export interface TickableFigure {
  readonly key: string;
  readonly value: string;
  readonly initiative: number | null;
  readonly component: number | null;
  readonly total: number | null;
  readonly column: Column;
  readonly row: Row;
  readonly cell: Exclude<Cell, { readonly kind: 'blank' }>;
}

/** The figures of an agreement that a reviewer ticks off, in the document's order: every initiative with its parts, then the printed totals. */
export function tickableFigures({ initiatives, totals }: Agreement): readonly TickableFigure[] {
  return [
    ...initiatives.flatMap(({ columns, total, components }, initiative) => [
      ...(total === null ? [] : figuresOfRow(initiativeRowId(initiative), columns, total, { initiative, component: null, total: null })),
      ...components.flatMap((row, component) => figuresOfRow(componentRowId(initiative, component), columns, row, { initiative, component, total: null })),
    ]),
    ...totals.flatMap(({ columns, row }, total) => figuresOfRow(totalRowId(total), columns, row, { initiative: null, component: null, total })),
  ];
}

/** The ticks that still stand for the figures as they are now: a figure that was changed since has to be seen again. */
export function standingTicks(ticks: Ticks, current: Agreement): Ticks {
  const values = new Map(tickableFigures(current).map(({ key, value }) => [key, value]));
  return Object.fromEntries(Object.entries(ticks).filter(([key, { figure }]) => values.get(key) === figure));
}

/** The ticks after some figures were ticked off, or the ticks taken away; what is not a figure of the agreement is left out. */
export function changedTicks(ticks: Ticks, current: Agreement, keys: readonly string[], tick: Omit<Tick, 'figure'> | null): Ticks {
  const changed = new Set(keys);
  const others = Object.entries(ticks).filter(([key]) => !changed.has(key));
  const added = tick === null ? [] : tickableFigures(current).flatMap(({ key, value }) => (changed.has(key) ? [[key, { ...tick, figure: value }] as const] : []));
  return Object.fromEntries([...others, ...added]);
}

function figuresOfRow(rowId: string, columns: readonly Column[], row: Row, owner: Pick<TickableFigure, 'initiative' | 'component' | 'total'>): TickableFigure[] {
  return row.cells.flatMap((cell, index) => {
    const column = columns[index];
    const name = column === undefined ? null : columnKey(column);
    return column === undefined || name === null || cell.kind === 'blank' ? [] : [{ key: `${rowId}/${name}`, value: valueOf(cell), ...owner, column, row, cell }];
  });
}

function valueOf(cell: TickableFigure['cell']): string {
  if (cell.kind !== 'amount') return cell.kind === 'nil' ? '0' : cell.text;
  const { coefficient, decimals, unit } = cell.amount;
  return `${coefficient}e-${decimals} ${unit}`;
}
