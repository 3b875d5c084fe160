import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import webpack, { type Configuration } from 'webpack';
import WebpackDevServer, { type Configuration as ServerConfiguration } from 'webpack-dev-server';
import { GeneratedFiles } from './generated-files';
import { PROJECT_FOLDER } from './run-step';
import { securityHeaders } from './security-headers';

type Mode = 'development' | 'production';
type ConfigurationFile = Configuration | ((environment: Record<string, unknown>, args: { mode: Mode }) => Configuration | Promise<Configuration>);

/** The project's webpack configuration, with the generated files added. Shape: `environment` is what `--env` would pass. */
async function loadConfiguration(mode: Mode, baseUrl: string, environment: Record<string, unknown>, catalogueFolder: string | null = null): Promise<Configuration> {
  const file = (await import(pathToFileURL(join(PROJECT_FOLDER, 'webpack.config.js')).href)) as { readonly default: ConfigurationFile };
  const configuration = typeof file.default === 'function' ? await file.default(environment, { mode }) : file.default;
  return { ...configuration, mode, plugins: [...(configuration.plugins ?? []), new GeneratedFiles(baseUrl, catalogueFolder)] };
}

/** Builds once into dist/, with an organisation's shared catalogue where there is one. Errors: throws with webpack's own report when anything does not compile. */
export async function buildBundle(baseUrl: string, catalogueFolder: string | null): Promise<void> {
  const compiler = webpack(await loadConfiguration('production', baseUrl, {}, catalogueFolder));
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)));
  });
  await new Promise<void>((resolve, reject) => {
    compiler.close((error) => (error ? reject(error) : resolve()));
  });
  if (stats === undefined) throw new Error('webpack answered nothing');
  if (stats.hasErrors()) throw new Error(stats.toString({ preset: 'errors-only', colors: false }));
  console.log(stats.toString({ preset: 'summary', colors: false }));
}

/** Serves the development build until the process is stopped. Shape: answers the function that stops it. */
export async function serveBundle(baseUrl: string, environment: Record<string, unknown>, server: ServerConfiguration): Promise<() => Promise<void>> {
  const configuration = await loadConfiguration('development', baseUrl, environment);
  const compiler = webpack({ ...configuration, infrastructureLogging: { level: 'warn' } });
  const devServer = new WebpackDevServer({ ...configuration.devServer, devMiddleware: { stats: 'errors-warnings' }, headers: ({ url = '/' }) => securityHeaders(url.replace(/\?.*$/, '')), ...server }, compiler);
  const firstBuild = new Promise<void>((resolve) => {
    compiler.hooks.done.tap('serveBundle', () => resolve());
  });
  await devServer.start();
  await firstBuild;
  return () => devServer.stop();
}
