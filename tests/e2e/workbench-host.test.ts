import { ServerProcess, WorkbenchPage } from '../support/workbench-page';

let server: ServerProcess;
let workbench: WorkbenchPage;

beforeAll(async () => {
  server = await ServerProcess.start(['tests/workbench/fixtures/serve.mjs', '3170'], /serving/);
  workbench = await WorkbenchPage.open('http://localhost:3170/');
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

test('save, new and open', async () => {
  await workbench.page.locator('#file-save').click();
  await workbench.page.locator('#file-new').click();
  await workbench.until(() => workbench.sheets(), (sheets) => sheets.length === 1);
  await workbench.page.locator('#file-open').click();
  await workbench.until(() => workbench.sheets(), (sheets) => sheets.length === 3);
  await workbench.until(() => workbench.cell('Data', 'A6'), (cell) => cell.value === 6.6);
});

test('a workbook goes into an .xlsx file and comes back from it', async () => {
  const [download] = await Promise.all([workbench.page.waitForEvent('download'), workbench.page.locator('#file-save-xlsx').click()]);
  const path = await download.path();
  await workbench.until(() => workbench.page.locator('#status').innerText(), (text) => text.includes('Gemt som'));
  await workbench.page.locator('#file-new').click();
  await workbench.until(() => workbench.sheets(), (sheets) => sheets.length === 1);
  const [chooser] = await Promise.all([workbench.page.waitForEvent('filechooser'), workbench.page.locator('#file-open-xlsx').click()]);
  await chooser.setFiles(path);
  await workbench.until(() => workbench.sheets(), (sheets) => sheets.length === 3);
  expect(await workbench.cell('Data', 'C4')).toMatchObject({ value: 15.5, formula: '=SUM(Data_2026[I alt])' });
  expect(await workbench.cell('Data', 'B3')).toMatchObject({ fill: '#FFF4CE', comment: 'Afviger fra teksten' });
  await workbench.until(() => workbench.cell('Data', 'A6'), (cell) => cell.value === 6.6);
});

test('nothing failed on the way', () => {
  expect(workbench.problems).toEqual([]);
});
