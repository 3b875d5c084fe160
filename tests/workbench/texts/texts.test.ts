import { readFileSync } from 'node:fs';
import { functions } from '../../../src/spreadsheet/formula/built-in/all';
import { danishFunctionTexts } from '../../../src/workbench/texts/function-texts.da';
import { danishGridTexts } from '../../../src/workbench/texts/grid-texts.da';
import { languageOf, textsFor } from '../../../src/workbench/texts/texts';

/** The names of all texts below a text, "menu.file.open". */
function names(texts: unknown, above = ''): string[] {
  if (typeof texts !== 'object' || texts === null) return [above];
  return Object.entries(texts).flatMap(([name, below]) => names(below, above === '' ? name : `${above}.${name}`));
}

/** The English texts of all packages that a preset of the grid puts together. */
function englishOf(preset: string): object[] {
  const merged = readFileSync(require.resolve(`${preset}/locales/en-US`), 'utf8').match(/@univerjs\/[\w-]+\/locale\/en-US/g) ?? [];
  return merged.map((path) => {
    const texts = jest.requireActual<object & { readonly default?: object }>(path);
    return texts.default ?? texts;
  });
}

/** What the grid has words for and the workbench does not show: documents of its own, its protection by users, its number formats, and functions, which have a list of their own. */
const notShown = /^(docs-ui|sheets-numfmt-ui|sheets-formula)\.|\.permission\./;

test('the Danish grid has every text of the English one that the workbench shows, and no other', () => {
  const english = ['@univerjs/preset-sheets-core', '@univerjs/preset-sheets-find-replace'].flatMap(englishOf).flatMap((texts) => names(texts)).filter((name) => !notShown.test(name));
  expect(english.length).toBeGreaterThan(300);
  expect(names(danishGridTexts).sort()).toEqual(english.sort());
});

test('the functions that are told of in Danish are those that are computed', () => {
  expect(Object.keys(danishFunctionTexts).sort()).toEqual([...functions.keys()].sort());
});

test('the workbench says the same things in both languages', () => {
  expect(names(textsFor('en')).sort()).toEqual(names(textsFor('da')).sort());
});

test.each([
  ['', ['da-DK', 'en'], 'da'],
  ['', ['de-DE', 'da', 'en'], 'da'],
  ['', ['en-GB', 'da'], 'en'],
  ['', ['de-DE'], 'en'],
  ['?lang=da', ['en-GB'], 'da'],
  ['?lang=xx', ['da'], 'da'],
] as const)('address %p and a browser that prefers %p: %s', (search, preferred, language) => {
  expect(languageOf(search, preferred)).toBe(language);
});
