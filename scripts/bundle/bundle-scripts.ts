import { build, type BuildOptions, type Metafile } from 'esbuild';
import { basename, join, relative } from 'node:path';
import { PROJECT_FOLDER } from '../run-step';
import { directImports } from './direct-imports';
import { sideEffectsOfTheGrid } from './grid-packages';
import { sourceAddresses } from './source-addresses';

/** The folder of a build in which all scripts, styles and fonts stand side by side, each with its content's hash in its name. */
export const CHUNKS = 'chunks';

/**
 * How to bundle. Shape: `entries` by their names in the build; a production build is minified, another has source maps; classic scripts run
 * where they stand in a page and share nothing, the others are modules.
 */
export interface BundleOrder {
  readonly entries: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly isProduction: boolean;
  readonly isClassic?: boolean;
}

/** Where a script went, below the build's folder. */
export interface BundledEntry {
  readonly script: string;
  readonly style: string | null;
  /** The scripts that it imports outright, those that they import, and itself: what is loaded before it runs. */
  readonly loads: readonly string[];
}

/** What was bundled: each entry by its name, each file that is fetched later by its path in the project, and every file that went in. */
export interface Bundle {
  readonly entries: ReadonlyMap<string, BundledEntry>;
  readonly later: ReadonlyMap<string, BundledEntry>;
  readonly inputs: readonly string[];
}

/** Bundles scripts for browsers, workers among them. Errors: throws with esbuild's own report when anything does not compile. */
export async function bundleScripts({ entries, folder, isProduction, isClassic = false }: BundleOrder): Promise<Bundle> {
  const inputs = new Set<string>();
  const workers = new Map<string, Promise<string>>();
  const bundleWorker = (file: string): Promise<string> => {
    const name = basename(file).replace(/\.ts$/, '');
    const known = workers.get(file) ?? bundleThese({ [name]: file }).then((bundled) => scriptNamed(bundled.entries, name));
    workers.set(file, known);
    return known;
  };
  const bundleThese = async (chosen: Readonly<Record<string, string>>): Promise<Omit<Bundle, 'inputs'>> => {
    const { metafile } = await build({ ...optionsOf(folder, isProduction), ...(isClassic ? { format: 'iife', splitting: false } : {}), entryPoints: { ...chosen }, plugins: [sourceAddresses(bundleWorker), directImports(), sideEffectsOfTheGrid()] });
    for (const input of Object.keys(metafile.inputs)) inputs.add(join(PROJECT_FOLDER, input.replace(/^[a-z-]+:/, '')));
    return entriesOf(metafile, chosen, folder);
  };
  const bundled = await bundleThese(entries);
  return { ...bundled, inputs: [...inputs] };
}

function optionsOf(folder: string, isProduction: boolean): BuildOptions & { readonly metafile: true } {
  return {
    absWorkingDir: PROJECT_FOLDER,
    outdir: join(folder, CHUNKS),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    // An import of nothing but types is none; kept, it would make its file a part of the first screen.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } },
    loader: { '.pfb': 'file', '.ttf': 'file', '.txt': 'file' },
    // The grid's and the pane's React are several times slower in their development form.
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: isProduction,
    sourcemap: !isProduction,
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
  };
}

function entriesOf({ outputs }: Metafile, chosen: Readonly<Record<string, string>>, folder: string): Omit<Bundle, 'inputs'> {
  const inBuild = (path: string): string => relative(folder, join(PROJECT_FOLDER, path)).replaceAll('\\', '/');
  const bySource = new Map(
    Object.entries(outputs).flatMap(([path, { entryPoint, cssBundle }]): [string, BundledEntry][] => {
      if (entryPoint === undefined || !path.endsWith('.js')) return [];
      return [[entryPoint, { script: inBuild(path), style: cssBundle === undefined ? null : inBuild(cssBundle), loads: [...importedAtStart(outputs, path)].map(inBuild) }]];
    }),
  );
  const entries = new Map(Object.entries(chosen).flatMap(([name, source]) => {
    const entry = bySource.get(source);
    return entry === undefined ? [] : [[name, entry] as const];
  }));
  return { entries, later: bySource };
}

/** A script with those that it imports outright, and those that these import. */
function importedAtStart(outputs: Metafile['outputs'], path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const { kind, path: imported } of outputs[path]?.imports ?? []) if (kind === 'import-statement') importedAtStart(outputs, imported, found);
  return found;
}

function scriptNamed(bundled: Bundle['entries'], name: string): string {
  const entry = bundled.get(name);
  if (entry === undefined) throw new Error(`${name} was not bundled`);
  return basename(entry.script);
}
