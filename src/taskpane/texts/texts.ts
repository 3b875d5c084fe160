import { type LayoutName, type UnreadReason } from '../../core/budget/agreement';
import { type TitleProblem } from '../../core/sheet-plan/given-title';
import { type Outcome } from '../../core/reconciliation/rule';
import { type CatalogueTrouble } from '../state/pane-state';
import { type AgreementOrigin } from '../view-models/agreements/agreements-at-hand';
import { type FindingStanding } from '../view-models/findings/findings';
import { type OfferedFunction } from '../view-models/agreements/function-call';
import { type FindingDecision, type UnsignedAction } from '../state/pane-state';
import { type OutputKind } from '../../outputs/output-kind';
import { type EditionTexts } from './topics/edition-texts';
import { type GuideTexts } from './topics/guide-texts';
import { type MarkRole } from '../view-models/source/check-marks';
import { type PictureTexts } from './topics/picture-texts';
import { type KeptLines } from '../view-models/source/kept-lines';
import { type ReviewTexts } from './topics/review-texts';
import { type FindingsTexts } from './topics/findings-texts';
import { type SelectionTexts } from './topics/selection-texts';
import { type TieOutTexts } from './topics/tie-out-texts';

/** Every text of the pane. Texts with figures are functions, so that each language orders and inflects as it needs. */
export interface Texts {
  readonly product: string;
  readonly views: { readonly label: string; readonly messages: string; readonly import: string; readonly findings: string; readonly agreements: string; readonly source: string };
  readonly back: string;
  readonly cancel: string;
  readonly close: string;
  readonly showMore: (count: number) => string;
  readonly percentDone: (percent: number) => string;
  readonly crashed: string;
  readonly reload: string;
  readonly withoutExcel: string;
  readonly outsideExcel: string;
  readonly notStarted: string;

  readonly start: {
    readonly heading: string;
    readonly lead: string;
    readonly chooseFile: string;
    readonly formats: string;
    readonly dropHere: string;
    readonly orDrop: string;
    readonly paste: string;
    readonly pasteLabel: string;
    readonly pasteHint: string;
    readonly pasteRead: string;
    readonly pasteEmpty: string;
    readonly pastedName: string;
    readonly sample: string;
    readonly localOnly: string;
    readonly version: (version: string) => string;
    readonly inWorkbook: string;
    readonly openNow: string;
    readonly noneInWorkbook: string;
    readonly importedOn: (date: string) => string;
    readonly takeBack: string;
    readonly takeBackNamed: (title: string) => string;
    readonly takeBackQuestion: string;
    readonly takeBackConfirm: string;
    readonly dependents: (count: number) => string;
    readonly moreDependents: (count: number) => string;
    readonly dependentsUnknown: string;
    readonly keep: string;
    readonly statusReading: string;
    readonly statusWaiting: string;
    readonly statusFailed: string;
    readonly statusLocked: string;
    readonly statusReady: string;
    readonly statusInserted: string;
  };

  readonly hint: { readonly heading: string; readonly steps: readonly string[]; readonly trySample: string; readonly skip: string; readonly leave: string; readonly guide: GuideTexts };

  readonly reading: {
    readonly heading: (name: string) => string;
    readonly waiting: string;
    readonly stayResponsive: string;
  };

  readonly password: { readonly heading: string; readonly label: string; readonly open: string; readonly wrong: string; readonly note: string };

  readonly encoding: { readonly label: string; readonly question: string; readonly automatic: string; readonly names: Readonly<Record<string, string>> };

  readonly host: { readonly cannotWrite: (sets: string) => string; readonly cannotCalculate: (sets: string) => string };

  readonly failed: { readonly heading: string; readonly readPartly: string; readonly tryAgain: string; readonly chooseOther: string };

  readonly title: { readonly label: string; readonly hint: string; readonly problems: Readonly<Record<TitleProblem, string>> };

  readonly preview: {
    readonly untitled: string;
    readonly unit: string;
    readonly priceLevel: string;
    readonly years: string;
    readonly pages: (count: number) => string;
    readonly notStated: string;
    readonly counts: {
      readonly initiatives: (count: number) => string;
      readonly components: (count: number) => string;
      readonly pools: (count: number) => string;
      readonly mentions: (count: number) => string;
      readonly unread: (count: number) => string;
    };
    readonly verdictHeading: string;
    readonly findingsHeading: string;
    readonly uncheckedHeading: string;
    readonly initiativesHeading: string;
    readonly totalsHeading: string;
    readonly unreadHeading: string;
    readonly noFindings: string;
    readonly nothingChecked: string;
    readonly noInitiatives: string;
    readonly partlyRead: string;
    readonly unaccounted: (count: number) => string;
    readonly sameContent: (name: string) => string;
    readonly scannedPages: (pages: string) => string;
    readonly documentOf: (index: number, count: number) => string;
    readonly previousDocument: string;
    readonly nextDocument: string;
    readonly insert: string;
    readonly insertAll: (count: number) => string;
    readonly targetLabel: string;
    readonly targetNewSheets: string;
    readonly targetSelection: string;
    readonly alreadyInWorkbook: string;
    readonly importedBefore: (date: string) => string;
    readonly replace: string;
    readonly replaceQuestion: string;
    readonly replaceConfirm: string;
    readonly closeDocument: string;
    readonly othersFailed: (count: number) => string;
    readonly othersLocked: (count: number) => string;
    readonly unlock: string;
    readonly seeWhy: string;
  };

  readonly layouts: Readonly<Record<LayoutName, string>>;
  readonly unreadReasons: Readonly<Record<UnreadReason, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  /** The outcome of none or several checks: "89 agree" where one check "agrees". */
  readonly outcomesOfSeveral: Readonly<Record<Outcome, string>>;
  /** The standing of one finding. */
  readonly standings: Readonly<Record<FindingStanding, string>>;
  /** The standing of several findings, as a filter names it. */
  readonly standingGroups: Readonly<Record<FindingStanding, string>>;

  readonly figures: { readonly total: string; readonly totalRow: string; readonly ofWhich: string; readonly unreadable: string; readonly unlabelled: string; readonly label: (title: string) => string };

  readonly notices: {
    readonly inserted: (initiatives: number, rows: number, sheets: string) => string;
    readonly insertedMentions: (mentions: number, sheets: string) => string;
    readonly insertedSeveral: (agreements: number, initiatives: number, sheets: number) => string;
    readonly insertedFindings: (count: number) => string;
    readonly thenFailed: string;
    readonly unchanged: string;
    readonly otherwiseUnchanged: string;
    readonly sampleUnreachable: string;
    readonly readingCancelled: (name: string) => string;
    readonly alreadyOpen: (name: string) => string;
    readonly otherDocument: (name: string) => string;
    readonly seeFindings: string;
    readonly undo: string;
    readonly undone: string;
    readonly undoInSheet: string;
    readonly removed: (title: string) => string;
    readonly removedInPart: (title: string, count: number, sheets: string) => string;
    readonly initiativeInserted: (title: string, place: string) => string;
    readonly decided: Readonly<Record<FindingDecision['kind'], (count: number) => string>>;
    readonly flagsShown: string;
    readonly flagsHidden: string;
    readonly dismiss: string;
  };

  readonly activity: { readonly import: string; readonly remove: string; readonly check: string; readonly insert: string; readonly decide: string; readonly flags: string; readonly selection: string; readonly compare: string; readonly 'working-paper': string; readonly save: string; readonly 'take-over': string; readonly held: string; readonly tick: string };

  readonly saving: {
    readonly open: string;
    readonly choices: Readonly<Record<OutputKind, { readonly name: string; readonly explained: string; readonly word: string }>>;
    readonly saved: (name: string) => string;
  };

  readonly workingPaper: { readonly insert: string; readonly choose: string; readonly inserted: (sheet: string) => string; readonly notSetForPrint: string };

  readonly selection: SelectionTexts;

  readonly tieOut: TieOutTexts;

  readonly editions: EditionTexts;

  readonly findings: FindingsTexts;

  readonly review: ReviewTexts;

  readonly pictures: PictureTexts;

  readonly settings: { readonly heading: string; readonly language: string; readonly asExcel: string; readonly danish: string; readonly english: string; readonly unit: string; readonly asDocument: string; readonly roundingsApart: string; readonly agreesOrRounds: string; readonly recallHint: string };

  readonly decisions: { readonly open: string; readonly heading: string; readonly none: string; readonly showFinding: string };

  readonly signer: { readonly questions: Readonly<Record<UnsignedAction['kind'], string>>; readonly label: string; readonly hint: string; readonly hintBefore: string; readonly confirm: string };

  readonly insertFunction: {
    readonly open: string;
    readonly heading: string;
    readonly search: string;
    readonly nothingToAsk: string;
    readonly initiative: string;
    readonly answers: string;
    readonly functions: Readonly<Record<OfferedFunction, string>>;
    readonly part: string;
    readonly year: string;
    readonly allYears: string;
    readonly wholeRow: string;
    readonly unit: string;
    readonly ownUnit: string;
    readonly answer: string;
    readonly cannotName: string;
    readonly insert: string;
  };

  readonly agreements: {
    readonly search: string;
    readonly searchHint: string;
    readonly empty: string;
    readonly catalogueTroubles: Readonly<Record<CatalogueTrouble, string>>;
    readonly noHits: (query: string) => string;
    readonly hits: (count: number) => string;
    readonly origins: Readonly<Record<AgreementOrigin, string>>;
    readonly formula: string;
    readonly copy: string;
    readonly copyTable: string;
    readonly tableCopied: string;
    readonly tableByHand: string;
    readonly copied: string;
    readonly copyByHand: string;
    readonly formulaAfterInsert: string;
    readonly insertTable: string;
    readonly figures: string;
    readonly noFigures: string;
    readonly shownIn: (unit: string, printed: string) => string;
    readonly stated: string;
    readonly notes: string;
    readonly sources: string;
    readonly pools: string;
    readonly poolRounds: (years: string) => string;
    readonly administration: (percent: string) => string;
    readonly recommendation: string;
    readonly group: string;
    readonly damagedTitle: string;
    readonly approximate: string;
    readonly annual: string;
    readonly permanent: string;
    readonly period: (from: number, to: number) => string;
  };

  readonly timeline: { readonly heading: string; readonly mixed: string; readonly noPriceLevel: string; readonly here: string; readonly otherTitle: string };

  readonly conversion: {
    readonly open: string;
    readonly lead: string;
    readonly target: string;
    readonly name: string;
    readonly value: (year: number) => string;
    readonly edition: string;
    readonly source: string;
    readonly notANumber: string;
    readonly confirm: string;
    readonly change: string;
    readonly remove: string;
    readonly converted: (year: number) => string;
    readonly convertedFigures: (title: string, year: number) => string;
    readonly notConverted: string;
    readonly origin: (name: string, edition: string, source: string, values: string) => string;
    readonly rounding: string;
  };

  readonly source: {
    readonly heading: string;
    readonly nothing: string;
    readonly notOpen: (name: string) => string;
    readonly kept: Readonly<Record<KeptLines['kind'], string>>;
    readonly openAgain: string;
    readonly earlier: string;
    readonly later: string;
    readonly notFound: string;
    readonly linesLabel: (name: string) => string;
    readonly goToCell: string;
    readonly backToFinding: string;
    readonly legend: string;
    readonly roles: Readonly<Record<MarkRole, string>>;
    readonly sum: (sum: string) => string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly fitTable: string;
    readonly toolbar: string;
    readonly pageOf: (page: number, pages: number) => string;
    readonly pageLabel: (page: number, name: string) => string;
    readonly previousPage: string;
    readonly nextPage: string;
    readonly backToPlace: string;
    readonly wholePage: string;
    readonly asText: string;
    readonly notDrawn: string;
    readonly figures: string;
    readonly figureToCell: (figure: string) => string;
  };

  readonly announce: {
    readonly reading: (name: string) => string;
    readonly read: (initiatives: number, findings: number) => string;
    readonly checked: (findings: number) => string;
    readonly selectionChecked: (findings: number) => string;
    readonly found: (hits: number, agreements: number) => string;
  };
}
