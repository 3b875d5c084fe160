import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { PROJECT_FOLDER } from './run-step';

/** What the source registers with Excel: custom functions and ribbon actions, by id. */
export interface AssociatedIds {
  readonly functions: readonly string[];
  readonly actions: readonly string[];
}

const FOLDERS = ['functions', 'commands', 'taskpane'];

/** The ids that a source text passes to `CustomFunctions.associate` and `Office.actions.associate`. Errors: throws when an id is not a plain string. */
export function associatedIdsIn(name: string, text: string): AssociatedIds {
  const functions: string[] = [];
  const actions: string[] = [];
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'associate') {
      const owner = node.expression.expression;
      const ids = ts.isIdentifier(owner) && owner.text === 'CustomFunctions' ? functions : ts.isPropertyAccessExpression(owner) && owner.name.text === 'actions' ? actions : null;
      const id = node.arguments[0];
      if (ids !== null) {
        if (id === undefined || !ts.isStringLiteralLike(id)) throw new Error(`${name}: an id passed to associate() must be a string that stands there`);
        ids.push(id.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { functions, actions };
}

/** The same over the add-in's own source. */
export function readAssociatedIds(): AssociatedIds {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(PROJECT_FOLDER, 'src', folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const found = files.map((file) => associatedIdsIn(file, readFileSync(file, 'utf8')));
  return { functions: found.flatMap((ids) => ids.functions), actions: found.flatMap((ids) => ids.actions) };
}
