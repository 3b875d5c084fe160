import { ServerProcess, WorkbenchPage, type SeenCell } from '../support/workbench-page';

/** The main job as a new user does it, with the add-in's own pane in the workbench that `npm start` serves. */

const OVERVIEW = 'Oversigt 2026-2029';
const INITIATIVE = 'Nattelys Fyn';

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

const paneText = (): Promise<string> => workbench.pane.locator('body').innerText();
const button = (name: RegExp) => workbench.pane.getByRole('button', { name }).first();

/** The address of the first cell of the overview, from a row on, that shows a text. */
async function addressOf(text: string, fromRow = 1): Promise<string> {
  for (let row = fromRow; row <= 30; row += 1) {
    for (const column of 'ABCDEFGHIJKLMN') {
      if ((await workbench.cell(OVERVIEW, `${column}${row}`)).value === text) return `${column}${row}`;
    }
  }
  throw new Error(`The overview does not show ${text}`);
}

const columnOf = (address: string): string => address.replace(/\d+/, '');
const rowOf = (address: string): string => address.replace(/\D+/, '');

async function figure(initiative: string, header: string): Promise<string> {
  const headerRow = Number(rowOf(await addressOf('I alt ifølge aftalen')));
  return columnOf(await addressOf(header, headerRow)) + rowOf(await addressOf(initiative, headerRow));
}

const settlesAt = (sheet: string, address: string, isExpected: (cell: SeenCell) => boolean): Promise<SeenCell> => workbench.until(() => workbench.cell(sheet, address), isExpected);

test('two clicks take the sample into the workbook', async () => {
  await button(/eksempelaftalen/).click();
  await workbench.until(paneText, (text) => text.includes('9 initiativer'));
  await button(/Indsæt i projektmappen/).click();
  await workbench.until(paneText, (text) => text.includes('Aftalen er indsat'));
  expect((await workbench.sheets()).filter(({ visibility }) => visibility === 'Visible').map(({ name }) => name)).toEqual(['Forside', 'Ark1', OVERVIEW, 'Delposter 2026-2029', 'Puljer 2026-2029', 'Beløb i teksten 2026-2029', 'Afstemning 2026-2029', 'Kilder 2026-2029']);
  expect((await workbench.sheets()).some(({ visibility }) => visibility === 'VeryHidden')).toBe(true);
});

test('figures are numbers, totals are formulas, and the printed total stands beside', async () => {
  expect(await workbench.cell(OVERVIEW, await figure(INITIATIVE, '2027'))).toMatchObject({ value: 1.3, formula: null });
  const total = await workbench.cell(OVERVIEW, await figure(INITIATIVE, 'I alt'));
  expect(total.value).toBe(5.4);
  expect(total.formula).toContain('SUM');
  expect(await workbench.cell(OVERVIEW, await figure(INITIATIVE, 'I alt ifølge aftalen'))).toMatchObject({ value: 5.4, formula: null });
});

test.each([
  ['A2', '=RESERVE.TOTAL("Nattelys")', 5.4],
  ['A3', '=RESERVE.TOTAL("Trædestenen",2027)', 2.1],
  ['A4', '=RESERVE.TOTAL("SletDet")', 6.6],
  ['A5', '=RESERVE.TOTAL("SletDet",2027)', 3],
  ['A6', '=RESERVE.TOTAL("KLAR TIL START",,"2022-2025")', 3],
  ['A7', '=RESERVE.TOTAL("KLAR TIL START")', '#N/A'],
])('typed into %s: %s', async (address, formula, value) => {
  await workbench.type('Ark1', address, formula);
  await settlesAt('Ark1', address, (cell) => cell.value === value);
});

test('a changed figure is flagged with a fill and a comment, and clean again when it is restored', async () => {
  const address = await figure(INITIATIVE, '2027');
  await workbench.type(OVERVIEW, address, '1,8');
  const flagged = await settlesAt(OVERVIEW, address, (cell) => cell.fill !== null && cell.comment !== null);
  expect(flagged.comment).toMatch(/1,3/);
  await workbench.type(OVERVIEW, address, '1,3');
  await settlesAt(OVERVIEW, address, (cell) => cell.fill === null && cell.comment === null);
});

test('after a reload the formulas compute again and the model is still there', async () => {
  await workbench.page.waitForTimeout(1000);
  await workbench.reload();
  await settlesAt('Ark1', 'A2', (cell) => cell.value === 5.4);
  await workbench.until(paneText, (text) => text.includes('I projektmappen') && !text.includes('Ingen aftaler'));
});

test('one button takes the import back whole', async () => {
  await button(/^Fjern importen af/).click();
  await button(/Ja, fjern importen/).click();
  await workbench.until(
    () => workbench.sheets(),
    (sheets) => sheets.filter(({ visibility }) => visibility === 'Visible').length === 1,
  );
  await settlesAt('Ark1', 'A2', (cell) => cell.value === '#N/A');
});

test('F6 goes round the commands, the grid and the pane', async () => {
  const region = (): Promise<string> =>
    workbench.page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.id === 'pane-frame' ? 'pane' : (activeElement?.closest('#ribbon, #grid')?.id ?? 'nowhere');
    });
  await workbench.pane.getByRole('tab', { name: 'Import' }).focus();
  for (const next of ['ribbon', 'grid', 'pane']) {
    await workbench.page.keyboard.press('F6');
    await workbench.until(region, (shown) => shown === next);
  }
  expect(await workbench.pane.locator('[role=tab]:focus').count()).toBe(1);
});

test('nothing went wrong on the page meanwhile', () => {
  expect(workbench.problems).toEqual([]);
});
