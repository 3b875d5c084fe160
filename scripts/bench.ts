import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Agreement } from '../src/core/budget/agreement';
import { catalogueOf } from '../src/core/catalogue/catalogue';
import { extractAgreement } from '../src/core/extraction/extract-agreement';
import { reconcile } from '../src/core/reconciliation/engine';
import { checkWorksheet } from '../src/core/reconciliation/worksheet/worksheet-footing';
import { readWorksheet, type GridValue } from '../src/core/reconciliation/worksheet/worksheet-reading';
import { compareTable } from '../src/core/tie-out/compare-table';
import { answerAmounts } from '../src/functions/answers/amount-functions';
import { textToDocument } from '../src/readers/text';
import { generateInitiativeSheets } from '../tests/support/document-generator';
import { printCount, printMilliseconds, timeInTurns } from './measure';
import { measureImport } from './measure-import';
import { measureWorksheet, worksheetValues } from './measure-worksheet';
import { PROJECT_FOLDER } from './run-step';

/** The figures of docs/performance.md. Everything that is compared is timed in the same run, in turns. */
const ROUNDS = 15;
const LOOKUPS = 10_000;
const GROWTH = [1, 10, 100];

/** One number pattern, as the simplest reader would use: what any reading of the text costs at least. */
const NUMBER = /-?\d{1,3}(?:\.\d{3})*(?:,\d+)?/g;

function splitAndMatch(text: string): number {
  let count = 0;
  for (const line of text.split('\n')) count += line.match(NUMBER)?.length ?? 0;
  return count;
}

async function read(name: string, text: string): Promise<Agreement> {
  const document = await textToDocument(name, text);
  if (!document.ok) throw new Error(`${name} was not read: ${document.failure.code}`);
  return extractAgreement(document.value);
}

/** The agreement with its initiatives several times over, so that nothing but the size changes. */
function enlarge(agreement: Agreement, times: number): Agreement {
  const initiatives = Array.from({ length: times }, (_, copy) => agreement.initiatives.map((one) => ({ ...one, id: `${one.id}-${copy}`, title: `${one.title ?? ''} ${copy}` }))).flat();
  return { ...agreement, initiatives };
}

function heading(text: string): void {
  console.log(`\n${text}`);
}

function line(label: string, value: string): void {
  console.log(`  ${label.padEnd(46)} ${value}`);
}

const shared = join(PROJECT_FOLDER, '..', 'shared', 'documents', '000_0232fc955198f236.txt');
const isShared = existsSync(shared);
const text = isShared ? await readFile(shared, 'utf8') : generateInitiativeSheets(1, { initiatives: 63 }).text;
const agreement = await read('agreement.txt', text);
console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}); best of ${ROUNDS} rounds in turn`);
console.log(`Document: ${isShared ? 'the agreement of 63 initiative sheets' : 'generated, 63 initiative sheets'}, ${printCount(text.length)} characters, ${agreement.initiatives.length} initiatives`);

heading('Reading');
const reading = await timeInTurns({ floor: () => splitAndMatch(text), whole: () => read('agreement.txt', text) }, ROUNDS);
line('split into lines, one number pattern', printMilliseconds(reading.floor));
line('the whole agreement', printMilliseconds(reading.whole));
line('ratio', `${(reading.whole / reading.floor).toFixed(1)} x`);

heading('Reading grows with the document');
const texts = GROWTH.map((times) => [times, generateInitiativeSheets(2, { initiatives: 10 }).text.repeat(times)] as const);
await growth(texts, (one) => read('generated.txt', one), 3);

heading('Checks');
const checks = reconcile(agreement).length;
const checking = await timeInTurns({ all: () => reconcile(agreement) }, ROUNDS);
line(`${printCount(checks)} checks of the document`, printMilliseconds(checking.all));
line('checks per second', printCount((checks / checking.all) * 1000));

heading('Checks grow with the agreement');
await growth(GROWTH.map((times) => [times, enlarge(agreement, times)] as const), reconcile, 5);

heading('Formulas: AMOUNT, by name');
for (const initiatives of [100, 1000, 10_000]) {
  const large = enlarge(agreement, Math.ceil(initiatives / agreement.initiatives.length));
  const titles = large.initiatives.slice(0, initiatives).flatMap(({ title }) => title ?? []);
  const years = large.years;
  const rows = Array.from({ length: Math.ceil(LOOKUPS / years.length) }, (_, row) => [titles[row % titles.length]]);
  const warm = catalogueOf([large], [large]);
  const single = (): void => {
    for (let index = 0; index < LOOKUPS; index += 1) answerAmounts(warm, { what: [[titles[index % titles.length]]], year: [[years[index % years.length]]] });
  };
  const times = await timeInTurns({ single, spilled: () => answerAmounts(warm, { what: rows, year: [years] }), fresh: () => answerAmounts(catalogueOf([large], [large]), { what: rows, year: [years] }) }, 5);
  const perSecond = (cells: number, milliseconds: number): string => `${printCount((cells / milliseconds) * 1000)} a second`;
  line(`${printCount(titles.length)} initiatives, ${printCount(LOOKUPS)} single calls`, `${printMilliseconds(times.single).padEnd(12)} ${perSecond(LOOKUPS, times.single)}`);
  line(`${printCount(titles.length)} initiatives, one call of ${printCount(rows.length * years.length)} cells`, `${printMilliseconds(times.spilled).padEnd(12)} ${perSecond(rows.length * years.length, times.spilled)}`);
  line('the same, over a catalogue that was just made', `${printMilliseconds(times.fresh).padEnd(12)} ${perSecond(rows.length * years.length, times.fresh)}`);
}

heading('Import into the workbook (office.js against the headless Excel side)');
for (const [times, withCards] of [[1, false], [4, false], [16, false], [1, true], [4, true], [16, true]] as const) {
  const one = enlarge(agreement, times);
  const { syncs, sentBytes, receivedBytes, milliseconds } = await measureImport(one, withCards);
  line(`${one.initiatives.length} initiatives (${times} x)${withCards ? ', figures with cards' : ''}`, `${syncs} syncs, ${printCount(sentBytes / 1000)} kB sent, ${printCount(receivedBytes / 1000)} kB received, ${printMilliseconds(milliseconds)}`);
}

heading('Any worksheet: its sums found and recalculated');
await growth(GROWTH.map((times) => [times, worksheetValues(times)] as const), checkGrid, 3);

heading('A budget against an agreement: rows, columns and unit matched, every cell compared');
for (const rows of [50, 500, 5000]) {
  const large = enlarge(agreement, Math.ceil(rows / 5 / agreement.initiatives.length));
  const values = budgetOf(large, rows);
  const budget = readWorksheet({ values });
  if (budget === null) throw new Error('The budget is no table');
  const tieOut = await timeInTurns({ all: () => compareTable({ values }, budget, large) }, 3);
  line(`${printCount(rows)} rows, ${printCount(large.initiatives.length)} initiatives`, printMilliseconds(tieOut.all));
}

heading('A worksheet of the workbook (office.js against the headless Excel side)');
for (const times of GROWTH) {
  const { cells, requests, largestAnswerBytes, milliseconds, longestPauseMs, checks: sums } = await measureWorksheet(times);
  line(`${printCount(cells)} cells, ${printCount(sums)} sums`, `${requests} requests, largest answer ${printCount(largestAnswerBytes / 1000)} kB, ${printMilliseconds(milliseconds)}, longest pause ${printMilliseconds(longestPauseMs)}`);
}

/** A budget in which a fifth of the rows are initiatives of the agreement, a fifth are like one, and the others its own. */
function budgetOf(large: Agreement, rows: number): GridValue[][] {
  const nameOf = (row: number): string => {
    const title = large.initiatives[Math.floor(row / 5) % large.initiatives.length]?.title ?? '';
    return row % 5 === 0 ? title : row % 5 === 1 ? `Tilskud til ${title.toLowerCase()} i øvrigt` : `Egen post ${row} til drift`;
  };
  return [['1.000 kr.', ...large.years, 'I alt'], ...Array.from({ length: rows }, (_none, row) => [nameOf(row), ...large.years.map(() => 6000), 24_000])];
}

/** Reads a grid as a table and checks its sums. */
function checkGrid(values: ReturnType<typeof worksheetValues>): unknown {
  const reading = readWorksheet({ values });
  return reading === null ? null : checkWorksheet({ values }, reading);
}

/** Prints the time per size and how it grew, compared with the size. */
async function growth<T>(sizes: readonly (readonly [times: number, input: T])[], action: (input: T) => unknown, rounds: number): Promise<void> {
  let first = Number.NaN;
  for (const [times, input] of sizes) {
    const { one: time } = await timeInTurns({ one: () => action(input) }, times > 10 ? rounds : rounds * 5);
    if (Number.isNaN(first)) first = time;
    line(`${times} x`, `${printMilliseconds(time).padEnd(12)} ${(time / first / times).toFixed(2)} of linear`);
  }
}
