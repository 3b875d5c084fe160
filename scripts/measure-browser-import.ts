import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Frame, type Page } from 'playwright-core';
import { generateInitiativeSheets, inPageStyle } from '../tests/support/document-generator';
import { makeDocuments } from '../tests/support/make-documents';
import { WorkbenchPage } from '../tests/support/workbench-page';
import { FreshTab, type TabMemory } from './tab-memory';
import { WorkerHeaps } from './worker-heaps';
import { bundleScripts } from './bundle/bundle-scripts';
import { serveFiles } from './static-server.mjs';
import { builtWorkbench, serveWorkbench } from './workbench-build.mjs';

/**
 * What a long PDF costs in the pane, in a real browser with the production build and the pane's own worker: the time beside bare pdf.js in the
 * same browser, the longest time for which the pane's thread does nothing else, the memory, and how soon cancelling takes effect.
 * Memory is taken in browsers of their own, of the pane alone in its tab, as in Excel, and of the workbench with its grid.
 * Usage: npx tsx scripts/measure-browser-import.ts. Needs Chromium and, for memory, Linux; building takes a minute or more.
 * Goal for 300 pages: at most twice the floor's time, under 500 MB, cancelled within a second.
 */
const PAGES = 300;
const ROUNDS = 7;
const WATCHED_ROUNDS = 2;
const FOLDER = join(import.meta.dirname, '../node_modules/pdfjs-dist/build');

const document = inPageStyle(generateInitiativeSheets(1, { initiatives: PAGES, yearCount: 4 }), 'published');
const bytes = makeDocuments([document], 'chromium-pdf').get(document.name) ?? new Uint8Array();
const file = join(mkdtempSync(join(tmpdir(), 'reserve-long-')), 'long.pdf');
writeFileSync(file, bytes);

const READ_BARE = `
import * as pdfjs from '/pdf.mjs';
pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
window.readAll = async () => {
  const data = new Uint8Array(await (await fetch('/long.pdf')).arrayBuffer());
  const started = performance.now();
  const task = pdfjs.getDocument({ data, useSystemFonts: false, disableFontFace: true });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    await page.getTextContent({ disableNormalization: true });
    page.cleanup();
  }
  const milliseconds = performance.now() - started;
  await task.destroy();
  return milliseconds;
};
`;
writeFileSync(join(file, '../read.mjs'), READ_BARE);
writeFileSync(join(file, '../index.html'), '<!DOCTYPE html><script type="module" src="read.mjs"></script>');

/** How long a person takes to find a file, at the least; the pane gets ready to read meanwhile. Units: milliseconds. */
const CHOOSING_MS = 1000;

/** How long a page has to come to rest. Units: milliseconds. */
const SETTLING_MS = 3000;

/** The button that stands under a preview. */
const INSERT = 'Indsæt i projektmappen';

/** Takes the time in the pane itself: what drives the browser is slow to hand over a file and to see what is there. */
const WATCH_IMPORT = `window.importTime = new Promise((resolve) => {
  document.addEventListener('change', () => {
    const started = performance.now();
    const look = () => ([...document.querySelectorAll('button')].some((button) => button.textContent === '${INSERT}') ? resolve(performance.now() - started) : requestAnimationFrame(look));
    look();
  }, { once: true, capture: true });
}); undefined`;

const bare = await serveFiles({ fileAt: bareFile });
const built = await builtWorkbench({ warn: console.warn });
const build = await serveWorkbench(() => built);
const workbench = await WorkbenchPage.open(build.address).catch((error: unknown) => {
  void build.stop();
  throw error;
});
try {
  const floors: number[] = [];
  const imports: number[] = [];
  const repeats: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floors.push(await readBare(workbench.page));
    await workbench.reload();
    imports.push(await importFile(workbench.pane));
    repeats.push(await importAgain(workbench.pane));
  }
  const cancelled = await cancelOnce();
  const costs = await watchImports(await WorkerHeaps.watch(workbench.page));
  const most = (of: (cost: ImportCost) => number): string => Math.max(...costs.map(of)).toFixed(0);
  console.log(`${PAGES} sheets, ${(bytes.length / 1e6).toFixed(1)} MB, ${ROUNDS} rounds in turn`);
  console.log(`bare pdf.js in the browser: best ${Math.min(...floors).toFixed(0)} ms, median ${median(floors).toFixed(0)} ms`);
  reportTimes('first import with preview', floors, imports);
  reportTimes('once more', floors, repeats);
  console.log(`rounds, floor / first / once more: ${floors.map((milliseconds, index) => [milliseconds, imports[index], repeats[index]].map((time) => time?.toFixed(0)).join(' / ')).join(', ')}`);
  console.log(`longest gap of the pane's thread ${most(({ gap }) => gap)} ms`);
  console.log(`heap of a worker at most ${most(({ heap }) => heap)} MB`);
  console.log(`cancelled after ${cancelled.toFixed(0)} ms`);
  await measureMemory('pane alone', 'taskpane.html?lang=da', await bundledHost());
  await measureMemory('workbench with its grid', '', null);
} finally {
  await workbench.close();
  await build.stop();
  await bare.stop();
  rmSync(join(file, '..'), { recursive: true, force: true });
}

/** What one import takes besides time. Units: milliseconds, megabytes. */
interface ImportCost {
  readonly gap: number;
  readonly heap: number;
}

/** Best and median of the rounds, beside the floor's and as the median of each round's own ratio. */
function reportTimes(what: string, floors: readonly number[], times: readonly number[]): void {
  const ratios = times.map((time, index) => time / (floors[index] ?? Number.NaN));
  console.log(`${what}: best ${Math.min(...times).toFixed(0)} ms (${(Math.min(...times) / Math.min(...floors)).toFixed(2)} times), median ${median(times).toFixed(0)} ms (${(median(times) / median(floors)).toFixed(2)} times), ratios of the rounds ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`);
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The memory of a tab before, during and after an import. Shape: `host` is a script to put in the place of the workbench's, for a pane without one. */
async function measureMemory(what: string, path: string, host: string | null): Promise<void> {
  const tab = await FreshTab.open();
  try {
    const { page } = tab;
    if (host !== null) await page.route('**/pane-host.js', (route) => route.fulfill({ contentType: 'text/javascript', body: host }));
    await page.goto(build.address + path);
    const pane = (): Frame => page.frames().find((frame) => frame.url().includes('taskpane.html')) ?? page.mainFrame();
    await page.waitForFunction("document.querySelector('button') !== null");
    await page.waitForTimeout(SETTLING_MS);
    const [before, heapBefore] = [tab.memory(), await tab.heapInUse()];
    await importFile(pane());
    const [after, heapAfter] = [tab.memory(), await tab.heapInUse()];
    await page.waitForTimeout(SETTLING_MS);
    const said = ({ now, program }: TabMemory): string => `${now.toFixed(0)} MB (of these ${program.toFixed(0)} the browser's own program)`;
    console.log(`${what}: tab process ${said(before)}, at most ${after.peak.toFixed(0)} MB during the import, ${said(after)} after it, ${tab.memory().now.toFixed(0)} MB once cleared up; in use by the page ${heapBefore.toFixed(0)} MB before, ${heapAfter.toFixed(0)} MB after`);
  } finally {
    await tab.close();
  }
}

/** The time for which bare pdf.js, its parser in its own worker, reads the text of all pages. */
async function readBare(from: Page): Promise<number> {
  const page = await from.context().newPage();
  await page.goto(bare.address);
  const milliseconds = await page.evaluate(() => (window as unknown as { readAll(): Promise<number> }).readAll());
  await page.close();
  return milliseconds;
}

/** What imports cost besides time, which watching them would disturb. */
async function watchImports(heaps: WorkerHeaps): Promise<ImportCost[]> {
  const costs: ImportCost[] = [];
  for (let round = 0; round < WATCHED_ROUNDS; round += 1) {
    await workbench.reload();
    costs.push(await watchImport(workbench.pane, heaps));
  }
  return costs;
}

async function watchImport(pane: Frame, heaps: WorkerHeaps): Promise<ImportCost> {
  let heap = 0;
  await watchGaps(pane);
  const watch = setInterval(() => void heaps.largest().then((size) => (heap = Math.max(heap, size))), 200);
  await importFile(pane);
  clearInterval(watch);
  return { gap: await pane.evaluate(() => (window as unknown as { longestGap: number }).longestGap), heap };
}

/** The same once more in the worker that has read it already. */
async function importAgain(pane: Frame): Promise<number> {
  await pane.getByRole('button', { name: 'Luk dokumentet' }).click();
  return importFile(pane);
}

/**
 * Chooses the file in the pane, as slowly as a quick person does, and waits for its preview.
 * Units: milliseconds, from when the browser tells the pane of the choice until the preview is on the page.
 */
async function importFile(pane: Frame): Promise<number> {
  const chooser = pane.page().waitForEvent('filechooser');
  await pane.getByRole('button', { name: 'Vælg fil' }).click();
  const dialog = await chooser;
  await pane.page().waitForTimeout(CHOOSING_MS);
  await pane.evaluate(WATCH_IMPORT);
  await dialog.setFiles(file);
  await pane.getByRole('button', { name: INSERT }).waitFor({ timeout: 120_000 });
  return pane.evaluate(() => (window as unknown as { importTime: Promise<number> }).importTime);
}

/** Measures how long the thread of the pane is busy at a stretch. */
function watchGaps(pane: Frame): Promise<void> {
  return pane.evaluate(() => {
    const host = window as unknown as { longestGap: number };
    let last = performance.now();
    host.longestGap = 0;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const now = performance.now();
      host.longestGap = Math.max(host.longestGap, now - last);
      last = now;
      setTimeout(() => channel.port2.postMessage(null), 5);
    };
    channel.port2.postMessage(null);
  });
}

/** The time from pressing cancel in the middle of the reading until the pane says so. */
async function cancelOnce(): Promise<number> {
  await workbench.reload();
  const { pane } = workbench;
  await pane.locator('input[type=file]').first().setInputFiles(file);
  const cancel = pane.getByRole('button', { name: 'Annullér' });
  await cancel.waitFor();
  await workbench.page.waitForTimeout(700);
  const started = performance.now();
  await cancel.click();
  await cancel.waitFor({ state: 'detached' });
  return performance.now() - started;
}

/** pdf.js, the document, and a page that reads it. */
function bareFile(path: string): string | null {
  if (path === '/pdf.mjs' || path === '/pdf.worker.mjs') return join(FOLDER, path.replace('.mjs', '.min.mjs'));
  return ['/long.pdf', '/read.mjs', '/'].includes(path) ? join(file, '..', path === '/' ? 'index.html' : path) : null;
}

/** What plays Excel for a pane alone in its tab, as a script that runs before office.js. */
async function bundledHost(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'reserve-host-'));
  const { entries } = await bundleScripts({ entries: { host: 'scripts/lone-pane-host.ts' }, folder, isProduction: true, isClassic: true });
  return readFileSync(join(folder, entries.get('host')?.script ?? ''), 'utf8');
}
