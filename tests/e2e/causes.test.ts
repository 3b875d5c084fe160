import { ServerProcess, WorkbenchPage, type SeenCell } from '../support/workbench-page';

/** A paper with four slips of four kinds: four causes, each with what follows from it; a correction in the sheet takes its own along and no other. */


const PAPER = `Aftale om fordeling af havnereserven 2026-2028
Alle beløb er i 2026-pl.

Værksteder på landet
Der afsættes 21,0 mio. kr. i 2026-2028 til værksteder, hvor unge kan lære et håndværk.
Tabel 1
Værksteder på landet
Mio. kr. (2026-pl)   2026   2027   2028   I alt
I alt                 6,0    7,0    8,0    21,0
Løn                   2,0    3,4    4,0     9,0
Drift                 4,0    4,0    4,0    12,0

Havnefyret
Der afsættes 9,5 mio. kr. i 2026-2027 til rådgivning i havnebyerne.
Tabel 2
Havnefyret
Mio. kr. (2026-pl)   2026   2027   2028   I alt
I alt                 4,5    5,0      -     9,5
Rådgivning              -    2,5    3,0     5,5
Kurser                2,0    2,0      -     4,0

Natteravne
Der afsættes 7,2 mio. kr. i 2026-2028 til frivillige i nattelivet.
Tabel 3
Natteravne
Mio. kr. (2026-pl)   2026   2027   2028   I alt
I alt                 2,0    2,2    2,0     6,2
Uddannelse            1,0    1,2    1,0     3,2
Materialer            1,0    1,0    1,0     3,0

Lygten
Der afsættes 5,0 mio. kr. i 2026-2028 til opsøgende arbejde.
Tabel 4
Lygten
Mio. kr. (2026-pl)   2026   2027   2028   I alt
I alt                 1,5    1,5    2,0     5,0
Opsøgende arbejde     1,0    1,0    1,2     3,2
Evaluering            0,5    0,5    0,8     1,8
Evaluering            0,5    0,5    0,8     1,8
`;

const WAGE = 'Er 3,4 i virkeligheden 3,0 (Løn, 2027)? Så forsvinder 2 afvigelser.';
const OTHERS = ['Er rækken »Rådgivning« rykket et år? Den skulle være: 2026: 0 → 2,5; 2027: 2,5 → 3,0; 2028: 3,0 → 0.', 'Er 7,2 i virkeligheden 6,2 (Natteravne, teksten)?', 'Står rækken »Evaluering« to gange? Tag den ene ud. Så forsvinder 4 afvigelser.'];

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
const cards = (): Promise<number> => workbench.pane.getByRole('article').count();
const card = (words: string) => workbench.pane.getByRole('article').filter({ hasText: words });

/** The cell that a card leads to. */
async function cellOf(words: string): Promise<{ readonly sheet: string; readonly address: string }> {
  const link = await card(words).getByRole('button', { name: /^Gå til / }).innerText();
  const [, sheet = '', address = ''] = /^Gå til (.+)!([A-Z]+\d+)$/.exec(link.trim()) ?? [];
  return { sheet, address };
}

test('four slips show as four causes, before anything is inserted', async () => {
  await workbench.pane.locator('input[type=file]').first().setInputFiles([{ name: 'havnereserven.txt', mimeType: 'text/plain', buffer: Buffer.from(PAPER) }]);
  await workbench.pane.getByRole('button', { name: /Indsæt i projektmappen/ }).waitFor();
  await workbench.until(paneText, (shown) => shown.includes(WAGE));
  const shown = await paneText();
  for (const cause of OTHERS) expect(shown).toContain(cause);
});

test('in the workbook each cause leads to its cell, which is flagged, and its checks are folded below it', async () => {
  await workbench.pane.getByRole('button', { name: /Indsæt i projektmappen/ }).click();
  await workbench.pane.getByText('Aftalen er indsat').first().waitFor();
  await workbench.pane.getByRole('button', { name: 'Se afvigelser' }).click();
  await workbench.until(cards, (count) => count === 4);
  const shown = await paneText();
  for (const cause of [WAGE, ...OTHERS]) expect(shown).toContain(cause);
  const { sheet, address } = await cellOf(WAGE);
  expect((await workbench.cell(sheet, address)).value).toBe(3.4);
  const list = (await workbench.sheets()).find(({ name }) => name.startsWith('Afstemning'))?.name ?? '';
  const kinds = await Promise.all(Array.from({ length: 20 }, async (_, row) => String((await workbench.cell(list, `B${5 + row}`)).value ?? '')));
  expect(kinds.filter((kind) => kind === 'Årsag')).toHaveLength(4);
  expect(kinds.filter((kind) => kind.startsWith('↳ følger af nr. ')).length).toBeGreaterThan(4);
});

test('the correction of one makes its consequences go, and leaves the other three', async () => {
  const { sheet, address } = await cellOf(WAGE);
  await workbench.type(sheet, address, '3,0');
  const shown = await workbench.until(paneText, (text) => !text.includes(WAGE));
  for (const cause of OTHERS) expect(shown).toContain(cause);
  expect(shown).toContain('Ændret efter importen: i dokumentet står der 3,4, i arket 3');
  await workbench.until(cards, (count) => count === 4);
  const corrected = await workbench.until(() => workbench.cell(sheet, address), (cell: SeenCell) => (cell.comment ?? '').includes('3,4'));
  expect(corrected.comment).not.toContain('forskel');
  expect(workbench.problems).toEqual([]);
});
