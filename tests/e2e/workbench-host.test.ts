import { ServerProcess, WorkbenchPage, type WorkbenchWindow } from '../support/workbench-page';

let server: ServerProcess;
let workbench: WorkbenchPage;

beforeAll(async () => {
  server = await ServerProcess.start(['tests/workbench/fixtures/serve.mjs'], /serving/);
  workbench = await WorkbenchPage.open(server.address);
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
});

const paneText = (): Promise<string> => workbench.pane.locator('#pane').innerText();

test('the unmodified office.js starts in the pane and knows its host', async () => {
  await workbench.until(paneText, (text) => text.includes('ready Excel PC da-DK'));
});

test('what the add-in builds is in the workbook and on the screen', async () => {
  await workbench.pane.locator('#build').click();
  await workbench.until(paneText, (text) => text.includes('built'));
  expect(await workbench.cell('Data', 'C4')).toMatchObject({ value: 7.5, formula: '=SUM(Data_2026[I alt])' });
  expect(await workbench.cell('Data', 'B1')).toMatchObject({ value: '2026' });
  expect(await workbench.cell('Data', 'B3')).toMatchObject({ fill: '#FFF4CE', comment: 'Afviger fra teksten' });
  expect(await workbench.sheets()).toEqual([
    { name: 'Ark1', visibility: 'Visible' },
    { name: 'Data', visibility: 'Visible' },
    { name: 'Lager', visibility: 'VeryHidden' },
  ]);
});

test('a typed Danish number reaches the add-in as a change, after the formulas were computed', async () => {
  await workbench.type('Data', 'B2', '5,5');
  await workbench.until(paneText, (text) => text.includes('B2 Local C4=[[15.5]]'));
  expect(await workbench.cell('Data', 'B2')).toMatchObject({ value: 5.5 });
});

test.each([
  ['A6', '=RESERVE.TOTAL("SletDet")', 6.6],
  ['A7', '=RESERVE.TOTAL("SletDet",2027)', 3],
  ['A8', '=RESERVE.TOTAL("SletDet";2027)', 3],
  ['A9', '=RESERVE.TOTAL("nix")', '#N/A'],
  ['A10', '1.234,5', 1234.5],
  ['A11', '=SUM(B2:B3)', 7.75],
])('typed into %s: %s', async (address, text, value) => {
  await workbench.type('Data', address, text);
  await workbench.until(() => workbench.cell('Data', address), (cell) => cell.value === value);
});

test('a function that is begun is offered with what it is for, is taken with Tab, and its arguments are told', async () => {
  const { keyboard } = workbench.page;
  const shows = (text: string): Promise<string> => workbench.until(() => workbench.page.locator('body').innerText(), (shown) => shown.includes(text));
  await workbench.press('Data', 'H20', 'F2');
  await keyboard.type('=reserve.to');
  await shows('The amount of a named thing.');
  await keyboard.press('Tab');
  await shows('RESERVE.TOTAL(name,[year])');
  await keyboard.type('"SletDet",2027)');
  await keyboard.press('Enter');
  await workbench.until(() => workbench.cell('Data', 'H20'), ({ value }) => value === 3);
});

test('a formula that is none is refused and the cell stays as it was', async () => {
  await workbench.type('Data', 'A12', '=1*/2');
  await workbench.until(() => workbench.page.locator('#status').innerText(), (text) => text.includes('ikke gyldig'));
  expect(await workbench.cell('Data', 'A12')).toMatchObject({ value: null, formula: null });
});

test('a figure keeps the digits that its number format hides when it is edited and left as it was', async () => {
  await workbench.type('Data', 'A13', '31-12-2025');
  await workbench.type('Data', 'A14', '12,125%');
  const before = await workbench.cell('Data', 'A14');
  await workbench.press('Data', 'A14', 'F2', 'Enter');
  await workbench.press('Data', 'A13', 'F2', 'Enter');
  expect(await workbench.cell('Data', 'A14')).toEqual(before);
  expect(await workbench.cell('Data', 'A13')).toMatchObject({ value: 46022 });
});

test('what is pasted from elsewhere is read the Danish way', async () => {
  await workbench.paste('Data', 'F1', 'Konto\tBeløb\nLøn\t1.234\n- heraf tillæg\t(5,5)');
  expect(await Promise.all(['F1', 'G2', 'F3', 'G3'].map(async (address) => (await workbench.cell('Data', address)).value))).toEqual(['Konto', 1234, '- heraf tillæg', -5.5]);
  await workbench.press('Data', 'F1', 'Control+z');
  await workbench.until(() => workbench.cell('Data', 'G2'), (cell) => cell.value === null);
  await workbench.press('Data', 'F1', 'Control+y');
  await workbench.until(() => workbench.cell('Data', 'G2'), (cell) => cell.value === 1234);
});

test('the grid is at rest when nobody does anything', async () => {
  await workbench.page.waitForTimeout(1000);
  const before = await workbench.mutationCount();
  await workbench.page.waitForTimeout(1000);
  expect(await workbench.mutationCount()).toBe(before);
  expect(before).toBeGreaterThan(0);
});

test('a ribbon button runs the function that the add-in associated', async () => {
  await workbench.page.locator('[id="command-Reserve.Check"]').click();
  await workbench.until(paneText, (text) => text.includes('command'));
  await workbench.until(() => workbench.page.locator('#status').innerText(), (text) => text.includes('udført'));
});

test('after a reload everything is there and the formulas compute again', async () => {
  await workbench.page.waitForTimeout(800);
  await workbench.reload();
  await workbench.until(() => workbench.cell('Data', 'A6'), (cell) => cell.value === 6.6);
  expect(await workbench.cell('Data', 'C4')).toMatchObject({ value: 15.5 });
  expect(await workbench.cell('Data', 'B3')).toMatchObject({ comment: 'Afviger fra teksten' });
  expect((await workbench.sheets()).map((sheet) => sheet.visibility)).toEqual(['Visible', 'Visible', 'VeryHidden']);
});

test('a table is filtered and sorted from its heading, and both are taken back', async () => {
  const hidden = (): Promise<number[]> => workbench.page.evaluate(() => [...((window as WorkbenchWindow).workbench?.side.workbook.sheetNamed('Data')?.hiddenRows ?? [])]);
  const { page } = workbench;
  await workbench.press('Data', 'A2', 'Alt+ArrowDown');
  await page.getByRole('checkbox', { name: 'Pærer' }).uncheck();
  await page.getByRole('button', { name: 'Filtrér' }).click();
  await workbench.until(hidden, (rows) => rows.length === 1);
  await workbench.press('Data', 'A3', 'Control+z');
  await workbench.until(hidden, (rows) => rows.length === 0);
  const first = (await workbench.cell('Data', 'A2')).value;
  await workbench.press('Data', 'A2', 'Alt+ArrowDown');
  await page.getByRole('button', { name: /stigende/ }).click();
  await workbench.until(() => workbench.cell('Data', 'A3'), (cell) => cell.value === first);
  await workbench.press('Data', 'A2', 'Control+z');
  await workbench.until(() => workbench.cell('Data', 'A2'), (cell) => cell.value === first);
});

test('what is found can be replaced, which is an edit of the workbook', async () => {
  await workbench.type('Data', 'A20', 'Kontoplan');
  await workbench.press('Data', 'A20', 'Control+h');
  const find = workbench.page.getByPlaceholder('Søg i arket');
  await find.fill('Kontoplan');
  await workbench.page.getByPlaceholder('Erstat med').fill('Regnskab');
  await workbench.page.getByRole('button', { name: 'Søg', exact: true }).click();
  await workbench.page.getByRole('button', { name: 'Erstat', exact: true }).click();
  await workbench.until(() => workbench.cell('Data', 'A20'), (cell) => cell.value === 'Regnskab');
  await workbench.page.keyboard.press('Escape');
});

test('a border of the toolbar is the workbook\'s, and is taken back', async () => {
  const border = (): Promise<unknown> => workbench.page.evaluate(() => (window as WorkbenchWindow).workbench?.side.workbook.sheetNamed('Data')?.styleAt(21, 1)?.borders ?? null);
  await workbench.press('Data', 'A22', 'Shift+ArrowRight');
  await workbench.page.locator('[data-u-command="sheet.command.set-border-basic"]').first().locator('svg').last().click();
  const choices = workbench.page.locator('section > .univer-grid-cols-5 > a:visible');
  await choices.first().waitFor();
  expect(await choices.count()).toBe(10);
  await choices.nth(5).click();
  const line = { style: 'Continuous', weight: 'Thin', color: '#000000' };
  expect(await workbench.until(border, (seen) => seen !== null)).toEqual({ EdgeTop: line, EdgeBottom: line, EdgeLeft: line, EdgeRight: line });
  await workbench.press('Data', 'A22', 'Control+z');
  await workbench.until(border, (seen) => seen === null);
});

test('a sheet is printed with its own set-up, its heads and feet in Danish', async () => {
  const { page } = workbench;
  await page.evaluate(() => {
    const sheet = (window as WorkbenchWindow).workbench?.side.workbook.sheetNamed('Data');
    sheet?.pageLayout.set('Orientation', 'Landscape').set('PrintTitleRows', '$1:$1').set('RightFooter', 'Side &P af &N').set('LeftHeader', '&A').set('RightHeader', '&D');
  });
  // A frame that would print tells the page what, since nobody answers the browser's dialogue here.
  await page.addInitScript(() => {
    window.print = () => window.parent.document.body.setAttribute('data-printed', (window.frameElement as HTMLIFrameElement).srcdoc);
  });
  await workbench.press('Data', 'A1', 'Control+p');
  const paper = (await workbench.until(() => page.getAttribute('body', 'data-printed'), (printed) => printed !== null)) ?? '';
  expect(paper).toContain('size: 842pt 595pt');
  expect(paper).toContain('@bottom-right { font: 9pt Arial, sans-serif; content: "Side " counter(page) " af " counter(pages) }');
  expect(paper).toContain('@top-left { font: 9pt Arial, sans-serif; content: "Data" }');
  expect(paper).toMatch(/@top-right \{ font: [^;]+; content: "\d{1,2}\.\d{1,2}\.\d{4}" \}/);
  expect(/<thead>.*<\/thead>/.exec(paper)?.[0]).toContain('I alt');
  expect(paper).toContain('>15,50<');
});

/** Saves the workbook under a name. */
async function saveAs(name: string): Promise<void> {
  await workbench.page.locator('#file-menu').click();
  await workbench.page.locator('#file-save-as').click();
  await workbench.page.locator('#file-name').fill(name);
  await workbench.page.keyboard.press('Enter');
}

/** Chooses something from the menu of files. */
async function chooseInFiles(id: string): Promise<void> {
  await workbench.page.locator('#file-menu').click();
  await workbench.page.locator(`#${id}`).click();
}

test('a sheet is renamed by pressing its tab twice, however soon the name is there', async () => {
  await workbench.page.getByText('Ark1', { exact: true }).last().dblclick();
  await workbench.page.locator('[contenteditable="true"]').getByText('Ark1').waitFor();
  await workbench.page.keyboard.press('Control+a');
  await workbench.page.keyboard.type('Bilag');
  await workbench.page.keyboard.press('Enter');
  await workbench.until(() => workbench.sheets(), (sheets) => sheets[0]?.name === 'Bilag');
});

test('workbooks are saved under names, opened, renamed and deleted after a question', async () => {
  const { page } = workbench;
  await page.locator('#file-save').click();
  await page.locator('#file-name').fill('Aftaler');
  await page.keyboard.press('Enter');
  await workbench.until(() => page.title(), (title) => title.startsWith('Aftaler'));
  await saveAs('Udkast');
  await workbench.until(() => page.title(), (title) => title.startsWith('Udkast'));
  await chooseInFiles('file-new');
  await workbench.until(() => workbench.sheets(), (sheets) => sheets.length === 1);
  await workbench.type('Ark1', 'A1', 'ikke gemt');
  await chooseInFiles('file-open');
  await page.getByRole('button', { name: 'Omdøb: Udkast' }).click();
  await page.locator('#file-name').fill('Endelig');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Slet: Aftaler' }).click();
  await page.getByRole('dialog', { name: 'Slet projektmappen' }).getByRole('button', { name: 'Slet' }).click();
  await page.getByRole('button', { name: 'Slet: Aftaler' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Endelig', exact: true }).click();
  await page.getByRole('button', { name: 'Fortsæt uden at gemme' }).click();
  await workbench.until(() => workbench.sheets(), (sheets) => sheets.length === 3);
  await workbench.until(() => workbench.cell('Data', 'A6'), (cell) => cell.value === 6.6);
  expect(await page.title()).toContain('Endelig');
});

test('a workbook goes into an .xlsx file and comes back from it', async () => {
  const [download] = await Promise.all([workbench.page.waitForEvent('download'), chooseInFiles('file-save-xlsx')]);
  const path = await download.path();
  await workbench.until(() => workbench.page.locator('#status').innerText(), (text) => text.includes('Gemt som'));
  await chooseInFiles('file-new');
  await workbench.until(() => workbench.sheets(), (sheets) => sheets.length === 1);
  const [chooser] = await Promise.all([workbench.page.waitForEvent('filechooser'), chooseInFiles('file-open-xlsx')]);
  await chooser.setFiles(path);
  await workbench.until(() => workbench.sheets(), (sheets) => sheets.length === 3);
  expect(await workbench.cell('Data', 'C4')).toMatchObject({ value: 15.5, formula: '=SUM(Data_2026[I alt])' });
  expect(await workbench.cell('Data', 'B3')).toMatchObject({ fill: '#FFF4CE', comment: 'Afviger fra teksten' });
  await workbench.until(() => workbench.cell('Data', 'A6'), (cell) => cell.value === 6.6);
});

test('a browser in English gets an English workbench', async () => {
  await chooseInFiles('file-language');
  await workbench.ready();
  await workbench.until(() => workbench.page.locator('#file-menu').innerText(), (text) => text === 'Files');
  expect(await workbench.page.evaluate(() => document.documentElement.lang)).toBe('en');
});

test('nothing failed on the way', () => {
  expect(workbench.problems).toEqual([]);
});
