import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type Frame, type Page, chromium } from 'playwright-core';
import { type ExcelSide } from '../../src/workbench/excel-side/excel-side';
import { requireBrowser } from './find-browser';
import { PATIENCE_MS } from './patience';

/** The page's window with what the workbench offers to tests. */
export type WorkbenchWindow = Window & { readonly workbench?: { readonly side: ExcelSide; readonly view: { readonly mutationCount: number; readonly isEditing: boolean }; readonly isReady: boolean; readonly isKept?: boolean } };

const browserFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** So long after the last key the grid looks for functions to suggest, and while it suggests some, Enter takes one of them. Units: milliseconds. Source: useFormulaSearch of @univerjs/sheets-formula-ui. */
const SUGGESTS_AFTER_MS = 300;

/** A server in a process of its own. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly output: () => string,
  ) {}

  /** Where it serves: the first address that it printed. Errors: throws where it printed none. */
  get address(): string {
    const printed = /https?:\/\/localhost:\d+\//.exec(this.output())?.[0];
    if (printed === undefined) throw new Error(`No address was printed:\n${this.output()}`);
    return printed;
  }

  /** The workbench as `npm start` serves it. */
  static workbench(): Promise<ServerProcess> {
    return ServerProcess.start(['scripts/start.mjs'], /Ctrl\+C/);
  }

  /** Starts a program, at a free port where it serves, and waits until its output matches. */
  static async start(program: readonly string[], isReady: RegExp): Promise<ServerProcess> {
    const child = spawn(process.execPath, [...(program[0]?.endsWith('.ts') === true ? ['--import', 'tsx'] : []), ...program], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        output += chunk.toString();
        if (isReady.test(output)) resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => reject(new Error(`${program.join(' ')} ended with ${String(code)}:\n${output}`)));
    });
    return new ServerProcess(child, () => output);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.removeAllListeners('exit').once('exit', () => undefined);
    this.child.kill('SIGTERM');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 500))]);
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
  }
}

/** What a test sees of a cell of the workbook behind the grid. */
export interface SeenCell {
  readonly value: unknown;
  readonly formula: string | null;
  readonly fill: string | null;
  readonly comment: string | null;
}

/** The workbench in a browser, driven as a person drives it. */
export class WorkbenchPage {
  /** Errors that the page or the pane threw, and failed loads. */
  readonly problems: string[] = [];
  private clickHeight = 300;

  private constructor(readonly context: BrowserContext, readonly page: Page, private readonly profile: string) {
    page.on('pageerror', (error) => this.problems.push(error.message));
  }

  /** Opens the workbench in a browser of its own, in Danish if not told otherwise. Shape: `proxy` is the address that all of the browser's traffic goes through. */
  static async open(address: string, { proxy, locale = 'da-DK' }: { readonly proxy?: string; readonly locale?: string } = {}): Promise<WorkbenchPage> {
    const profile = mkdtempSync(join(tmpdir(), 'workbench-'));
    const context = await chromium.launchPersistentContext(profile, { executablePath: requireBrowser(), headless: true, args: browserFlags, locale, viewport: { width: 1440, height: 900 }, ...(proxy === undefined ? {} : { proxy: { server: proxy } }) });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('dialog', (dialog) => void dialog.accept());
    const workbench = new WorkbenchPage(context, page, profile);
    await page.goto(address);
    await workbench.ready();
    return workbench;
  }

  async ready(): Promise<void> {
    await this.page.waitForFunction(() => (window as WorkbenchWindow).workbench?.isReady === true, null, { timeout: PATIENCE_MS });
  }

  /** Loads the page anew, once all that was done is kept. */
  async reload(): Promise<void> {
    await this.page.waitForFunction(() => (window as WorkbenchWindow).workbench?.isKept !== false, null, { timeout: PATIENCE_MS });
    await this.page.reload();
    await this.ready();
  }

  /** The add-in's own pane. */
  get pane(): Frame {
    const frame = this.page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
    if (!frame) throw new Error('The pane is not there.');
    return frame;
  }

  /** Types into a cell of the grid and presses Enter. */
  async type(sheetName: string, address: string, text: string): Promise<void> {
    await this.goTo(sheetName, address);
    await this.page.keyboard.type(text);
    await this.rest(text.startsWith('=') ? SUGGESTS_AFTER_MS : 0);
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction(() => (window as WorkbenchWindow).workbench?.view.isEditing === false, null, { timeout: PATIENCE_MS });
    await this.rest();
  }

  /** Selects a cell of the grid and presses keys, one after the other. */
  async press(sheetName: string, address: string, ...keys: readonly string[]): Promise<void> {
    await this.goTo(sheetName, address);
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.idle();
    }
  }

  /** Pastes text from outside the workbench into the grid. */
  async paste(sheetName: string, address: string, text: string): Promise<void> {
    await this.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.press(sheetName, address, 'Control+v');
  }

  /** Changes of the grid's own data so far. */
  mutationCount(): Promise<number> {
    return this.page.evaluate(() => (window as WorkbenchWindow).workbench?.view.mutationCount ?? 0);
  }

  /** Puts the keyboard into the grid and selects a cell. */
  private async goTo(sheetName: string, address: string): Promise<void> {
    const canvas = this.page.locator('#grid canvas[id^="univer-sheet-main-canvas"]');
    // Two clicks at one place are a double click, which begins to edit.
    this.clickHeight = this.clickHeight === 300 ? 330 : 300;
    await canvas.click({ position: { x: 300, y: this.clickHeight } });
    await this.page.evaluate(([name, cell]) => {
      const side = (window as WorkbenchWindow).workbench?.side;
      const sheet = side?.workbook.sheetNamed(name);
      if (!side || !sheet) throw new Error(`There is no sheet ${name}.`);
      side.workbook.select(sheet, side.areaOf(cell), 'addIn');
    }, [sheetName, address] as const);
    await this.rest();
  }

  /** Waits until the page has drawn and done what has been asked of it, with what it put off for so long at most: its timers run in the order in which they end. */
  private async rest(putOffMs = 0): Promise<void> {
    await this.page.evaluate(async (delay) => {
      const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      await frame();
      await new Promise((resolve) => setTimeout(resolve, delay));
      await frame();
      await frame();
    }, putOffMs);
  }

  /** Waits until the page answers at once for a while: what keys other than text set off in the grid has no end that can be seen. */
  private async idle(): Promise<void> {
    for (let calm = 0; calm < 3;) {
      const lagMs = await this.page.evaluate(async () => {
        const asked = performance.now();
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
        return performance.now() - asked - 100;
      });
      calm = lagMs < 60 ? calm + 1 : 0;
    }
  }

  cell(sheetName: string, address: string): Promise<SeenCell> {
    return this.page.evaluate(([name, cell]) => {
      const side = (window as WorkbenchWindow).workbench?.side;
      const sheet = side?.workbook.sheetNamed(name);
      if (!side || !sheet) throw new Error(`There is no sheet ${name}.`);
      const { row, column } = side.areaOf(cell);
      const value = sheet.valueAt(row, column);
      return {
        value: value !== null && typeof value === 'object' ? value.code : value,
        formula: sheet.cell(row, column)?.formula ?? null,
        fill: sheet.styleAt(row, column)?.fill ?? null,
        comment: side.workbook.commentAt(sheet, row, column)?.content ?? null,
      };
    }, [sheetName, address] as const);
  }

  sheets(): Promise<{ name: string; visibility: string }[]> {
    return this.page.evaluate(() => (window as WorkbenchWindow).workbench?.side.workbook.sheets.map(({ name, visibility }) => ({ name, visibility })) ?? []);
  }

  /** Waits until a look at the workbench gives what is expected, or fails with the last look. */
  async until<T>(look: () => Promise<T>, isExpected: (seen: T) => boolean): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const seen = await look();
      if (isExpected(seen)) return seen;
      if (Date.now() > end) throw new Error(`Waited in vain; last seen: ${JSON.stringify(seen)}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** Keeps a picture of the workbench where the run asks for pictures, in the folder that RESERVE_SHOTS names. */
  async shoot(name: string): Promise<void> {
    const folder = process.env['RESERVE_SHOTS'];
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}
