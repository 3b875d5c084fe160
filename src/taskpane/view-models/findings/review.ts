import { type Position } from '../../../core/budget/position';
import { tickableFigures } from '../../../core/import-store/ticks';
import { checkedColumn } from '../../../core/reconciliation/checking/printed-rows';
import { type FigureReference, type StoredImport } from '../../../excel/workbook-port';
import { figureSource } from '../source/source';
import { type Quote } from '../../state/pane-state';

/** A figure to tick off, as the review shows it. Shape: `label` null for the row of the initiative or total itself. */
export interface ReviewedFigure {
  readonly key: string;
  readonly text: string;
  readonly label: string | null;
  readonly column: string;
  readonly reference: FigureReference;
  readonly source: { readonly position: Position; readonly quote: Quote | null } | null;
  /** Who ticked it off; null where nobody has. */
  readonly by: string | null;
}

/** The figures of one initiative, or one printed total. */
export interface ReviewGroup {
  readonly title: string;
  readonly figures: readonly ReviewedFigure[];
}

/** The figures of an import under what they belong to. Shape: `pending` are ticks that the workbook does not have yet. */
export function reviewGroups({ agreement, ticks = {} }: StoredImport, pending: ReadonlyMap<string, string | null>): readonly ReviewGroup[] {
  const groups = new Map<string, { title: string; figures: ReviewedFigure[] }>();
  for (const figure of tickableFigures(agreement)) {
    const { initiative, component, total, key } = figure;
    const id = `${initiative} ${total}`;
    const title = (initiative === null ? agreement.totals[total ?? 0]?.label : agreement.initiatives[initiative]?.title) ?? '';
    const group = groups.get(id) ?? { title, figures: [] };
    const reference: FigureReference = { initiative, component, total, column: checkedColumn(figure.column) };
    group.figures.push({
      key,
      text: figure.cell.text,
      label: component === null ? null : figure.row.label,
      column: figure.column.header,
      reference,
      source: figureSource(agreement, reference),
      by: pending.has(key) ? (pending.get(key) ?? null) : (ticks[key]?.by ?? null),
    });
    groups.set(id, group);
  }
  return [...groups.values()];
}
