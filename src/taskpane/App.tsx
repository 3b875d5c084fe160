import { FluentProvider, makeStyles, tokens, type Theme } from '@fluentui/react-components';
import { Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { type Language } from '../core/money/danish-number';
import { type WorkbookPort } from '../excel/workbook-port';
import { Announcer } from './frame/Announcer';
import { watchFocus } from './parts/focus/focus-history';
import { PaneBoundary } from './frame/PaneBoundary';
import { ActivityBar, AgreementsView, DecisionsPage, DocumentView, EditionView, fetchLaterParts, FindingsView, GuideBar, HostWarning, NoticeBar, PicturesPage, ReviewPage, SelectionView, SettingsPage, SignerForm, SourceView, TieOutView } from './later-parts';
import { type MissingRequirements } from './host/host-requirements';
import { type PageRenderer } from './services/page-renderer';
import { Skeleton } from './parts/Skeleton';
import { ViewTabs } from './frame/ViewTabs';
import { DropZone } from './intake/DropZone';
import { StartView } from './start/StartView';
import { type PaneActions } from './actions/pane-actions';
import { PaneContext, usePane, usePaneState, type PaneServices } from './services/pane-context';
import { type Page, type View } from './state/pane-state';
import { type PaneStore } from './state/pane-store';
import { useWorkbookEvents } from './host/use-workbook-events';
import { abilitiesOf } from './services/abilities';
import { useTexts } from './services/use-texts';
import { type Texts } from './texts/texts';
import { type ColorScheme, useBrowserScheme } from './theme/color-scheme';
import { useTheme } from './theme/use-theme';

const useStyles = makeStyles({
  /** Scrolls as a whole only where messages leave the view no room, at 200 % in a low window. */
  root: { height: '100%', overflowY: 'auto', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground1, fontSize: tokens.fontSizeBase300 },
  main: { flexGrow: 1, minHeight: '176px', display: 'flex', flexDirection: 'column' },
  panel: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  bars: { flexShrink: 0 },
  hidden: { position: 'absolute', width: '1px', height: '1px', margin: 0, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
});

export interface AppProps {
  readonly store: PaneStore;
  readonly actions: PaneActions;
  readonly port: WorkbookPort;
  /** Excel's own. */
  readonly hostLanguage: Language;
  /** What the pane opens in. */
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
export function App({ store, actions, port, hostLanguage, language, texts, theme, hostScheme, pageRenderer, missing }: AppProps) {
  const browserScheme = useBrowserScheme();
  const shownTheme = useTheme(hostScheme ?? browserScheme, theme);
  const spoken = useTexts(store, { language, texts, hostLanguage });
  const [can] = useState(() => abilitiesOf(port, missing));
  const services = useMemo((): PaneServices => ({ store, actions, ...spoken, missing, can, pageRenderer }), [store, actions, spoken, missing, can, pageRenderer]);
  useWorkbookEvents(store, can.writeWorkbook ? port : null);
  useEffect(() => {
    document.documentElement.style.colorScheme = hostScheme ?? browserScheme;
  }, [hostScheme, browserScheme]);
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
  const { missing, texts } = usePane();
  const state = usePaneState();
  const isHostOld = missing.writing.length + missing.formulas.length > 0;
  const hasBars = isHostOld || state.isGuided || state.activity !== null || state.notice !== null || state.unsigned !== null;
  return (
    <DropZone>
      <div className={styles.root}>
        <header>
          <h1 className={styles.hidden}>{texts.product}</h1>
          <ViewTabs />
        </header>
        <div className={styles.bars} {...(hasBars ? { role: 'region', 'aria-label': texts.views.messages } : {})}>
          <Suspense fallback={null}>
            {state.isGuided ? <GuideBar /> : null}
            {isHostOld ? <HostWarning /> : null}
            {state.activity === null ? null : <ActivityBar activity={state.activity} />}
            {state.notice === null ? null : <NoticeBar notice={state.notice} />}
            {state.unsigned === null ? null : <SignerForm decision={state.unsigned.kind} />}
          </Suspense>
        </div>
        <main className={styles.main}>
          <div id="pane-view" className={styles.panel} role="tabpanel" aria-labelledby={`tab-${state.view}`}>
            <Suspense fallback={<Skeleton />}>{state.page === null ? <PaneView view={state.view} /> : <OpenedPage page={state.page} />}</Suspense>
          </div>
        </main>
        <Announcer />
      </div>
    </DropZone>
  );
}

/** What stands over the view. */
function OpenedPage({ page }: { readonly page: Page }): ReactNode {
  switch (page) {
    case 'decisions':
      return <DecisionsPage />;
    case 'review':
      return <ReviewPage />;
    case 'settings':
      return <SettingsPage />;
    case 'pictures':
      return <PicturesPage />;
  }
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
