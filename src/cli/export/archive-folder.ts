import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../write-whole';
import { type ArchivedDocument, type ArchiveRow, type ArchiveTable, DOCUMENT_COLUMN, TABLE_NAMES } from './archive-schema';
import { readParquet, writeParquet } from './parquet-file';

/** What makes a folder an archive of ours, and the version of its tables. */
const MARKER = 'reserve-archive.json';
const FORMAT = { format: 'reserve-archive', version: 1 } as const;

/** Where documents wait until they are in the tables, and where a run says that it is at work on a shard. */
const WAITING = '.waiting';

/** How often a run looks whether another one is done with a shard, and how long at most. Units: milliseconds. */
const LOOK_MS = 50;
const PATIENCE_MS = 120_000;

/** Why a folder cannot be written to. */
export class ArchiveRefusal extends Error {
  constructor(readonly reason: 'not-ours' | 'newer' | 'damaged' | 'busy', readonly path: string) {
    super(`${path}: ${reason}`);
  }
}

/**
 * A folder of Parquet files, `<table>/<shard>.parquet`, in which a document stands once, whichever run brought it.
 * A shard holds the documents whose hash begins with its two digits. A document waits in a file of its own until its shard is written anew; so a run that
 * is stopped loses nothing, and the next one goes on. Errors: the system's own; `ArchiveRefusal` for a folder that is not ours.
 */
export class ArchiveFolder {
  private readonly versions = new Map<string, Promise<ReadonlyMap<string, string>>>();
  /** The folders that this run made or found. */
  private readonly made = new Map<string, Promise<unknown>>();

  private constructor(
    private readonly folder: string,
    private readonly program: string,
  ) {}

  /** Opens an archive, or makes one where there is nothing yet. */
  static async open(folder: string, program: string): Promise<ArchiveFolder> {
    await mkdir(folder, { recursive: true });
    const names = (await readdir(folder)).filter((name) => !name.endsWith('.part'));
    if (names.length === 0) await writeWhole(join(folder, MARKER), `${JSON.stringify(FORMAT)}\n`);
    else await checkMarker(folder);
    return new ArchiveFolder(folder, program);
  }

  /** Whether the archive has a document already, as this version of the program reads it, or has it waiting. */
  async has(sha256: string, version: string): Promise<boolean> {
    const shard = shardOf(sha256);
    const written = this.versions.get(shard) ?? this.readVersions(shard);
    this.versions.set(shard, written);
    if ((await written).get(sha256) === version) return true;
    const waiting = await readWaiting(this.waitingPath(sha256));
    return waiting !== null && waiting.version === version;
  }

  /** Takes a document in, to wait for its shard. Shape: `text` is the document as JSON. */
  async add(sha256: string, text: string): Promise<void> {
    await this.make(join(this.folder, WAITING, shardOf(sha256)));
    await writeWhole(this.waitingPath(sha256), text);
  }

  /** Writes every shard that documents wait for, those of runs that were stopped among them. */
  async settle(): Promise<void> {
    for (const shard of await namesIn(join(this.folder, WAITING))) if (/^[0-9a-f]{2}$/.test(shard)) await this.settleShard(shard);
  }

  private async settleShard(shard: string): Promise<void> {
    const release = await takeLock(join(this.folder, WAITING, `${shard}.lock`), shard);
    try {
      const folder = join(this.folder, WAITING, shard);
      const names = (await namesIn(folder)).filter((name) => name.endsWith('.json'));
      await this.sweep(shard);
      const documents = (await Promise.all(names.map((name) => readWaiting(join(folder, name))))).flatMap((document) => document ?? []);
      if (documents.length > 0) await this.writeShard(shard, documents);
      await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
    } finally {
      await release();
    }
  }

  /** Takes away what a run that was stopped wrote of a shard and did not finish. */
  private async sweep(shard: string): Promise<void> {
    for (const table of TABLE_NAMES) {
      const parts = (await namesIn(join(this.folder, table))).filter((name) => name.startsWith(`${shard}.parquet.`) && name.endsWith('.part'));
      await Promise.all(parts.map((name) => rm(join(this.folder, table, name), { force: true })));
    }
  }

  /** The tables of a shard anew, the documents last: a document that stands there has all of its rows. */
  private async writeShard(shard: string, documents: readonly ArchivedDocument[]): Promise<void> {
    const isReplaced = new Set(documents.map(({ sha256 }) => sha256));
    const order = [...TABLE_NAMES.filter((table) => table !== 'documents'), 'documents' as const];
    for (const table of order) {
      const path = this.tablePath(table, shard);
      const kept = (await this.readTable(table, shard)).filter((row) => !isReplaced.has(String(row[DOCUMENT_COLUMN])));
      const added = documents.flatMap(({ sha256, rows }) => rows[table].map((row): ArchiveRow => ({ [DOCUMENT_COLUMN]: sha256, ...row })));
      await this.make(join(this.folder, table));
      await writeWhole(path, writeParquet(table, [...kept, ...added], this.program));
    }
    this.versions.delete(shard);
  }

  private async readTable(table: ArchiveTable, shard: string): Promise<ArchiveRow[]> {
    const path = this.tablePath(table, shard);
    const bytes = await readFile(path).catch(absent);
    if (bytes === null) return [];
    return readParquet(table, bytes).catch(() => {
      throw new ArchiveRefusal('damaged', path);
    });
  }

  private async readVersions(shard: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.readTable('documents', shard);
    return new Map(rows.map((row) => [String(row[DOCUMENT_COLUMN]), String(row['version'])]));
  }

  private make(folder: string): Promise<unknown> {
    const making = this.made.get(folder) ?? mkdir(folder, { recursive: true });
    this.made.set(folder, making);
    return making;
  }

  private waitingPath(sha256: string): string {
    return join(this.folder, WAITING, shardOf(sha256), `${sha256}.json`);
  }

  private tablePath(table: ArchiveTable, shard: string): string {
    return join(this.folder, table, `${shard}.parquet`);
  }
}

/** The shard of a document: the first two digits of its hash. */
function shardOf(sha256: string): string {
  return sha256.slice(0, 2);
}

async function checkMarker(folder: string): Promise<void> {
  const text = await readFile(join(folder, MARKER), 'utf8').catch(absent);
  const marker = text === null ? null : parse(text);
  if (marker === null || typeof marker !== 'object' || !('format' in marker) || marker.format !== FORMAT.format) throw new ArchiveRefusal('not-ours', folder);
  if (!('version' in marker) || marker.version !== FORMAT.version) throw new ArchiveRefusal('newer', folder);
}

/** A document that waits; null where it is gone or was not written to its end. */
async function readWaiting(path: string): Promise<ArchivedDocument | null> {
  const text = await readFile(path, 'utf8').catch(absent);
  return text === null ? null : (parse(text) as ArchivedDocument | null);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(absent)) ?? [];
}

/** Waits until no other run is at work on a shard, and says that this one is. A run that is no longer there holds nothing up. */
async function takeLock(path: string, shard: string): Promise<() => Promise<void>> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const file = await open(path, 'wx').catch(existing);
    if (file !== null) {
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    }
    if (await isAbandoned(path)) await rm(path, { force: true });
    else if (Date.now() > end) throw new ArchiveRefusal('busy', shard);
    else await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Whether the run that holds a lock has ended without giving it back, or has held it for longer than any shard takes. */
async function isAbandoned(path: string): Promise<boolean> {
  const [text, found] = await Promise.all([readFile(path, 'utf8').catch(absent), stat(path).catch(absent)]);
  if (text === null || found === null) return false;
  if (Date.now() - found.mtimeMs > PATIENCE_MS) return true;
  const pid = Number(text);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function absent(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}

function existing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
  throw error;
}
