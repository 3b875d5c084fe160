import { ServerProcess, WorkbenchPage } from '../support/workbench-page';

/** The demonstration, hurried through in both languages, left halfway, and called back. */

let server: ServerProcess;

beforeAll(async () => {
  server = await ServerProcess.workbench();
});

afterAll(async () => server?.stop());

/** Presses a button of the card until the card says something. */
async function hurryUntil(workbench: WorkbenchPage, next: string, isThere: () => Promise<boolean>): Promise<void> {
  await workbench.until(async () => {
    const button = workbench.page.locator('.demo-card').getByRole('button', { name: next });
    if ((await button.count()) > 0) await button.click({ timeout: 1000 }).catch(() => undefined);
    return isThere();
  }, (isDone) => isDone);
}

test.each([
  ['da-DK', 'Ark1', 'Næste', 'Prøv selv videre', /^Arbejdspapir/],
  ['en-GB', 'Sheet1', 'Next', 'Go on by myself', /^Working paper/],
])('in %s it goes from the planted error to the working paper and the file, and the own workbook comes back', async (locale, sheet, next, keep, paper) => {
  const workbench = await WorkbenchPage.open(server.address, { locale });
  try {
    const { page } = workbench;
    const keepButton = page.getByRole('button', { name: keep });
    await workbench.type(sheet, 'A1', 'min egen');
    await page.evaluate(() => localStorage.setItem('reserve.signer', 'AB'));
    await workbench.reload();
    const download = page.waitForEvent('download');
    await page.locator('#demo-start').click();
    await hurryUntil(workbench, next, async () => (await keepButton.count()) > 0);
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
    expect((await workbench.sheets()).map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringMatching(paper)]));
    await page.locator('.demo-card').getByRole('button').last().click();
    await workbench.until(() => workbench.cell(sheet, 'A1'), ({ value }) => value === 'min egen');
    expect(await page.evaluate(() => localStorage.getItem('reserve.signer'))).toBe('AB');
    if (locale !== 'da-DK') return;
    await page.locator('#demo-start').click();
    await hurryUntil(workbench, next, async () => Number.parseInt((await page.locator('.demo-count').allInnerTexts())[0] ?? '', 10) >= 3);
    await page.keyboard.press('Escape');
    await workbench.until(() => workbench.cell(sheet, 'A1'), ({ value }) => value === 'min egen');
    expect(workbench.problems).toEqual([]);
  } finally {
    await workbench.close();
  }
});
