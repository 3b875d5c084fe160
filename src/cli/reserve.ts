import { readFile as readDescriptor, type Stats } from 'node:fs';
import { mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import { READING_LIMITS, type ReadingLimits } from '../readers/reading-limits';
import { parseArguments } from './arguments';
import { type CommandCall, type FileSource, type Terminal } from './command';
import { type ThreadOrder } from './threads/command-thread';
import { runCommand } from './run-command';
import { createThreadPool, MEMORY_MEGABYTES } from './threads/thread-pool';
import { writeWhole } from './write-whole';

/** Where the command was typed: npm runs scripts in the package's folder, wherever it was started from. */
const folder = (process.env['npm_lifecycle_event'] === 'reserve' ? process.env['INIT_CWD'] : undefined) ?? process.cwd();

/** The process's own input, which threads have as a descriptor only. */
const STANDARD_INPUT = 0;

const source: FileSource = {
  readFile: (path) => readFile(resolve(folder, path)),
  readStandardInput: () => promisify(readDescriptor)(STANDARD_INPUT),
};

const terminal: Terminal = {
  ...source,
  writeFile: async (path, bytes) => {
    const file = resolve(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await replaceFile(file, bytes);
  },
  isSameFile: async (path, other) => {
    const found = (name: string): Promise<Stats | null> => stat(resolve(folder, name)).catch(() => null);
    const [one, two] = await Promise.all([found(path), found(other)]);
    return one !== null && two !== null && one.dev === two.dev && one.ino === two.ino;
  },
  writeOutput: (text) => new Promise((done) => process.stdout.write(text, () => done())),
  writeError: (line) => {
    process.stderr.write(`${line}\n`);
  },
  startAnswerers: (command, call) => {
    const atATime = Math.min(call.jobs ?? availableParallelism(), call.files.length);
    return { atATime, ...createThreadPool(() => startThread({ command, call }), atATime, limitsOf(call)) };
  },
};

/** Writes a file whole or not at all. A device is written to as it is. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const file = await realpath(path).catch(() => path);
  const isFile = await stat(file).then((found) => found.isFile(), () => true);
  return isFile ? writeWhole(file, bytes) : writeFile(file, bytes);
}

/** The same program in a thread of its own, in which files are read. */
function startThread(order: ThreadOrder): Worker {
  return new Worker(new URL(import.meta.url), { workerData: order, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES } });
}

/** The pane's limits, or the one that was given. */
function limitsOf({ timeLimit }: CommandCall): ReadingLimits {
  const totalMs = timeLimit === null ? READING_LIMITS.totalMs : timeLimit * 1000;
  return { startMs: totalMs, silenceMs: timeLimit === null ? READING_LIMITS.silenceMs : totalMs, totalMs };
}

/** Ends where the output goes nowhere: whoever reads it may have had enough of it (`| head -1`), or its disk is full, which is told. */
function stopUnheard({ code }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') process.exit();
  const parsed = parseArguments(process.argv.slice(2), process.env);
  const language = parsed.kind === 'command' ? parsed.call.language : parsed.language;
  terminal.writeError(`reserve: ${{ da: `svaret kan ikke skrives (${code ?? ''})`, en: `the output cannot be written (${code ?? ''})` }[language]}`);
  process.exit(2);
}

async function runProcess(): Promise<void> {
  process.stdout.on('error', stopUnheard);
  process.stderr.on('error', () => undefined);
  try {
    process.exitCode = await runCommand(process.argv.slice(2), process.env, terminal);
  } catch (error) {
    terminal.writeError(`reserve: ${error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error)}`);
    process.exitCode = 2;
  }
}

async function runThread(): Promise<void> {
  const [{ answerOn }, { registerNodePdfEngine }] = await Promise.all([import('./threads/command-thread'), import('../readers/pdf/engine/node-engine')]);
  registerNodePdfEngine(inflateSync);
  if (parentPort !== null) answerOn(parentPort, workerData as ThreadOrder, source);
}

await (isMainThread ? runProcess() : runThread());
