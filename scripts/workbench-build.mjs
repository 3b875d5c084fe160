// @ts-check
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keptBuild } from './kept-build.mjs';
import { filesBelow, serveFiles } from './static-server.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the workbench and the add-in in it are made of. */
const SOURCES = ['src', 'assets', 'docs', 'manifest.xml', 'scripts', 'webpack.config.js'];

/**
 * A pane that tests put in the place of the add-in's own, with its functions and the folder that they stand in.
 * @typedef {{ readonly name: string, readonly folder: string, readonly pane: string, readonly functions: string }} OtherPane
 */

/**
 * The folder of the minified workbench, built where it is not there yet.
 * Errors: rejects with webpack's own report where the sources do not compile.
 * @param {{ warn: (line: string) => void, onBuild?: () => void, other?: OtherPane }} options
 */
export function builtWorkbench({ warn, onBuild, other }) {
  return keptBuild({
    root,
    name: other === undefined ? 'workbench' : other.name,
    sources: other === undefined ? SOURCES : [...SOURCES, other.folder],
    build(folder) {
      onBuild?.();
      return bundle([folder, ...(other === undefined ? [] : [other.pane, other.functions])]);
    },
    warn,
  });
}

/**
 * Builds in a process of its own, so that a server does not keep the memory of what built it.
 * @param {readonly string[]} words
 * @returns {Promise<void>}
 */
function bundle(words) {
  return new Promise((resolve, reject) => {
    const builder = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts/bundle/bundle-workbench.ts'), ...words], { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] });
    let report = '';
    builder.stderr.on('data', (part) => (report += part));
    builder.once('error', reject);
    builder.once('close', (code) => (code === 0 ? resolve() : reject(new Error(report.trim() || `the build ended with ${code}`))));
  });
}

/**
 * Serves a built workbench with the npm copy of office.js beside it.
 * @param {() => string} folder
 * @param {Omit<Parameters<typeof serveFiles>[0], 'fileAt'>} options
 */
export function serveWorkbench(folder, options = {}) {
  const office = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
  return serveFiles({ ...options, fileAt: (path) => filesBelow({ '/': folder(), '/office-js/': office })(path) });
}
