import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import vm from 'node:vm';

const officeFolder = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
const scripts = new Map<string, vm.Script>();

function compiled(path: string): vm.Script {
  const known = scripts.get(path);
  if (known) return known;
  const script = new vm.Script(readFileSync(path, 'utf8'), { filename: path });
  scripts.set(path, script);
  return script;
}

interface StubElement {
  src?: string;
  onload?: (() => void) | null;
  onerror?: (() => void) | null;
  [name: string]: unknown;
}

/** A window with just enough of a document for the unmodified office.js, in this test's own realm of objects. */
export interface OfficeWindow {
  readonly [name: string]: unknown;
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: unknown;
  /** Ends the library's own timers, which would keep a test run alive. */
  readonly stopTimers: () => void;
}

/** Loads office.js from its package into such a window, after `prepare` has put the host's end of the bridge into it. */
export async function openOfficeWindow(prepare: (window: Record<string, unknown>) => void): Promise<OfficeWindow> {
  const base = 'http://localhost/office-js';
  const storage = new Map<string, string>();
  const sessionStorage = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    removeItem: (key: string) => void storage.delete(key),
  };
  const window: Record<string, unknown> = {};
  const load = (element: StubElement): void => {
    const path = String(element.src ?? '').replace(/\?.*$/, '');
    setTimeout(() => {
      if (!path.startsWith(base)) {
        element.onerror?.();
        return;
      }
      compiled(join(officeFolder, path.slice(base.length))).runInContext(context);
      element.onload?.();
    }, 0);
  };
  const element = (): StubElement => ({ style: {}, setAttribute() {}, getAttribute: () => null, appendChild() {}, addEventListener() {}, getElementsByTagName: () => [] });
  const parent = { ...element(), appendChild: load, insertBefore: load };
  const location = { href: 'http://localhost/', host: 'localhost', hostname: 'localhost', protocol: 'http:', search: '', hash: '', pathname: '/', origin: 'http://localhost' };
  const document = {
    ...element(), head: parent, body: parent, documentElement: parent, readyState: 'complete', cookie: '', URL: location.href, location,
    createElement: element,
    getElementById: () => null,
    hasFocus: () => false,
    querySelector: () => null,
    createTextNode: element,
    getElementsByTagName: (name: string) => (name === 'script' ? [{ ...element(), src: `${base}/office.js`, parentNode: parent }] : name === 'head' ? [parent] : []),
  };
  const running = new Set<NodeJS.Timeout>();
  const timers = {
    setTimeout: (callback: () => void, delay?: number) => {
      const timer = setTimeout(() => {
        running.delete(timer);
        callback();
      }, delay);
      running.add(timer);
      return timer;
    },
    setInterval: (callback: () => void, delay?: number) => {
      const timer = setInterval(callback, delay);
      running.add(timer);
      return timer;
    },
    clearTimeout: (timer: NodeJS.Timeout | undefined) => clearTimeout(timer),
    clearInterval: (timer: NodeJS.Timeout | undefined) => clearInterval(timer),
    queueMicrotask,
  };
  const intrinsics = { Array, Object, Promise, Error, TypeError, RangeError, Date, JSON, Map, Set, WeakMap, RegExp, Number, String, Boolean, Math, Symbol, console, URL, URLSearchParams };
  Object.assign(window, intrinsics, timers, {
    window, self: window, top: window, parent: window, location, document, sessionStorage, localStorage: sessionStorage,
    navigator: { userAgent: 'Mozilla/5.0 (Windows NT 10.0)', platform: 'Win32', language: 'da-DK' },
    history: {}, performance, addEventListener() {}, removeEventListener() {}, dispatchEvent() {}, postMessage() {},
  });
  prepare(window);
  const context = vm.createContext(window);
  compiled(join(officeFolder, 'office.js')).runInContext(context);
  const { Office: office } = window as { Office?: { onReady(): Promise<unknown> } };
  if (!office) throw new Error('office.js did not load.');
  await office.onReady();
  const close = (): void => {
    for (const timer of running) clearTimeout(timer);
    running.clear();
  };
  return Object.assign(window as unknown as OfficeWindow, { stopTimers: close });
}
