import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../src/readers/read-document';
import { registerPdfEngine } from '../support/pdf-engine';
import { ServerProcess, WorkbenchPage } from '../support/workbench-page';

const FIXTURE = join(__dirname, '..', 'cases', 'files', 'sheets-1.chromium.pdf');

let server: ServerProcess;
let workbench: WorkbenchPage;

beforeAll(async () => {
  registerPdfEngine();
  server = await ServerProcess.workbench();
  workbench = await WorkbenchPage.open(server.address);
  await workbench.pane.locator('input[type=file]').first().setInputFiles(FIXTURE);
  await workbench.pane.getByRole('button', { name: 'Indsæt i projektmappen' }).waitFor();
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
});

/** Saves what the menu calls so; the file's name and bytes. */
async function save(choice: RegExp): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { page, pane } = workbench;
  await pane.getByRole('button', { name: 'Gem afstemningen' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), pane.getByRole('menuitem', { name: choice }).click()]);
  await pane.getByText(`»${download.suggestedFilename()}« er gemt`).first().waitFor();
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

test('the marked copy is the document with a cover before it', async () => {
  const { name, bytes } = await save(/Afstemt eksemplar/);
  expect(name).toBe('sheets-1.chromium - afstemt.pdf');
  const [made, source] = await Promise.all([readDocument({ name, bytes }), readDocument({ name, bytes: new Uint8Array(readFileSync(FIXTURE)) })]);
  if (!made.ok || !source.ok) throw new Error('The PDFs cannot be read');
  expect(made.value.pages).toBeGreaterThan(source.value.pages ?? 0);
  expect(made.value.lines.some(({ text }) => text.startsWith('Afstemt eksemplar'))).toBe(true);
});

test('the report stands alone', async () => {
  const { name, bytes } = await save(/Rapport/);
  expect(name).toBe('sheets-1.chromium - rapport.html');
  expect(new TextDecoder().decode(bytes)).toMatch(/^<!doctype html>[^]*Åbne afvigelser/);
});

test('the correction note is a Word document', async () => {
  const { name, bytes } = await save(/Rettelsesnotat/);
  const made = await readDocument({ name, bytes });
  expect(made.ok && made.value.format).toBe('docx');
});

test('a table goes to the clipboard as Word pastes it, and is selected where the clipboard is blocked', async () => {
  const { context, page, pane } = workbench;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await pane.getByRole('tab', { name: 'Aftaler' }).click();
  await pane.getByRole('searchbox').fill('SletDet');
  await pane.getByRole('button', { name: /SletDet/ }).first().click();
  await pane.getByRole('button', { name: 'Kopiér tabellen' }).click();
  await pane.getByText('Kopieret. Indsæt den i Word').waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return item === undefined ? '' : (await item.getType('text/html')).text();
  });
  expect(copied).toMatch(/<table[^]*6,6/);
  await pane.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }));
  await pane.getByRole('button', { name: 'Kopiér tabellen' }).click();
  await pane.getByText('tryk Ctrl+C').first().waitFor();
  expect(await pane.evaluate(() => window.getSelection()?.toString() ?? '')).toContain('6,6');
});

test('nothing failed on the way', () => {
  expect(workbench.problems).toEqual([]);
});
