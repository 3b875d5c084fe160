import { mentionKey, type Agreement } from '../budget/agreement';
import { positionKey, type Position } from '../budget/position';
import { absoluteAmount, type Amount } from '../money/amount';
import { formatNumber } from '../money/danish-number';
import { type Cause, type Correction } from '../reconciliation/causes/cause';
import { placeAt, placeKey } from '../reconciliation/checking/check-building';
import { allRows, checkedColumn } from '../reconciliation/checking/printed-rows';
import { type Check, type CheckedPlace, type Outcome } from '../reconciliation/rule';

/** The verdict on one printed figure; `accepted` is a difference that somebody has accepted, `not-checked` a figure that no check looked at. */
export type FigureVerdict = Outcome | 'accepted' | 'not-checked';

/**
 * A figure as the document prints it, with the verdict on it.
 * Shape: `kind`: one of a table, of a sentence, or read into nothing. `stated` is the amount of a sentence, which may be written in words; null for others.
 * `checks` index the checks that are about it or that it may have made fail, `parts` those that only computed with it.
 */
export interface JudgedFigure {
  readonly kind: 'cell' | 'stated' | 'unread';
  readonly text: string;
  readonly stated: Amount | null;
  readonly position: Position;
  readonly verdict: FigureVerdict;
  readonly checks: readonly number[];
  readonly parts: readonly number[];
}

/** A place of the document that checks are about and that prints no figure: a caption, a heading, a recommendation. */
export interface JudgedLine {
  readonly position: Position;
  readonly verdict: FigureVerdict;
  readonly checks: readonly number[];
}

/** Everything of a document that has a verdict, in reading order. */
export interface Verdicts {
  readonly figures: readonly JudgedFigure[];
  readonly lines: readonly JudgedLine[];
}

/** The gravest first: what a figure that several checks are about is shown with. */
const GRAVEST: readonly FigureVerdict[] = ['differs', 'accepted', 'not-checkable', 'agrees-within-rounding', 'agrees', 'not-checked'];

interface Draft {
  readonly kind: JudgedFigure['kind'];
  readonly text: string;
  readonly stated: Amount | null;
  readonly position: Position;
  readonly checks: Set<number>;
  readonly parts: Set<number>;
  /** The causes that may lie in it. Shape: `isNamed` where the cause names it before any alternative. */
  readonly causes: { readonly cause: Cause; readonly isNamed: boolean }[];
}

/**
 * The verdict on every printed figure of an agreement: the gravest of the checks about it; where none is, that of the sums it bears out.
 * A figure that only takes part in sums that do not hold has no verdict of its own: nothing says that it is right. What a cause certainly lies in differs,
 * and what a cause may lie in is never said to agree, though another sum bears it out.
 */
export function judgeFigures(agreement: Agreement, checks: readonly Check[], causes: readonly Cause[], isAccepted: (check: Check) => boolean = () => false): Verdicts {
  const drafts = printedFigures(agreement);
  const lines = new Map<string, { readonly position: Position; readonly checks: number[] }>();
  checks.forEach((check, index) => {
    const own = drafts.find(check.place, check.printed);
    own.forEach((draft) => draft.checks.add(index));
    if (own.length === 0 && check.place.position !== null) {
      const key = positionKey(check.place.position);
      const line = lines.get(key) ?? { position: check.place.position, checks: [] };
      line.checks.push(index);
      lines.set(key, line);
    }
    for (const place of check.related) for (const draft of drafts.find(place, null)) draft.parts.add(index);
  });
  for (const cause of causes) suspect(drafts, cause);
  const verdictsOf = (indexes: Iterable<number>): FigureVerdict[] => [...indexes].map((index) => verdictOfCheck(checks[index] as Check, isAccepted));
  const figures = drafts.all.map(({ kind, text, stated, position, checks: own, parts, causes: suspected }): JudgedFigure => {
    const failed = suspected.map(({ cause, isNamed }) => ({ isCertain: isNamed && cause.isCertain, verdict: gravest(verdictsOf(cause.checks)) }));
    const named = suspected.flatMap(({ cause, isNamed }) => (isNamed ? cause.checks : []));
    return { kind, text, stated, position, verdict: doubt(judge(verdictsOf(own), verdictsOf(parts)), failed), checks: [...new Set([...own, ...named])], parts: [...parts] };
  });
  return { figures, lines: [...lines.values()].map((line) => ({ ...line, verdict: gravest(verdictsOf(line.checks)) })) };
}

/** Notes a cause at the figures that it may lie in. */
function suspect(drafts: PrintedFigures, cause: Cause): void {
  const note = (corrections: readonly Correction[], isNamed: boolean): void => {
    for (const { place, printed } of corrections) for (const draft of drafts.find(place, printed)) draft.causes.push({ cause, isNamed });
  };
  note(cause.corrections, true);
  for (const alternative of cause.alternatives) note(alternative, false);
}

/** A verdict in the light of the causes that may lie in the figure. */
function doubt(verdict: FigureVerdict, failed: readonly { readonly isCertain: boolean; readonly verdict: FigureVerdict }[]): FigureVerdict {
  const certain = failed.filter(({ isCertain }) => isCertain).map((one) => one.verdict);
  if (certain.length > 0) return gravest([verdict, ...certain]);
  return failed.length > 0 && (verdict === 'agrees' || verdict === 'agrees-within-rounding') ? 'not-checkable' : verdict;
}

function verdictOfCheck(check: Check, isAccepted: (check: Check) => boolean): FigureVerdict {
  return check.outcome === 'differs' && isAccepted(check) ? 'accepted' : check.outcome;
}

function judge(own: readonly FigureVerdict[], parts: readonly FigureVerdict[]): FigureVerdict {
  const proven = own.filter((verdict) => verdict !== 'not-checkable');
  if (proven.length > 0) return gravest(proven);
  const borneOut = parts.filter((verdict) => verdict === 'agrees' || verdict === 'agrees-within-rounding');
  if (borneOut.length > 0) return gravest(borneOut);
  return own.length > 0 || parts.length > 0 ? 'not-checkable' : 'not-checked';
}

function gravest(verdicts: readonly FigureVerdict[]): FigureVerdict {
  return GRAVEST.find((verdict) => verdicts.includes(verdict)) ?? 'not-checked';
}

/** The printed figures, to be found by the places that checks name. */
interface PrintedFigures {
  readonly all: readonly Draft[];
  find(place: CheckedPlace, printed: Amount | null): readonly Draft[];
}

function printedFigures(agreement: Agreement): PrintedFigures {
  const all: Draft[] = [];
  const byPlace = new Map<string, Draft>();
  const byLine = new Map<string, Draft[]>();
  const add = (kind: Draft['kind'], text: string, position: Position, stated: Amount | null = null): Draft => {
    const draft: Draft = { kind, text, stated, position, checks: new Set(), parts: new Set(), causes: [] };
    all.push(draft);
    const onLine = byLine.get(positionKey(position));
    if (onLine === undefined) byLine.set(positionKey(position), [draft]);
    else onLine.push(draft);
    return draft;
  };
  for (const { row, columns, place } of allRows(agreement)) {
    row.cells.forEach((cell, index) => {
      const column = columns[index];
      if (column === undefined || column.kind === 'text' || cell.kind === 'blank' || cell.kind === 'text') return;
      byPlace.set(placeKey({ ...place, column: checkedColumn(column) }), add('cell', cell.text, cell.position));
    });
  }
  for (const mention of new Map(agreement.mentions.map((one) => [mentionKey(one), one])).values()) add('stated', written(mention.amount), mention.position, mention.amount);
  agreement.pools.forEach((pool, index) => {
    for (const { year, amount, position } of pool.amounts) {
      // A pool's amount is one of a sentence or of a row that is there already.
      const printed = byLine.get(positionKey(position))?.find(({ text }) => text === written(amount));
      byPlace.set(poolKey(placeAt({ pool: index, column: year })), printed ?? add('stated', written(amount), position, amount));
    }
  });
  for (const { text, position } of agreement.accounting?.unaccounted ?? []) add('unread', text, position);
  return {
    all,
    find(place, printed) {
      const cell = byPlace.get(place.pool === null ? placeKey(place) : poolKey(place));
      // A sentence is named by its own place, whatever figure of the table it is compared with.
      if (cell !== undefined && (place.position === null || positionKey(place.position) === positionKey(cell.position))) return [cell];
      const line = place.position === null ? [] : (byLine.get(positionKey(place.position)) ?? []).filter(({ kind }) => kind !== 'cell');
      return printed === null ? line : line.filter((draft) => draft.text === written(printed));
    },
  };
}

function poolKey({ pool, column }: CheckedPlace): string {
  return `pool ${pool} ${column}`;
}

/** An amount of the text as documents write it: without its unit, and without the sign, which a text says in words. */
function written(amount: Amount): string {
  return formatNumber(absoluteAmount(amount), 'da');
}
