// @ts-check
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

/** How many builds of one name are kept: this one, and those of the sources as they were, which a program may still be running. */
const KEPT = 3;

/** A build that was begun so long ago and has not been put in its place was broken off. Units: milliseconds. */
const ABANDONED_MS = 3_600_000;

/** The list of a build's own files, which is written last. */
const LIST = 'built.json';

/**
 * What to build and what it is made of.
 * @typedef {object} KeptBuild
 * @property {string} root the project's folder
 * @property {string} name the build's own name
 * @property {readonly string[]} sources files and folders that it is made of, below the root
 * @property {(folder: string) => Promise<void>} build writes it into an empty folder
 * @property {(line: string) => void} warn tells a person in one line what is in the way
 */

/**
 * The folder of a build, made where there is none of these very sources, this lock file and this Node: what is stale, half written or
 * missing is built anew, and a folder that cannot be written costs a build at every call and no more.
 * Errors: what `build` throws.
 * @param {KeptBuild} wanted
 * @returns {Promise<string>}
 */
export async function keptBuild({ root, name, sources, build, warn }) {
  const shelf = join(root, '.cache', 'built', name);
  const folder = join(shelf, contentKey(root, sources));
  if (isWhole(folder)) return folder;
  const making = newFolder(shelf, warn);
  try {
    await build(making);
    writeFileSync(join(making, LIST), JSON.stringify(sizesOf(making)));
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
  if (!making.startsWith(shelf)) return making;
  const placed = putInPlace(making, folder);
  clearOld(shelf, placed);
  return placed;
}

/**
 * A key that changes with any byte of the sources, with the packages and with Node.
 * @param {string} root
 * @param {readonly string[]} sources
 */
export function contentKey(root, sources) {
  const hash = createHash('sha256').update(process.version);
  for (const file of ['package.json', 'package-lock.json', ...sources].flatMap((source) => filesOf(join(root, source)))) {
    const bytes = readFileSync(file);
    hash.update(`\n${relative(root, file).split(sep).join('/')} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 20);
}

/**
 * A file, or all files of a folder, in an order that is the same everywhere.
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  return entries.flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]));
}

/**
 * Whether a folder holds every file of its list, in its length.
 * @param {string} folder
 */
function isWhole(folder) {
  try {
    const sizes = Object.entries(JSON.parse(readFileSync(join(folder, LIST), 'utf8')));
    return sizes.length > 0 && sizes.every(([name, size]) => statSync(join(folder, name)).size === size);
  } catch {
    return false;
  }
}

/**
 * @param {string} folder
 * @returns {Record<string, number>}
 */
function sizesOf(folder) {
  return Object.fromEntries(filesOf(folder).map((file) => [relative(folder, file), statSync(file).size]));
}

/**
 * An empty folder on the shelf; where nothing can be written there, one of the system's that is gone when the program ends.
 * @param {string} shelf
 * @param {(line: string) => void} warn
 */
function newFolder(shelf, warn) {
  try {
    mkdirSync(shelf, { recursive: true });
    return mkdtempSync(join(shelf, 'making-'));
  } catch (error) {
    warn(`${shelf} cannot be written (${codeOf(error)}), so that this is built anew every time`);
    return passing(mkdtempSync(join(tmpdir(), 'reserve-')));
  }
}

/**
 * Gives a finished build its name, unless another program was faster.
 * @param {string} making
 * @param {string} folder
 */
function putInPlace(making, folder) {
  for (const isLastTry of [false, true]) {
    try {
      renameSync(making, folder);
      return folder;
    } catch {
      if (isWhole(folder)) {
        rmSync(making, { recursive: true, force: true });
        return folder;
      }
      if (!isLastTry) removeQuietly(folder);
    }
  }
  return passing(making);
}

/**
 * @param {string} shelf
 * @param {string} placed
 */
function clearOld(shelf, placed) {
  const entries = readdirSync(shelf).map((name) => join(shelf, name)).flatMap((path) => timeOf(path) ?? []);
  entries.sort((one, other) => other.time - one.time);
  const isMaking = (/** @type {string} */ path) => path.startsWith(join(shelf, 'making-'));
  const old = entries.filter(({ path }) => !isMaking(path) && path !== placed).slice(KEPT - 1);
  const abandoned = entries.filter(({ path, time }) => isMaking(path) && Date.now() - time > ABANDONED_MS);
  for (const { path } of [...old, ...abandoned]) removeQuietly(path);
}

/** @param {string} path */
function timeOf(path) {
  try {
    return { path, time: statSync(path).mtimeMs };
  } catch {
    return null;
  }
}

/** @param {string} path */
function removeQuietly(path) {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // What cannot be removed is in nobody's way: the name of a build is its content.
  }
}

/**
 * A folder that goes when the program ends.
 * @param {string} folder
 */
function passing(folder) {
  process.once('exit', () => removeQuietly(folder));
  return folder;
}

/** @param {unknown} error */
function codeOf(error) {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
