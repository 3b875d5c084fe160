import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from './ports.mjs';
import { PROJECT_FOLDER } from './run-step';
import { FreshTab } from './tab-memory';

/**
 * How long a person waits from `npm start` until the pane's first useful text, by the clock: the first start, with nothing built or compiled
 * before, and starts that find the workbench built. A browser is open, as a person's is, and goes to the address as soon as it is printed.
 * Usage: npx tsx scripts/measure-start.ts. Needs Chromium, and says most on a machine at rest. Goal: 8 s, and 3 s for a later start.
 */
const LATER_STARTS = 5;
const FIRST_PORT = 3400;
const PORTS = 50;

/** The first thing that a person can do in the pane. */
const FIRST_BUTTON = /Vælg fil|Choose file/;

/** When the address was printed and when the pane could be used. Units: seconds from the command. */
interface Start {
  readonly served: number;
  readonly useful: number;
}

for (const kept of ['built/workbench', 'webpack']) rmSync(join(PROJECT_FOLDER, '.cache', kept), { recursive: true, force: true });
report('first start', await measureStart());
for (let round = 0; round < LATER_STARTS; round += 1) report('later start', await measureStart());

function report(name: string, { served, useful }: Start): void {
  console.log(`${name}: served after ${served.toFixed(2)} s, the pane's first useful text after ${useful.toFixed(2)} s`);
}

async function measureStart(): Promise<Start> {
  const tab = await FreshTab.open();
  const port = await findFreePort(FIRST_PORT, PORTS);
  const began = performance.now();
  const since = (): number => (performance.now() - began) / 1000;
  const server = spawn('npm', ['start'], { cwd: PROJECT_FOLDER, detached: true, env: { ...process.env, PORT: String(port), BROWSER: 'none' }, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let printed = '';
      server.stdout.on('data', (part: Buffer) => {
        printed += part.toString();
        const found = /http:\/\/localhost:\d+\//.exec(printed)?.[0];
        if (found !== undefined) resolve(found);
      });
      server.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
    });
    const served = since();
    await tab.page.goto(address, { waitUntil: 'commit' });
    await tab.page.frameLocator('iframe').getByRole('button', { name: FIRST_BUTTON }).first().waitFor();
    return { served, useful: since() };
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid);
    await tab.close();
  }
}
