import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogueFiles } from '../src/cli/answers/catalogue-output';
import { type CatalogueIndex } from '../src/core/catalogue/catalogue-file';

/**
 * The files of the shared catalogue of a build, by path: those of a folder that `reserve catalogue` made, or an empty index without one.
 * Errors: throws when the folder has no index or lacks a file that its index names.
 */
export async function sharedCatalogue(folder: string | null): Promise<Map<string, string>> {
  if (folder === null) return new Map(catalogueFiles([]).map(({ name, text }) => [`catalogue/${name}`, text]));
  const index = await readFile(join(folder, 'index.json'), 'utf8');
  const { format, agreements } = JSON.parse(index) as Partial<CatalogueIndex>;
  if (format !== 'reserve-catalogue' || agreements === undefined) throw new Error(`${join(folder, 'index.json')} is not the index of a catalogue`);
  const stray = agreements.find(({ file }) => !/^[a-z0-9-]+\.json$/.test(file));
  if (stray !== undefined) throw new Error(`${join(folder, 'index.json')} names ${stray.file}, which is not a file of a catalogue`);
  const files = await Promise.all(agreements.map(async ({ file }) => [`catalogue/${file}`, await readFile(join(folder, file), 'utf8')] as const));
  return new Map([['catalogue/index.json', index], ...files]);
}
