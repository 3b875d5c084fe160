/** A figure as printed: an integer count of last digits, null where nothing is printed. */
export type Figure = number | null;

/** A printed row of a paper. Shape: `figures` run over the years, then the total. Units: last digits. */
export interface PaperRow {
  readonly label: string;
  readonly kind: 'component' | 'of-which' | 'total';
  figures: Figure[];
}

/** An initiative of a paper, with each of its places as printed: what is printed twice stands here twice, so that one can be spoilt. */
export interface PaperInitiative {
  readonly number: string | null;
  readonly title: string;
  readonly group: readonly string[];
  /** The row of the overview; null without one. */
  overview: PaperRow | null;
  /** The rows of the sheet's table, the total first; null without a sheet. */
  sheet: PaperRow[] | null;
  /** What stands above the sheet's table. */
  caption: string;
  /** The years as the sheet's header prints them. */
  header: string[];
  /** What the lead of the sheet grants. */
  lead: { value: number; from: number; to: number };
}

/** A group's or the whole's printed total in an overview. */
export interface PaperTotal {
  readonly label: string;
  readonly group: string | null;
  figures: Figure[];
}

/** A pool of an annex. */
export interface PaperPool {
  readonly title: string;
  readonly initiative: string;
  readonly value: number;
  readonly year: number;
}

/** One agreement of a paper, before it is laid out. */
export interface PaperAgreement {
  readonly title: string;
  readonly years: readonly number[];
  readonly unit: PaperUnit;
  readonly priceLevel: string;
  /** The overview's rows stand under these, in order; one empty name for none. */
  readonly groups: readonly string[];
  readonly initiatives: PaperInitiative[];
  readonly totals: PaperTotal[];
  readonly pools: readonly PaperPool[];
  /** The row that brings the total to zero; null without one. */
  readonly financing: PaperRow | null;
  /** The years as the overview's header prints them. */
  overviewHeader: string[];
}

export type PaperUnit = 'mio. kr.' | 'mia. kr.' | '1.000 kr.';

/** What a mixed paper is made of. Every field has one plain value, so that a kind of paper names only what it is about. */
export interface PaperOptions {
  readonly language: 'da' | 'en';
  readonly agreements: number;
  readonly initiatives: number;
  readonly overview: 'first' | 'last' | 'annex' | 'none';
  readonly sheets: 'all' | 'some' | 'none';
  readonly sheetHeadings: boolean;
  readonly isNumbered: boolean;
  readonly isGrouped: boolean;
  readonly totalRow: 'first' | 'last';
  readonly hasPreface: boolean;
  readonly hasPools: boolean;
  readonly hasNestedParts: boolean;
  readonly hasFinancing: boolean;
  readonly hasFootnotes: boolean;
  readonly extraColumn: 'none' | 'ministry' | 'percent' | 'remark' | 'permanent';
  readonly hasLongTitles: boolean;
  /** Where the figures of a row stand beside a label of several lines, on pages. */
  readonly figuresAt: 'top' | 'middle' | 'bottom';
  readonly unit: PaperUnit;
  /** Of the pages: text in two columns, wide pages for the overview, a running head with numbers. */
  readonly page: 'plain' | 'two-column' | 'landscape' | 'running-head';
}

export const PLAIN_PAPER: PaperOptions = {
  language: 'da',
  agreements: 1,
  initiatives: 5,
  overview: 'first',
  sheets: 'all',
  sheetHeadings: true,
  isNumbered: true,
  isGrouped: true,
  totalRow: 'first',
  hasPreface: false,
  hasPools: false,
  hasNestedParts: false,
  hasFinancing: false,
  hasFootnotes: false,
  extraColumn: 'none',
  hasLongTitles: false,
  figuresAt: 'bottom',
  unit: 'mio. kr.',
  page: 'plain',
};

/** A paper before it is laid out. */
export interface Paper {
  readonly name: string;
  readonly options: PaperOptions;
  readonly agreements: PaperAgreement[];
}

/** A part of a page, the same for every format. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly isNewPage?: boolean }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly textColumns: readonly number[]; readonly isWide: boolean };

export function decimalsOf(unit: PaperUnit): number {
  return unit === '1.000 kr.' ? 0 : 1;
}
