import { type Agreement } from '../core/budget/agreement';
import { type EditionChoices } from '../core/edition/edition';
import { type Result } from '../core/failure';
import { type Ticks } from '../core/import-store/ticks';
import { type Cause } from '../core/reconciliation/causes/cause';
import { type Check, type CheckedColumn, type LocalizedText } from '../core/reconciliation/rule';
import { type GridCheck } from '../core/reconciliation/worksheet/worksheet-footing';
import { type TieOutChoices } from '../core/tie-out/tie-out';
import { type PictureKind } from '../core/sheet-plan/pictures/picture';
import { type OtherTableRow } from '../core/sheet-plan/sheets/other-tables-sheet';
import { type EditedCell } from '../core/take-over/take-over';
import { type AssignedRoles, type Grid, type WorksheetReading } from '../core/reconciliation/worksheet/worksheet-reading';

/** Where an import goes: sheets of its own, or the initiatives' overview at the selected cell. */
export type ImportTarget = { readonly kind: 'new-sheets' } | { readonly kind: 'selection' };

/** One agreement in the workbook. Shape: `importedAt` in ISO 8601; sheet names as they now stand. */
export interface StoredImport {
  readonly importId: string;
  readonly agreement: Agreement;
  readonly importedAt: string;
  readonly addinVersion: string;
  readonly sheets: readonly string[];
  /** The figures that a reviewer has ticked off and that stand as they stood then; absent where nothing was. */
  readonly ticks?: Ticks;
}

/** What an import did, for the pane's confirmation and the receipt in the workbook. */
export interface ImportReceipt {
  readonly importId: string;
  readonly title: string;
  readonly sheets: readonly string[];
  readonly initiatives: number;
  readonly components: number;
  /** How many amounts of the running text; left out where nobody counted. */
  readonly mentions?: number;
  /** How many things differ in it: one for each cause. */
  readonly findings: number;
  readonly syncs: number;
  /** Whether its own sheets are set up for print; false where Excel refused that, for want of a printer or of the paper size. */
  readonly isPrintSet: boolean;
}

/** What a removal left: sheets of the import that stay because something of the user's is on them; the import's own tables and cells are gone from them. */
export interface RemovalReport {
  readonly kept: readonly string[];
}

/** What the user says of an edition that is to take an import's place. Shape: `pairing` as in a comparison of editions; `overwritten` are the keys of edited cells that the new edition goes before. */
export interface TakeOverChoices {
  readonly pairing: EditionChoices;
  readonly overwritten: ReadonlySet<string>;
}

/** What taking an edition over comes to, before anything is written. */
export interface TakeOverPreview {
  /** Cells that the user changed and that the new edition changes too: they stay unless he says otherwise. */
  readonly edited: readonly EditedCell[];
  /** The user's formulas that lose their source, or get another row's answer. */
  readonly formulas: DependentFormulas;
  /** The user's formulas that count columns where some come or go. */
  readonly counting: DependentFormulas;
  /** Rows that go, rows that come, and rows that are gone from the agreement but stay for what the user has in them. */
  readonly rows: { readonly gone: number; readonly added: number; readonly kept: number };
  /** Single initiatives' tables that stay as they are, as the user's own. */
  readonly leftTables: readonly string[];
  readonly newSheets: readonly string[];
  /** Columns of the tables that come and go. Shape: headings. */
  readonly columns: { readonly added: readonly string[]; readonly gone: readonly string[] };
  /** Sheets of pictures that show the columns of the edition before. */
  readonly pictures: readonly string[];
  /** Accepted findings of which nothing is accepted any more, because their figures change. */
  readonly acceptances: number;
}

/** What taking an edition over did. */
export interface TakeOverReceipt {
  readonly importId: string;
  readonly title: string;
  readonly cells: number;
  readonly rows: TakeOverPreview['rows'];
  readonly keptEdits: number;
  readonly leftTables: readonly string[];
  readonly columns: TakeOverPreview['columns'];
  readonly pictures: readonly string[];
  /** Acceptances that stand, and those whose figures changed. */
  readonly acceptances: { readonly kept: number; readonly reopened: number };
  /** False where Excel refused the print set-up of sheets that came with the edition. */
  readonly isPrintSet: boolean;
}

/** The user's formulas that lose their source with an import. Shape: some twenty at most, and how many there are. */
export interface DependentFormulas {
  readonly formulas: readonly { readonly place: CellPlace; readonly formula: string }[];
  readonly count: number;
}

/** A cell of the workbook. Shape: `address` without the sheet name ("C7"). */
export interface CellPlace {
  readonly sheet: string;
  readonly address: string;
}

/** Where a working paper stands. Shape: `isPrintSet` is false where Excel refused the print set-up, for want of a printer or of the paper size. */
export interface PlacedPaper extends CellPlace {
  readonly isPrintSet: boolean;
}

/** Where a picture stands. Shape: `kept` is the sheet of an earlier one that stays beside it because something of the user's is on it or points at it; null for none. `isPrintSet` as of a working paper. */
export interface PlacedPicture extends CellPlace {
  readonly kind: PictureKind;
  readonly kept: string | null;
  readonly isPrintSet: boolean;
}

/** That a person has accepted a finding, and why. Shape: `acceptedAt` in ISO 8601; `by` null where Excel does not tell the user's name. */
export interface FindingAcceptance {
  readonly reason: string;
  readonly by: string | null;
  readonly acceptedAt: string;
}

/** What a person has noted on a finding, which stays open. Shape: `at` in ISO 8601. */
export interface FindingComment {
  readonly text: string;
  readonly by: string | null;
  readonly at: string;
}

/**
 * One check as it stands in the workbook now. `place` is null where its figure is not in a cell; an accepted finding stays in the list.
 * `isReopened` says that it was accepted with other figures than those that stand now.
 */
export interface WorkbookFinding {
  readonly key: string;
  readonly importId: string | null;
  readonly check: Check;
  readonly place: CellPlace | null;
  readonly acceptance?: FindingAcceptance | null;
  readonly isReopened?: boolean;
  readonly comments?: readonly FindingComment[];
}

/**
 * One thing that is wrong, with the findings that it explains. Shape: `findings` are the keys of `cause.checks`, in their order;
 * `place` is the cell of the figure that is likely wrong, or that was edited; null where it is in none.
 */
export interface WorkbookCause {
  readonly importId: string | null;
  readonly cause: Cause;
  readonly findings: readonly string[];
  readonly place: CellPlace | null;
}

/** Something about the workbook as a whole that its user should know and that no check of a figure tells. */
export interface WorkbookNotice {
  readonly code: 'sheet-protected' | 'findings-gone' | 'log-changed' | 'log-shortened' | 'import-unfinished' | 'store-damaged' | 'ids-gone' | 'flags-without-comments' | 'flags-taken-back' | 'answered-late';
  readonly message: LocalizedText;
}

/**
 * A table of the user's that is remembered with the workbook and compared with an agreement at each check. Shape: `place` is null where it is gone, `seen` is where it was
 * last; `choices` and `roles` are the user's, by place in the table as it stands; `differing` counts the cells that differ by themselves.
 */
export interface WorkbookComparison {
  readonly id: string;
  readonly importId: string;
  readonly sha256: string;
  readonly place: CellPlace | null;
  readonly seen: CellPlace;
  readonly choices: TieOutChoices;
  readonly roles: AssignedRoles;
  readonly differing: number;
}

/** Everything the pane shows of the workbook's state, after each check. */
export interface WorkbookState {
  readonly imports: readonly StoredImport[];
  readonly findings: readonly WorkbookFinding[];
  /** The differences among the findings, explained: each stands under exactly one cause. */
  readonly causes: readonly WorkbookCause[];
  /** All checks, passed ones too, for the counts. */
  readonly summary: { readonly agrees: number; readonly agreesWithinRounding: number; readonly differs: number; readonly notCheckable: number };
  readonly notices?: readonly WorkbookNotice[];
  readonly comparisons?: readonly WorkbookComparison[];
  /** Whether the user has taken the flags away; the findings are there all the same. */
  readonly areFlagsHidden?: boolean;
}

/** Progress of a long action. Units: `done` of `total` steps; the signal cancels while Excel holds the first request back, and between steps until the first is written. */
export interface ActionOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** A selection as it was checked. Shape: `place` is the whole range; `row` and `column` are its first cell's, 0-based in the sheet; indexes of the rest count from there. */
export interface SelectionCheck {
  readonly place: CellPlace;
  readonly row: number;
  readonly column: number;
  readonly reading: WorksheetReading;
  /** What its cells hold, to compare it with an agreement; null where that is too much to keep. */
  readonly grid: Grid | null;
  /** What each row is called, null where it has no label. */
  readonly rowNames: readonly (string | null)[];
  readonly checks: readonly GridCheck[];
}

/** A range to check again with other roles than it was read with. Shape: keys are 0-based in the range. */
export interface SelectionRoles extends AssignedRoles {
  readonly place: CellPlace;
}

/** A comparison to remember. Shape: `selection` as it was checked, `sha256` of the agreement's document, `choices` by place in the selection. */
export interface ComparisonRequest {
  readonly selection: SelectionCheck;
  readonly sha256: string;
  readonly choices: TieOutChoices;
}

/** Formulas and texts to write in a block. Shape: `row` and `column` are its first cell's, 0-based in the sheet; the empty text leaves a cell empty. */
export interface CellBlock {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly string[])[];
}

/** What the pane asks of the workbook. Implemented over Excel in this folder; nothing else writes to the workbook. */
export interface WorkbookPort {
  /** Writes the agreement; nothing is written when the result is a failure with the workbook unchanged. */
  importAgreement(agreement: Agreement, checks: readonly Check[], target: ImportTarget, options?: ActionOptions): Promise<Result<ImportReceipt>>;
  /** Inserts one initiative's own table at the selected cell in the shape in which the document prints it. */
  insertInitiative(agreement: Agreement, initiativeIndex: number, options?: ActionOptions): Promise<Result<CellPlace>>;
  /** Writes a formula, with commas between its arguments, in the selected cell when that is empty; says where. */
  insertFormula?(formula: string, options?: ActionOptions): Promise<Result<CellPlace>>;
  /** Writes a block of formulas and headings when every cell of it is empty, in one step; says where. */
  insertBlock?(block: CellBlock, options?: ActionOptions): Promise<Result<CellPlace>>;
  /** Takes an import back: its sheets, names, stored model and flags; null where nothing of it is left. */
  removeImport(importId: string, options?: ActionOptions): Promise<Result<RemovalReport | null>>;
  /** Which formulas of the user's show an error once an import is taken back. Writes nothing. */
  dependentFormulas?(importId: string): Promise<Result<DependentFormulas>>;
  /** What it would come to when a new edition took an import's place. Writes nothing. */
  previewTakeOver?(importId: string, agreement: Agreement, checks: readonly Check[], choices: TakeOverChoices): Promise<Result<TakeOverPreview>>;
  /** Puts a new edition in the place of an import: sheets, tables, names, formulas and what is decided on unchanged figures stay. */
  takeOver?(importId: string, agreement: Agreement, checks: readonly Check[], choices: TakeOverChoices): Promise<Result<TakeOverReceipt>>;
  /** Reads the workbook again and checks everything in it. */
  checkWorkbook(options?: ActionOptions): Promise<Result<WorkbookState>>;
  /** Checks the selected table, or range, that Reserve need not know; with roles the range that they are about. Writes nothing. */
  checkSelection?(roles?: SelectionRoles, options?: ActionOptions): Promise<Result<SelectionCheck>>;
  /** Remembers a comparison with the workbook: it is made again at each check, with flags and findings as of imported tables. */
  rememberComparison?(request: ComparisonRequest, options?: ActionOptions): Promise<Result<WorkbookState>>;
  /** Forgets a comparison and takes away what it wrote, and nothing else. */
  forgetComparison?(id: string, options?: ActionOptions): Promise<Result<WorkbookState>>;
  /** Selects a cell and brings its sheet forward. */
  selectPlace(place: CellPlace): Promise<Result<null>>;
  /** Selects the cell that shows a figure of an import (from the source view to the sheet). */
  selectFigure?(importId: string, figure: FigureReference): Promise<Result<null>>;
  /**
   * Records that the finding with this key is accepted for the given reason; the finding stays visible.
   * Errors: `signer-needed`, here and for the other decisions, when neither Excel nor the person has told who decides.
   */
  acceptFinding?(key: string, reason: string, options?: ActionOptions): Promise<Result<WorkbookState>>;
  /** Records that all findings with these keys are accepted for one reason. */
  acceptFindings?(keys: readonly string[], reason: string, options?: ActionOptions): Promise<Result<WorkbookState>>;
  /** Records a comment on the finding with this key; the finding stays open. */
  commentFinding?(key: string, comment: string, options?: ActionOptions): Promise<Result<WorkbookState>>;
  /** Records that the acceptance of the finding with this key is taken back, and why; the finding is open again. */
  withdrawAcceptance?(key: string, reason: string, options?: ActionOptions): Promise<Result<WorkbookState>>;
  /** Ticks figures of an import off as seen, in a person's initials, or takes the ticks away; kept with the workbook. */
  tickFigures?(importId: string, keys: readonly string[], isSeen: boolean, by: string): Promise<Result<WorkbookState>>;
  /** Takes all flags away, with the user's own fills back under them, or puts them back; remembered with the workbook. */
  showFlags?(areShown: boolean, options?: ActionOptions): Promise<Result<WorkbookState>>;
  /** Writes an import's working paper, as everything stands now, on a sheet of its own that is ready to print; says where. */
  insertWorkingPaper?(importId: string, options?: ActionOptions): Promise<Result<PlacedPaper>>;
  /** Writes what changed from one edition to another on a sheet of its own, each difference as a formula; says where. */
  insertChanges?(old: Agreement, now: Agreement, pairing: EditionChoices): Promise<Result<CellPlace>>;
  /** Draws a picture of an import on a sheet of its own: a table of formulas over the import's own, and a chart; takes the place of the one that stood there. Says where. */
  insertPicture?(importId: string, kind: PictureKind, options?: ActionOptions): Promise<Result<PlacedPicture>>;
  /** Calls back after each check, be it an edit or an action that caused it; returns the way to stop. */
  onStateChanged(listener: (state: WorkbookState) => void): () => void;
  /** Calls back with the imported figure under the selection (for the source view); returns the way to stop. */
  onSelectionChanged(listener: (place: CellPlace | null, importId: string | null, figure: FigureReference | null) => void): () => void;
}

/** What a cell of a row shows: the figure of a year, the total, the amount under a header, the row's name or recommendation; null for anything else of the row. */
export type FigureColumn = CheckedColumn | 'title' | 'recommendation';

/** Which figure of a stored agreement a cell shows. Shape: indexes as in CheckedPlace. */
export interface FigureReference {
  readonly initiative: number | null;
  readonly component: number | null;
  readonly total: number | null;
  readonly column: FigureColumn;
  /** An application pool, or an amount of the running text, where it is one of these. */
  readonly pool?: number;
  readonly mention?: number;
  /** A cell of the document's tables of no money. Shape: `row` null for the caption; `cell` null for the row's name and anything else of it. */
  readonly otherTable?: OtherTableRow & { readonly cell: number | null };
}
