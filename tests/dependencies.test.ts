import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const ROOT = resolve(__dirname, '..');
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
const LOCK = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { readonly packages: Record<string, LockedPackage> };
const LOCKED = Object.entries(LOCK.packages).filter(([path]) => path !== '');
const PRODUCTION = LOCKED.filter(([, entry]) => entry.dev !== true && entry.devOptional !== true);

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
    expect(LOCKED.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
  });
});
