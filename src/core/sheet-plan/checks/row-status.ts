import { type Agreement } from '../../budget/agreement';
import { positionKey } from '../../budget/position';
import { componentRowId, initiativeRowId, mentionRowId, poolRowId, totalRowId } from '../../budget/row-reference';
import { type Cause } from '../../reconciliation/causes/cause';
import { type Check, type CheckedPlace } from '../../reconciliation/rule';
import { uncoveredFigure } from '../../reconciliation/uncovered-figure';
import { type Amount } from '../../money/amount';
import { type RowStatus } from '../sheet-texts';
import { unreadFlags } from './figure-flags';
import { isFinding } from './findings';

/** Every status of a row, from the gravest to the least. */
export const ROW_STATUSES: readonly RowStatus[] = ['error', 'warning', 'info', 'accepted', 'partly', 'agrees', 'unchecked'];

/** What the rows' status follows from. Shape: `causes` explain `checks`, whose indexes they name; `accepted` are findings that somebody accepted. */
export interface StatusFacts {
  readonly agreement: Agreement;
  readonly checks: readonly Check[];
  readonly causes: readonly Cause[];
  readonly accepted: ReadonlySet<Check>;
}

/**
 * The status of every row of an import's tables, by row id: the worst of all findings about it, an initiative's with those of its parts and sentences;
 * of a row without findings that its figures agree, or that nothing checked them. A row with a flag never agrees.
 */
export function rowStatuses({ agreement, checks, causes, accepted }: StatusFacts): ReadonlyMap<string, RowStatus> {
  const statuses = new Map<string, RowStatus>();
  const checked = new Set<string>();
  const mentions = mentionRows(agreement);
  const add = (rowId: string, status: RowStatus): void => {
    const before = statuses.get(rowId);
    statuses.set(rowId, before === undefined ? status : worse(before, status));
  };
  for (const check of checks) {
    const status = statusOf(check, accepted);
    if (status === null) continue;
    const places = status === 'agrees' ? [check.place, ...check.related] : [check.place];
    const rowIds = new Set([...places.flatMap(rowsOfPlace), ...mentionsOf(check, mentions)]);
    for (const rowId of rowIds) {
      add(rowId, status);
      if (status === 'agrees') checked.add(rowId);
    }
  }
  for (const { corrections, checks: explained, severity } of causes) {
    const areAccepted = explained.every((index) => checks[index] !== undefined && accepted.has(checks[index]));
    for (const rowId of corrections.flatMap(({ place }) => rowsOfPlace(place))) add(rowId, areAccepted ? 'accepted' : severity);
  }
  for (const { rowId, severity } of unreadFlags(agreement, 'en')) for (const id of withOwner(rowId)) add(id, severity);
  return new Map([...statuses].map(([rowId, status]) => [rowId, status === 'partly' && !checked.has(rowId) ? 'unchecked' : status]));
}

/** The graver of two. */
function worse(one: RowStatus, other: RowStatus): RowStatus {
  return ROW_STATUSES.indexOf(one) <= ROW_STATUSES.indexOf(other) ? one : other;
}

/** The worst of a number of statuses; unchecked where there are none. */
export function worstStatus(statuses: Iterable<RowStatus>): RowStatus {
  let worst: RowStatus = 'unchecked';
  for (const status of statuses) worst = worse(worst, status);
  return worst;
}

/** The status of an agreement as a whole: the worst of everything that was found about it, also of what stands in no row. It agrees only where no figure was left unchecked. */
export function wholeStatus({ agreement, checks, accepted }: Omit<StatusFacts, 'causes'>): RowStatus {
  const found = checks.flatMap((check) => statusOf(check, accepted) ?? []);
  const unread = [...unreadFlags(agreement, 'en').map(({ severity }) => severity), ...(agreement.unread.length > 0 ? ['partly' as const] : [])];
  const worst = worstStatus([...found, ...unread]);
  return worst === 'partly' && !found.includes('agrees') ? 'unchecked' : worst;
}

/** What a check says of its row; null where it is no finding and compares no figures. */
function statusOf(check: Check, accepted: ReadonlySet<Check>): RowStatus | null {
  if (isFinding(check)) {
    if (accepted.has(check)) return 'accepted';
    return check.rule === uncoveredFigure.id && check.severity === 'info' ? 'partly' : check.severity;
  }
  return comparesFigures(check) ? 'agrees' : null;
}

function comparesFigures({ outcome, printed, residual }: Check): boolean {
  return (outcome === 'agrees' || outcome === 'agrees-within-rounding') && printed !== null && residual !== null;
}

function rowsOfPlace({ initiative, component, total, pool }: CheckedPlace): string[] {
  return [
    ...(initiative === null ? [] : [initiativeRowId(initiative)]),
    ...(initiative === null || component === null ? [] : [componentRowId(initiative, component)]),
    ...(total === null ? [] : [totalRowId(total)]),
    ...(pool === null ? [] : [poolRowId(pool)]),
  ];
}

/** A component's row with its initiative's. */
function withOwner(rowId: string): string[] {
  const owner = /^(I\d+)D/.exec(rowId)?.[1];
  return owner === undefined ? [rowId] : [rowId, owner];
}

/** The amounts of the text by the line that they stand in. */
type MentionRows = ReadonlyMap<string, readonly { readonly rowId: string; readonly amount: Amount }[]>;

function mentionRows({ mentions }: Agreement): MentionRows {
  const rows = new Map<string, { rowId: string; amount: Amount }[]>();
  mentions.forEach(({ amount, position }, index) => {
    const at = positionKey(position);
    rows.set(at, [...(rows.get(at) ?? []), { rowId: mentionRowId(index), amount }]);
  });
  return rows;
}

/** The amounts of the text that a check is about: those of its lines that it holds against something, the only one of a line in any case. */
function mentionsOf({ place, related, printed, computed }: Check, rows: MentionRows): string[] {
  const lines = new Set([place, ...related].flatMap(({ position }) => (position === null ? [] : [positionKey(position)])));
  return [...lines].flatMap((line) => {
    const here = rows.get(line) ?? [];
    return here.filter(({ amount }) => here.length === 1 || isSame(amount, printed) || isSame(amount, computed)).map(({ rowId }) => rowId);
  });
}

function isSame(one: Amount, other: Amount | null): boolean {
  return other !== null && one.unit === other.unit && one.coefficient * 10 ** other.decimals === other.coefficient * 10 ** one.decimals;
}
