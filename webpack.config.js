// @ts-check
import CssExtractPlugin from 'mini-css-extract-plugin';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const Minimizer = createRequire(import.meta.url)('minimizer-webpack-plugin');

/** The folder of a build in which all scripts, styles and fonts stand side by side, each with its content's hash in its name. */
export const CHUNKS = 'chunks';

/**
 * How to bundle scripts for browsers. Shape: `entries` by their names in the build; a production build is minified, another has source maps;
 * classic scripts run where they stand in a page and share nothing, the others are modules.
 * @typedef {object} BundleOrder
 * @property {Readonly<Record<string, string>>} entries
 * @property {string} folder
 * @property {boolean} isProduction
 * @property {boolean} [isClassic]
 */

/**
 * The configuration of webpack for an order; what was compiled before is kept in .cache/webpack.
 * @param {BundleOrder} order
 * @returns {import('webpack').Configuration}
 */
export function configure({ entries, folder, isProduction, isClassic = false }) {
  return {
    mode: isProduction ? 'production' : 'development',
    context: root,
    target: ['web', 'es2022'],
    devtool: isProduction ? false : 'source-map',
    entry: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)])),
    experiments: { outputModule: !isClassic },
    output: {
      path: join(folder, CHUNKS),
      filename: '[name]-[contenthash:8].js',
      chunkFilename: '[name]-[contenthash:8].js',
      assetModuleFilename: '[name]-[contenthash:8][ext]',
      ...(isClassic ? { iife: true } : { module: true, chunkFormat: 'module', chunkLoading: 'import', workerChunkLoading: 'import', library: { type: 'module' } }),
    },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic', development: false } } } },
        },
        { test: /\.css$/, use: [CssExtractPlugin.loader, 'css-loader'] },
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
        // The grid's packages call themselves free of side effects, but their facades add the methods of its API.
        { test: /[\\/]@univerjs[\\/][^\\/]+[\\/]lib[\\/]es[\\/](facade|index)\.js$/, sideEffects: true },
      ],
    },
    plugins: [new CssExtractPlugin({ filename: '[name]-[contenthash:8].css', chunkFilename: '[name]-[contenthash:8].css' })],
    optimization: {
      // The grid's and the pane's React are several times slower in their development form.
      nodeEnv: 'production',
      // A script bears the name of what it holds, so that a person finds it in the browser's own tools.
      chunkIds: 'named',
      ...(isProduction ? { minimizer: [new Minimizer({ minify: Minimizer.esbuildMinify, minimizerOptions: { target: 'es2022', legalComments: 'none' }, extractComments: false })] } : {}),
    },
    performance: { hints: false },
    stats: 'errors-only',
    infrastructureLogging: { level: 'error' },
    // Webpack's store takes one writer at a time, and tests run side by side.
    cache: process.env['JEST_WORKER_ID'] !== undefined ? false : { type: 'filesystem', cacheDirectory: join(root, '.cache', 'webpack'), name: cacheName(entries, isProduction), buildDependencies: { config: [fileURLToPath(import.meta.url)] } },
  };
}

/**
 * @param {Readonly<Record<string, string>>} entries
 * @param {boolean} isProduction
 */
function cacheName(entries, isProduction) {
  return [...Object.values(entries), isProduction ? 'production' : 'development'].join(' ').replace(/\W+/g, '-');
}

/** The add-in's scripts alone; `npm run build` adds pages, icons, functions and catalogue. */
export default configure({ entries: { taskpane: 'src/taskpane/index.tsx' }, folder: join(root, 'dist'), isProduction: true });
