import { type PaneStore } from '../state/pane-store';

/** Ends when the workbook has been read for the first time, or could not be. */
export function firstReading(store: PaneStore): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      const { workbook, notice } = store.getState();
      if (workbook === null && notice?.kind !== 'failure') return;
      stop();
      resolve();
    });
  });
}
