import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { COMMAND_ENTRY, COMMAND_SOURCES } from '../../scripts/command-sources.mjs';
import { contentKey, keptBuild } from '../../scripts/kept-build.mjs';
import { listFiles, readImports } from '../support/source-files';

let root: string;
let builds: number;
let warnings: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reserve-kept-'));
  mkdirSync(join(root, 'src/inner'), { recursive: true });
  for (const name of ['package.json', 'package-lock.json', 'src/inner/a.ts']) writeFileSync(join(root, name), '{}');
  builds = 0;
  warnings = [];
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function build(): Promise<string> {
  return keptBuild({
    root,
    name: 'thing',
    sources: ['src'],
    build: async (folder) => {
      builds += 1;
      await Promise.resolve();
      mkdirSync(join(folder, 'chunks'));
      writeFileSync(join(folder, 'entry.mjs'), 'entry');
      writeFileSync(join(folder, 'chunks/more.mjs'), 'more');
    },
    warn: (line) => warnings.push(line),
  });
}

it('builds once for the same content', async () => {
  const folder = await build();
  expect(await build()).toBe(folder);
  expect([builds, readFileSync(join(folder, 'chunks/more.mjs'), 'utf8'), warnings]).toEqual([1, 'more', []]);
});

it.each(['src/inner/a.ts', 'src/b.ts', 'package-lock.json'])('builds anew when %s is another', async (name) => {
  const before = await build();
  writeFileSync(join(root, name), '[]');
  expect(await build()).not.toBe(before);
  expect(builds).toBe(2);
});

it.each([
  ['a missing file', (folder: string) => rmSync(join(folder, 'chunks'), { recursive: true })],
  ['a file cut short', (folder: string) => truncateSync(join(folder, 'entry.mjs'), 2)],
  ['no list of what it holds', (folder: string) => rmSync(join(folder, 'built.json'))],
  ['an empty list', (folder: string) => writeFileSync(join(folder, 'built.json'), '{}')],
  ['half a list', (folder: string) => truncateSync(join(folder, 'built.json'), 5)],
])('takes a folder with %s for no build', async (_name, damage) => {
  const folder = await build();
  damage(folder);
  expect(await build()).toBe(folder);
  expect(readFileSync(join(folder, 'entry.mjs'), 'utf8')).toBe('entry');
  expect([builds, warnings]).toEqual([2, []]);
});

it('two at once end with one whole folder', async () => {
  const folders = await Promise.all([build(), build()]);
  expect(new Set(folders).size).toBe(1);
  expect(readdirSync(join(root, '.cache/built/thing'))).toHaveLength(1);
});

it('keeps the last few builds and no more', async () => {
  for (const text of ['1', '2', '3', '4', '5']) {
    writeFileSync(join(root, 'src/b.ts'), text);
    expect(existsSync(await build())).toBe(true);
  }
  expect(readdirSync(join(root, '.cache/built/thing'))).toHaveLength(3);
});

it('builds in a passing folder and says so in one line where its own cannot be made', async () => {
  writeFileSync(join(root, '.cache'), 'a file stands here');
  const folder = await build();
  expect(readFileSync(join(folder, 'entry.mjs'), 'utf8')).toBe('entry');
  expect(warnings).toEqual([expect.stringMatching(/^\S+ cannot be written \(E\w+\), so that this is built anew every time$/)]);
  rmSync(folder, { recursive: true });
});

it('leaves nothing behind when a build fails', async () => {
  await expect(keptBuild({ root, name: 'thing', sources: ['src'], build: () => Promise.reject(new Error('no')), warn: () => undefined })).rejects.toThrow('no');
  expect(readdirSync(join(root, '.cache/built/thing'))).toEqual([]);
});

it('has one key for the same content wherever it stands', () => {
  const elsewhere = `${root}-copy`;
  cpSync(root, elsewhere, { recursive: true });
  expect(contentKey(elsewhere, ['src'])).toBe(contentKey(root, ['src']));
  rmSync(elsewhere, { recursive: true });
});

it('of the command line is made anew when any file of it changes', () => {
  const project = resolve(__dirname, '../..');
  const files = new Set(listFiles(project, 'src'));
  const used = new Set([COMMAND_ENTRY]);
  for (const file of used) {
    for (const { target } of readImports(project, file)) for (const found of [`${target}.ts`, `${target}/index.ts`, `${target}`]) if (files.has(found)) used.add(found);
  }
  expect(used.size).toBeGreaterThan(300);
  expect([...used].filter((file) => !COMMAND_SOURCES.some((source) => file.startsWith(`${source}/`)))).toEqual([]);
});
