import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ExitCode, type FileSource, type Terminal } from '../../src/cli/command';
import { runCommand } from '../../src/cli/run-command';
import { answerHere } from '../support/answer-here';

const SAMPLE = join(__dirname, '../../assets/sample/aftale-eksempel.txt');

interface Run {
  readonly exitCode: ExitCode;
  readonly output: string;
  readonly errors: readonly string[];
}

async function run(words: readonly string[], environment: Record<string, string> = {}, files: ReadonlyMap<string, Uint8Array> = new Map()): Promise<Run> {
  const output: string[] = [];
  const errors: string[] = [];
  const source: FileSource = {
    readFile: (path) => Promise.resolve(files.get(path) ?? new Uint8Array(readFileSync(path))),
    readStandardInput: () => Promise.resolve(new TextEncoder().encode('Der afsættes 2,5 mio. kr. i 2026 til formålet.')),
  };
  const terminal: Terminal = {
    ...source,
    startAnswerers: answerHere(source),
    writeOutput: (text) => void output.push(text),
    writeError: (line) => errors.push(line),
    isSameFile: (path, other) => Promise.resolve(resolve(path) === resolve(other)),
    writeFile: () => Promise.reject(new Error('Nothing is written here')),
  };
  const exitCode = await runCommand(words, environment, terminal);
  return { exitCode, output: output.join(''), errors };
}

describe('reserve read', () => {
  it('prints one JSON document and nothing else', async () => {
    const { exitCode, output, errors } = await run(['read', SAMPLE, '--json']);
    expect([exitCode, errors]).toEqual([0, []]);
    const read = JSON.parse(output) as Record<string, unknown>;
    expect(Object.keys(read)).toEqual(expect.arrayContaining(['document', 'agreement', 'initiatives', 'totals', 'pools', 'mentions', 'unread']));
    expect(read['agreement']).toMatchObject({ unit: 'mio. kr.', priceLevel: '2026-pl', years: [2026, 2027, 2028, 2029] });
    expect((read['initiatives'] as unknown[])[1]).toMatchObject({ title: 'Flere værksteder i landdistrikterne', amounts: { '2026': 0, '2027': 6, '2028': 6.4, '2029': 4.1 }, total: 16.5 });
  });

  it('prints a calm summary in either language', async () => {
    expect((await run(['read', SAMPLE])).output).toContain('9 initiativer');
    expect((await run(['read', SAMPLE, '--lang', 'en'])).output).toContain('9 initiatives');
    expect((await run(['read', SAMPLE], { LANG: 'en_GB.UTF-8' })).output).toContain('16.5 million kr');
  });

  it('reads standard input', async () => {
    const { output } = await run(['read', '-', '--json']);
    expect(JSON.parse(output)).toMatchObject({ mentions: [{ value: 2.5, unit: 'mio. kr.', from: 2026, to: 2026, million: 2.5, line: 1 }] });
  });

  it('prints a line for every file, and the error of one that cannot be read', async () => {
    const { exitCode, output } = await run(['read', SAMPLE, '/findes/ikke.txt', SAMPLE, '--ndjson']);
    const lines = output.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(exitCode).toBe(0);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatchObject({ document: { name: 'ikke.txt' }, error: { code: 'file-not-found' } });
    expect(lines[2]).toEqual(lines[0]);
  });
});

describe('reserve check', () => {
  it('finds the three slips of the sample and exits with 1', async () => {
    const { exitCode, output } = await run(['check', SAMPLE, '--json']);
    expect(exitCode).toBe(1);
    const { checks } = JSON.parse(output) as { checks: { rule: string; outcome: string; initiative: string }[] };
    const differing = checks.filter((check) => check.outcome === 'differs').map((check) => `${check.initiative}: ${check.rule}`);
    expect([...new Set(differing)]).toEqual(['Trædestenen (Røde Broer): lead-total-tie-out', 'Kompasset: column-footing', 'Rygstøtten: caption-matches-title']);
  });
});

describe('reserve check with several files', () => {
  /** The sample as a later paper prints it: one figure is another. */
  const LATER = 'senere.txt';
  const later = readFileSync(SAMPLE, 'utf8').replace('I alt 1,5 1,3 1,3 1,3 5,4', 'I alt 1,5 1,3 1,3 1,4 5,5');
  const files = new Map([[LATER, new TextEncoder().encode(later)]]);
  const across = ({ output }: Run): unknown[] =>
    output.trim().split('\n').map((line) => {
      const { document, comparedWith, checks } = JSON.parse(line) as { document: { name: string }; comparedWith: string[]; checks: { rule: string; outcome: string; column: string; printed: number; computed: number }[] };
      const differing = checks.filter(({ rule, outcome }) => rule === 'across-documents' && outcome === 'differs').map(({ column, printed, computed }) => `${column}: ${printed} / ${computed}`);
      return { name: document.name, comparedWith, differing };
    });

  it('compares each with the others', async () => {
    expect(across(await run(['check', SAMPLE, LATER, '--ndjson'], {}, files))).toEqual([
      { name: 'aftale-eksempel.txt', comparedWith: [LATER], differing: ['total: 5.4 / 5.5'] },
      { name: LATER, comparedWith: ['aftale-eksempel.txt'], differing: ['total: 5.5 / 5.4'] },
    ]);
  });

  it('compares no document with itself, and none with a file that cannot be read', async () => {
    const { output } = await run(['check', SAMPLE, SAMPLE, '/findes/ikke.txt', '--ndjson']);
    const [first, second, third] = output.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    const alone = JSON.parse((await run(['check', SAMPLE, '--json'])).output) as Record<string, unknown>;
    expect(first).toEqual({ document: first?.['document'], ...alone });
    expect(second).toEqual(first);
    expect(third).toMatchObject({ error: { code: 'file-not-found' } });
  });

  it('compares none with another when each is to be taken alone', async () => {
    const { output } = await run(['check', SAMPLE, LATER, '--ndjson', '--alone'], {}, files);
    const alone = JSON.parse((await run(['check', SAMPLE, '--json'])).output) as Record<string, unknown>;
    const [first] = output.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toEqual({ document: first?.['document'], ...alone });
  });

  it('compares none with a paper of the same years that is about something else', async () => {
    const other = 'anden.txt';
    const text = 'Initiativ: Nye cykelstier\nMio. kr. (2026-pl) 2026 2027 2028 2029 I alt\nNye cykelstier 1,0 1,0 1,0 1,0 4,0\nI alt 1,0 1,0 1,0 1,0 4,0\n';
    const { output } = await run(['check', SAMPLE, other, LATER, '--ndjson'], {}, new Map([...files, [other, new TextEncoder().encode(text)]]));
    const compared = output.trim().split('\n').map((line) => (JSON.parse(line) as { comparedWith: string[] }).comparedWith);
    expect(compared).toEqual([[LATER], [], ['aftale-eksempel.txt']]);
  });

  it('says what was compared', async () => {
    expect((await run(['check', SAMPLE, LATER, '--lang', 'en'], {}, files)).output).toContain(`Compared with ${LATER}`);
  });

  it('ends with 2 when one of them cannot be read, and answers for the others', async () => {
    const { exitCode, output, errors } = await run(['check', '/findes/ikke.txt', SAMPLE]);
    expect([exitCode, errors]).toEqual([2, ['reserve: »ikke.txt« blev ikke fundet.']]);
    expect(output).toContain('noget afviger');
  });
});

describe('options', () => {
  it('may be joined to their value, and end at --', async () => {
    expect((await run(['read', '--lang=en', '--', SAMPLE])).output).toContain('9 initiatives');
    expect((await run(['read', '--', '--json'])).errors[0]).toContain('»--json« blev ikke fundet');
  });
});

describe('mistakes', () => {
  it.each([
    [['read', '/findes/ikke.txt'], 'reserve: »ikke.txt« blev ikke fundet.'],
    [['read', '/findes/ikke.txt', '--lang', 'en'], 'reserve: “ikke.txt” was not found.'],
    [['read'], 'reserve: der mangler en fil'],
    [['read', ''], 'reserve: der mangler en fil'],
    [['check', 'a', 'b', '--json'], 'reserve: brug --ndjson til flere filer'],
    [['read', 'a', 'b', '--json'], 'reserve: brug --ndjson til flere filer'],
    [['read', 'a', '--frob'], 'reserve: ukendt tilvalg --frob'],
    [['read', 'a', '--jobs', 'mange'], 'reserve: --jobs er et helt tal over 0'],
    [['read', 'a', '--time-limit=0'], 'reserve: --time-limit er et helt tal over 0'],
    [['gæt', 'a'], 'reserve: ukendt kommando gæt'],
  ])('%j: one line and exit code 2', async (words, message) => {
    const { exitCode, output, errors } = await run(words);
    expect([exitCode, output, errors.length]).toEqual([2, '', 1]);
    expect(errors[0]).toContain(message);
  });

  it('explains itself', async () => {
    expect((await run([])).output).toContain('reserve read');
    expect((await run(['--help', '--lang', 'en'])).output).toContain('Exit code');
  });
});

describe('what leaves of a checked document', () => {
  async function write(words: readonly string[], writeFile?: Terminal['writeFile']): Promise<{ readonly exitCode: ExitCode; readonly written: ReadonlyMap<string, Uint8Array>; readonly output: string; readonly errors: readonly string[] }> {
    const written = new Map<string, Uint8Array>();
    const output: string[] = [];
    const errors: string[] = [];
    const source: FileSource = { readFile: (path) => Promise.resolve(new Uint8Array(readFileSync(path))), readStandardInput: () => Promise.resolve(new Uint8Array()) };
    const terminal: Terminal = { ...source, startAnswerers: answerHere(source), writeOutput: (text) => void output.push(text), writeError: (line) => errors.push(line), isSameFile: (path, other) => Promise.resolve(resolve(path) === resolve(other)), writeFile: writeFile ?? ((path, bytes) => Promise.resolve(void written.set(path, bytes))) };
    const exitCode = await runCommand(words, {}, terminal);
    return { exitCode, written, output: output.join(''), errors };
  }

  it('is written by check, and named', async () => {
    const { exitCode, written, output } = await write(['check', SAMPLE, '--marked', 'a.pdf', '--report', 'a.html', '--note', 'a.docx']);
    expect(exitCode).toBe(1);
    expect([...written.keys()]).toEqual(['a.pdf', 'a.html', 'a.docx']);
    expect(output).toContain('Skrevet: a.pdf');
    expect(new TextDecoder('latin1').decode(written.get('a.pdf')?.subarray(0, 5))).toBe('%PDF-');
  });

  it('ends with exit code 2 where it cannot be written, with --ndjson too', async () => {
    const refuse = (): Promise<void> => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' }));
    for (const form of [[], ['--ndjson']]) {
      const { exitCode, errors } = await write(['check', SAMPLE, ...form, '--report', 'a.html'], refuse);
      expect([exitCode, errors]).toEqual([2, ['reserve: a.html kan ikke skrives (ENOSPC)']]);
    }
  });

  it('adds nothing to the JSON', async () => {
    const { output } = await write(['check', SAMPLE, '--json', '--report', 'a.html']);
    expect(() => JSON.parse(output) as unknown).not.toThrow();
  });

  it.each([
    [['read', SAMPLE, '--marked', 'a.pdf'], '--marked hører til check'],
    [['check', SAMPLE, SAMPLE, '--report', 'a.html'], '--report tager én fil ad gangen'],
    [['check', SAMPLE, '--note', 'a.txt'], '--note skriver en fil, der ender på .docx'],
    [['check', SAMPLE, '--marked', '--report', 'a.html'], '--marked mangler en værdi'],
    [['export', SAMPLE, SAMPLE, '--json'], 'export mangler --out MAPPE'],
    [['check', '-a.pdf'], 'ukendt tilvalg -a.pdf; en fil, hvis navn begynder med -, skrives efter --'],
    [['check', 'a.pdf', '--marked', './a.pdf'], '--marked ville overskrive dokumentet selv'],
  ])('is refused in words: %j', async (words, message) => {
    const { exitCode, errors, written } = await write(words);
    expect([exitCode, errors, written.size]).toEqual([2, [`reserve: ${message}`], 0]);
  });
});
