import { ServerProcess, WorkbenchPage, type WorkbenchWindow } from '../support/workbench-page';

/** Pictures of an imported agreement: chosen in the pane, drawn in the workbench where they stand, alive. */

const OVERVIEW = 'Oversigt 2026-2029';

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

const button = (name: RegExp | string) => workbench.pane.getByRole('button', { name }).first();
const shows = (text: string): Promise<string> => workbench.until(() => workbench.pane.locator('body').innerText(), (shown) => shown.includes(text));
const drawn = (name: RegExp) => workbench.page.getByRole('img', { name }).locator('canvas');

/** How many pixels of a drawn chart have the colour of its first series. */
function inkOf(name: RegExp): Promise<number> {
  return drawn(name).evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let count = 0;
    for (let at = 0; at < pixels.length; at += 4) if (pixels[at] === 0x1f && pixels[at + 1] === 0x5f && pixels[at + 2] === 0xa8) count += 1;
    return count;
  });
}

async function insert(name: string, sheet: string): Promise<void> {
  await button(`Indsæt ${name}`).click();
  await shows(`Billedet står på arket »${sheet}«`);
}

test('each picture is one click away, and its chart is drawn over the sheet', async () => {
  await button(/eksempelaftalen/).click();
  await button(/Indsæt i projektmappen/).click();
  await shows('Aftalen er indsat');
  await workbench.pane.getByRole('tab', { name: 'Kontrol' }).click();
  await button('Flere handlinger').click();
  await workbench.pane.getByRole('menuitem', { name: 'Billeder …' }).click();
  await workbench.pane.getByRole('heading', { name: 'Billeder' }).waitFor();
  await workbench.shoot('1-page');
  expect(await workbench.pane.locator('main').innerText()).toContain('Aftalen har ingen indstillinger.');
  for (const [name, chart] of [['Bevillingsprofil', /^Bevillinger pr. år/], ['Største initiativer', /^De største initiativer/], ['Kontrolstatus', /^Initiativer efter status/], ['Prisniveauer', /^Aftalerne i ét prisniveau/], ['Bevillingsudløb', /^Beløb i initiativernes sidste år/]] as const) {
    await insert(name, `${name} 2026-2029`);
    await drawn(chart).first().waitFor();
    await workbench.until(() => inkOf(chart), (ink) => ink > 500);
    await workbench.shoot(`2-${name}`);
  }
});

test('charts go on paper where they stand', async () => {
  const { page } = workbench;
  await page.addInitScript(() => {
    window.print = () => window.parent.document.body.setAttribute('data-printed', (window.frameElement as HTMLIFrameElement).srcdoc);
  });
  await page.locator('#file-menu').click();
  await page.locator('#file-print-all').click();
  const paper = (await workbench.until(() => page.getAttribute('body', 'data-printed'), (printed) => printed !== null)) ?? '';
  const charts = await page.evaluate(() => (window as WorkbenchWindow).workbench?.side.workbook.sheets.reduce((sum, sheet) => sum + sheet.charts.length, 0));
  expect(paper.match(/<td class="charted"[^>]*><img src="data:image\/png;base64,[\w+/=]{5000,}" alt="[^"]+" style="width:\d/g)).toHaveLength(charts ?? 0);
});

test('a figure that is changed in the table changes the chart', async () => {
  const before = await inkOf(/^Beløb i initiativernes sidste år/);
  await workbench.type(OVERVIEW, 'F5', '900');
  await workbench.page.evaluate((sheet) => {
    const book = (window as WorkbenchWindow).workbench?.side.workbook;
    const found = book?.sheetNamed(sheet);
    if (!book || !found) throw new Error(`There is no sheet ${sheet}.`);
    book.activate(found);
  }, 'Bevillingsudløb 2026-2029');
  await drawn(/^Beløb i initiativernes sidste år/).waitFor();
  await workbench.until(() => inkOf(/^Beløb i initiativernes sidste år/), (ink) => ink !== before && ink > 0);
  await workbench.shoot('3-changed');
  expect(workbench.problems).toEqual([]);
});
