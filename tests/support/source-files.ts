import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** One import of a source file. Shape: `target` is a path from the project's root for relative imports, null for packages. */
export interface SourceImport {
  readonly specifier: string;
  readonly target: string | null;
}

/** Every file under a folder, as paths from the project's root with forward slashes, sorted. */
export function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).split('\\').join('/'))
    .sort();
}

/** The imports that TypeScript itself sees in a file: static, type-only, re-exports and dynamic ones. */
export function readImports(root: string, file: string): SourceImport[] {
  return importsOf(file, readFileSync(join(root, file), 'utf8'));
}

/** The same for a text that stands in no file. */
export function importsOf(file: string, text: string): SourceImport[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({
    specifier: fileName,
    target: fileName.startsWith('.') ? posix.join(posix.dirname(file), fileName) : null,
  }));
}

/** The names of a list that a file uses as namespaces (`Excel.run`, the type `Excel.Range`); comments and strings do not count. */
export function namespacesUsed(root: string, file: string, names: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const left = ts.isPropertyAccessExpression(node) ? node.expression : ts.isQualifiedName(node) ? node.left : null;
    if (left !== null && ts.isIdentifier(left) && names.has(left.text)) found.add(left.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest));
  return [...found];
}
