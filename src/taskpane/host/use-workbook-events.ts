import { useEffect } from 'react';
import { type FigureReference, type WorkbookPort, type StoredImport } from '../../excel/workbook-port';
import { type PaneStore } from '../state/pane-store';

/** Keeps the pane's state in step with the workbook: first state, re-checks after edits, the figure under the selection. Null where Excel cannot be read. */
export function useWorkbookEvents(store: PaneStore, port: WorkbookPort | null): void {
  useEffect(() => {
    if (port === null) return undefined;
    const stopStates = port.onStateChanged((workbook) => store.dispatch({ type: 'workbook-changed', workbook }));
    const stopSelections = port.onSelectionChanged((_place, importId, figure) => {
      const stored = store.getState().workbook?.imports.find((one) => one.importId === importId);
      if (stored !== undefined && figure !== null) void showSource(store, stored, figure);
    });
    void port.checkWorkbook().then(
      (result) => {
        if (result.ok) store.dispatch({ type: 'workbook-changed', workbook: result.value });
        else store.dispatch({ type: 'noticed', notice: { kind: 'failure', failure: result.failure } });
      },
      () => store.dispatch({ type: 'noticed', notice: { kind: 'failure', failure: { code: 'host', hostCode: 'GeneralException', workbook: 'unchanged' } } }),
    );
    return () => {
      stopStates();
      stopSelections();
    };
  }, [store, port]);
}

/** Lets the source view follow to the place of a figure; how it is found is fetched with the first one. */
async function showSource(store: PaneStore, { agreement }: StoredImport, figure: FigureReference): Promise<void> {
  const { figureSource } = await import('../view-models/source/source');
  const source = figureSource(agreement, figure);
  if (source !== null) store.dispatch({ type: 'source-shown', opensView: false, source: { sha256: agreement.document.sha256, ...source.position, quote: source.quote } });
}
