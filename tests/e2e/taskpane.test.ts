import { type BrowserContextOptions, type Page } from 'playwright-core';
import { PaneHost } from '../support/pane-host';
import { AGREEMENT_TEXT } from '../taskpane/fixtures/agreement-text';

/** Excel on the web at its smallest. */
const SMALLEST = { viewport: { width: 350, height: 378 } } as const;

let host: PaneHost;

beforeAll(async () => {
  host = await PaneHost.start(3180);
});

afterAll(async () => {
  await host?.stop();
});

const inPane = (query: string, options: BrowserContextOptions, steps: (page: Page) => Promise<void>): Promise<void> => host.inPane(query, options, steps);

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Prøv med eksempelaftalen' }).click();
  await page.getByRole('button', { name: 'Indsæt i projektmappen' }).waitFor();
}

/** Opens an agreement and the same four years later, and then an initiative that both have. */
async function openInitiativeOfTwoAgreements(page: Page): Promise<void> {
  const later = [2027, 2028, 2029, 2030].reduce((text, year) => text.replaceAll(String(year), String(year + 4)), AGREEMENT_TEXT);
  await page.locator('input[type=file]').first().setInputFiles([
    { name: 'senere.txt', mimeType: 'text/plain', buffer: Buffer.from(later) },
    { name: 'tidligere.txt', mimeType: 'text/plain', buffer: Buffer.from(AGREEMENT_TEXT) },
  ]);
  await page.getByRole('button', { name: 'Indsæt alle 2' }).waitFor();
  await page.getByRole('tab', { name: 'Aftaler' }).click();
  await page.getByRole('searchbox').fill('telefon');
  await page.getByRole('button', { name: /Telefonrådgivning om natten/ }).first().click();
}

/** The agreements of an initiative, in order of time. */
const timelineSteps = (page: Page) => page.locator('section', { has: page.getByRole('heading', { name: 'Tidligere og senere aftaler' }) }).getByRole('listitem');

async function insertSample(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
  await page.getByText('Aftalen er indsat:').first().waitFor();
}

/** Chooses what the findings offer behind their button. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Flere handlinger' }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** What has the keyboard's focus, by its role-bearing text. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
}

/** Presses Tab until the wanted control has the focus; fails when it cannot be reached. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (wanted.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

describe('the pane by keyboard alone', () => {
  it('imports the sample, looks at a finding, accepts it and takes the import back', async () => {
    await inPane('', {}, async (page) => {
      expect(await focused(page)).not.toBe('Hent en aftale');
      await tabTo(page, /^Prøv med eksempelaftalen$/);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Indsæt i projektmappen' }).waitFor();
      expect(await focused(page)).toContain('aftale-eksempel');
      await tabTo(page, /^Indsæt i projektmappen$/);
      await page.keyboard.press('Enter');
      await page.getByText('Aftalen er indsat:').first().waitFor();
      await page.getByRole('tab', { name: 'Import' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Kontrol af projektmappen' }).waitFor();
      await tabTo(page, /^Gå til Oversigt!C5$/);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => window.fakeWorkbook.selected)).toEqual([{ sheet: 'Oversigt', address: 'C5' }]);
      await tabTo(page, /^Godkend …$/);
      await page.keyboard.press('Enter');
      await page.keyboard.type('Afstemt med bilag 2');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('af Anne Holm: Afstemt med bilag 2').waitFor();
      await page.getByRole('tab', { name: /Kontrol/ }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      await tabTo(page, /^Fjern importen$/);
      await page.keyboard.press('Enter');
      await tabTo(page, /^Ja, fjern importen$/);
      await page.keyboard.press('Enter');
      await page.getByText('er fjernet').first().waitFor();
    });
  });

  it('searches the catalogue, opens an initiative of it, inserts its table and goes back to the list', async () => {
    await inPane('?catalogue', {}, async (page) => {
      await tabTo(page, /^Import/);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: 'Aftaler' }).waitFor();
      await tabTo(page, /^Søg i aftaler$/);
      await page.keyboard.type('telefon');
      await page.getByRole('status').filter({ hasText: 'Fundet: 2 forekomster i 2 aftaler.' }).waitFor({ state: 'attached' });
      expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['aftale-2027.txt', 'aftale-2031.txt']);
      expect(await page.getByText('fra kataloget').count()).toBe(2);
      const hits = page.getByRole('listitem').getByRole('button', { name: /Telefonrådgivning om natten/ });
      await tabTo(page, /^Telefonrådgivning om natten/);
      await page.keyboard.press('Tab');
      expect(await hits.nth(1).evaluate((hit) => hit === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: 'Telefonrådgivning om natten' }).waitFor();
      expect(await focused(page)).toBe('Telefonrådgivning om natten');
      expect(await page.getByRole('columnheader').allTextContents()).toContain('2034');
      await tabTo(page, /^Indsæt tabel ved den markerede celle$/);
      await page.keyboard.press('Enter');
      await page.getByRole('status').filter({ hasText: '»Telefonrådgivning om natten« er indsat i' }).waitFor({ state: 'attached' });
      expect(await page.evaluate(() => window.fakeWorkbook.inserted)).toEqual([{ title: 'Telefonrådgivning om natten', index: 3 }]);
      expect(await focused(page)).toBe('Indsæt tabel ved den markerede celle');
      await page.keyboard.press('Escape');
      await hits.nth(1).waitFor();
      expect(await hits.nth(1).evaluate((hit) => hit === document.activeElement)).toBe(true);
      expect(await page.getByRole('searchbox').inputValue()).toBe('telefon');
    });
  });

  it('shows where the focus is', async () => {
    await inPane('', {}, async (page) => {
      await tabTo(page, /^Prøv med eksempelaftalen$/);
      const ring = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement as Element, '::after');
        const own = getComputedStyle(document.activeElement as Element);
        return [style.borderTopWidth, own.outlineWidth, own.boxShadow].join(' ');
      });
      expect(ring).not.toBe('0px 0px none');
    });
  });
});

describe('the pane', () => {
  it('tells progress and results in its live region', async () => {
    await inPane('', {}, async (page) => {
      const region = page.locator('[role=status][aria-live=polite]').last();
      await openSample(page);
      expect(await region.textContent()).toBe('Læst: 5 initiativer, 2 afvigelser.');
    });
  });

  it('reads pasted text and a pasted table', async () => {
    await inPane('', {}, async (page) => {
      await page.getByRole('button', { name: 'Indsæt tekst eller tabel' }).click();
      await page.getByRole('textbox').fill('Der afsættes i alt 4,9 mio. kr. i 2027-2028 til en kampagne.');
      await page.getByRole('button', { name: 'Læs', exact: true }).click();
      await page.getByText('1 beløb i teksten').waitFor();
    });
  });

  it('proposes a title for a text without one, and inserts under the one that is typed, not under one that a sheet name refuses', async () => {
    await inPane('', {}, async (page) => {
      const buffer = Buffer.from('Notat om kampagnen\n\nDer afsættes i alt 4,9 mio. kr. i 2027-2028 til en kampagne.');
      await page.locator('input[type=file]').first().setInputFiles([{ name: 'notat_3.txt', mimeType: 'text/plain', buffer }]);
      const title = page.getByLabel('Titel', { exact: false });
      await title.waitFor();
      expect(await title.inputValue()).toBe('Notat om kampagnen');
      await title.fill('Kampagne 2027/2028');
      await page.getByText('Et arknavn kan ikke indeholde').waitFor();
      const insert = page.getByRole('button', { name: 'Indsæt i projektmappen' });
      expect(await insert.getAttribute('aria-disabled')).toBe('true');
      await title.fill('Kampagnen');
      await insert.click();
      await page.getByText('Aftalen er indsat:').first().waitFor();
      await page.getByRole('heading', { name: 'Kampagnen', exact: true }).waitFor();
    });
  });

  it('says why a file cannot be read and stays usable', async () => {
    await inPane('', {}, async (page) => {
      await page.locator('input[type=file]').first().setInputFiles([
        { name: 'tom.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
        { name: 'tal.txt', mimeType: 'text/plain', buffer: Buffer.from('Der afsættes i alt 4,9 mio. kr. i 2027 til drift.') },
      ]);
      await page.getByRole('heading', { name: 'Dokumentet kunne ikke læses' }).waitFor();
      expect(await page.getByText('»tom.txt« er tom. Der er ikke ændret noget i projektmappen.').count()).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Næste dokument' }).click();
      await page.getByRole('heading', { name: 'tal' }).waitFor();
    });
  });

  it('refuses a text without amounts and a PDF that is none', async () => {
    await inPane('', {}, async (page) => {
      await page.locator('input[type=file]').first().setInputFiles([
        { name: 'brev.txt', mimeType: 'text/plain', buffer: Buffer.from('Kære kollega\n\nTak for sidst.\n') },
        { name: 'itu.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nikke en pdf') },
      ]);
      await page.getByText('Der er hverken tabeller eller beløb i »brev.txt«').first().waitFor();
      await page.getByRole('button', { name: 'Næste dokument' }).click();
      await page.getByText('»itu.pdf« er beskadiget').first().waitFor();
      await page.getByRole('button', { name: 'Luk', exact: true }).click();
      await page.getByText('»brev.txt«').first().waitFor();
    });
  });

  it('lets the user try another encoding when the bytes prove none', async () => {
    const macintosh = Buffer.from([...Buffer.from('Der afs'), 0xbe, ...Buffer.from('ttes i alt 4,9 mio. kr. i 2027 til b'), 0xbf, ...Buffer.from('rn.\n')]);
    await inPane('', {}, async (page) => {
      await page.locator('input[type=file]').first().setInputFiles([{ name: 'mac.txt', mimeType: 'text/plain', buffer: macintosh }]);
      await page.getByText('Der afsættes i alt 4,9 mio. kr. i 2027 til børn.').first().waitFor();
      await page.getByRole('combobox', { name: /æ, ø og å/ }).selectOption('windows-1252');
      await page.getByText('Der afs¾ttes').first().waitFor();
    });
  });

  it('shows the source of the cell that is selected, and leads from every number of a line to its own cell', async () => {
    await inPane('', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: 'Kilde' }).click();
      await page.evaluate(() => window.fakeWorkbook.select({ initiative: 0, component: 0, total: null, column: 2030 }));
      const marked = page.locator('li[aria-current=location]');
      await marked.waitFor();
      expect(await marked.textContent()).toContain('Rådgivningsenhed og kompetenceudviklingsforløb');
      expect(await marked.locator('mark').textContent()).toBe('3,8');
      const selected = () => page.evaluate(() => window.fakeWorkbook.selected.at(-1));
      await marked.getByRole('button').last().click();
      expect(await selected()).toEqual({ initiative: 0, component: 0, total: null, column: 'total' });
      await marked.getByRole('button').nth(1).click();
      expect(await selected()).toEqual({ initiative: 0, component: 0, total: null, column: 2027 });
      await marked.getByRole('button').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      expect(await selected()).toEqual({ initiative: 0, component: 0, total: null, column: 2028 });
    });
  });

  it('follows the workbook without being asked', async () => {
    await inPane('', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      await page.getByRole('link', { name: 'Gå til Oversigt!C5' }).or(page.getByRole('button', { name: 'Gå til Oversigt!C5' })).waitFor();
      await page.evaluate(() => window.fakeWorkbook.correctFirstFinding());
      await page.getByText('Gå til Oversigt!C5').waitFor({ state: 'detached' });
    });
  });

  it('says what happened to the workbook when Excel refuses', async () => {
    await inPane('', {}, async (page) => {
      await openSample(page);
      await page.evaluate(() => {
        window.fakeWorkbook.nextFailure = { code: 'host', hostCode: 'AccessDenied', workbook: 'restored' };
      });
      await page.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
      await page.getByText('dine egne celler er urørte').first().waitFor();
      expect(await page.getByRole('button', { name: 'Indsæt i projektmappen' }).isEnabled()).toBe(true);
    });
  });

  it('cancels an import between its steps', async () => {
    await inPane('?slow=300', {}, async (page) => {
      await openSample(page);
      await page.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
      await page.getByRole('button', { name: 'Annullér' }).click();
      await page.getByText('Handlingen blev annulleret.').first().waitFor();
    });
  });

  it('inserts one initiative and offers its formula for copying', async () => {
    await inPane('', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: 'Aftaler' }).click();
      await page.getByRole('searchbox').fill('telefon');
      await page.getByRole('button', { name: /Telefonrådgivning om natten/ }).click();
      expect(await page.getByRole('textbox', { name: 'Formel' }).inputValue()).toBe('=RESERVE.TOTAL("Telefonrådgivning om natten")');
      await page.getByRole('button', { name: 'Indsæt tabel ved den markerede celle' }).click();
      await page.getByText('er indsat i Ark1!B3').first().waitFor();
    });
  });

  it('builds a formula with the keyboard alone: finds the initiative, shows the answer, writes it, and gives the focus back', async () => {
    await inPane('', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: 'Aftaler' }).click();
      await page.getByRole('button', { name: 'Indsæt funktion …' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('searchbox', { name: 'Søg initiativ eller ministerium' }).waitFor();
      await page.keyboard.type('telefon');
      await page.keyboard.press('Enter');
      expect(await page.getByRole('combobox', { name: 'Svar med' }).evaluate((element) => element === document.activeElement)).toBe(true);
      const answer = page.getByRole('status', { name: 'Svar' });
      const total = await answer.textContent();
      await page.getByRole('combobox', { name: 'År' }).selectOption({ index: 1 });
      expect(await answer.textContent()).not.toBe(total);
      await page.getByRole('button', { name: 'Indsæt i den markerede celle' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('er indsat i Ark1!B3').first().waitFor();
      expect(await page.evaluate(() => window.fakeWorkbook.formulas)).toEqual([expect.stringMatching(/^=RESERVE\.AMOUNT\("Telefonrådgivning om natten",20\d\d\)$/)]);
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox', { name: 'Søg initiativ eller ministerium' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Indsæt funktion …' }).waitFor();
      await page.waitForFunction(() => document.activeElement?.id === 'open-insert-function');
    });
  });

  it('takes in the readable ones of several files, says which failed, and inserts the rest at once', async () => {
    await inPane('', {}, async (page) => {
      const text = (amount: string): Buffer => Buffer.from(`Der afsættes i alt ${amount} mio. kr. i 2027 til drift.`);
      await page.locator('input[type=file]').first().setInputFiles([
        { name: 'et.txt', mimeType: 'text/plain', buffer: text('4,9') },
        { name: 'itu.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nikke en pdf') },
        { name: 'to.txt', mimeType: 'text/plain', buffer: text('5,9') },
      ]);
      await page.getByText('1 andet dokument kunne ikke læses.').waitFor();
      await page.getByRole('button', { name: 'Indsæt alle 2' }).click();
      await page.getByText('2 aftaler er indsat').first().waitFor();
      await page.getByRole('button', { name: 'Se hvorfor' }).click();
      await page.getByText('»itu.pdf« er beskadiget').first().waitFor();
    });
  });

  it('asks before it replaces an import of the same document', async () => {
    await inPane('', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('button', { name: 'Luk dokumentet' }).click();
      await page.getByRole('button', { name: 'Prøv med eksempelaftalen' }).click();
      await page.getByText('Dokumentet er allerede importeret').waitFor();
      expect(await page.getByRole('button', { name: 'Indsæt i projektmappen' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Erstat importen …' }).click();
      await page.getByRole('button', { name: 'Ja, erstat' }).click();
      await page.getByText('Aftalen er indsat:').first().waitFor();
    });
  });

  it('shows a document that is open already instead of reading it into a second place', async () => {
    await inPane('', {}, async (page) => {
      await openSample(page);
      await page.getByRole('button', { name: 'Tilbage' }).click();
      await page.getByRole('button', { name: 'Prøv med eksempelaftalen' }).click();
      await page.getByText('der allerede er åbent').first().waitFor();
      expect(await page.getByText('Dokument 1 af 2').count()).toBe(0);
    });
  });

  it('asks which agreement a working paper is for when there are several', async () => {
    await inPane('', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('button', { name: 'Tilbage', exact: true }).click();
      await page.locator('input[type=file]').first().setInputFiles([{ name: 'anden.txt', mimeType: 'text/plain', buffer: Buffer.from('Der afsættes i alt 4,9 mio. kr. i 2027 til drift.') }]);
      await page.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
      await page.getByText('Aftalen er indsat:').first().waitFor();
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      await choose(page, 'anden');
      await page.getByText('Arbejdspapiret er indsat på arket »Arbejdspapir«').first().waitFor();
    });
  });

  it('shows an initiative’s earlier and later agreements, each in its price level, and leads from one to the other', async () => {
    await inPane('', {}, async (page) => {
      await openInitiativeOfTwoAgreements(page);
      const steps = timelineSteps(page);
      expect(await steps.count()).toBe(2);
      expect(await steps.first().innerText()).toMatch(/mio\. kr\., 2027-pl[^]*tidligere\.txt[^]*2027\s+2028\s+2029\s+2030/);
      expect(await steps.last().innerText()).toMatch(/mio\. kr\., 2031-pl[^]*Denne aftale[^]*2031\s+2032\s+2033\s+2034/);
      await page.getByText('lægges ikke sammen').waitFor();
      await steps.first().getByRole('button', { name: /Telefonrådgivning om natten/ }).click();
      await page.getByText('tidligere.txt').first().waitFor();
      expect(await steps.first().innerText()).toContain('Denne aftale');
    });
  });

  it('converts to one price level with an index that the user gives, and shows which; without one nothing is converted', async () => {
    await inPane('', {}, async (page) => {
      await openInitiativeOfTwoAgreements(page);
      await page.getByRole('button', { name: 'Omregn til fælles prisniveau …' }).click();
      const values = page.getByRole('textbox', { name: /^Indekstal for/ });
      expect(await values.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))).toEqual(['', '']);
      await values.first().fill('100.5.5');
      await page.getByText('Skriv et tal over nul').waitFor();
      await values.first().fill('100,0');
      await values.last().fill('112,5');
      await page.getByRole('textbox', { name: 'Indeks', exact: true }).fill('Prøveindeks');
      await page.getByRole('textbox', { name: 'Udgave' }).fill('maj 2031');
      expect(await page.getByRole('button', { name: 'Omregn', exact: true }).getAttribute('aria-disabled')).toBe('true');
      await page.getByRole('textbox', { name: 'Kilde' }).fill('egen tabel');
      await page.getByRole('button', { name: 'Omregn', exact: true }).click();
      await page.getByText('Omregnet med Prøveindeks, udgave maj 2031, kilde: egen tabel (2027: 100,0; 2031: 112,5).').waitFor();
      const steps = timelineSteps(page);
      expect(await steps.first().innerText()).toMatch(/9,6[^]*Omregnet til 2031-priser[^]*2,7\s+2,7\s+2,7\s+2,7\s+10,8/);
      expect(await steps.last().innerText()).not.toContain('Omregnet');
      await page.getByRole('button', { name: 'Fjern omregningen' }).click();
      await page.getByText('Omregnet til 2031-priser').waitFor({ state: 'detached' });
    });
  });

  it('comments, withdraws and tells what was reopened', async () => {
    await inPane('', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      const first = page.getByRole('article').first();
      await first.getByRole('button', { name: 'Kommentér …' }).click();
      await first.getByRole('textbox', { name: 'Kommentar' }).fill('Spørg Hanne');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('af Anne Holm: Spørg Hanne').waitFor();
      await first.getByRole('button', { name: 'Godkend …' }).click();
      await first.getByRole('textbox', { name: 'Begrundelse' }).fill('Afstemt');
      await first.getByRole('button', { name: 'Godkend', exact: true }).click();
      await page.getByText('Din godkendelse er noteret i loggen.').first().waitFor();
      const accepted = page.getByRole('article').filter({ hasText: 'af Anne Holm: Afstemt' });
      await accepted.getByRole('button', { name: 'Fortryd godkendelsen …' }).click();
      await accepted.getByRole('textbox', { name: 'Begrundelse' }).fill('Ny viden');
      await accepted.getByRole('button', { name: 'Fortryd godkendelsen', exact: true }).click();
      await page.getByText('Godkendelsen er fortrudt').first().waitFor();
      await page.evaluate(() => window.fakeWorkbook.reopenFirstFinding());
      await page.getByText('Genåbnet: tallene er ændret, siden').waitFor();
    });
  });

  it('asks once who decides where Excel does not tell, and records nothing until it knows', async () => {
    await inPane('?unnamed', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      const accept = async (): Promise<void> => {
        await page.getByRole('button', { name: /^Godkend (?:alle \d+ )?…$/ }).first().click();
        await page.getByRole('textbox', { name: 'Begrundelse' }).fill('Afstemt');
        await page.getByRole('button', { name: 'Godkend', exact: true }).click();
      };
      await accept();
      await page.getByRole('textbox', { name: 'Navn eller initialer' }).waitFor();
      expect(await focused(page)).toBe('');
      await page.getByRole('button', { name: 'Annullér' }).click();
      await page.getByText('Handlingen blev annulleret. Der er ikke ændret noget i projektmappen.').first().waitFor();
      await accept();
      await page.getByRole('textbox', { name: 'Navn eller initialer' }).fill('AH');
      await page.keyboard.press('Enter');
      await page.getByText('af AH: Afstemt').waitFor();
      await accept();
      await page.getByRole('button', { name: 'Se de 2 afvigelser' }).click();
      await page.getByText('af AH: Afstemt').nth(1).waitFor();
      expect(await page.getByRole('textbox', { name: 'Navn eller initialer' }).count()).toBe(0);
    });
  });

  it('takes the name together with the reason, so that there is one form', async () => {
    await inPane('?unnamed', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      await page.getByRole('button', { name: 'Godkend …' }).first().click();
      await page.getByRole('textbox', { name: 'Begrundelse' }).fill('Afstemt');
      await page.getByRole('textbox', { name: 'Navn eller initialer' }).fill('AH');
      await page.keyboard.press('Enter');
      await page.getByText('af AH: Afstemt').waitFor();
      await choose(page, 'Se godkendelser og kommentarer');
      await page.getByRole('heading', { name: 'Godkendelser og kommentarer' }).waitFor();
      await page.getByText('af AH: Afstemt').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: 'Kontrol af projektmappen' }).waitFor();
    });
  });

  it('works through the findings by keys: the next one, its cell, its source with the sum, the next source, and back to the finding', async () => {
    await inPane('', SMALLEST, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      await page.getByRole('button', { name: 'Næste afvigelse' }).focus();
      await page.keyboard.press('j');
      await page.getByText('1 af 2').waitFor();
      await page.keyboard.press('c');
      expect(await page.evaluate(() => window.fakeWorkbook.selected)).toEqual([{ sheet: 'Oversigt', address: 'C5' }]);
      await page.keyboard.press('s');
      const marked = page.locator('li[aria-current=location]');
      await marked.waitFor();
      const first = await marked.textContent();
      const legend = page.getByRole('list', { name: 'Markeringer i dokumentet' });
      expect(await legend.innerText()).toContain('sammenlignet med');
      await page.keyboard.press('j');
      await page.getByText('2 af 2').waitFor();
      expect(await legend.innerText()).toMatch(/lagt sammen[^]*Sum: .* \+ .* = /);
      expect(await page.locator('main mark').count()).toBeGreaterThan(4);
      expect(await marked.textContent()).not.toBe(first);
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: 'Kontrol af projektmappen' }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE');
      await page.keyboard.press('k');
      await page.getByText('1 af 2').waitFor();
    });
  });

  it('shows findings, forms and their buttons at the smallest size without scrolling', async () => {
    await inPane('', SMALLEST, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      const top = async (): Promise<number> => (await page.getByRole('article').first().boundingBox())?.y ?? Infinity;
      expect(await top()).toBeLessThan(SMALLEST.viewport.height / 2);
      await page.getByRole('button', { name: 'Godkend …' }).first().click();
      const end = await page.getByRole('button', { name: 'Annullér' }).boundingBox();
      expect((end?.y ?? Infinity) + (end?.height ?? 0)).toBeLessThanOrEqual(SMALLEST.viewport.height);
      await page.keyboard.press('Escape');
      expect(await page.getByRole('textbox', { name: 'Begrundelse' }).count()).toBe(0);
    });
  });

  it('gives the focus to the message after inserting, undoes from it, and lets it leave by itself', async () => {
    await inPane('', {}, async (page) => {
      await openSample(page);
      await page.clock.install();
      await page.getByRole('button', { name: 'Indsæt i projektmappen' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Aftalen er indsat:').first().waitFor();
      expect(await focused(page)).toContain('Aftalen er indsat:');
      await tabTo(page, /^Fortryd$/);
      await page.keyboard.press('Enter');
      await page.getByText('er fjernet').first().waitFor();
      await page.getByRole('tab', { name: 'Import' }).focus();
      await page.clock.fastForward(60_000);
      await page.getByRole('button', { name: 'Fjern meddelelsen' }).waitFor({ state: 'detached' });
    });
  });

  it('ticks figures off by keys alone, keeps the ticks with the workbook and leads from a figure to its source', async () => {
    await inPane('', SMALLEST, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      await choose(page, 'Gennemgå tal for tal …');
      const count = page.getByText(/^\d+ af \d+ tal set$/);
      expect(await count.textContent()).toMatch(/^0 af /);
      const first = page.getByRole('checkbox').first();
      await first.focus();
      await page.keyboard.press('Space');
      expect(await focused(page)).not.toContain('✓');
      await page.getByRole('textbox', { name: 'Initialer' }).fill('AH');
      await first.focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('j');
      await page.keyboard.press('Space');
      await page.getByText(/^2 af \d+ tal set$/).waitFor();
      await page.getByRole('progressbar').waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: 'Kontrol af projektmappen' }).waitFor();
      await choose(page, 'Gennemgå tal for tal …');
      await page.getByText(/^2 af \d+ tal set$/).waitFor();
      await page.getByRole('checkbox').first().focus();
      await page.keyboard.press('s');
      await page.locator('li[aria-current=location] mark').first().waitFor();
    });
  });

  it('leads through the first minute: the sample’s own error is found, seen in its source and settled', async () => {
    await inPane('?hint', SMALLEST, async (page) => {
      const guide = page.getByRole('region', { name: 'Sådan kommer du i gang' });
      await page.getByRole('button', { name: 'Prøv eksemplet', exact: true }).click();
      await guide.getByText('Indsæt den i projektmappen').waitFor();
      await page.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
      await guide.getByText('Åbn Kontrol').waitFor();
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      await page.getByRole('article').first().getByRole('button', { name: /^linje/ }).click();
      await guide.getByText('Ret tallet').waitFor();
      await page.locator('li[aria-current=location]').waitFor();
      await page.keyboard.press('Escape');
      await page.evaluate(() => window.fakeWorkbook.correctFirstFinding());
      await guide.getByText('Fejlen er fundet og klaret').waitFor();
      await guide.getByRole('button', { name: 'Afslut introduktionen' }).click();
      await choose(page, 'Indstillinger');
      await page.getByRole('radio', { name: 'Engelsk' }).click();
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      await page.getByRole('button', { name: 'Show the introduction again' }).click();
      await page.getByRole('heading', { name: 'How to begin' }).waitFor();
    });
  });

  it('shows the amounts of agreements in the unit that was chosen', async () => {
    await inPane('', SMALLEST, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      await choose(page, 'Indstillinger');
      await page.getByRole('combobox').selectOption('1.000 kr.');
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: 'Aftaler' }).click();
      await page.getByRole('searchbox').fill('telefon');
      await page.getByRole('button', { name: /Telefonrådgivning om natten.*9\.600/ }).first().click();
      await page.getByText('t.kr. (i dokumentet: mio. kr.)').waitFor();
    });
  });

  it('drops files that could not be read when others are chosen', async () => {
    await inPane('', {}, async (page) => {
      const choose = (name: string) => page.locator('input[type=file]').first().setInputFiles([{ name, mimeType: 'text/plain', buffer: Buffer.alloc(0) }]);
      await choose('tom.txt');
      await page.getByText('»tom.txt« er tom.').first().waitFor();
      await choose('ogsaa-tom.txt');
      await page.getByText('»ogsaa-tom.txt« er tom.').first().waitFor();
      expect(await page.getByText(/Dokument \d af \d/).count()).toBe(0);
    });
  });

  it('tells what is odd about the workbook, as long as it is so', async () => {
    await inPane('', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      await page.evaluate(() => window.fakeWorkbook.notify([{ code: 'sheet-protected', message: { da: 'Arket Oversigt er beskyttet.', en: 'The sheet is protected.' } }, { code: 'log-changed', message: { da: 'Loggen er ændret.', en: 'The log was changed.' } }]));
      await page.getByText('Arket Oversigt er beskyttet.').waitFor();
      await page.getByText('Loggen er ændret.').waitFor();
      await page.evaluate(() => window.fakeWorkbook.notify([]));
      await page.getByText('Loggen er ændret.').waitFor({ state: 'detached' });
    });
  });

  it('takes the flags away and puts them back', async () => {
    await inPane('', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      await choose(page, 'Skjul farvemarkeringer');
      await page.getByText('Markeringerne er fjernet fra arkene').first().waitFor();
      await choose(page, 'Vis farvemarkeringer');
      await page.getByText('Markeringerne er sat på arkene igen.').first().waitFor();
    });
  });

  it('cancels a check of the workbook', async () => {
    await inPane('?slow=300', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      await page.getByRole('button', { name: 'Kontrollér projektmappen' }).click();
      await page.getByRole('progressbar', { name: 'Kontrollerer projektmappen …' }).waitFor();
      await page.getByRole('button', { name: 'Annullér' }).click();
      await page.getByText('Handlingen blev annulleret.').first().waitFor();
    });
  });

  it('lists what was not understood, with the way to its line', async () => {
    await inPane('', {}, async (page) => {
      const unclear = 'Der afsættes i alt 4,9 mio. kr. i 2027 til drift.\n\nDer gives 12,5 mio. EUR til formålet.\n\nPuljen er på 330.00 kr. i 2027.\n';
      await page.locator('input[type=file]').first().setInputFiles([{ name: 'uklar.txt', mimeType: 'text/plain', buffer: Buffer.from(unclear) }]);
      await page.getByRole('button', { name: 'Indsæt i projektmappen' }).click();
      await page.getByText('Aftalen er indsat:').first().waitFor();
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      await page.getByRole('button', { name: /^Ikke forstået/ }).click();
      await page.getByText('fremmed valuta').waitFor();
      await page.getByRole('button', { name: 'linje 5' }).last().click();
      expect(await page.locator('li[aria-current=location]').textContent()).toContain('330.00 kr.');
    });
  });

  it('reads and shows in an Excel that is too old, says what is missing, and writes nothing', async () => {
    await inPane('?old', {}, async (page) => {
      await page.getByText('Denne version af Excel er for gammel (mangler ExcelApi 1.12').waitFor();
      await openSample(page);
      const insert = page.getByRole('button', { name: 'Indsæt i projektmappen' });
      expect(await insert.getAttribute('aria-disabled')).toBe('true');
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      expect(await page.getByRole('button', { name: 'Kontrollér projektmappen' }).getAttribute('aria-disabled')).toBe('true');
    });
  });

  it('says when the sample cannot be fetched', async () => {
    await inPane('?offline', {}, async (page) => {
      await page.getByRole('button', { name: 'Prøv med eksempelaftalen' }).click();
      await page.getByText('Eksempelaftalen kunne ikke hentes.').first().waitFor();
    });
  });

  it('keeps the focus at the finding when its form closes', async () => {
    await inPane('', {}, async (page) => {
      await insertSample(page);
      await page.getByRole('tab', { name: /Kontrol/ }).click();
      await page.getByRole('button', { name: 'Godkend …' }).first().click();
      await page.getByRole('button', { name: 'Annullér' }).click();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE');
    });
  });

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['high contrast', { forcedColors: 'active' }],
    ['320 px', { viewport: { width: 320, height: 500 } }],
  ] as const)('never scrolls sideways or as a whole, and leaves the host’s menu free: %s', async (_name, options) => {
    await inPane('?hint', options, async (page) => {
      await insertSample(page);
      const { width } = page.viewportSize() ?? { width: 350 };
      for (const tab of ['Import', 'Kontrol', 'Aftaler', 'Kilde']) {
        await page.getByRole('tab', { name: tab }).click();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await page.evaluate(() => [document.documentElement, document.getElementById('pane') as HTMLElement].map((box) => box.scrollHeight - box.clientHeight))).toEqual([0, 0]);
        const last = await page.getByRole('tab', { name: 'Kilde' }).boundingBox();
        expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(width - 40);
      }
    });
  });

  it('is Danish or English as a whole', async () => {
    await inPane('?lang=en&hint', {}, async (page) => {
      await page.getByRole('button', { name: 'Try the sample', exact: true }).click();
      await page.getByRole('button', { name: 'Insert in the workbook' }).waitFor();
      expect(await page.locator('body').textContent()).not.toMatch(/Indsæt|Afvigelser|stemmer|Tilbage/);
    });
  });
});
