import { createRoot } from 'react-dom/client';
import { associateCommands } from '../commands/associate-commands';
import { type Agreement } from '../core/budget/agreement';
import { type Language } from '../core/money/danish-number';
import { RULE_INFOS } from '../core/reconciliation/registry';
import { ExcelWorkbook } from '../excel/excel-workbook';
import { associateFunctions } from '../functions/associate';
import { setAgreements, setFunctionLanguage } from '../functions/memory';
import { ADDIN_VERSION } from './addin-version';
import { App } from './App';
import { catalogueTrouble, loadCatalogue, type CatalogueTrouble } from './catalogue/load-catalogue';
import { isFirstRun, rememberFirstRun } from './first-run';
import { createFunctionMemory } from './function-memory';
import { missingRequirements } from './host-requirements';
import { createDocumentReader } from './reading/document-reader';
import { startReadingWorker } from './reading/start-reading-worker';
import { createPageRenderer } from './source/pdf-page-renderer';
import { rememberedSigner, rememberSigner } from './signer';
import { fetchSample } from './start/fetch-sample';
import { createPaneActions } from './state/pane-actions';
import { initialState } from './state/pane-state';
import { createPaneStore } from './state/pane-store';
import { textsDa } from './texts/texts.da';
import { textsEn } from './texts/texts.en';
import { schemeForBackground } from './theme/color-scheme';

if (typeof Office === 'undefined') showPlainText('withoutExcel');
else {
  associateFunctions();
  void Office.onReady().then(({ host }) => {
    if (host === Office.HostType.Excel) startPane();
    else showPlainText('outsideExcel');
  });
}

/** Builds the pane over the open workbook. */
function startPane(): void {
  const language: Language = isDanish(Office.context.displayLanguage) ? 'da' : 'en';
  document.documentElement.lang = language;
  setFunctionLanguage(language);
  /** The catalogue that the last check compared the workbook with; null before the first. */
  let comparedWith: readonly Agreement[] | null = null;
  const store = createPaneStore(initialState(isFirstRun(), language === 'da' ? ';' : ',', rememberedSigner()));
  const memory = createFunctionMemory(setAgreements, () => void port.recalculate());
  const port = new ExcelWorkbook({
    language,
    addinVersion: ADDIN_VERSION,
    otherAgreements: () => (comparedWith = store.getState().catalogue),
    signer: () => store.getState().signer,
    onAgreementsChanged: (agreements) => {
      memory.setWorkbook(agreements);
      chooseStartup(agreements.length > 0);
    },
  });
  const missing = missingRequirements((name, version) => Office.context.requirements.isSetSupported(name, version));
  const actions = createPaneActions(store, { port, reader: createDocumentReader(startReadingWorker), fetchSample, rememberSigner });
  associateCommands({
    showImport: () => store.dispatch({ type: 'document-shown', id: null }),
    checkWorkbook() {
      store.dispatch({ type: 'view-opened', view: 'findings' });
      return actions.checkWorkbook();
    },
  });
  const forgetHint = store.subscribe(() => {
    if (store.getState().isHintVisible) return;
    forgetHint();
    rememberFirstRun();
  });
  void port.listSeparator().then((told) => {
    if (told.ok && told.value !== null) store.dispatch({ type: 'list-separator-told', listSeparator: told.value });
  });
  void loadCatalogues().then(({ catalogue, trouble }) => {
    store.dispatch({ type: 'catalogue-loaded', catalogue, trouble });
    memory.setCatalogue(catalogue);
    const isComparedWithout = comparedWith !== null && comparedWith.length < catalogue.length;
    if (missing.writing.length === 0 && isComparedWithout) void port.checkWorkbook();
  });
  createRoot(paneElement()).render(
    <App
      store={store}
      actions={actions}
      port={port}
      language={language}
      hostScheme={schemeForBackground(Office.context.officeTheme?.bodyBackgroundColor)}
      ruleTitles={new Map(RULE_INFOS.map(({ id, title }) => [id, title]))}
      pageRenderer={createPageRenderer()}
      missing={missing}
    />,
  );
}

/** The built-in agreements and, where the organisation hosts them, its own. */
const CATALOGUE_FOLDERS = ['assets/catalogue/', 'catalogue/'];

async function loadCatalogues(): Promise<{ readonly catalogue: readonly Agreement[]; readonly trouble: CatalogueTrouble | null }> {
  const loaded = await Promise.all(CATALOGUE_FOLDERS.map((folder) => loadCatalogue(folder)));
  return { catalogue: loaded.flatMap(({ agreements }) => agreements), trouble: catalogueTrouble(loaded) };
}

/** Lets the custom functions answer as soon as a workbook with agreements opens the next time. */
function chooseStartup(hasAgreements: boolean): void {
  const behavior = hasAgreements ? Office.StartupBehavior.load : Office.StartupBehavior.none;
  void Office.addin.setStartupBehavior(behavior).catch(() => {
    // A host without start-up behaviour answers the formulas once the pane is opened.
  });
}

/** Danish unless the host says another language. */
function isDanish(displayLanguage: string | undefined): boolean {
  return displayLanguage === undefined || displayLanguage === '' || displayLanguage.toLowerCase().startsWith('da');
}

/** Without Excel there is nothing to show but the reason, in both languages: nobody tells which one the reader wants. */
function showPlainText(reason: 'withoutExcel' | 'outsideExcel'): void {
  const element = paneElement();
  Object.assign(element.style, { padding: '16px', boxSizing: 'border-box', overflowY: 'auto', font: '14px/1.5 "Segoe UI", system-ui, sans-serif' });
  const sentences = [
    ['da', textsDa[reason]],
    ['en', textsEn[reason]],
  ] as const;
  element.replaceChildren(
    ...sentences.map(([language, text]) => {
      const paragraph = document.createElement('p');
      paragraph.lang = language;
      paragraph.textContent = text;
      return paragraph;
    }),
  );
}

function paneElement(): HTMLElement {
  const element = document.getElementById('pane');
  if (element === null) throw new Error('The page has no place for the pane');
  return element;
}
