import { type Agreement } from '../../core/budget/agreement';
import { type Failure } from '../../core/failure';
import { type ImportReceipt, type ImportTarget, type SelectionCheck, type WorkbookState } from '../../excel/workbook-port';
import { isSamePlace, keptChoices } from './tie-out-choices';
import {
  type Activity,
  type CatalogueTrouble,
  type DocumentStage,
  type EditionSession,
  type FindingsFilter,
  type InitiativeKey,
  type Notice,
  type OpenDocument,
  type Page,
  type PaneState,
  type PickedFile,
  type PriceConversion,
  type Progress,
  type Reading,
  type SourceTarget,
  type TieOutSession,
  type UnsignedAction,
  type View,
} from './pane-state';
import { type Settings } from './settings';

/** Everything that can happen to the pane's state. */
export type PaneAction =
  | { readonly type: 'view-opened'; readonly view: View }
  | { readonly type: 'files-picked'; readonly files: readonly { readonly id: number; readonly file: PickedFile }[]; readonly isForSource?: boolean }
  | { readonly type: 'reading-started'; readonly id: number; readonly encoding: string | null; readonly password: string | null }
  | { readonly type: 'reading-progressed'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'reading-failed'; readonly id: number; readonly failure: Failure }
  | { readonly type: 'reading-done'; readonly id: number; readonly reading: Reading }
  | { readonly type: 'document-shown'; readonly id: number | null }
  | { readonly type: 'document-closed'; readonly id: number }
  | { readonly type: 'reading-cancelled'; readonly id: number }
  | { readonly type: 'title-typed'; readonly id: number; readonly title: string }
  | { readonly type: 'target-chosen'; readonly target: ImportTarget['kind'] }
  | { readonly type: 'activity-started'; readonly kind: Activity['kind'] }
  | { readonly type: 'activity-progressed'; readonly progress: Progress }
  | { readonly type: 'activity-held'; readonly isHeld: boolean }
  | { readonly type: 'activity-ended'; readonly notice: Notice | null }
  | { readonly type: 'imported'; readonly id: number; readonly receipts: readonly ImportReceipt[] }
  | { readonly type: 'import-removed'; readonly importId: string; readonly title: string; readonly kept?: readonly string[] }
  | { readonly type: 'workbook-changed'; readonly workbook: WorkbookState }
  | { readonly type: 'noticed'; readonly notice: Notice | null }
  | { readonly type: 'filter-changed'; readonly filter: FindingsFilter }
  | { readonly type: 'finding-chosen'; readonly finding: string | null }
  | { readonly type: 'page-opened'; readonly page: Page | null }
  | { readonly type: 'selection-checked'; readonly selection: SelectionCheck | null }
  | { readonly type: 'tie-out-changed'; readonly tieOut: TieOutSession | null }
  | { readonly type: 'editions-changed'; readonly editions: EditionSession | null }
  | { readonly type: 'query-changed'; readonly query: string }
  | { readonly type: 'initiative-opened'; readonly initiative: InitiativeKey | null }
  | { readonly type: 'source-shown'; readonly source: SourceTarget; readonly opensView: boolean }
  | { readonly type: 'catalogue-loaded'; readonly catalogue: readonly Agreement[]; readonly trouble: CatalogueTrouble | null }
  | { readonly type: 'hint-dismissed' }
  | { readonly type: 'hint-recalled' }
  | { readonly type: 'guide-started' }
  | { readonly type: 'guide-ended' }
  | { readonly type: 'settings-changed'; readonly settings: Settings }
  | { readonly type: 'decision-unsigned'; readonly decision: UnsignedAction }
  | { readonly type: 'signer-told'; readonly signer: string | null }
  | { readonly type: 'conversion-chosen'; readonly conversion: PriceConversion | null }
  | { readonly type: 'list-separator-told'; readonly listSeparator: ',' | ';' };

/** The state after an action. */
export function paneReducer(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'view-opened':
      return { ...state, view: action.view, page: null, notice: action.view === state.view ? state.notice : null };
    case 'files-picked': {
      const opened = action.files.map(({ id, file }): OpenDocument => ({ id, file, stage: { kind: 'waiting' }, encoding: null, password: null, receipt: null, ...(action.isForSource === true ? { isForSource: true } : {}) }));
      return { ...state, view: 'import', notice: null, documents: [...state.documents.filter((document) => !isGivenUp(document)), ...opened], page: null, currentDocument: opened[0]?.id ?? state.currentDocument };
    }
    case 'reading-started':
      return withDocument(state, action.id, (document) => ({ ...document, encoding: action.encoding, password: action.password, stage: { kind: 'reading', progress: { done: 0, total: 0 } } }));
    case 'reading-progressed':
      return withDocument(state, action.id, (document) =>
        document.stage.kind === 'reading' ? { ...document, stage: { kind: 'reading', progress: action.progress } } : document,
      );
    case 'reading-failed':
      return afterReading(state, action.id, { kind: 'failed', failure: action.failure });
    case 'reading-done':
      return afterDuplicate(state, action.id, action.reading) ?? afterSource(afterReading(state, action.id, { kind: 'read', reading: action.reading }), action.id, action.reading);
    case 'document-shown':
      return { ...state, view: 'import', page: null, currentDocument: action.id, notice: null };
    case 'document-closed':
      return closeDocument(state, action.id);
    case 'reading-cancelled': {
      const name = state.documents.find(({ id }) => id === action.id)?.file.name;
      const closed = closeDocument(state, action.id);
      return name === undefined ? closed : { ...closed, notice: { kind: 'reading-cancelled', name } };
    }
    case 'title-typed':
      return withDocument(state, action.id, (document) => ({ ...document, title: action.title }));
    case 'target-chosen':
      return { ...state, target: action.target };
    case 'activity-started':
      return { ...state, notice: null, activity: { kind: action.kind, progress: { done: 0, total: 0 } } };
    case 'activity-progressed':
      return state.activity === null ? state : { ...state, activity: { ...state.activity, progress: action.progress } };
    case 'activity-held':
      return state.activity === null ? state : { ...state, activity: { ...state.activity, isHeld: action.isHeld } };
    case 'activity-ended':
      return { ...state, activity: null, notice: action.notice };
    case 'imported':
      return withDocument({ ...state, activity: null, isHintVisible: false, notice: { kind: 'inserted', receipts: action.receipts } }, action.id, (document) => ({
        ...document,
        receipt: action.receipts.at(-1) ?? null,
      }));
    case 'import-removed':
      return removeImport(state, action.importId, { kind: 'removed', title: action.title, ...(action.kept === undefined ? {} : { kept: action.kept }) });
    case 'workbook-changed':
      return { ...state, workbook: action.workbook };
    case 'noticed':
      return { ...state, notice: action.notice };
    case 'filter-changed':
      return { ...state, filter: action.filter };
    case 'finding-chosen':
      return state.finding === action.finding ? state : { ...state, finding: action.finding };
    case 'page-opened':
      return { ...state, page: action.page, notice: null };
    case 'selection-checked':
      return { ...state, selection: action.selection, tieOut: afterSelection(state, action.selection), notice: null };
    case 'tie-out-changed':
      return { ...state, tieOut: action.tieOut, notice: null };
    case 'editions-changed':
      return { ...state, editions: action.editions, notice: null };
    case 'query-changed':
      return { ...state, query: action.query };
    case 'initiative-opened':
      return { ...state, view: 'agreements', openInitiative: action.initiative };
    case 'source-shown':
      return { ...state, source: action.source, ...(action.opensView ? { view: 'source', page: null } : {}), finding: action.source.finding ?? state.finding };
    case 'catalogue-loaded':
      return { ...state, catalogue: action.catalogue, catalogueTrouble: action.trouble };
    case 'hint-dismissed':
      return { ...state, isHintVisible: false };
    case 'hint-recalled':
      return { ...state, isHintVisible: true, view: 'import', currentDocument: null, page: null };
    case 'guide-started':
      return { ...state, isHintVisible: false, isGuided: true };
    case 'guide-ended':
      return { ...state, isGuided: false };
    case 'settings-changed':
      return { ...state, settings: action.settings, target: action.settings.target };
    case 'decision-unsigned':
      return { ...state, activity: null, unsigned: action.decision };
    case 'signer-told':
      return { ...state, signer: action.signer, unsigned: null };
    case 'conversion-chosen':
      return { ...state, conversion: action.conversion };
    case 'list-separator-told':
      return { ...state, listSeparator: action.listSeparator };
  }
}

/** The comparison of a range that is read again goes on, with the choices that are still about the same rows and columns. */
function afterSelection({ selection, tieOut }: PaneState, next: SelectionCheck | null): TieOutSession | null {
  const isSame = next !== null && selection !== null && isSamePlace(next.place, selection.place);
  return isSame && tieOut !== null ? { ...tieOut, choices: keptChoices(selection, next, tieOut.choices) } : null;
}

function withDocument(state: PaneState, id: number, change: (document: OpenDocument) => OpenDocument): PaneState {
  return { ...state, documents: state.documents.map((document) => (document.id === id ? change(document) : document)) };
}

/** A document that could not be read and that nothing can be done for but to take another, which the user does now. */
function isGivenUp({ stage }: OpenDocument): boolean {
  return stage.kind === 'failed' && stage.failure.code !== 'password-needed';
}

/** A document that is open already is shown instead of being opened twice; null where it is not. */
function afterDuplicate(state: PaneState, id: number, reading: Reading): PaneState | null {
  const { name, sha256 } = reading.source;
  const twin = state.documents.find((document) => document.id !== id && document.stage.kind === 'read' && document.stage.reading.source.sha256 === sha256);
  if (twin === undefined) return null;
  const documents = state.documents.filter((document) => document.id !== id);
  return { ...state, documents, currentDocument: state.currentDocument === id ? twin.id : state.currentDocument, notice: { kind: 'already-open', name } };
}

/** A document that was opened to see a place leads back to it; another document than the one that was asked for says so. */
function afterSource(state: PaneState, id: number, { source }: Reading): PaneState {
  const isAsked = state.documents.some((document) => document.id === id && document.isForSource === true);
  if (!isAsked || state.source === null || state.view !== 'import' || state.currentDocument !== id) return state;
  return state.source.sha256 === source.sha256 ? { ...state, view: 'source' } : { ...state, notice: { kind: 'other-document', name: source.name } };
}

/** A cancelled document closes; any other result stays to be seen. */
function afterReading(state: PaneState, id: number, stage: DocumentStage): PaneState {
  if (stage.kind === 'failed' && stage.failure.code === 'cancelled') return closeDocument(state, id);
  return withDocument(state, id, (document) => ({ ...document, stage }));
}

function closeDocument(state: PaneState, id: number): PaneState {
  const documents = state.documents.filter((document) => document.id !== id);
  if (state.currentDocument !== id) return { ...state, documents };
  const index = state.documents.findIndex((document) => document.id === id);
  const next = documents[Math.min(index, documents.length - 1)];
  return { ...state, documents, currentDocument: next?.id ?? null, notice: null };
}

function removeImport(state: PaneState, importId: string, notice: Notice): PaneState {
  return {
    ...state,
    activity: null,
    notice,
    documents: state.documents.map((document) => (document.receipt?.importId === importId ? { ...document, receipt: null } : document)),
  };
}
