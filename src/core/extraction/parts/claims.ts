import { type Agreement, type Initiative, type PartKind, type Pool, type PrintedTotal, type Unread } from '../../budget/agreement';
import { type BudgetTable } from '../../budget/table';
import { type MentionInContext } from '../prose/mentions';

/** What one part says of one initiative: its names, figures and sentences there. */
export type Entry = Omit<Initiative, 'id' | 'places' | 'overview'> & { readonly part: PartKind };

/** Everything that the reader of a part claims of its lines; what is printed twice is claimed twice. */
export interface Claims {
  readonly entries: readonly Entry[];
  readonly totals: readonly PrintedTotal[];
  readonly pools: readonly Pool[];
  readonly countClaims: Agreement['countClaims'];
  readonly unmatchedSections: Agreement['unmatchedSections'];
  readonly mentions: readonly MentionInContext[];
  readonly unread: readonly Unread[];
  /** Rows of tables that are handed on apart from what they stand among. */
  readonly tables: readonly BudgetTable[];
  /** The tables whose rows the entries are made of; the others are handed on as they are. */
  readonly ownedTables: readonly BudgetTable[];
  /** Tables that an entry's section prints besides its own. */
  readonly furtherTables: readonly { readonly table: BudgetTable; readonly entry: Entry }[];
}

/** A part that claims nothing. */
export const NO_CLAIMS: Claims = { entries: [], totals: [], pools: [], countClaims: [], unmatchedSections: [], mentions: [], unread: [], tables: [], ownedTables: [], furtherTables: [] };

/** The claims of several parts in their order. */
export function joinClaims(claims: readonly Claims[]): Claims {
  return {
    entries: gather(claims, (one) => one.entries),
    totals: gather(claims, (one) => one.totals),
    pools: gather(claims, (one) => one.pools),
    countClaims: gather(claims, (one) => one.countClaims),
    unmatchedSections: gather(claims, (one) => one.unmatchedSections),
    mentions: gather(claims, (one) => one.mentions),
    unread: gather(claims, (one) => one.unread),
    tables: gather(claims, (one) => one.tables),
    ownedTables: gather(claims, (one) => one.ownedTables),
    furtherTables: gather(claims, (one) => one.furtherTables),
  };
}

function gather<T>(claims: readonly Claims[], of: (one: Claims) => readonly T[]): T[] {
  const all: T[] = [];
  for (const one of claims) for (const item of of(one)) all.push(item);
  return all;
}
