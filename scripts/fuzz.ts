import { fork } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import { fuzzInput, runFuzz } from '../tests/support/fuzz';
import { pdfEngine } from '../src/readers/pdf/engine/engine';
import { registerNodePdfEngine } from '../src/readers/pdf/engine/node-engine';

/**
 * Reads damaged documents by the thousand: every one must give an answer or a failure, in time, and nothing may be thrown.
 * Usage: npm run fuzz -- [COUNT] [FIRST SEED]. A seed repeats its document. The reading runs in a process that is watched and killed when it hangs.
 */
const LONGEST_MS = 30_000;
const [mode, first, second] = process.argv.slice(2);

interface Report {
  readonly seed: number;
  readonly outcome: string;
  readonly milliseconds: number;
  readonly stack: string | null;
}

if (mode === '--read') await readSeeds(Number(first), Number(second));
else process.exitCode = await watch(Number(mode ?? 10_000), Number(first ?? 1));

async function readSeeds(from: number, to: number): Promise<void> {
  registerNodePdfEngine(inflateSync);
  // What is loaded once is none of the first document's time.
  await pdfEngine();
  for (let seed = from; seed < to; seed += 1) {
    process.send?.({ seed, outcome: 'started', milliseconds: 0, stack: null } satisfies Report);
    const { outcome, error, milliseconds } = await runFuzz(fuzzInput(seed));
    process.send?.({ seed, outcome, milliseconds, stack: error?.stack ?? null } satisfies Report);
  }
  process.disconnect();
}

async function watch(count: number, firstSeed: number): Promise<number> {
  const outcomes = new Map<string, number>();
  const problems: string[] = [];
  let slowest = { seed: 0, milliseconds: 0 };
  let next = firstSeed;
  while (next < firstSeed + count) {
    next = await runUntilEndOrHang(next, firstSeed + count, (report) => {
      outcomes.set(report.outcome, (outcomes.get(report.outcome) ?? 0) + 1);
      if (report.milliseconds > slowest.milliseconds) slowest = report;
      if (report.outcome === 'thrown' || report.outcome === 'hung' || report.outcome === 'crashed') problems.push(describe(report));
    });
  }
  console.log(`${count} inputs from seed ${firstSeed}: ${[...outcomes].map(([outcome, times]) => `${outcome} ${times}`).join(', ')}`);
  console.log(`slowest: seed ${slowest.seed}, ${slowest.milliseconds.toFixed(0)} ms`);
  for (const problem of problems) console.log(problem);
  console.log(problems.length === 0 ? 'no uncaught error, no hang' : `${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

/** Runs a reading process to its end, or until one document takes too long. Shape: the seed to go on from. */
function runUntilEndOrHang(from: number, to: number, take: (report: Report) => void): Promise<number> {
  return new Promise((resolve) => {
    const reader = fork(import.meta.filename, ['--read', String(from), String(to)], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    let current = from;
    let isRunning = false;
    let timer: NodeJS.Timeout | undefined;
    const end = (outcome: string): void => {
      take({ seed: current, outcome, milliseconds: outcome === 'hung' ? LONGEST_MS : 0, stack: null });
      resolve(current + 1);
    };
    reader.on('message', (report: Report) => {
      clearTimeout(timer);
      current = report.seed;
      isRunning = report.outcome === 'started';
      if (isRunning) {
        timer = setTimeout(() => {
          reader.removeAllListeners('exit');
          reader.kill('SIGKILL');
          end('hung');
        }, LONGEST_MS);
      } else {
        take(report);
      }
    });
    reader.on('exit', () => {
      clearTimeout(timer);
      if (isRunning) end('crashed');
      else resolve(to);
    });
  });
}

function describe({ seed, outcome, stack }: Report): string {
  const { name, damage } = fuzzInput(seed);
  return `seed ${seed} (${name}, ${damage}): ${outcome}${stack === null ? '' : `\n${stack}`}`;
}
