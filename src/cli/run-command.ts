import { type Failure } from '../core/failure';
import { type Language } from '../core/money/danish-number';
import { parseArguments } from './arguments';
import { type AgreementCommand, type CommandCall, type ExitCode, type Terminal } from './command';
import { COMMANDS } from './command-table';
import { helpText } from './help-text';
import { failureLine, readAgreement } from './read-agreement';

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

/** The files in order; a file that cannot be read does not stop the ones behind it. */
async function runOnFiles(command: AgreementCommand, call: CommandCall, terminal: Terminal): Promise<ExitCode> {
  let hasRead = false;
  let hasDifferences = false;
  for (const path of call.files) {
    const result = await readAgreement(path, call, terminal);
    if (!result.ok) {
      if (call.form === 'ndjson') terminal.writeOutput(`${JSON.stringify(errorJson(path, result.failure, call.language))}\n`);
      else terminal.writeError(`reserve: ${failureLine(result.failure, call.language)}`);
      continue;
    }
    hasRead = true;
    hasDifferences ||= command.exitCode(result.value) === 1;
    if (call.form === 'text') terminal.writeOutput(`${command.text(result.value, call.language)}\n`);
    else if (call.form === 'json') terminal.writeOutput(`${JSON.stringify(command.json(result.value), null, 2)}\n`);
    else terminal.writeOutput(`${JSON.stringify({ document: result.value.document, ...command.json(result.value) })}\n`);
  }
  if (!hasRead) return 2;
  return hasDifferences ? 1 : 0;
}

function errorJson(path: string, failure: Failure, language: Language): object {
  const name = 'name' in failure ? failure.name : path;
  return { document: { name }, error: { code: failure.code, message: failureLine(failure, language) } };
}
