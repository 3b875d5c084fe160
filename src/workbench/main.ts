import '@univerjs/preset-sheets-core/lib/index.css';
import './workbench.css';
import { DirectCustomFunctions, type FunctionsMetadata, readSignatures } from './excel-side/custom-function-sources';
import { ExcelSide } from './excel-side/excel-side';
import { FileActions } from './files/file-actions';
import { fileBar } from './files/file-bar';
import { storedSession } from './files/saved-workbooks';
import { type GridView } from './grid/grid-view';
import { type RibbonCommand, type AddInManifest, readManifest } from './shell/manifest';
import { goRoundByF6 } from './shell/go-round';
import { Pane } from './shell/pane';
import { showRibbon } from './shell/ribbon';
import { makeResizable } from './shell/splitter';
import { StatusLine } from './shell/status-line';
import { languageOf, textsFor } from './texts/texts';

const language = languageOf(window.location.search, window.navigator.languages);
const texts = textsFor(language);
const locale = language === 'da' ? 'da-DK' : 'en-US';
const part = <T extends HTMLElement = HTMLElement>(id: string): T => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}.`);
  return element as T;
};

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

async function start(): Promise<void> {
  nameParts();
  const status = new StatusLine(part('status'));
  status.say(texts.paneStarting);
  const side = new ExcelSide(texts.files.sheetWord);
  const session = await storedSession();
  if (session) side.open(session.workbook);
  else side.workbook.name = texts.files.untitled;
  const pane = new Pane(part<HTMLIFrameElement>('pane-frame'), side.bridge, {
    language: locale,
    onFunctionsChanged: () => side.workbook.calculate('Full'),
    onCommandCompleted: () => requestAnimationFrame(() => status.say(pane.announced() || texts.commandDone)),
  });
  // The pane comes first: a person reads in it while the grid, which is large and runs in the same thread, is fetched.
  const paneStarted = pane.start();
  const gridFetched = pane.firstText().then(() => import('./shell/open-grid'));
  const manifest = readManifest(await fetchText('manifest.xml'), locale);
  const metadata = JSON.parse(await fetchText(manifest.functionsUrl)) as FunctionsMetadata;
  showNames(manifest);
  side.useCustomFunctions(new DirectCustomFunctions(metadata, manifest.namespace, (id) => pane.associated(id), () => side.workbook.calculate('Full')));
  const showPane = makePane();
  const press = (command: RibbonCommand): void => {
    showPane(true);
    if (!command.functionName) return;
    status.say(texts.commandRunning);
    void pane.run(command.functionName, command.id);
  };
  showRibbon(part('ribbon'), manifest, press);
  goRoundByF6(part('ribbon'), part('grid'), part<HTMLIFrameElement>('pane-frame'));

  const hints = [...readSignatures(metadata, manifest.namespace).values()];
  const { openGrid } = await gridFetched;
  const view = await openGrid({ place: part('grid'), card: part('cell-card'), side, hints, language, texts, status });
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'F9') return;
    event.preventDefault();
    side.workbook.calculate('Recalculate');
  });

  window.workbench = { side, view, isReady: false, isKept: true };
  const own = window.workbench;
  const reopen = async (): Promise<void> => {
    view.open();
    await pane.start();
  };
  const files = new FileActions({ side, texts, locale, status, reopen, onNamed: nameWorkbook, onKept: (isKept) => Object.assign(own, { isKept }) }, session);
  const playDemo = (): void => {
    showPane(true);
    import('./demo/play')
      .then(({ playDemonstration }) => playDemonstration({ side, files, language, texts, status, place: part('grid-place'), pane: () => part<HTMLIFrameElement>('pane-frame').contentDocument }))
      .catch((error: unknown) => status.warn(String(error)));
  };
  part('file-actions').replaceChildren(...fileBar({ files, side, texts, locale, status, playDemo }));

  await paneStarted;
  side.workbook.calculate('Full');
  own.isReady = true;
  status.say(session ? texts.restored : texts.ready);
}

/** Names the parts of the page, for those who hear them. */
function nameParts(): void {
  document.documentElement.lang = language;
  part('workbench-kind').textContent = texts.kind;
  part('pane-close').setAttribute('aria-label', texts.closePane);
  part('splitter').setAttribute('aria-label', texts.resize);
  part('grid').setAttribute('aria-label', texts.grid);
  part('ribbon').setAttribute('aria-label', texts.commands);
}

/** Makes the pane one that can be resized and closed; gives the way to show or hide it. */
function makePane(): (isShown: boolean) => void {
  makeResizable(part('splitter'), part('pane'));
  const showPane = (isShown: boolean): void => {
    part('pane').hidden = !isShown;
    part('splitter').hidden = !isShown;
  };
  part('pane-close').addEventListener('click', () => showPane(false));
  return showPane;
}

function showNames({ displayName, icon }: AddInManifest): void {
  part('addin-name').textContent = displayName;
  part('pane-title').textContent = displayName;
  part<HTMLIFrameElement>('pane-frame').title = displayName;
  if (!icon) return;
  Object.assign(part<HTMLImageElement>('addin-icon'), { src: icon, hidden: false });
  part<HTMLLinkElement>('page-icon').href = icon;
}

/** The workbook's name beside the add-in's, and in the browser's tab. */
function nameWorkbook(name: string, isChanged: boolean): void {
  part('workbook-name').textContent = isChanged ? `${name} – ${texts.files.notSaved}` : name;
  document.title = `${name} – ${part('addin-name').textContent ?? ''}`;
}

declare global {
  interface Window {
    /** For tests and for a look from the browser's console. */
    workbench?: { readonly side: ExcelSide; readonly view: GridView; isReady: boolean; /** Whether all that was done is there again after a reload. */ isKept: boolean };
  }
}

start().catch((error: unknown) => {
  part('status').textContent = error instanceof Error ? error.message : String(error);
  throw error;
});
