import { type Result } from '../../core/failure';
import { type DocumentReader } from '../reading/document-reader';
import { type OpenDocument, type PickedFile, type Reading } from '../state/pane-state';
import { type StoreSlice } from '../state/pane-store';
import { agreementsAtHand } from '../view-models/agreements/agreements-at-hand';
import { settle } from './workbook-activity';

/** What the user says of a document before it is read again. */
export interface ReadingChange {
  readonly password?: string;
  readonly encoding?: string;
  readonly acceptPartly?: boolean;
}

/** Documents that come into the pane. */
export interface ReadingActions {
  /** Gets ready to read while the user chooses a file. */
  prepareReading(): void;
  /** Opens files; `isForSource` when the user looks for the place that the source view shows. */
  openFiles(files: readonly PickedFile[], isForSource?: boolean): void;
  openSample(): Promise<void>;
  readAgain(id: number, change: ReadingChange): void;
  cancelReading(id: number): void;
}

type ReadingStore = StoreSlice<'documents' | 'workbook' | 'catalogue', 'files-picked' | 'reading-started' | 'reading-progressed' | 'reading-failed' | 'reading-done' | 'reading-cancelled' | 'noticed'>;

/** What reading needs from outside. */
interface ReadingSurroundings {
  readonly reader: DocumentReader;
  /** The sample agreement; null when it cannot be fetched. */
  readonly fetchSample: () => Promise<PickedFile | null>;
}

/** Reads documents one after the other, in the order in which they were opened. */
export function createReadingActions(store: ReadingStore, { reader, fetchSample }: ReadingSurroundings): ReadingActions {
  const readings = new Map<number, AbortController>();
  let documentCount = 0;
  let queue: Promise<void> = Promise.resolve();

  async function readOne(id: number, change: ReadingChange, signal: AbortSignal): Promise<void> {
    const document = store.getState().documents.find((one) => one.id === id);
    if (document === undefined) return;
    const order = orderFor(document, change);
    store.dispatch({ type: 'reading-started', id, encoding: order.encoding, password: order.password });
    const others = agreementsAtHand(store.getState()).map(({ agreement }) => agreement);
    end(id, await settle(reader.read({ ...order, others }, signal, (progress) => store.dispatch({ type: 'reading-progressed', id, progress }))));
  }

  function end(id: number, result: Result<Reading>): void {
    readings.delete(id);
    if (result.ok) store.dispatch({ type: 'reading-done', id, reading: result.value });
    else store.dispatch({ type: 'reading-failed', id, failure: result.failure });
  }

  const actions: ReadingActions = {
    prepareReading: () => reader.prepare(),
    openFiles(files, isForSource = false) {
      const opened = files.map((file) => ({ id: (documentCount += 1), file }));
      if (opened.length === 0) return;
      store.dispatch({ type: 'files-picked', files: opened, isForSource });
      for (const { id } of opened) actions.readAgain(id, {});
    },
    async openSample() {
      const sample = await fetchSample();
      if (sample === null) store.dispatch({ type: 'noticed', notice: { kind: 'sample-unreachable' } });
      else actions.openFiles([sample]);
    },
    readAgain(id, change) {
      const controller = new AbortController();
      readings.set(id, controller);
      queue = queue.then(() => readOne(id, change, controller.signal));
    },
    cancelReading(id) {
      readings.get(id)?.abort();
      readings.delete(id);
      store.dispatch({ type: 'reading-cancelled', id });
    },
  };
  return actions;
}

/** What is read how: what the user says now, else what was said before. */
function orderFor({ file: { name, bytes }, ...document }: OpenDocument, change: ReadingChange) {
  return { name, bytes, encoding: change.encoding ?? document.encoding, password: change.password ?? document.password, acceptPartly: change.acceptPartly ?? false };
}
