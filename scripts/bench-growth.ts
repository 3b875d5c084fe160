import { type Agreement } from '../src/core/budget/agreement';
import { catalogueOf } from '../src/core/catalogue/catalogue';
import { extractAgreement } from '../src/core/extraction/extract-agreement';
import { reconcile } from '../src/core/reconciliation/engine';
import { relatedAgreements, outlineOf } from '../src/core/reconciliation/related-agreements';
import { planImport } from '../src/core/sheet-plan/import-plan';
import { answerAmounts } from '../src/functions/answers/amount-functions';
import { textToDocument } from '../src/readers/text';
import { GROWTH_SHAPES } from '../tests/support/growth-shapes';
import { processorTime } from '../tests/support/processor-time';

/**
 * How every step grows with the document, at 1, 10 and 100 times its size, for documents of several shapes: `npm run bench:growth`.
 * Prints the processor time of each step and its exponent: 1 is linear. Fails where a step grows faster than n log n, with what a
 * machine that does other work makes of it.
 */
const SIZES = [10, 100, 1000];
const ROUNDS = 3;

/** n log n from 100 to 1000 is an exponent of 1.18; memory that fills up and caches that do not hold any more take their share. */
const MOST_EXPONENT = 1.4;

/** Shorter times than this say nothing of growth. Units: milliseconds. */
const LEAST_TIME_MS = 20;

/** Looked up in each agreement, so many times as it has initiatives. */
const YEAR = [[2026]];

let isWithin = true;
for (const [shape, write] of Object.entries(GROWTH_SHAPES)) {
  console.log(`\n${shape}`);
  report(await inTurn((size) => stepsOf(write(size))));
}
console.log('\nmany agreements');
report(await inTurn(stepsOfMany));
process.exitCode = isWithin ? 0 : 1;

type Steps = Readonly<Record<string, number>>;

async function inTurn(measure: (size: number) => Promise<Steps>): Promise<Steps[]> {
  const results: Steps[] = [];
  for (const size of SIZES) {
    const rounds: Steps[] = [];
    for (let round = 0; round < (size === SIZES.at(-1) ? 1 : ROUNDS); round += 1) rounds.push(await measure(size));
    results.push(Object.fromEntries(Object.keys(rounds[0] ?? {}).map((step) => [step, Math.min(...rounds.map((one) => one[step] ?? Infinity))])));
  }
  return results;
}

/** What reading, checks, plan and look-ups of one document take. Units: milliseconds of processor time. */
async function stepsOf(text: string): Promise<Steps> {
  let agreement: Agreement | null = null;
  const reading = await processorTime(async () => (agreement = await read('document.txt', text)));
  if (agreement === null) throw new Error('Nothing was read');
  const known: Agreement = agreement;
  let checks: ReturnType<typeof reconcile> = [];
  const checking = await processorTime(() => (checks = reconcile(known)));
  const planning = await processorTime(() => planImport(known, checks, { language: 'da', taken: { sheets: [], tablesAndNames: [] }, importedAt: null }));
  const lookUps = await processorTime(() => lookUpAll([known]));
  return { reading, checks: checking, plan: planning, 'look-ups': lookUps };
}

/** The same for thousands of small agreements at hand: which belong together, and look-ups over all of them. */
async function stepsOfMany(size: number): Promise<Steps> {
  const write = GROWTH_SHAPES['ordinary'];
  if (write === undefined) throw new Error('There is no ordinary document');
  const agreements: Agreement[] = [];
  const reading = await processorTime(async () => {
    for (let index = 0; index < size; index += 1) agreements.push(await read(`paper-${index}.txt`, `Aftale om område ${index}\n\n${write(2).replaceAll(' nr. ', ` ${index}.`)}`));
  });
  const relating = await processorTime(() => relatedAgreements(agreements.map(outlineOf)));
  const lookUps = await processorTime(() => lookUpAll(agreements));
  return { reading, 'which belong together': relating, 'look-ups': lookUps };
}

function lookUpAll(agreements: readonly Agreement[]): void {
  const catalogue = catalogueOf(agreements, agreements);
  const titles = agreements.flatMap(({ initiatives }) => initiatives.flatMap(({ title }) => title ?? []));
  for (const title of titles) answerAmounts(catalogue, { what: [[title]], year: YEAR });
}

async function read(name: string, text: string): Promise<Agreement> {
  const document = await textToDocument(name, text);
  if (!document.ok) throw new Error(`${name} was not read: ${document.failure.code}`);
  return extractAgreement(document.value);
}

function report(results: readonly Steps[]): void {
  for (const step of Object.keys(results[0] ?? {})) {
    const times = results.map((one) => one[step] ?? 0);
    const exponents = times.slice(1).map((time, index) => Math.log10(Math.max(time, LEAST_TIME_MS) / Math.max(times[index] ?? 0, LEAST_TIME_MS)));
    const isSlow = exponents.some((exponent) => exponent > MOST_EXPONENT);
    if (isSlow) isWithin = false;
    console.log(`  ${step.padEnd(24)} ${times.map((time) => `${time.toFixed(0).padStart(7)} ms`).join(' ')}   exponents ${exponents.map((exponent) => exponent.toFixed(2)).join(', ')}${isSlow ? '   FASTER THAN n log n' : ''}`);
  }
}
