import { accessSync, constants } from 'node:fs';
import { delimiter, join, win32 } from 'node:path';

/** What to do where no browser is found; one line, printed as it stands. */
export const BROWSER_MISSING =
  'No Chrome, Chromium or Edge found: install one (Debian/Ubuntu: "apt-get install chromium"; macOS: "brew install --cask google-chrome"; Windows: Edge is part of it) or set RESERVE_BROWSER to its path.';

/** What the search looks at, so that a test can stand in for another machine. */
export interface BrowserSearch {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isExecutable: (path: string) => boolean;
}

const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

const MAC_APPLICATIONS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PROGRAMS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** The path of a Chrome, Chromium or Edge on this machine, null where there is none. RESERVE_BROWSER comes first. */
export function findBrowser(search: BrowserSearch = thisMachine()): string | null {
  const chosen = search.environment['RESERVE_BROWSER'];
  if (chosen !== undefined && chosen !== '') return search.isExecutable(chosen) ? chosen : null;
  return candidates(search).find(search.isExecutable) ?? null;
}

/** The same, for tests that cannot run without a browser. Errors: throws the line that says how to get one. */
export function requireBrowser(): string {
  const path = findBrowser();
  if (path === null) throw new Error(BROWSER_MISSING);
  return path;
}

function candidates({ platform, environment }: BrowserSearch): string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return WINDOWS_PROGRAMS.flatMap((program) => roots.map((root) => win32.join(root, program)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', join(environment['HOME'] ?? '/', 'Applications')];
    return MAC_APPLICATIONS.flatMap((application) => roots.map((root) => join(root, application)));
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function thisMachine(): BrowserSearch {
  return { platform: process.platform, environment: process.env, isExecutable };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
