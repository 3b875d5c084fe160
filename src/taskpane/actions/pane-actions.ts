import { type Agreement } from '../../core/budget/agreement';
import { fail, type Failure, type Result } from '../../core/failure';
import { type CellPlace, type DependentFormulas, type FigureReference, type ImportReceipt, type RemovalReport, type SelectionRoles, type WorkbookPort, type WorkbookState } from '../../excel/workbook-port';
import { type DocumentReader } from '../reading/document-reader';
import { agreementName, agreementsAtHand } from '../view-models/agreements/agreements-at-hand';
import { agreementToInsert, titleOfDocument } from '../view-models/agreements/document-title';
import { changeRole, rolesOf, type RoleChange } from '../view-models/selection/selection-roles';
import { type Activity, type FindingDecision, type Notice, type OpenDocument, type PickedFile, type Progress } from '../state/pane-state';
import { type PaneStore } from '../state/pane-store';

/** What the user says of a document before it is read again. */
export interface ReadingChange {
  readonly password?: string;
  readonly encoding?: string;
  readonly acceptPartly?: boolean;
}

/** What the user can ask of the pane; every answer arrives in the state. */
export interface PaneActions {
  /** Gets ready to read while the user chooses a file. */
  prepareReading(): void;
  /** Opens files; `isForSource` when the user looks for the place that the source view shows. */
  openFiles(files: readonly PickedFile[], isForSource?: boolean): void;
  openSample(): Promise<void>;
  readAgain(id: number, change: ReadingChange): void;
  cancelReading(id: number): void;
  cancelActivity(): void;
  insertDocuments(ids: readonly number[]): Promise<void>;
  /** Takes an earlier import of the same document back and inserts the document in its place. */
  replaceImport(id: number, importId: string, title: string): Promise<void>;
  removeImport(importId: string, title: string): Promise<void>;
  /** The user's formulas that lose their source when an import goes; null where that cannot be told. */
  findDependents(importId: string): Promise<DependentFormulas | null>;
  checkWorkbook(): Promise<void>;
  insertInitiative(agreement: Agreement, index: number): Promise<void>;
  /** Writes a formula in the selected cell; `shown` is how the user's Excel writes it. */
  insertFormula(formula: string, shown: string): Promise<void>;
  insertWorkingPaper(importId: string): Promise<void>;
  selectPlace(place: CellPlace): Promise<void>;
  selectFigure(importId: string, figure: FigureReference): Promise<void>;
  /** Records a decision on findings; asks for a name first where nobody tells who decides. */
  decide(decision: FindingDecision): Promise<void>;
  /** Says who decides, and makes the decision that waited for it. */
  sign(name: string): Promise<void>;
  /** Gives up the decision that waits for a name. */
  leaveUnsigned(): void;
  /** Forgets who decides, so that it is asked again. */
  forgetSigner(): void;
  showFlags(areShown: boolean): Promise<void>;
  checkSelection(): Promise<void>;
  changeSelectionRole(change: RoleChange): Promise<void>;
  /** Checks the selection and compares it with the agreement that most of its rows are in. */
  compareSelection(): Promise<void>;
  /** Compares the selection that was checked last. */
  startTieOut(): Promise<void>;
  /** Reads the compared range again, wherever the selection is by now. */
  compareAgain(): Promise<void>;
  /** Writes a tie-out formula for each compared cell beside the table, which is read again first. */
  insertTieOut(): Promise<void>;
}

/** What the actions need from outside. */
export interface PaneSurroundings {
  readonly port: WorkbookPort;
  readonly reader: DocumentReader;
  /** The sample agreement; null when it cannot be fetched. */
  readonly fetchSample: () => Promise<PickedFile | null>;
  /** Keeps who decides on this machine; null forgets it. */
  readonly rememberSigner?: (name: string | null) => void;
}

/** The user's actions over a store, a workbook and a reader. */
export function createPaneActions(store: PaneStore, { port, reader, fetchSample, rememberSigner }: PaneSurroundings): PaneActions {
  const readings = new Map<number, AbortController>();
  let documentCount = 0;
  let readingQueue: Promise<void> = Promise.resolve();
  let activity: AbortController | null = null;

  function enqueueReading(id: number, change: ReadingChange): void {
    const controller = new AbortController();
    readings.set(id, controller);
    readingQueue = readingQueue.then(() => readOne(id, change, controller.signal));
  }

  async function readOne(id: number, change: ReadingChange, signal: AbortSignal): Promise<void> {
    const document = documentWith(id);
    if (document === undefined) return;
    const encoding = change.encoding ?? document.encoding;
    const password = change.password ?? document.password;
    store.dispatch({ type: 'reading-started', id, encoding, password });
    const others = agreementsAtHand(store.getState()).map(({ agreement }) => agreement);
    const { name, bytes } = document.file;
    const order = { name, bytes, password, encoding, acceptPartly: change.acceptPartly ?? false, others };
    const result = await settle(reader.read(order, signal, (progress) => store.dispatch({ type: 'reading-progressed', id, progress })));
    readings.delete(id);
    if (result.ok) store.dispatch({ type: 'reading-done', id, reading: result.value });
    else store.dispatch({ type: 'reading-failed', id, failure: result.failure });
  }

  function documentWith(id: number): OpenDocument | undefined {
    return store.getState().documents.find((document) => document.id === id);
  }

  /** Runs one action on the workbook at a time; a second one waits for the user to ask again. */
  async function runActivity<T>(kind: Activity['kind'], run: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Result<T>>): Promise<Result<T> | null> {
    if (activity !== null) return null;
    activity = new AbortController();
    store.dispatch({ type: 'activity-started', kind });
    const result = await settle(run(activity.signal, (progress) => store.dispatch({ type: 'activity-progressed', progress })));
    activity = null;
    return result;
  }

  function endWith(notice: Notice | null): void {
    store.dispatch({ type: 'activity-ended', notice });
  }

  function endWithFailure(failure: Failure, done: readonly Notice[] = []): void {
    endWith(done.length === 0 ? { kind: 'failure', failure } : { kind: 'failure', failure, done });
  }

  /** Inserts one document after the other and stops at the first failure, which tells what was done before it. */
  async function insertAll(ids: readonly number[], doneBefore: readonly Notice[]): Promise<void> {
    const receipts: ImportReceipt[] = [];
    for (const id of ids) {
      const document = documentWith(id);
      const agreement = document === undefined ? null : agreementToInsert(document, store.getState());
      if (document?.stage.kind !== 'read' || agreement === null) continue;
      const { checks } = document.stage.reading;
      const target = { kind: store.getState().target };
      const result = await runActivity('import', (signal, onProgress) =>
        port.importAgreement(agreement, checks, target, { signal, onProgress: (done, total) => onProgress({ done, total }) }),
      );
      if (result === null) return;
      if (!result.ok) {
        endWithFailure(result.failure, receipts.length === 0 ? doneBefore : [...doneBefore, { kind: 'inserted', receipts }]);
        return;
      }
      receipts.push({ ...result.value, mentions: agreement.mentions.length });
      store.dispatch({ type: 'imported', id, receipts: [...receipts] });
    }
  }

  /** Holds on to the title that is proposed from the workbook before its import is taken back; whether the document can be inserted then. */
  function keepTitle(id: number): boolean {
    const document = documentWith(id);
    const title = document === undefined ? null : titleOfDocument(document, store.getState());
    if (title !== null) store.dispatch({ type: 'title-typed', id, title: title.text });
    return title === null || title.problem === null;
  }

  async function showFailure(result: Promise<Result<unknown>>): Promise<void> {
    const settled = await settle(result);
    if (!settled.ok) store.dispatch({ type: 'noticed', notice: { kind: 'failure', failure: settled.failure } });
  }

  async function checkRange(roles?: SelectionRoles): Promise<boolean> {
    const check = port.checkSelection;
    if (check === undefined) return false;
    const result = await runActivity('selection', (signal, onProgress) => check.call(port, roles, { signal, onProgress: (done, total) => onProgress({ done, total }) }));
    if (result === null) return false;
    if (result.ok) store.dispatch({ type: 'selection-checked', selection: result.value });
    if (result.ok) endWith(null);
    else endWithFailure(result.failure);
    return result.ok;
  }

  /** Reads the compared range again and keeps what the user said of it. */
  async function readAgain(): Promise<boolean> {
    const { selection } = store.getState();
    return selection !== null && (await checkRange(rolesOf(selection)));
  }

  function setSigner(signer: string | null): void {
    store.dispatch({ type: 'signer-told', signer });
    rememberSigner?.(signer);
  }

  const actions: PaneActions = {
    prepareReading: () => reader.prepare(),
    openFiles(files, isForSource = false) {
      const opened = files.map((file) => ({ id: (documentCount += 1), file }));
      if (opened.length === 0) return;
      store.dispatch({ type: 'files-picked', files: opened, isForSource });
      for (const { id } of opened) enqueueReading(id, {});
    },

    async openSample() {
      const sample = await fetchSample();
      if (sample === null) store.dispatch({ type: 'noticed', notice: { kind: 'sample-unreachable' } });
      else actions.openFiles([sample]);
    },

    readAgain: enqueueReading,

    cancelReading(id) {
      readings.get(id)?.abort();
      readings.delete(id);
      store.dispatch({ type: 'reading-cancelled', id });
    },

    cancelActivity() {
      activity?.abort();
    },

    insertDocuments: (ids) => insertAll(ids, []),

    async replaceImport(id, importId, title) {
      if (!keepTitle(id)) return;
      const removed = await runActivity('remove', () => port.removeImport(importId));
      if (removed === null) return;
      if (!removed.ok) {
        endWithFailure(removed.failure);
        return;
      }
      const kept = keptSheets(removed.value);
      store.dispatch({ type: 'import-removed', importId, title, ...kept });
      await insertAll([id], [{ kind: 'removed', title, ...kept }]);
    },

    async removeImport(importId, title) {
      const result = await runActivity('remove', () => port.removeImport(importId));
      if (result === null) return;
      if (!result.ok) {
        endWithFailure(result.failure);
        return;
      }
      store.dispatch({ type: 'import-removed', importId, title, ...keptSheets(result.value) });
    },

    async findDependents(importId) {
      const found = port.dependentFormulas === undefined ? null : await settle(port.dependentFormulas(importId));
      return found?.ok === true ? found.value : null;
    },

    async checkWorkbook() {
      const result = await runActivity('check', (signal, onProgress) => port.checkWorkbook({ signal, onProgress: (done, total) => onProgress({ done, total }) }));
      if (result === null) return;
      if (result.ok) store.dispatch({ type: 'workbook-changed', workbook: result.value });
      if (result.ok) endWith(null);
      else endWithFailure(result.failure);
    },

    async insertInitiative(agreement, index) {
      const title = agreement.initiatives[index]?.title ?? agreementName(agreement);
      const result = await runActivity('insert', () => port.insertInitiative(agreement, index));
      if (result === null) return;
      if (result.ok) endWith({ kind: 'initiative-inserted', title, place: result.value });
      else endWithFailure(result.failure);
    },

    async insertFormula(formula, shown) {
      const insert = port.insertFormula;
      if (insert === undefined) return;
      const result = await runActivity('insert', () => insert.call(port, formula));
      if (result === null) return;
      if (result.ok) endWith({ kind: 'initiative-inserted', title: shown, place: result.value });
      else endWithFailure(result.failure);
    },

    async insertWorkingPaper(importId) {
      const insert = port.insertWorkingPaper;
      if (insert === undefined) return;
      const result = await runActivity('working-paper', () => insert.call(port, importId));
      if (result === null) return;
      if (result.ok) endWith({ kind: 'working-paper-inserted', place: result.value });
      else endWithFailure(result.failure);
    },

    selectPlace: (place) => showFailure(port.selectPlace(place)),

    async selectFigure(importId, figure) {
      if (port.selectFigure !== undefined) await showFailure(port.selectFigure(importId, figure));
    },

    async decide(decision) {
      const result = await runActivity('decide', () => recordDecision(port, decision));
      if (result === null) return;
      if (result.ok) store.dispatch({ type: 'workbook-changed', workbook: result.value });
      if (result.ok) endWith({ kind: 'decided', decision: decision.kind, count: decision.keys.length });
      else if (result.failure.code === 'signer-needed') store.dispatch({ type: 'decision-unsigned', decision });
      else endWithFailure(result.failure);
    },

    async sign(name) {
      const { unsigned } = store.getState();
      setSigner(name);
      if (unsigned !== null) await actions.decide(unsigned);
    },

    leaveUnsigned() {
      store.dispatch({ type: 'signer-told', signer: store.getState().signer });
      endWithFailure({ code: 'cancelled' });
    },

    forgetSigner: () => setSigner(null),

    async showFlags(areShown) {
      const show = port.showFlags;
      if (show === undefined) return;
      const result = await runActivity('flags', () => show.call(port, areShown));
      if (result === null) return;
      if (result.ok) store.dispatch({ type: 'workbook-changed', workbook: result.value });
      if (result.ok) endWith({ kind: 'flags-shown', areShown });
      else endWithFailure(result.failure);
    },

    async checkSelection() {
      await checkRange();
    },

    async changeSelectionRole(change) {
      const { selection } = store.getState();
      if (selection !== null) await checkRange(changeRole(selection, change));
    },

    async compareSelection() {
      if (await checkRange()) await actions.startTieOut();
    },

    async startTieOut() {
      const { startTieOut } = await import('./start-tie-out');
      startTieOut(store);
    },

    async compareAgain() {
      await readAgain();
    },

    async insertTieOut() {
      const insert = port.insertBlock;
      if (insert === undefined || !(await readAgain())) return;
      const { planTieOut } = await import('../view-models/selection/tie-out-formulas');
      const plan = planTieOut(store.getState());
      if (plan.kind === 'refused') {
        store.dispatch({ type: 'noticed', notice: { kind: 'tie-out-refused', reason: plan.reason } });
        return;
      }
      const result = await runActivity('insert', () => insert.call(port, plan.block));
      if (result === null) return;
      if (result.ok) endWith({ kind: 'tie-out-inserted', formulas: plan.formulas, unnamed: plan.unnamed, place: result.value });
      else endWithFailure(result.failure);
    },
  };
  return actions;
}

/** Asks the workbook to record a decision. Errors: what the workbook says; a host without the log offers no decisions. */
async function recordDecision(port: WorkbookPort, { kind, keys, text }: FindingDecision): Promise<Result<WorkbookState>> {
  const [key] = keys;
  const answer =
    key === undefined
      ? undefined
      : kind === 'comment'
        ? port.commentFinding?.(key, text)
        : kind === 'withdraw'
          ? port.withdrawAcceptance?.(key, text)
          : keys.length > 1
            ? port.acceptFindings?.(keys, text)
            : port.acceptFinding?.(key, text);
  return answer ?? fail({ code: 'host', hostCode: 'ApiNotFound', workbook: 'unchanged' });
}

/** The sheets that stay after a removal, where some do. */
function keptSheets(report: RemovalReport | null): { readonly kept?: readonly string[] } {
  return report === null ? {} : { kept: report.kept };
}

/** The promise's result; a thrown error becomes a failure that admits that the workbook's state is not known. */
async function settle<T>(promise: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await promise;
  } catch (error) {
    return fail({ code: 'host', hostCode: errorCode(error), workbook: 'unknown' });
  }
}

function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'Error';
}
