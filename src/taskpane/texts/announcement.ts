import { failureText } from '../../core/failure-text';
import { type Language } from '../../core/money/danish-number';
import { type Notice, type PaneState } from '../state/pane-state';
import { isFinding } from '../view-models/findings';
import { selectionFindings } from '../view-models/selection';
import { type Texts } from './texts';

/** What a screen reader should hear now; the empty text when nothing is new. */
export function announcementOf(state: PaneState, texts: Texts, language: Language): string {
  if (state.notice !== null) return noticeText(state.notice, texts, language);
  if (state.activity !== null) return texts.activity[state.activity.kind];
  if (state.view === 'findings' && state.selection !== null) return texts.announce.checked(selectionFindings(state.selection).length);
  if (state.view === 'findings' && state.workbook !== null) return texts.announce.checked(state.workbook.findings.length);
  const stage = state.documents.find(({ id }) => id === state.currentDocument);
  switch (stage?.stage.kind) {
    case 'reading':
      return texts.announce.reading(stage.file.name);
    case 'failed':
      return failureText(stage.stage.failure)[language];
    case 'read': {
      const { agreement, checks } = stage.stage.reading;
      return texts.announce.read(agreement.initiatives.length, checks.filter(isFinding).length);
    }
    default:
      return '';
  }
}

/** A notice as a text. */
export function noticeText(notice: Notice, texts: Texts, language: Language): string {
  switch (notice.kind) {
    case 'failure':
      return failureText(notice.failure)[language];
    case 'inserted': {
      const { initiatives, components, sheets, findings } = notice.receipt;
      return `${texts.notices.inserted(initiatives, components, sheets.join(', '))} ${texts.notices.insertedFindings(findings)}`;
    }
    case 'removed':
      return texts.notices.removed(notice.title);
    case 'initiative-inserted':
      return texts.notices.initiativeInserted(notice.title, `${notice.place.sheet}!${notice.place.address}`);
    case 'accepted':
      return texts.notices.accepted;
    case 'working-paper-inserted':
      return texts.workingPaper.inserted(notice.place.sheet);
  }
}
