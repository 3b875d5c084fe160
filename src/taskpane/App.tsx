import { FluentProvider, makeStyles, tokens, type Theme } from '@fluentui/react-components';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { type Language } from '../core/money/danish-number';
import { type WorkbookPort } from '../excel/workbook-port';
import { Announcer } from './frame/Announcer';
import { watchFocus } from './parts/focus-history';
import { PaneBoundary } from './frame/PaneBoundary';
import { ActivityBar, AgreementsView, DocumentView, EditionView, fetchLaterParts, FindingsView, HostWarning, NoticeBar, SelectionView, SignerForm, SourceView, TieOutView } from './later-parts';
import { type MissingRequirements } from './host/host-requirements';
import { type PageRenderer } from './services/page-renderer';
import { ViewTabs } from './frame/ViewTabs';
import { DropZone } from './intake/DropZone';
import { StartView } from './start/StartView';
import { type PaneActions } from './actions/pane-actions';
import { PaneContext, usePane, usePaneState, type PaneServices } from './services/pane-context';
import { type View } from './state/pane-state';
import { type PaneStore } from './state/pane-store';
import { useWorkbookEvents } from './host/use-workbook-events';
import { type Texts } from './texts/texts';
import { type ColorScheme, useBrowserScheme } from './theme/color-scheme';
import { useTheme } from './theme/use-theme';

const useStyles = makeStyles({
  root: { height: '100%', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground1, fontSize: tokens.fontSizeBase300 },
  main: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
});

export interface AppProps {
  readonly store: PaneStore;
  readonly actions: PaneActions;
  readonly port: WorkbookPort;
  readonly language: Language;
  readonly texts: Texts;
  /** The theme of the scheme that the pane opens in. */
  readonly theme: Theme;
  /** The host's scheme; null where the host does not tell. */
  readonly hostScheme: ColorScheme | null;
  readonly pageRenderer: PageRenderer | null;
  readonly missing: MissingRequirements;
}

/** The task pane over a store, its actions and a workbook. */
export function App({ store, actions, port, language, texts, theme, hostScheme, pageRenderer, missing }: AppProps) {
  const browserScheme = useBrowserScheme();
  const shownTheme = useTheme(hostScheme ?? browserScheme, theme);
  const [services] = useState((): PaneServices => ({
    store,
    actions,
    texts,
    language,
    missing,
    can: {
      writeWorkbook: missing.writing.length === 0,
      acceptFindings: port.acceptFinding !== undefined,
      acceptTogether: port.acceptFindings !== undefined,
      commentFindings: port.commentFinding !== undefined,
      withdrawAcceptances: port.withdrawAcceptance !== undefined,
      showFlags: port.showFlags !== undefined,
      selectFigures: port.selectFigure !== undefined,
      checkSelections: port.checkSelection !== undefined,
      insertWorkingPapers: port.insertWorkingPaper !== undefined,
      insertTieOuts: port.insertBlock !== undefined && missing.writing.length === 0,
      takeOver: port.takeOver !== undefined && missing.writing.length === 0,
      insertChanges: port.insertChanges !== undefined && missing.writing.length === 0,
      rememberComparisons: port.rememberComparison !== undefined && port.forgetComparison !== undefined && missing.writing.length === 0,
      insertFormulas: port.insertFormula !== undefined && missing.writing.length === 0,
    },
    pageRenderer,
  }));
  useWorkbookEvents(store, services.can.writeWorkbook ? port : null);
  useEffect(() => watchFocus(document), []);
  useEffect(fetchLaterParts, []);
  return (
    <PaneContext value={services}>
      <FluentProvider theme={shownTheme} style={{ height: '100%' }}>
        <PaneBoundary>
          <Pane />
        </PaneBoundary>
      </FluentProvider>
    </PaneContext>
  );
}

function Pane() {
  const styles = useStyles();
  const { missing } = usePane();
  const state = usePaneState();
  return (
    <DropZone>
      <div className={styles.root}>
        <ViewTabs />
        <Suspense fallback={null}>
          {missing.writing.length + missing.formulas.length === 0 ? null : <HostWarning />}
          {state.activity === null ? null : <ActivityBar activity={state.activity} />}
          {state.notice === null ? null : <NoticeBar notice={state.notice} />}
          {state.unsigned === null ? null : <SignerForm decision={state.unsigned.kind} />}
        </Suspense>
        <main id="pane-view" className={styles.main} role="tabpanel" aria-labelledby={`tab-${state.view}`}>
          <Suspense fallback={null}>
            <PaneView view={state.view} />
          </Suspense>
        </main>
        <Announcer />
      </div>
    </DropZone>
  );
}

function PaneView({ view }: { readonly view: View }): ReactNode {
  const styles = useStyles();
  const { documents, currentDocument, selection, tieOut, editions } = usePaneState();
  switch (view) {
    case 'import': {
      const document = documents.find(({ id }) => id === currentDocument);
      if (editions?.view === 'import' && document?.stage.kind === 'read' && document.stage.reading.agreement.document.sha256 === editions.now) return <EditionView session={editions} />;
      return document === undefined ? (
        <div className={styles.scroller}>
          <StartView />
        </div>
      ) : (
        <DocumentView document={document} />
      );
    }
    case 'findings':
      if (selection === null) return <FindingsView />;
      return tieOut === null ? <SelectionView selection={selection} /> : <TieOutView selection={selection} tieOut={tieOut} />;
    case 'agreements':
      return editions?.view === 'agreements' ? <EditionView session={editions} /> : <AgreementsView />;
    case 'source':
      return <SourceView />;
  }
}
