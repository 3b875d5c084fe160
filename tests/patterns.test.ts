import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as vocabulary from '../src/core/extraction/vocabulary';
import { isExponential } from './support/pattern-ambiguity';
import { listFiles } from './support/source-files';

const ROOT = join(__dirname, '..');

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
});
