import { Badge, FluentProvider, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { type LocalizedText } from '../core/reconciliation/rule';
import { type Language } from '../core/money/danish-number';
import { type WorkbookPort } from '../excel/workbook-port';
import { AgreementsView } from './agreements/AgreementsView';
import { FindingsView } from './findings/FindingsView';
import { SignerForm } from './findings/SignerForm';
import { ActivityBar } from './parts/ActivityBar';
import { Announcer } from './parts/Announcer';
import { watchFocus } from './parts/focus-history';
import { HostWarning } from './parts/HostWarning';
import { NoticeBar } from './parts/NoticeBar';
import { PaneBoundary } from './parts/PaneBoundary';
import { DocumentView } from './preview/DocumentView';
import { type MissingRequirements } from './host-requirements';
import { type PageRenderer } from './source/page-renderer';
import { SourceView } from './source/SourceView';
import { DropZone } from './start/DropZone';
import { StartView } from './start/StartView';
import { type PaneActions } from './state/pane-actions';
import { PaneContext, usePane, usePaneState, type PaneServices } from './state/pane-context';
import { type View } from './state/pane-state';
import { type PaneStore } from './state/pane-store';
import { useWorkbookEvents } from './state/use-workbook-events';
import { textsDa } from './texts/texts.da';
import { textsEn } from './texts/texts.en';
import { type ColorScheme, useBrowserScheme } from './theme/color-scheme';
import { darkTheme, lightTheme } from './theme/pane-themes';
import { standingOf } from './view-models/findings';

const useStyles = makeStyles({
  root: { height: '100%', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground1, fontSize: tokens.fontSizeBase300 },
  /** The host's own menu covers the last 40 px. */
  tabs: { flexShrink: 0, paddingRight: '40px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, minHeight: '40px' },
  tab: { padding: '10px 8px', minWidth: 0 },
  badge: { marginLeft: '4px', verticalAlign: 'middle', position: 'relative', top: '-1px' },
  main: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
});

const VIEWS: readonly View[] = ['import', 'findings', 'agreements', 'source'];

export interface AppProps {
  readonly store: PaneStore;
  readonly actions: PaneActions;
  readonly port: WorkbookPort;
  readonly language: Language;
  /** The host's scheme; null where the host does not tell. */
  readonly hostScheme: ColorScheme | null;
  readonly ruleTitles: ReadonlyMap<string, LocalizedText>;
  readonly pageRenderer: PageRenderer | null;
  readonly missing: MissingRequirements;
}

/** The task pane over a store, its actions and a workbook. */
export function App({ store, actions, port, language, hostScheme, ruleTitles, pageRenderer, missing }: AppProps) {
  const browserScheme = useBrowserScheme();
  const [services] = useState((): PaneServices => ({
    store,
    actions,
    texts: language === 'da' ? textsDa : textsEn,
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
    },
    ruleTitles,
    pageRenderer,
  }));
  useWorkbookEvents(store, services.can.writeWorkbook ? port : null);
  useEffect(() => watchFocus(document), []);
  return (
    <PaneContext value={services}>
      <FluentProvider theme={(hostScheme ?? browserScheme) === 'dark' ? darkTheme : lightTheme} style={{ height: '100%' }}>
        <PaneBoundary>
          <Pane />
        </PaneBoundary>
      </FluentProvider>
    </PaneContext>
  );
}

function Pane() {
  const styles = useStyles();
  const { texts, store } = usePane();
  const state = usePaneState();
  const open = (state.workbook?.findings ?? []).filter((finding) => ['error', 'warning'].includes(standingOf(finding))).length;
  return (
    <DropZone>
      <div className={styles.root}>
        <TabList className={styles.tabs} selectedValue={state.view} aria-label={texts.views.label} onTabSelect={(_event, { value }) => store.dispatch({ type: 'view-opened', view: viewNamed(value) })}>
          {VIEWS.map((view) => (
            <Tab key={view} id={`tab-${view}`} value={view} className={styles.tab} aria-controls="pane-view">
              {texts.views[view]}
              {view === 'findings' && open > 0 ? (
                <Badge className={styles.badge} size="small" color="danger" aria-label={texts.findings.countHeading(open)}>
                  {open > 99 ? '99+' : open}
                </Badge>
              ) : null}
            </Tab>
          ))}
        </TabList>
        <HostWarning />
        {state.activity === null ? null : <ActivityBar activity={state.activity} />}
        {state.notice === null ? null : <NoticeBar notice={state.notice} />}
        {state.unsigned === null ? null : <SignerForm />}
        <main id="pane-view" className={styles.main} role="tabpanel" aria-labelledby={`tab-${state.view}`}>
          <PaneView view={state.view} />
        </main>
        <Announcer />
      </div>
    </DropZone>
  );
}

function PaneView({ view }: { readonly view: View }): ReactNode {
  const styles = useStyles();
  const { documents, currentDocument } = usePaneState();
  switch (view) {
    case 'import': {
      const document = documents.find(({ id }) => id === currentDocument);
      return document === undefined ? (
        <div className={styles.scroller}>
          <StartView />
        </div>
      ) : (
        <DocumentView document={document} />
      );
    }
    case 'findings':
      return <FindingsView />;
    case 'agreements':
      return <AgreementsView />;
    case 'source':
      return <SourceView />;
  }
}

function viewNamed(value: unknown): View {
  return VIEWS.find((view) => view === value) ?? 'import';
}
