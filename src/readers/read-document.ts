import { type DocumentText } from '../core/extraction/document-text';
import { fail, type Result } from '../core/failure';
import { readText } from './text';

/** A file as a host hands it over. */
export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password?: string;
}

/** How to read a file: a signal to stop, a callback for progress, and the encoding of a text where the user chose one. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  readonly encoding?: string;
}

/**
 * The lines of a file of any format, told by its first bytes and not by its name.
 * Errors: the typed failures of the readers; 'cancelled' when the signal was raised.
 */
export async function readDocument(file: DocumentFile, options: ReadOptions = {}): Promise<Result<DocumentText>> {
  if (options.signal?.aborted === true) return fail({ code: 'cancelled' });
  const format = formatBySignature(file.bytes);
  if (format !== null) return fail({ code: 'unsupported-format', name: file.name, format });
  return readText(file.name, file.bytes, options.encoding === undefined ? {} : { encoding: options.encoding });
}

function formatBySignature(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  return null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
