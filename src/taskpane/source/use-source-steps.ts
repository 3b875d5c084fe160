import { useMemo, type KeyboardEvent } from 'react';
import { isCommandKey } from '../parts/focus/keys';
import { usePane, usePaneState } from '../services/pane-context';
import { findingWalk, type WalkStop } from '../view-models/findings/finding-walk';
import { sourceTarget } from '../view-models/source/check-marks';

/** The way from the source of one finding to that of the next, and back to the finding. */
export interface SourceSteps {
  /** The findings whose place in a document is known. */
  readonly stops: readonly WalkStop[];
  /** Where the shown one stands among them; -1 where no finding led here. */
  readonly at: number;
  step(by: 1 | -1): void;
  back(): void;
  /** J and K step, C goes to the cell, Escape back to the finding. */
  onKeyDown(event: KeyboardEvent): void;
}

const STEP_OF_KEY: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 };

/** The steps from the finding that led to the source view. */
export function useSourceSteps(): SourceSteps {
  const { store, actions } = usePane();
  const { workbook, filter, source } = usePaneState();
  const stops = useMemo(() => (workbook === null ? [] : findingWalk(workbook, filter).filter(({ about }) => about !== null)), [workbook, filter]);
  const at = source?.finding === undefined ? -1 : stops.findIndex(({ id }) => id === source.finding);
  const step = (by: 1 | -1): void => {
    const about = stops[at + by]?.about ?? null;
    if (at >= 0 && about !== null) store.dispatch({ type: 'source-shown', opensView: true, source: sourceTarget(about) });
  };
  const back = (): void => store.dispatch({ type: 'view-opened', view: 'findings' });
  return {
    stops,
    at,
    step,
    back,
    onKeyDown(event) {
      if (at < 0 || !isCommandKey(event)) return;
      const by = STEP_OF_KEY[event.key.toLowerCase()];
      const cell = stops[at]?.cell ?? null;
      if (by !== undefined) step(by);
      else if (event.key === 'Escape') back();
      else if (event.key.toLowerCase() === 'c' && cell !== null) void actions.selectPlace(cell);
      else return;
      event.preventDefault();
    },
  };
}
