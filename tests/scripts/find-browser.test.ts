import { join } from 'node:path';
import { BROWSER_MISSING, findBrowser, type BrowserSearch } from '../support/find-browser';

/** A machine that holds the given programs. */
function machine(platform: string, programs: readonly string[], environment: BrowserSearch['environment']): BrowserSearch {
  return { platform, environment, isExecutable: (path) => programs.includes(path) };
}

describe('findBrowser', () => {
  it.each([
    ['linux', join('/usr/bin', 'chromium'), { PATH: ['/usr/local/bin', '/usr/bin'].join(process.platform === 'win32' ? ';' : ':') }],
    ['darwin', join('/Applications', 'Google Chrome.app/Contents/MacOS/Google Chrome'), { HOME: '/Users/a' }],
    ['win32', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }],
  ])('%s: %s', (platform, program, environment) => {
    expect(findBrowser(machine(platform, [program], environment))).toBe(program);
  });

  it('takes the chosen one first, and nothing else when that is wrong', () => {
    const environment = { PATH: '/usr/bin', RESERVE_BROWSER: '/opt/browser' };
    expect(findBrowser(machine('linux', ['/opt/browser', '/usr/bin/chromium'], environment))).toBe('/opt/browser');
    expect(findBrowser(machine('linux', ['/usr/bin/chromium'], environment))).toBeNull();
  });

  it('says in one line how to get one', () => {
    expect(findBrowser(machine('linux', [], { PATH: '/usr/bin' }))).toBeNull();
    expect(BROWSER_MISSING).not.toContain('\n');
  });
});
