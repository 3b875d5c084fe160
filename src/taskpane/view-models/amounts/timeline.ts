import { type Agreement, type Initiative } from '../../../core/budget/agreement';
import { timelineOf } from '../../../core/reconciliation/timeline';

/** An initiative as one agreement grants it. Shape: `index` is the initiative's in its agreement; `isHere` marks the agreement that is looked at. */
export interface TimelineStep {
  readonly agreement: Agreement;
  readonly initiative: Initiative;
  readonly index: number;
  readonly isHere: boolean;
  /** Whether the title is the same words, or only shares its telling words. */
  readonly isSameTitle: boolean;
}

/** An initiative over the agreements at hand, earliest first; amounts of different price levels or units are never added. */
export interface InitiativeTimeline {
  readonly steps: readonly TimelineStep[];
  readonly hasMixedPriceLevels: boolean;
}

/** The initiative's earlier and later agreements; null when no other agreement at hand grants it. */
export function initiativeTimeline(agreement: Agreement, initiative: Initiative, atHand: readonly Agreement[]): InitiativeTimeline | null {
  if (initiative.title === null || initiative.titleDamaged) return null;
  const others = atHand.filter(({ document }) => document.sha256 !== agreement.document.sha256);
  const { entries, hasMixedPriceLevels } = timelineOf(initiative.title, [agreement, ...others]);
  const steps = entries
    .filter((entry) => entry.agreement !== agreement || entry.initiative === initiative)
    .map(({ agreement: source, initiative: own, isSameTitle }): TimelineStep => ({ agreement: source, initiative: own, index: source.initiatives.indexOf(own), isHere: source === agreement, isSameTitle }));
  return steps.some(({ isHere }) => !isHere) ? { steps, hasMixedPriceLevels } : null;
}
