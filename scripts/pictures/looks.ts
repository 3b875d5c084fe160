import { type Page } from 'playwright-core';
import { type WorkbenchPage } from '../../tests/support/workbench-page';

/** A size and theme that the pane is taken in. Units: pixels. */
export interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active';
}

/** Every size that Excel gives the pane, and every theme. */
const LOOKS: readonly Look[] = [
  { name: '350x780', width: 350, height: 780 },
  { name: '350x378', width: 350, height: 378 },
  { name: '320x600', width: 320, height: 600 },
  { name: '600x780', width: 600, height: 780 },
  { name: 'dark', width: 350, height: 780, colorScheme: 'dark' },
  { name: 'contrast', width: 350, height: 780, forcedColors: 'active' },
];

/** Takes the pane as it stands in every look, the state staying as it is. Shape: `keep` takes a picture under a name. */
export async function inEveryLook({ page }: WorkbenchPage, name: string, keep: (name: string, png: Buffer) => Promise<void>): Promise<void> {
  const frame = page.locator('#pane-frame');
  for (const look of LOOKS) {
    await page.emulateMedia({ colorScheme: look.colorScheme ?? 'light', forcedColors: look.forcedColors ?? 'none' });
    await sizeFrame(page, `position:fixed;left:0;top:0;z-index:5000;width:${look.width}px;height:${look.height}px`);
    await page.waitForTimeout(250);
    await keep(`${name} ${look.name}`, await frame.screenshot());
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await sizeFrame(page, '');
}

function sizeFrame(page: Page, style: string): Promise<void> {
  return page.locator('#pane-frame').evaluate((element, css) => element.setAttribute('style', css), style);
}
