import { type Agreement } from '../../core/budget/agreement';
import { type Box } from '../../core/budget/position';
import { type EditionChoices } from '../../core/edition/edition';
import { type Failure } from '../../core/failure';
import { type Check, type CheckedPlace, type Outcome, type Severity } from '../../core/reconciliation/rule';
import { type CellPlace, type ImportReceipt, type ImportTarget, type PlacedPaper, type PlacedPicture, type SelectionCheck, type TakeOverPreview, type TakeOverReceipt, type WorkbookState } from '../../excel/workbook-port';
import { type IndexSeries } from '../../core/price-level/index-series';
import { type TieOutChoices } from '../../core/tie-out/tie-out';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { type SourceText } from './source-text';

/** The four places of the pane. */
export type View = 'import' | 'findings' | 'agreements' | 'source';

/** How a document came into the pane. */
export type Origin = 'file' | 'paste' | 'sample';

/** A file that the user handed over, kept in memory for the session. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly origin: Origin;
}

/** Everything that reading a document gave. */
export interface Reading {
  readonly source: SourceText;
  readonly agreement: Agreement;
  readonly checks: readonly Check[];
}

/** Progress of a long action. Units: `done` of `total` steps; `total` 0 means that the length is unknown. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Where a document stands on its way into the workbook. */
export type DocumentStage =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly progress: Progress }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'read'; readonly reading: Reading };

/** A document that is open in the pane. `receipt` is set once it has been inserted in the workbook. */
export interface OpenDocument {
  readonly id: number;
  readonly file: PickedFile;
  readonly stage: DocumentStage;
  readonly encoding: string | null;
  /** What the user gave to open it, kept as long as the document is open; null where none was needed. */
  readonly password: string | null;
  readonly receipt: ImportReceipt | null;
  /** The title that the user typed for a document without one; absent as long as the proposal stands. */
  readonly title?: string;
  /** Whether it was opened to see the place that the source view asks for. */
  readonly isForSource?: boolean;
}

/** A long action on the workbook that runs now. */
export interface Activity {
  readonly kind: 'import' | 'remove' | 'check' | 'insert' | 'decide' | 'flags' | 'selection' | 'compare' | 'working-paper' | 'save' | 'take-over' | 'tick';
  readonly progress: Progress;
  /** Whether Excel keeps it waiting until a cell is no longer being edited. */
  readonly isHeld?: boolean;
}

/** What the user decides about findings. Shape: `text` is the reason, or the comment. */
export interface FindingDecision {
  readonly kind: 'accept' | 'comment' | 'withdraw';
  readonly keys: readonly string[];
  readonly text: string;
}

/** The user's own index, and the price level that amounts are converted to. */
export interface PriceConversion {
  readonly index: IndexSeries;
  readonly toYear: number;
}

/** The comparison of the checked selection with an agreement. Shape: `sha256` is the agreement's document; choices by the place in the selection. */
export interface TieOutSession {
  readonly sha256: string;
  readonly choices: TieOutChoices;
  /** The comparison's id where it is remembered with the workbook. */
  readonly remembered?: string;
}

/**
 * Two editions side by side. Shape: by their documents' hashes; `view` is the place of the pane that shows them; `preview` is what a take-over would
 * come to, null until it was asked for; `overwritten` are edited cells that the new edition goes before.
 */
export interface EditionSession {
  readonly old: string;
  readonly now: string;
  readonly view: 'import' | 'agreements';
  readonly pairing: EditionChoices;
  readonly preview: TakeOverPreview | null;
  readonly overwritten: ReadonlySet<string>;
}

/** What waits for the name of who decides. */
export type UnsignedAction = FindingDecision | { readonly kind: 'take-over' };

/** Something that the pane tells once, above the view. */
export type Notice =
  /** `done` is what the same action had done before it failed. */
  | { readonly kind: 'failure'; readonly failure: Failure; readonly done?: readonly Notice[] }
  | { readonly kind: 'files-refused'; readonly failures: readonly Failure[] }
  | { readonly kind: 'sample-unreachable' }
  | { readonly kind: 'reading-cancelled'; readonly name: string }
  | { readonly kind: 'already-open'; readonly name: string }
  | { readonly kind: 'other-document'; readonly name: string }
  | { readonly kind: 'inserted'; readonly receipts: readonly ImportReceipt[] }
  | { readonly kind: 'removed'; readonly title: string; readonly kept?: readonly string[] }
  | { readonly kind: 'initiative-inserted'; readonly title: string; readonly place: CellPlace }
  | { readonly kind: 'decided'; readonly decision: FindingDecision['kind']; readonly keys: readonly string[] }
  | { readonly kind: 'flags-shown'; readonly areShown: boolean }
  | { readonly kind: 'working-paper-inserted'; readonly place: PlacedPaper }
  | { readonly kind: 'picture-inserted'; readonly place: PlacedPicture }
  | { readonly kind: 'output-saved'; readonly name: string }
  /** `unnamed` rows have no formula, because none can name what they are matched to. */
  | { readonly kind: 'tie-out-inserted'; readonly formulas: number; readonly unnamed: number; readonly place: CellPlace }
  | { readonly kind: 'taken-over'; readonly receipt: TakeOverReceipt }
  | { readonly kind: 'changes-inserted'; readonly place: CellPlace }
  /** `unkept` rows have choices that cannot be remembered, because no text tells them from others. */
  | { readonly kind: 'comparison-remembered'; readonly place: CellPlace; readonly unkept: number }
  | { readonly kind: 'comparison-forgotten' }
  | { readonly kind: 'tie-out-refused'; readonly reason: 'no-agreement' | 'not-in-workbook' | 'nothing-to-write' };

/** Which findings the list shows: those of the chosen severities (none chosen: all), of one rule or all. */
export interface FindingsFilter {
  readonly severities: readonly (Severity | 'accepted')[];
  readonly rule: string | null;
}

/** Which initiative the agreements view shows: by the document's hash and the index in its agreement. */
export interface InitiativeKey {
  readonly sha256: string;
  readonly index: number;
}

/** A printed figure within its line. Shape: `fromEnd` 0 is the last place where it stands, 1 the one before. */
export interface Quote {
  readonly text: string;
  readonly fromEnd: number;
}

/** What stands over the views until it is closed. */
export type Page = 'decisions' | 'review' | 'settings' | 'pictures';

/** A check, and the figure of it that is looked at. */
export interface LookedAtCheck {
  readonly check: Check;
  readonly figure: CheckedPlace;
}

/** What the source view shows and highlights. */
export interface SourceTarget {
  readonly sha256: string;
  readonly page: number | null;
  readonly line: number | null;
  /** The printed text to mark within the line, null to mark the whole line. */
  readonly quote: Quote | null;
  /** Where it stands on its page, so far as that is known: it tells equal figures of a line apart. */
  readonly box: Box | null;
  /** The check that led here, whose other figures are marked too. */
  readonly check?: LookedAtCheck;
  /** The finding that led here, to go back to. */
  readonly finding?: string;
}

/** What the user is told of the catalogues: that one could not be reached, was taken from the browser's copy and why, or is damaged. */
export type CatalogueTrouble = 'unreachable' | 'loaded-from-cache' | 'index-damaged' | 'damaged';

/** Everything the pane knows. */
export interface PaneState {
  readonly view: View;
  readonly documents: readonly OpenDocument[];
  /** What stands over the view; null shows the view itself. */
  readonly page: Page | null;
  /** The document whose preview is shown; null shows the start view. */
  readonly currentDocument: number | null;
  readonly target: ImportTarget['kind'];
  readonly activity: Activity | null;
  readonly notice: Notice | null;
  readonly workbook: WorkbookState | null;
  readonly filter: FindingsFilter;
  /** The finding that was looked at last, as its card is called; null before the first. */
  readonly finding: string | null;
  /** The selection that was checked last; null shows the workbook's findings. */
  readonly selection: SelectionCheck | null;
  /** What the selection is compared with; null shows its own sums. */
  readonly tieOut: TieOutSession | null;
  /** Two editions that are compared; null where none are. */
  readonly editions: EditionSession | null;
  readonly query: string;
  readonly openInitiative: InitiativeKey | null;
  readonly source: SourceTarget | null;
  /** Agreements at hand that are neither in the workbook nor opened now. */
  readonly catalogue: readonly Agreement[];
  readonly catalogueTrouble: CatalogueTrouble | null;
  readonly isHintVisible: boolean;
  /** Whether the introduction leads through the first minute. */
  readonly isGuided: boolean;
  readonly settings: Settings;
  /** Who decides, where Excel does not tell; null until the user has said. */
  readonly signer: string | null;
  /** A decision that waits for the name of who makes it. */
  readonly unsigned: UnsignedAction | null;
  /** How amounts of other price levels are converted; null as long as the user has given no index. */
  readonly conversion: PriceConversion | null;
  /** What separates arguments in this Excel's formulas. */
  readonly listSeparator: ',' | ';';
}

/** How the checks of a reading or a workbook came out. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** The pane as it opens. */
export function initialState(isHintVisible: boolean, listSeparator: ',' | ';' = ';', signer: string | null = null, settings: Settings = DEFAULT_SETTINGS): PaneState {
  return {
    view: 'import',
    page: null,
    documents: [],
    currentDocument: null,
    target: settings.target,
    activity: null,
    notice: null,
    workbook: null,
    filter: { severities: [], rule: null },
    finding: null,
    selection: null,
    tieOut: null,
    editions: null,
    query: '',
    openInitiative: null,
    source: null,
    catalogue: [],
    catalogueTrouble: null,
    isHintVisible,
    isGuided: false,
    settings,
    signer,
    unsigned: null,
    conversion: null,
    listSeparator,
  };
}
