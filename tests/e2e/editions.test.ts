import { correctedSample } from '../support/corrected-sample';
import { ServerProcess, WorkbenchPage } from '../support/workbench-page';

/** A corrected edition of an agreement that stands in the workbook: what changed, written as a sheet, and taken over in place. */

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

const main = () => workbench.pane.locator('main');
const button = (name: RegExp | string) => workbench.pane.getByRole('button', { name }).first();
const paneText = (): Promise<string> => main().innerText();
const shows = (text: string): Promise<string> => workbench.until(() => workbench.pane.locator('body').innerText(), (shown) => shown.includes(text));

test('a document that is a new edition of what stands in the workbook is known as one', async () => {
  await button(/eksempelaftalen/).click();
  await button(/Indsæt i projektmappen/).click();
  await shows('Aftalen er indsat');
  await workbench.type('Ark1', 'A1', `='${OVERVIEW}'!C11`);
  await workbench.type('Ark1', 'A2', '=RESERVE.TOTAL("Nattelys Fyn";2026)');
  await workbench.type(OVERVIEW, 'C5', '9');
  await button(/Tilbage/).click();
  await workbench.pane.locator('input[type=file]').first().setInputFiles({ name: 'aftale-rettet.txt', mimeType: 'text/plain', buffer: Buffer.from(correctedSample(), 'utf8') });
  await shows('Det ligner en ny udgave');
  expect(await paneText()).toContain('5 ændringer');
  await workbench.shoot('1-found');
});

test('the five planted changes are shown, with both places', async () => {
  await button('Se ændringer').click();
  await workbench.until(() => main().getByRole('article').count(), (count) => count === 5);
  const cards = await main().getByRole('article').allInnerTexts();
  expect(cards.map((card) => card.split('\n').slice(0, 2).join(': '))).toEqual([
    'Nattelys Fyn: forhøjet, ændrede delposter',
    'Kompasset → Kompasset for familier: nyt navn · det ene navn indgår i det andet',
    'Bisiddere til ældre i klagesager: flyttet mellem år, ændrede delposter',
    'Natcaféer i havnebyer: ny',
    'Fritidspas til nytilkomne børn: udgået',
  ]);
  expect(cards[0]).toContain('2026: 1,5 → 1,7 (+0,2) mio. kr.');
  expect(cards[2]).toMatch(/2027: 0,7 → 0,4 \(-0,3\) mio\. kr\.\s+linje 241 → linje 241/);
  await main().getByRole('button', { name: 'Se begge kilder' }).first().click();
  await workbench.until(() => main().getByRole('region', { name: 'Gammel udgave' }).first().innerText(), (text) => text.includes('1,5'));
  expect(await main().getByRole('region', { name: 'Ny udgave' }).first().innerText()).toContain('1,7');
  await workbench.shoot('2-changes');
  await main().getByRole('button', { name: /^Parring/ }).click();
  await workbench.shoot('3-pairing');
});

test('the changes are written on a sheet with a formula for each difference', async () => {
  await button('Skriv ændringerne i et ark').click();
  await shows('Hver forskel er en formel');
  const sheet = 'Ændringer 2026-2029';
  await workbench.until(() => workbench.cell(sheet, 'H6'), ({ formula }) => formula === '=G6-F6');
  expect(Number((await workbench.cell(sheet, 'H6')).value)).toBeCloseTo(0.2, 9);
  await workbench.shoot('4-sheet');
});

test("the edition is taken over in place: formulas follow, and the user's own correction is asked about", async () => {
  await button('Erstat på de samme ark …').click();
  await shows('Erstat den gamle udgave');
  expect(await paneText()).toContain('1 celle, du selv har rettet');
  await workbench.shoot('5-question');
  await button('Erstat den gamle udgave').click();
  await workbench.until(() => workbench.pane.locator('body').innerText(), (text) => text.includes('Hvem erstatter') || text.includes('har erstattet'));
  if ((await workbench.pane.getByText('Hvem erstatter').count()) > 0) {
    await workbench.pane.getByRole('textbox').first().fill('Anne Holm');
    await workbench.shoot('6-signer');
    await workbench.pane.locator('form button[type=submit]').click();
  }
  await shows('har erstattet den gamle');
  await workbench.shoot('7-taken');
  expect((await workbench.cell(OVERVIEW, 'C5')).value).toBe(9);
  await workbench.until(() => workbench.cell(OVERVIEW, 'C5'), ({ fill }) => fill !== null);
  expect((await workbench.cell(OVERVIEW, 'C11')).value).toBe(1);
  expect((await workbench.cell('Ark1', 'A1')).value).toBe(1);
  await workbench.until(() => workbench.cell('Ark1', 'A2'), ({ value }) => value === 1.7);
  expect((await workbench.sheets()).map(({ name }) => name)).toEqual(expect.arrayContaining([OVERVIEW, 'Afstemningslog', 'Ændringer 2026-2029']));
  expect(workbench.problems).toEqual([]);
});
