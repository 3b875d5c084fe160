import { type Agreement } from '../../core/budget/agreement';
import { type DependentFormulas, type ImportReceipt, type RemovalReport, type WorkbookPort } from '../../excel/workbook-port';
import { type Notice, type OpenDocument } from '../state/pane-state';
import { type StoreSlice } from '../state/pane-store';
import { agreementName } from '../view-models/agreements/agreements-at-hand';
import { agreementToInsert, titleOfDocument } from '../view-models/agreements/document-title';
import { lacking, settle, type WorkbookActivity } from './workbook-activity';

/** What goes into the workbook, and out of it again. */
export interface ImportingActions {
  insertDocuments(ids: readonly number[]): Promise<void>;
  /** Takes an earlier import of the same document back and inserts the document in its place. */
  replaceImport(id: number, importId: string, title: string): Promise<void>;
  removeImport(importId: string, title: string): Promise<void>;
  /** The user's formulas that lose their source when an import goes; null where that cannot be told. */
  findDependents(importId: string): Promise<DependentFormulas | null>;
  insertInitiative(agreement: Agreement, index: number): Promise<void>;
  /** Writes a formula in the selected cell; `shown` is how the user's Excel writes it. */
  insertFormula(formula: string, shown: string): Promise<void>;
}

type ImportingStore = StoreSlice<'documents' | 'workbook' | 'catalogue' | 'target', 'imported' | 'import-removed' | 'title-typed'>;

/** The actions over the open workbook. */
export function createImportingActions(store: ImportingStore, port: WorkbookPort, activity: WorkbookActivity): ImportingActions {
  const documentWith = (id: number): OpenDocument | undefined => store.getState().documents.find((document) => document.id === id);

  /** Inserts one document after the other and stops at the first failure, which tells what was done before it. */
  async function insertAll(ids: readonly number[], doneBefore: readonly Notice[]): Promise<void> {
    const receipts: ImportReceipt[] = [];
    for (const id of ids) {
      const result = await insertOne(id);
      if (result === 'skipped') continue;
      if (result === null) return;
      if (!result.ok) {
        activity.endWithFailure(result.failure, receipts.length === 0 ? doneBefore : [...doneBefore, { kind: 'inserted', receipts }]);
        return;
      }
      receipts.push(result.value);
      store.dispatch({ type: 'imported', id, receipts: [...receipts] });
    }
  }

  async function insertOne(id: number) {
    const document = documentWith(id);
    const agreement = document === undefined ? null : agreementToInsert(document, store.getState());
    if (document?.stage.kind !== 'read' || agreement === null) return 'skipped';
    const { checks } = document.stage.reading;
    const target = { kind: store.getState().target };
    const result = await activity.run('import', (options) => port.importAgreement(agreement, checks, target, options));
    return result?.ok === true ? { ...result, value: { ...result.value, mentions: agreement.mentions.length } } : result;
  }

  /** Takes an import back; what stays of it, or null where that failed or another action runs. */
  async function remove(importId: string, title: string): Promise<KeptSheets | null> {
    const result = await activity.run('remove', (options) => port.removeImport(importId, options));
    if (result === null) return null;
    if (!result.ok) {
      activity.endWithFailure(result.failure);
      return null;
    }
    const kept = keptSheets(result.value);
    store.dispatch({ type: 'import-removed', importId, title, ...kept });
    return kept;
  }

  /** Holds on to the title that is proposed from the workbook before its import is taken back; whether the document can be inserted then. */
  function keepTitle(id: number): boolean {
    const document = documentWith(id);
    const title = document === undefined ? null : titleOfDocument(document, store.getState());
    if (title !== null) store.dispatch({ type: 'title-typed', id, title: title.text });
    return title === null || title.problem === null;
  }

  return {
    insertDocuments: (ids) => insertAll(ids, []),
    async replaceImport(id, importId, title) {
      if (!keepTitle(id)) return;
      const kept = await remove(importId, title);
      if (kept !== null) await insertAll([id], [{ kind: 'removed', title, ...kept }]);
    },
    async removeImport(importId, title) {
      await remove(importId, title);
    },
    async findDependents(importId) {
      const found = port.dependentFormulas === undefined ? null : await settle(port.dependentFormulas(importId));
      return found?.ok === true ? found.value : null;
    },
    async insertInitiative(agreement, index) {
      const title = agreement.initiatives[index]?.title ?? agreementName(agreement);
      await activity.perform('insert', (options) => port.insertInitiative(agreement, index, options), (place) => ({ kind: 'initiative-inserted', title, place }));
    },
    async insertFormula(formula, shown) {
      await activity.perform('insert', (options) => port.insertFormula?.(formula, options) ?? lacking(), (place) => ({ kind: 'initiative-inserted', title: shown, place }));
    },
  };
}

/** The sheets that stay after a removal, where some do. */
interface KeptSheets {
  readonly kept?: readonly string[];
}

function keptSheets(report: RemovalReport | null): KeptSheets {
  return report === null ? {} : { kept: report.kept };
}
