import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import CssExtractPlugin from 'mini-css-extract-plugin';

const projectFolder = dirname(fileURLToPath(import.meta.url));
const officeFolder = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');

/** Where the add-in loads office.js from in Excel. The workbench serves the npm copy instead. */
const officeFromMicrosoft = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const officeFromWorkbench = ['pane-host.js', 'office-js/office.js'];

/** Puts the scripts that provide Office before the pane's own. */
class OfficeScripts {
  constructor(sources) {
    this.sources = sources;
  }

  apply(compiler) {
    compiler.hooks.compilation.tap('OfficeScripts', (compilation) => {
      HtmlPlugin.getHooks(compilation).alterAssetTagGroups.tap('OfficeScripts', (page) => {
        if (page.outputName !== 'taskpane.html') return page;
        const scripts = this.sources.map((src) => ({ tagName: 'script', attributes: { src }, voidTag: false, meta: {} }));
        return { ...page, headTags: [...scripts, ...page.headTags] };
      });
    });
  }
}

/**
 * The add-in; with `--env workbench` also the page that plays Excel around it.
 * `--env pane=FILE` puts another entry in the place of the add-in's own pane.
 */
export default function configure(environment = {}, { mode = 'development' } = {}) {
  const isWorkbench = Boolean(environment.workbench);
  const pane = environment.pane ?? './src/taskpane/index.tsx';
  return {
    mode,
    context: projectFolder,
    target: ['web', 'es2022'],
    devtool: mode === 'production' ? false : 'source-map',
    entry: {
      taskpane: pane,
      ...(isWorkbench ? { 'pane-host': './src/workbench/pane-host.ts', workbench: './src/workbench/main.ts' } : {}),
    },
    output: {
      path: join(projectFolder, 'dist'),
      filename: '[name].js',
      chunkFilename: 'chunks/[name].[contenthash:8].js',
      assetModuleFilename: 'chunks/[name].[contenthash:8][ext]',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: {
            jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic', development: false } } },
          },
        },
        { test: /\.css$/, use: [CssExtractPlugin.loader, 'css-loader'] },
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
        // The grid's packages call themselves free of side effects, but their facades add the methods of its API.
        { test: /[\\/]@univerjs[\\/][^\\/]+[\\/]lib[\\/]es[\\/](facade|index)\.js$/, sideEffects: true },
      ],
    },
    plugins: [
      new HtmlPlugin({ filename: 'taskpane.html', template: './src/taskpane/taskpane.html', chunks: ['taskpane'], scriptLoading: 'defer' }),
      new OfficeScripts(isWorkbench ? officeFromWorkbench : [officeFromMicrosoft]),
      new CssExtractPlugin({ filename: '[name].css', chunkFilename: 'chunks/[name].[contenthash:8].css' }),
      new CopyPlugin({ patterns: [{ from: 'assets', to: 'assets' }, { from: 'node_modules/pdfjs-dist/standard_fonts/LICENSE_*', to: 'chunks/[name][ext]' }, ...(isWorkbench ? ['manifest.xml'] : [])] }),
      ...(isWorkbench ? [new HtmlPlugin({ filename: 'index.html', template: './src/workbench/index.html', chunks: ['workbench'], scriptLoading: 'defer' })] : []),
    ],
    // The grid's and the pane's React are several times slower in their development form.
    optimization: { nodeEnv: isWorkbench ? 'production' : mode },
    performance: { hints: false },
    cache: {
      type: 'filesystem',
      cacheDirectory: join(projectFolder, '.cache', 'webpack'),
      name: [mode, isWorkbench ? 'workbench' : 'add-in', ...(environment.pane ? ['other-pane'] : [])].join('-'),
      buildDependencies: { config: [fileURLToPath(import.meta.url)] },
    },
    devServer: {
      port: 3000,
      host: 'localhost',
      client: false,
      hot: false,
      liveReload: false,
      static: isWorkbench ? [{ directory: officeFolder, publicPath: '/office-js', watch: false }] : false,
    },
  };
}
