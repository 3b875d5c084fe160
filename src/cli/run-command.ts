import { type Agreement } from '../core/budget/agreement';
import { type Failure, type Result } from '../core/failure';
import { type Language } from '../core/money/danish-number';
import { parseArguments } from './arguments';
import { type AgreementCommand, type CommandCall, type ExitCode, type Terminal } from './command';
import { COMMANDS } from './command-table';
import { helpText } from './help-text';
import { distinctAgreements, failureLine, readAgreement } from './read-agreement';

/** Runs one command line and answers with its exit code. Errors: each as one line on the terminal's error stream. */
export async function runCommand(words: readonly string[], environment: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const parsed = parseArguments(words, environment);
  if (parsed.kind === 'help') {
    terminal.writeOutput(`${helpText(parsed.language)}\n`);
    return 0;
  }
  if (parsed.kind === 'mistake') {
    terminal.writeError(`reserve: ${parsed.message[parsed.language]}`);
    return 2;
  }
  const command = COMMANDS.get(parsed.command);
  if (command === undefined) {
    const known = [...COMMANDS.keys()].join(', ');
    terminal.writeError(`reserve: ${{ da: `ukendt kommando ${parsed.command}; prøv ${known}`, en: `unknown command ${parsed.command}; try ${known}` }[parsed.call.language]}`);
    return 2;
  }
  return command.kind === 'file' ? command.run(parsed.call, terminal) : runOnFiles(command, parsed.call, terminal);
}

/**
 * The files in order; a file that cannot be read does not stop the ones behind it.
 * Shape: 2 when none could be read, and outside `--ndjson`, whose lines say it themselves, when any could not.
 */
async function runOnFiles(command: AgreementCommand, call: CommandCall, terminal: Terminal): Promise<ExitCode> {
  const counts = { answered: 0, failed: 0, differing: 0 };
  for await (const { path, result, others } of readInOrder(command, call, terminal)) {
    if (!result.ok) {
      counts.failed += 1;
      if (call.form === 'ndjson') terminal.writeOutput(`${JSON.stringify(errorJson(path, result.failure, call.language))}\n`);
      else terminal.writeError(`reserve: ${failureLine(result.failure, call.language)}`);
      continue;
    }
    const answer = command.answer(result.value, others);
    counts.answered += 1;
    counts.differing += answer.exitCode;
    if (call.form === 'text') terminal.writeOutput(`${counts.answered > 1 ? '\n' : ''}${answer.text(call.language)}\n`);
    else if (call.form === 'json') terminal.writeOutput(`${JSON.stringify(answer.json(), null, 2)}\n`);
    else terminal.writeOutput(`${JSON.stringify({ document: result.value.document, ...answer.json() })}\n`);
  }
  if (counts.answered === 0 || (counts.failed > 0 && call.form !== 'ndjson')) return 2;
  return counts.differing > 0 ? 1 : 0;
}

interface ReadFile {
  readonly path: string;
  readonly result: Result<Agreement>;
  /** The other agreements of the call, each once; a document is not compared with itself. */
  readonly others: readonly Agreement[];
}

/** Each file as it is read; for a command that looks across files, after all of them were read. */
async function* readInOrder(command: AgreementCommand, call: CommandCall, terminal: Terminal): AsyncGenerator<ReadFile> {
  const read: Omit<ReadFile, 'others'>[] = [];
  for (const path of call.files) {
    const file = { path, result: await readAgreement(path, call, terminal) };
    if (command.isAcross) read.push(file);
    else yield { ...file, others: [] };
  }
  const agreements = distinctAgreements(read.flatMap(({ result }) => (result.ok ? [result.value] : [])));
  for (const { path, result } of read) {
    const sha256 = result.ok ? result.value.document.sha256 : null;
    yield { path, result, others: agreements.filter(({ document }) => document.sha256 !== sha256) };
  }
}

function errorJson(path: string, failure: Failure, language: Language): object {
  const name = 'name' in failure ? failure.name : path;
  return { document: { name }, error: { code: failure.code, message: failureLine(failure, language) } };
}
