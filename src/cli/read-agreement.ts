import { basename } from 'node:path';
import { type Agreement } from '../core/budget/agreement';
import { extractAgreement } from '../core/extraction/extract-agreement';
import { fail, succeed, type Result } from '../core/failure';
import { readDocument } from '../readers/read-document';
import { type CommandCall, type Terminal } from './command';

/** Files above this size are not opened. Units: megabytes. */
const MAX_MEGABYTES = 100;

/** The name under which text on standard input is read. */
const STANDARD_INPUT_NAME = '-';

/** The agreement in a file, or on standard input for "-". */
export async function readAgreement(path: string, call: CommandCall, terminal: Terminal): Promise<Result<Agreement>> {
  const name = path === STANDARD_INPUT_NAME ? STANDARD_INPUT_NAME : basename(path);
  const bytes = await readBytes(path, name, terminal);
  if (!bytes.ok) return bytes;
  const document = await readDocument(
    { name, bytes: bytes.value, ...(call.password === null ? {} : { password: call.password }) },
    call.encoding === null ? {} : { encoding: call.encoding },
  );
  return document.ok ? succeed(extractAgreement(document.value)) : document;
}

async function readBytes(path: string, name: string, terminal: Terminal): Promise<Result<Uint8Array>> {
  try {
    const bytes = path === STANDARD_INPUT_NAME ? await terminal.readStandardInput() : await terminal.readFile(path);
    return bytes.length > MAX_MEGABYTES * 1_000_000 ? fail({ code: 'too-large', name, limitMegabytes: MAX_MEGABYTES }) : succeed(bytes);
  } catch (error) {
    const code = error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    return code === 'ENOENT' ? fail({ code: 'file-not-found', name }) : fail({ code: 'damaged-file', name, detail: code });
  }
}
