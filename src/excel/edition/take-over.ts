import { type Agreement } from '../../core/budget/agreement';
import { kindText } from '../../core/edition/change-texts';
import { type ChangeKind } from '../../core/edition/edition';
import { type Language } from '../../core/money/danish-number';
import { earlierRecord, takenOverState } from '../../core/take-over/take-over-state';
import { STORE_SHEET, type ImportState } from '../../core/import-store/store-records';
import { type WorkbookCheck } from '../checking/check-workbook';
import { recordDecisions, type LogAttempt, type UnsignedDecision } from '../remembered/decision-log';
import { RequestBudget } from '../requests/run-excel';
import { freeRows, queueRecord, rowOfRecord } from '../remembered/store';
import { ReadBack } from '../writing/read-back';
import { columnChanges } from './lost-columns';
import { lookAtTakeOver, type TakeOverLook, type TakeOverRequest } from './read-take-over';
import { queueTakeOver } from './write-take-over';

/** What taking over needs besides the edition. */
export interface TakeOverSettings {
  readonly language: Language;
  readonly addinVersion: string;
  readonly signer: string | null;
  readonly now: () => Date;
  /** Called before the log is touched. */
  readonly onBegin: (attempt: LogAttempt) => void;
  /** Called with what was planned before anything of it is written. */
  readonly onPlanned: (look: TakeOverLook) => void;
}

/**
 * Puts a new edition in the place of an import: its tables, the log and what is remembered of it change in one sync, after all that was there has been read.
 * Answers who took it over. Errors: as `lookAtTakeOver` and `recordDecisions` signal them; a fault in the last sync leaves everything or nothing of it.
 */
export async function takeOver(context: Excel.RequestContext, check: WorkbookCheck, request: TakeOverRequest, settings: TakeOverSettings): Promise<string> {
  const at = settings.now().toISOString();
  const look = await lookAtTakeOver(context, check, request, at);
  const { record, plan } = look;
  const free = freeRows(check.contents, 2);
  settings.onPlanned(look);
  const readBack = new ReadBack();
  const by = await recordDecisions(context, check.log, [logEntry(look, request, at, settings)], {
    language: settings.language,
    signer: settings.signer,
    onBegin: settings.onBegin,
    onBeforeRows: () => queueTakeOver(context, look),
    onRows: async (rows) => {
      const [last] = rows.slice(-1);
      const state: ImportState = { ...takenOverState(record, request.agreement, plan, { at, addinVersion: settings.addinVersion }), lastDecision: last === undefined ? record.state.lastDecision : { number: last.number, hash: last.hash } };
      await queueRecords(context, check, look, { now: request.agreement, state, free, readBack });
    },
  });
  readBack.confirm(STORE_SHEET);
  return by;
}

/** The records of a take-over. Shape: `free` are two rows of the store that are not used. */
interface TakenRecords {
  readonly now: Agreement;
  readonly state: ImportState;
  readonly free: readonly number[];
  readonly readBack: ReadBack;
}

/** Queues that the store knows the new edition in the old one's place, and the old one by its name alone, and that this is read back. */
async function queueRecords(context: Excel.RequestContext, { contents }: WorkbookCheck, { record }: TakeOverLook, { now, state, free: [stateRow = 0, modelRow = 1], readBack }: TakenRecords): Promise<void> {
  const store = context.workbook.worksheets.getItem(STORE_SHEET);
  const { importId } = record.state;
  const earlier = earlierRecord(record, now);
  const budget = new RequestBudget(context, undefined, () => readBack.queue());
  await queueRecord(store, { row: modelRow, chunks: 0 }, earlier.state.importId, 'model', earlier.agreement, budget, readBack);
  await queueRecord(store, { row: stateRow, chunks: 0 }, earlier.state.importId, 'state', earlier.state, budget, readBack);
  await queueRecord(store, rowOfRecord(contents, importId, 'model'), importId, 'model', now, budget, readBack);
  await queueRecord(store, rowOfRecord(contents, importId, 'state'), importId, 'state', state, budget, readBack);
  readBack.queue();
}

/** What the log says of it: from which document to which, and how many initiatives changed in which way. */
function logEntry(look: TakeOverLook, { agreement, comparison }: TakeOverRequest, at: string, { language, addinVersion }: TakeOverSettings): UnsignedDecision {
  const { record, plan } = look;
  const counts = new Map<ChangeKind, number>();
  for (const { kinds } of comparison.rows) for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const spelled = [...counts].map(([kind, count]) => `${kindText(kind, language)}: ${count}`).join('; ');
  const kept = plan.edited.length;
  const { added, gone } = columnChanges(look);
  const columns = [...added.map((header) => `+ ${header}`), ...gone.map((header) => `− ${header}`)].join(', ');
  const reason = {
    da: `Den nye udgave har erstattet den gamle. ${spelled === '' ? 'Ingen initiativer er ændret.' : `Initiativer: ${spelled}.`}${columns === '' ? '' : ` Kolonner: ${columns}.`}${kept === 0 ? '' : ` ${kept} egne rettelser er beholdt.`}`,
    en: `The new edition has replaced the old one. ${spelled === '' ? 'No initiatives changed.' : `Initiatives: ${spelled}.`}${columns === '' ? '' : ` Columns: ${columns}.`}${kept === 0 ? '' : ` ${kept} of the user's own corrections were kept.`}`,
  }[language];
  return {
    decision: 'edition',
    key: `edition|${agreement.document.sha256}`,
    rule: 'edition',
    initiative: null,
    label: `${record.agreement.document.name} → ${agreement.document.name}`,
    figures: '',
    reason,
    at,
    version: addinVersion,
    documentSha256: agreement.document.sha256,
  };
}
