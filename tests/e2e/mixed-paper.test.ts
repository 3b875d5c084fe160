import { createRandom } from '../support/document-generator';
import { drawPaper } from '../support/mixed-papers/draw-paper';
import { layOutPaper } from '../support/mixed-papers/lay-out-paper';
import { printHtml } from '../support/mixed-papers/print-paper';
import { ERROR_SEEDERS } from '../support/mixed-papers/seed-error';
import { ServerProcess, WorkbenchPage, type WorkbenchWindow } from '../support/workbench-page';

/** A paper with an overview and sheets, in which one figure of the overview is another than its sheet's: both places are flagged, and nothing else is. */

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

/** The paper as the browser prints it. */
async function printedPaper(): Promise<Buffer> {
  const paper = drawPaper('blandet', 3, { initiatives: 5, overview: 'first' });
  expect(ERROR_SEEDERS['overview against sheet']?.(paper, createRandom(7))).toBe(true);
  const page = await workbench.context.newPage();
  await page.setContent(printHtml(layOutPaper(paper), paper.options));
  const bytes = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  return bytes;
}

interface Flag {
  readonly sheet: string;
  readonly value: unknown;
  readonly text: string;
}

function flags(): Promise<Flag[]> {
  return workbench.page.evaluate(() => {
    const book = (window as WorkbenchWindow).workbench?.side.workbook;
    return (book?.comments ?? []).map(({ sheet, row, column, content }) => ({ sheet: sheet.name, value: sheet.valueAt(row, column), text: content }));
  });
}

test('the planted difference between overview and sheet is flagged, one cause, and leads to both places', async () => {
  const { pane } = workbench;
  await pane.locator('input[type=file]').first().setInputFiles([{ name: 'blandet.pdf', mimeType: 'application/pdf', buffer: await printedPaper() }]);
  await pane.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
  await pane.getByText('Aftalen er indsat:').first().waitFor();
  const found = await workbench.until(flags, (all) => all.length >= 2);
  expect(found.map(({ sheet, value, text }) => [sheet, value, /Initiativets egen tabel har ([\d,]+), men oversigten siger ([\d,]+)/.exec(text)?.slice(1)])).toEqual([
    ['Oversigt 2025-2028', 50.5, ['50,5', '51,4']],
    ['Oversigt 2025-2028', 162.6, ['162,6', '163,5']],
  ]);
  await pane.getByRole('button', { name: 'Se afvigelser' }).click();
  const card = pane.getByRole('article');
  await card.first().waitFor();
  expect(await card.count()).toBe(1);

  await card.getByRole('button', { name: /^side 1, linje/ }).click();
  await pane.locator('[data-highlight]').waitFor();
  expect(await pane.locator('mark').allTextContents()).toContain('51,4');

  await pane.getByRole('button', { name: 'Gå til cellen', exact: true }).click();
  await workbench.until(() => pane.locator('main').innerText(), (text) => /Side [2-9] af/.test(text));
  await pane.locator('[data-highlight]').waitFor();
  expect(await pane.locator('mark').allTextContents()).toContain('50,5');
  expect(workbench.problems).toEqual([]);
});
