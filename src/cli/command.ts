import { type Agreement } from '../core/budget/agreement';
import { type Language } from '../core/money/danish-number';

/** 0: done. 1: done, and something differs (`check` only). 2: the input could not be read; nothing written. */
export type ExitCode = 0 | 1 | 2;

/** What was typed behind the command's name. */
export interface CommandCall {
  readonly files: readonly string[];
  readonly form: 'text' | 'json' | 'ndjson';
  readonly language: Language;
  readonly out: string | null;
  readonly password: string | null;
  readonly encoding: string | null;
  /** A JSON file of titles by document name, for documents that print none (`catalogue`). */
  readonly titles: string | null;
}

/** Where a command reads and writes: the process's own streams, or a test's. */
export interface Terminal {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStandardInput: () => Promise<Uint8Array>;
  /** Writes a whole file, making its folder where there is none. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly writeOutput: (text: string) => void;
  readonly writeError: (line: string) => void;
}

/** What a command says of one agreement. */
export interface Answer {
  readonly json: () => object;
  readonly text: (language: Language) => string;
  readonly exitCode: 0 | 1;
}

/** A command that answers for each agreement of a call, as JSON or as text. */
export interface AgreementCommand {
  readonly kind: 'agreement';
  /** Whether the answer looks at the other agreements of the call, so that all are read before the first is answered. */
  readonly isAcross: boolean;
  readonly answer: (agreement: Agreement, others: readonly Agreement[]) => Answer;
}

/** A command that takes all files at once and writes a file or folder (`--out`). */
export interface FileCommand {
  readonly kind: 'file';
  readonly run: (call: CommandCall, terminal: Terminal) => Promise<ExitCode>;
}

export type Command = AgreementCommand | FileCommand;
