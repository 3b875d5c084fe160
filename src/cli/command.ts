import { type Agreement } from '../core/budget/agreement';
import { type Result } from '../core/failure';
import { type Language } from '../core/money/danish-number';
import { type AgreementOutline } from '../core/reconciliation/related-agreements';
import { type OutputKind } from '../outputs/output-kind';

/** 0: done. 1: done, and something differs (`check`) or changed (`compare`). 2: the input could not be read; nothing written. */
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
  /** Whether each file is checked as if it were the only one. */
  readonly isAlone: boolean;
  /** How many files are worked on at a time; null for as many as the machine has processors. */
  readonly jobs: number | null;
  /** How long one file may take; null for as long as in the pane. Units: seconds. */
  readonly timeLimit: number | null;
  /** The files to write of a checked document besides (`check`), by kind. */
  readonly outputs: Readonly<Partial<Record<OutputKind, string>>>;
}

/** What is said of one file, as it is printed, and whether something differs. */
export interface FileAnswer {
  readonly text: string;
  readonly exitCode: 0 | 1;
}

/** Answers for the files of one call, one at a time. Errors: what keeps a file from being read, as a failure. */
export interface Answerer {
  /** What tells whether the agreement in a file has something to do with another one. */
  outline(path: string): Promise<Result<AgreementOutline>>;
  /** What the command says of a file, compared with the agreements in some others. */
  answer(path: string, others: readonly string[]): Promise<Result<FileAnswer>>;
  agreement(path: string): Promise<Result<Agreement>>;
  /** The bytes of the outputs that the call asks for, in the order in which it names them. */
  outputs(path: string): Promise<Result<readonly MadeFile[]>>;
}

/** A file that a command makes. */
export interface MadeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where a command reads from: the file system and the process's own input, or a test's. */
export interface FileSource {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStandardInput: () => Promise<Uint8Array>;
}

/** Where a command reads and writes: the process's own streams, or a test's. */
export interface Terminal extends FileSource {
  /** Writes a whole file, making its folder where there is none. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Whether two paths lead to one file, through links too; false where one of them leads nowhere. */
  readonly isSameFile: (path: string, other: string) => Promise<boolean>;
  /** Writes to the output; a promise of it, where it tells when it can take more. */
  readonly writeOutput: (text: string) => void | Promise<void>;
  readonly writeError: (line: string) => void;
  /** Starts what reads and answers for the files of a call, some at a time. */
  readonly startAnswerers: (command: string, call: CommandCall) => RunningAnswerers;
}

/** Answerers that run until they are closed. Shape: `atATime` is how many questions they work on at once. */
export interface RunningAnswerers extends Answerer {
  readonly atATime: number;
  close(): Promise<void>;
}

/** What a command says of one agreement. */
export interface Answer {
  readonly json: () => object;
  readonly text: (language: Language) => string;
  readonly exitCode: 0 | 1;
}

/** What a command says of an agreement and of those that are related to it. */
export type AnswerCommand = (agreement: Agreement, others: readonly Agreement[]) => Answer;

/** A command that answers for each agreement of a call, as JSON or as text. */
export interface AgreementCommand {
  readonly kind: 'agreement';
  /** Whether the answer looks at related agreements of the call, so that all are read before the first is answered. */
  readonly isAcross: boolean;
  readonly load: () => Promise<AnswerCommand>;
}

/** A command that takes all files at once: it holds them against each other, or writes a file or folder (`--out`). */
export interface FileCommand {
  readonly kind: 'file';
  readonly load: () => Promise<(call: CommandCall, terminal: Terminal) => Promise<ExitCode>>;
  /** What its threads say of one agreement, where it asks them. */
  readonly loadAnswer?: () => Promise<AnswerCommand>;
}

export type Command = AgreementCommand | FileCommand;
