import { generateDanishFunctionsMetadata, generateFunctionsMetadata } from '../functions-metadata';
import { buildHelpPages } from '../help-pages';
import { sharedCatalogue } from '../shared-catalogue';

/**
 * The files of a build that are made from the source and the docs, by their paths: the functions' metadata in both languages, the help pages,
 * and the shared catalogue: an organisation's own folder, or an empty one, so that the pane does not ask for what is not there.
 */
export async function generatedFiles(baseUrl: string, catalogueFolder: string | null): Promise<Map<string, string>> {
  return new Map([
    ['functions.json', await generateFunctionsMetadata(baseUrl)],
    ['functions.da.json', await generateDanishFunctionsMetadata(baseUrl)],
    ...(await buildHelpPages()),
    ...(await sharedCatalogue(catalogueFolder)),
  ]);
}
