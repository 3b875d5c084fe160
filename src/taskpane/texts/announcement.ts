import { type Failure } from '../../core/failure';
import { describeFailure, failureText } from '../../core/failure-text';
import { type Language } from '../../core/money/danish-number';
import { type ImportReceipt, type TakeOverReceipt } from '../../excel/workbook-port';
import { type Notice, type PaneState } from '../state/pane-state';
import { searchAgreements } from '../view-models/agreements/agreements';
import { agreementsAtHand } from '../view-models/agreements/agreements-at-hand';
import { cardsOfChecks, cardsOfWorkbook, countDifferences } from '../view-models/findings/cause-cards';
import { selectionFindings } from '../view-models/selection/selection';
import { type Texts } from './texts';

/** What a screen reader should hear now; the empty text when nothing is new. */
export function announcementOf(state: PaneState, texts: Texts, language: Language): string {
  if (state.unsigned !== null) return texts.signer.questions[state.unsigned.kind];
  if (state.notice !== null) return noticeText(state.notice, texts, language);
  if (state.activity !== null) return texts.activity[state.activity.isHeld === true ? 'held' : state.activity.kind];
  if (state.editions !== null && state.view === state.editions.view) return texts.editions.heading;
  if (state.view === 'findings' && state.tieOut !== null) return texts.tieOut.heading;
  if (state.view === 'findings' && state.selection !== null) return texts.announce.selectionChecked(selectionFindings(state.selection).length);
  if (state.view === 'findings' && state.workbook !== null) return texts.announce.checked(countDifferences(cardsOfWorkbook(state.workbook)));
  if (state.view === 'agreements') return searchAnnouncement(state, texts);
  const stage = state.documents.find(({ id }) => id === state.currentDocument);
  switch (stage?.stage.kind) {
    case 'reading':
      return texts.announce.reading(stage.file.name);
    case 'failed':
      return failureText(stage.stage.failure)[language];
    case 'read': {
      const { agreement, checks } = stage.stage.reading;
      return texts.announce.read(agreement.initiatives.length, countDifferences(cardsOfChecks(checks, agreement)));
    }
    default:
      return '';
  }
}

/** How much the search finds; an opened initiative tells of itself by its heading. */
function searchAnnouncement(state: PaneState, { announce, agreements }: Texts): string {
  if (state.query.trim() === '' || state.openInitiative !== null) return '';
  const hits = searchAgreements(agreementsAtHand(state), state.query);
  return hits.length === 0 ? agreements.noHits(state.query) : announce.found(sumOf(hits, ({ initiatives, mentions }) => initiatives.length + mentions.length), hits.length);
}

/** A notice as a text. */
export function noticeText(notice: Notice, texts: Texts, language: Language): string {
  switch (notice.kind) {
    case 'failure':
      return failureNotice(notice.failure, notice.done ?? [], texts, language);
    case 'files-refused':
      return [...notice.failures.map((failure) => describeFailure(failure).problem[language]), texts.notices.unchanged].join(' ');
    case 'sample-unreachable':
      return `${texts.notices.sampleUnreachable} ${texts.notices.unchanged}`;
    case 'reading-cancelled':
      return `${texts.notices.readingCancelled(notice.name)} ${texts.notices.unchanged}`;
    case 'already-open':
      return texts.notices.alreadyOpen(notice.name);
    case 'other-document':
      return texts.notices.otherDocument(notice.name);
    case 'inserted':
      return [insertedText(notice.receipts, texts), texts.notices.insertedFindings(sumOf(notice.receipts, ({ findings }) => findings)), ...(notice.receipts.some(({ isPrintSet }) => !isPrintSet) ? [texts.workingPaper.notSetForPrint] : [])].join(' ');
    case 'removed':
      return notice.kept === undefined ? texts.notices.removed(notice.title) : texts.notices.removedInPart(notice.title, notice.kept.length, notice.kept.join(', '));
    case 'initiative-inserted':
      return `${texts.notices.initiativeInserted(notice.title, `${notice.place.sheet}!${notice.place.address}`)} ${texts.notices.undoInSheet}`;
    case 'decided':
      return texts.notices.decided[notice.decision](notice.keys.length);
    case 'flags-shown':
      return notice.areShown ? texts.notices.flagsShown : texts.notices.flagsHidden;
    case 'output-saved':
      return texts.saving.saved(notice.name);
    case 'working-paper-inserted':
      return notice.place.isPrintSet ? texts.workingPaper.inserted(notice.place.sheet) : `${texts.workingPaper.inserted(notice.place.sheet)} ${texts.workingPaper.notSetForPrint}`;
    case 'picture-inserted':
      return [texts.pictures.inserted(notice.place.sheet), ...(notice.place.kept === null ? [] : [texts.pictures.kept(notice.place.kept)]), ...(notice.place.isPrintSet ? [] : [texts.workingPaper.notSetForPrint])].join(' ');
    case 'comparison-remembered':
      return texts.tieOut.rememberedNow(`${notice.place.sheet}!${notice.place.address}`, notice.unkept);
    case 'comparison-forgotten':
      return texts.tieOut.forgotten;
    case 'tie-out-inserted':
      return `${texts.tieOut.written(notice.formulas, `${notice.place.sheet}!${notice.place.address}`, notice.unnamed)} ${texts.notices.undoInSheet}`;
    case 'taken-over':
      return takenText(notice.receipt, texts);
    case 'changes-inserted':
      return texts.editions.written(notice.place.sheet);
    case 'tie-out-refused':
      return texts.tieOut.cannotStart[notice.reason];
  }
}

/** A failure; where the same action had done something before, that comes first and "nothing was changed" is true of the rest only. */
function failureNotice(failure: Failure, done: readonly Notice[], texts: Texts, language: Language): string {
  if (done.length === 0) return failureText(failure)[language];
  const { problem, workbook } = describeFailure(failure);
  const isKnown = failure.code === 'write-not-confirmed' || (failure.code === 'host' && failure.workbook !== 'unchanged');
  const outcome = isKnown && workbook !== null ? workbook[language] : texts.notices.otherwiseUnchanged;
  return [...done.map((notice) => noticeText(notice, texts, language)), texts.notices.thenFailed, problem[language], outcome].join(' ');
}

/** That a new edition has replaced another, and what that came to. */
function takenText({ title, cells, rows, columns, pictures, keptEdits, acceptances, leftTables, isPrintSet }: TakeOverReceipt, { editions, workingPaper }: Texts): string {
  return [
    editions.taken(title, cells, rows.added, rows.gone),
    ...(columns.added.length + columns.gone.length === 0 ? [] : [editions.columns(columns.added.join(', '), columns.gone.join(', '))]),
    ...(pictures.length === 0 ? [] : [editions.pictures(pictures.join(', '))]),
    ...(keptEdits === 0 ? [] : [editions.keptEdits(keptEdits)]),
    ...(acceptances.kept + acceptances.reopened === 0 ? [] : [editions.decisions(acceptances.kept, acceptances.reopened)]),
    ...(leftTables.length === 0 ? [] : [editions.left(leftTables.join(', '))]),
    ...(isPrintSet ? [] : [workingPaper.notSetForPrint]),
  ].join(' ');
}

function insertedText(receipts: readonly ImportReceipt[], { notices }: Texts): string {
  const initiatives = sumOf(receipts, (receipt) => receipt.initiatives);
  const rows = sumOf(receipts, (receipt) => receipt.components);
  const sheets = receipts.flatMap((receipt) => receipt.sheets);
  const mentions = sumOf(receipts, (receipt) => receipt.mentions ?? 0);
  if (receipts.length === 1 && initiatives === 0 && mentions > 0) return notices.insertedMentions(mentions, sheets.join(', '));
  return receipts.length === 1 ? notices.inserted(initiatives, rows, sheets.join(', ')) : notices.insertedSeveral(receipts.length, initiatives, sheets.length);
}

function sumOf<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}
