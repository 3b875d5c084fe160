import { basename } from 'node:path';
import { type Agreement } from '../core/budget/agreement';
import { type DocumentText } from '../core/extraction/lines/document-text';
import { extractAgreement } from '../core/extraction/extract-agreement';
import { fail, succeed, type Failure, type Result } from '../core/failure';
import { describeFailure } from '../core/failure-text';
import { type Language } from '../core/money/danish-number';
import { readDocument } from '../readers/read-document';
import { type CommandCall, type FileSource, type Terminal } from './command';
import { inOrder } from './in-order';
import { systemCode } from './system-error';

/** Files above this size are not opened. Units: megabytes. */
const MAX_MEGABYTES = 100;

/** The name under which text on standard input is read. */
const STANDARD_INPUT_NAME = '-';

/** Why a file that is there cannot be read, by the system's code. */
const UNREADABLE_REASONS: ReadonlyMap<string, 'folder' | 'no-access'> = new Map([['EISDIR', 'folder'], ['EACCES', 'no-access'], ['EPERM', 'no-access']]);

/** A file with what was read from it. */
export interface ReadFile {
  readonly agreement: Agreement;
  readonly document: DocumentText;
  readonly bytes: Uint8Array;
}

/** The agreement in a file, or on standard input for "-", with the lines that it was read from. Shape: `onProgress` is called as the reading goes on. */
export async function readFile(path: string, call: CommandCall, source: FileSource, onProgress: () => void): Promise<Result<ReadFile>> {
  const name = path === STANDARD_INPUT_NAME ? STANDARD_INPUT_NAME : basename(path);
  const bytes = await readBytes(path, name, source);
  if (!bytes.ok) return bytes;
  const document = await readDocument(
    { name, bytes: bytes.value, ...(call.password === null ? {} : { password: call.password }) },
    { onProgress, ...(call.encoding === null ? {} : { encoding: call.encoding }) },
  );
  return document.ok ? succeed({ agreement: extractAgreement(document.value), document: document.value, bytes: bytes.value }) : document;
}

/** The agreements in all files of a call; null when one cannot be read, which is told, so that a command that writes can stop before it does. */
export async function readAgreements(call: CommandCall, terminal: Terminal): Promise<Agreement[] | null> {
  const agreements: Agreement[] = [];
  const answerers = terminal.startAnswerers('read', call);
  try {
    for await (const result of inOrder(call.files, answerers.atATime, (path) => answerers.agreement(path))) {
      if (!result.ok) {
        terminal.writeError(`reserve: ${failureLine(result.failure, call.language)}`);
        return null;
      }
      agreements.push(result.value);
    }
  } finally {
    await answerers.close();
  }
  return agreements;
}

/** The agreements without repetition: of a document given twice, one. */
export function distinctAgreements(agreements: readonly Agreement[]): Agreement[] {
  return [...new Map(agreements.map((agreement) => [agreement.document.sha256, agreement])).values()];
}

/** What went wrong as one line; nothing is said of a workbook, for there is none. */
export function failureLine(failure: Failure, language: Language): string {
  return describeFailure(failure).problem[language].replace(/\s+/g, ' ');
}

async function readBytes(path: string, name: string, source: FileSource): Promise<Result<Uint8Array>> {
  try {
    const bytes = path === STANDARD_INPUT_NAME ? await source.readStandardInput() : await source.readFile(path);
    return bytes.length > MAX_MEGABYTES * 1_000_000 ? fail({ code: 'too-large', name, limitMegabytes: MAX_MEGABYTES }) : succeed(bytes);
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return code === 'ENOENT' ? fail({ code: 'file-not-found', name }) : fail({ code: 'file-unreadable', name, reason: UNREADABLE_REASONS.get(code) ?? 'other' });
  }
}
