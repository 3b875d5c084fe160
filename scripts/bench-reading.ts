import { inflateSync } from 'node:zlib';
import { checkOutput } from '../src/cli/answers/check-output';
import { readOutput } from '../src/cli/answers/read-output';
import { extractAgreement } from '../src/core/extraction/extract-agreement';
import { registerNodePdfEngine } from '../src/readers/pdf/engine/node-engine';
import { readDocument } from '../src/readers/read-document';
import { drawPaper } from '../tests/support/mixed-papers/draw-paper';
import { type Paper } from '../tests/support/mixed-papers/paper';
import { makePaperFiles, PAPER_FORMATS, type PaperFile, type PaperFormat } from '../tests/support/mixed-papers/paper-files';
import { PAPER_KINDS } from '../tests/support/mixed-papers/paper-kinds';
import { type PaperOutput, scorePaper } from '../tests/support/mixed-papers/score-paper';

/**
 * How much of mixed papers is read as printed: `npm run bench:reading [-- papers per kind, or seeds as in 4-20] [format,format] [kind]`.
 * Correct papers of every kind in every format. Printed for each: figures and labels right, initiatives right, figures unaccounted for, and alarms, all
 * of them false because the papers are correct. With RESERVE_FAULTS=1 every fault is printed. Word and PDF need LibreOffice and Chromium.
 */

interface Tally {
  right: number;
  figures: number;
  labelsRight: number;
  labels: number;
  initiativesRight: number;
  initiatives: number;
  unaccounted: number;
  alarms: number;
  unreadable: number;
}

/** The goals of the reading. Units: shares. */
const FIGURES_RIGHT = 0.995;
const LABELS_RIGHT = 0.99;

const [firstSeed, lastSeed] = readSeeds(process.argv[2] ?? '3');
const formats = process.argv[3] === undefined ? PAPER_FORMATS : PAPER_FORMATS.filter((format) => process.argv[3]?.split(',').some((part) => format.toLowerCase().includes(part.toLowerCase())));
const kinds = Object.entries(PAPER_KINDS).filter(([kind]) => process.argv[4] === undefined || kind.includes(process.argv[4]));
const showsFaults = process.env['RESERVE_FAULTS'] === '1';

registerNodePdfEngine(inflateSync);
let isMet = true;
for (const format of formats) isMet = (await measureFormat(format)) && isMet;
process.stdout.write(`\nGoals: ${100 * FIGURES_RIGHT} % of the figures and ${100 * LABELS_RIGHT} % of the labels in every kind and format, nothing unaccounted for, no alarm: ${isMet ? 'met' : 'NOT met'}\n`);
process.exitCode = isMet ? 0 : 1;

/** The first and the last seed: "3" is the first three. */
function readSeeds(text: string): [number, number] {
  const [first = 1, last] = text.split('-').map(Number);
  return last === undefined ? [1, first] : [first, last];
}

async function measureFormat(format: PaperFormat): Promise<boolean> {
  process.stdout.write(`\n${format.padEnd(30)}${'figures'.padStart(9)}${'labels'.padStart(9)}${'initiatives'.padStart(13)}${'unaccounted'.padStart(13)}${'alarms'.padStart(8)}\n`);
  const papers = kinds.flatMap(([kind, options]) => Array.from({ length: lastSeed - firstSeed + 1 }, (_, place) => [kind, drawPaper(kind.replace(/\W+/g, '-'), firstSeed + place, options)] as const));
  const files = makePaperFiles(papers.map(([, paper]) => paper), format);
  const tallies = new Map<string, Tally>();
  for (const [index, file] of files.entries()) {
    const kind = papers[index]?.[0] ?? '';
    const tally = tallies.get(kind) ?? { right: 0, figures: 0, labelsRight: 0, labels: 0, initiativesRight: 0, initiatives: 0, unaccounted: 0, alarms: 0, unreadable: 0 };
    tallies.set(kind, tally);
    await measureFile(file, tally);
  }
  let isMet = true;
  for (const [kind, tally] of tallies) {
    isMet = isMet && tally.right >= FIGURES_RIGHT * tally.figures && tally.labelsRight >= LABELS_RIGHT * tally.labels && tally.unaccounted + tally.alarms === 0;
    process.stdout.write(`${kind.padEnd(30)}${percent(tally.right, tally.figures).padStart(9)}${percent(tally.labelsRight, tally.labels).padStart(9)}${percent(tally.initiativesRight, tally.initiatives).padStart(13)}${String(tally.unaccounted).padStart(13)}${String(tally.alarms).padStart(8)}\n`);
  }
  return isMet;
}

async function measureFile({ paper, name, bytes }: PaperFile, tally: Tally): Promise<void> {
  const lines = await readDocument({ name, bytes });
  if (!lines.ok) {
    tally.unreadable += 1;
    process.stdout.write(`  ${name}: ${lines.failure.code}\n`);
    return;
  }
  const agreement = extractAgreement(lines.value);
  const output = JSON.parse(JSON.stringify(readOutput(agreement))) as PaperOutput & { accounting?: { unaccounted?: number } };
  const alarms = checkOutput(agreement).checks.filter((check) => check.outcome === 'differs' && check.severity !== 'info');
  const score = scorePaper(paper, output);
  tally.right += score.figures.right;
  tally.figures += score.figures.all;
  tally.labelsRight += score.labels.right;
  tally.labels += score.labels.all;
  tally.initiativesRight += score.initiatives.right;
  tally.initiatives += score.initiatives.all;
  tally.unaccounted += output.accounting?.unaccounted ?? 0;
  tally.alarms += alarms.length;
  if (showsFaults) printFaults(paper, [...score.faults, ...alarms.map((check) => `alarm: ${check.rule} ${check.initiative ?? ''} ${check.label ?? ''} ${check.column ?? ''}: ${check.message.en}`)]);
}

function printFaults(paper: Paper, faults: readonly string[]): void {
  for (const fault of faults) process.stdout.write(`  ${paper.name}: ${fault}\n`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}
