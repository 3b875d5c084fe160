import { ServerProcess, WorkbenchPage } from '../support/workbench-page';

/** A budget of the officer's own in 1.000 kr. with two wrong cells: tied to the agreement, remembered, sorted, opened again, mended and forgotten. */

const OVERVIEW = 'Oversigt 2026-2029';
const SHEET = 'Ark1';
const YEARS = ['C', 'D', 'E', 'F'] as const;
const ROWS = [5, 6, 12];

let server: ServerProcess;
let workbench: WorkbenchPage;
let budget: (string | number)[][] = [];

beforeAll(async () => {
  server = await ServerProcess.workbench();
  workbench = await WorkbenchPage.open(server.address);
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
});

const paneText = (): Promise<string> => workbench.pane.locator('main').innerText();
const button = (name: RegExp | string) => workbench.pane.getByRole('button', { name }).first();
const showsText = (text: string | RegExp): Promise<string> => workbench.until(paneText, (shown) => (typeof text === 'string' ? shown.includes(text) : text.test(shown)));

/** The cells of the budget that bear a flag. */
async function flagged(): Promise<string[]> {
  const cells = ['B', 'C', 'D', 'E', 'F'].flatMap((letter) => [2, 3, 4].map((row) => `${letter}${row}`));
  const seen = await Promise.all(cells.map(async (address) => ({ address, cell: await workbench.cell(SHEET, address) })));
  return seen.flatMap(({ address, cell }) => (cell.fill !== null && (cell.comment ?? '').startsWith('Reserve: ') ? [address] : []));
}

const settlesAt = (addresses: readonly string[]): Promise<string[]> => workbench.until(flagged, (found) => found.join() === addresses.join());

async function paste(rows: readonly (readonly (string | number)[])[]): Promise<void> {
  await workbench.paste(SHEET, 'A1', rows.map((row) => row.join('\t')).join('\n'));
}

async function read(address: string): Promise<unknown> {
  return (await workbench.cell(OVERVIEW, address)).value;
}

test('a pasted budget in thousands is compared with the agreement: just its two wrong cells differ', async () => {
  await button(/eksempelaftalen/).click();
  await button(/Indsæt i projektmappen/).click();
  await workbench.pane.getByText('Aftalen er indsat').first().waitFor();
  const rows = await Promise.all(ROWS.map(async (row) => {
    const years = await Promise.all(YEARS.map(async (letter) => Math.round(Number(await read(`${letter}${row}`)) * 1000)));
    return [String(await read(`A${row}`)), ...years, years.reduce((sum, year) => sum + year, 0)];
  }));
  budget = [['1.000 kr.', '2026', '2027', '2028', '2029', 'I alt'], ...rows];
  (budget[1] as (string | number)[])[1] = Number(budget[1]?.[1]) + 400;
  (budget[3] as (string | number)[])[3] = Number(budget[3]?.[3]) + 900;
  await paste(budget);
  await workbench.pane.getByRole('tab', { name: /Kontrol/ }).click();
  await workbench.press(SHEET, 'A1');
  await button('Flere handlinger').click();
  await workbench.pane.getByRole('menuitem', { name: 'Sammenlign med aftalen' }).click();
  await showsText('Afviger fra aftalen');
  expect(await workbench.pane.getByRole('article').count()).toBe(2);
  expect(await flagged()).toEqual([]);
});

test('a comparison that is remembered flags just these cells and explains the sums that they break', async () => {
  await button('Husk sammenligningen').click();
  await settlesAt(['B2', 'D4']);
  await showsText('Sammenligningen er husket');
  await button('Tilbage').click();
  await button('Tilbage').click();
  await showsText('Egne tabeller mod aftalen');
  await showsText('2 tal afviger');
  expect((await workbench.cell(SHEET, 'B2')).comment).toMatch(/^Reserve: I arket står .* t\.kr\., i aftalen .* mio\. kr\.: arket er 400 t\.kr\. højere/);
});

test('the flags follow the rows through a sort', async () => {
  await paste([budget[0] ?? [], budget[3] ?? [], budget[1] ?? [], budget[2] ?? []]);
  await settlesAt(['B3', 'D2']);
});

test('the comparison is there when the workbook is opened again, and goes on', async () => {
  await workbench.reload();
  await workbench.pane.getByRole('tab', { name: /Kontrol/ }).click();
  await button('Kontrollér projektmappen').click();
  await showsText('2 tal afviger');
  expect(await flagged()).toEqual(['B3', 'D2']);
  await workbench.type(SHEET, 'B3', String(Number(budget[1]?.[1]) - 400));
  await settlesAt(['D2']);
  await showsText('1 tal afviger');
});

test('in another price level nothing is compared without an index; with the user’s own the agreement is converted, and the index is named', async () => {
  await button(/^Vis Ark1!/).click();
  await showsText('Sammenligningen er husket');
  await workbench.pane.getByLabel('Tabellens prisniveau').selectOption('2025-pl');
  await showsText('Beløb i forskellige prisniveauer sammenlignes ikke uden et indeks.');
  await button('Omregn til fælles prisniveau …').click();
  for (const [label, value] of [['Indekstal for 2025', '100,0'], ['Indekstal for 2026', '102,5'], ['Indeks', 'pl-indeks'], ['Udgave', 'august 2026'], ['Kilde', 'FM']] as const) await workbench.pane.getByRole('textbox', { name: label, exact: true }).fill(value);
  await button('Omregn').click();
  await button('Sammenlign med indekset').click();
  await showsText('Omregnet med pl-indeks, udgave august 2026, kilde: FM (2025: 100,0; 2026: 102,5).');
  await showsText('Afviger fra aftalen');
  await showsText('RESERVE.TIEOUT regner ikke om');
  expect(await button('Skriv RESERVE.TIEOUT ved siden af').count()).toBe(0);
  await button('Sammenlign uden indeks').click();
  await workbench.pane.getByLabel('Tabellens prisniveau').selectOption('2026-pl');
  await showsText(/\b1\s*afviger/);
  await button('Tilbage').click();
  await button('Tilbage').click();
});

test('it is shown again with its matches, and when it is forgotten its flags go and the figures stay', async () => {
  await button(/^Vis Ark1!/).click();
  await showsText('Sammenligningen er husket');
  await button('Glem sammenligningen').click();
  await settlesAt([]);
  expect((await workbench.cell(SHEET, 'D2')).value).toBe(budget[3]?.[3]);
  expect(workbench.problems).toEqual([]);
});
