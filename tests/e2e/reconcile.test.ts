import { ServerProcess, WorkbenchPage, type SeenCell } from '../support/workbench-page';

/** An officer's afternoon: import, three figures spoilt, their explanations, one accepted with a reason, two corrected, the working paper. */

const OVERVIEW = 'Oversigt 2026-2029';
const LOG = 'Afstemningslog';
const PAPER = 'Arbejdspapir 2026-2029';
const REASON = 'Rettet efter aftale med departementet';

/** Figures of the sample's overview: the first year of the first initiative, and so on. */
const SPOILT = [
  { address: 'C5', printed: 1.5, wrong: 15, edit: 'i dokumentet står der 1,5, i arket 15', sum: '15,0 + 1,3 + 1,3 + 1,3 = 18,9, men i alt står der 5,4: forskel 13,5 mio. kr.', slip: 'Måske er kommaet flyttet: 15,0 i stedet for 1,5' },
  { address: 'E6', printed: 6.4, wrong: 4.6, edit: 'i dokumentet står der 6,4, i arket 4,6', sum: '6,0 + 4,6 + 4,1 = 14,7, men i alt står der 16,5: forskel -1,8 mio. kr.', slip: 'Måske er to cifre byttet om: 4,6 i stedet for 6,4' },
  { address: 'F12', printed: 4.2, wrong: 2.4, edit: 'i dokumentet står der 4,2, i arket 2,4', sum: '2,2 + 4,2 + 4,2 + 2,4 = 13,0, men i alt står der 14,8: forskel -1,8 mio. kr.', slip: 'Måske er to cifre byttet om: 2,4 i stedet for 4,2' },
] as const;
const [FIRST, SECOND, KEPT] = SPOILT;

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

const paneText = (): Promise<string> => workbench.pane.locator('main').innerText();
const heard = (): Promise<string> => workbench.pane.locator('[role=status][aria-live=polite]').last().innerText();
const button = (name: RegExp | string) => workbench.pane.getByRole('button', { name }).first();
/** Chooses what the findings offer behind their button. */
const choose = async (name: string): Promise<void> => {
  await button('Flere handlinger').click();
  await workbench.pane.getByRole('menuitem', { name }).click();
};
const finding = (words: string) => workbench.pane.getByRole('article').filter({ hasText: words });
/** Opens everything that the list of findings folds away. */
const unfold = async (): Promise<void> => {
  const folded = workbench.pane.locator('main').getByRole('button', { expanded: false });
  while ((await folded.count()) > 0) await folded.first().click();
};
const settlesAt = (address: string, isExpected: (cell: SeenCell) => boolean): Promise<SeenCell> => workbench.until(() => workbench.cell(OVERVIEW, address), isExpected);
/** A figure as an officer types it. */
const typed = (figure: number): string => String(figure).replace('.', ',');
const activeSheet = (): Promise<string> => workbench.page.evaluate(() => (window as unknown as { workbench: { side: { workbook: { activeSheet: { name: string } } } } }).workbench.side.workbook.activeSheet.name);
const showsText = (text: string, isThere = true): Promise<string> => workbench.until(paneText, (shown) => shown.includes(text) === isThere);

/** The column of texts of a sheet, from its first row on. */
function column(sheet: string, letter: string, rows: number): Promise<unknown[]> {
  return Promise.all(Array.from({ length: rows }, async (_empty, index) => (await workbench.cell(sheet, `${letter}${index + 1}`)).value));
}

test('two clicks import the sample, whose own slips are the only differences', async () => {
  await button(/eksempelaftalen/).click();
  await button(/Indsæt i projektmappen/).click();
  await workbench.pane.getByText('Aftalen er indsat').first().waitFor();
  await button('Se afvigelser').click();
  await workbench.until(() => workbench.pane.getByRole('article').count(), (count) => count === 3);
  expect(await paneText()).not.toContain('Ændret efter import');
});

test('three spoilt figures are flagged, each with its arithmetic and its likely slip', async () => {
  for (const { address, wrong } of SPOILT) await workbench.type(OVERVIEW, address, typed(wrong));
  for (const { address, edit } of SPOILT) {
    const flagged = await settlesAt(address, (cell) => cell.fill !== null && (cell.comment ?? '').includes(edit));
    expect(flagged.comment).toMatch(/^Reserve: /);
  }
  for (const { edit } of SPOILT) await showsText(edit);
  await unfold();
  for (const { sum, slip } of SPOILT) {
    const shown = await paneText();
    expect(shown).toContain(sum);
    expect(shown).toContain(slip);
    expect(shown.split(`${sum} (`).length - 1).toBe(1);
  }
  // The document's own three and the three edits, not every check that an edit makes fail.
  expect(await heard()).toBe('Projektmappen er kontrolleret: 6 afvigelser.');
});

test('the printed total that a spoilt row no longer adds up to is flagged too', async () => {
  await settlesAt('H5', (cell) => cell.fill !== null && (cell.comment ?? '').includes(FIRST.sum));
});

test('a finding leads to its cell and to its line in the document', async () => {
  await finding(KEPT.edit).getByRole('button', { name: `Gå til ${OVERVIEW}!${KEPT.address}` }).click();
  await finding(KEPT.edit).getByRole('button', { name: /^linje \d+$/ }).click();
  const marked = workbench.pane.locator('li[aria-current=location]');
  await marked.waitFor();
  expect(await marked.innerText()).toContain('4,2');
  await workbench.pane.getByRole('tab', { name: /Kontrol/ }).click();
});

test('one finding is accepted with a reason, which is not given by accident', async () => {
  await finding(KEPT.edit).getByRole('button', { name: 'Godkend …' }).click();
  const confirm = finding(KEPT.edit).getByRole('button', { name: 'Godkend', exact: true });
  expect(await confirm.getAttribute('aria-disabled')).toBe('true');
  await finding(KEPT.edit).getByRole('textbox', { name: 'Begrundelse' }).fill(REASON);
  await confirm.click();
  await workbench.pane.getByText('Excel oplyser ikke dit navn').first().waitFor();
  expect((await workbench.sheets()).map(({ name }) => name)).not.toContain(LOG);
  await workbench.pane.getByRole('textbox', { name: 'Navn eller initialer' }).fill('AH');
  await button('Fortsæt').click();
  await workbench.pane.getByText('Din godkendelse er noteret i loggen.').first().waitFor();
  expect(await activeSheet()).toBe(OVERVIEW);
  await workbench.until(() => finding(KEPT.edit).innerText(), (text) => text.includes(`af AH: ${REASON}`));
  expect((await workbench.sheets()).map(({ name }) => name)).toContain(LOG);
  expect((await workbench.cell(LOG, 'C4')).value).toBe('AH');
  expect((await workbench.cell(LOG, 'D4')).value).toBe('godkendt');
  expect((await workbench.cell(OVERVIEW, KEPT.address)).value).toBe(KEPT.wrong);
});

test('an accepted figure that is changed again is open again, and accepted as before once it is what was accepted', async () => {
  const isOffered = (isThere: boolean) => workbench.until(() => finding('Ændret efter importen: i dokumentet står der 4,2').getByRole('button', { name: 'Godkend …' }).count(), (count) => count === (isThere ? 1 : 0));
  await workbench.type(OVERVIEW, KEPT.address, '2,5');
  await isOffered(true);
  await workbench.type(OVERVIEW, KEPT.address, typed(KEPT.wrong));
  await isOffered(false);
});

test('a comment and a withdrawal are logged, and an edit is accepted with all that it caused', async () => {
  await finding(KEPT.edit).getByRole('button', { name: 'Kommentér …' }).click();
  await finding(KEPT.edit).getByRole('textbox', { name: 'Kommentar' }).fill('Spørg Hanne');
  await finding(KEPT.edit).getByRole('button', { name: 'Gem kommentar' }).click();
  await workbench.until(() => finding(KEPT.edit).innerText(), (text) => text.includes('af AH: Spørg Hanne'));
  await finding(KEPT.edit).getByRole('button', { name: 'Fortryd godkendelsen …' }).click();
  await finding(KEPT.edit).getByRole('textbox', { name: 'Begrundelse' }).fill('Departementet tvivler');
  await finding(KEPT.edit).getByRole('button', { name: 'Fortryd godkendelsen', exact: true }).click();
  await workbench.pane.getByText('Godkendelsen er fortrudt').first().waitFor();
  const all = finding(KEPT.edit).getByRole('button', { name: /^Godkend alle \d …/ });
  const count = Number(/\d/.exec(await all.innerText())?.[0]);
  expect(count).toBeGreaterThan(1);
  await all.click();
  await finding(KEPT.edit).getByRole('textbox', { name: 'Begrundelse' }).fill(REASON);
  await finding(KEPT.edit).getByRole('button', { name: 'Godkend', exact: true }).click();
  await workbench.pane.getByText(`${count} godkendelser er noteret i loggen.`).first().waitFor();
  expect((await column(LOG, 'D', 6 + count)).slice(3)).toEqual(['godkendt', 'kommenteret', 'godkendelse fortrudt', ...Array.from({ length: count }, () => 'godkendt')]);
});

test('all flags can be taken away and come back', async () => {
  await choose('Skjul farvemarkeringer');
  for (const { address } of SPOILT) await settlesAt(address, (cell) => cell.fill === null && cell.comment === null);
  await choose('Vis farvemarkeringer');
  for (const { address } of SPOILT) await settlesAt(address, (cell) => cell.fill !== null);
});

test('two corrected figures lose their flags and their findings; the accepted one stays visible', async () => {
  await workbench.type(OVERVIEW, FIRST.address, typed(FIRST.printed));
  await workbench.type(OVERVIEW, SECOND.address, typed(SECOND.printed));
  for (const { address } of [FIRST, SECOND]) await settlesAt(address, (cell) => cell.fill === null && cell.comment === null);
  await showsText(FIRST.edit, false);
  await showsText(SECOND.edit, false);
  expect(await paneText()).toContain(KEPT.edit);
  expect((await workbench.cell(OVERVIEW, KEPT.address)).comment).toContain(`Godkendt: ${REASON}`);
});

test('the working paper holds what was found, accepted and checked', async () => {
  await choose('Indsæt arbejdspapir');
  await workbench.pane.getByText(`Arbejdspapiret er indsat på arket »${PAPER}«`).first().waitFor();
  const first = await column(PAPER, 'A', 60);
  expect(first.slice(0, 3)).toEqual([expect.stringMatching(/^Arbejdspapir: /), 'Dokument', 'SHA-256']);
  expect(first).toEqual(expect.arrayContaining(['Tegnforklaring', 'Godkendte afvigelser', 'Åbne afvigelser', 'Kunne ikke kontrolleres', 'Stemmer']));
  const accepted = first.lastIndexOf('● godkendt') + 1;
  expect(accepted).toBeGreaterThan(0);
  expect((await workbench.cell(PAPER, `K${accepted}`)).value).toContain(REASON);
  expect((await workbench.cell(PAPER, `B${first.indexOf('Udført af') + 1}`)).value).toMatch(/^AH _/);
});

test('a log that somebody changes is told under the check, and is whole again once it is as it was', async () => {
  await workbench.type(LOG, 'E4', 'noget andet');
  await showsText('Afstemningsloggen er ændret');
  await workbench.type(LOG, 'E4', REASON);
  await showsText('Afstemningsloggen er ændret', false);
});

test('after a reload the acceptance and the flag are still there', async () => {
  await workbench.page.waitForTimeout(1000);
  await workbench.reload();
  await workbench.pane.getByRole('tab', { name: /Kontrol/ }).click();
  await showsText(`: ${REASON}`);
  await settlesAt(KEPT.address, (cell) => cell.fill !== null);
});

test('the pane opened by itself in a browser says where it belongs, in both languages', async () => {
  const alone = await workbench.context.newPage();
  await alone.goto(workbench.pane.url());
  await alone.getByText('Reserve works in Excel only').waitFor();
  expect(await alone.locator('div[lang=da]').innerText()).toContain('virker kun i Excel');
  await alone.close();
});

test('nothing went wrong on the page meanwhile', () => {
  expect(workbench.problems).toEqual([]);
});
