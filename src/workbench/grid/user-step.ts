import { ExcelError } from '../../spreadsheet/model/failure';
import { type ExcelSide } from '../excel-side/excel-side';

/** Hears what became of what a person did. */
export interface StepReport {
  readonly refused: (error: ExcelError) => void;
  readonly accepted: () => void;
}

/** Does what a person asked of a menu as one step that can be undone; what the workbook refuses changes nothing and is told. */
export function userStep(side: ExcelSide, report: StepReport, act: () => void): void {
  side.history.commit();
  try {
    act();
    report.accepted();
  } catch (error) {
    if (!(error instanceof ExcelError)) throw error;
    report.refused(error);
  }
  side.workbook.settle();
  side.history.commit();
}
