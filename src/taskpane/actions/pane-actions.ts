import { type WorkbookPort } from '../../excel/workbook-port';
import { type Language } from '../../core/money/danish-number';
import { type DocumentReader } from '../reading/document-reader';
import { type PickedFile } from '../state/pane-state';
import { type PaneStore } from '../state/pane-store';
import { createAnalysingActions, type AnalysingActions } from './analysing-actions';
import { createCheckingActions, type CheckingActions } from './checking-actions';
import { createEditionActions, type EditionActions } from './edition-actions';
import { createDecidingActions, type DecidingActions } from './deciding-actions';
import { createImportingActions, type ImportingActions } from './importing-actions';
import { createReadingActions, type ReadingActions } from './reading-actions';
import { createSavingActions, type SavingActions } from './saving-actions';
import { createWorkbookActivity } from './workbook-activity';

/** What the user can ask of the pane; every answer arrives in the state. */
export interface PaneActions extends ReadingActions, ImportingActions, CheckingActions, DecidingActions, AnalysingActions, SavingActions, EditionActions {
  /** Stops what runs on the workbook. */
  cancelActivity(): void;
}

/** What the actions need from outside. */
export interface PaneSurroundings {
  readonly port: WorkbookPort;
  readonly reader: DocumentReader;
  /** The sample agreement; null when it cannot be fetched. */
  readonly fetchSample: () => Promise<PickedFile | null>;
  /** Hands a file to the user. */
  readonly saveFile?: (name: string, bytes: Uint8Array) => void;
  /** The language of what is saved. */
  readonly language?: Language;
  /** Keeps who decides on this machine; null forgets it. */
  readonly rememberSigner?: (name: string | null) => void;
}

/** The user's actions over a store, a workbook and a reader. */
export function createPaneActions(store: PaneStore, { port, reader, fetchSample, saveFile = () => undefined, language = 'da', rememberSigner }: PaneSurroundings): PaneActions {
  const activity = createWorkbookActivity(store);
  const editions = createEditionActions(store, port, activity);
  return {
    ...createReadingActions(store, { reader, fetchSample }),
    ...createImportingActions(store, port, activity),
    ...createCheckingActions(store, port, activity),
    ...createDecidingActions(store, port, activity, editions.takeOver, rememberSigner),
    ...editions,
    ...createAnalysingActions(store, port, activity),
    ...createSavingActions(store, { reader, language, saveFile }, activity),
    cancelActivity: activity.cancel,
  };
}
