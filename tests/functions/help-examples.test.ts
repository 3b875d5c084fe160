import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { initiativeRowId } from '../../src/core/budget/row-reference';
import { extractAgreement } from '../../src/core/extraction/extract-agreement';
import { type Language } from '../../src/core/money/danish-number';
import { setShownTables } from '../../src/functions/asked-cells';
import * as family from '../../src/functions/functions';
import { setAgreements, setFunctionLanguage } from '../../src/functions/memory';
import { readText } from '../../src/readers/text';
import { CellError, provideCustomFunctions } from '../support/custom-functions';
import { cellsOf, parseFormula } from '../support/function-examples';
import { sheetTable } from '../support/sheet-table';

const ROOT = resolve(__dirname, '../..');
const PAGES = readdirSync(join(ROOT, 'docs/functions'));

/** The cells that the pages speak of; L2 is one of an imported table. */
const GRID = [
  [null, 2026, 2027, 2028, 2029, null, 12.5, null, 2022, 100],
  ['Nattelys Fyn', null, null, null, null, null, 3.1, null, 2024, 106.3, null, 2.1],
  ['Trædestenen', null, null, null, null, null, 2.8, null, 2026, 112],
  ['Kompasset', null, null, null, null, null, 2.1, null, null, null],
  [null, null, null, null, null, null, 20.6, null, null, null],
];
const CODES = { da: { '#N/A': '#I/T', '#VALUE!': '#VÆRDI!' }, en: { '#N/A': '#N/A', '#VALUE!': '#VALUE!' } };
const FUNCTIONS = new Map<string, (...terms: never[]) => unknown>(Object.entries(family).flatMap(([name, one]) => (typeof one === 'function' ? [[`RESERVE.${name.toUpperCase()}`, one]] : [])));

type Term = ReturnType<typeof parseFormula>;

beforeAll(async () => {
  provideCustomFunctions();
  const read = await readText('aftale-eksempel.txt', readFileSync(join(ROOT, 'assets/sample/aftale-eksempel.txt')));
  if (!read.ok) throw new Error('The sample agreement cannot be read');
  const sample = extractAgreement(read.value);
  setAgreements([sample], [sample]);
  const row = initiativeRowId(sample.initiatives.findIndex(({ title }) => title?.startsWith('Trædestenen')));
  setShownTables([{ agreement: sample, tables: [sheetTable({ sheetName: 'Ark1', row: 1, column: 11, keys: ['year:2027'], rowIds: [row], values: [[2.1]] })] }]);
});

/** What a formula of a page answers, spelled as its table spells it: columns parted by a point, rows by a stroke. */
function answerOf(formula: string, language: Language): string {
  setFunctionLanguage(language);
  const value = evaluate(parseFormula(formula, language === 'da' ? ',' : '.'));
  return Array.isArray(value) ? (value as unknown[][]).map((row) => row.map((cell) => spell(cell, language)).join(' · ')).join(' / ') : spell(value, language);
}

function evaluate(term: Term): unknown {
  if (term.kind === 'value') return term.value;
  if (term.kind === 'range') return cellsOf(GRID, term.address);
  const values = term.terms.map(evaluate);
  if (term.name === 'SUM') return Math.round((values[0] as unknown[][]).flat().reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0) * 1e9) / 1e9;
  const one = FUNCTIONS.get(term.name);
  if (one === undefined) throw new Error(`There is no ${term.name}`);
  const invocation = term.name === 'RESERVE.SOURCE' ? [...Array.from({ length: 3 - values.length }, () => undefined), { parameterAddresses: term.terms.map((one) => (one.kind === 'range' ? `Ark1!${one.address}` : '')) }] : [];
  const isOfScalars = term.name === 'RESERVE.TOTAL';
  try {
    return one(...([...values.map((value) => (Array.isArray(value) === isOfScalars ? (isOfScalars ? (value as unknown[][])[0]?.[0] : [[value]]) : value)), ...invocation] as never[]));
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
}

function spell(value: unknown, language: Language): string {
  if (value instanceof CellError) return `\`${CODES[language][value.code as '#N/A']}\``;
  if (typeof value === 'boolean') return language === 'da' ? (value ? 'SAND' : 'FALSK') : String(value).toUpperCase();
  return typeof value === 'number' && language === 'da' ? String(value).replace('.', ',') : String(value).replaceAll('|', '\\|');
}

describe.each(PAGES)('the page %s', (page) => {
  const language: Language = page.endsWith('.da.md') ? 'da' : 'en';
  const text = readFileSync(join(ROOT, 'docs/functions', page), 'utf8');
  const examples = [...text.matchAll(/^\| `(=[^`]+)` \| (.*) \|$/gm)].map(([, formula = '', answer = '']) => [formula, answer] as const).filter(([formula]) => formula !== '=RESERVE.LIST()');

  it('has examples', () => expect(examples.length).toBeGreaterThan(0));

  it.each(examples)('answers %s', (formula, answer) => expect(answerOf(formula, language)).toBe(answer));
});

it('says in each page how the function is called, as functions.json does', () => {
  for (const page of PAGES) {
    const [, name = ''] = /^# RESERVE\.([A-Z]+)$/m.exec(readFileSync(join(ROOT, 'docs/functions', page), 'utf8')) ?? [];
    expect(page.replace(/(\.da)?\.md$/, '')).toBe(name.toLowerCase());
  }
});
