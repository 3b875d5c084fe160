import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { ServerProcess, WorkbenchPage } from '../tests/support/workbench-page';

/** Takes the pictures of the pages from the running product, so that they stay true: `npm run pictures`. */

const FOLDER = join('docs', 'pictures');
const OVERVIEW = 'Oversigt 2026-2029';

/** How large the pages are taken. Units: pixels. */
const DESK = { width: 1440, height: 900 };
const SHEET = { width: 900, height: 1000 };

await mkdir(FOLDER, { recursive: true });
const server = await ServerProcess.start(['scripts/start.mjs'], /Ctrl\+C/);
const workbench = await WorkbenchPage.open(server.address);
try {
  await workbench.page.setViewportSize(DESK);
  const pane = () => workbench.pane;
  await pane().getByRole('button', { name: /eksempelaftalen/ }).first().click();
  await pane().getByRole('button', { name: /Indsæt i projektmappen/ }).waitFor();
  await picture('preview');
  const marked = await saved(/Afstemt eksemplar/);
  const report = await saved(/Rapport/);
  await pane().getByRole('button', { name: /Indsæt i projektmappen/ }).click();
  await pane().getByText('Aftalen er indsat').first().waitFor();
  await workbench.page.waitForTimeout(1500);
  await picture('overview');
  await pane().getByRole('tab', { name: /Kontrol/ }).first().click();
  await workbench.page.waitForTimeout(800);
  await picture('findings');
  await pane().getByRole('button', { name: /linje|l\. \d|Kilde/ }).first().click();
  await workbench.page.waitForTimeout(800);
  await picture('source');
  await showReport(new TextDecoder().decode(report));
  await showMarked(marked);
  console.log(`Pictures of ${OVERVIEW} are in ${FOLDER}`);
} finally {
  await workbench.close();
  await server.stop();
}

/** Takes the workbench as it is seen now. */
async function picture(name: string): Promise<void> {
  await writeFile(join(FOLDER, `${name}.png`), await workbench.page.screenshot());
}

/** The bytes of what the menu of the preview saves. */
async function saved(choice: RegExp): Promise<Uint8Array> {
  const { page, pane } = workbench;
  await pane.getByRole('button', { name: 'Gem afstemningen' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), pane.getByRole('menuitem', { name: choice }).click()]);
  return new Uint8Array(readFileSync(await download.path()));
}

async function showReport(markup: string): Promise<void> {
  const page = await newPage();
  await page.setContent(markup);
  await writeFile(join(FOLDER, 'report.png'), await page.screenshot());
  await page.close();
}

/** Draws the first page of the marked copy that has marks. */
async function showMarked(bytes: Uint8Array): Promise<void> {
  const page = await newPage();
  const require = createRequire(import.meta.url);
  await page.setContent('<canvas></canvas>');
  for (const script of ['pdfjs-dist/build/pdf.worker.mjs', 'pdfjs-dist/build/pdf.mjs']) await page.addScriptTag({ path: require.resolve(script), type: 'module' });
  await page.waitForFunction(() => 'pdfjsLib' in globalThis && 'pdfjsWorker' in globalThis);
  await page.evaluate(async (base64) => {
    interface Drawn { getViewport(options: { scale: number }): { width: number; height: number }; render(options: object): { promise: Promise<void> } }
    const { pdfjsLib } = globalThis as unknown as { pdfjsLib: { getDocument(options: object): { promise: Promise<{ getPage(number: number): Promise<Drawn> }> } } };
    const document = await pdfjsLib.getDocument({ data: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) }).promise;
    const first = await document.getPage(2);
    const viewport = first.getViewport({ scale: 1.5 });
    const canvas = globalThis.document.querySelector('canvas') as HTMLCanvasElement;
    Object.assign(canvas, { width: viewport.width, height: viewport.height });
    await first.render({ canvas, viewport }).promise;
  }, Buffer.from(bytes).toString('base64'));
  await writeFile(join(FOLDER, 'marked.png'), await page.locator('canvas').screenshot());
  await page.close();
}

async function newPage(): Promise<Page> {
  const page = await workbench.context.newPage();
  await page.setViewportSize(SHEET);
  return page;
}
