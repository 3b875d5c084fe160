import { likeliestAgreement } from '../../core/tie-out/likeliest-agreement';
import { agreementsAtHand } from '../view-models/agreements/agreements-at-hand';
import { type PaneStore } from '../state/pane-store';
import { isSamePlace } from '../state/tie-out-choices';

/** Begins the comparison of the checked selection: goes on with the one that is remembered of it, else takes the agreement at hand that most of its rows are in; says so where there is no agreement. */
export function startTieOut(store: PaneStore): void {
  const { selection, workbook } = store.getState();
  if (selection === null) return;
  const remembered = workbook?.comparisons?.find(({ place }) => isSamePlace(place, selection.place));
  if (remembered !== undefined) {
    store.dispatch({ type: 'tie-out-changed', tieOut: { sha256: remembered.sha256, choices: remembered.choices, remembered: remembered.id } });
    return;
  }
  const agreements = agreementsAtHand(store.getState()).map(({ agreement }) => agreement);
  const agreement = selection.grid === null ? (agreements[0] ?? null) : likeliestAgreement(selection.grid, selection.reading, agreements);
  if (agreement === null) store.dispatch({ type: 'noticed', notice: { kind: 'tie-out-refused', reason: 'no-agreement' } });
  else store.dispatch({ type: 'tie-out-changed', tieOut: { sha256: agreement.document.sha256, choices: {} } });
}
