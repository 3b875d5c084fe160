import { join, relative } from 'node:path';
import webpack, { type Chunk, type ChunkGroup, type Compilation, type Stats } from 'webpack';
import { CHUNKS, configure, type BundleOrder } from '../../webpack.config.js';
import { PROJECT_FOLDER } from '../run-step';

export { CHUNKS, type BundleOrder };

/** Where a script went, below the build's folder. */
export interface BundledEntry {
  readonly script: string;
  readonly style: string | null;
  /** The scripts that are loaded before it runs, itself among them. */
  readonly loads: readonly string[];
}

/** What was bundled: each entry by its name, each entry and each file that is fetched later by its path in the project, and every file that went in. */
export interface Bundle {
  readonly entries: ReadonlyMap<string, BundledEntry>;
  readonly bySource: ReadonlyMap<string, BundledEntry>;
  readonly inputs: readonly string[];
}

/** Bundles scripts for browsers, workers among them. Errors: throws with webpack's own report when anything does not compile. */
export async function bundleScripts(order: BundleOrder): Promise<Bundle> {
  const { compilation } = await run(order);
  const entries = new Map(Object.keys(order.entries).flatMap((name) => {
    const group = compilation.entrypoints.get(name);
    return group === undefined ? [] : [[name, entryOf(group, group.getEntrypointChunk())] as const];
  }));
  const bySource = Object.entries(order.entries).flatMap(([name, source]) => (entries.has(name) ? [[source, entries.get(name) as BundledEntry] as const] : []));
  return { entries, bySource: new Map([...bySource, ...laterScripts(compilation)]), inputs: inputsOf(compilation) };
}

async function run(order: BundleOrder): Promise<Stats> {
  const compiler = webpack(configure(order));
  if (compiler === null) throw new Error('webpack takes no such configuration');
  const stats = await new Promise<Stats>((resolve, reject) => compiler.run((error, done) => (done === undefined ? reject(error ?? new Error('webpack gave no answer')) : resolve(done))));
  await new Promise<void>((resolve) => compiler.close(() => resolve()));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return stats;
}

/** The scripts that an import within the source fetches later, by the file that it names. */
function laterScripts(compilation: Compilation): Map<string, BundledEntry> {
  return new Map(
    compilation.chunkGroups.flatMap((group) =>
      group.isInitial() ? [] : group.origins.flatMap(({ module, request }) => {
        const file = module === undefined || module === null ? null : fileOf(compilation, module, request);
        // What several groups share stands before a group's own chunk.
        const own = group.chunks[group.chunks.length - 1];
        return file === null || own === undefined ? [] : [[file, entryOf(group, own)] as const];
      }),
    ),
  );
}

/** The file, by its path in the project, that a module names in an import. */
function fileOf(compilation: Compilation, module: webpack.Module, request: string | undefined): string | null {
  const asked = module.blocks.flatMap(({ dependencies }) => dependencies).find((dependency) => 'request' in dependency && dependency.request === request);
  const named = asked === undefined ? null : compilation.moduleGraph.getModule(asked);
  const resource = named === null ? undefined : resourceOf(named);
  return resource === undefined ? null : relative(PROJECT_FOLDER, resource).replaceAll('\\', '/');
}

function entryOf(group: ChunkGroup, own: Chunk): BundledEntry {
  const files = group.getFiles().map((file) => `${CHUNKS}/${file}`);
  const scripts = files.filter((file) => file.endsWith('.js'));
  const script = [...own.files].find((file) => file.endsWith('.js')) ?? '';
  return { script: `${CHUNKS}/${script}`, style: files.find((file) => file.endsWith('.css')) ?? null, loads: scripts };
}

/** Every file that went in, those too that were put together with others. */
function inputsOf(compilation: Compilation): string[] {
  const found = new Set<string>();
  const add = (module: webpack.Module): void => {
    const resource = resourceOf(module);
    if (resource !== undefined) found.add(resource);
    if ('modules' in module && Array.isArray(module.modules)) for (const part of module.modules as webpack.Module[]) add(part);
  };
  for (const module of compilation.modules) add(module);
  return [...found].map((file) => join(file));
}

function resourceOf(module: webpack.Module): string | undefined {
  if ('resource' in module && typeof module.resource === 'string') return module.resource.replace(/\?.*$/, '');
  return 'rootModule' in module ? resourceOf(module.rootModule as webpack.Module) : undefined;
}
