import { spawnSync } from 'node:child_process';
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
  const [scope = '', ...rest] = script.split('/');
  const name = scope.startsWith('@') ? `${scope}/${rest.shift() ?? ''}` : scope;
  return runScript(join(dirname(require.resolve(`${name}/package.json`)), ...rest), args);
}

/** Runs a script with this Node. Shape: a path, below the project's folder where it is not absolute; answers the exit code. */
export function runScript(file: string, args: readonly string[]): number {
  const { status, error } = spawnSync(process.execPath, [file, ...args], { cwd: PROJECT_FOLDER, stdio: 'inherit' });
  if (error) throw new Error(`Could not start ${file}`, { cause: error });
  return status ?? 1;
}
