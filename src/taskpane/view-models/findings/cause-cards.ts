import { type Agreement } from '../../../core/budget/agreement';
import { placeOf } from '../../../core/budget/position';
import { type Cause } from '../../../core/reconciliation/causes/cause';
import { findCauses } from '../../../core/reconciliation/causes/find-causes';
import { type Check } from '../../../core/reconciliation/rule';
import { type CellPlace, type WorkbookCause, type WorkbookFinding, type WorkbookState } from '../../../excel/workbook-port';
import { type FindingsFilter } from '../../state/pane-state';
import { findingsOfChecks, type FindingStanding, STANDINGS, standingOf } from './findings';

/**
 * One thing to look at: a cause with every finding that it explains, or a finding that no cause explains because nothing differs.
 * Shape: `findings` has at least one; the first of an edit is the edit. `place` is the cell of the figure that is likely wrong.
 */
export interface CauseCard {
  readonly key: string;
  readonly importId: string | null;
  readonly cause: Cause | null;
  readonly findings: readonly WorkbookFinding[];
  readonly place: CellPlace | null;
}

/** Cards about one initiative (null: about the agreement as a whole) of one import, next to each other in the list. */
export interface CardGroup {
  readonly key: string;
  readonly initiative: string | null;
  readonly cards: readonly CauseCard[];
}

/** What the list of findings shows: what asks for an answer, and the notes apart. */
export interface CardList {
  readonly toDecide: readonly CardGroup[];
  readonly notes: readonly CardGroup[];
  readonly noteCount: number;
}

/** The findings of a workbook under their causes; each finding stands on exactly one card. */
export function causeCards(findings: readonly WorkbookFinding[], causes: readonly WorkbookCause[]): readonly CauseCard[] {
  const byKey = new Map(findings.map((finding) => [finding.key, finding]));
  const explained = causes.flatMap(({ importId, cause, findings: keys, place }): CauseCard[] => {
    const own = keys.flatMap((key) => byKey.get(key) ?? []);
    for (const { key } of own) byKey.delete(key);
    return own.length === 0 ? [] : [{ key: own[0]?.key ?? '', importId, cause, findings: own, place }];
  });
  return [...explained, ...[...byKey.values()].map(cardOfFinding)];
}

/** What was found for readings and workbooks before: the search for causes is long, and several places of the pane ask. */
const known = new WeakMap<object, readonly CauseCard[]>();

/** The findings of the workbook as it stands under their causes. */
export function cardsOfWorkbook(workbook: Pick<WorkbookState, 'findings' | 'causes'>): readonly CauseCard[] {
  const cards = known.get(workbook) ?? causeCards(workbook.findings, workbook.causes);
  known.set(workbook, cards);
  return cards;
}

/** The findings of a reading under their causes, before anything is in the workbook. */
export function cardsOfChecks(checks: readonly Check[], agreement: Agreement): readonly CauseCard[] {
  const cards = known.get(checks) ?? causeCards(findingsOfChecks(checks), findCauses(checks, agreement).map((cause): WorkbookCause => ({ importId: null, cause, findings: cause.checks.map(String), place: null })));
  known.set(checks, cards);
  return cards;
}

/** How many things differ that nobody has accepted: one for each cause, however many checks it makes fail. */
export function countDifferences(cards: readonly CauseCard[]): number {
  return cards.filter((card) => openKeys(card).length > 0).length;
}

/** A finding as a card of its own. */
export function cardOfFinding(finding: WorkbookFinding): CauseCard {
  return { key: finding.key, importId: finding.importId, cause: null, findings: [finding], place: finding.place };
}

/** What a card counts as: the gravest of its findings that are not accepted; accepted where all of them are. */
export function standingOfCard({ findings }: CauseCard): FindingStanding {
  const standings = new Set(findings.map(standingOf));
  return STANDINGS.find((standing) => standings.has(standing)) ?? 'info';
}

/** The keys of a card's differences that nobody has accepted. */
export function openKeys({ findings }: CauseCard): readonly string[] {
  return findings.flatMap((finding) => (finding.check.outcome === 'differs' && standingOf(finding) !== 'accepted' ? [finding.key] : []));
}

/** How many cards stand in which way. */
export function countStandings(cards: readonly CauseCard[]): Readonly<Record<FindingStanding, number>> {
  const counts = { error: 0, warning: 0, info: 0, accepted: 0 };
  for (const card of cards) counts[standingOfCard(card)] += 1;
  return counts;
}

/** The rules that the cards' findings come from, with the number of cards, most frequent first. */
export function rulesOf(cards: readonly CauseCard[]): readonly { readonly rule: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { findings } of cards) for (const rule of new Set(findings.map(({ check }) => check.rule))) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count || a.rule.localeCompare(b.rule));
}

/** What a card is called among those on the screen; a cause that stands above its findings has a name of its own. */
export function cardId({ key, cause, findings }: CauseCard): string {
  return findings.length > 1 && cause?.kind !== 'edit' ? `cause ${key}` : key;
}

/** The cards in the order in which they are worked through; the notes only where they are unfolded. */
export function cardsInOrder(cards: readonly CauseCard[], areNotesOpen: boolean): readonly CauseCard[] {
  const { toDecide, notes } = listCards(cards);
  return [...toDecide, ...(areNotesOpen ? notes : [])].flatMap((group) => group.cards);
}

/** The cards that the filter lets through, each whole. */
export function filterCards(cards: readonly CauseCard[], { severities, rule }: FindingsFilter): readonly CauseCard[] {
  return cards.filter((card) => (severities.length === 0 || severities.includes(standingOfCard(card))) && (rule === null || card.findings.some(({ check }) => check.rule === rule)));
}

/** The cards in the order in which they are to be looked at: edits of the workbook, errors, warnings, accepted ones, and the notes apart; in the document's order within each. */
export function listCards(cards: readonly CauseCard[]): CardList {
  const notes = cards.filter((card) => standingOfCard(card) === 'info');
  const toDecide = cards.filter((card) => standingOfCard(card) !== 'info');
  return { toDecide: grouped(toDecide), notes: grouped(notes), noteCount: notes.length };
}

function grouped(cards: readonly CauseCard[]): CardGroup[] {
  const imports = [...new Set(cards.map(({ importId }) => importId))];
  const ordered = [...cards].sort((a, b) => rank(a) - rank(b) || imports.indexOf(a.importId) - imports.indexOf(b.importId) || initiativeOf(a).index - initiativeOf(b).index || lineOf(a) - lineOf(b));
  const groups: { key: string; of: string; initiative: string | null; cards: CauseCard[] }[] = [];
  for (const card of ordered) {
    const { index, title } = initiativeOf(card);
    const of = JSON.stringify([rank(card), card.importId, index, title]);
    const last = groups.at(-1);
    if (last?.of === of) last.cards.push(card);
    else groups.push({ key: card.key, of, initiative: title, cards: [card] });
  }
  return groups;
}

function rank(card: CauseCard): number {
  const standing = standingOfCard(card);
  if (standing === 'accepted') return STANDINGS.length;
  return card.cause?.kind === 'edit' ? -1 : STANDINGS.indexOf(standing);
}

function initiativeOf({ cause, findings }: CauseCard): { readonly index: number; readonly title: string | null } {
  const [correction] = cause?.corrections ?? [];
  const check = findings[0]?.check;
  const own = findings.find((finding) => correction !== undefined && finding.check.place.initiative === correction.place.initiative)?.check ?? check;
  return { index: own?.place.initiative ?? -1, title: own?.initiative ?? null };
}

function lineOf({ findings }: CauseCard): number {
  const position = findings[0]?.check.place.position ?? null;
  return position === null ? 0 : placeOf(position);
}
