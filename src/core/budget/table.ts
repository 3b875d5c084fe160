import { type Amount } from '../money/amount';
import { type Unit } from '../money/unit';
import { type PlacedText, type Position } from './position';

/**
 * What a table cell says. Five things that look alike and are not: a printed amount (zero among them), a dash (nothing granted),
 * an empty cell, a cell that could not be read, and plain text. `isApproximate`: the cell calls its figure rough ("ca. 5,0").
 */
export type Cell =
  | { readonly kind: 'amount'; readonly amount: Amount; readonly text: string; readonly position: Position; readonly isApproximate?: true }
  | { readonly kind: 'nil'; readonly text: string; readonly position: Position }
  | { readonly kind: 'blank'; readonly position: Position }
  | { readonly kind: 'unreadable'; readonly text: string; readonly position: Position }
  | { readonly kind: 'text'; readonly text: string; readonly position: Position };

/**
 * What the amounts of a column are. A year column carries its basis where the header prints one (B, BO1, F, R).
 * `years` are those of an amount that stands for several in one column, beside the columns of single years: "2026-2028 2029 2030";
 * both ends are one year where several columns share it ("Drift 2026", "Anlæg 2026"). `isAddend`: the rows bear out that the column is part of their total.
 */
export type Column =
  | { readonly kind: 'year'; readonly year: number; readonly basis: string | null; readonly header: string }
  | { readonly kind: 'total'; readonly header: string }
  | { readonly kind: 'amount'; readonly header: string; readonly years?: YearSpan; readonly isAddend?: true; readonly likelyYear?: number }
  | { readonly kind: 'text'; readonly header: string };

/** Several fiscal years in one, both ends included. */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
}

/** What a row is to the sums of its table. Headings have no amounts; of-which rows are parts of the row above and never added. */
export type RowKind = 'total' | 'subtotal' | 'component' | 'of-which' | 'heading';

/**
 * One printed row.
 * Shape: `cells` runs parallel to the table's `columns`. `level` is 0 for ordinary rows; subtotals count up from the innermost (1).
 * A subtotal or total sums the rows named by its place: see `coveredRows` in table-structure.
 * `unit` is the one that the row states for itself where the table has several ("Delloft (mia. kr.)"); the cells are in the table's all the same.
 */
export interface Row {
  readonly kind: RowKind;
  readonly number: string | null;
  readonly label: string | null;
  readonly cells: readonly Cell[];
  readonly footnotes: readonly string[];
  readonly level: number;
  readonly unit?: Unit;
  readonly position: Position;
}

/**
 * A printed table of amounts. Units: every amount cell carries the table's unit; `unit` is null when none is stated anywhere.
 * Shape: `number` as printed ("Tabel 2" is 2); `initiative` is the id of the initiative whose section prints it besides its own.
 */
export interface BudgetTable {
  readonly caption: PlacedText | null;
  readonly unit: Unit | null;
  readonly priceLevel: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly number?: string;
  readonly initiative?: string;
  readonly position: Position;
}
