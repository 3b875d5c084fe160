import { existsSync, openSync, readSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { readAssociatedIds } from '../associated-ids';
import { generateDanishFunctionsMetadata, generateFunctionsMetadata, type FunctionMetadata } from '../functions-metadata';
import { PROJECT_FOLDER } from '../run-step';
import { type ManifestContext } from './checks';

/** What the source, the function metadata and the assets say, to compare the manifest with. Errors: throws when the metadata cannot be made. */
export async function readProjectContext(): Promise<ManifestContext> {
  const { functions } = JSON.parse(await generateFunctionsMetadata()) as { readonly functions: readonly FunctionMetadata[] };
  await generateDanishFunctionsMetadata();
  const associated = readAssociatedIds();
  return {
    functionIds: functions.map(({ id }) => id),
    associatedFunctions: associated.functions,
    associatedActions: associated.actions,
    imageSize: (path) => readPngSize(join(PROJECT_FOLDER, path)),
  };
}

/** The size that a PNG's header states, null when there is no PNG at the path. Units: pixels. */
export function readPngSize(path: string): { width: number; height: number } | null {
  if (!existsSync(path)) return null;
  const header = Buffer.alloc(24);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  return header.toString('latin1', 1, 4) === 'PNG' ? { width: header.readUInt32BE(16), height: header.readUInt32BE(20) } : null;
}
