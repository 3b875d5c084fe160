import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ExitCode, type FileSource, type Terminal } from '../../../src/cli/command';
import { runCommand } from '../../../src/cli/run-command';
import { answerHere } from '../../support/answer-here';

/** What a run of the command line printed. */
export interface Run {
  readonly exitCode: ExitCode;
  readonly output: string;
  readonly errors: readonly string[];
}

/** Runs a command line on real files; `texts` are read in place of files. */
export async function runReserve(words: readonly string[], texts: Readonly<Record<string, string>> = {}): Promise<Run> {
  const output: string[] = [];
  const errors: string[] = [];
  const source: FileSource = {
    readFile: async (path) => (texts[path] === undefined ? new Uint8Array(readFileSync(path)) : new TextEncoder().encode(texts[path])),
    readStandardInput: () => Promise.resolve(new Uint8Array()),
  };
  const terminal: Terminal = {
    ...source,
    startAnswerers: answerHere(source),
    writeOutput: (text) => void output.push(text),
    writeError: (line) => errors.push(line),
    isSameFile: () => Promise.resolve(false),
    writeFile: async (path, bytes) => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    },
  };
  return { exitCode: await runCommand(words, {}, terminal), output: output.join(''), errors };
}
