import { CellError } from '../../spreadsheet/cells/value';
import { type CustomFunctionSource } from '../../spreadsheet/model/formulas/custom-functions';
import { type WorkbookModel } from '../../spreadsheet/model/workbook';
import { type ReadWorkbook } from '../../spreadsheet/xlsx/read/workbook-file';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Gives a workbook to the person as an .xlsx file; tells how many of its formulas call functions of an add-in. */
export async function saveXlsx(workbook: WorkbookModel): Promise<{ readonly name: string; readonly ownFormulas: number }> {
  const { workbookFile } = await import('../../spreadsheet/xlsx/write/workbook-file');
  const name = `${workbook.name}.xlsx`;
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([workbookFile(workbook) as BlobPart], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return { name, ownFormulas: formulasCalling(workbook, workbook.calculation.customFunctions) };
}

function formulasCalling(workbook: WorkbookModel, source: CustomFunctionSource | null): number {
  const isCalling = callsOf(source);
  return workbook.sheets.flatMap((sheet) => [...sheet.cells.values()]).filter(({ formula }) => formula !== undefined && isCalling(formula)).length;
}

/** Tells of a formula whether it calls a function of an add-in. */
function callsOf(source: CustomFunctionSource | null): (formula: string) => boolean {
  const calls = (source?.signatures() ?? []).map(({ name }) => `${name}(`);
  return (formula) => calls.some((call) => formula.toUpperCase().includes(call));
}

/** Lets the person pick an .xlsx file; null when none was picked. */
export function pickXlsx(): Promise<File | null> {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: `.xlsx,${type}` });
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}

/** A workbook read from a file. Shape: `missing` tells, once it is computed, how many formulas that had a value call what is not known here; the add-in's own functions are known, though they answer only once it has started again. */
export interface OpenedXlsx extends ReadWorkbook {
  readonly missing: (own: CustomFunctionSource | null) => number;
}

/** Errors: throws `UnreadableWorkbook`. */
export async function readXlsx(file: File): Promise<OpenedXlsx> {
  const { readWorkbookFile } = await import('../../spreadsheet/xlsx/read/workbook-file');
  const { workbook, leftOut } = readWorkbookFile(new Uint8Array(await file.arrayBuffer()));
  workbook.name = file.name.replace(/\.xlsx$/i, '');
  const computed = workbook.sheets.flatMap((sheet) => [...sheet.cells.values()].filter(({ formula, value }) => formula !== undefined && !(value instanceof CellError)));
  const missing = (own: CustomFunctionSource | null): number => {
    const isOwn = callsOf(own);
    return computed.filter(({ formula, value }) => value instanceof CellError && value.code === '#NAME?' && !isOwn(formula ?? '')).length;
  };
  return { workbook, leftOut, missing };
}
