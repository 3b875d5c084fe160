import { type Unread } from '../../budget/agreement';
import { type PlacedText, type Position } from '../../budget/position';
import { type Column } from '../../budget/table';
import { type Unit } from '../../money/unit';

/** A cell as printed, before it is read as a number. `marks` are footnote marks that the reader could tell from the figure; `isMerged`: it reaches over rows or columns that each have a figure of their own. */
export interface RawCell {
  readonly text: string;
  readonly position: Position;
  readonly marks: readonly string[];
  readonly isMerged?: true;
}

/** A row as printed: label lines joined, cells parallel to the table's columns, null where nothing is printed. */
export interface RawRow {
  readonly number: string | null;
  readonly label: string | null;
  readonly cells: readonly (RawCell | null)[];
  readonly position: Position;
}

/**
 * A table as found on the page, whatever the format: rows by figures in plain text, by coordinates in PDF, by cells in Word and HTML.
 * Shape: `firstLine` and `lastLine` are indexes into the document's lines, header and caption included.
 */
export interface RawTable {
  readonly caption: PlacedText | null;
  readonly unit: Unit | null;
  readonly priceLevel: string | null;
  readonly columns: readonly Column[];
  /** Parallel to `columns` where one is printed in another unit than the table's: null for the table's. */
  readonly units?: readonly (Unit | null)[];
  readonly rows: readonly RawRow[];
  readonly unread: readonly Unread[];
  readonly position: Position;
  readonly firstLine: number;
  readonly lastLine: number;
  /** The number that announces it: "Tabel 2". */
  readonly number?: string;
}
