import { type Failure } from '../core/failure';
import { relatedAgreements } from '../core/reconciliation/related-agreements';
import { type Language } from '../core/money/danish-number';
import { parseArguments } from './arguments';
import { type AgreementCommand, type CommandCall, type ExitCode, type RunningAnswerers, type Terminal } from './command';
import { COMMANDS } from './command-table';
import { helpText } from './help-text';
import { FILES_AHEAD, inOrder } from './in-order';
import { failureLine } from './read-agreement';
import { writeFiles } from './write-files';

/** Runs one command line and answers with its exit code. Errors: each as one line on the terminal's error stream. */
export async function runCommand(words: readonly string[], environment: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const parsed = parseArguments(words, environment);
  if (parsed.kind === 'help') {
    await terminal.writeOutput(`${helpText(parsed.language)}\n`);
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
  for (const [kind, path] of Object.entries(parsed.call.outputs)) {
    if (!(await terminal.isSameFile(path, parsed.call.files[0] ?? ''))) continue;
    terminal.writeError(`reserve: ${{ da: `--${kind} ville overskrive dokumentet selv`, en: `--${kind} would overwrite the document itself` }[parsed.call.language]}`);
    return 2;
  }
  return command.kind === 'file' ? (await command.load())(parsed.call, terminal) : runOnFiles(parsed.command, command, parsed.call, terminal);
}

/**
 * The files in order; a file that cannot be read does not stop the ones behind it.
 * Shape: 2 when none could be read or an output could not be written, and outside `--ndjson`, whose lines say it themselves, when any could not.
 */
async function runOnFiles(name: string, command: AgreementCommand, call: CommandCall, terminal: Terminal): Promise<ExitCode> {
  const counts = { answered: 0, failed: 0, unwritten: 0, differing: 0 };
  const answerers = terminal.startAnswerers(name, call);
  try {
    const others = command.isAcross && !call.isAlone && call.files.length > 1 ? await relatedFiles(call.files, answerers) : null;
    const answers = inOrder(call.files, answerers.atATime * FILES_AHEAD, async (path, index) => ({ path, result: await answerers.answer(path, others?.[index] ?? []) }));
    for await (const { path, result } of answers) {
      if (!result.ok) {
        counts.failed += 1;
        if (call.form === 'ndjson') await terminal.writeOutput(`${JSON.stringify(errorJson(path, result.failure, call.language))}\n`);
        else terminal.writeError(`reserve: ${failureLine(result.failure, call.language)}`);
        continue;
      }
      counts.answered += 1;
      counts.differing += result.value.exitCode;
      await terminal.writeOutput(`${call.form === 'text' && counts.answered > 1 ? '\n' : ''}${result.value.text}`);
      if (Object.keys(call.outputs).length > 0 && !(await writeOutputs(path, call, answerers, terminal))) counts.unwritten += 1;
    }
  } finally {
    await answerers.close();
  }
  if (counts.answered === 0 || counts.unwritten > 0 || (counts.failed > 0 && call.form !== 'ndjson')) return 2;
  return counts.differing > 0 ? 1 : 0;
}

/** Writes what leaves of a checked document, and says so; false where it cannot, which is told. */
async function writeOutputs(path: string, call: CommandCall, answerers: RunningAnswerers, terminal: Terminal): Promise<boolean> {
  const made = await answerers.outputs(path);
  if (!made.ok) {
    terminal.writeError(`reserve: ${failureLine(made.failure, call.language)}`);
    return false;
  }
  if (!(await writeFiles(made.value, call, terminal))) return false;
  if (call.form === 'text') await terminal.writeOutput(`\n${made.value.map((file) => `${{ da: 'Skrevet', en: 'Written' }[call.language]}: ${file.path}`).join('\n')}\n`);
  return true;
}

/** For each file of a call, the files whose agreements it has something to compare with. Only the outlines of all are held at once. */
async function relatedFiles(files: readonly string[], answerers: RunningAnswerers): Promise<readonly (readonly string[])[]> {
  const outlines = [];
  for await (const outline of inOrder(files, answerers.atATime * FILES_AHEAD, (path) => answerers.outline(path))) outlines.push(outline.ok ? outline.value : null);
  return relatedAgreements(outlines).map((related) => related.map((index) => files[index] ?? ''));
}

function errorJson(path: string, failure: Failure, language: Language): object {
  const name = 'name' in failure ? failure.name : path;
  return { document: { name }, error: { code: failure.code, message: failureLine(failure, language) } };
}
