import { spawn, spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The command as a process: streams, exit codes and folders, which a call of its functions does not show. */

const ROOT = resolve(__dirname, '../..');
const SAMPLE = join(ROOT, 'assets/sample/aftale-eksempel.txt');
const NON_ASCII = 'aftale æøå – 日本.txt';

interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

interface Start {
  readonly input?: string | Uint8Array;
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether the reader of the output goes away after the first piece of it. */
  readonly isClosedEarly?: boolean;
}

function reserve(words: readonly string[], { input = '', folder = ROOT, environment = {}, isClosedEarly = false }: Start = {}): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts/reserve.mjs'), ...words], { cwd: folder, env: { ...process.env, npm_lifecycle_event: 'test', LANG: 'da_DK.UTF-8', LC_ALL: '', ...environment } });
    let output = '';
    let errors = '';
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString();
      if (isClosedEarly) child.stdout.destroy();
    });
    child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.once('close', (exitCode) => done({ exitCode, output, errors }));
  });
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reserve-'));
  copyFileSync(SAMPLE, join(folder, NON_ASCII));
  mkdirSync(join(folder, 'mappe.xlsx'));
  writeFileSync(join(folder, 'tom.txt'), '');
  writeFileSync(join(folder, 'binær.txt'), Uint8Array.from({ length: 4096 }, (_, index) => (index * 167) % 256));
  writeFileSync(join(folder, 'lang linje.txt'), `Der afsættes 2,5 mio. kr. i 2026 ${'og så videre '.repeat(7_000)}`);
  writeFileSync(join(folder, 'uendelig linje.txt'), `Der afsættes 2,5 mio. kr. i 2026 ${'og så videre '.repeat(300_000)}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a failure', () => {
  it.each([
    [['read', 'findes-ikke.txt', '--json'], 'reserve: »findes-ikke.txt« blev ikke fundet.'],
    [['check', 'mappe.xlsx', '--json'], 'reserve: »mappe.xlsx« er en mappe og ikke en fil.'],
    [['check', 'tom.txt', '--json'], 'reserve: »tom.txt« er tom.'],
    [['read', 'binær.txt', '--json'], 'reserve: Reserve kan ikke læse »binær.txt«: filen indeholder ikke tekst. Vælg PDF, Word eller tekst.'],
    [['read', '-', '--json'], 'reserve: »-« er tom.'],
    [['read', 'uendelig linje.txt', '--json'], /^reserve: Linje 1 i »uendelig linje\.txt« har flere tegn i én linje, end der læses: højst 100\.000\. /],
    [['workbook', NON_ASCII, '--out', 'mappe.xlsx'], /^reserve: mappe\.xlsx kan ikke skrives \(E\w+\)$/],
    [['catalogue', NON_ASCII, '--out', 'tom.txt'], /^reserve: tom\.txt\S+ kan ikke skrives \(E\w+\)$/],
  ])('%j: one line on the error stream, nothing on the output, exit code 2', async (words, line) => {
    const { exitCode, output, errors } = await reserve(words, { folder });
    expect({ exitCode, output, errors: errors.trimEnd() }).toEqual({ exitCode: 2, output: '', errors: typeof line === 'string' ? line : expect.stringMatching(line) });
  });
});

it('reads a file whose name is not ASCII, and one with a very long line', async () => {
  const { exitCode, output } = await reserve(['read', NON_ASCII, 'lang linje.txt', '--ndjson'], { folder });
  const [first, second] = output.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
  expect(exitCode).toBe(0);
  expect(first).toMatchObject({ document: { name: NON_ASCII, layout: 'initiative-sheets' } });
  expect(second).toMatchObject({ mentions: [{ value: 2.5, unit: 'mio. kr.', line: 1 }] });
});

it.each([['a link', symlinkSync], ['a second name', linkSync]] as const)('does not write over the document itself, reached through %s', async (_, link) => {
  const inside = mkdtempSync(join(folder, 'led-'));
  const [document, other] = [join(inside, 'aftale.pdf'), join(inside, 'udgave.pdf')];
  writeFileSync(document, 'Der afsættes 2,5 mio. kr. i 2026 til formålet.');
  link(document, other);
  for (const words of [['check', document, '--marked', other], ['check', other, '--marked', document]]) {
    expect(await reserve(words)).toEqual({ exitCode: 2, output: '', errors: 'reserve: --marked ville overskrive dokumentet selv\n' });
  }
  expect(readFileSync(document, 'utf8')).toBe('Der afsættes 2,5 mio. kr. i 2026 til formålet.');
});

it('reads standard input', async () => {
  const { exitCode, output } = await reserve(['read', '-', '--json'], { input: 'Der afsættes 2,5 mio. kr. i 2026 til formålet.\n' });
  expect(exitCode).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ document: { name: '-' }, mentions: [{ value: 2.5 }] });
});

it('answers in the order of the files, however many are read at a time', async () => {
  const words = ['check', NON_ASCII, 'tom.txt', SAMPLE, 'findes-ikke.txt', NON_ASCII, '--ndjson'];
  const [one, four] = await Promise.all(['1', '4'].map((jobs) => reserve([...words, '--jobs', jobs], { folder })));
  expect(four).toEqual(one);
  expect(one?.output.trimEnd().split('\n').map((line) => (JSON.parse(line) as { document: { name: string } }).document.name)).toEqual([NON_ASCII, 'tom.txt', 'aftale-eksempel.txt', 'findes-ikke.txt', NON_ASCII]);
});

it('ends quietly when its reader has had enough', async () => {
  const { errors } = await reserve(['read', ...Array<string>(20).fill(SAMPLE), '--ndjson'], { isClosedEarly: true });
  expect(errors).toBe('');
});

(existsSync('/dev/full') ? it : it.skip)('says in one line that its output cannot be written', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/reserve.mjs'), 'read', SAMPLE, '--lang', 'en'], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
  closeSync(full);
  expect([status, stderr]).toEqual([2, 'reserve: the output cannot be written (ENOSPC)\n']);
});

it('reads a PDF, with nothing but JSON on the output and nothing on the error stream', async () => {
  const { exitCode, output, errors } = await reserve(['read', join(ROOT, 'tests/cases/files/sheets-1.chromium.pdf'), '--json']);
  expect([exitCode, errors]).toEqual([0, '']);
  expect(JSON.parse(output)).toMatchObject({ document: { layout: 'initiative-sheets' } });
});

it('looks for files where npm was started, not in the folder of the package', async () => {
  const { exitCode, output } = await reserve(['check', NON_ASCII, '--ndjson'], { environment: { npm_lifecycle_event: 'reserve', INIT_CWD: folder } });
  expect(exitCode).toBe(1);
  expect(JSON.parse(output)).toMatchObject({ document: { name: NON_ASCII } });
});
