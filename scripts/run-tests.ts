import { BROWSER_MISSING, findBrowser } from '../tests/support/find-browser';
import { runTool } from './run-step';

/** Types, lint and every jest suite, what is quick first and what starts a browser last; all run even when one fails, so that one run tells everything. */
const steps: readonly (readonly [name: string, run: () => number])[] = [
  ['Types', () => runTool('typescript/bin/tsc', ['-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', '.cache/types.json'])],
  ['Types of the core alone', () => runTool('typescript/bin/tsc', ['-p', 'src/core/tsconfig.json', '--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/types-core.json'])],
  ['Lint', () => runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--cache', '--cache-strategy', 'content', '--cache-location', '.cache/eslint/'])],
  ['Tests', () => runTool('jest/bin/jest.js', process.argv.slice(2))],
];

const browser = findBrowser();
console.log(browser === null ? BROWSER_MISSING : `Browser for the end-to-end tests: ${browser}`);

const failed = steps.filter(([name, run]) => {
  console.log(`\n== ${name}`);
  return run() !== 0;
});

console.log('');
for (const [name] of failed) console.log(`Failed: ${name}`);
if (failed.length === 0) console.log('Types, lint and tests passed.');
else if (browser === null) console.log(BROWSER_MISSING);
process.exitCode = failed.length === 0 ? 0 : 1;
