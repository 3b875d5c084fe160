import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import webpack, { type Configuration } from 'webpack';
import { generateDanishFunctionsMetadata, generateFunctionsMetadata } from './functions-metadata';
import { PROJECT_FOLDER } from './run-step';
import { securityHeaders } from './security-headers';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png' };
const OFFICE_FOLDER = join(PROJECT_FOLDER, 'node_modules/@microsoft/office-js/dist');

/** A static server on this machine. */
export interface StaticServer {
  readonly address: string;
  stop(): void;
}

/** The production build of the add-in with the workbench around it, in a folder of its own, served as a static host would. Errors: throws with webpack's report. */
export async function serveWorkbenchBuild(): Promise<StaticServer> {
  const folder = mkdtempSync(join(tmpdir(), 'reserve-build-'));
  await build(await productionConfiguration(), folder);
  writeFileSync(join(folder, 'functions.json'), await generateFunctionsMetadata('http://localhost'));
  writeFileSync(join(folder, 'functions.da.json'), await generateDanishFunctionsMetadata('http://localhost'));
  const server = await serve((path) => {
    const file = path.startsWith('/office-js/') ? join(OFFICE_FOLDER, path.slice('/office-js/'.length)) : join(folder, path === '/' ? 'index.html' : path);
    return existsSync(file) ? readFileSync(file) : null;
  });
  return {
    address: server.address,
    stop() {
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A program of scripts/ as one script for a browser. Errors: throws with webpack's report. */
export async function bundleScript(name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'reserve-script-'));
  try {
    await build({ ...(await productionConfiguration()), entry: { [name]: `./scripts/${name}.ts` }, plugins: [], cache: false }, folder);
    return readFileSync(join(folder, `${name}.js`), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function productionConfiguration(): Promise<Configuration> {
  const { default: configure } = (await import(pathToFileURL(join(PROJECT_FOLDER, 'webpack.config.js')).href)) as { readonly default: (environment: object, args: { readonly mode: 'production' }) => Configuration };
  return configure({ workbench: true }, { mode: 'production' });
}

async function build(configuration: Configuration, folder: string): Promise<void> {
  const compiler = webpack({ ...configuration, output: { ...configuration.output, path: folder } });
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => compiler.run((error, result) => (error ? reject(error) : resolve(result))));
  await new Promise<void>((resolve) => compiler.close(() => resolve()));
  if (stats === undefined || stats.hasErrors()) throw new Error(stats?.toString({ preset: 'errors-only', colors: false }) ?? 'webpack answered nothing');
}

/** Serves what a function gives for a path; null is answered with "not found". */
export async function serve(read: (path: string) => Uint8Array | string | null): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const body = read(path);
    response.writeHead(body === null ? 404 : 200, { 'content-type': TYPES[extname(path)] ?? (path === '/' ? 'text/html' : 'application/octet-stream'), ...securityHeaders(path) });
    response.end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', () => resolve()));
  return { address: `http://localhost:${(server.address() as AddressInfo).port}/`, stop: () => void server.close() };
}
