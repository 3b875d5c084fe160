import { type CommandCall, type FileSource, type Terminal } from '../../../src/cli/command';
import { runCatalogue } from '../../../src/cli/answers/catalogue-output';
import { answerHere } from '../../support/answer-here';
import { generateInitiativeSheets, generateOverview } from '../../support/document-generator';

const files = new Map([
  ['a.txt', generateOverview(3).text],
  ['b.txt', generateInitiativeSheets(3).text],
  ['empty.txt', ''],
  ['titles.json', '{"b.txt":"Aftale uden trykt titel"}'],
  ['list.json', '[1]'],
]);

async function run(call: Partial<CommandCall>) {
  const written = new Map<string, string>();
  const errors: string[] = [];
  const output: string[] = [];
  const source: FileSource = {
    readFile: async (path) => new TextEncoder().encode(files.get(path) ?? ''),
    readStandardInput: async () => new Uint8Array(),
  };
  const terminal: Terminal = {
    ...source,
    startAnswerers: answerHere(source),
    isSameFile: () => Promise.resolve(false),
    writeFile: async (path, bytes) => void written.set(path.replaceAll('\\', '/'), new TextDecoder().decode(bytes)),
    writeOutput: (text) => void output.push(text),
    writeError: (line) => void errors.push(line),
  };
  const exitCode = await runCatalogue({ files: [], form: 'text', language: 'en', out: 'folder', password: null, encoding: null, titles: null, isAlone: false, jobs: null, timeLimit: null, outputs: {}, ...call }, terminal);
  return { exitCode, written, errors, output };
}

describe('reserve catalogue', () => {
  it('writes an index and a file for each agreement', async () => {
    const { exitCode, written, output } = await run({ files: ['a.txt', 'b.txt'] });
    expect(exitCode).toBe(0);
    expect(output).toEqual(['2 agreements in folder\n']);
    const index = JSON.parse(written.get('folder/index.json') ?? '') as { agreements: { file: string; initiatives: number }[] };
    expect(index.agreements.map(({ initiatives }) => initiatives)).toEqual([12, 6]);
    for (const { file } of index.agreements) expect(written.has(`folder/${file}`)).toBe(true);
  });

  it('keeps the sentences of the documents out of the files', async () => {
    const { written } = await run({ files: ['a.txt', 'b.txt'] });
    expect([...written.values()].join('')).not.toMatch(/Målgruppen er|Arbejdet tilrettelægges|heri indregnet/);
  });

  it('gives the same bytes for the same documents, and one file for a document given twice', async () => {
    const first = await run({ files: ['a.txt'] });
    const second = await run({ files: ['a.txt', 'a.txt'] });
    expect([...second.written]).toEqual([...first.written]);
  });

  it('writes nothing when a file cannot be read', async () => {
    const { exitCode, written, errors } = await run({ files: ['a.txt', 'empty.txt'] });
    expect(exitCode).toBe(2);
    expect(written.size).toBe(0);
    expect(errors).toHaveLength(1);
  });

  it('takes a title from the given file where the document prints none', async () => {
    const { written } = await run({ files: ['a.txt', 'b.txt'], titles: 'titles.json' });
    const index = JSON.parse(written.get('folder/index.json') ?? '') as { agreements: { title: string }[] };
    expect(index.agreements.map(({ title }) => title)).toEqual([expect.stringContaining('Aftale om udmøntning af puljen'), 'Aftale uden trykt titel']);
  });

  it('refuses a file of titles that is none', async () => {
    const { exitCode, written } = await run({ files: ['b.txt'], titles: 'list.json' });
    expect(exitCode).toBe(2);
    expect(written.size).toBe(0);
  });

  it('asks for the folder', async () => {
    const { exitCode, errors } = await run({ files: ['a.txt'], out: null });
    expect(exitCode).toBe(2);
    expect(errors[0]).toContain('--out');
  });
});
