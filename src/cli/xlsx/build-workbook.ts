import { type PlannedSheet } from '../../core/sheet-plan/plan';
import { WorkbookModel } from '../../spreadsheet/model/workbook';
import { type StoreFacts, type WrittenImport, writeStore } from './write-store';
import { writeCharts } from './write-charts';
import { writeFormulas, writeSheet } from './write-sheet';

/** Sheets in their order, and the imports that they belong to. A working paper is no import's. */
export interface PlannedWorkbook {
  readonly sheets: readonly PlannedSheet[];
  readonly imports: readonly WrittenImport[];
}

/** The workbook that the add-in makes of these sheets, computed, with what it remembers of them. Errors: throws without a sheet, because Excel opens no such file. */
export async function buildWorkbook({ sheets, imports }: PlannedWorkbook, facts: StoreFacts): Promise<WorkbookModel> {
  if (sheets.length === 0) throw new Error('A workbook has at least one sheet');
  const workbook = new WorkbookModel();
  const written = sheets.map((plan) => ({ plan, sheet: writeSheet(workbook, plan) }));
  for (const { plan, sheet } of written) writeFormulas(sheet, plan);
  for (const { plan, sheet } of written) writeCharts(workbook, sheet, plan);
  await writeStore(workbook, imports, facts);
  workbook.markDirty();
  workbook.settle(true);
  return workbook;
}
