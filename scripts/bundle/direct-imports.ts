import { type Loader, type Plugin } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { PROJECT_FOLDER } from '../run-step';

/** Imports by name from a package of components. Shape: the names, then the package. */
const IMPORT = /import\s*\{([^}]*)\}\s*from\s*["'](@fluentui\/[a-z-]+)["'];?/g;
const REEXPORT = /export \{([^}]*)\} from ["']([^"']+)["']/g;
const ICONS = '@fluentui/react-icons';

/**
 * What is imported from the index of a package of components, by our source or among these packages, comes straight from the module that
 * defines it: through an index, the bundler takes every component that any view uses for a part of the first screen.
 */
export function directImports(): Plugin {
  const places = new Map<string, string>();
  const placeOf = (name: string, specifier: string): string => {
    const key = `${specifier} ${name}`;
    const place = places.get(key) ?? ((specifier === ICONS ? iconModule(name) : null) ?? definingModule(name, moduleFile(specifier, join(PROJECT_FOLDER, 'package.json'))));
    places.set(key, place);
    return place;
  };
  return {
    name: 'direct-imports',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/](?:src|tests|@fluentui[\\/][a-z-]+[\\/]lib)[\\/].*\.(?:tsx?|js)$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!source.includes('@fluentui/')) return undefined;
        return { contents: source.replace(IMPORT, (_all, names: string, specifier: string) => directly(names, specifier, placeOf)), loader: extname(path).slice(1) as Loader, resolveDir: dirname(path) };
      });
    },
  };
}

function directly(names: string, specifier: string, placeOf: (name: string, specifier: string) => string): string {
  const values = names.split(',').map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type '));
  return values.map((name) => `import { ${name} } from ${JSON.stringify(placeOf(name.replace(/ as .*$/, ''), specifier))};`).join('');
}

/** An icon has a module of its own, with its sizes and weights; null for anything else of that package. */
function iconModule(name: string): string | null {
  const icon = name.replace(/\d*(?:Regular|Filled|Color|Light)$/, '').replace(/(?<=[a-z])(?=[A-Z\d])/g, '-').toLowerCase();
  const file = join(dirname(moduleFile(ICONS, join(PROJECT_FOLDER, 'package.json'))), 'atoms', 'svg', `${icon}.js`);
  return existsSync(file) ? file : null;
}

/** The module at the end of a chain of "export { … } from …"; the one where the chain cannot be followed further. */
function definingModule(name: string, file: string): string {
  const next = [...readFileSync(file, 'utf8').matchAll(REEXPORT)].find(([, names = '']) => names.split(',').some((one) => one.trim() === name))?.[2];
  return next === undefined ? file : definingModule(name, moduleFile(next, file));
}

/** The ES module that an import in a file means. */
function moduleFile(specifier: string, importer: string): string {
  if (specifier.startsWith('.')) return [specifier, `${specifier}.js`, `${specifier}/index.js`].map((path) => join(dirname(importer), path)).find((path) => path.endsWith('.js') && existsSync(path)) ?? importer;
  const manifest = createRequire(importer).resolve(`${specifier}/package.json`);
  const { module: entry } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly module?: string };
  return entry === undefined ? importer : join(dirname(manifest), entry);
}
