import { type WorkbookPort } from '../../excel/workbook-port';

/**
 * A workbook that is asked before it is there: every question waits until it is connected, which the first one starts.
 * Errors: questions reject when it cannot be connected, and the next one tries again.
 */
export function latePort(connect: () => Promise<Required<WorkbookPort>>): Required<WorkbookPort> {
  let connected: Promise<Required<WorkbookPort>> | null = null;
  const port = (): Promise<Required<WorkbookPort>> => {
    connected ??= connect().catch((error: unknown) => {
      connected = null;
      throw error;
    });
    return connected;
  };
  return {
    importAgreement: async (...asked) => (await port()).importAgreement(...asked),
    insertInitiative: async (...asked) => (await port()).insertInitiative(...asked),
    insertFormula: async (...asked) => (await port()).insertFormula(...asked),
    insertBlock: async (...asked) => (await port()).insertBlock(...asked),
    removeImport: async (...asked) => (await port()).removeImport(...asked),
    previewTakeOver: async (...asked) => (await port()).previewTakeOver(...asked),
    takeOver: async (...asked) => (await port()).takeOver(...asked),
    dependentFormulas: async (...asked) => (await port()).dependentFormulas(...asked),
    checkWorkbook: async (...asked) => (await port()).checkWorkbook(...asked),
    checkSelection: async (...asked) => (await port()).checkSelection(...asked),
    rememberComparison: async (...asked) => (await port()).rememberComparison(...asked),
    forgetComparison: async (...asked) => (await port()).forgetComparison(...asked),
    selectPlace: async (...asked) => (await port()).selectPlace(...asked),
    selectFigure: async (...asked) => (await port()).selectFigure(...asked),
    acceptFinding: async (...asked) => (await port()).acceptFinding(...asked),
    acceptFindings: async (...asked) => (await port()).acceptFindings(...asked),
    commentFinding: async (...asked) => (await port()).commentFinding(...asked),
    withdrawAcceptance: async (...asked) => (await port()).withdrawAcceptance(...asked),
    tickFigures: async (...asked) => (await port()).tickFigures(...asked),
    showFlags: async (...asked) => (await port()).showFlags(...asked),
    insertPicture: async (...asked) => (await port()).insertPicture(...asked),
    insertChanges: async (...asked) => (await port()).insertChanges(...asked),
    insertWorkingPaper: async (...asked) => (await port()).insertWorkingPaper(...asked),
    onStateChanged: (listener) => stopLater(port().then((one) => one.onStateChanged(listener))),
    onSelectionChanged: (listener) => stopLater(port().then((one) => one.onSelectionChanged(listener))),
  };
}

/** The way to stop something that may not have begun. What could not begin needs no stop. */
function stopLater(begun: Promise<() => void>): () => void {
  const stop = begun.catch(() => () => undefined);
  return () => void stop.then((end) => end());
}
