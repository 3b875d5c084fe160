import { type Loader, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { PROJECT_FOLDER } from '../run-step';

const ADDRESS = /new URL\('([^']+)', import\.meta\.url\)/g;

/**
 * What the source names by `new URL('…', import.meta.url)` is put beside the script that names it: files as they are, and scripts, which are
 * workers, bundled by themselves. Shape: `bundleWorker` takes a file below the project's folder and answers the name of its script.
 */
export function sourceAddresses(bundleWorker: (file: string) => Promise<string>): Plugin {
  return {
    name: 'source-addresses',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!source.includes('import.meta.url')) return undefined;
        return { contents: await placeAddresses(source, path, bundleWorker), loader: extname(path).slice(1) as Loader, resolveDir: dirname(path) };
      });
    },
  };
}

async function placeAddresses(source: string, path: string, bundleWorker: (file: string) => Promise<string>): Promise<string> {
  const named = [...new Set([...source.matchAll(ADDRESS)].map(([, address]) => address ?? ''))];
  const places = new Map(await Promise.all(named.map(async (address, index) => [address, address.endsWith('.ts') ? JSON.stringify(`./${await bundleWorker(below(path, address))}`) : `address${index}`] as const)));
  const imports = named.flatMap((address, index) => (address.endsWith('.ts') ? [] : [`import address${index} from '${address}';`]));
  return `${imports.join('')}${source.replace(ADDRESS, (_all, address: string) => `new URL(${places.get(address) ?? ''}, import.meta.url)`)}`;
}

function below(path: string, address: string): string {
  return relative(PROJECT_FOLDER, join(dirname(path), address)).replaceAll('\\', '/');
}
