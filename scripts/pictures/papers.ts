import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContext, type Page } from 'playwright-core';
import { type WorkbenchPage } from '../../tests/support/workbench-page';

const run = promisify(execFile);

/** Prints every sheet as the workbench does, and as LibreOffice does from the .xlsx file where it is installed; a picture of every page, where poppler is. */
export async function takePapers(workbench: WorkbenchPage, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const own = join(folder, 'workbench.pdf');
  await writeFile(own, await printed(workbench));
  await pagesOf(own, join(folder, 'workbench'));
  const file = join(folder, 'workbook.xlsx');
  await writeFile(file, await saved(workbench));
  if (!(await succeeds('soffice', ['--headless', `-env:UserInstallation=file://${join(folder, 'office')}`, '--convert-to', 'pdf', '--outdir', folder, file]))) return;
  await pagesOf(join(folder, 'workbook.pdf'), join(folder, 'office-page'));
}

/** The sheets on paper: what the workbench would give to the browser's print dialogue. */
async function printed({ page, context }: WorkbenchPage): Promise<Buffer> {
  await page.evaluate(() => document.body.removeAttribute('data-printed'));
  await page.addInitScript(() => {
    if (window.parent !== window) window.print = () => window.parent.document.body.setAttribute('data-printed', (window.frameElement as HTMLIFrameElement | null)?.srcdoc ?? '');
  });
  await page.locator('#file-menu').click();
  await page.locator('#file-print-all').click();
  await page.waitForFunction(() => document.body.hasAttribute('data-printed'));
  const paper = await context.newPage();
  await paper.setContent((await page.getAttribute('body', 'data-printed')) ?? '');
  const bytes = await paper.pdf({ preferCSSPageSize: true, printBackground: true });
  await paper.close();
  return bytes;
}

async function saved({ page }: WorkbenchPage): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.locator('#file-menu').click();
  await page.locator('#file-save-xlsx').click();
  return readFile(await (await download).path());
}

async function pagesOf(pdf: string, prefix: string): Promise<void> {
  await succeeds('pdftoppm', ['-r', '60', '-png', pdf, prefix]);
}

/** Whether a program is there and did its work. */
async function succeeds(program: string, words: readonly string[]): Promise<boolean> {
  return run(program, [...words]).then(() => true, () => false);
}

/** Draws a page of a PDF. */
export async function drawnPage(context: BrowserContext, bytes: Uint8Array, number: number): Promise<Buffer> {
  const page = await sheetOf(context);
  const require = createRequire(import.meta.url);
  await page.setContent('<canvas></canvas>');
  for (const script of ['pdfjs-dist/build/pdf.worker.mjs', 'pdfjs-dist/build/pdf.mjs']) await page.addScriptTag({ path: require.resolve(script), type: 'module' });
  await page.waitForFunction(() => 'pdfjsLib' in globalThis && 'pdfjsWorker' in globalThis);
  await page.evaluate(async ([base64, wanted]) => {
    interface Drawn { getViewport(options: { scale: number }): { width: number; height: number }; render(options: object): { promise: Promise<void> } }
    const { pdfjsLib } = globalThis as unknown as { pdfjsLib: { getDocument(options: object): { promise: Promise<{ getPage(number: number): Promise<Drawn> }> } } };
    const document = await pdfjsLib.getDocument({ data: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) }).promise;
    const drawn = await document.getPage(wanted);
    const viewport = drawn.getViewport({ scale: 1.3 });
    const canvas = globalThis.document.querySelector('canvas') as HTMLCanvasElement;
    Object.assign(canvas, { width: viewport.width, height: viewport.height });
    await drawn.render({ canvas, viewport }).promise;
  }, [Buffer.from(bytes).toString('base64'), number] as const);
  const picture = await page.locator('canvas').screenshot();
  await page.close();
  return picture;
}

/** A picture of a page of HTML. */
export async function drawnMarkup(context: BrowserContext, markup: string): Promise<Buffer> {
  const page = await sheetOf(context);
  await page.setContent(markup);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

async function sheetOf(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 900, height: 760 });
  return page;
}

/** The pictures in a folder with their sizes. Units: bytes. */
export async function picturesIn(folder: string): Promise<readonly { readonly name: string; readonly size: number }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.png'));
  return Promise.all(names.map(async (name) => ({ name, size: (await readFile(join(folder, name))).length })));
}
