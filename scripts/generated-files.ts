import webpack, { type Compiler } from 'webpack';
import { generateDanishFunctionsMetadata, generateFunctionsMetadata } from './functions-metadata';
import { buildHelpPages } from './help-pages';
import { sharedCatalogue } from './shared-catalogue';
import { type BundledModule, noticesOf, packageFolders } from './third-party-notices';

/**
 * Adds to a build what is made from the source and the docs: the functions' metadata in both languages, the help pages, the notices of
 * other people's packages, and the shared catalogue: an organisation's own folder, or an empty one, so that the pane does not ask for what is
 * not there.
 */
export class GeneratedFiles {
  constructor(private readonly baseUrl: string, private readonly catalogueFolder: string | null) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('GeneratedFiles', (compilation) => {
      compilation.hooks.processAssets.tapPromise({ name: 'GeneratedFiles', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, async () => {
        const files = new Map([
          ['functions.json', await generateFunctionsMetadata(this.baseUrl)],
          ['functions.da.json', await generateDanishFunctionsMetadata(this.baseUrl)],
          ...(await buildHelpPages()),
          ...(await sharedCatalogue(this.catalogueFolder)),
        ]);
        if (compiler.options.mode === 'production') files.set('licences.txt', noticesOf(packageFolders(compilation.modules as Iterable<BundledModule>)));
        for (const [name, text] of files) compilation.emitAsset(name, new webpack.sources.RawSource(text));
      });
    });
  }
}
