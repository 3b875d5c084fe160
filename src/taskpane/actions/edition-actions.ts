import { type Agreement } from '../../core/budget/agreement';
import { type Check } from '../../core/reconciliation/rule';
import { type WorkbookPort } from '../../excel/workbook-port';
import { type EditionSession } from '../state/pane-state';
import { type StoreSlice } from '../state/pane-store';
import { agreementsAtHand } from '../view-models/agreements/agreements-at-hand';
import { agreementToInsert } from '../view-models/agreements/document-title';
import { lacking, type WorkbookActivity } from './workbook-activity';

/** Two editions of an agreement: compared, written as a sheet, and one taken over in the other's place. */
export interface EditionActions {
  /** Holds two agreements at hand against each other, each by its document's hash. */
  compareEditions(old: string, now: string, view: EditionSession['view']): void;
  /** Says which initiative of the old edition one of the new edition is; null for none. */
  pairInitiative(now: number, old: number | null): void;
  /** Says whether the new edition goes before a cell that the user has changed. */
  chooseCell(key: string, isOverwritten: boolean): void;
  closeEditions(): void;
  /** Asks what a take-over would come to. */
  previewTakeOver(): Promise<void>;
  /** Puts the new edition in the old one's place; asks for a name first where nobody tells who decides. */
  takeOver(): Promise<void>;
  insertChanges(): Promise<void>;
}

type EditionStore = StoreSlice<'editions' | 'documents' | 'workbook' | 'catalogue', 'editions-changed' | 'decision-unsigned' | 'signer-told'>;

/** What a take-over is about. */
interface Takeable {
  readonly session: EditionSession;
  readonly importId: string;
  readonly agreement: Agreement;
  readonly checks: readonly Check[];
}

/** The actions over the open workbook. */
export function createEditionActions(store: EditionStore, port: WorkbookPort, activity: WorkbookActivity): EditionActions {
  function change(more: (session: EditionSession) => Partial<EditionSession>): void {
    const { editions } = store.getState();
    if (editions !== null) store.dispatch({ type: 'editions-changed', editions: { ...editions, ...more(editions) } });
  }

  /** The open document that is to take the place of an import; null where the editions are others. */
  function takeable(): Takeable | null {
    const state = store.getState();
    const { editions } = state;
    const stored = state.workbook?.imports.find(({ agreement }) => agreement.document.sha256 === editions?.old);
    const document = state.documents.find(({ stage }) => stage.kind === 'read' && stage.reading.agreement.document.sha256 === editions?.now);
    const agreement = document === undefined ? null : agreementToInsert(document, state);
    if (editions === null || stored === undefined || agreement === null || document?.stage.kind !== 'read') return null;
    return { session: editions, importId: stored.importId, agreement, checks: document.stage.reading.checks };
  }

  return {
    compareEditions(old, now, view) {
      store.dispatch({ type: 'editions-changed', editions: { old, now, view, pairing: new Map(), preview: null, overwritten: new Set() } });
    },
    pairInitiative: (now, old) => change(({ pairing }) => ({ pairing: new Map([...pairing, [now, old]]), preview: null, overwritten: new Set() })),
    chooseCell: (key, isOverwritten) => change(({ overwritten }) => ({ overwritten: new Set(isOverwritten ? [...overwritten, key] : [...overwritten].filter((one) => one !== key)) })),
    closeEditions: () => store.dispatch({ type: 'editions-changed', editions: null }),
    async previewTakeOver() {
      const about = takeable();
      if (about === null) return;
      const { session, importId, agreement, checks } = about;
      const result = await activity.run('take-over', () => port.previewTakeOver?.(importId, agreement, checks, session) ?? lacking());
      if (result === null) return;
      if (!result.ok) return activity.endWithFailure(result.failure);
      activity.end(null);
      change(() => ({ preview: result.value, overwritten: new Set() }));
    },
    async takeOver() {
      const about = takeable();
      if (about === null) return;
      const { session, importId, agreement, checks } = about;
      const result = await activity.run('take-over', () => port.takeOver?.(importId, agreement, checks, session) ?? lacking());
      if (result === null) return;
      if (!result.ok && result.failure.code === 'signer-needed') return store.dispatch({ type: 'decision-unsigned', decision: { kind: 'take-over' } });
      if (!result.ok) return activity.endWithFailure(result.failure);
      store.dispatch({ type: 'editions-changed', editions: null });
      activity.end({ kind: 'taken-over', receipt: result.value });
    },
    async insertChanges() {
      const { editions } = store.getState();
      const atHand = agreementsAtHand(store.getState()).map(({ agreement }) => agreement);
      const [old, now] = [editions?.old, editions?.now].map((sha256) => atHand.find(({ document }) => document.sha256 === sha256));
      if (editions === null || old === undefined || now === undefined) return;
      await activity.perform('insert', () => port.insertChanges?.(old, now, editions.pairing) ?? lacking(), (place) => ({ kind: 'changes-inserted', place }));
    },
  };
}
