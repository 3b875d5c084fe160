import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { chosenBaseUrl, optionValue, rebaseManifest } from './base-url';
import { bundleAddin } from './bundle/bundle-addin';
import { type FunctionMetadata } from './functions-metadata';
import { checkManifest } from './manifest/checks';
import { descendants, parseManifest } from './manifest/element';
import { readProjectContext } from './manifest/project-context';
import { PROJECT_FOLDER } from './run-step';

/**
 * The production build: everything that a static host serves, and the manifest for it.
 * `--base-url URL` (or RESERVE_BASE_URL) says where it will be served; `--id GUID` and `--name TEXT` set up a second
 * installation (a test environment) beside the first. `--catalogue FOLDER` takes an organisation's shared catalogue along.
 */
const args = process.argv.slice(2);
const baseUrl = chosenBaseUrl(args, process.env);
const dist = join(PROJECT_FOLDER, 'dist');
const target = join(dist, 'manifest.xml');

const catalogue = optionValue(args, '--catalogue') ?? null;
await rm(dist, { recursive: true, force: true });
await bundleAddin({ folder: dist, isWorkbench: false, baseUrl, catalogueFolder: catalogue === null ? null : resolve(process.env['INIT_CWD'] ?? '', catalogue) });
const xml = rebaseManifest(await readFile(join(PROJECT_FOLDER, 'manifest.xml'), 'utf8'), baseUrl);
await writeFile(target, xml);

const id = optionValue(args, '--id');
const name = optionValue(args, '--name');
if (id !== undefined || name !== undefined) await OfficeAddinManifest.modifyManifestFile(target, id, name);

const problems = checkManifest(parseManifest(await readFile(target, 'utf8')), await readProjectContext());
if (problems.length > 0) throw new Error(`dist/manifest.xml is not in order:\n${problems.map(({ check, line, message }) => `${line}: ${check}: ${message}`).join('\n')}`);

const addresses = [...addressesOf(await readFile(target, 'utf8')), ...(await helpAddresses())];
const missing = addresses.filter((address) => !existsSync(join(dist, address.slice(baseUrl.length))));
if (missing.length > 0) throw new Error(`The manifest or the functions name files that the build does not hold:\n${missing.join('\n')}`);

const info = await OfficeAddinManifest.readManifestFile(target);
console.log(`dist/manifest.xml: ${info.displayName ?? ''} ${info.version ?? ''} (${info.id ?? ''}), served from ${baseUrl}`);

/** Every address of the manifest below the base URL, each once. */
function addressesOf(manifest: string): string[] {
  const values = descendants(parseManifest(manifest)).flatMap((element) => [...element.attributes.values()]);
  return [...new Set(values.filter((value) => value.startsWith(`${baseUrl}/`)))];
}

/** The help pages that the functions link to, in both languages. */
async function helpAddresses(): Promise<string[]> {
  const texts = await Promise.all(['functions.json', 'functions.da.json'].map((name) => readFile(join(dist, name), 'utf8')));
  return texts.flatMap((text) => (JSON.parse(text) as { readonly functions: readonly FunctionMetadata[] }).functions.flatMap(({ helpUrl }) => helpUrl ?? []));
}
