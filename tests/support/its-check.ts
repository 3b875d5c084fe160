import { type ExcelWorkbook } from '../../src/excel/excel-workbook';
import { type WorkbookState } from '../../src/excel/workbook-port';
import { type HeadlessExcel } from './headless-excel';

/** Does something in a workbook that is listened to, and waits until the check that it leads to has been told and all is quiet. */
export async function andItsCheck(workbook: ExcelWorkbook, excel: HeadlessExcel, act: () => Promise<unknown>): Promise<WorkbookState> {
  const told = new Promise<WorkbookState>((resolve) => {
    const stop = workbook.onStateChanged((state) => {
      stop();
      resolve(state);
    });
  });
  await act();
  const state = await told;
  await excel.settled();
  return state;
}
