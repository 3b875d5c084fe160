import { agreementInWorkbook } from '../core/import-store/inserted-initiatives';
import { STORE_SHEET } from '../core/import-store/store-records';
import { type Agreement } from '../core/budget/agreement';
import { compareEditions } from '../core/edition/compare-editions';
import { type EditionChoices } from '../core/edition/edition';
import { fail, succeed, type Failure, type Result } from '../core/failure';
import { decide, type Decision } from '../core/reconciliation/acceptances';
import { type Check } from '../core/reconciliation/rule';
import { cellAddress, parseAddress } from '../core/sheet-plan/addresses';
import { cleanCellText } from '../core/sheet-plan/cell-entry';
import { type Language } from '../core/sheet-plan/plan';
import { readListSeparator, type ListSeparator } from './requests/list-separator';
import { planChanges } from '../core/sheet-plan/sheets/changes-sheet';
import { type PictureKind } from '../core/sheet-plan/pictures/picture';
import { type ShownTables } from '../core/sheet-plan/written/shown-cell';
import { recalculateAnswers } from './answer-cells';
import { checkSelection } from './checking/check-selection';
import { checkWorkbook, type CheckSettings, type WorkbookCheck } from './checking/check-workbook';
import { allTables, type OpenImport } from './checking/open-imports';
import { clearRememberAttempt, rememberCompared, type RememberAttempt } from './compared/remember-compared';
import { clearLogAttempt, recordDecisions, type LogAttempt } from './remembered/decision-log';
import { afterwards, FailureSignal, failureOf } from './requests/failures';
import { cellOfFigure, figureAt } from './reading/figure-reference';
import { previewTakeOver, takeOverRequest } from './edition/preview-take-over';
import { replaceImport, type EditionHost } from './edition/replace-import';
import { GivenAnswers } from './checking/given-answers';
import { importAgreement } from './inserting/import-agreement';
import { insertBlock } from './inserting/insert-block';
import { insertFormula } from './inserting/insert-formula';
import { insertInitiative } from './inserting/insert-initiative';
import { insertPicture } from './inserting/insert-picture';
import { insertWorkingPaper, type PaperPlan } from './inserting/insert-working-paper';
import { paperPlan } from './inserting/paper-plan';
import { dependentFormulas } from './removal/dependent-formulas';
import { removeImport } from './removal/remove-import';
import { RequestBudget, runExcel, stopIfAsked, type RunSettings, type Timer } from './requests/run-excel';
import { ModelCache, queueRecord, rowOfRecord } from './remembered/store';
import { tickFigures } from './checking/tick-figures';
import { readRow, shownRow } from './reading/shown-rows';
import { listenToWorkbook } from './workbook-events';
import { ANSWERED_LATE } from './checking/workbook-notices';
import { type WritingSettings } from './writing/writing-settings';
import { type ActionOptions, type CellBlock, type CellPlace, type ComparisonRequest, type DependentFormulas, type FigureReference, type ImportReceipt, type ImportTarget, type PlacedPaper, type PlacedPicture, type RemovalReport, type SelectionCheck, type SelectionRoles, type TakeOverChoices, type TakeOverPreview, type TakeOverReceipt, type WorkbookFinding, type WorkbookPort, type WorkbookState } from './workbook-port';

/** How the workbook is used: in which language sheets are written, and by which version. */
export interface ExcelWorkbookOptions {
  readonly language: Language;
  readonly addinVersion: string;
  /** Called with the workbook's agreements whenever they were read or changed; who answers formulas from them then has those calculated again. */
  readonly onAgreementsChanged?: (agreements: readonly Agreement[]) => void;
  /** Called with the tables of the imports after each reading of the workbook. */
  readonly onTablesRead?: (imports: readonly ShownTables[]) => void;
  /** Agreements at hand outside the workbook (a catalogue), which its figures are compared with too. */
  readonly otherAgreements?: () => readonly Agreement[];
  /** Called when Excel keeps an action of the user's waiting because a cell is being edited, and when it goes on. */
  readonly onHeld?: (isHeld: boolean) => void;
  /** Who decides and makes working papers, where Excel does not tell; null where nobody has said. */
  readonly signer?: () => string | null;
  readonly timeoutMs?: number;
  /** What counts the time that Excel has for an answer. */
  readonly timer?: Timer;
  readonly now?: () => Date;
  readonly newId?: () => string;
}

type SelectionListener = (place: CellPlace | null, importId: string | null, figure: FigureReference | null) => void;

/** The workbook over Excel. One action runs at a time; events of the workbook lead to checks in the same queue. */
export class ExcelWorkbook implements WorkbookPort {
  private readonly cache = new ModelCache();
  private readonly answers = new GivenAnswers();
  private readonly stateListeners = new Set<(state: WorkbookState) => void>();
  private readonly selectionListeners = new Set<SelectionListener>();
  private queue: Promise<unknown> = Promise.resolve();
  private listening: Promise<void> | null = null;
  private imports: readonly OpenImport[] = [];
  /** Editions that others have taken the place of; formulas can still name them. */
  private earlier: readonly Agreement[] = [];
  private logSheetId: string | null = null;
  private knownAgreements = '';
  /** Whether the check under way follows an answer that came after its action was given up. */
  private wasAnsweredLate = false;
  /** How many selections were told of. */
  private selections = 0;
  /** Who made the last decision, as Excel told or the person said. */
  private lastSigner: string | null = null;

  private readonly newId: () => string;

  constructor(private readonly options: ExcelWorkbookOptions) {
    this.newId = options.newId ?? (() => crypto.randomUUID());
  }

  importAgreement(agreement: Agreement, checks: readonly Check[], target: ImportTarget, options: ActionOptions = {}): Promise<Result<ImportReceipt>> {
    return this.enqueue(async () => {
      const result = await importAgreement(
        agreement,
        checks,
        target,
        this.writing(),
        options,
      );
      if (result.ok) await this.refresh();
      return result;
    });
  }

  insertInitiative(agreement: Agreement, initiativeIndex: number, options: ActionOptions = {}): Promise<Result<CellPlace>> {
    return this.enqueue(async () => {
      const result = await insertInitiative(agreement, initiativeIndex, this.writing(options));
      if (result.ok) await this.refresh();
      return result;
    });
  }

  insertFormula(formula: string, options: ActionOptions = {}): Promise<Result<CellPlace>> {
    return this.enqueue(() => insertFormula(formula, this.run(options)));
  }

  insertBlock(block: CellBlock, options: ActionOptions = {}): Promise<Result<CellPlace>> {
    return this.enqueue(() => insertBlock(block, this.run(options)));
  }

  removeImport(importId: string, options: ActionOptions = {}): Promise<Result<RemovalReport | null>> {
    return this.enqueue(async () => {
      const result = await removeImport(importId, { cache: this.cache, run: { ...this.run(options), onLate: () => this.followUp(() => Promise.resolve()) } });
      if (result.ok) await this.refresh();
      return result;
    });
  }

  previewTakeOver(importId: string, agreement: Agreement, checks: readonly Check[], choices: TakeOverChoices): Promise<Result<TakeOverPreview>> {
    return this.enqueue(() =>
      this.attempt(async (context) => {
        const check = await this.readAndCheck(context, { isReadOnly: true });
        return previewTakeOver(context, check, takeOverRequest(check, importId, agreement, checks, choices));
      }),
    );
  }

  takeOver(importId: string, agreement: Agreement, checks: readonly Check[], choices: TakeOverChoices): Promise<Result<TakeOverReceipt>> {
    const host: EditionHost = {
      language: this.options.language,
      addinVersion: this.options.addinVersion,
      signer: this.options.signer?.() ?? null,
      now: () => this.now(),
      attempt: (action, isUserStarted) => this.attempt(action, isUserStarted),
      readAndCheck: (context) => this.readAndCheck(context, { isReadOnly: true }),
      refresh: () => this.refresh(),
      openImport: (id) => this.imports.find(({ record }) => record.state.importId === id),
      onSigned: (by) => (this.lastSigner = by),
      cache: this.cache,
      run: this.run(),
    };
    return this.enqueue(() => replaceImport(host, importId, agreement, checks, choices));
  }

  dependentFormulas(importId: string): Promise<Result<DependentFormulas>> {
    return this.enqueue(() => this.attempt((context) => dependentFormulas(context, importId, this.cache, this.options.otherAgreements?.() ?? [])));
  }

  checkWorkbook(options: ActionOptions = {}): Promise<Result<WorkbookState>> {
    return this.enqueue(() => {
      if (options.signal?.aborted === true) return Promise.resolve(fail<WorkbookState>({ code: 'cancelled' }));
      return this.check(true, options);
    });
  }

  tickFigures(importId: string, keys: readonly string[], isSeen: boolean, by: string): Promise<Result<WorkbookState>> {
    return this.enqueue(async () => {
      const ticked = await this.attempt(async (context) => tickFigures(context, await this.readAndCheck(context, { isReadOnly: true }), { importId, keys, tick: isSeen ? { by, at: this.now().toISOString() } : null }));
      return ticked.ok ? this.refresh() : fail<WorkbookState>(ticked.failure);
    });
  }

  showFlags(areShown: boolean, options: ActionOptions = {}): Promise<Result<WorkbookState>> {
    return this.enqueue(() => this.check(true, { ...options, areFlagsHidden: !areShown }));
  }

  /** Remembers a comparison and makes it. After a failure the workbook tells whether it is remembered all the same. */
  rememberComparison(request: ComparisonRequest, options: ActionOptions = {}): Promise<Result<WorkbookState>> {
    return this.enqueue(async () => {
      const begun: RememberAttempt[] = [];
      const remembered = await this.attempt((context) => rememberCompared(context, request, { cache: this.cache, newId: this.newId, onBegin: (attempt) => begun.push(attempt), ...options }), true, options.signal);
      if (!remembered.ok && remembered.failure.code === 'cancelled' && begun.length === 0) return fail<WorkbookState>(remembered.failure);
      const state = await this.refresh();
      const isStored = state.ok && begun.some(({ id }) => state.value.comparisons?.some((one) => one.id === id) === true);
      if (remembered.ok || isStored) return state.ok ? state : fail<WorkbookState>(afterwards(state.failure, 'done'));
      const [attempt] = begun;
      if (attempt === undefined) return fail<WorkbookState>(remembered.failure);
      const cleared = state.ok ? await this.attempt((context) => clearRememberAttempt(context, attempt), false) : state;
      return fail<WorkbookState>(afterwards(remembered.failure, cleared.ok ? 'unchanged' : 'unknown'));
    });
  }

  /** Forgets a comparison. After a failure the workbook tells whether it is forgotten all the same. */
  forgetComparison(id: string, options: ActionOptions = {}): Promise<Result<WorkbookState>> {
    return this.enqueue(async () => {
      const forgotten = await this.check(true, { ...options, forgets: id });
      if (!forgotten.ok && forgotten.failure.code === 'cancelled') return forgotten;
      const state = await this.refresh();
      const isGone = state.ok && state.value.comparisons?.some((one) => one.id === id) !== true;
      return forgotten.ok || isGone ? state : forgotten;
    });
  }

  acceptFinding(key: string, reason: string, options: ActionOptions = {}): Promise<Result<WorkbookState>> {
    return this.acceptFindings([key], reason, options);
  }

  acceptFindings(keys: readonly string[], reason: string, options: ActionOptions = {}): Promise<Result<WorkbookState>> {
    return this.decideOn(keys, 'accept', reason, options, ({ acceptance }) => acceptance?.reason === cleanCellText(reason));
  }

  commentFinding(key: string, comment: string, options: ActionOptions = {}): Promise<Result<WorkbookState>> {
    return this.decideOn([key], 'comment', comment, options, ({ comments = [] }) => comments.at(-1)?.text === cleanCellText(comment));
  }

  withdrawAcceptance(key: string, reason: string, options: ActionOptions = {}): Promise<Result<WorkbookState>> {
    return this.decideOn([key], 'withdraw', reason, options, ({ acceptance }) => (acceptance ?? null) === null);
  }

  /** Logs a decision on findings. After a failure the workbook tells whether it was recorded all the same. */
  private decideOn(keys: readonly string[], decision: Decision, reason: string, options: ActionOptions, isRecorded: (finding: WorkbookFinding) => boolean): Promise<Result<WorkbookState>> {
    return this.enqueue(async () => {
      const begun: LogAttempt[] = [];
      const recorded = await this.attempt((context) => this.record(context, keys, decision, reason, isRecorded, options, (attempt) => begun.push(attempt)), true, options.signal);
      if (!recorded.ok && recorded.failure.code === 'cancelled' && begun.length === 0) return fail<WorkbookState>(recorded.failure);
      const cleared = recorded.ok ? [] : await Promise.all(begun.map((attempt) => clearLogAttempt(attempt, this.run())));
      const state = await this.refresh();
      if (recorded.ok) return state.ok ? state : fail<WorkbookState>(afterwards(state.failure, 'done'));
      const { failure } = recorded;
      const isLogged = state.ok && keys.every((key) => state.value.findings.some((finding) => finding.key === key && isRecorded(finding)));
      if (isLogged && begun.length > 0) return state;
      return fail<WorkbookState>(begun.length === 0 || failure.code === 'signer-needed' ? failure : afterwards(failure, state.ok ? (cleared[0] ?? 'unchanged') : 'unknown'));
    });
  }

  private async record(context: Excel.RequestContext, keys: readonly string[], decision: Decision, reason: string, isRecorded: (finding: WorkbookFinding) => boolean, options: ActionOptions, onBegin: (attempt: LogAttempt) => void): Promise<void> {
    const { state, log, imports, contents } = await this.readAndCheck(context, { isReadOnly: true });
    const at = this.now().toISOString();
    const decided = keys.flatMap((key) => {
      const finding = state.findings.find((candidate) => candidate.key === key);
      const source = imports.find(({ record }) => record.state.importId === finding?.importId)?.record;
      if (finding === undefined || source === undefined) throw new FailureSignal({ code: 'host', hostCode: 'ItemNotFound', workbook: 'unchanged' });
      if (isRecorded(finding)) return [];
      const { importId } = source.state;
      const entry = decide(finding.check, { decision, key: key.slice(importId.length + 1), reason, by: null, at, version: this.options.addinVersion, documentSha256: source.agreement.document.sha256 });
      return [{ entry, state: source.state }];
    });
    if (decided.length === 0) return;
    stopIfAsked(options);
    this.lastSigner = await recordDecisions(context, log, decided.map(({ entry }) => entry), {
      language: this.options.language,
      signer: this.options.signer?.() ?? null,
      onBegin,
      onRows: async (rows) => {
        const store = context.workbook.worksheets.getItem(STORE_SHEET);
        const last = new Map(rows.map((row, index) => [decided[index]?.state, row]));
        const budget = new RequestBudget(context);
        for (const [own, { number, hash }] of last) {
          if (own !== undefined) await queueRecord(store, rowOfRecord(contents, own.importId, 'state'), own.importId, 'state', { ...own, lastDecision: { number, hash } }, budget);
        }
      },
    });
  }

  checkSelection(roles?: SelectionRoles, options: ActionOptions = {}): Promise<Result<SelectionCheck>> {
    return this.enqueue(() => checkSelection(roles, this.run(), options));
  }

  insertWorkingPaper(importId: string, options: ActionOptions = {}): Promise<Result<PlacedPaper>> {
    return this.enqueue(() =>
      insertWorkingPaper(async (context) => {
        const check = await this.readAndCheck(context, { isReadOnly: true });
        return paperPlan(check, importId, { addinVersion: this.options.addinVersion, printedAt: this.now().toISOString(), preparedBy: this.lastSigner ?? this.options.signer?.() ?? null });
      }, this.run(options), (undo) => this.followUp(undo)),
    );
  }

  insertChanges(old: Agreement, now: Agreement, pairing: EditionChoices): Promise<Result<CellPlace>> {
    const comparison = compareEditions(old, now, pairing);
    const plan: PaperPlan = (takenSheets) => planChanges(old, now, comparison, this.options.language, takenSheets);
    return this.enqueue(() => insertWorkingPaper(() => Promise.resolve(plan), this.run(), (undo) => this.followUp(undo)));
  }

  insertPicture(importId: string, kind: PictureKind, options: ActionOptions = {}): Promise<Result<PlacedPicture>> {
    return this.enqueue(() => insertPicture(importId, kind, this.writing(options)));
  }

  /** The workbook's check with the agreements that are at hand outside it. */
  private readAndCheck(context: Excel.RequestContext, settings: CheckSettings = {}): Promise<WorkbookCheck> {
    return checkWorkbook(context, this.cache, { ...settings, others: () => this.options.otherAgreements?.() ?? [] });
  }

  selectPlace(place: CellPlace): Promise<Result<null>> {
    return this.enqueue(() =>
      this.attempt(async (context) => {
        const sheet = context.workbook.worksheets.getItem(place.sheet);
        sheet.activate();
        sheet.getRange(place.address).select();
        await context.sync();
        return null;
      }),
    );
  }

  async selectFigure(importId: string, figure: FigureReference): Promise<Result<null>> {
    const place = this.placeOfFigure(importId, figure);
    if (place === null) return fail({ code: 'host', hostCode: 'ItemNotFound', workbook: 'unchanged' });
    return this.selectPlace(place);
  }

  /** What separates arguments in this Excel's formulas; null where it does not tell. */
  listSeparator(): Promise<Result<ListSeparator | null>> {
    return this.enqueue(() => this.attempt((context) => readListSeparator(context), false));
  }

  /** Has the cells that RESERVE answers calculated again, after what the functions answer from has changed; waits for a cell edit to end. */
  recalculate(): Promise<Result<void>> {
    return this.enqueue(() => this.attempt((context) => recalculateAnswers(context)));
  }

  onStateChanged(listener: (state: WorkbookState) => void): () => void {
    this.stateListeners.add(listener);
    this.listen();
    return () => this.stateListeners.delete(listener);
  }

  onSelectionChanged(listener: SelectionListener): () => void {
    this.selectionListeners.add(listener);
    this.listen();
    return () => this.selectionListeners.delete(listener);
  }

  /** Starts listening to the workbook, once. Without its events the check button still works. */
  private listen(): void {
    this.listening ??= listenToWorkbook({
      isWatched: (worksheetId) => worksheetId === this.logSheetId || this.isCheckedSheet(worksheetId),
      onEdited: (isOurs) => void this.enqueue(() => this.check(false, { isReadOnly: !isOurs, isLeft: (sight) => this.answers.isLeft(sight) })),
      onSelected: (worksheetId, address) => this.tellSelection(worksheetId, address),
    }).catch(() => {
      this.listening = null;
    });
  }

  /**
   * Checks the workbook. A check that fails while it writes is made again: it queues only what is still missing. One that still fails goes without
   * comments, because a cell with a note of the user's refuses one, and notes cannot be seen in older Excel.
   */
  private async check(isUserStarted: boolean, settings: CheckSettings = {}): Promise<Result<WorkbookState>> {
    let hasWritten = false;
    const onWrite = (): void => {
      hasWritten = true;
    };
    const once = (more: CheckSettings): Promise<Result<WorkbookCheck>> => this.attempt((context) => this.readAndCheck(context, { ...settings, ...more, onWrite }), isUserStarted, settings.signal);
    let result = await once({});
    if (!result.ok && hasWritten) result = await once({});
    if (!result.ok && hasWritten && mayBeRefusedComment(result.failure)) result = await once({ hasComments: false });
    if (!result.ok) return fail(hasWritten ? afterwards(result.failure, 'unknown') : result.failure);
    if (result.value.sight !== null) this.answers.note(result.value.sight, hasWritten);
    this.remember(result.value);
    return succeed(this.withLateNotice(result.value.state));
  }

  private withLateNotice(state: WorkbookState): WorkbookState {
    if (!this.wasAnsweredLate) return state;
    return { ...state, notices: [...(state.notices ?? []), ANSWERED_LATE] };
  }

  /** Reads the workbook again after an action of ours, so that events and listeners know the new tables, and what belongs to the action stands with it: once more where that fails. */
  private async refresh(): Promise<Result<WorkbookState>> {
    const state = await this.check(false);
    return state.ok ? state : this.check(false);
  }

  private remember(check: WorkbookCheck): void {
    this.imports = check.imports;
    this.earlier = check.contents.earlier.map(({ agreement }) => agreement);
    this.logSheetId = check.log.place?.sheetId ?? null;
    this.announce(this.agreements());
    this.options.onTablesRead?.(check.imports.map(({ record, tables }) => ({ agreement: record.agreement, tables })));
    for (const listener of this.stateListeners) listener(this.withLateNotice(check.state));
  }

  private announce(agreements: readonly Agreement[]): void {
    const known = agreements.map(({ document, inserted }) => [document.sha256, ...(inserted ?? [])].join('/')).join();
    if (known === this.knownAgreements) return;
    this.knownAgreements = known;
    this.options.onAgreementsChanged?.(agreements);
  }

  private agreements(): Agreement[] {
    return [...this.earlier, ...this.imports.map(({ record }) => agreementInWorkbook(record))];
  }

  /** Whether an edit of a sheet can change what a check finds; one of any sheet can, while a compared table is nowhere, for it may come back. */
  private isCheckedSheet(worksheetId: string): boolean {
    const isAnyGone = this.imports.some(({ compared }) => compared.some(({ located }) => located === null));
    return isAnyGone || this.imports.some((open) => allTables(open).some(({ sheetId }) => sheetId === worksheetId) || open.compared.some(({ located }) => located?.sheetId === worksheetId));
  }

  private tellSelection(worksheetId: string, address: string): void {
    const selection = (this.selections += 1);
    const area = parseAddress(address);
    const cell = area === null ? '' : cellAddress(area.row, area.column);
    for (const { record, tables } of this.imports) {
      const table = tables.find((candidate) => candidate.sheetId === worksheetId && figureAt(candidate, cell) !== null);
      if (table === undefined) continue;
      const place = { sheet: table.sheetName, address: cell };
      this.tellOf(place, record.state.importId, figureAt(table, cell));
      return;
    }
    const withOthers = area === null ? [] : this.imports.filter(({ record }) => record.agreement.tables.length > 0);
    if (area === null || withOthers.length === 0) this.tellOf(null, null, null);
    else void this.tellOtherTable(worksheetId, area, withOthers, selection);
  }

  /** Tells of a cell of a document's tables of no money, whose rows say themselves where they stand; later selections are waited for no longer. */
  private async tellOtherTable(worksheetId: string, { row, column }: { readonly row: number; readonly column: number }, imports: readonly OpenImport[], selection: number): Promise<void> {
    const width = Math.max(...imports.flatMap(({ record }) => record.agreement.tables.map(({ columns }) => columns.length))) + 2;
    const read = await this.attempt((context) => readRow(context, worksheetId, row, width), false);
    if (selection !== this.selections) return;
    const found = read.ok ? imports.flatMap(({ record }) => shownRow(record, read.value)) : [];
    const own = found.filter(({ isOnOwnSheet }) => isOnOwnSheet);
    const [only, second] = own.length > 0 ? own : found;
    if (!read.ok || only === undefined || second !== undefined) return this.tellOf(null, null, null);
    const cell = column > 0 && column <= only.cells ? column - 1 : null;
    this.tellOf({ sheet: read.value.sheet, address: cellAddress(row, column) }, only.importId, { initiative: null, component: null, total: null, column: null, otherTable: { ...only.row, cell } });
  }

  private tellOf(place: CellPlace | null, importId: string | null, figure: FigureReference | null): void {
    for (const listener of this.selectionListeners) listener(place, importId, figure);
  }

  private placeOfFigure(importId: string, figure: FigureReference): CellPlace | null {
    const open = this.imports.find(({ record }) => record.state.importId === importId);
    return open === undefined ? null : cellOfFigure(open.tables, figure);
  }

  private async attempt<T>(action: (context: Excel.RequestContext) => Promise<T>, isUserStarted = true, signal?: AbortSignal): Promise<Result<T>> {
    const onLate = (): void => this.followUp(() => Promise.resolve());
    try {
      return succeed(await runExcel({ isUserStarted, mergesUndo: true, ...this.run(), onLate, ...(signal === undefined ? {} : { signal }) }, (context) => action(context)));
    } catch (error) {
      return fail<T>(this.readFailure(error));
    }
  }

  /** A check or a selection changes no cell of the user's, whatever went wrong. */
  private readFailure(error: unknown): Failure {
    return failureOf(error, 'unchanged');
  }

  private enqueue<T>(action: () => Promise<T>): Promise<T> {
    const run = this.queue.then(action, action);
    this.queue = run.catch(() => undefined);
    return run;
  }

  private now(): Date {
    return this.options.now?.() ?? new Date();
  }

  private run({ signal }: ActionOptions = {}): RunSettings {
    const { timeoutMs, timer, onHeld } = this.options;
    return { ...(timeoutMs === undefined ? {} : { timeoutMs }), ...(timer === undefined ? {} : { timer }), ...(onHeld === undefined ? {} : { onHeld }), ...(signal === undefined ? {} : { signal }) };
  }

  private writing(options: ActionOptions = {}): WritingSettings {
    const { language, addinVersion } = this.options;
    return { language, addinVersion, cache: this.cache, now: () => this.now(), newId: this.newId, run: this.run(options), onLate: (undo) => this.followUp(undo) };
  }

  /** Excel has answered an action after it was given up: takes back what stands of it, looks at the workbook again and tells so. */
  private followUp(undo: () => Promise<unknown>): void {
    void this.enqueue(async () => {
      await undo();
      this.wasAnsweredLate = true;
      await this.check(false);
      this.wasAnsweredLate = false;
    });
  }
}

/** Whether a failure can come from a comment on a cell that has a note. */
function mayBeRefusedComment(failure: Failure): boolean {
  return failure.code === 'host' && ['InvalidOperation', 'InvalidArgument', 'ItemAlreadyExists', 'GeneralException'].includes(failure.hostCode);
}
