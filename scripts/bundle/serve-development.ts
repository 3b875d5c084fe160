import { watch } from 'node:fs';
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { type ServerResponse } from 'node:http';
import { type ServerOptions } from 'node:https';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../run-step';
import { serveWorkbench } from '../workbench-build.mjs';
import { bundleAddin } from './bundle-addin';

/** What a change of is seen. */
const WATCHED = ['src', 'assets', 'docs'];

/** An editor saves a file in several steps. Units: milliseconds. */
const SETTLED_MS = 150;

/** Where the workbench's page hears that there is a newer build. */
const RELOAD_PATH = '/newer-build';

/** Where to serve, and what. */
export interface DevelopmentServer {
  readonly isWorkbench: boolean;
  readonly port: number;
  readonly certificate?: ServerOptions;
}

/** Serves the add-in as its sources stand, with source maps; the workbench loads itself anew after each change. Shape: answers the address. */
export async function serveDevelopment({ isWorkbench, port, certificate }: DevelopmentServer): Promise<string> {
  const shelf = join(PROJECT_FOLDER, '.cache', 'development');
  await rm(shelf, { recursive: true, force: true });
  await mkdir(shelf, { recursive: true });
  const build = async (): Promise<string> => {
    const folder = await mkdtemp(join(shelf, 'build-'));
    await bundleAddin({ folder, isWorkbench, isProduction: false, reloadsBy: RELOAD_PATH });
    return folder;
  };
  let folder = await build();
  const listeners = new Set<ServerResponse>();
  const { address } = await serveWorkbench(() => folder, {
    port,
    ...(certificate === undefined ? {} : { certificate }),
    listener: (path, response) => path === RELOAD_PATH && hear(response, listeners),
  });
  onChange(async () => {
    const before = folder;
    folder = await build();
    for (const response of listeners) response.write('data: newer\n\n');
    await rm(before, { recursive: true, force: true });
  });
  return address;
}

function hear(response: ServerResponse, listeners: Set<ServerResponse>): true {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' }).write('\n');
  listeners.add(response);
  response.once('close', () => listeners.delete(response));
  return true;
}

/** Builds anew once the files have settled; a change during a build waits for its end. What does not compile is told, and the last build stays. */
function onChange(build: () => Promise<void>): void {
  let settling: NodeJS.Timeout | undefined;
  let building = Promise.resolve();
  const changed = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      building = building.then(build).catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    }, SETTLED_MS);
  };
  for (const folder of WATCHED) watch(join(PROJECT_FOLDER, folder), { recursive: true }, changed);
}
