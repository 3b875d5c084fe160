import { type Amount } from '../money/amount';
import { type Agreement } from '../budget/agreement';
import { type Position } from '../budget/position';

/** The verdict on one printed figure. */
export type Outcome = 'agrees' | 'agrees-within-rounding' | 'differs' | 'not-checkable';

/** How much a check matters: an error contradicts the document, a warning deserves a look, information is an observation. */
export type Severity = 'error' | 'warning' | 'info';

/** A text in the product's two languages. */
export interface LocalizedText {
  readonly da: string;
  readonly en: string;
}

/** Which column a check is about: a year's, the total, one of amounts by its heading (`amount:Bevilget`), or none. */
export type CheckedColumn = number | 'total' | `amount:${string}` | null;

/** What a reader calls a column; `total` is the word for the total. Empty for none. */
export function columnName(column: CheckedColumn, total: string): string {
  if (column === null) return '';
  if (column === 'total') return total;
  return typeof column === 'number' ? String(column) : column.slice('amount:'.length);
}

/**
 * Which printed thing a check names, as a path into the agreement.
 * Shape: `initiative` indexes `agreement.initiatives`, `component` that initiative's components, `total` indexes `agreement.totals`,
 * `pool` indexes `agreement.pools`, `table` indexes `agreement.tables` with `row`. What does not apply is null.
 */
export interface CheckedPlace {
  readonly initiative: number | null;
  readonly component: number | null;
  readonly total: number | null;
  readonly pool: number | null;
  readonly table: number | null;
  readonly row: number | null;
  readonly column: CheckedColumn;
  readonly position: Position | null;
  /** Whether the initiative's row is the overview's, where its own table prints the same figures a second time. */
  readonly isOverview?: true;
  /** Which cell of the workbook, where that is none that the document prints: the name of an inserted table, the key of a column of formulas. */
  readonly sheetCell?: string;
}

/** A correction that would explain a difference by one slip alone. */
export interface Suggestion {
  readonly kind: 'transposed-digits' | 'dropped-digit' | 'missing-row' | 'doubled-row' | 'sign' | 'factor-thousand' | 'decimal-point' | 'copied-row' | 'shifted-year' | 'swapped-years' | 'outdated-row' | 'one-digit';
  /** The printed figure that the slip would have changed and what it would then read; null where it is not one figure. */
  readonly printed: Amount | null;
  readonly corrected: Amount | null;
  readonly message: LocalizedText;
}

/**
 * One check of one printed figure: what was compared with what, and with which result. Passed checks are recorded too.
 * Units: `printed`, `computed`, `residual` (computed − printed) and `bound` (largest difference that rounding explains) share one unit.
 * `isUnusual` marks a residual within the bound that is larger than 99 % of true rounding differences.
 */
export interface Check {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly place: CheckedPlace;
  readonly initiative: string | null;
  readonly label: string | null;
  readonly printed: Amount | null;
  readonly computed: Amount | null;
  readonly residual: Amount | null;
  readonly bound: Amount | null;
  readonly isUnusual: boolean;
  readonly message: LocalizedText;
  readonly suggestion: Suggestion | null;
  /** The other places that took part: the addends, the sentence compared with the table. */
  readonly related: readonly CheckedPlace[];
  /** The figures that `computed` is the sum of, where it is one: what a wrong figure is found from. */
  readonly terms?: readonly Term[];
  /** Every column in which a row differs from the same one elsewhere, where the check is about several; its own figures are those of one of them. */
  readonly compared?: readonly ComparedColumn[];
  /** That a part is held against what it may at most be, and not two figures that have to be the same; the part is printed, or what several parts come to, or `printed` is the limit. */
  readonly within?: 'part' | 'parts' | 'limit';
  /** What the check saw besides its figures, as document and workbook write it (the caption, the cell's value): a decision knows the finding again by it, in whichever words it is told. */
  readonly seen?: readonly string[];
}

/** What the findings of a table, a column or a name that is gone saw first, the widest first. */
export const SEEN_GONE = { table: 'table gone', column: 'column gone', name: 'name gone' } as const;

/** One column of two printings of a row. */
export interface ComparedColumn {
  readonly column: CheckedColumn;
  readonly printed: Amount;
  readonly computed: Amount;
}

/** A figure that a check computes with. Shape: `weight` is +1, or −1 where it is taken away. */
export interface Term {
  readonly place: CheckedPlace;
  readonly amount: Amount;
  readonly weight: number;
}

/** What a rule may look at besides the agreement. */
export interface RuleContext {
  readonly agreement: Agreement;
  /** Other agreements at hand, for rules that look across documents; never the same document. */
  readonly others: readonly Agreement[];
  /** Whether the document's other sums are all exact and no rounding note is printed: then rounding explains nothing. */
  readonly isExactDocument: boolean;
  /** Whether a row's label says that the row pays for administration; the words are the extraction's. */
  isAdministration(label: string): boolean;
  /** Whether a column's header says that it is the difference of two others, or what they come to; the words are the extraction's. */
  isDifference(header: string): boolean;
}

/** What a reader is told of a rule: `reference` names the norm or practice it follows. */
export interface RuleInfo {
  readonly id: string;
  readonly reference: string;
  readonly title: LocalizedText;
}

/** A reconciliation rule over an agreement: one id for code, test and doc page. */
export interface Rule extends RuleInfo {
  /** All checks that the rule makes, passed and failed; pure, the agreement is not changed. */
  check(context: RuleContext): readonly Check[];
}
