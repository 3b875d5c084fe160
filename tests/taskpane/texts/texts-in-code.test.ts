import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { listFiles } from '../../support/source-files';

/** No word that the user reads stands in the pane's code: all of them stand in its text files, where both languages are side by side. */

const ROOT = resolve(__dirname, '../../..');
const SOURCES = listFiles(ROOT, 'src/taskpane').filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/taskpane/texts/'));

/** Attributes whose value is read or heard. */
const READ = new Set(['title', 'label', 'aria-label', 'aria-description', 'placeholder', 'alt', 'hint', 'text', 'heading', 'confirm', 'validationMessage']);

const hasWord = (text: string): boolean => /\p{L}{2,}/u.test(text);
const isDanish = (text: string): boolean => /[æøåÆØÅ]/.test(text) && hasWord(text);

/** The user's texts in a source, each with its line. */
function textsIn(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const note = (node: ts.Node, text: string): void => void found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.trim()}`);
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWord(node.text)) note(node, node.text);
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText()) && node.initializer !== undefined && ts.isStringLiteral(node.initializer) && hasWord(node.initializer.text)) note(node, node.initializer.text);
    if (ts.isStringLiteralLike(node) && isDanish(node.text)) note(node, node.text);
    if (ts.isTemplateExpression(node) && isDanish(node.getText())) note(node, node.getText());
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

it('finds a text in markup, in an attribute and in a Danish string', () => {
  expect(textsIn('a.tsx', 'const a = <p title="Close it">Luk {b} nu</p>; const c = "Åbn";')).toHaveLength(4);
  expect(textsIn('a.tsx', 'const a = <p className="quiet" title={texts.close}>{texts.open}!</p>;')).toEqual([]);
});

it('finds none in the pane', () => {
  expect(SOURCES.length).toBeGreaterThan(100);
  expect(SOURCES.flatMap((file) => textsIn(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});
