import { createRoot } from 'react-dom/client';
import { associateCommands } from '../commands/associate-commands';
import { type Language } from '../core/money/danish-number';
import { App } from './App';
import { isFirstRun, rememberFirstRun } from './preferences/first-run';
import { missingRequirements } from './host/host-requirements';
import { type PlainReason } from './host/plain-page';
import { createDocumentReader } from './reading/document-reader';
import { startReadingWorker } from './reading/start-reading-worker';
import { createPageRenderer } from './source/pdf-page-renderer';
import { rememberedSettings, rememberSettings } from './preferences/settings';
import { rememberedSigner, rememberSigner } from './preferences/signer';
import { saveFile } from './host/save-file';
import { fetchSample } from './intake/fetch-sample';
import { latePort } from './host/late-port';
import { createPaneActions } from './actions/pane-actions';
import { initialState } from './state/pane-state';
import { createPaneStore } from './state/pane-store';
import { loadTexts } from './texts/load-texts';
import { browserScheme, schemeForBackground } from './theme/color-scheme';
import { loadTheme } from './theme/load-theme';

if (typeof Office === 'undefined') void showReason('withoutExcel');
else {
  delayFunctions();
  Office.onReady()
    .then(({ host }) => (host === Office.HostType.Excel ? startPane() : showReason('outsideExcel')))
    .catch(() => showReason('notStarted'));
}

/** Builds the pane over the open workbook. What the first screen does not show is fetched after it has been drawn. */
async function startPane(): Promise<void> {
  const hostLanguage: Language = isDanish(Office.context.displayLanguage) ? 'da' : 'en';
  const settings = rememberedSettings();
  const language = settings.language === 'host' ? hostLanguage : settings.language;
  document.documentElement.lang = language;
  const hostScheme = schemeForBackground(Office.context.officeTheme?.bodyBackgroundColor);
  const fetched = Promise.all([loadTexts(language), loadTheme(hostScheme ?? browserScheme())]);
  const store = createPaneStore(initialState(isFirstRun(), hostLanguage === 'da' ? ';' : ',', rememberedSigner(), settings));
  const missing = missingRequirements((name, version) => Office.context.requirements.isSetSupported(name, version));
  const port = latePort(async () => (await import('./host/excel-side')).connectExcel({ store, language: hostLanguage, canWrite: missing.writing.length === 0 }));
  const actions = createPaneActions(store, { port, reader: createDocumentReader(startReadingWorker), fetchSample, saveFile, language, rememberSigner });
  associateCommands({
    showImport: () => store.dispatch({ type: 'document-shown', id: null }),
    checkWorkbook() {
      store.dispatch({ type: 'view-opened', view: 'findings' });
      return actions.checkWorkbook();
    },
  });
  let kept = settings;
  store.subscribe(() => {
    const chosen = store.getState().settings;
    if (chosen !== kept) rememberSettings(chosen);
    kept = chosen;
  });
  const forgetHint = store.subscribe(() => {
    if (store.getState().isHintVisible) return;
    forgetHint();
    rememberFirstRun();
  });
  widenPane();
  const [texts, theme] = await fetched;
  createRoot(paneElement()).render(
    <App store={store} actions={actions} port={port} hostLanguage={hostLanguage} language={language} texts={texts} theme={theme} hostScheme={hostScheme} pageRenderer={createPageRenderer()} missing={missing} />,
  );
}

/** Asks for room for a table beside its words where the host can give it; too narrow a window leaves the pane as it is. Source: TaskPaneApi 1.1. Units: pixels. */
function widenPane(): void {
  if (!Office.context.requirements.isSetSupported('TaskPaneApi', '1.1')) return;
  try {
    Office.extensionLifeCycle.taskpane.setWidth(WANTED_WIDTH_PX);
  } catch {
    // The pane works at any width: a host that refuses changes nothing.
  }
}

/** Within what Excel on the web, on Windows and on Mac allow. */
const WANTED_WIDTH_PX = 420;

/** Excel waits with its first calculation until the functions, which come after the first screen, have their names. Source: custom-functions-runtime.js. */
function delayFunctions(): void {
  const functions = (globalThis as { CustomFunctions?: { delayInitialization?: () => void } }).CustomFunctions;
  functions?.delayInitialization?.();
}

/** Danish unless the host says another language. */
function isDanish(displayLanguage: string | undefined): boolean {
  return displayLanguage === undefined || displayLanguage === '' || displayLanguage.toLowerCase().startsWith('da');
}

async function showReason(reason: PlainReason): Promise<void> {
  const { showPlainText } = await import('./host/plain-page');
  await showPlainText(paneElement(), reason);
}

function paneElement(): HTMLElement {
  const element = document.getElementById('pane');
  if (element === null) throw new Error('The page has no place for the pane');
  return element;
}
