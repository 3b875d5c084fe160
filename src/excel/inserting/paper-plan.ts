import { standingTicks, tickableFigures } from '../../core/import-store/ticks';
import { planWorkingPaper, type WorkingPaperFacts } from '../../core/sheet-plan/sheets/working-paper';
import { type WorkbookCheck } from '../checking/check-workbook';
import { findEdited, verdictOf } from '../checking/verdict';
import { type PaperPlan } from './insert-working-paper';

/** The working paper of an import, from what the workbook says now. Shape: `made` says with what, when and by whom. Errors: signals that there is no such import. */
export function paperPlan({ verdicts, state: workbook }: WorkbookCheck, importId: string, made: Pick<WorkingPaperFacts, 'addinVersion' | 'printedAt' | 'preparedBy'>): PaperPlan {
  const verdict = verdictOf(verdicts, importId);
  const { state } = verdict.open.record;
  const facts: WorkingPaperFacts = {
    ...made,
    agreement: verdict.current,
    checks: verdict.checks,
    causes: verdict.causes,
    isEdited: findEdited(verdict),
    acceptances: verdict.acceptances,
    comments: new Map([...verdict.decisions].map(([key, { comments }]) => [key, comments])),
    notices: [...verdict.unchanged, ...(workbook.notices?.map(({ message }) => message) ?? [])],
    importedAt: state.importedAt,
    review: { ticks: standingTicks(state.ticks ?? {}, verdict.current), figures: tickableFigures(verdict.current).length },
  };
  return (takenSheets) => planWorkingPaper(facts, state.language, takenSheets);
}
