import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Frame, type Page } from 'playwright-core';
import { generateInitiativeSheets, inPageStyle } from '../tests/support/document-generator';
import { makeDocuments } from '../tests/support/make-documents';
import { ServerProcess, WorkbenchPage } from '../tests/support/workbench-page';

/**
 * What a long PDF costs in the pane, in a real browser with the pane's own worker: the time beside bare pdf.js in the same browser, the longest
 * time for which the pane's thread does nothing else, the memory of the tab, and how soon cancelling takes effect.
 * Usage: npx tsx scripts/measure-browser-import.ts. Needs Chromium. PORT is the workbench's port.
 * Goal for 300 pages: at most twice the floor's time, under 500 MB, cancelled within a second.
 */
const PAGES = 300;
const PORT = process.env['PORT'] ?? '3130';
const ROUNDS = 3;
const FOLDER = join(import.meta.dirname, '../node_modules/pdfjs-dist/build');

const [document] = [inPageStyle(generateInitiativeSheets(1, { initiatives: PAGES, yearCount: 4 }), 'published')];
const bytes = makeDocuments([document], 'chromium-pdf').get(document.name) ?? new Uint8Array();
const file = join(mkdtempSync(join(tmpdir(), 'reserve-long-')), 'long.pdf');
writeFileSync(file, bytes);

const files = await serveFiles();
const server = await ServerProcess.start(['scripts/start.ts'], /Ctrl\+C/, { PORT });
const workbench = await WorkbenchPage.open(`http://localhost:${PORT}/`).catch(async (error: unknown) => {
  await server.stop();
  throw error;
});
try {
  const base = memoryOfRenderers();
  const floor = await best(() => readBare(workbench.page, `http://localhost:${(files.address() as AddressInfo).port}`));
  const imports: { milliseconds: number; gap: number; memory: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await workbench.reload();
    imports.push(await importOnce(workbench.pane));
  }
  const cancelled = await cancelOnce();
  const ours = Math.min(...imports.map(({ milliseconds }) => milliseconds));
  console.log(`${PAGES} sheets, ${(bytes.length / 1e6).toFixed(1)} MB`);
  console.log(`bare pdf.js in the browser ${floor.toFixed(0)} ms; import with preview ${ours.toFixed(0)} ms, ${(ours / floor).toFixed(2)} times`);
  console.log(`longest gap of the pane's thread ${Math.max(...imports.map(({ gap }) => gap)).toFixed(0)} ms`);
  console.log(`largest tab process ${Math.max(...imports.map(({ memory }) => memory)).toFixed(0)} MB, before ${base.toFixed(0)} MB`);
  console.log(`cancelled after ${cancelled.toFixed(0)} ms`);
} finally {
  await workbench.close();
  await server.stop();
  files.close();
  rmSync(join(file, '..'), { recursive: true, force: true });
}

async function best(run: () => Promise<number>): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) least = Math.min(least, await run());
  return least;
}

/** The time for which bare pdf.js, its parser in its own worker, reads the text of all pages. */
async function readBare(from: Page, address: string): Promise<number> {
  const page = await from.context().newPage();
  await page.goto(address);
  const milliseconds = await page.evaluate(() => (window as unknown as { readAll(): Promise<number> }).readAll());
  await page.close();
  return milliseconds;
}

/** Chooses the file in the pane and waits for its preview. */
async function importOnce(pane: Frame): Promise<{ milliseconds: number; gap: number; memory: number }> {
  await watchGaps(pane);
  const started = performance.now();
  await pane.locator('input[type=file]').first().setInputFiles(file);
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, memoryOfRenderers())), 200);
  await pane.getByRole('button', { name: /^Importér|^Indsæt/ }).first().waitFor({ timeout: 120_000 });
  const milliseconds = performance.now() - started;
  clearInterval(watch);
  return { milliseconds, gap: await pane.evaluate(() => (window as unknown as { longestGap: number }).longestGap), memory };
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

/** The memory of the largest of the browser's tab processes. Units: megabytes, resident. */
function memoryOfRenderers(): number {
  const sizes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((id) => {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      if (!command.includes('--type=renderer') || !command.includes('workbench-')) return 0;
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1000;
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...sizes);
}

/** Serves pdf.js, the document and a page that reads it. */
function serveFiles(): Promise<Server> {
  const page = `<!DOCTYPE html><script type="module">
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
</script>`;
  const served = createServer((request, response) => {
    const { url = '/' } = request;
    if (url.endsWith('.mjs')) response.setHeader('content-type', 'text/javascript').end(readFileSync(join(FOLDER, url.slice(1).replace(/[^\w.]/g, ''))));
    else if (url === '/long.pdf') response.end(bytes);
    else response.setHeader('content-type', 'text/html').end(page);
  });
  return new Promise((resolve) => served.listen(0, 'localhost', () => resolve(served)));
}
