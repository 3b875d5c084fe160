import { type Position } from '../budget/position';
import { type Amount } from '../money/amount';
import { type Unit } from '../money/unit';
import { type CheckedColumn } from '../reconciliation/rule';

/** How two things were paired: by number and name, by name alone, by number where a name is missing, by a name that holds the other, by likeness, by the same amounts, or by the user. */
export type PairReason = 'number-and-name' | 'name' | 'number' | 'part-of-name' | 'likeness' | 'amounts' | 'user';

/** One thing of each edition that are the same. Shape: indexes into what was paired. */
export interface Pair {
  readonly old: number;
  readonly now: number;
  readonly reason: PairReason;
}

/** Which figure of a row is meant. */
export type FigureTarget = Exclude<CheckedColumn, null>;

/** A figure as one edition prints it. Shape: `amount` null where there is none to compare, and `gap` says why; `position` null where nothing is printed. */
export interface EditionFigure {
  readonly amount: Amount | null;
  readonly gap: 'no-column' | 'blank' | 'not-readable' | null;
  readonly position: Position | null;
}

/** Why two figures were not held against each other: one edition lacks the column, cannot be read, or they are in two price levels. */
export type FigureGap = 'no-column' | 'not-readable' | 'price-level' | 'other-years';

/**
 * A figure in two editions. Units: `difference` (new − old) in the new edition's unit, null where nothing can be subtracted.
 * Shape: `gap` where they were not compared; a figure that one edition lacks and that grants nothing in the other is left out.
 */
export interface FigureChange {
  readonly target: FigureTarget;
  readonly old: EditionFigure;
  readonly now: EditionFigure;
  readonly difference: Amount | null;
  readonly isChanged: boolean;
  readonly gap: FigureGap | null;
}

/**
 * What happened to a row. `moved`: the same total in other years. `split` and `merged`: the amounts of several are those of one.
 * `conditions`: a pool's own, such as its rounds. `not-comparable`: some of its figures could not be held against each other.
 */
export type ChangeKind = 'new' | 'gone' | 'split' | 'merged' | 'renamed' | 'more' | 'less' | 'moved' | 'price-level' | 'unit' | 'components' | 'recommendation' | 'group' | 'conditions' | 'not-comparable';

/** A component of an initiative in two editions. Shape: indexes into the components of the pair's initiatives, null where one edition has none. */
export interface ComponentChange {
  readonly old: number | null;
  readonly now: number | null;
  readonly kinds: readonly ChangeKind[];
  readonly figures: readonly FigureChange[];
}

/**
 * What became of initiatives. Shape: `old` and `now` index the initiatives of the editions: one of each for a pair, none and one for a new one,
 * one and several for one that was split. Without `kinds` nothing changed.
 */
export interface EditionRow {
  readonly old: readonly number[];
  readonly now: readonly number[];
  readonly reason: PairReason | null;
  readonly kinds: readonly ChangeKind[];
  readonly figures: readonly FigureChange[];
  readonly components: readonly ComponentChange[];
}

/** A printed total in two editions. Shape: indexes into `totals`. */
export interface TotalChange {
  readonly old: number | null;
  readonly now: number | null;
  readonly kinds: readonly ChangeKind[];
  readonly figures: readonly FigureChange[];
}

/** A condition of an application pool that can change. */
export type PoolCondition = 'initiative' | 'administration' | 'rounds' | 'support';

/** An application pool in two editions. Shape: indexes into `pools`; conditions as plain texts, empty where none is stated. */
export interface PoolChange {
  readonly old: number | null;
  readonly now: number | null;
  readonly kinds: readonly ChangeKind[];
  readonly figures: readonly FigureChange[];
  readonly conditions: readonly { readonly condition: PoolCondition; readonly old: string; readonly now: string }[];
}

/** What a reader must know before he trusts the comparison. */
export type EditionCaution =
  | { readonly kind: 'few-pairs'; readonly pairs: number; readonly of: number }
  | { readonly kind: 'no-common-years'; readonly old: readonly number[]; readonly now: readonly number[] }
  | { readonly kind: 'other-years'; readonly onlyOld: readonly number[]; readonly onlyNow: readonly number[] }
  | { readonly kind: 'units'; readonly old: Unit | null; readonly now: Unit | null }
  | { readonly kind: 'price-levels'; readonly old: string | null; readonly now: string | null }
  | { readonly kind: 'unread'; readonly edition: 'old' | 'now'; readonly count: number; readonly isPartlyRead: boolean }
  | { readonly kind: 'text-not-compared'; readonly mentions: number };

/** Two editions side by side. Shape: `rows` in the order of the new edition, then what is gone in the order of the old one. */
export interface EditionComparison {
  readonly rows: readonly EditionRow[];
  readonly totals: readonly TotalChange[];
  readonly pools: readonly PoolChange[];
  readonly cautions: readonly EditionCaution[];
}

/** What the user says of the pairing: for an initiative of the new edition the one of the old edition that it is, or null for none. */
export type EditionChoices = ReadonlyMap<number, number | null>;

/** Whether anything that was compared changed. */
export function hasChanges({ rows, totals, pools }: EditionComparison): boolean {
  return [...rows, ...totals, ...pools].some(({ kinds }) => kinds.length > 0);
}
