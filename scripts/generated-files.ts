import webpack, { type Compiler } from 'webpack';
import { generateDanishFunctionsMetadata, generateFunctionsMetadata } from './functions-metadata';
import { buildHelpPages } from './help-pages';

/** Adds to a build what is made from the source and the docs: the functions' metadata in both languages and the help pages. */
export class GeneratedFiles {
  constructor(private readonly baseUrl: string) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('GeneratedFiles', (compilation) => {
      compilation.hooks.processAssets.tapPromise({ name: 'GeneratedFiles', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, async () => {
        const files = new Map([
          ['functions.json', await generateFunctionsMetadata(this.baseUrl)],
          ['functions.da.json', await generateDanishFunctionsMetadata(this.baseUrl)],
          ...(await buildHelpPages()),
        ]);
        for (const [name, text] of files) compilation.emitAsset(name, new webpack.sources.RawSource(text));
      });
    });
  }
}
