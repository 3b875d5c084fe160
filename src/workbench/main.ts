import './workbench.css';
import { DirectCustomFunctions, type FunctionsMetadata, readSignatures } from './excel-side/custom-function-sources';
import { ExcelSide } from './excel-side/excel-side';
import { createGrid } from './grid/create-univer';
import { GridView } from './grid/grid-view';
import { UserActions } from './grid/user-actions';
import { showCellCards } from './shell/cell-card';
import { type RibbonCommand, readManifest } from './shell/manifest';
import { Pane } from './shell/pane';
import { fileButton, showRibbon } from './shell/ribbon';
import { makeResizable } from './shell/splitter';
import { StatusLine } from './shell/status-line';
import { forgetWorkbook, storeWorkbook, storedWorkbook } from './shell/storage';
import { addProtectionMenu } from './shell/tab-menu';
import { languageOf, textsFor } from './shell/texts';

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
  const manifest = readManifest(await fetchText('manifest.xml'), locale);
  const metadata = JSON.parse(await fetchText(manifest.functionsUrl)) as FunctionsMetadata;
  document.title = `${manifest.displayName} – ${texts.kind}`;
  part('addin-name').textContent = manifest.displayName;
  part('workbench-kind').textContent = texts.kind;
  part('pane-title').textContent = manifest.displayName;
  part('pane-close').setAttribute('aria-label', texts.closePane);
  part<HTMLIFrameElement>('pane-frame').title = manifest.displayName;
  part('splitter').setAttribute('aria-label', texts.resize);
  part('grid').setAttribute('aria-label', texts.grid);
  part('ribbon').setAttribute('aria-label', texts.commands);
  if (manifest.icon) Object.assign(part<HTMLImageElement>('addin-icon'), { src: manifest.icon, hidden: false });

  const side = new ExcelSide();
  const session = await storedWorkbook('session');
  if (session) side.open(session);

  const hints = [...readSignatures(metadata, manifest.namespace).values()];
  const grid = createGrid(part('grid'), hints);
  const view = new GridView(grid, side);
  const actions = new UserActions(grid, view, side, {
    refused: (error) => status.warn(texts.refused[error.code] ?? error.message),
    accepted: () => status.calm(),
  });
  view.open();
  actions.start(part('grid'));
  addProtectionMenu(grid, side, texts, (text) => status.say(text));
  showCellCards(part('cell-card'), grid, side);
  makeResizable(part('splitter'), part('pane'));

  const pane = new Pane(part<HTMLIFrameElement>('pane-frame'), side.bridge, {
    language: locale,
    onFunctionsChanged: () => side.workbook.calculate('Full'),
    onCommandCompleted: () => status.say(texts.commandDone),
  });
  side.useCustomFunctions(new DirectCustomFunctions(metadata, manifest.namespace, (id) => pane.associated(id)));
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

  window.addEventListener('keydown', (event) => {
    if (event.key !== 'F9') return;
    event.preventDefault();
    side.workbook.calculate('Recalculate');
  });

  let saving: ReturnType<typeof setTimeout> | undefined;
  const keepSession = (): void => {
    clearTimeout(saving);
    saving = setTimeout(() => {
      if (side.lastDefect) status.warn(`${texts.defect}: ${side.lastDefect.message}`);
      storeWorkbook('session', side.save()).catch((error: unknown) => status.warn(String(error)));
    }, 300);
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
  const report = (act: () => Promise<void>) => (): void => void act().catch((error: unknown) => status.warn(error instanceof Error ? error.message : String(error)));
  part('file-actions').replaceChildren(
    fileButton('file-new', texts.create, report(create)),
    fileButton('file-open', texts.open, report(open)),
    fileButton('file-save', texts.save, report(save)),
  );

  window.workbench = { side, view, isReady: false };
  await pane.start();
  window.workbench.isReady = true;
  status.say(session ? texts.restored : texts.ready);
}

declare global {
  interface Window {
    /** For tests and for a look from the browser's console. */
    workbench?: { readonly side: ExcelSide; readonly view: GridView; isReady: boolean };
  }
}

start().catch((error: unknown) => {
  part('status').textContent = error instanceof Error ? error.message : String(error);
  throw error;
});
