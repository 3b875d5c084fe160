import { type DocumentText } from '../core/extraction/document-text';
import { fail, type Result } from '../core/failure';
import { type DocumentFile, type ReadOptions } from './document-file';
import { readPdf } from './pdf';
import { readText } from './text';

export { type DocumentFile, type ReadOptions } from './document-file';

/** A PDF may begin with a few bytes of something else. Source: Adobe's implementation note on the header. */
const PDF_HEADER_BYTES = 1024;

/**
 * The lines of a file of any format, told by its first bytes and not by its name.
 * Errors: the typed failures of the readers; 'cancelled' when the signal was raised.
 */
export async function readDocument(file: DocumentFile, options: ReadOptions = {}): Promise<Result<DocumentText>> {
  if (options.signal?.aborted === true) return fail({ code: 'cancelled' });
  if (file.bytes.length === 0) return fail({ code: 'empty-file', name: file.name });
  switch (signatureOf(file.bytes)) {
    case 'pdf':
      return readPdf(file, options);
    case 'zip':
      return fail({ code: 'unsupported-format', name: file.name, format: 'zip' });
    case 'ole':
      return fail({ code: 'unsupported-format', name: file.name, format: 'doc' });
    case 'rtf':
      return fail({ code: 'unsupported-format', name: file.name, format: 'rtf' });
    default:
      return readText(file.name, file.bytes, options.encoding === undefined ? {} : { encoding: options.encoding });
  }
}

function signatureOf(bytes: Uint8Array): 'pdf' | 'zip' | 'ole' | 'rtf' | 'text' {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole';
  const head = latinText(bytes.subarray(0, PDF_HEADER_BYTES));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  return 'text';
}

function latinText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
