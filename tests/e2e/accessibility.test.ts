import { type Page, type BrowserContextOptions } from 'playwright-core';
import { addAxe, axeFindings } from '../support/axe';
import { PaneHost, SAMPLE_BUTTON } from '../support/pane-host';

/** What the components put around a menu: it takes the focus that leaves the menu and passes it on at once. */
const SENTINELS = ['[data-tabster-dummy]'];

/** The looks that every state is judged in. A pane of 175 px at twice the size is what 200 % leaves of 350. */
const LOOKS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['light, 350 × 378', { viewport: { width: 350, height: 378 } }],
  ['dark, 350 × 378', { viewport: { width: 350, height: 378 }, colorScheme: 'dark' }],
  ['high contrast, 350 × 378', { viewport: { width: 350, height: 378 }, forcedColors: 'active' }],
  ['light, 320 px', { viewport: { width: 320, height: 500 } }],
  ['light, 200 %', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 2 }],
];

let host: PaneHost;

beforeAll(async () => {
  host = await PaneHost.start(3181);
});

afterAll(async () => {
  await host?.stop();
});

/** Opens the pane in a look, goes through its states, and collects what axe finds in each. */
async function judge(query: string, options: BrowserContextOptions, tour: (page: Page, look: (state: string) => Promise<void>) => Promise<void>): Promise<void> {
  const found: string[] = [];
  await host.inPane(query, { ...options, bypassCSP: true, reducedMotion: 'reduce' }, async (page) => {
    await addAxe(page);
    await tour(page, async (state) => {
      found.push(...(await axeFindings(page, SENTINELS)).map((finding) => `${state}: ${finding}`));
    });
  });
  expect(found).toEqual([]);
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();
const choose = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Flere handlinger' }).click();
  await page.getByRole('menuitem', { name }).click();
};

async function insertSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: SAMPLE_BUTTON }).click();
  await page.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
  await page.getByText('Aftalen er indsat:').first().waitFor();
}

describe.each(LOOKS)('axe finds nothing: %s', (_name, options) => {
  it('from the start to the inserted agreement', async () => {
    await judge('?hint&catalogue', options, async (page, look) => {
      await look('start');
      await page.getByRole('button', { name: 'Indsæt tekst eller tabel' }).click();
      await page.getByRole('textbox', { name: 'Indsæt tekst eller en kopieret tabel her' }).waitFor();
      await look('paste form');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: SAMPLE_BUTTON }).click();
      await page.getByRole('button', { name: 'Indsæt i projektmappen' }).waitFor();
      await look('preview');
      await page.locator('main').getByRole('button', { expanded: false }).first().click();
      await look('preview, unfolded');
      await page.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
      await page.getByText('Aftalen er indsat:').first().waitFor();
      await look('inserted');
      await page.getByRole('button', { name: 'Fjern importen' }).click();
      await look('question before an import goes');
    });
  });

  it('findings, decisions and sources', async () => {
    await judge('', options, async (page, look) => {
      await tab(page, 'Kontrol');
      await look('no agreement');
      await tab(page, 'Kilde');
      await look('no source');
      await tab(page, 'Import');
      await insertSample(page);
      await tab(page, 'Kontrol');
      await page.getByRole('article').first().waitFor();
      await look('findings');
      await page.getByRole('button', { name: 'Vælg, hvad der vises' }).click();
      await look('filter');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Flere handlinger' }).click();
      await look('more actions');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Godkend …' }).first().click();
      await look('decision form');
      await page.getByRole('textbox', { name: 'Begrundelse' }).fill('Afstemt');
      await page.getByRole('button', { name: 'Godkend', exact: true }).click();
      await page.getByText('er noteret i loggen').first().waitFor();
      await look('decided');
      await choose(page, 'Se godkendelser og kommentarer');
      await page.getByRole('heading', { name: 'Godkendelser og kommentarer' }).waitFor();
      await look('decisions');
      await page.keyboard.press('Escape');
      await choose(page, 'Gennemgå tal for tal …');
      await page.getByRole('checkbox').first().waitFor();
      await look('review');
      await page.keyboard.press('Escape');
      await choose(page, 'Billeder …');
      await page.getByRole('heading', { name: 'Billeder' }).waitFor();
      await look('pictures');
      await page.keyboard.press('Escape');
      await choose(page, 'Indstillinger');
      await page.getByRole('heading', { name: 'Indstillinger' }).waitFor();
      await look('settings');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^linje/ }).first().click();
      await page.locator('li[aria-current=location]').waitFor();
      await look('source');
    });
  });

  it('agreements, functions, the user’s own table', async () => {
    await judge('?catalogue', options, async (page, look) => {
      await insertSample(page);
      await tab(page, 'Aftaler');
      await look('agreements');
      await page.getByRole('button', { name: 'Indsæt funktion …' }).click();
      await page.getByRole('searchbox', { name: 'Søg initiativ eller ministerium' }).waitFor();
      await look('function search');
      await page.keyboard.type('telefon');
      await page.keyboard.press('Enter');
      await page.getByRole('combobox', { name: 'Svar med' }).waitFor();
      await look('function');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox', { name: 'Søg i aftaler' }).fill('telefon');
      await page.getByRole('button', { name: /Telefonrådgivning om natten/ }).first().click();
      await page.getByRole('heading', { name: 'Tidligere og senere aftaler' }).waitFor();
      await look('initiative and timeline');
      await page.getByRole('button', { name: 'Omregn til fælles prisniveau …' }).click();
      await look('price index form');
      await tab(page, 'Kontrol');
      await choose(page, 'Kontrollér det valgte område');
      await page.getByRole('heading', { name: 'Kontrol af det valgte område' }).waitFor();
      await look('selection');
      await page.getByRole('button', { name: /^Sammenlign/ }).click();
      await page.getByRole('heading', { name: 'Sammenligning med aftalen' }).waitFor();
      await look('tie-out');
    });
  });

  it('what goes wrong', async () => {
    await judge('?slow=100000', options, async (page, look) => {
      const files = page.locator('input[type=file]').first();
      await files.setInputFiles([{ name: 'tom.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }]);
      await page.getByRole('heading', { name: 'Dokumentet kunne ikke læses' }).waitFor();
      await look('unreadable');
      await files.setInputFiles([{ name: 'tal.txt', mimeType: 'text/plain', buffer: Buffer.from('Der afsættes i alt 4,9 mio. kr. i 2027 til drift.') }]);
      await page.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
      await page.getByRole('progressbar').waitFor();
      await look('an action runs');
    });
    await judge('?old', options, async (page, look) => {
      await page.getByText('Denne version af Excel er for gammel').waitFor();
      await look('too old an Excel');
    });
  });
});
