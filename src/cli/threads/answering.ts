import { type Agreement } from '../../core/budget/agreement';
import { succeed, type Result } from '../../core/failure';
import { outlineOf } from '../../core/reconciliation/related-agreements';
import { type Answerer, type AnswerCommand, type CommandCall, type FileAnswer, type FileSource } from '../command';
import { COMMANDS } from '../command-table';
import { distinctAgreements, readFile, type ReadFile } from '../read-agreement';

/** How many agreements are kept for the next question: those of a small call, and what papers of one agreement ask for again and again. */
const KEPT = 24;

/** An answerer in this thread. Shape: `onProgress` is called while a file is read, so that it can be told from one that hangs. */
export function createAnswerer(commandName: string, call: CommandCall, source: FileSource, onProgress: () => void = () => undefined): Answerer {
  const kept = new Map<string, Result<Agreement>>();
  const opened = new Map<string, ReadFile>();
  const read = async (path: string): Promise<Result<Agreement>> => {
    const file = await readFile(path, call, source, onProgress);
    if (file.ok && Object.keys(call.outputs).length > 0) opened.set(path, file.value);
    return file.ok ? succeed(file.value.agreement) : file;
  };
  const agreement = async (path: string): Promise<Result<Agreement>> => {
    const found = kept.get(path) ?? (await read(path));
    kept.delete(path);
    kept.set(path, found);
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return found;
  };
  return {
    agreement,
    async outline(path) {
      const asked = await agreement(path);
      return asked.ok ? succeed(outlineOf(asked.value)) : asked;
    },
    async outputs(path) {
      const asked = await agreement(path);
      if (!asked.ok) return asked;
      const file = opened.get(path);
      if (file === undefined) throw new Error(`${path} was not kept open`);
      return (await import('../answers/checked-outputs')).makeOutputs(file, call);
    },
    async answer(path, others) {
      const command = COMMANDS.get(commandName);
      const load = command?.kind === 'agreement' ? command.load : command?.loadAnswer;
      if (load === undefined) throw new Error(`${commandName} does not answer for one file`);
      const asked = await agreement(path);
      if (!asked.ok) return asked;
      const compared = await Promise.all(others.map(agreement));
      return succeed(answerText(await load(), call, asked.value, distinctAgreements(compared.flatMap((one) => (one.ok ? [one.value] : [])))));
    },
  };
}

function answerText(answer: AnswerCommand, { form, language }: CommandCall, agreement: Agreement, others: readonly Agreement[]): FileAnswer {
  const { text, json, exitCode } = answer(agreement, others.filter(({ document }) => document.sha256 !== agreement.document.sha256));
  switch (form) {
    case 'text':
      return { text: `${text(language)}\n`, exitCode };
    case 'json':
      return { text: `${JSON.stringify(json(), null, 2)}\n`, exitCode };
    case 'ndjson':
      return { text: `${JSON.stringify({ document: agreement.document, ...json() })}\n`, exitCode };
  }
}
