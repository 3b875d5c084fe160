import { createHash } from 'node:crypto';
import { type Agreement } from '../../core/budget/agreement';
import { beginningState, writtenMark } from '../../core/import-store/import-state';
import { encodeRow, STORE_SHEET, type ImportState } from '../../core/import-store/store-records';
import { type Language, type PlannedSheet } from '../../core/sheet-plan/plan';
import { shareStyle } from '../../spreadsheet/model/style';
import { type WorkbookModel } from '../../spreadsheet/model/workbook';

/** One agreement with the sheets that an import of it makes. */
export interface WrittenImport {
  readonly importId: string;
  readonly agreement: Agreement;
  readonly sheets: readonly PlannedSheet[];
}

export interface StoreFacts {
  readonly importedAt: Date;
  readonly addinVersion: string;
  readonly language: Language;
}

/** Puts what the add-in remembers of its imports where it looks for it, so that it goes on with the file as with an import of its own. */
export async function writeStore(workbook: WorkbookModel, imports: readonly WrittenImport[], facts: StoreFacts): Promise<void> {
  const sheet = workbook.addSheet(STORE_SHEET, 'addIn');
  sheet.visibility = 'VeryHidden';
  let row = 0;
  for (const written of imports) {
    const state = completeState(written, facts);
    for (const [kind, value] of [['state', state], ['model', written.agreement]] as const) {
      const cells = await encodeRow(state.importId, kind, JSON.stringify(value), (text) => Promise.resolve(sha256(text)));
      for (const [column, value_] of cells.entries()) Object.assign(sheet.touch(row, column), { value: value_, style: typeof value_ === 'string' ? shareStyle({ numberFormat: '@' }) : undefined });
      row += 1;
    }
  }
}

function completeState({ importId, agreement, sheets }: WrittenImport, { importedAt, addinVersion, language }: StoreFacts): ImportState {
  const state = beginningState({ importId, importedAt, addinVersion, language, agreement, sheets, ownSheets: sheets, target: null });
  const marks = Object.fromEntries(sheets.flatMap(({ flags }) => flags.map((flag) => [flag.key, writtenMark(flag, 'note')] as const)));
  return { ...state, status: 'complete', marks };
}

/** An import is named by its document, in the form of an id, so that the same file gives the same workbook. */
export function importIdOf({ document }: Agreement): string {
  const digits = sha256(`import of ${document.sha256}`).slice(0, 32);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
