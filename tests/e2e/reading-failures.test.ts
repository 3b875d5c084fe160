import { join } from 'node:path';
import { type Worker } from 'playwright-core';
import { buildPdf, textAt } from '../support/pdf-builder';
import { PATIENCE_MS } from '../support/patience';
import { ServerProcess, WorkbenchPage } from '../support/workbench-page';

const FIXTURE = join(__dirname, '..', 'cases', 'files', 'sheets-1.chromium.pdf');
/** The script that holds pdf.js's parser. */
const PARSER = /pdf_worker/;

/** A document that takes seconds to read. */
const LONG = {
  name: 'lang.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(buildPdf(Array.from({ length: 1500 }, (_, page) => ({ content: Array.from({ length: 45 }, (_, line) => textAt(72, 780 - 16 * line, `Der afsættes ${page},${line} mio. kr. i 2026 til indsats ${line}.`)).join('') })))),
};

let server: ServerProcess;
let workbench: WorkbenchPage;

beforeAll(async () => {
  server = await ServerProcess.workbench();
  workbench = await WorkbenchPage.open(server.address);
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
});

test('a parser that cannot be fetched is no fault of the document, and is fetched anew on request', async () => {
  const { context, pane } = workbench;
  await context.route(PARSER, (route) => route.abort());
  await pane.locator('input[type=file]').first().setInputFiles(FIXTURE);
  await pane.getByText('Læseren kunne ikke starte i baggrunden').first().waitFor();
  expect(workbench.problems).toEqual([]);
  await context.unroute(PARSER);
  await pane.getByRole('button', { name: 'Prøv igen' }).click();
  await pane.getByRole('button', { name: 'Indsæt i projektmappen' }).waitFor();
  await pane.getByRole('button', { name: 'Tilbage', exact: true }).click();
});

test('reading that is cancelled ends the reader and its parser, and the next document is read', async () => {
  const { page, pane } = workbench;
  await pane.locator('input[type=file]').first().setInputFiles(LONG);
  const cancel = pane.getByRole('button', { name: 'Annullér' });
  await cancel.waitFor();
  const running: readonly Worker[] = page.workers();
  expect(running).toHaveLength(2);
  const closed = Promise.all(running.map((worker) => worker.waitForEvent('close', { timeout: PATIENCE_MS })));
  await cancel.click();
  await pane.getByText('Læsningen af »lang.pdf« er annulleret').first().waitFor();
  await closed;
  await pane.getByRole('button', { name: 'Tilbage', exact: true }).click();
  await pane.locator('input[type=file]').first().setInputFiles(FIXTURE);
  await pane.getByRole('button', { name: 'Indsæt i projektmappen' }).waitFor();
  expect(page.workers().length).toBeLessThanOrEqual(2);
  expect(workbench.problems).toEqual([]);
});
