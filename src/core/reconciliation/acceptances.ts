import { digitExponent, type Amount } from '../money/amount';
import { type Check } from './rule';

/** Computes a hash of a text in hex; passed in, because the core has no cryptography of its own. */
export type HashText = (text: string) => Promise<string>;

/** What a person decided about a finding. A withdrawal takes the acceptance back; a comment leaves the finding open. `edition`: that another edition takes the document's place. */
export type Decision = 'accept' | 'comment' | 'withdraw' | 'edition';

/** What is recorded with a decision. Shape: `at` in ISO 8601; `documentSha256` of the source file; `key` names the finding by rule and place. */
export interface DecisionEntry {
  readonly decision: Decision;
  readonly key: string;
  readonly rule: string;
  readonly initiative: string | null;
  readonly label: string | null;
  /** The figures as they were when the decision was made. */
  readonly figures: string;
  readonly reason: string;
  readonly by: string | null;
  readonly at: string;
  readonly version: string;
  readonly documentSha256: string;
}

/** A row of the log: the entry, its number from 1, the hash of the row before and its own. */
export interface LogRow extends DecisionEntry {
  readonly number: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** The hash before the first row. */
export const FIRST_HASH = '0'.repeat(64);

/** What a decision is about as one comparable text: any change of what was printed, computed, allowed or seen changes it, another wording or language does not. */
export function figuresOf({ outcome, printed, computed, bound, seen = [] }: Check): string {
  return [outcome, spell(printed), spell(computed), spell(bound), ...seen].join(';');
}

/** A decision about a check, ready to be logged. */
export function decide(check: Check, entry: Pick<DecisionEntry, 'decision' | 'key' | 'reason' | 'by' | 'at' | 'version' | 'documentSha256'>): DecisionEntry {
  return { ...entry, rule: check.rule, initiative: check.initiative, label: check.label, figures: figuresOf(check) };
}

/** The log with one row more; the rows before are not touched. */
export async function appendDecision(rows: readonly LogRow[], entry: DecisionEntry, hash: HashText): Promise<LogRow[]> {
  const previousHash = rows[rows.length - 1]?.hash ?? FIRST_HASH;
  const number = rows.length + 1;
  return [...rows, { ...entry, number, previousHash, hash: await hash(contentOf(entry, number, previousHash)) }];
}

/** The first row, by index, whose content, number or chain was changed after it was written; null when the log is whole. */
export async function findBrokenRow(rows: readonly LogRow[], hash: HashText): Promise<number | null> {
  let previousHash = FIRST_HASH;
  for (const [index, row] of rows.entries()) {
    if (row.number !== index + 1 || row.previousHash !== previousHash) return index;
    if ((await hash(contentOf(row, row.number, previousHash))) !== row.hash) return index;
    previousHash = row.hash;
  }
  return null;
}

/** How a finding stands: open, accepted, or reopened because its figures are no longer those that were accepted. */
export interface AcceptanceState {
  readonly state: 'open' | 'accepted' | 'reopened';
  readonly acceptance: LogRow | null;
  readonly comments: readonly LogRow[];
}

/** Decisions on the figures of editions whose place another has taken. Shape: `keyOf` gives a decision the key of the same thing in the edition that stands; null for one on a document that is none of them. */
export interface CarriedDecisions {
  readonly keyOf: (row: LogRow) => string | 'gone' | null;
  /** A finding's key as `keyOf` gives it. */
  readonly keyOfFinding: (key: string) => string;
}

const NOTHING_CARRIED: CarriedDecisions = { keyOf: () => null, keyOfFinding: (key) => key };

/** What the log says of a finding. A changed figure, or another version of the document, reopens an acceptance; of a document whose place this one has taken, a changed figure alone. */
export function stateOf(check: Check, key: string, documentSha256: string, rows: readonly LogRow[], carried: CarriedDecisions = NOTHING_CARRIED): AcceptanceState {
  let acceptance: LogRow | null = null;
  const comments: LogRow[] = [];
  for (const row of rows) {
    const known = carried.keyOf(row);
    if (known === null ? row.key !== key : known !== carried.keyOfFinding(key)) continue;
    if (row.decision === 'comment') comments.push(row);
    else acceptance = row.decision === 'accept' ? row : null;
  }
  if (acceptance === null) return { state: 'open', acceptance, comments };
  const isSame = acceptance.figures === figuresOf(check) && (acceptance.documentSha256 === documentSha256 || carried.keyOf(acceptance) !== null);
  return { state: isSame ? 'accepted' : 'reopened', acceptance, comments };
}

/** The hashed text of a row: every field by name and in one order, so that no two rows read alike. */
function contentOf(entry: DecisionEntry, number: number, previousHash: string): string {
  const { decision, key, rule, initiative, label, figures, reason, by, at, version, documentSha256 } = entry;
  return JSON.stringify([number, previousHash, decision, key, rule, initiative, label, figures, reason, by, at, version, documentSha256]);
}

function spell(amount: Amount | null): string {
  return amount === null ? '' : `${amount.coefficient}e${digitExponent(amount)}`;
}
