import { parseAddress } from '../core/sheet-plan/addresses';
import { runExcel } from './requests/run-excel';

/** How long to wait for further edits before checking. */
const QUIET_MS = 150;

/** What set off a change that this add-in made itself: after its own writing it has looked already. */
const OWN_CHANGE = 'ThisLocalAddin';

/** What the workbook's events lead to. */
export interface EventActions {
  /** Something that Reserve's tables show may have changed. Shape: `isOurs` unless all that led to it was a co-author's, whose add-in then writes. */
  onEdited(isOurs: boolean): void;
  /** The selection moved. Shape: `address` without the sheet. */
  onSelected(worksheetId: string, address: string): void;
  /** Whether a sheet holds imported figures, or the log of decisions. */
  isWatched(worksheetId: string): boolean;
}

/**
 * Listens to the workbook: edits of this user, calculations (a calculated cell raises no change), sorted rows, deleted sheets, the selection.
 * A calculation does not tell whose edit led to it: it counts as a co-author's where only co-authors edited just before, so that one add-in
 * writes and not each. Returns when Excel has registered the handlers.
 */
export async function listenToWorkbook(actions: EventActions): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const edits = { local: false, remote: false };
  const scheduleCheck = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      const isOurs = edits.local || !edits.remote;
      edits.local = edits.remote = false;
      actions.onEdited(isOurs);
    }, QUIET_MS);
  };
  /** Notes an edit wherever it is; whether it is this user's. */
  const noteEdit = ({ source, triggerSource }: { readonly source: string; readonly triggerSource?: string }): boolean => {
    const isLocal = source === 'Local' && triggerSource !== OWN_CHANGE;
    if (isLocal) edits.local = true;
    else if (source === 'Remote') edits.remote = true;
    return isLocal;
  };
  await runExcel({}, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(async (event) => {
      if (noteEdit(event) && actions.isWatched(event.worksheetId)) scheduleCheck();
    });
    worksheets.onCalculated.add(async (event) => {
      if (actions.isWatched(event.worksheetId)) scheduleCheck();
    });
    worksheets.onRowSorted.add(async (event) => {
      if (noteEdit(event) && actions.isWatched(event.worksheetId)) scheduleCheck();
    });
    worksheets.onDeleted.add(async (event) => {
      noteEdit(event);
      if (actions.isWatched(event.worksheetId)) scheduleCheck();
    });
    worksheets.onSelectionChanged.add(async (event) => {
      if (parseAddress(event.address) !== null) actions.onSelected(event.worksheetId, event.address);
    });
    await context.sync();
  });
}
