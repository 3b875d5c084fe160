import { inflateSync } from 'node:zlib';
import { checkOutput } from '../src/cli/answers/check-output';
import { extractAgreement } from '../src/core/extraction/extract-agreement';
import { registerNodePdfEngine } from '../src/readers/pdf/engine/node-engine';
import { readDocument } from '../src/readers/read-document';
import { createRandom } from '../tests/support/document-generator';
import { drawPaper } from '../tests/support/mixed-papers/draw-paper';
import { type Paper } from '../tests/support/mixed-papers/paper';
import { makePaperFiles, type PaperFile, type PaperFormat } from '../tests/support/mixed-papers/paper-files';
import { PAPER_KINDS } from '../tests/support/mixed-papers/paper-kinds';
import { ERROR_SEEDERS } from '../tests/support/mixed-papers/seed-error';

/** The kinds of papers that have sheets, in which slips are seeded. */
const KINDS = ['overview first', 'overview last', 'overview in an annex', 'sheets alone, no headings', 'preface and pools', 'long titles', 'percent column', 'two agreements', 'English'];

/** The share of seeded errors that must be found. */
const FOUND = 0.99;

/**
 * How many seeded errors are found through files of one format, each paper checked alone. `perKind` papers for every kind of slip.
 * Answers whether at least 99 % were. Errors: throws where the program that makes the format is missing.
 */
export async function measureFileErrors(format: PaperFormat, perKind: number): Promise<boolean> {
  registerNodePdfEngine(inflateSync);
  const seeded = Object.keys(ERROR_SEEDERS).flatMap((slip) => seedPapers(slip, perKind).map((paper) => [slip, paper] as const));
  const files = makePaperFiles(seeded.map(([, paper]) => paper), format);
  const tallies = new Map<string, { found: number; all: number; missed: string[] }>();
  for (const [index, file] of files.entries()) {
    const slip = seeded[index]?.[0] ?? '';
    const tally = tallies.get(slip) ?? { found: 0, all: 0, missed: [] };
    tallies.set(slip, tally);
    tally.all += 1;
    if (await isFound(file)) tally.found += 1;
    else tally.missed.push(file.paper.name);
  }
  return report(format, tallies);
}

/** Papers with one slip each. */
function seedPapers(slip: string, count: number): Paper[] {
  const papers: Paper[] = [];
  for (let seed = 1; papers.length < count && seed < count * 20; seed += 1) {
    const kind = KINDS[seed % KINDS.length] ?? '';
    const paper = structuredClone(drawPaper(kind.replace(/\W+/g, '-'), 500 + seed, PAPER_KINDS[kind]));
    if (ERROR_SEEDERS[slip]?.(paper, createRandom(seed)) === true) papers.push(paper);
  }
  return papers;
}

async function isFound({ name, bytes }: PaperFile): Promise<boolean> {
  const lines = await readDocument({ name, bytes });
  if (!lines.ok) return false;
  return checkOutput(extractAgreement(lines.value)).checks.some((check) => check.outcome === 'differs' && check.severity !== 'info');
}

function report(format: string, tallies: ReadonlyMap<string, { found: number; all: number; missed: readonly string[] }>): boolean {
  process.stdout.write(`\nThrough files, each checked alone: ${format}\n`);
  let [found, all] = [0, 0];
  for (const [slip, tally] of tallies) {
    [found, all] = [found + tally.found, all + tally.all];
    process.stdout.write(`${slip.padEnd(26)}${String(tally.found).padStart(4)} of ${String(tally.all).padStart(3)}${tally.missed.length > 0 ? `   missed: ${tally.missed.slice(0, 4).join(', ')}` : ''}\n`);
  }
  const isMet = found >= FOUND * all;
  process.stdout.write(`${'all'.padEnd(26)}${String(found).padStart(4)} of ${String(all).padStart(3)}   goal ${100 * FOUND} %: ${isMet ? 'met' : 'NOT met'}\n`);
  return isMet;
}
