import { spawn } from 'node:child_process';

/** A program with its arguments, started without a shell. */
export interface Opener {
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * What opens an address in a person's browser; null where nobody sits in front of this machine: no terminal, a build server, a remote shell,
 * a Linux without a screen, or BROWSER=none.
 */
export function findOpener(address: string, platform: string, environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): Opener | null {
  const isSet = (name: string): boolean => (environment[name] ?? '') !== '';
  if (!isTerminal || isSet('CI') || isSet('SSH_CONNECTION') || environment['BROWSER'] === 'none') return null;
  if (platform === 'win32') return { program: 'rundll32', args: ['url.dll,FileProtocolHandler', address] };
  if (platform === 'darwin') return { program: 'open', args: [address] };
  return isSet('DISPLAY') || isSet('WAYLAND_DISPLAY') ? { program: 'xdg-open', args: [address] } : null;
}

/** Opens an address in the browser of the person in front of this machine, if there is one; the address was printed, so a failure needs no word. */
export function openInBrowser(address: string): void {
  const opener = findOpener(address, process.platform, process.env, process.stdout.isTTY);
  if (opener === null) return;
  const child = spawn(opener.program, opener.args, { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
