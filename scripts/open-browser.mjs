// @ts-check
import { spawn } from 'node:child_process';

/**
 * A program with its arguments, started without a shell.
 * @typedef {{ readonly program: string, readonly args: readonly string[] }} Opener
 */

/**
 * What opens an address in a person's browser; null where nobody sits in front of this machine: no terminal, a build server, a remote shell,
 * a Linux without a screen, or BROWSER=none.
 * @param {string} address
 * @param {string} platform
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {boolean} isTerminal
 * @returns {Opener | null}
 */
export function findOpener(address, platform, environment, isTerminal) {
  const isSet = (/** @type {string} */ name) => (environment[name] ?? '') !== '';
  if (!isTerminal || isSet('CI') || isSet('SSH_CONNECTION') || environment['BROWSER'] === 'none') return null;
  if (platform === 'win32') return { program: 'rundll32', args: ['url.dll,FileProtocolHandler', address] };
  if (platform === 'darwin') return { program: 'open', args: [address] };
  return isSet('DISPLAY') || isSet('WAYLAND_DISPLAY') ? { program: 'xdg-open', args: [address] } : null;
}

/**
 * Opens an address in the browser of the person in front of this machine, if there is one; the address was printed, so a failure needs no word.
 * @param {string} address
 */
export function openInBrowser(address) {
  const opener = findOpener(address, process.platform, process.env, process.stdout.isTTY);
  if (opener === null) return;
  const child = spawn(opener.program, [...opener.args], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
