import '../src/readers/pdf/node-language';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as parser from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { readPdf } from '../src/readers/pdf';
import { setPdfEngine, type PdfEngine } from '../src/readers/pdf/engine';

/**
 * Compares our PDF import with bare pdf.js text extraction (the floor) and with pdftotext -layout, side by side on the same files.
 * Ours and the floor are measured in processor time, the best of several rounds in turn, so that other programs on the machine disturb little.
 * Usage: npm run bench:pdf -- [FOLDER or FILE...]. Goal: at most 1.15 times the floor plus 1 ms a page.
 */
const ROUNDS = 5;

setPdfEngine(() => Promise.resolve({ pdfjs, parser: parser.WorkerMessageHandler } as unknown as PdfEngine));

const given = process.argv.slice(2);
const defaults = [join(import.meta.dirname, '../tests/cases/files'), join(import.meta.dirname, '../../shared/data/robust-pdfs')];
const files = (given.length > 0 ? given : defaults).filter(existsSync).flatMap((path) => (path.endsWith('.pdf') ? [path] : pdfsIn(path)));

function pdfsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(folder, name));
}

/** The pages that pdf.js reads without us, or null when it cannot open the file. */
async function readBare(bytes: Uint8Array): Promise<number | null> {
  const task = pdfjs.getDocument({ data: bytes.slice(), useSystemFonts: false, disableFontFace: true, verbosity: 0 });
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      await page.getTextContent({ disableNormalization: true });
      page.cleanup();
    }
    return document.numPages;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  } finally {
    await task.destroy();
  }
}

async function processorTime(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

function timePdftotext(file: string): number {
  const started = performance.now();
  execFileSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  return performance.now() - started;
}

function hasPdftotext(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const isPdftotextThere = hasPdftotext();
const sums = { pages: 0, floor: 0, ours: 0, pdftotext: 0 };
console.log('file                                     pages  floor ms  ours ms  ratio  over floor ms/page  pdftotext ms');
for (const file of files) {
  const bytes = new Uint8Array(readFileSync(file));
  const pages = await readBare(bytes);
  const first = await readPdf({ name: file, bytes });
  if (pages === null || !first.ok) continue;
  const best = { floor: Infinity, ours: Infinity, pdftotext: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    best.floor = Math.min(best.floor, await processorTime(() => readBare(bytes)));
    best.ours = Math.min(best.ours, await processorTime(() => readPdf({ name: file, bytes })));
    if (isPdftotextThere) best.pdftotext = Math.min(best.pdftotext, timePdftotext(file));
  }
  sums.pages += pages;
  sums.floor += best.floor;
  sums.ours += best.ours;
  sums.pdftotext += best.pdftotext;
  print(file.slice(file.lastIndexOf('/') + 1), pages, best);
}
print('all', sums.pages, sums);
const allowed = 1.15 * sums.floor + sums.pages;
console.log(`goal: ${allowed.toFixed(0)} ms for ${sums.pages} pages; ours ${sums.ours.toFixed(0)} ms: ${sums.ours <= allowed ? 'reached' : 'missed'}`);
console.log(isPdftotextThere ? 'pdftotext is wall time with the start of its process' : 'pdftotext is not installed (Debian: poppler-utils)');

function print(name: string, pages: number, { floor, ours, pdftotext }: { floor: number; ours: number; pdftotext: number }): void {
  const cells = [name.padEnd(40), String(pages).padStart(5), floor.toFixed(1).padStart(9), ours.toFixed(1).padStart(8), (ours / floor).toFixed(2).padStart(6)];
  console.log(...cells, ((ours - floor) / pages).toFixed(2).padStart(19), isPdftotextThere ? pdftotext.toFixed(1).padStart(13) : '-');
}
