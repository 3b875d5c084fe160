import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { reportHtml } from '../../src/outputs/report/report';
import { judged } from '../outputs/checked';
import { addAxe, axeFindings } from '../support/axe';
import { requireBrowser } from '../support/find-browser';
import { temporaryFolder } from '../support/temporary-folder';

const SAMPLE = join(__dirname, '..', '..', 'assets', 'sample', 'aftale-eksempel.txt');

const LOOKS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['high contrast', { forcedColors: 'active' }],
  ['320 px', { viewport: { width: 320, height: 256 } }],
];

const folder = temporaryFolder('report');
let browser: Browser;
let address: string;

beforeAll(async () => {
  const path = join(folder, 'rapport.html');
  writeFileSync(path, reportHtml((await judged('aftale.txt', new Uint8Array(readFileSync(SAMPLE)))).judged));
  address = pathToFileURL(path).href;
  browser = await chromium.launch({ executablePath: requireBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
});

afterAll(() => browser?.close());

/** Opens the report in a look; the addresses that the browser asked for besides it. */
async function inReport(options: BrowserContextOptions, steps: (page: Page) => Promise<void>): Promise<string[]> {
  const context = await browser.newContext({ ...options, bypassCSP: true, offline: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await steps(page);
  await context.close();
  return asked.filter((url) => url.split('#')[0] !== address);
}

it.each(LOOKS)('axe finds nothing in the report, and no other address is asked for: %s', async (_name, options) => {
  let found: string[] = [];
  let overflow = 0;
  const asked = await inReport(options, async (page) => {
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    await addAxe(page);
    found = await axeFindings(page);
    overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  });
  expect([found, asked, overflow]).toEqual([[], [], 0]);
});

it('a finding leads to its place in the text, and the figure there back to the finding', async () => {
  await inReport({}, async (page) => {
    await page.locator('#finding-1 > a').first().click();
    const place = new URL(page.url()).hash;
    expect(await page.locator(place).isVisible()).toBe(true);
    await page.locator('a.f-differs').first().click();
    expect(new URL(page.url()).hash).toMatch(/^#finding-\d+$/);
  });
});

it('prints on paper without losing a line', async () => {
  await inReport({}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => [...document.querySelectorAll('.l')].filter((line) => line.getBoundingClientRect().height === 0).length)).toBe(0);
  });
});
