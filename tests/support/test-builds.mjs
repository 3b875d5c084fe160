// @ts-check
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { keptBuild } from '../../scripts/kept-build.mjs';
import { builtWorkbench } from '../../scripts/workbench-build.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What a bundle of the add-in's scripts is made of. */
const BUNDLE_SOURCES = ['src', 'assets', 'docs', 'scripts', 'webpack.config.js'];

const warn = console.error;

/** The folder of the workbench that `npm start` serves. */
export const workbench = () => builtWorkbench({ warn });

/** The folder of the workbench around the small test pane. */
export const workbenchOfTests = () =>
  builtWorkbench({ warn, other: { name: 'workbench-of-tests', folder: 'tests/workbench/fixtures', pane: 'tests/workbench/fixtures/pane.ts', functions: 'tests/workbench/fixtures/functions.json' } });

/** The folder of the pane over a workbook in memory. */
export const panePage = () => kept('pane-page', 'tests/taskpane/fixtures');

/** The folder of the add-in's scripts, with `by-source.json` on what each source became. */
export const firstScreen = () => kept('first-screen', 'tests/scripts/fixtures');

/** Every build that tests look at; each is made where it is not there yet, and else found by its content. */
export const TEST_BUILDS = [workbench, workbenchOfTests, panePage, firstScreen];

/**
 * @param {'pane-page' | 'first-screen'} name
 * @param {string} fixtures
 */
function kept(name, fixtures) {
  const script = `${fixtures}/build-${name}.ts`;
  return keptBuild({ root, name, sources: [...BUNDLE_SOURCES, fixtures], build: (folder) => run(join(root, script), folder), warn });
}

/**
 * Builds in a process of its own: a test runner gives its tests globals that webpack does not expect.
 * @param {string} script
 * @param {string} folder
 */
async function run(script, folder) {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', script, folder], { cwd: root });
}
