import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerProcess, WorkbenchPage } from '../tests/support/workbench-page';
import { inEveryLook } from './pictures/looks';
import { drawnMarkup, drawnPage, picturesIn, takePapers } from './pictures/papers';
import { WORDS, type Words } from './pictures/words';

/**
 * Takes the pictures of the pages from the running product, so that they stay true: `npm run pictures`. With `--tour FOLDER` it also takes every
 * view of the pane in every size and theme and every sheet on paper, in both languages, to be looked at.
 */

const FOLDER = join('docs', 'pictures');
/** How large the workbench is taken. Units: pixels. */
const DESK = { width: 1180, height: 660 };
/** What the pages may weigh. Units: bytes. */
const MOST_PER_PICTURE = 150_000;
const MOST_TOGETHER = 1_200_000;

const tour = process.argv[2] === '--tour' ? (process.argv[3] ?? null) : null;
if (process.argv.length > 2 && tour === null) throw new Error('Say --tour FOLDER, or nothing');
const problems: string[] = [];

await mkdir(FOLDER, { recursive: true });
const server = await ServerProcess.workbench();
try {
  for (const language of ['da', 'en'] as const) await takeLanguage(language, WORDS[language]);
} finally {
  await server.stop();
}
await weigh();
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

async function takeLanguage(language: 'da' | 'en', words: Words): Promise<void> {
  const workbench = await WorkbenchPage.open(server.address, { locale: words.locale });
  const { page, context } = workbench;
  page.setDefaultTimeout(60_000);
  const button = (name: RegExp) => workbench.pane.getByRole('button', { name }).first();
  const tab = (name: RegExp) => workbench.pane.getByRole('tab', { name }).first();
  const rest = (): Promise<void> => page.waitForTimeout(900);
  const look = async (name: string): Promise<void> => {
    if (tour === null) return;
    const folder = join(tour, language);
    await mkdir(folder, { recursive: true });
    await inEveryLook(workbench, name, (picture, png) => writeFile(join(folder, `${picture}.png`), png));
  };
  const desk = async (name: string): Promise<void> => {
    await rest();
    await keep(`${name}-${language}`, await page.screenshot());
  };
  /** Goes on with the tour where a view does not come, and tells of it. */
  const view = async (name: string, go: () => Promise<void>): Promise<void> => {
    await go().then(() => look(name), (error: unknown) => problems.push(`${language}: ${name}: ${String(error).split('\n')[0] ?? ''}`));
  };
  const inMenu = async (name: RegExp): Promise<void> => {
    await button(words.more).click();
    await workbench.pane.getByRole('menuitem', { name }).first().click();
  };
  const saved = async (choice: RegExp): Promise<Buffer> => {
    const download = page.waitForEvent('download');
    await button(words.save).click();
    await workbench.pane.getByRole('menuitem', { name: choice }).click();
    return readFileSync(await (await download).path());
  };
  try {
    await page.setViewportSize(DESK);
    await look('1 start');
    await button(words.sample).click();
    await button(words.insert).waitFor();
    await desk('preview');
    await look('2 preview');
    const [marked, report] = [await saved(words.marked), await saved(words.report)];
    await button(words.insert).click();
    await workbench.pane.getByText(words.inserted).first().waitFor();
    await page.waitForTimeout(2000);
    await look('3 inserted');
    await tab(words.findings).click();
    await workbench.pane.getByRole('article').first().waitFor();
    await desk('findings');
    await look('4 findings');
    await view('5 accept', async () => button(words.accept).click());
    await page.keyboard.press('Escape');
    await button(words.line).click();
    await workbench.pane.locator('li[aria-current=location]').waitFor();
    await desk('source');
    await look('6 source');
    await view('7 agreements', async () => tab(words.agreements).click());
    await tab(words.findings).click();
    await view('8 settings', () => inMenu(words.settings));
    await workbench.pane.locator('main').press('Escape').catch(() => undefined);
    await view('9 review', () => inMenu(words.review));
    await workbench.pane.locator('main').press('Escape').catch(() => undefined);
    if (language === 'da') await keep('report', await drawnMarkup(context, new TextDecoder().decode(report)));
    if (language === 'da') await keep('marked', await drawnPage(context, marked, 3));
    if (tour !== null) await takePapers(workbench, join(tour, language, 'paper'));
  } catch (error) {
    await page.screenshot({ path: join(tour ?? '.cache', `failed-${language}.png`) });
    throw error;
  } finally {
    await workbench.close();
  }
}

async function keep(name: string, png: Buffer): Promise<void> {
  await writeFile(join(FOLDER, `${name}.png`), png);
}

/** Says what the pictures weigh, and when that is too much. */
async function weigh(): Promise<void> {
  const pictures = await picturesIn(FOLDER);
  const together = pictures.reduce((sum, { size }) => sum + size, 0);
  for (const { name, size } of pictures) {
    console.log(`${name} ${Math.round(size / 1000)} kB`);
    if (size > MOST_PER_PICTURE) problems.push(`${name} weighs more than ${MOST_PER_PICTURE} bytes`);
  }
  if (together > MOST_TOGETHER) problems.push(`The pictures weigh more than ${MOST_TOGETHER} bytes together`);
}
