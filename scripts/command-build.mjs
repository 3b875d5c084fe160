// @ts-check
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { COMMAND_ENTRY, COMMAND_SOURCES } from './command-sources.mjs';
import { keptBuild } from './kept-build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The address of the module that runs the command line in the process that imports it, built where it is not there yet.
 * Errors: throws esbuild's own report where the sources do not compile.
 * @param {(line: string) => void} warn
 */
export async function builtCommand(warn) {
  return pathToFileURL(join(await keptBuild({ root, name: 'command', sources: COMMAND_SOURCES, build, warn }), 'reserve.mjs')).href;
}

/**
 * One script, and what only PDFs need in scripts of their own.
 * @param {string} folder
 */
async function build(folder) {
  const { build: bundle, stop } = await import('esbuild');
  await bundle({
    absWorkingDir: root,
    entryPoints: { reserve: COMMAND_ENTRY },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    // pdf.js takes this for an environment without Node's canvas, which it would load and nobody draws on.
    define: { 'process.versions.nw': 'true' },
    logLevel: 'silent',
  });
  await stop();
}
