import '../src/readers/pdf/engine/node-language';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as parser from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { extractAgreement } from '../src/core/extraction/extract-agreement';
import { readPdf } from '../src/readers/pdf/read-pdf';
import { setPdfEngine, type PdfEngine } from '../src/readers/pdf/engine/engine';
import { connectHere } from '../src/readers/pdf/engine/parser-line';
import { storedDocuments } from '../tests/support/stored-documents';
import { rowsOf, rowsOfAgreement, scoreRows, type ReadRow, type Score } from './cells-right';
import { pdftotext, readBare, rowsOfLines, tabula, type OtherReader } from './other-readers';

/**
 * Compares our reading of PDFs (words with places, lines, roles) with bare pdf.js text extraction (the floor), with pdftotext -layout and with the table
 * extractor tabula, side by side on the same files: the time, with and without our tables and agreement, and on documents whose truth is known
 * the figures that are right with their label.
 * Ours and the floor are measured in processor time, the best of several rounds in turn, so that other programs on the machine disturb little;
 * the others in wall time with the start of their process, once. Usage: npm run bench:pdf -- [FOLDER or FILE...].
 * Goal: at most 1.15 times the floor plus 1 ms a page, and every figure right.
 */
const ROUNDS = 5;
const OWN_FILES = join(import.meta.dirname, '../tests/cases/files');
const OTHERS: readonly OtherReader[] = [pdftotext, tabula];

setPdfEngine(() => Promise.resolve({ pdfjs: pdfjs as unknown as PdfEngine['pdfjs'], connectParser: () => connectHere(parser.WorkerMessageHandler), inflate: inflateSync }));

const given = process.argv.slice(2);
const folders = given.length > 0 ? given : [OWN_FILES, join(import.meta.dirname, '../../shared/data/robust-pdfs')];
const files = folders.filter(existsSync).flatMap((path) => (path.endsWith('.pdf') ? [path] : pdfsIn(path)));
const truths = new Map(storedDocuments.map((document) => [document.name, rowsOf(document)]));
const sums = { pages: 0, floor: 0, ours: 0, whole: 0, others: OTHERS.map(() => 0) };
const scores = new Map<string, Score>();

print(['pages', 'floor ms', 'ours ms', 'ratio', 'over floor/page', 'with tables ms', ...OTHERS.map(({ name }) => `${name} ms`)], 'file');
await warmUp();
for (const file of files) {
  const bytes = new Uint8Array(readFileSync(file));
  const bare = await readBare(bytes);
  const rows = await importRows(file, bytes);
  if (bare === null || rows === null) continue;
  const best = { floor: Infinity, ours: Infinity, whole: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    best.floor = Math.min(best.floor, await processorTime(() => readBare(bytes)));
    best.ours = Math.min(best.ours, await processorTime(() => readPdf({ name: file, bytes })));
    best.whole = Math.min(best.whole, await processorTime(() => importRows(file, bytes)));
  }
  const others = OTHERS.map((reader) => readOther(reader, file));
  const truth = truths.get(basename(file).replace(/\.\w+\.pdf$/, ''));
  if (truth !== undefined) {
    addScore('ours', truth, rows);
    addScore('bare pdf.js', truth, rowsOfLines(bare.lines));
    OTHERS.forEach(({ name, missing }, index) => missing === null && addScore(name, truth, others[index]?.rows ?? []));
  }
  sums.pages += bare.pages;
  sums.floor += best.floor;
  sums.ours += best.ours;
  sums.whole += best.whole;
  others.forEach(({ milliseconds }, index) => (sums.others[index] = (sums.others[index] ?? 0) + milliseconds));
  printTimes(basename(file), bare.pages, best, others.map(({ milliseconds }) => milliseconds));
}
printTimes('all', sums.pages, sums, sums.others);
const allowed = 1.15 * sums.floor + sums.pages;
console.log(`goal: ${allowed.toFixed(0)} ms for ${sums.pages} pages; ours ${sums.ours.toFixed(0)} ms: ${sums.ours <= allowed ? 'reached' : 'missed'}`);
for (const { name, missing } of OTHERS) if (missing !== null) console.log(`${name}: not installed, skipped. To have it: ${missing}`);
for (const [name, { right, all }] of scores) console.log(`figures right with their label, ${name}: ${right} of ${all}`);

function pdfsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(folder, name));
}

/** Code runs slowly until the engine has compiled it; neither side is to pay for that with its first file. */
async function warmUp(): Promise<void> {
  for (const file of [...files.slice(0, 3), ...files.slice(-3)]) {
    const bytes = new Uint8Array(readFileSync(file));
    for (let round = 0; round < ROUNDS; round += 1) {
      await readBare(bytes);
      await importRows(file, bytes);
    }
  }
}

async function importRows(name: string, bytes: Uint8Array): Promise<ReadRow[] | null> {
  const read = await readPdf({ name, bytes });
  return read.ok ? rowsOfAgreement(extractAgreement(read.value)) : null;
}

async function processorTime(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

function readOther({ missing, read }: OtherReader, file: string): { readonly rows: readonly ReadRow[]; readonly milliseconds: number } {
  if (missing !== null) return { rows: [], milliseconds: NaN };
  const started = performance.now();
  let rows: readonly ReadRow[] = [];
  try {
    rows = read(file);
  } catch (error) {
    console.log(`${basename(file)}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
  return { rows, milliseconds: performance.now() - started };
}

function addScore(name: string, truth: readonly ReadRow[], rows: readonly ReadRow[]): void {
  const last = scores.get(name) ?? { right: 0, all: 0 };
  const { right, all } = scoreRows(truth, rows);
  scores.set(name, { right: last.right + right, all: last.all + all });
}

function printTimes(name: string, pages: number, { floor, ours, whole }: { floor: number; ours: number; whole: number }, others: readonly number[]): void {
  print([String(pages), floor.toFixed(1), ours.toFixed(1), (ours / floor).toFixed(2), ((ours - floor) / pages).toFixed(2), whole.toFixed(1), ...others.map((time) => (Number.isNaN(time) ? '-' : time.toFixed(0)))], name);
}

function print(cells: readonly string[], name: string): void {
  console.log(name.padEnd(40), ...cells.map((cell) => cell.padStart(16)));
}
