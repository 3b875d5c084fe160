import { type Agreement } from '../../core/budget/agreement';
import { fail, succeed, type Failure, type Result } from '../../core/failure';
import { type Check } from '../../core/reconciliation/rule';
import { type WorkbookCheck } from '../checking/check-workbook';
import { type OpenImport } from '../checking/open-imports';
import { clearLogAttempt, type LogAttempt } from '../remembered/decision-log';
import { afterwards } from '../requests/failures';
import { type RunSettings } from '../requests/run-excel';
import { type ModelCache } from '../remembered/store';
import { setUpPrint } from '../writing/print-setup';
import { type TakeOverChoices, type TakeOverReceipt, type WorkbookState } from '../workbook-port';
import { receiptOf, takeOverRequest } from './preview-take-over';
import { type TakeOverLook } from './read-take-over';
import { renewCards } from './renew-cards';
import { settleTakeOver } from './settle-take-over';
import { takeOver, type TakeOverSettings } from './take-over';

/** What replacing an import asks of the workbook around it. */
export interface EditionHost extends Omit<TakeOverSettings, 'onBegin' | 'onPlanned'> {
  readonly attempt: <T>(action: (context: Excel.RequestContext) => Promise<T>, isUserStarted?: boolean) => Promise<Result<T>>;
  readonly readAndCheck: (context: Excel.RequestContext) => Promise<WorkbookCheck>;
  /** Looks at the workbook again. */
  readonly refresh: () => Promise<Result<WorkbookState>>;
  readonly openImport: (importId: string) => OpenImport | undefined;
  readonly onSigned: (by: string) => void;
  readonly cache: ModelCache;
  readonly run: RunSettings;
}

/** Puts a new edition in the place of an import, looks what came of it after a fault, and says so. */
export async function replaceImport(host: EditionHost, importId: string, agreement: Agreement, checks: readonly Check[], choices: TakeOverChoices): Promise<Result<TakeOverReceipt>> {
  const begun: { attempt: LogAttempt | null; look: TakeOverLook | null } = { attempt: null, look: null };
  const taken = await host.attempt(async (context) => {
    const check = await host.readAndCheck(context);
    const settings = { ...host, onBegin: (attempt: LogAttempt) => void (begun.attempt = attempt), onPlanned: (look: TakeOverLook) => void (begun.look = look) };
    host.onSigned(await takeOver(context, check, takeOverRequest(check, importId, agreement, checks, choices), settings));
  });
  const { attempt, look } = begun;
  const outcome = taken.ok ? 'done' : look === null || attempt === null ? 'unchanged' : await settleTakeOver(look, agreement.document.sha256, host.cache, host.run);
  const cleared = outcome === 'done' || attempt === null ? 'unchanged' : await clearLogAttempt(attempt, host.run);
  const state = await host.refresh();
  if (outcome === 'done' && look !== null) {
    const isPrintSet = await host.attempt((context) => setUpNewSheets(context, look), false);
    await host.attempt((context) => renewCards(context, host.openImport(importId)), false);
    return succeed(receiptOf(look, agreement, state.ok ? state.value : null, isPrintSet.ok && isPrintSet.value));
  }
  const failure: Failure = taken.ok ? { code: 'host', hostCode: 'GeneralException', workbook: 'unknown' } : taken.failure;
  if (attempt === null || failure.code === 'signer-needed') return fail(failure);
  return fail(afterwards(failure, outcome === 'unchanged' ? cleared : outcome));
}

/** Sets the sheets that came with an edition up for print; true where none came. */
async function setUpNewSheets(context: Excel.RequestContext, { plan: { newSheets } }: TakeOverLook): Promise<boolean> {
  return newSheets.length === 0 || setUpPrint(context, newSheets.map((plan) => ({ sheet: context.workbook.worksheets.getItem(plan.name), plan })));
}
