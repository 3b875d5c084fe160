import { openFindings } from '../../core/sheet-plan/checks/open-findings';
import { wholeStatus } from '../../core/sheet-plan/checks/row-status';
import { frontAgreement, standingFrontSheets, type FrontAgreement } from '../../core/sheet-plan/front/front-agreement';
import { type ImportRecord } from '../../core/import-store/store-records';
import { insertedInitiatives } from '../../core/import-store/inserted-initiatives';
import { isFront, type FoundFront } from '../front/read-front';
import { rewriteFront } from '../front/write-front';
import { editionsBefore, type StoreContents } from '../remembered/store';
import { type Verdict } from './verdict';

/** Queues that the workbook's front says what was found; queues nothing where it does, or where there is none. Whether anything was queued. */
export function queueFront(context: Excel.RequestContext, front: FoundFront, verdicts: readonly Verdict[], contents: StoreContents): boolean {
  return isFront(front) && rewriteFront(context, front, verdicts.flatMap(onFront), (importId) => editionsBefore(contents, importId).map(frontOfEdition));
}

/** An import that the workbook shows whole, as its front shows it; nothing for single initiatives. */
function onFront(verdict: Verdict): FrontAgreement[] {
  const { open: { record, tables }, current, checks, causes } = verdict;
  if (insertedInitiatives(record.state) !== null) return [];
  const accepted = new Set(verdict.accepted.keys());
  const { importId, importedAt } = record.state;
  return [frontAgreement(record.agreement, { importId, importedAt, status: wholeStatus({ agreement: current, checks, accepted }), open: openFindings(checks, causes, accepted), sheets: standingFrontSheets(tables) })];
}

/** What the front said of an edition before another took its place. */
function frontOfEdition({ state: { importId, importedAt }, agreement }: ImportRecord): FrontAgreement {
  return frontAgreement(agreement, { importId, importedAt, status: 'unchecked', open: { errors: 0, warnings: 0 }, sheets: [] });
}
