import { type Amount } from '../money/amount';
import { type Unit } from '../money/unit';
import { type Accounting } from './accounting';
import { type PlacedText, type Position } from './position';
import { type BudgetTable, type Column, type Row } from './table';

/** What most initiatives of a document are printed as; `unknown` where they are rows of plain tables, or where there are none beside tables. */
export type LayoutName = 'initiative-sheets' | 'agreement-with-overview' | 'initiative-forms' | 'expiring-grants' | 'report' | 'unknown';

/** What a stretch of a document is: every line of its body belongs to one part. */
export type PartKind = 'overview' | 'initiative-sheet' | 'initiative-form' | 'prose-section' | 'pool-annex' | 'expiring-grants' | 'budget-table' | 'other-table' | 'prose';

/** Consecutive lines that are read as one thing. Shape: `first` and `last` are the places of its first and last line. */
export interface DocumentPart {
  readonly kind: PartKind;
  readonly first: Position;
  readonly last: Position;
}

/** Which file an agreement was read from. Shape: `sha256` in lower-case hex over the file's bytes; `pages` null where the format has none. */
export interface SourceDocument {
  readonly name: string;
  readonly sha256: string;
  readonly layout: LayoutName;
  readonly pages: number | null;
}

/** What a stated amount is to its initiative. `background` is money quoted from another decision and is never compared with the table. */
export type StatedRole = 'lead' | 'economy' | 'breakdown' | 'pool' | 'background' | 'other';

/** An amount of money in running text with what the text says of it. Shape: `from` and `to` are fiscal years, both null without a period. */
export interface Mention {
  readonly amount: Amount;
  readonly approximate: boolean;
  readonly annual: boolean;
  readonly permanent: boolean;
  readonly from: number | null;
  readonly to: number | null;
  readonly priceLevel: string | null;
  /** What the amount is for, where the text says so next to it (a breakdown's purpose, a part's name). */
  readonly purpose: string | null;
  /** Money saved or freed: a table prints it with a minus. */
  readonly isSaving?: true;
  /** The number of the one table that the text refers to for the amount: "54,0 mio. kr., jf. tabel 1". */
  readonly table?: string;
  /** The amounts for single years of which the same sentence says that this is their sum: "2,0 mio. kr. i 2026 og 3,0 mio. kr. i 2027, i alt 5,0 mio. kr.". */
  readonly sumOf?: readonly Pick<Mention, 'amount' | 'approximate' | 'position'>[];
  /** Whether the text states it for everything that the document lists: "i alt 3 udløb med en samlet ramme på 1.800 t.kr.". */
  readonly isWhole?: true;
  readonly position: Position;
}

/** A text that tells one amount of a document's text from another. */
export function mentionKey({ position: { page, line }, amount: { coefficient, decimals, unit } }: Mention): string {
  return [page, line, coefficient, decimals, unit].join('|');
}

/** A mention that belongs to an initiative, with its role there. */
export interface StatedAmount extends Mention {
  readonly role: StatedRole;
}

/** One of the places where a document prints an initiative: which kind of part, and where its row or heading stands. */
export interface InitiativePlace {
  readonly kind: PartKind;
  readonly position: Position;
}

/** The row by which an overview prints an initiative that has a table of its own besides: the same figures a second time. Units: `unit` as printed over the row. */
export interface OverviewRow {
  readonly unit: Unit | null;
  readonly priceLevel: string | null;
  readonly columns: readonly Column[];
  readonly row: Row;
}

/**
 * One initiative with its own figures.
 * Shape: `columns` heads both `total` and `components`; `total` is the initiative's own row (its overview row, its "I alt" row, its form row);
 * `group` runs from the outermost (ministry) inwards; `id` is unique in its agreement and stable for the same document.
 * `section` is the prose section's own heading where the figures come from an overview elsewhere in the document;
 * `overview` is the overview's row where the figures come from the initiative's own table, absent without one. `places` are all of them in document order.
 */
export interface Initiative {
  readonly id: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly titleDamaged: boolean;
  readonly group: readonly string[];
  readonly unit: Unit | null;
  readonly priceLevel: string | null;
  readonly caption: PlacedText | null;
  readonly columns: readonly Column[];
  readonly total: Row | null;
  readonly components: readonly Row[];
  readonly stated: readonly StatedAmount[];
  /** The lead sentence, where the layout has one: present even when it states no amount. */
  readonly lead: { readonly hasAmount: boolean; readonly from: number | null; readonly to: number | null; readonly position: Position } | null;
  readonly section: PlacedText | null;
  readonly overview?: OverviewRow;
  readonly places: readonly InitiativePlace[];
  readonly recommendation: PlacedText | null;
  /** The recommendation that the initiative's own section states, where it is printed a second time. */
  readonly sectionRecommendation: PlacedText | null;
  readonly notes: readonly string[];
  readonly sources: readonly string[];
  readonly position: Position;
}

/** A printed total above the initiatives: the grand total (`group` empty) or a group's. Shape: `columns` heads `row`. */
export interface PrintedTotal {
  readonly label: string;
  readonly group: readonly string[];
  readonly columns: readonly Column[];
  readonly row: Row;
  /** The number of the table whose own total this is; absent for a group's. */
  readonly table?: string;
}

/** An application pool: money handed out on application, with its years and administration share where stated. */
export interface Pool {
  readonly title: string;
  /** The initiative it belongs to: its title as the agreement prints it, null when not named. */
  readonly initiative: string | null;
  readonly amounts: readonly { readonly year: number; readonly amount: Amount; readonly position: Position }[];
  readonly total: Amount | null;
  readonly administrationPercent: number | null;
  readonly roundYears: readonly number[];
  /** Years in which support can be had; null when not stated. */
  readonly supportFrom: number | null;
  readonly supportTo: number | null;
  /** Whether the text names a frame carried over from an earlier agreement, which may exceed the initiative's own years. */
  readonly hasEarlierFrame: boolean;
  readonly position: Position;
}

/** Why a line that looks like money or like a table row was not understood. */
export type UnreadReason =
  | 'row-without-label'
  | 'cell-count'
  | 'malformed-amount'
  | 'broken-figure'
  | 'merged-cell'
  | 'foreign-currency'
  | 'unit-missing'
  | 'table-not-understood'
  | 'no-text-on-page'
  | 'hidden-text'
  | 'unaccounted'
  | 'other';

/** Something that looked like money or a table row and was not understood; reported, never dropped. */
export interface Unread {
  readonly text: string;
  readonly reason: UnreadReason;
  readonly position: Position;
}

/** A claim about a number of things ("4 bevillingsudløb bør videreføres"), to be compared with the rows. */
export interface CountClaim {
  readonly count: number;
  /** The recommendation or label that the claim counts. */
  readonly subject: string;
  /** Whether it counts every row of the list. */
  readonly isWhole?: true;
  readonly position: Position;
}

/** A prose section about an initiative that has no row, so that it is not lost. */
export interface UnmatchedSection {
  readonly title: PlacedText;
  readonly stated: readonly StatedAmount[];
}

/** A line of the document that the agreement cites, as printed. Shape: `sentence` is the running text around an amount, absent where that says no more. */
export interface CitedLine {
  readonly page: number | null;
  readonly line: number;
  readonly text: string;
  readonly sentence?: string;
}

/**
 * Everything that was read from one agreement in one document.
 * Units: `unit` and `priceLevel` are those of the initiatives, without initiatives of the tables, null when none or mixed. `years` are the fiscal years of the tables, ascending.
 */
export interface Agreement {
  readonly document: SourceDocument;
  readonly title: string | null;
  /** Whether a person gave the title, since the document prints none. */
  readonly isTitleGiven?: true;
  /** The document of the edition that has taken this one's place in the workbook, by its hash. */
  readonly supersededBy?: string;
  /** The initiatives that stand in the workbook, by their indexes, where it was not imported whole; absent otherwise. Never stored: it follows from the workbook's tables. */
  readonly inserted?: readonly number[];
  readonly priceLevel: string | null;
  readonly unit: Unit | null;
  readonly years: readonly number[];
  readonly initiatives: readonly Initiative[];
  readonly totals: readonly PrintedTotal[];
  readonly pools: readonly Pool[];
  readonly mentions: readonly Mention[];
  readonly unread: readonly Unread[];
  readonly unmatchedSections: readonly UnmatchedSection[];
  readonly countClaims: readonly CountClaim[];
  /** The parts of the body in document order: together all of its lines, each once. */
  readonly parts: readonly DocumentPart[];
  /** Other tables of the document, as read, that no initiative owns. */
  readonly tables: readonly BudgetTable[];
  /** Whether the document says that rounding may keep its tables from adding up. */
  readonly hasRoundingNote: boolean;
  /** Whether part of the document could not be read, so that no verdict on it may be green. */
  readonly isPartlyRead: boolean;
  /** What the cited lines say, in document order; absent in what was stored before this was kept, and where sentences are not to be kept. */
  readonly citedLines?: readonly CitedLine[];
  /** Where every printed number went; absent in an agreement that was stored before this was kept. */
  readonly accounting?: Accounting;
}
