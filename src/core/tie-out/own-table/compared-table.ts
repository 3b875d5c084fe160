import { type Unit } from '../../money/unit';
import { type IndexSeries } from '../../price-level/index-series';
import { type ColumnReading, type RowReading } from '../../reconciliation/worksheet/worksheet-reading';

/** What the user decided of a comparison, by what tells rows and columns apart wherever they stand. */
export interface RememberedChoices {
  readonly rows: readonly (readonly [key: string, rowId: string | null])[];
  readonly columns: readonly (readonly [key: string, target: number | 'total' | null])[];
  readonly rowRoles: readonly (readonly [key: string, role: RowReading['role']])[];
  readonly columnRoles: readonly (readonly [key: string, role: ColumnReading['role']])[];
  readonly unit: Unit | null;
  readonly priceLevel: string | null;
  /** The user's own index, absent where nothing is converted. */
  readonly index?: IndexSeries;
}

/** A row that was compared: what it is in the agreement, and what it was called. */
export interface ComparedRow {
  readonly of: string;
  readonly label: string;
}

/**
 * A table of the user's that is compared with an agreement for as long as it is remembered. It is known by the Excel table's id or name, else by a hidden
 * defined name, which Excel keeps on the cells wherever they are moved, and its rows and columns by their texts; never by an address alone.
 * Shape: `sheet` and `address` are where it was seen last, for words; `endsAtBottom` and `endsAtRight` when nothing stood beside it there, so that what is added
 * belongs to it; `merged` names its cells that are merged with others.
 */
export interface ComparedTable {
  readonly id: string;
  readonly table: { readonly id: string; readonly name: string } | null;
  readonly rangeName: string;
  readonly sheet: string;
  readonly address: string;
  readonly endsAtBottom: boolean;
  readonly endsAtRight: boolean;
  readonly choices: RememberedChoices;
  readonly matched: readonly ComparedRow[];
  readonly merged: readonly string[];
}
