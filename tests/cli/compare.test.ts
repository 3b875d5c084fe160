import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExitCode, type FileSource, type Terminal } from '../../src/cli/command';
import { type CompareOutput } from '../../src/cli/answers/compare-output';
import { runCommand } from '../../src/cli/run-command';
import { answerHere } from '../support/answer-here';

const SAMPLE = readFileSync(join(__dirname, '../../assets/sample/aftale-eksempel.txt'), 'utf8');

/** The sample with a figure of its first table changed, and the total with it. */
const CHANGED = SAMPLE.replace('I alt 1,5 1,3 1,3 1,3 5,4', 'I alt 1,7 1,3 1,3 1,3 5,6');

const FILES: ReadonlyMap<string, string> = new Map([['old.txt', SAMPLE], ['new.txt', CHANGED], ['same.txt', `${SAMPLE}\n`], ['other.txt', 'Der afsættes 2,5 mio. kr. i 2026 til formålet.']]);

async function run(...words: readonly string[]): Promise<{ readonly exitCode: ExitCode; readonly output: string; readonly errors: readonly string[] }> {
  const [output, errors]: [string[], string[]] = [[], []];
  const source: FileSource = {
    readFile: (path) => (FILES.has(path) ? Promise.resolve(new TextEncoder().encode(FILES.get(path))) : Promise.reject(Object.assign(new Error('none'), { code: 'ENOENT', syscall: 'open' }))),
    readStandardInput: () => Promise.reject(new Error('Nothing is read here')),
  };
  const terminal: Terminal = { ...source, startAnswerers: answerHere(source), writeOutput: (text) => void output.push(text), writeError: (line) => errors.push(line), isSameFile: () => Promise.resolve(false), writeFile: () => Promise.reject(new Error('Nothing is written here')) };
  const exitCode = await runCommand(words, { LANG: 'da_DK.UTF-8' }, terminal);
  return { exitCode, output: output.join(''), errors };
}

describe('reserve compare', () => {
  it('says what changed, with both places, and answers 1', async () => {
    const { exitCode, output } = await run('compare', 'old.txt', 'new.txt');
    expect(CHANGED).not.toBe(SAMPLE);
    expect(exitCode).toBe(1);
    expect(output).toContain('old.txt → new.txt');
    expect(output).toMatch(/2026: 1,5 → 1,7 \(\+0,2\) mio\. kr\. {2}\[l\. \d+ → l\. \d+\]/);
    expect((await run('compare', 'old.txt', 'new.txt', '--lang', 'en')).output).toContain('unchanged 8');
  });

  it('prints one object with every row and its pairing', async () => {
    const { output, errors } = await run('compare', 'old.txt', 'new.txt', '--json');
    const { initiatives, summary, cautions } = JSON.parse(output) as CompareOutput;
    expect([errors, cautions, initiatives.length]).toEqual([[], [], 9]);
    expect(initiatives.every(({ pairedBy }) => pairedBy !== null)).toBe(true);
    expect(summary.unchanged).toBe(8);
    expect(initiatives.flatMap(({ figures }) => figures).find(({ changed }) => changed)).toMatchObject({ column: '2026', old: 1.5, new: 1.7, difference: 0.2, reason: null, oldUnit: 'mio. kr.' });
  });

  it('answers 0 where nothing changed', async () => {
    expect((await run('compare', 'old.txt', 'same.txt')).exitCode).toBe(0);
  });

  it('says so where the documents are two agreements, or have nothing to compare', async () => {
    const { output } = await run('compare', 'old.txt', 'other.txt');
    expect(output).toContain('ingen initiativer at sammenligne');
    expect(output).toContain('beløb i løbende tekst er ikke sammenlignet');
  });

  it.each([
    [['compare', 'old.txt'], 'reserve: compare tager to filer: den gamle udgave og den nye'],
    [['compare', 'old.txt', 'new.txt', 'same.txt'], 'reserve: compare tager to filer: den gamle udgave og den nye'],
  ])('%j is told', async (words, message) => {
    expect(await run(...words)).toEqual({ exitCode: 2, output: '', errors: [message] });
  });

  it('names a file that is not there', async () => {
    expect(await run('compare', 'old.txt', 'nowhere.txt')).toMatchObject({ exitCode: 2, output: '', errors: [expect.stringContaining('nowhere.txt')] });
  });
});
