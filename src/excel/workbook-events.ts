import { parseAddress } from '../core/sheet-plan/addresses';
import { runExcel } from './run-excel';

/** How long to wait for further edits before checking. */
const QUIET_MS = 150;

/** What set off a change that this add-in made itself: after its own writing it has looked already. */
const OWN_CHANGE = 'ThisLocalAddin';

/** What the workbook's events lead to. */
export interface EventActions {
  /** Something that Reserve's tables show may have changed. */
  onEdited(): void;
  /** The selection moved. Shape: `address` without the sheet. */
  onSelected(worksheetId: string, address: string): void;
  /** Whether a sheet holds imported figures, or the log of decisions. */
  isWatched(worksheetId: string): boolean;
}

/**
 * Listens to the workbook: edits of this user, calculations (a calculated cell raises no change), sorted rows, deleted sheets, the selection.
 * Edits of others are theirs to check. Returns when Excel has registered the handlers.
 */
export async function listenToWorkbook(actions: EventActions): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const scheduleCheck = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      actions.onEdited();
    }, QUIET_MS);
  };
  await runExcel({}, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(async (event) => {
      if (event.source === 'Local' && event.triggerSource !== OWN_CHANGE && actions.isWatched(event.worksheetId)) scheduleCheck();
    });
    worksheets.onCalculated.add(async (event) => {
      if (actions.isWatched(event.worksheetId)) scheduleCheck();
    });
    worksheets.onRowSorted.add(async (event) => {
      if (event.source === 'Local' && actions.isWatched(event.worksheetId)) scheduleCheck();
    });
    worksheets.onDeleted.add(async (event) => {
      if (actions.isWatched(event.worksheetId)) scheduleCheck();
    });
    worksheets.onSelectionChanged.add(async (event) => {
      if (parseAddress(event.address) !== null) actions.onSelected(event.worksheetId, event.address);
    });
    await context.sync();
  });
}
