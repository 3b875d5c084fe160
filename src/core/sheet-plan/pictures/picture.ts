import { type Agreement } from '../../budget/agreement';
import { hasMixedUnits } from '../layout/table-columns';
import { wholeColumn } from '../layout/table-formulas';
import { type Language } from '../plan';

/** The pictures that can be made of an agreement: when grants expire, and the money of each year by group. */
export const PICTURE_KINDS = ['expiry', 'profile'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** Why a picture cannot be made of an agreement. */
export type PictureGap = 'no-initiatives' | 'no-years' | 'mixed-units' | 'mixed-price-levels';

/** A table of an import as it stands in the workbook: its name, and its own columns with the headings that they have now. */
export interface PictureTable {
  readonly name: string;
  readonly columns: readonly { readonly key: string; readonly header: string }[];
}

/** What a picture is made of. Shape: a table is null where it is not there. */
export interface PictureFacts {
  readonly agreement: Agreement;
  readonly overview: PictureTable | null;
  readonly language: Language;
}

/** Why a picture of this kind cannot be made of an agreement; null where it can. */
export function pictureGap(_kind: PictureKind, agreement: Agreement): PictureGap | null {
  const { initiatives, years } = agreement;
  if (initiatives.length === 0) return 'no-initiatives';
  if (hasMixedUnits(agreement)) return 'mixed-units';
  if (new Set(initiatives.map(({ priceLevel }) => priceLevel)).size > 1) return 'mixed-price-levels';
  return years.length === 0 ? 'no-years' : null;
}

/** A whole column of a table as formulas name it; null where the table has lost it. */
export function columnOf(table: PictureTable, key: string): string | null {
  const column = table.columns.find((candidate) => candidate.key === key);
  return column === undefined ? null : wholeColumn(table.name, column.header);
}

/** The columns of a table's years, ascending. */
export function yearColumns(table: PictureTable): { readonly year: number; readonly column: string }[] {
  const years = table.columns.flatMap(({ key, header }) => (key.startsWith('year:') ? [{ year: Number(key.slice('year:'.length)), column: wholeColumn(table.name, header) }] : []));
  return years.sort((a, b) => a.year - b.year);
}
