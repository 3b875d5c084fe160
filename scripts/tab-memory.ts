import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { requireBrowser } from '../tests/support/find-browser';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The memory of a tab's process. Units: megabytes, resident; `peak` is the most since it started, `program` the browser's own code and files in it, which all tabs share. */
export interface TabMemory {
  readonly now: number;
  readonly peak: number;
  readonly program: number;
}

/** A tab in a browser of its own, so that nothing that was open before counts. */
export class FreshTab {
  private constructor(private readonly context: BrowserContext, private readonly profile: string, readonly page: Page, private readonly session: CDPSession) {}

  static async open(): Promise<FreshTab> {
    const profile = mkdtempSync(join(tmpdir(), 'fresh-tab-'));
    const context = await chromium.launchPersistentContext(profile, { executablePath: requireBrowser(), headless: true, args: FLAGS, viewport: { width: 1440, height: 900 } });
    const page = context.pages()[0] ?? (await context.newPage());
    return new FreshTab(context, profile, page, await context.newCDPSession(page));
  }

  /** The memory of the largest tab process of this browser. */
  memory(): TabMemory {
    const tabs = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((id) => memoryOf(id, this.profile));
    return tabs.reduce((largest, tab) => (tab.now > largest.now ? tab : largest), { now: 0, peak: 0, program: 0 });
  }

  /** What the page's own thread holds once everything else has been thrown away. Units: megabytes. */
  async heapInUse(): Promise<number> {
    await this.session.send('HeapProfiler.collectGarbage');
    return (await this.session.send('Runtime.getHeapUsage')).usedSize / 1e6;
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}

function memoryOf(process: string, profile: string): TabMemory {
  const nothing = { now: 0, peak: 0, program: 0 };
  try {
    const command = readFileSync(`/proc/${process}/cmdline`, 'utf8');
    if (!command.includes('--type=renderer') || !command.includes(profile)) return nothing;
    const status = readFileSync(`/proc/${process}/status`, 'utf8');
    const size = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000;
    return { now: size('VmRSS'), peak: size('VmHWM'), program: size('RssFile') };
  } catch (error) {
    if (error instanceof Error) return nothing;
    throw error;
  }
}
