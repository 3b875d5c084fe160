import { type DocumentText } from '../core/extraction/lines/document-text';
import { fail, type Result } from '../core/failure';
import { readDocx } from './docx/read-docx';
import { type DocumentFile, type ReadOptions } from './document-file';
import { checkTextSize, withinLimits } from './document-limits';
import { decodeText, isTextEncoding } from './encoding';
import { CLIPBOARD_HEAD, readHtml } from './html/read-html';
import { readPdf } from './pdf/read-pdf';
import { separatedToDocument, separatorOf } from './tab-separated';
import { readText } from './text';

export { type DocumentFile, type ReadOptions } from './document-file';

/** Larger texts and pages of the web are refused before they are read: this is some ten thousand pages. */
const MAX_TEXT_MEGABYTES = 20;

/** A PDF may begin with a few bytes of something else. Source: Adobe's implementation note on the header. */
const HEADER_BYTES = 1024;

/**
 * The lines of a file of any format, told by its first bytes and not by its name.
 * Errors: the typed failures of the readers; 'too-large' for a text or page of the web beyond 20 MB; 'cancelled' when the signal was raised.
 */
export async function readDocument(file: DocumentFile, options: ReadOptions = {}): Promise<Result<DocumentText>> {
  const { name, bytes } = file;
  if (options.signal?.aborted === true) return fail({ code: 'cancelled' });
  if (bytes.length === 0) return fail({ code: 'empty-file', name });
  const signature = signatureOf(bytes);
  if ((signature === 'html' || signature === 'text') && bytes.length > MAX_TEXT_MEGABYTES * 1_000_000) return fail({ code: 'too-large', name, limitMegabytes: MAX_TEXT_MEGABYTES, sizeMegabytes: Math.ceil(bytes.length / 1_000_000) });
  switch (signature) {
    case 'pdf':
      return readPdf(file, options);
    case 'zip':
      return readDocx(file);
    case 'ole':
      return fail({ code: 'unsupported-format', name, format: compoundFormat(bytes) });
    case 'rtf':
      return fail({ code: 'unsupported-format', name, format: 'rtf' });
    case 'html':
      return readHtml(file, options.encoding);
    case 'text':
      return readPlain(file, options.encoding);
  }
}

async function readPlain({ name, bytes }: DocumentFile, encoding: string | undefined): Promise<Result<DocumentText>> {
  return withinLimits(name, () => {
    const decoded = decodeText(bytes, encoding !== undefined && isTextEncoding(encoding) ? encoding : undefined);
    if (decoded !== null) checkTextSize(decoded.text);
    const separator = decoded === null || decoded.text.includes('\0') ? null : separatorOf(decoded.text);
    if (decoded !== null && separator !== null) return separatedToDocument(name, decoded.text, separator, bytes);
    return readText(name, bytes, encoding === undefined ? {} : { encoding });
  });
}

function signatureOf(bytes: Uint8Array): 'pdf' | 'zip' | 'ole' | 'rtf' | 'html' | 'text' {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole';
  const head = latinText(bytes.subarray(0, HEADER_BYTES));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  const start = head.replaceAll('\0', '').replace(/^\u00FF\u00FE/, '').replace(CLIPBOARD_HEAD, '').replace(COMMENTS, '');
  return HTML_START.test(start) ? 'html' : 'text';
}

const COMMENTS = /<!--[^]*?-->/g;
const HTML_START = /^(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|title|style|link|meta|main|article|section|header|div|table|thead|tbody|tr|h[1-6]|p|ul|ol|span|strong|b|center|font)\b/i;

function latinText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Which of the old formats of Office a compound file is in, by the name of its main stream. */
function compoundFormat(bytes: Uint8Array): string {
  if (includesWide(bytes, 'EncryptedPackage')) return 'docx (encrypted)';
  if (includesWide(bytes, 'WordDocument')) return 'doc';
  return includesWide(bytes, 'Workbook') ? 'xls' : includesWide(bytes, 'PowerPoint Document') ? 'ppt' : 'doc';
}

/** Whether bytes hold a word in UTF-16, as compound files name their streams. */
function includesWide(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
