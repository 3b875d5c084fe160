import { fail } from '../../core/failure';
import { type Language } from '../../core/money/danish-number';
import { type Acceptance } from '../../outputs/checked-document';
import { type OutputKind } from '../../outputs/output-kind';
import { type WorkbookState } from '../../excel/workbook-port';
import { type DocumentReader } from '../reading/document-reader';
import { type StoreSlice } from '../state/pane-store';
import { agreementsAtHand } from '../view-models/agreements/agreements-at-hand';
import { agreementToInsert } from '../view-models/agreements/document-title';
import { type WorkbookActivity } from './workbook-activity';

/** What leaves of a document that has been read, as a file of the user's. */
export interface SavingActions {
  saveOutput(id: number, output: OutputKind, name: string): Promise<void>;
}

/** What saving needs from outside. Shape: `saveFile` hands a file to the user, as a browser does with a download. */
export interface SavingSurroundings {
  readonly reader: DocumentReader;
  readonly language: Language;
  readonly saveFile: (name: string, bytes: Uint8Array) => void;
}

/** The actions over documents that are open in the pane. */
export function createSavingActions(store: StoreSlice<'documents' | 'workbook' | 'catalogue', never>, { reader, language, saveFile }: SavingSurroundings, activity: WorkbookActivity): SavingActions {
  return {
    async saveOutput(id, output, name) {
      const state = store.getState();
      const document = state.documents.find((one) => one.id === id);
      if (document?.stage.kind !== 'read') return;
      const { agreement } = document.stage.reading;
      const order = {
        name: document.file.name,
        bytes: document.file.bytes,
        password: document.password,
        encoding: document.encoding,
        acceptPartly: agreement.isPartlyRead,
        others: agreementsAtHand(state).flatMap((one) => (one.agreement.document.sha256 === agreement.document.sha256 ? [] : [one.agreement])),
        output,
        title: agreementToInsert(document, state)?.title ?? null,
        acceptances: acceptancesOf(state.workbook, agreement.document.sha256),
        language,
        madeAt: new Date().toISOString(),
      };
      await activity.perform('save', async ({ signal, onProgress }) => {
        const saved = await reader.save(order, signal, ({ done, total }) => onProgress(done, total));
        if (saved.ok && signal.aborted) return fail({ code: 'cancelled' });
        if (saved.ok) saveFile(name, saved.value);
        return saved;
      }, () => ({ kind: 'output-saved', name }));
    },
  };
}

/** What was accepted of a document's findings in the workbook, by the key that a finding has in its document. */
function acceptancesOf(workbook: WorkbookState | null, sha256: string): [string, Acceptance][] {
  const stored = workbook?.imports.find(({ agreement }) => agreement.document.sha256 === sha256);
  if (workbook === null || stored === undefined) return [];
  return workbook.findings.flatMap(({ importId, key, acceptance }): [string, Acceptance][] =>
    importId === stored.importId && acceptance !== undefined && acceptance !== null ? [[key.replace(`${importId}/`, ''), { reason: acceptance.reason, by: acceptance.by }]] : [],
  );
}
