import { type WorkbookState } from '../../excel/workbook-port';
import { type PaneState } from '../state/pane-state';
import { standingOf } from './findings/findings';

/** The steps of the introduction, in order: a planted error is found, seen in its source, and settled. */
export const GUIDE_STEPS = ['open', 'insert', 'find', 'source', 'settle'] as const;

/** A step of the introduction, or its end. */
export type GuideStep = (typeof GUIDE_STEPS)[number] | 'done';

/** What the user does next in the introduction, by what has been done. */
export function guideStep(state: Pick<PaneState, 'documents' | 'workbook' | 'view' | 'source'>): GuideStep {
  const imports = state.workbook?.imports.length ?? 0;
  if (imports === 0) return state.documents.some(({ stage }) => stage.kind === 'read') ? 'insert' : 'open';
  const seen = state.source?.finding;
  if (seen !== undefined) return isSettled(seen, state.workbook) ? 'done' : 'settle';
  return state.view === 'findings' ? 'source' : 'find';
}

/** Whether a finding is gone, because its figure was corrected, or accepted. */
function isSettled(seen: string, workbook: WorkbookState | null): boolean {
  const key = seen.replace(/^cause /, '');
  const finding = workbook?.findings.find((one) => one.key === key);
  return finding === undefined || standingOf(finding) === 'accepted';
}
