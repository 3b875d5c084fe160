import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { HOSTILE_INPUTS } from '../tests/support/hostile-inputs';
import { PROJECT_FOLDER } from './run-step';

/**
 * Every hostile input is read and checked in a process of its own: `npm run hostile`, or `npm run hostile -- FOLDER` for the files of a folder.
 * Fails when one is neither answered nor refused in words, or takes more than is allowed. The slowest and the largest are printed.
 */
const MOST_SECONDS = 10;
const MOST_MEGABYTES = 1000;
const SHOWN = 8;

/** What a process needed. Units: seconds of processor time, megabytes; `said` is its error stream. */
interface Outcome {
  readonly name: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly exitCode: number | null;
  readonly said: string;
}

/** Runs before the program and tells at its end what it needed. */
const METER = `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); process.stderr.write('\\nneeded ' + (userCPUTime + systemCPUTime) / 1e6 + ' ' + maxRSS / 1024 + '\\n'); });`;

const [folder] = process.argv.slice(2);
const scratch = await mkdtemp(join(tmpdir(), 'reserve-hostile-'));
try {
  await writeFile(join(scratch, 'meter.mjs'), METER);
  const outcomes: Outcome[] = [];
  for await (const file of folder === undefined ? ownFiles() : filesIn(resolve(folder))) outcomes.push(await measure(file));
  process.exitCode = report(outcomes) ? 0 : 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** Our own inputs, one file at a time. */
async function* ownFiles(): AsyncGenerator<string> {
  for (const { name, size, make } of HOSTILE_INPUTS) {
    const file = join(scratch, name);
    await writeFile(file, make(size));
    yield file;
    await rm(file);
  }
}

async function* filesIn(path: string): AsyncGenerator<string> {
  for (const entry of (await readdir(path, { withFileTypes: true })).filter((one) => one.isFile()).map((one) => one.name).sort()) yield join(path, entry);
}

function measure(file: string): Promise<Outcome> {
  const program = spawn(process.execPath, ['--import', join(scratch, 'meter.mjs'), join(PROJECT_FOLDER, 'scripts', 'reserve.mjs'), 'check', file, '--json', '--lang', 'en'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  program.stderr.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((resolveOutcome, reject) => {
    program.on('error', reject);
    program.on('close', (exitCode) => {
      const needed = /\nneeded ([\d.]+) ([\d.]+)\n/.exec(said);
      resolveOutcome({ name: basename(file), seconds: Number(needed?.[1] ?? NaN), megabytes: Number(needed?.[2] ?? NaN), exitCode, said: said.replace(/\nneeded .*\n/, '').trim() });
    });
  });
}

/** Whether a file was answered, or refused in a sentence about it. */
function isWithin({ seconds, megabytes, exitCode, said }: Outcome): boolean {
  const isAnswered = exitCode === 0 || exitCode === 1 || (exitCode === 2 && /^reserve: [A-Z“][^\n]+\.$/.test(said));
  return isAnswered && seconds <= MOST_SECONDS && megabytes <= MOST_MEGABYTES;
}

function report(outcomes: readonly Outcome[]): boolean {
  const show = ({ name, seconds, megabytes, exitCode, said }: Outcome): void => console.log(`  ${name.padEnd(30)} ${seconds.toFixed(1).padStart(6)} s ${megabytes.toFixed(0).padStart(6)} MB  ${exitCode ?? 'killed'}  ${said}`);
  console.log('The slowest');
  [...outcomes].sort((one, other) => other.seconds - one.seconds).slice(0, SHOWN).forEach(show);
  console.log('The largest');
  [...outcomes].sort((one, other) => other.megabytes - one.megabytes).slice(0, SHOWN).forEach(show);
  const beyond = outcomes.filter((outcome) => !isWithin(outcome));
  console.log(beyond.length === 0 ? `All ${outcomes.length} within ${MOST_SECONDS} s of processor time and ${MOST_MEGABYTES} MB` : 'Beyond the limits');
  beyond.forEach(show);
  return beyond.length === 0;
}
