import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listFiles, readImports } from './support/source-files';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}

const ROOT = resolve(__dirname, '..');
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
const LOCK = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { readonly packages: Record<string, LockedPackage> };
const LOCKED = Object.entries(LOCK.packages).filter(([path]) => path !== '');
const PRODUCTION = LOCKED.filter(([, entry]) => entry.dev !== true && entry.devOptional !== true);

/** Whether a package finds another one in its own folder or in one above, as Node looks for it. */
function isLocked(path: string, name: string): boolean {
  if (Object.hasOwn(LOCK.packages, `${path}/node_modules/${name}`)) return true;
  const above = path.lastIndexOf('/node_modules/');
  return above < 0 ? Object.hasOwn(LOCK.packages, `node_modules/${name}`) : isLocked(path.slice(0, above), name);
}

/** The readers' files that are loaded on Node alone: what they import runs with the development dependencies that the command line needs anyway. */
const NODE_ONLY = /^src\/readers\/pdf\/engine\/node-[a-z]+\.ts$/;

/** What the product may ship: licences that ask for a notice and nothing else. */
const LICENCES = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD']);

describe('production dependencies', () => {
  it('are there to be looked at', () => {
    expect(PRODUCTION.length).toBeGreaterThan(Object.keys(MANIFEST.dependencies).length);
  });

  it('carry a permissive licence', () => {
    const others = PRODUCTION.filter(([, entry]) => !LICENCES.has(entry.license ?? '')).map(([path, entry]) => `${path}: ${entry.license ?? 'none'}`);
    expect(others).toEqual([]);
  });

  it('are all that the add-in itself is made of', () => {
    const shipped = ['core', 'readers', 'excel', 'functions', 'commands', 'taskpane', 'outputs'].flatMap((folder) => listFiles(ROOT, `src/${folder}`)).filter((file) => /\.tsx?$/.test(file) && !NODE_ONLY.test(file));
    const packages = shipped.flatMap((file) => readImports(ROOT, file).filter(({ target }) => target === null).map(({ specifier }) => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')));
    expect(shipped.length).toBeGreaterThan(100);
    expect([...new Set(packages)].filter((name) => MANIFEST.dependencies[name] === undefined)).toEqual([]);
    expect(Object.keys(MANIFEST.dependencies).filter((name) => !packages.includes(name))).toEqual([]);
  });

  it('run nothing when they are installed', () => {
    expect(PRODUCTION.filter(([, entry]) => entry.hasInstallScript === true).map(([path]) => path)).toEqual([]);
  });
});

describe('versions', () => {
  it('are exact', () => {
    const loose = Object.entries({ ...MANIFEST.dependencies, ...MANIFEST.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('are locked with a checksum, for any registry', () => {
    expect(LOCKED.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
    // Builds of a package for other systems may be out of a registry's stock; their versions are locked all the same.
    const isForAnotherSystem = ({ optional, os }: LockedPackage): boolean => optional === true && os !== undefined;
    expect(LOCKED.filter(([, entry]) => entry.integrity === undefined && !isForAnotherSystem(entry)).map(([path]) => path)).toEqual([]);
  });

  it('are locked for every system, because "npm ci" refuses a lock file that leaves one out', () => {
    const missing = LOCKED.flatMap(([path, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
        .filter((name) => !isLocked(path, name))
        .map((name) => `${path} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });
});
