import { type Agreement } from '../../../budget/agreement';
import { allRows, isAmountColumn, participant, type PrintedRow } from '../../checking/printed-rows';
import { type EquationSystem } from './equations';

/** A printed row with the figures of an equation system that stand in it. Shape: `figures` run parallel to the row's columns, null where no equation knows one; `years` and `total` are indexes of columns. */
export interface FigureRow {
  readonly printed: PrintedRow;
  /** Its place among the rows of the document. */
  readonly order: number;
  readonly figures: readonly (number | null)[];
  readonly years: readonly number[];
  readonly total: number;
}

/** The rows of an agreement, by the figures that stand in them. */
export class FigureRows {
  private readonly byFigure = new Map<number, FigureRow>();

  constructor(agreement: Agreement, system: EquationSystem) {
    allRows(agreement).forEach((printed, order) => {
      const { columns } = printed;
      const figures = columns.map((column, index) => {
        const { figure, place } = participant(printed, index);
        return figure === null || !isAmountColumn(column) ? null : (system.variableAt(place, figure.amount) ?? null);
      });
      const years = columns.flatMap((column, index) => (column.kind === 'year' ? [index] : []));
      const row: FigureRow = { printed, order, figures, years, total: columns.findIndex((column) => column.kind === 'total') };
      for (const figure of figures) if (figure !== null) this.byFigure.set(figure, row);
    });
  }

  /** The row that a figure stands in; undefined for one of running text. */
  of(figure: number): FigureRow | undefined {
    return this.byFigure.get(figure);
  }
}
