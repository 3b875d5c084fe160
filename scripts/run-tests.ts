import { BROWSER_MISSING, findBrowser } from '../tests/support/find-browser';
import { runBeside, runTool, toolFile } from './run-step';

type Step = readonly [name: string, file: string, args: readonly string[]];

/** What comes before the tests, in two rows that run side by side: a small machine has two processors, and none of these uses more than one. */
const ROWS: readonly (readonly Step[])[] = [
  [
    ['Types', toolFile('typescript/bin/tsc'), ['-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', '.cache/types.json']],
    ['Types of the core alone', toolFile('typescript/bin/tsc'), ['-p', 'src/core/tsconfig.json', '--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/types-core.json']],
    ['Builds for the tests', 'scripts/build-for-tests.mjs', []],
  ],
  [['Lint', toolFile('eslint/bin/eslint.js'), ['.', '--max-warnings', '0', '--cache', '--cache-strategy', 'content', '--cache-location', '.cache/eslint/']]],
];

/** Types, lint, the builds that tests look at, and every jest suite, what is quick first and what starts a browser last; all run even when one fails, so that one run tells everything. */
const browser = findBrowser();
console.log(browser === null ? BROWSER_MISSING : `Browser for the end-to-end tests: ${browser}`);

const failed = (await Promise.all(ROWS.map(runRow))).flat();
console.log('\n== Tests');
if (runTool('jest/bin/jest.js', process.argv.slice(2)) !== 0) failed.push('Tests');

console.log('');
for (const name of failed) console.log(`Failed: ${name}`);
if (failed.length === 0) console.log('Types, lint and tests passed.');
else if (browser === null) console.log(BROWSER_MISSING);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Runs steps one after the other, and prints each with all that it said when it ends. Shape: answers the names of those that failed. */
async function runRow(steps: readonly Step[]): Promise<string[]> {
  const names: string[] = [];
  for (const [name, file, args] of steps) {
    const { code, output } = await runBeside(file, args);
    console.log(`\n== ${name}${output.trim() === '' ? '' : `\n${output.trim()}`}`);
    if (code !== 0) names.push(name);
  }
  return names;
}
