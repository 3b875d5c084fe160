import { type CatalogueEntry } from '../catalogue/entries';
import { type Amount } from '../money/amount';
import { type IndexSeries } from '../price-level/index-series';
import { type Unit } from '../money/unit';
import { type Outcome } from '../reconciliation/rule';
import { type ConvertedFigure } from './compare-converted';

/** How a row was matched: by its row id, by the same name, by a name that only one holds, by likeness, or by the user. */
export type RowMatchReason = 'row-id' | 'name' | 'part-of-name' | 'likeness' | 'user';

/**
 * What a row of the user's table is in the agreement. Shape: `row` is 0-based in the selection; `entry` is null where nothing was found,
 * then `candidates` are the nearest. `isShared` marks an entry to which another row was matched too: none is compared but the one that the user chose.
 * `isSumOnly` marks a sum of the table that does not add just what the agreement's adds: it is checked as a sum and not compared.
 */
export interface RowMatch {
  readonly row: number;
  readonly label: string;
  readonly entry: CatalogueEntry | null;
  readonly reason: RowMatchReason | null;
  readonly candidates: readonly CatalogueEntry[];
  readonly isShared: boolean;
  readonly isSumOnly?: boolean;
}

/**
 * What a column of the user's table is compared with: a fiscal year or the total. Shape: `column` is 0-based in the selection; `isShared` marks a
 * target that another column has too: none is compared but the one that the user chose; `priceLevel` is the one its figures are in, null where nothing tells.
 */
export interface ColumnMatch {
  readonly column: number;
  readonly target: number | 'total';
  readonly isShared: boolean;
  readonly priceLevel: string | null;
}

/** The unit that the user's figures are in, and how it is known: from the heading, from the size of the figures, or from the user. */
export interface UnitMatch {
  readonly unit: Unit;
  readonly reason: 'header' | 'magnitude' | 'user';
}

/** Why a cell of a matched row was not compared. */
export type TieOutGap = 'blank' | 'number-as-text' | 'error-value' | 'not-a-number' | 'merged-cells' | 'not-in-agreement' | 'not-readable' | 'other-unit' | 'other-price-level' | 'too-large';

/**
 * One cell of the user's table against the agreement.
 * Units: `here` in the user's unit, `there` as printed, `converted` the same at the table's price level where that is another, `residual` (that − here) and `bound` in the unit of `here`; null where there is nothing to compare.
 */
export interface TieOutCell {
  readonly row: number;
  readonly column: number;
  readonly entry: CatalogueEntry;
  readonly target: number | 'total';
  readonly outcome: Outcome;
  readonly here: Amount | null;
  readonly there: Amount | null;
  readonly residual: Amount | null;
  readonly bound: Amount | null;
  readonly gap: TieOutGap | null;
  readonly converted?: ConvertedFigure;
}

/**
 * A user's table against an agreement. Shape: `decimals` are those that all its figures show; `onlyHere` are the rows with figures that match nothing,
 * `onlyThere` the initiatives without a row.
 */
export interface TieOut {
  readonly unit: UnitMatch;
  readonly decimals: number;
  readonly rows: readonly RowMatch[];
  readonly columns: readonly ColumnMatch[];
  readonly cells: readonly TieOutCell[];
  readonly onlyHere: readonly RowMatch[];
  readonly onlyThere: readonly CatalogueEntry[];
}

/**
 * Why a table cannot be compared at all. Shape: `statedHere` and `statedThere` are price levels as printed; `stated` is the unit of the heading,
 * `fitting` the one in which the figures are near the agreement's.
 */
export type TieOutRefusal =
  | { readonly kind: 'no-row-matches' }
  | { readonly kind: 'no-column-matches' }
  | { readonly kind: 'no-unit' }
  | { readonly kind: 'unit-doubtful'; readonly stated: Unit; readonly fitting: Unit }
  | { readonly kind: 'other-price-level'; readonly statedHere: string; readonly statedThere: string };

/**
 * What the user decided about a match. Shape: `rows` by the row's place in the selection: a row id, or null for "nothing in the agreement"; `priceLevel` is that of all figures;
 * `index` is the user's own, by which the agreement's figures are brought to the table's price level.
 */
export interface TieOutChoices {
  readonly rows?: ReadonlyMap<number, string | null>;
  readonly columns?: ReadonlyMap<number, number | 'total' | null>;
  readonly unit?: Unit;
  readonly priceLevel?: string;
  readonly index?: IndexSeries;
}
