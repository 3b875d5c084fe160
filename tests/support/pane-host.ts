import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { requireBrowser } from './find-browser';
import { PATIENCE_MS } from './patience';
import { panePage } from './test-builds.mjs';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };
const BROWSER_FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The button that opens the built-in agreement. */
export const SAMPLE_BUTTON = 'Prøv med eksempelaftalen';

/** Serves the pane over a workbook in memory, as the production build bundles it, and opens it in a browser. */
export class PaneHost {
  private constructor(
    private readonly port: number,
    private readonly server: Server,
    private readonly browser: Browser,
  ) {}

  /** Starts with the page as it is kept, or builds it; `stop` ends everything. */
  static async start(port: number): Promise<PaneHost> {
    const folder = await panePage();
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (path === '/favicon.ico') return void response.writeHead(204).end();
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? TYPES['.html'] });
      response.end(readFileSync(join(folder, path === '/' ? 'index.html' : path)));
    });
    await new Promise<void>((done) => server.listen(port, done));
    const browser = await chromium.launch({ executablePath: requireBrowser(), args: BROWSER_FLAGS });
    return new PaneHost(port, server, browser);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await new Promise((done) => this.server.close(done));
  }

  /** Opens the pane, runs the steps and expects that the browser complained of nothing and asked nothing of other machines. */
  async inPane(query: string, options: BrowserContextOptions, steps: (page: Page) => Promise<void>): Promise<void> {
    const context = await this.browser.newContext({ viewport: { width: 350, height: 780 }, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(`http://localhost:${this.port}/`)) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(`http://localhost:${this.port}/${query}`);
    await page.getByRole('heading', { level: 2 }).waitFor();
    await steps(page);
    await context.close();
    expect(complaints).toEqual([]);
  }
}
