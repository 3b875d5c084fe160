import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveFolder } from '../../../src/cli/export/archive-folder';
import { type ArchivedDocument, type ArchiveTable, columnsOf, TABLE_NAMES } from '../../../src/cli/export/archive-schema';
import { readParquet } from '../../../src/cli/export/parquet-file';
import { temporaryFolder } from '../../support/temporary-folder';
import { runReserve } from './archive';

const TEXTS = {
  'a.txt': 'Aftale om havne\n\nMio. kr., 2026-pl   2026   2027   I alt\nHavne               1,0    2,0    3,0\nFyrtårne            2,5    3,0    5,5\nI alt               3,5    5,0    8,5\n',
  'b.txt': 'Aftale om broer\n\nMio. kr., 2026-pl   2026   2027   I alt\nBroer               1,0    2,0    3,0\nFærger              2,5    -      2,5\nI alt               4,0    2,0    5,5\n',
};

const folder = temporaryFolder('export');

function archivePath(name: string): string {
  return join(folder, name);
}

/** All rows of a table of an archive. */
async function rowsOf(archive: string, table: ArchiveTable): Promise<Readonly<Record<string, unknown>>[]> {
  const files = existsSync(join(archive, table)) ? readdirSync(join(archive, table)) : [];
  return (await Promise.all(files.map((file) => readParquet(table, new Uint8Array(readFileSync(join(archive, table, file))))))).flat();
}

/** The name and length of every file of an archive, that nothing changed can be seen. */
function filesOf(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [`${join(entry.parentPath, entry.name)} ${statSync(join(entry.parentPath, entry.name)).mtimeMs}`] : []));
}

function documentOf(sha256: string, version: string, title: string): [sha256: string, text: string] {
  const rows = Object.fromEntries(TABLE_NAMES.map((table) => [table, table === 'documents' ? [{ version, title }] : []])) as unknown as ArchivedDocument['rows'];
  return [sha256, JSON.stringify({ sha256, version, rows } satisfies ArchivedDocument)];
}

describe('reserve export', () => {
  const archive = archivePath('archive');

  it('writes every table, typed, with the document in each row', async () => {
    const { exitCode, output, errors } = await runReserve(['export', 'a.txt', 'b.txt', '--out', archive], TEXTS);
    expect([exitCode, errors]).toEqual([0, []]);
    expect(output).toBe(`2 dokumenter skrevet til ${archive}\n`);
    const documents = await rowsOf(archive, 'documents');
    expect(documents.map(({ title, verdict }) => [title, verdict]).sort()).toEqual([['Aftale om broer', 'differs'], ['Aftale om havne', 'agrees']]);
    for (const table of TABLE_NAMES) for (const row of await rowsOf(archive, table)) expect(Object.keys(row)).toEqual(columnsOf(table).map(([name]) => name));
    const dash = (await rowsOf(archive, 'amounts')).find(({ label, year }) => label === 'Færger' && year === 2027);
    expect(dash).toMatchObject({ source: 'initiative', value: 0, kroner: 0, unit: 'mio. kr.', printed: '-', price_level: '2026-pl', line: 5 });
    expect((await rowsOf(archive, 'causes')).map(({ printed, corrected }) => [printed, corrected])).toContainEqual([4, 3.5]);
  });

  it('leaves a document that is there as it is', async () => {
    const before = filesOf(archive);
    const { exitCode, output } = await runReserve(['export', 'a.txt', 'b.txt', 'a.txt', '--out', archive], TEXTS);
    expect([exitCode, output]).toEqual([0, `0 dokumenter skrevet til ${archive}; 3 stod der i forvejen\n`]);
    expect(filesOf(archive)).toEqual(before);
  });

  it('goes on behind a file that cannot be read, and says which', async () => {
    const { exitCode, errors, output } = await runReserve(['export', 'nothing.txt', 'a.txt', '--out', archivePath('partly'), '--lang', 'en'], TEXTS);
    expect([exitCode, errors]).toEqual([2, ['reserve: “nothing.txt” was not found.']]);
    expect(output).toContain('1 document written to');
  });

  it('refuses a folder that holds other things, and leaves it as it is', async () => {
    const other = archivePath('other');
    mkdirSync(other);
    writeFileSync(join(other, 'letter.txt'), 'mine');
    const { exitCode, errors } = await runReserve(['export', 'a.txt', '--out', other], TEXTS);
    expect([exitCode, readdirSync(other)]).toEqual([2, ['letter.txt']]);
    expect(errors[0]).toContain('er ikke et arkiv fra Reserve');
  });

  it('refuses an archive of another version', async () => {
    const newer = archivePath('newer');
    mkdirSync(newer);
    writeFileSync(join(newer, 'reserve-archive.json'), '{"format":"reserve-archive","version":9}');
    expect((await runReserve(['export', 'a.txt', '--out', newer], TEXTS)).errors[0]).toContain('en anden version');
  });

  it('says which file of the archive is damaged, and touches nothing', async () => {
    const damaged = archivePath('damaged');
    await runReserve(['export', 'a.txt', '--out', damaged], TEXTS);
    const [file = ''] = readdirSync(join(damaged, 'documents'));
    writeFileSync(join(damaged, 'documents', file), 'half');
    const { exitCode, errors } = await runReserve(['export', 'a.txt', '--out', damaged], TEXTS);
    expect(exitCode).toBe(2);
    expect(errors[0]).toContain(`${file} er beskadiget`);
  });

  it('needs a folder', async () => {
    expect(await runReserve(['export', 'a.txt'], TEXTS)).toMatchObject({ exitCode: 2, errors: ['reserve: export mangler --out MAPPE'] });
  });
});

describe('ArchiveFolder', () => {
  const sha256 = 'ab'.repeat(32);

  it('replaces a document that another version read', async () => {
    const archive = await ArchiveFolder.open(archivePath('versions'), 'test');
    await archive.add(...documentOf(sha256, '1', 'before'));
    await archive.settle();
    expect([await archive.has(sha256, '1'), await archive.has(sha256, '2')]).toEqual([true, false]);
    await archive.add(...documentOf(sha256, '2', 'after'));
    await archive.settle();
    expect((await rowsOf(archivePath('versions'), 'documents')).map(({ title, version }) => [title, version])).toEqual([['after', '2']]);
  });

  it('goes on where a run was stopped before its shards were written', async () => {
    const path = archivePath('stopped');
    await (await ArchiveFolder.open(path, 'test')).add(...documentOf(sha256, '1', 'waiting'));
    const next = await ArchiveFolder.open(path, 'test');
    expect(await next.has(sha256, '1')).toBe(true);
    await next.settle();
    expect(await rowsOf(path, 'documents')).toHaveLength(1);
    expect(readdirSync(join(path, '.waiting', 'ab'))).toEqual([]);
  });

  it('reads a document again that was half written when a run was stopped', async () => {
    const path = archivePath('half');
    const archive = await ArchiveFolder.open(path, 'test');
    await archive.add(...documentOf(sha256, '1', 'whole'));
    writeFileSync(join(path, '.waiting', 'ab', `${sha256}.json`), '{"sha256":');
    expect(await archive.has(sha256, '1')).toBe(false);
    await archive.settle();
    expect(await rowsOf(path, 'documents')).toEqual([]);
  });

  it('is filled by two runs at once without a document lost or doubled', async () => {
    const path = archivePath('two');
    await ArchiveFolder.open(path, 'test');
    const runs = await Promise.all(['one', 'two'].map(() => ArchiveFolder.open(path, 'test')));
    await Promise.all(runs.map(async (run, index) => {
      for (let number = 0; number < 8; number += 1) await run.add(...documentOf(`ab${String(number + index * 4).padStart(62, '0')}`, '1', String(number)));
      await run.settle();
    }));
    expect(new Set((await rowsOf(path, 'documents')).map(({ document }) => document)).size).toBe(12);
    expect(await rowsOf(path, 'documents')).toHaveLength(12);
  });

  it('takes away what a run that was stopped did not finish writing', async () => {
    const path = archivePath('parts');
    const archive = await ArchiveFolder.open(path, 'test');
    await archive.add(...documentOf(sha256, '1', 'title'));
    mkdirSync(join(path, 'amounts'), { recursive: true });
    writeFileSync(join(path, 'amounts', 'ab.parquet.2147483646.part'), 'PAR1');
    writeFileSync(join(path, 'amounts', 'cd.parquet.2147483646.part'), 'PAR1');
    await archive.settle();
    expect(readdirSync(join(path, 'amounts')).sort()).toEqual(['ab.parquet', 'cd.parquet.2147483646.part']);
  });

  it('takes over the shard of a run that is no longer there', async () => {
    const path = archivePath('abandoned');
    const archive = await ArchiveFolder.open(path, 'test');
    await archive.add(...documentOf(sha256, '1', 'title'));
    writeFileSync(join(path, '.waiting', 'ab.lock'), '2147483646');
    await archive.settle();
    expect(await rowsOf(path, 'documents')).toHaveLength(1);
    rmSync(path, { recursive: true });
  });
});
