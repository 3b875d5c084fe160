import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type GridValue } from '../src/core/reconciliation/worksheet/worksheet-reading';
import { ExcelWorkbook } from '../src/excel/excel-workbook';
import { startHeadlessExcel } from '../tests/support/headless-excel';

/** What reading and checking one worksheet costs: cells, requests, the largest answer, time, and the longest that the pane had to wait for its turn. */
export interface WorksheetCost {
  readonly cells: number;
  readonly requests: number;
  readonly largestAnswerBytes: number;
  readonly milliseconds: number;
  readonly longestPauseMs: number;
  readonly checks: number;
}

const YEARS = 18;
const GROUP_ROWS = 50;

/** A budget of many rows: a label, a column a year and a total, with a subtotal for each fifty rows. Shape: some 10,000 cells for each of `times`. */
export function worksheetValues(times: number): GridValue[][] {
  const header: GridValue[] = ['Post', ...Array.from({ length: YEARS }, (_, year) => 2020 + year), 'I alt'];
  const rows: GridValue[][] = [header];
  const sums = Array.from({ length: YEARS + 1 }, () => 0);
  const groups = Array.from({ length: YEARS + 1 }, () => 0);
  for (let index = 0; index < 500 * times; index += 1) {
    const isGroup = index % GROUP_ROWS === GROUP_ROWS - 1;
    const years = Array.from({ length: YEARS }, (_, year) => ((index * 7 + year * 13) % 100) / 10);
    const figures = [...years, years.reduce((sum, figure) => sum + figure, 0)];
    if (isGroup) rows.push([`Gruppe ${index} i alt`, ...groups.map(roundedTenth)]);
    else rows.push([`Post ${index}`, ...figures.map(roundedTenth)]);
    figures.forEach((figure, column) => {
      groups[column] = isGroup ? 0 : (groups[column] ?? 0) + figure;
      if (!isGroup) sums[column] = (sums[column] ?? 0) + figure;
    });
  }
  return [...rows, ['I alt', ...sums.map(roundedTenth)]];
}

function roundedTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Checks a worksheet through the unmodified office.js against the headless Excel side. Errors: throws when the check fails. */
export async function measureWorksheet(times: number): Promise<WorksheetCost> {
  const excel = await startHeadlessExcel();
  const values = worksheetValues(times);
  const workbook = new ExcelWorkbook({ language: 'da', addinVersion: '0.0.0' });
  await excel.userEdits('Ark1', 'A1', values);
  await excel.userSelects('Ark1', 'A:T');
  excel.resetCounters();
  const answers: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const result = await workbook.checkSelection(undefined, { onProgress: () => void answers.push(excel.payloadBytes.received) });
  const milliseconds = performance.now() - start;
  delay.disable();
  await excel.close();
  if (!result.ok) throw new Error(`The check failed: ${JSON.stringify(result.failure)}`);
  const differing = result.value.checks.filter(({ outcome }) => outcome !== 'agrees' && outcome !== 'agrees-within-rounding');
  if (differing.length > 0) throw new Error('The worksheet was to agree');
  return {
    cells: values.length * (YEARS + 2),
    requests: excel.syncCount,
    largestAnswerBytes: Math.max(...answers.slice(1).map((received, index) => received - (answers[index] ?? 0))),
    milliseconds,
    longestPauseMs: delay.max / 1e6,
    checks: result.value.checks.length,
  };
}
