import { findOpener } from '../../scripts/open-browser.mjs';

const ADDRESS = 'http://localhost:3000/';

describe('findOpener', () => {
  it.each([
    ['win32', {}, { program: 'rundll32', args: ['url.dll,FileProtocolHandler', ADDRESS] }],
    ['darwin', {}, { program: 'open', args: [ADDRESS] }],
    ['linux', { DISPLAY: ':0' }, { program: 'xdg-open', args: [ADDRESS] }],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, { program: 'xdg-open', args: [ADDRESS] }],
  ])('opens the address on %s', (platform, environment, opener) => {
    expect(findOpener(ADDRESS, platform, environment, true)).toEqual(opener);
  });

  it.each([
    ['there is no terminal', 'darwin', {}, false],
    ['a build server runs', 'win32', { CI: 'true' }, true],
    ['the shell is a remote one', 'darwin', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, true],
    ['the person asked for none', 'darwin', { BROWSER: 'none' }, true],
    ['there is no screen', 'linux', {}, true],
  ])('opens nothing when %s', (_reason, platform, environment, isTerminal) => {
    expect(findOpener(ADDRESS, platform, environment, isTerminal)).toBeNull();
  });
});
