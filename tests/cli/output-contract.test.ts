import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type ExitCode, type FileSource } from '../../src/cli/command';
import { runCommand } from '../../src/cli/run-command';
import { answerHere } from '../support/answer-here';
import { entriesOf, listOf, nullable, number, oneOf, record, type Shape, text, truth, value, whole } from '../support/json-shape';
import { hasSharedDocuments } from '../support/read-shared';

/**
 * The JSON that the commands print, field by field: other people's scripts read it, so a field is never absent, never of another type, and a
 * field that is added is added here and in docs/output.md. An amount that is not known is absent from `amounts`; everywhere else it is null.
 */
const unit = oneOf('kr.', '1.000 kr.', 'mio. kr.', 'mia. kr.');
const priceLevel = value('a price level', (found) => typeof found === 'string' && /^(19|20)\d\d-(pl|priser)$/i.test(found));
const year = value('a fiscal year', (found) => Number.isInteger(found) && (found as number) > 1990 && (found as number) < 2100);
const line = value('a line', (found) => Number.isInteger(found) && (found as number) >= 1);
const page = nullable(line);
/** A figure as printed has few decimals; one that went through floating-point arithmetic has sixteen digits. */
const figure = value('a figure with few decimals', (found) => typeof found === 'number' && Number.isFinite(found) && /^-?\d+(\.\d{1,6})?$/.test(String(found)));
const yearFigures = { amounts: entriesOf(/^20\d\d$/, figure), total: nullable(figure) };
const figures = { ...yearFigures, otherAmounts: entriesOf(/./, figure) };
const flags = { approximate: truth, annual: truth, permanent: truth };
const period = { from: nullable(year), to: nullable(year) };

const documentShape = record({
  name: text,
  sha256: value('a SHA-256', (found) => typeof found === 'string' && /^[0-9a-f]{64}$/.test(found)),
  layout: oneOf('initiative-sheets', 'agreement-with-overview', 'initiative-forms', 'expiring-grants', 'report', 'unknown'),
  pages: nullable(whole),
});

const partKind = oneOf('overview', 'initiative-sheet', 'initiative-form', 'prose-section', 'pool-annex', 'expiring-grants', 'budget-table', 'other-table', 'prose');

const readShape = record({
  document: documentShape,
  agreement: record({ title: nullable(text), priceLevel: nullable(priceLevel), unit: nullable(unit), years: listOf(year) }),
  initiatives: listOf(
    record({
      number: nullable(text),
      title: nullable(text),
      titleDamaged: truth,
      group: listOf(text),
      unit: nullable(unit),
      priceLevel: nullable(priceLevel),
      caption: nullable(text),
      ...figures,
      components: listOf(record({ label: nullable(text), kind: oneOf('component', 'of-which', 'subtotal'), ...figures, footnotes: listOf(text), line, page })),
      stated: listOf(
        record({
          role: oneOf('lead', 'economy', 'breakdown', 'pool', 'background', 'other'),
          value: figure,
          unit,
          ...period,
          ...flags,
          priceLevel: nullable(priceLevel),
          purpose: nullable(text),
          line,
          page,
        }),
      ),
      recommendation: nullable(text),
      notes: listOf(text),
      sources: listOf(text),
      overview: nullable(record({ ...figures, unit: nullable(unit), line, page })),
      places: listOf(record({ kind: partKind, line, page })),
      line,
      page,
    }),
  ),
  totals: listOf(record({ label: text, group: listOf(text), ...figures, line, page })),
  pools: listOf(
    record({
      title: text,
      initiative: nullable(text),
      ...yearFigures,
      administrationPercent: nullable(figure),
      roundYears: listOf(year),
      supportFrom: nullable(year),
      supportTo: nullable(year),
      line,
      page,
    }),
  ),
  mentions: listOf(record({ value: figure, unit, million: number, ...flags, ...period, priceLevel: nullable(priceLevel), line, page })),
  parts: listOf(record({ kind: partKind, line, page, lastLine: line, lastPage: page })),
  unread: listOf(record({ line, page, text, reason: text })),
  tables: listOf(
    record({
      caption: nullable(text),
      unit: nullable(unit),
      priceLevel: nullable(priceLevel),
      columns: listOf(text),
      rows: listOf(record({ label: nullable(text), kind: text, cells: listOf(nullable(text)), line })),
      line,
    }),
  ),
  isPartlyRead: truth,
  accounting: nullable(
    record({ figures: number, inModel: number, inTables: number, inProse: number, inUnread: number, notMoney: number, running: number, unaccounted: number, unaccountedPlaces: listOf(record({ line, page, text })) }),
  ),
});

const message = record({ da: text, en: text });

const severity = oneOf('error', 'warning', 'info');
const correction = record({ initiative: nullable(text), label: nullable(text), column: nullable(text), printed: figure, corrected: figure, unit, slip: nullable(text), line: nullable(line), page });

const checkFields = {
  checks: listOf(
    record({
      rule: text,
      outcome: oneOf('agrees', 'agrees-within-rounding', 'differs', 'not-checkable'),
      severity,
      initiative: nullable(text),
      label: nullable(text),
      column: nullable(value('a year or "total"', (found) => typeof found === 'string' && /^(20\d\d|total)$/.test(found))),
      printed: nullable(figure),
      computed: nullable(figure),
      residual: nullable(figure),
      bound: nullable(figure),
      unit: nullable(unit),
      unusual: truth,
      line: nullable(line),
      page,
      message,
      suggestion: nullable(record({ kind: text, printed: nullable(figure), corrected: nullable(figure), message })),
    }),
  ),
  causes: listOf(
    record({ kind: oneOf('figure', 'row', 'other'), severity, certain: truth, message, corrections: listOf(correction), alternatives: listOf(listOf(correction)), checks: listOf(whole) }),
  ),
  summary: record({
    agrees: whole,
    agreesWithinRounding: whole,
    differs: whole,
    notCheckable: whole,
    errors: whole,
    warnings: whole,
    verdict: oneOf('agrees', 'agrees-within-rounding', 'differs', 'not-checkable'),
  }),
  comparedWith: listOf(text),
};

interface Run {
  readonly exitCode: ExitCode;
  readonly output: string;
}

async function run(...words: readonly string[]): Promise<Run> {
  const output: string[] = [];
  const source: FileSource = {
    readFile: (path) => Promise.resolve(new Uint8Array(readFileSync(path))),
    readStandardInput: () => Promise.reject(new Error('Nothing is read here')),
  };
  const exitCode = await runCommand(words, {}, {
    ...source,
    startAnswerers: answerHere(source),
    isSameFile: () => Promise.resolve(false),
    writeFile: () => Promise.reject(new Error('Nothing is written here')),
    writeOutput: (part) => void output.push(part),
    writeError: (told) => {
      throw new Error(told);
    },
  });
  return { exitCode, output: output.join('') };
}

const problems = (shape: Shape, found: unknown): readonly string[] => shape(found, 'output').slice(0, 20);

/** The own documents of the golden cases and the sample. */
const OWN = [join(__dirname, '../../assets/sample/aftale-eksempel.txt'), ...listTexts(join(__dirname, '../cases'))];
const SHARED_FOLDER = resolve(__dirname, '../../../shared/documents');
const SHARED = hasSharedDocuments ? readdirSync(SHARED_FOLDER).map((name) => join(SHARED_FOLDER, name)) : [];

function listTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name));
}

describe.each([...OWN, ...SHARED].map((path) => ({ name: basename(path), path })))('$name', ({ path }) => {
  it('is read into the contract', async () => {
    const { exitCode, output } = await run('read', path, '--json');
    expect(exitCode).toBe(0);
    expect(problems(readShape, JSON.parse(output))).toEqual([]);
  });

  it('is checked into the contract', async () => {
    const { exitCode, output } = await run('check', path, '--json');
    const { checks, summary } = JSON.parse(output) as { checks: readonly { readonly outcome: string }[]; summary: Record<string, number> };
    expect(problems(record(checkFields), JSON.parse(output))).toEqual([]);
    const count = (outcome: string): number => checks.filter((check) => check.outcome === outcome).length;
    expect(summary).toMatchObject({ agrees: count('agrees'), agreesWithinRounding: count('agrees-within-rounding'), differs: count('differs'), notCheckable: count('not-checkable') });
    expect(exitCode).toBe(count('differs') > 0 ? 1 : 0);
  });
});

if (!hasSharedDocuments) it.skip('the public documents are not at hand', () => undefined);

it('prints many files in order, each as alone, with its document', async () => {
  const { output } = await run('read', ...OWN, '--ndjson');
  const lines = output.trimEnd().split('\n').map((one) => JSON.parse(one) as unknown);
  const alone = await Promise.all(OWN.map(async (path) => JSON.parse((await run('read', path, '--json')).output) as unknown));
  expect(lines).toEqual(alone);
});

it('prints the checks of many files in order, each with its document', async () => {
  const { output } = await run('check', ...OWN, '--ndjson');
  const lines = output.trimEnd().split('\n').map((one) => JSON.parse(one) as { readonly document: { readonly name: string } });
  expect(lines.map(({ document }) => document.name)).toEqual(OWN.map((path) => basename(path)));
  for (const found of lines) expect(problems(record({ document: documentShape, ...checkFields }), found)).toEqual([]);
});

it('would not take an output that lacks a field, has another, or prints an inexact figure', async () => {
  const read = JSON.parse((await run('read', OWN[0] ?? '', '--json')).output) as { initiatives: Record<string, unknown>[] };
  const [first] = read.initiatives;
  if (first === undefined) throw new Error('The sample has initiatives');
  const { recommendation, ...rest } = first;
  expect(recommendation).toBeNull();
  const wrong = { ...rest, extra: 1, amounts: { 2026: 0.1 + 0.2, i: 1 } };
  expect(problems(readShape, { ...read, initiatives: [wrong] })).toEqual([
    'output.initiatives[0] has the field extra',
    'output.initiatives[0].amounts.2026 is 0.30000000000000004, not a figure with few decimals',
    'output.initiatives[0].amounts has the key i',
    'output.initiatives[0].recommendation is absent, not a text',
  ]);
});
