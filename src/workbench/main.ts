import '@univerjs/preset-sheets-core/lib/index.css';
import './workbench.css';
import { DirectCustomFunctions, type FunctionsMetadata, readSignatures } from './excel-side/custom-function-sources';
import { ExcelSide } from './excel-side/excel-side';
import { type GridView } from './grid/grid-view';
import { type RibbonCommand, type AddInManifest, readManifest } from './shell/manifest';
import { goRoundByF6 } from './shell/go-round';
import { Pane } from './shell/pane';
import { fileButton, showRibbon } from './shell/ribbon';
import { makeResizable } from './shell/splitter';
import { StatusLine } from './shell/status-line';
import { forgetWorkbook, storeWorkbook, storedWorkbook } from './shell/storage';
import { languageOf, textsFor } from './shell/texts';
import { leftOutSentence } from './shell/left-out-text';
import { pickXlsx, readXlsx, saveXlsx } from './shell/xlsx-files';

const language = languageOf(window.location.search);
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
  document.documentElement.lang = language;
  const status = new StatusLine(part('status'));
  status.say(texts.paneStarting);
  part('workbench-kind').textContent = texts.kind;
  part('pane-close').setAttribute('aria-label', texts.closePane);
  part('splitter').setAttribute('aria-label', texts.resize);
  part('grid').setAttribute('aria-label', texts.grid);
  part('ribbon').setAttribute('aria-label', texts.commands);

  const side = new ExcelSide();
  const session = await storedWorkbook('session');
  if (session) side.open(session);
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
  makeResizable(part('splitter'), part('pane'));
  const showPane = (isShown: boolean): void => {
    part('pane').hidden = !isShown;
    part('splitter').hidden = !isShown;
  };
  part('pane-close').addEventListener('click', () => showPane(false));
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
  const view = openGrid({ place: part('grid'), card: part('cell-card'), side, hints, texts, status });

  window.addEventListener('keydown', (event) => {
    if (event.key !== 'F9') return;
    event.preventDefault();
    side.workbook.calculate('Recalculate');
  });

  let saving: ReturnType<typeof setTimeout> | undefined;
  const keepSession = (): void => {
    clearTimeout(saving);
    if (window.workbench) window.workbench.isKept = false;
    const own = setTimeout(() => {
      if (side.lastDefect) status.warn(`${texts.defect}: ${side.lastDefect.message}`);
      storeWorkbook('session', side.save()).then(
        () => {
          if (window.workbench && saving === own) window.workbench.isKept = true;
        },
        (error: unknown) => status.warn(String(error)),
      );
    }, 300);
    saving = own;
  };
  side.watch(keepSession);

  const reopen = async (message: string): Promise<void> => {
    view.open();
    await pane.start();
    status.say(message);
  };
  const save = async (): Promise<void> => {
    await storeWorkbook('saved', side.save());
    status.say(texts.saved);
  };
  const open = async (): Promise<void> => {
    const saved = await storedWorkbook('saved');
    if (!saved) {
      status.warn(texts.noSaved);
      return;
    }
    side.open(saved);
    await reopen(texts.opened);
  };
  const create = async (): Promise<void> => {
    if (!window.confirm(texts.confirmNew)) return;
    side.open(new ExcelSide().save());
    await forgetWorkbook('session');
    await reopen(texts.created);
  };
  // One file action after another: a file is never written while another one is being opened.
  let lastAction = Promise.resolve();
  const report = (act: () => Promise<void>) => (): void => {
    lastAction = lastAction.then(act).catch((error: unknown) => status.warn(error instanceof Error ? error.message : String(error)));
  };
  const saveFile = async (): Promise<void> => {
    const { name, ownFormulas } = await saveXlsx(side.workbook);
    status.say(`${texts.savedXlsx} ${name}`);
    if (ownFormulas > 0) status.warn(`${ownFormulas} ${texts.ownFormulas}`);
  };
  const openFile = async (): Promise<void> => {
    const file = await pickXlsx();
    if (!file) return;
    const opened = await readXlsx(file).catch((error: unknown) => {
      throw new Error(texts.unreadable[(error as { reason?: string }).reason ?? ''] ?? String(error));
    });
    side.openModel(opened.workbook);
    await reopen(`${texts.opened} ${file.name}`);
    side.workbook.settle();
    const missing = opened.missing();
    const told = [missing > 0 ? `${missing} ${texts.unknownFormulas}.` : '', leftOutSentence(opened.leftOut, texts)].filter((sentence) => sentence !== '');
    if (told.length > 0) status.warn(told.join(' '));
  };
  part('file-actions').replaceChildren(
    fileButton('file-new', texts.create, report(create)),
    fileButton('file-open', texts.open, report(open)),
    fileButton('file-save', texts.save, report(save)),
    fileButton('file-open-xlsx', texts.openXlsx, report(openFile)),
    fileButton('file-save-xlsx', texts.saveXlsx, report(saveFile)),
  );

  window.workbench = { side, view, isReady: false, isKept: true };
  await paneStarted;
  side.workbook.calculate('Full');
  window.workbench.isReady = true;
  status.say(session ? texts.restored : texts.ready);
}

function showNames({ displayName, icon }: AddInManifest): void {
  document.title = `${displayName} – ${texts.kind}`;
  part('addin-name').textContent = displayName;
  part('pane-title').textContent = displayName;
  part<HTMLIFrameElement>('pane-frame').title = displayName;
  if (icon) Object.assign(part<HTMLImageElement>('addin-icon'), { src: icon, hidden: false });
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
