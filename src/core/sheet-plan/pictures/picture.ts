import { type Agreement } from '../../budget/agreement';
import { priceLevelYear } from '../../price-level/index-series';
import { figureColumns, hasMixedUnits, hasPrintedTotals } from '../layout/table-columns';
import { wholeColumn } from '../layout/table-formulas';
import { type Language } from '../plan';

/** The pictures that can be made of an agreement: when grants expire, the money of each year by group, the largest initiatives, what is recommended, the verdicts, and agreements in one price level. */
export const PICTURE_KINDS = ['expiry', 'profile', 'largest', 'recommendations', 'verdicts', 'price-levels'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** Why a picture cannot be made of an agreement. */
export type PictureGap = 'no-initiatives' | 'no-years' | 'no-amounts' | 'mixed-units' | 'mixed-price-levels' | 'no-recommendations' | 'no-price-level';

/** A table of an import as it stands in the workbook: its name, and its own columns with the headings that they have now. */
export interface PictureTable {
  readonly name: string;
  readonly columns: readonly { readonly key: string; readonly header: string }[];
}

/** An agreement with its table of initiatives. Shape: the table is null where it is not there. */
export interface PictureSource {
  readonly agreement: Agreement;
  readonly overview: PictureTable | null;
}

/** What a picture is made of. Shape: `findings` is null where that table is not there; `others` are the workbook's other agreements, for a picture that holds several against each other. */
export interface PictureFacts extends PictureSource {
  readonly findings: PictureTable | null;
  readonly others: readonly PictureSource[];
  readonly language: Language;
}

/** Why a picture of this kind cannot be made of an agreement; null where it can. */
export function pictureGap(kind: PictureKind, agreement: Agreement): PictureGap | null {
  const { initiatives, years } = agreement;
  if (initiatives.length === 0) return 'no-initiatives';
  if (kind === 'verdicts') return null;
  if (kind === 'recommendations') return initiatives.some(({ recommendation }) => recommendation !== null) ? null : 'no-recommendations';
  if (hasMixedUnits(agreement)) return 'mixed-units';
  if (new Set(initiatives.map(({ priceLevel }) => priceLevel)).size > 1) return 'mixed-price-levels';
  if (kind === 'largest') return mainAmountKey(agreement) !== null ? null : 'no-amounts';
  if (years.length === 0) return 'no-years';
  return kind === 'price-levels' && levelYear(agreement) === null ? 'no-price-level' : null;
}

/** The key of an agreement's main column of amounts: the total of its years; without years that of its printed totals, else the only one; null where there is none or more than one. */
export function mainAmountKey(agreement: Agreement): string | null {
  if (agreement.years.length > 0) return 'total';
  if (hasPrintedTotals(agreement)) return 'printed-total';
  const [only, second] = figureColumns(agreement).amounts;
  return second === undefined ? (only?.key ?? null) : null;
}

/** The year of an agreement's price level; null where it has none, or one that names no year. */
export function levelYear({ priceLevel }: Agreement): number | null {
  return priceLevelYear(priceLevel);
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
