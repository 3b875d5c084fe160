import { type Agreement } from '../budget/agreement';
import { type Language, type PlannedFlag, type PlannedSheet } from '../sheet-plan/plan';
import { writtenTable } from '../sheet-plan/written/written-table';
import { flagComment, flagFill, type FlagMark } from './flag-marks';
import { type ImportState } from './store-records';

/** What is known of an import when it begins. Shape: `target` is the rectangle in a sheet of the user's, null for sheets of its own. */
export interface BeginningImport {
  readonly importId: string;
  readonly importedAt: Date;
  readonly addinVersion: string;
  readonly language: Language;
  readonly agreement: Agreement;
  readonly sheets: readonly PlannedSheet[];
  readonly ownSheets: readonly PlannedSheet[];
  readonly target: ImportState['target'];
}

/** What Reserve remembers of an import that it begins to write. */
export function beginningState({ importId, importedAt, addinVersion, language, agreement, sheets, ownSheets, target }: BeginningImport): ImportState {
  return {
    importId,
    status: 'writing',
    importedAt: importedAt.toISOString(),
    addinVersion,
    language,
    documentSha256: agreement.document.sha256,
    ownSheets: ownSheets.map(({ name }) => ({ id: null, name })),
    target,
    tables: sheets.flatMap((sheet) => sheet.tables).map(writtenTable),
    names: sheets.flatMap((sheet) => sheet.names.map(({ name }) => name)),
    marks: {},
    areFlagsHidden: false,
    compared: [],
    lastDecision: null,
  };
}

/** A flag as it is written on a cell that has neither fill nor comment. */
export function writtenMark(flag: PlannedFlag, kind: FlagMark['kind']): FlagMark {
  return { kind, id: null, text: flagComment(flag.text), color: flagFill(flag.severity), own: null };
}
