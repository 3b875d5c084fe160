import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { requireBrowser } from '../tests/support/find-browser';
import { PROJECT_FOLDER } from './run-step';

/** Draws the PNG icons of the manifest from their SVG sources. Units: pixels; 16 has a source of its own, drawn on whole pixels. */
const ICONS: Readonly<Record<string, readonly number[]>> = {
  reserve: [16, 32, 64, 80, 128],
  import: [16, 32, 80],
  check: [16, 32, 80],
};

const FOLDER = join(PROJECT_FOLDER, 'assets', 'icons');

async function draw(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
}

const browser = await chromium.launch({ executablePath: requireBrowser(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
try {
  const page = await browser.newPage();
  for (const [name, sizes] of Object.entries(ICONS)) {
    for (const size of sizes) {
      const svg = await readFile(join(FOLDER, size === 16 ? `${name}-small.svg` : `${name}.svg`), 'utf8');
      await writeFile(join(FOLDER, `${name}-${size}.png`), await draw(page, svg, size));
      console.log(`assets/icons/${name}-${size}.png`);
    }
  }
} finally {
  await browser.close();
}
