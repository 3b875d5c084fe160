import { mentionKey, type Agreement } from '../budget/agreement';
import { type Position } from '../budget/position';
import { absoluteAmount, type Amount } from '../money/amount';
import { formatNumber } from '../money/danish-number';
import { placeAt, placeKey } from '../reconciliation/checking/check-building';
import { allRows, checkedColumn } from '../reconciliation/checking/printed-rows';
import { type Check, type CheckedPlace, type Outcome } from '../reconciliation/rule';

/** The verdict on one printed figure; `accepted` is a difference that somebody has accepted, `not-checked` a figure that no check looked at. */
export type FigureVerdict = Outcome | 'accepted' | 'not-checked';

/**
 * A figure as the document prints it, with the verdict on it.
 * Shape: `checks` index the checks that are about it, `parts` those that only computed with it.
 */
export interface JudgedFigure {
  readonly text: string;
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
  readonly text: string;
  readonly position: Position;
  readonly checks: Set<number>;
  readonly parts: Set<number>;
}

/**
 * The verdict on every printed figure of an agreement: the gravest of the checks about it; where none is, that of the sums it bears out.
 * A figure that only takes part in sums that do not hold has no verdict of its own: nothing says that it is right.
 */
export function judgeFigures(agreement: Agreement, checks: readonly Check[], isAccepted: (check: Check) => boolean = () => false): Verdicts {
  const drafts = printedFigures(agreement);
  const lines = new Map<string, { readonly position: Position; readonly checks: number[] }>();
  checks.forEach((check, index) => {
    const own = drafts.find(check.place, check.printed);
    own.forEach((draft) => draft.checks.add(index));
    if (own.length === 0 && check.place.position !== null) {
      const key = lineKey(check.place.position);
      const line = lines.get(key) ?? { position: check.place.position, checks: [] };
      line.checks.push(index);
      lines.set(key, line);
    }
    for (const place of check.related) for (const draft of drafts.find(place, null)) draft.parts.add(index);
  });
  const verdictsOf = (indexes: Iterable<number>): FigureVerdict[] => [...indexes].map((index) => verdictOfCheck(checks[index] as Check, isAccepted));
  const figures = drafts.all.map(({ text, position, checks: own, parts }): JudgedFigure => ({ text, position, verdict: judge(verdictsOf(own), verdictsOf(parts)), checks: [...own], parts: [...parts] }));
  return { figures, lines: [...lines.values()].map((line) => ({ ...line, verdict: gravest(verdictsOf(line.checks)) })) };
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
  const add = (text: string, position: Position): Draft => {
    const draft = { text, position, checks: new Set<number>(), parts: new Set<number>() };
    all.push(draft);
    byLine.set(lineKey(position), [...(byLine.get(lineKey(position)) ?? []), draft]);
    return draft;
  };
  for (const { row, columns, place } of allRows(agreement)) {
    row.cells.forEach((cell, index) => {
      const column = columns[index];
      if (column === undefined || column.kind === 'text' || cell.kind === 'blank' || cell.kind === 'text') return;
      byPlace.set(placeKey({ ...place, column: checkedColumn(column) }), add(cell.text, cell.position));
    });
  }
  const cells = new Set(all);
  for (const mention of new Map(agreement.mentions.map((one) => [mentionKey(one), one])).values()) add(written(mention.amount), mention.position);
  agreement.pools.forEach((pool, index) => {
    for (const { year, amount, position } of pool.amounts) {
      // A pool's amount is one of a sentence or of a row that is there already.
      const printed = byLine.get(lineKey(position))?.find(({ text }) => text === written(amount));
      byPlace.set(poolKey(placeAt({ pool: index, column: year })), printed ?? add(written(amount), position));
    }
  });
  return {
    all,
    find(place, printed) {
      const cell = byPlace.get(place.pool === null ? placeKey(place) : poolKey(place));
      // A sentence is named by its own place, whatever figure of the table it is compared with.
      if (cell !== undefined && (place.position === null || lineKey(place.position) === lineKey(cell.position))) return [cell];
      const line = place.position === null ? [] : (byLine.get(lineKey(place.position)) ?? []).filter((draft) => !cells.has(draft));
      return printed === null ? line : line.filter((draft) => draft.text === written(printed));
    },
  };
}

function poolKey({ pool, column }: CheckedPlace): string {
  return `pool ${pool} ${column}`;
}

function lineKey({ page, line }: Position): string {
  return `${page} ${line}`;
}

/** An amount of the text as documents write it: without its unit, and without the sign, which a text says in words. */
function written(amount: Amount): string {
  return formatNumber(absoluteAmount(amount), 'da');
}
