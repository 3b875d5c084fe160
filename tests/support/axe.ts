import { readFileSync } from 'node:fs';
import { type Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of WCAG 2.2 A and AA, and the good practice that a landmark, a heading and a name are there. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Found {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string | undefined }[];
}

/** Brings axe into a page, once for as long as the page is not loaded anew. */
export async function addAxe(page: Page): Promise<void> {
  await page.addScriptTag({ content: AXE });
}

/** What axe finds in a page as it is now, a line each. Shape: `exclude` are selectors of what is not looked at. */
export async function axeFindings(page: Page, exclude: readonly string[] = []): Promise<string[]> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity));
  const violations: readonly Found[] = await page.evaluate(async ({ tags, without }) => {
    const axe = (window as unknown as { axe: { run(context: object, options: object): Promise<{ violations: readonly Found[] }> } }).axe;
    return (await axe.run({ exclude: without }, { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } } })).violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) }));
  }, { tags: TAGS, without: [...exclude] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.replace(/\s+/g, ' ').slice(0, 220) ?? ''}`));
}
