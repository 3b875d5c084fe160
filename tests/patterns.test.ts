import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as vocabulary from '../src/core/extraction/vocabulary';
import { isExponential, isPolynomial } from './support/pattern-ambiguity';
import { listFiles } from './support/source-files';

const ROOT = join(__dirname, '..');

/** Patterns that may take the square of their text, by what keeps their texts short, or keeps them from failing twice at one place. */
const OF_SHORT_TEXTS: Readonly<Record<string, readonly string[]>> = {
  'a row, a cell or a word of a line, cut or refused before where it is longer': [
    String.raw`(?<![\d.,] ?)[-–−+(]?\d{1,3}(?: \d{3})+(?:,\d+)?\)?$`,
    String.raw`^[-–−‐\u2011—÷+(]?[\d.,]*\d[\d.,]*\)?\*{0,3}$|^[.,]$`,
    String.raw`^(.*\p{L}[^\d]*?)\s([-–−]?\d{1,3}(?:\.\d{3})*,\d{1,3}|[-–−]?\d{1,3}(?:\.\d{3})+)$`,
    String.raw`\s+(?=\p{Lu})(?![^()]*\))`,
  ],
  'what stands within reach of an amount': [
    String.raw`(?:,?\s+(?:og|samt))?[\s,]*(?:\bca\.?|cirka|omkring)?\s*$`,
    String.raw`\b(?:\w*aftale(?:r|n|rne)?|finanslov(?:en|ene)?|puljen?|end|than)\s*$`,
  ],
  'a label or a heading, whose blanks are single': [
    String.raw`^(.+?)\s*\(([^()]+(?:\([^()]*\)[^()]*)?)\)$`,
    String.raw`^(.*?)\s*\(\s*(\*{1,4}(?:\s*,\s*\*{1,4})*)\s*\)$`,
  ],
  'what a run of more signs than six is taken by at its first': [
    String.raw`(?:#{2,}(?=\s?(?:mio|mia|mill|mrd|t?kr|dkk))|#{7,}|(?<![\p{L}\d])[OoIlS]{1,3}[.,][OoIlS]{1,3}(?=\s?(?:mio|mia|mill|mrd|t?kr|dkk)))(?:\s?(?:mio|mia|mill|mrd)\.?)?(?:\s?kr\.?)?`,
  ],
  'a formula, which Excel ends at 8,192 characters': [
    String.raw`("(?:[^"]|"")*")`,
    String.raw`"(?:[^"]|"")*"`,
    String.raw`\[((?:[^'[\]]|'.)*)\]`,
    String.raw`"((?:[^"]|"")*)"|(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!|([\p{L}_\\$][\p{L}\p{N}_.$\\]*(?::\$?[A-Z]{1,3}\$?\d+)?)`,
    String.raw`\[(@?)((?:'.|[^\]'])*)\]`,
    String.raw`("(?:[^"]|"")*"|'(?:[^']|'')*'!|\[[^\]]*\])`,
    String.raw`(!|:)?([A-Z]+)(\d+)`,
  ],
  'a number format, which Excel ends at 255 characters': [
    String.raw`"[^"]*"|\\.|\[[^\]]*\]|_.`,
    String.raw`"[^"]*"|\[[^\]]*\]|\\.`,
    String.raw`"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(General)|([Ee][+-])|(AM\/PM|y+|m+|d+|h+|s+)|([0#?])|([.])|(,)|(%)|(@)|([^])`,
    String.raw`[a-zA-Z"]*[0#],0`,
  ],
  'a text of our own: a number, a list of colours, some drawing commands': [
    String.raw`^.*re S.*$`,
    String.raw`\.?0+e`,
    String.raw`([a-z]+) ([0-9a-f]{6})`,
    String.raw`[.,]?0+$`,
  ],
  'the start of a file, or the dictionary of a stream': [
    String.raw`<!--[^]*?-->`,
    String.raw`\/Filter\s*(?:\[([^\]]*)\]|\/(\w+)|(\d+\s+\d+\s+R))`,
  ],
  'a field of a pasted table, whose quote ends at the next one': [
    String.raw`(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)`,
  ],
};

/** The regular expressions that stand in a file, with their lines. */
function patternsIn(file: string): { readonly source: string; readonly flags: string; readonly place: string }[] {
  const tree = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest);
  const found: { source: string; flags: string; place: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const text = node.getText(tree);
      const end = text.lastIndexOf('/');
      found.push({ source: text.slice(1, end), flags: text.slice(end + 1), place: `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The regular expressions among what a module exports, those put together at its start too. */
function patternsOf(value: unknown, place: string): { readonly source: string; readonly flags: string; readonly place: string }[] {
  if (value instanceof RegExp) return [{ source: value.source, flags: value.flags, place }];
  if (value === null || typeof value !== 'object') return [];
  const entries: readonly (readonly [unknown, unknown])[] = value instanceof Map ? [...value] : Object.entries(value);
  return entries.flatMap(([key, member]) => patternsOf(member, `${place}.${String(key)}`));
}

describe('regular expressions', () => {
  it.each([['^(?:a+)+$', ''], ['^(?:a|a)*$', ''], ['^(?:\\d{1,3}\\.?)+$', ''], ['^(?:a*)*b', ''], ['(?:\\s*\\w+\\s*)+$', ''], ['^(?:[a-z]+|\\w+,)*$', 'i'], ['x(?=(?:b+)+c)', '']])('%s is known to be exponential', (source, flags) => {
    expect(isExponential(source, flags)).toBe(true);
  });

  it.each([['^a+$', ''], ['^(?:\\d{3}\\.)+$', ''], ['\\d{1,3}(?:\\.\\d{3})*(?:,\\d+)?', ''], ['^(?:a|b)*$', ''], ['^(?:a+b)+$', ''], ['\\p{L}+(?: \\p{L}+)*', 'u']])('%s is known to be none', (source, flags) => {
    expect(isExponential(source, flags)).toBe(false);
  });

  it('of the product take no exponential time on any text', () => {
    const patterns = [...listFiles(ROOT, 'src').filter((file) => /\.tsx?$/.test(file)).flatMap(patternsIn), ...patternsOf({ ...vocabulary }, 'vocabulary')];
    expect(patterns.length).toBeGreaterThan(500);
    expect(patterns.filter(({ source, flags }) => isExponential(source, flags)).map(({ place, source }) => `${place} ${source}`)).toEqual([]);
  });

  it.each([['\\s+$', ''], ['\\s*,?\\s*x', ''], ['^\\s*,?\\s*x', ''], ['\\d+,\\d', ''], ['a[^b]*b', ''], ['\\p{L}+\\d', 'u'], ['^a*b?a*$', '']])('%s is known to take the square', (source, flags) => {
    expect(isPolynomial(source, flags)).toBe(true);
  });

  it.each([['(?<!\\s)\\s+$', ''], ['^\\d+,\\d', ''], ['\\d+', 'g'], ['\\bx.*', ''], ['(?:^|[^a-z])[a-z]+;', ''], ['a{1,40}b', ''], ['^a+b+$', ''], ['x\\d+,', '']])('%s is known not to', (source, flags) => {
    expect(isPolynomial(source, flags)).toBe(false);
  });

  it('of the product take no time that grows with the square of any text, but for those of short texts', () => {
    const patterns = [...listFiles(ROOT, 'src').filter((file) => /\.tsx?$/.test(file)).flatMap(patternsIn), ...patternsOf({ ...vocabulary }, 'vocabulary')];
    const found = patterns.filter(({ source, flags }) => isPolynomial(source, flags));
    const known = new Set(Object.values(OF_SHORT_TEXTS).flat());
    expect(found.filter(({ source }) => !known.has(source)).map(({ place, source }) => `${place} ${source}`)).toEqual([]);
    expect([...known].filter((source) => !found.some((one) => one.source === source))).toEqual([]);
  });
});
