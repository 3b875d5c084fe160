import { lazy, type ComponentType } from 'react';

/** How each part of the pane that the first screen does not show is fetched. */
const FETCH = {
  preview: () => import('./preview/DocumentView'),
  findings: () => import('./findings/FindingsView'),
  selection: () => import('./selection/SelectionView'),
  tieOut: () => import('./tie-out/TieOutView'),
  editions: () => import('./editions/EditionView'),
  openFindings: () => import('./findings/OpenFindings'),
  decisions: () => import('./pages/DecisionsPage'),
  review: () => import('./review/ReviewPage'),
  settings: () => import('./pages/SettingsPage'),
  pictures: () => import('./pages/PicturesPage'),
  guide: () => import('./frame/GuideBar'),
  signer: () => import('./finding-cards/decisions/SignerForm'),
  agreements: () => import('./agreements/AgreementsView'),
  source: () => import('./source/SourceView'),
  paste: () => import('./intake/PasteBox'),
  imports: () => import('./imports/WorkbookImport'),
  documents: () => import('./start/OpenDocuments'),
  activity: () => import('./frame/ActivityBar'),
  notice: () => import('./frame/NoticeBar'),
  warning: () => import('./frame/HostWarning'),
  announcement: () => import('./frame/Announcement'),
} satisfies Record<string, () => Promise<object>>;

export const DocumentView = later(FETCH.preview, 'DocumentView');
export const FindingsView = later(FETCH.findings, 'FindingsView');
export const SelectionView = later(FETCH.selection, 'SelectionView');
export const EditionView = later(FETCH.editions, 'EditionView');
export const TieOutView = later(FETCH.tieOut, 'TieOutView');
export const OpenFindings = later(FETCH.openFindings, 'OpenFindings');
export const DecisionsPage = later(FETCH.decisions, 'DecisionsPage');
export const ReviewPage = later(FETCH.review, 'ReviewPage');
export const SettingsPage = later(FETCH.settings, 'SettingsPage');
export const PicturesPage = later(FETCH.pictures, 'PicturesPage');
export const GuideBar = later(FETCH.guide, 'GuideBar');
export const SignerForm = later(FETCH.signer, 'SignerForm');
export const AgreementsView = later(FETCH.agreements, 'AgreementsView');
export const SourceView = later(FETCH.source, 'SourceView');
export const PasteBox = later(FETCH.paste, 'PasteBox');
export const WorkbookImport = later(FETCH.imports, 'WorkbookImport');
export const OpenDocuments = later(FETCH.documents, 'OpenDocuments');
export const ActivityBar = later(FETCH.activity, 'ActivityBar');
export const NoticeBar = later(FETCH.notice, 'NoticeBar');
export const HostWarning = later(FETCH.warning, 'HostWarning');
export const Announcement = later(FETCH.announcement, 'Announcement');

/** Fetches all of them, one after the other, so that each is there when it is asked for. What cannot be fetched now is left to the moment when it is shown. */
export function fetchLaterParts(): void {
  void Object.values<() => Promise<object>>(FETCH).reduce<Promise<unknown>>((before, fetchPart) => before.then(() => fetchPart()).catch(() => undefined), Promise.resolve());
}

function later<Props, Name extends string>(fetchPart: () => Promise<{ readonly [name in Name]: ComponentType<Props> }>, name: Name) {
  return lazy(async () => ({ default: (await fetchPart())[name] }));
}
