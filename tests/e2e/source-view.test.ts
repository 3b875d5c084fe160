import { join } from 'node:path';
import { ServerProcess, WorkbenchPage, type WorkbenchWindow } from '../support/workbench-page';

const FIXTURE = join(__dirname, '..', 'cases', 'files', 'sheets-1.chromium.pdf');
/** The same agreement as LibreOffice locks it; the password is "hemmelig". */
const LOCKED = join(__dirname, '..', 'cases', 'locked', 'sheets-1.pdf');
/** An overview whose table goes on over a page. */
const OVER_PAGES = join(__dirname, '..', 'cases', 'files', 'overview-2.libreoffice.pdf');

let server: ServerProcess;
let workbench: WorkbenchPage;
const complaints: string[] = [];

beforeAll(async () => {
  server = await ServerProcess.workbench();
  workbench = await WorkbenchPage.open(server.address);
  workbench.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
});

/** The first cell of the workbook with a value, by the sheet's name and the cell's address. */
function placeOf(value: number): Promise<{ sheet: string; address: string } | null> {
  return workbench.page.evaluate((wanted) => {
    const { side } = (window as WorkbenchWindow).workbench ?? {};
    for (const sheet of side?.workbook.sheets ?? []) {
      if (sheet.visibility !== 'Visible') continue;
      for (let row = 0; row < 60; row += 1) {
        for (let column = 0; column < 20; column += 1) {
          if (sheet.valueAt(row, column) === wanted) return { sheet: sheet.name, address: `${String.fromCharCode(65 + column)}${row + 1}` };
        }
      }
    }
    return null;
  }, value);
}

/** Selects a cell as the user would. */
function select(sheet: string, address: string): Promise<void> {
  return workbench.page.evaluate(([name, cell]) => {
    const { side } = (window as WorkbenchWindow).workbench ?? {};
    const found = side?.workbook.sheetNamed(name);
    if (!side || !found) throw new Error(`There is no sheet ${name}.`);
    side.workbook.select(found, side.areaOf(cell), 'user');
  }, [sheet, address] as const);
}

/** What the user has selected: the active sheet and its cell. */
function selected(): Promise<string> {
  return workbench.page.evaluate(() => {
    const active = (window as WorkbenchWindow).workbench?.side.workbook.activeSheet;
    return active === undefined ? '' : `${active.name}!${String.fromCharCode(65 + active.selection.column)}${active.selection.row + 1}`;
  });
}

/** The share of dark pixels in the middle of the highlight: a printed figure is there when there are some. */
function inkInHighlight(): Promise<number> {
  return workbench.pane.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const box = document.querySelector('[data-highlight]')?.getBoundingClientRect();
    if (canvas === null || box === undefined) return 0;
    const page = canvas.getBoundingClientRect();
    const ratio = canvas.width / page.width;
    const [width, height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
    const pixels = canvas.getContext('2d')?.getImageData((box.left - page.left) * ratio, (box.top - page.top) * ratio, width, height).data ?? [];
    let dark = 0;
    for (let index = 0; index < pixels.length; index += 4) if ((pixels[index] ?? 255) < 128) dark += 1;
    return dark / (width * height);
  });
}

const highlight = () => workbench.pane.locator('[data-highlight]');

/** Whether the highlight is in the part of the page that is seen. */
async function isHighlightSeen(): Promise<boolean> {
  const [box, region] = await Promise.all([highlight().boundingBox(), workbench.pane.getByRole('region', { name: /^Side / }).boundingBox()]);
  return box !== null && region !== null && box.x >= region.x && box.y >= region.y && box.x + box.width <= region.x + region.width && box.y + box.height <= region.y + region.height;
}

test('a selected cell shows its page with the figure highlighted and legible', async () => {
  const { pane } = workbench;
  await pane.locator('input[type=file]').first().setInputFiles(FIXTURE);
  await pane.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
  await pane.getByText('Aftalen er indsat:').first().waitFor();
  await pane.getByRole('tab', { name: 'Kilde' }).click();
  const place = await placeOf(8.3);
  expect(place).not.toBeNull();
  await select(place?.sheet ?? '', place?.address ?? '');
  await highlight().waitFor();
  expect(await pane.getByText('Side 1 af 6').count()).toBe(1);
  expect(await pane.locator('mark').textContent()).toBe('8,3');
  expect(await isHighlightSeen()).toBe(true);
  expect((await highlight().boundingBox())?.height).toBeGreaterThanOrEqual(15);
  expect(await inkInHighlight()).toBeGreaterThan(0.02);
});

test('a click on a number of the page selects its cell', async () => {
  const { pane } = workbench;
  const figure = pane.getByRole('button', { name: '7,7: gå til cellen' });
  const box = await figure.boundingBox();
  if (box === null) throw new Error('The figure is not on the page.');
  await workbench.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const place = await placeOf(7.7);
  await workbench.until(selected, (cell) => cell === `${place?.sheet}!${place?.address}`);
  await workbench.until(() => pane.locator('mark').textContent(), (text) => text === '7,7');
  expect(await isHighlightSeen()).toBe(true);
});

test('the keyboard goes from figure to figure and to a cell', async () => {
  const { pane } = workbench;
  await pane.getByRole('region', { name: /^Side 1 / }).focus();
  await workbench.page.keyboard.press('Tab');
  const focused = (): Promise<string> => pane.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(await focused()).toBe('7,7: gå til cellen');
  await workbench.page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('11,9: gå til cellen');
  await workbench.page.keyboard.press('Enter');
  await workbench.until(() => pane.locator('mark').textContent(), (text) => text === '11,9');
});

test('other pages, the whole page and the text are a button away', async () => {
  const { pane } = workbench;
  await pane.getByRole('button', { name: 'Næste side' }).click();
  await pane.getByRole('img', { name: /^Side 2 / }).waitFor();
  await highlight().waitFor({ state: 'detached' });
  await pane.getByRole('button', { name: 'Tilbage til stedet' }).click();
  await highlight().waitFor();
  await pane.getByRole('button', { name: 'Vis hele siden' }).click();
  const region = pane.getByRole('region', { name: /^Side 1 / });
  await workbench.until(() => region.evaluate((element) => element.scrollWidth - element.clientWidth), (more) => more <= 1);
  await pane.getByRole('button', { name: 'Vis som tekst' }).click();
  expect(await pane.locator('li[aria-current=location]').textContent()).toContain('Projektledelse og formidling');
});

test('a number of the text leads to its cell and back', async () => {
  const { pane } = workbench;
  await pane.getByRole('button', { name: 'Vis som tekst' }).click();
  const place = await placeOf(20.2);
  await select(place?.sheet ?? '', place?.address ?? '');
  await workbench.until(() => pane.locator('mark').textContent(), (text) => text === '20,2');
  await highlight().waitFor();
  const sheets = await workbench.sheets();
  const mentions = sheets.find(({ name }) => name.startsWith('Beløb i teksten'))?.name ?? '';
  await select(mentions, 'D5');
  await workbench.until(() => pane.locator('mark').textContent(), (text) => text === '20,2');
  await pane.getByRole('button', { name: 'Vis som tekst' }).click();
  await pane.locator('li[aria-current=location]').getByRole('button', { name: '20,2' }).click();
  await workbench.until(selected, (cell) => cell === `${mentions}!D5`);
});

test('an amount of running text is highlighted alone, and a click on it selects its cell', async () => {
  const { pane } = workbench;
  await pane.getByRole('button', { name: 'Vis som tekst' }).click();
  await highlight().waitFor();
  const mentions = (await workbench.sheets()).find(({ name }) => name.startsWith('Beløb i teksten'))?.name ?? '';
  await select(mentions, 'A1');
  await workbench.until(selected, (cell) => cell === `${mentions}!A1`);
  const box = await highlight().boundingBox();
  if (box === null) throw new Error('The amount is not on the page.');
  expect(box.width).toBeLessThan(110);
  expect(await inkInHighlight()).toBeGreaterThan(0.02);
  await workbench.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await workbench.until(selected, (cell) => cell === `${mentions}!D5`);
});

test('a protected document asks for its password once, and its pages are drawn', async () => {
  const { pane } = workbench;
  await pane.getByRole('tab', { name: 'Import' }).click();
  await pane.getByRole('button', { name: 'Tilbage', exact: true }).click();
  await pane.locator('input[type=file]').first().setInputFiles(LOCKED);
  const password = pane.getByRole('textbox', { name: /Adgangskode/ });
  await password.fill('forkert');
  await password.press('Enter');
  await pane.getByText('Adgangskoden er forkert').waitFor();
  await password.fill('hemmelig');
  await password.press('Enter');
  await pane.getByText('Dokumentet har de samme initiativer og beløb').waitFor();
  await pane.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
  await pane.getByText('Aftalen er indsat:').first().waitFor();
  await pane.getByRole('tab', { name: 'Kilde' }).click();
  const overview = (await workbench.sheets()).filter(({ name }) => name.startsWith('Oversigt')).at(-1)?.name ?? '';
  await select(overview, 'D6');
  await workbench.until(() => pane.locator('mark').textContent(), (text) => text === '4,3');
  await highlight().waitFor();
  expect(await inkInHighlight()).toBeGreaterThan(0.02);
});

test('a table that goes on over a page has each figure on its own page, and each leads to its cell', async () => {
  const { pane } = workbench;
  await pane.getByRole('tab', { name: 'Import' }).click();
  await pane.getByRole('button', { name: 'Tilbage', exact: true }).click();
  await pane.locator('input[type=file]').first().setInputFiles(OVER_PAGES);
  await pane.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
  await pane.getByText('Aftalen er indsat:').first().waitFor();
  await pane.getByRole('tab', { name: 'Kilde' }).click();
  const overview = (await workbench.sheets()).filter(({ name }) => name.startsWith('Oversigt')).at(-1)?.name ?? '';
  for (const [address, figure, page] of [['G6', '0,8', 5], ['G14', '6,3', 6]] as const) {
    await select(overview, address);
    await workbench.until(() => pane.locator('mark').textContent(), (text) => text === figure);
    await pane.getByText(`Side ${page} af 6`).waitFor();
    await highlight().waitFor();
    expect(await inkInHighlight()).toBeGreaterThan(0.02);
    const box = await highlight().boundingBox();
    await select(overview, 'A1');
    await workbench.until(selected, (cell) => cell === `${overview}!A1`);
    await workbench.page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await workbench.until(selected, (cell) => cell === `${overview}!${address}`);
  }
});

test('after a reload the place is read from the lines that the workbook keeps, until the document is opened again', async () => {
  const overview = (await workbench.sheets()).filter(({ name }) => name.startsWith('Oversigt')).at(-1)?.name ?? '';
  await workbench.reload();
  const { pane } = workbench;
  await pane.getByRole('tab', { name: 'Kilde' }).click();
  await select(overview, 'G6');
  await pane.getByText('er gemt i projektmappen').waitFor();
  expect(await pane.locator('li[aria-current=location] mark').textContent()).toBe('0,8');
  await pane.locator('li[aria-current=location]').getByRole('button', { name: '0,8' }).click();
  await workbench.until(selected, (cell) => cell === `${overview}!G6`);
  const [chooser] = await Promise.all([workbench.page.waitForEvent('filechooser'), pane.getByRole('button', { name: 'Åbn dokument …' }).click()]);
  await chooser.setFiles(OVER_PAGES);
  await highlight().waitFor();
  expect(await pane.getByText('er gemt i projektmappen').count()).toBe(0);
});

test('nothing failed and the policy was kept', () => {
  expect(workbench.problems).toEqual([]);
  expect(complaints.filter((text) => /Content Security Policy|Refused|eval|font/i.test(text))).toEqual([]);
});
