import { type Agreement } from '../../core/budget/agreement';
import { compareEditions } from '../../core/edition/compare-editions';
import { stateOf } from '../../core/reconciliation/acceptances';
import { type Check } from '../../core/reconciliation/rule';
import { keyedFindings } from '../../core/sheet-plan/checks/findings';
import { carriedDecisions } from '../../core/take-over/carried-decisions';
import { takenOverState } from '../../core/take-over/take-over-state';
import { type WorkbookCheck } from '../checking/check-workbook';
import { FailureSignal } from '../requests/failures';
import { formulasThatLose, readAllCells } from '../removal/dependent-formulas';
import { type TakeOverChoices, type TakeOverPreview, type TakeOverReceipt, type WorkbookState } from '../workbook-port';
import { columnChanges, countingFormulas, usersSheets } from './lost-columns';
import { lookAtTakeOver, losesAnswer, lostSources, type TakeOverLook, type TakeOverRequest } from './read-take-over';

/** What is asked for, compared with the edition that stands. Errors: signals that the import is not there. */
export function takeOverRequest(check: WorkbookCheck, importId: string, agreement: Agreement, checks: readonly Check[], { pairing, overwritten }: TakeOverChoices): TakeOverRequest {
  const record = check.contents.imports.find(({ state }) => state.importId === importId);
  if (record === undefined) throw new FailureSignal({ code: 'host', hostCode: 'ItemNotFound', workbook: 'unchanged' });
  return { importId, agreement, checks, comparison: compareEditions(record.agreement, agreement, pairing), overwritten };
}

/** What a take-over would come to. Writes nothing; four syncs after those of a check, more for large sheets. */
export async function previewTakeOver(context: Excel.RequestContext, check: WorkbookCheck, request: TakeOverRequest): Promise<TakeOverPreview> {
  const look = await lookAtTakeOver(context, check, request, '');
  const sheets = look.sheets ?? (await readAllCells(context, look.worksheets));
  const { plan } = look;
  return {
    edited: plan.edited,
    formulas: formulasThatLose(sheets, lostSources(look), losesAnswer(look, request.agreement)),
    counting: countingFormulas(usersSheets(sheets, look, check.contents, null), look),
    rows: rowCounts(look),
    leftTables: plan.leftTables,
    newSheets: plan.newSheets.map(({ name }) => name),
    columns: columnChanges(look),
    pictures: stalePictures(look),
    acceptances: reopened(check, look, request),
  };
}

/** The sheets of the import's pictures where columns come or go: what a picture adds is set when it is made. */
function stalePictures(look: TakeOverLook): string[] {
  const { added, gone } = columnChanges(look);
  if (added.length + gone.length === 0) return [];
  return (look.record.state.pictures ?? []).flatMap(({ id, name }) => look.worksheets.find((sheet) => sheet.id === id || sheet.name === name)?.name ?? []);
}

function rowCounts({ plan }: TakeOverLook): TakeOverPreview['rows'] {
  const count = (of: (table: (typeof plan.tables)[number]) => number): number => plan.tables.reduce((sum, table) => sum + of(table), 0);
  return {
    gone: count(({ goneRows, kept }) => goneRows.length - kept.length),
    added: count(({ inserts }) => inserts.reduce((sum, insert) => sum + insert.count, 0)),
    kept: count(({ kept }) => kept.length),
  };
}

/** How many acceptances do not stand on the new edition's own findings. */
function reopened(check: WorkbookCheck, { verdict, record, plan }: TakeOverLook, { agreement, checks }: TakeOverRequest): number {
  const state = takenOverState(record, agreement, plan, { at: '', addinVersion: '' });
  const carried = carriedDecisions(state.earlier ?? []);
  const standing = keyedFindings(checks).filter(({ check: one, key }) => stateOf(one, key, agreement.document.sha256, check.log.rows, carried).state === 'accepted');
  return Math.max(0, verdict.acceptances.size - standing.length);
}

/** What a take-over did, with the decisions as they stand after it. */
export function receiptOf(look: TakeOverLook, agreement: Agreement, state: WorkbookState | null, isPrintSet: boolean): TakeOverReceipt {
  const { verdict, plan, record } = look;
  const own = state?.findings.filter(({ importId }) => importId === record.state.importId) ?? [];
  const kept = own.filter(({ acceptance }) => (acceptance ?? null) !== null).length;
  return {
    importId: record.state.importId,
    title: agreement.title ?? agreement.document.name,
    cells: plan.tables.reduce((sum, { writes }) => sum + writes.length, 0) + plan.blocks.reduce((sum, { writes }) => sum + writes.length, 0),
    rows: rowCounts(look),
    keptEdits: plan.edited.length,
    leftTables: plan.leftTables,
    columns: columnChanges(look),
    pictures: stalePictures(look),
    acceptances: { kept, reopened: Math.max(0, verdict.acceptances.size - kept) },
    isPrintSet,
  };
}
