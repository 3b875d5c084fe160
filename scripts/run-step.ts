import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever the current folder is. */
export const PROJECT_FOLDER = dirname(dirname(fileURLToPath(import.meta.url)));

const require = createRequire(import.meta.url);

/**
 * Runs a command-line tool of an installed package with this Node, without a shell, so that it works the same on Windows.
 * Shape: `script` is the tool's file inside the package ("typescript/bin/tsc"); answers the exit code.
 */
export function runTool(script: string, args: readonly string[]): number {
  return runScript(toolFile(script), args);
}

/** The file of a command-line tool of an installed package. Shape: as in `runTool`. */
export function toolFile(script: string): string {
  const [scope = '', ...rest] = script.split('/');
  const name = scope.startsWith('@') ? `${scope}/${rest.shift() ?? ''}` : scope;
  return join(dirname(require.resolve(`${name}/package.json`)), ...rest);
}

/** Runs a script with this Node. Shape: a path, below the project's folder where it is not absolute; answers the exit code. */
export function runScript(file: string, args: readonly string[]): number {
  const { status, error } = spawnSync(process.execPath, [file, ...args], { cwd: PROJECT_FOLDER, stdio: 'inherit' });
  if (error) throw new Error(`Could not start ${file}`, { cause: error });
  return status ?? 1;
}

/** Runs a script beside others, and keeps what it says until it has ended. Errors: rejects where it cannot be started. */
export function runBeside(file: string, args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: PROJECT_FOLDER, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }));
  });
}
