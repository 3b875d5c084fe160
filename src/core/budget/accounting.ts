import { type Position } from './position';

/** A printed figure that stands nowhere in what was read. Shape: `initiative` indexes the agreement's initiatives, null where the figure is in no table of one. */
export interface UnaccountedFigure {
  readonly text: string;
  readonly initiative: number | null;
  readonly position: Position;
}

/**
 * Where every number of a document's body went: the law of conservation.
 * Units: numbers as printed, each counted once. Shape: `figures` is the sum of `inModel` (figures of initiatives and printed totals), `inTables` (of tables that
 * no initiative owns), `inProse` (amounts of running text), `inUnread` (what was not understood) and `notMoney` (years, shares, counts, references, dates,
 * parts of labels and words). What was found nowhere is in `unaccounted`, and through `unread` in `inUnread`. `running` are the numbers of running heads and feet,
 * outside the body: lines that are proven to repeat from page to page; absent from an account that an earlier version made.
 */
export interface Accounting {
  readonly figures: number;
  readonly inModel: number;
  readonly inTables: number;
  readonly inProse: number;
  readonly inUnread: number;
  readonly notMoney: number;
  readonly running?: number;
  readonly unaccounted: readonly UnaccountedFigure[];
}
