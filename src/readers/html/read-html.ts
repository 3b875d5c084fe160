import { type DocumentText } from '../../core/extraction/lines/document-text';
import { fail, type Result } from '../../core/failure';
import { linesOfBlocks } from '../blocks';
import { type DocumentFile } from '../document-file';
import { decodeText, isTextEncoding } from '../encoding';
import { blocksOfHtml } from './blocks';
import { limited, withinLimits } from '../document-limits';
import { sha256Hex } from '../text';

/** What Windows puts in front of HTML on its clipboard: where the fragment starts and ends. */
export const CLIPBOARD_HEAD = /^Version:\d\.\d\s+(?:(?:Start|End)(?:HTML|Fragment|Selection):-?\d+\s+|SourceURL:\S*\s+)*/;
/** Larger documents are refused. */
const MAX_MEGABYTES = 20;

/**
 * The lines of HTML from the clipboard (Word, Excel, a web page): one for every paragraph and every table row.
 * Errors: 'empty-file' when it shows no text, 'too-large'.
 */
export async function htmlToDocument(name: string, html: string): Promise<Result<DocumentText>> {
  return makeDocument(name, html, new TextEncoder().encode(html));
}

/** The lines of an HTML file, in the encoding that it states or that its bytes show. Errors: as for clipboard HTML, and 'wrong-encoding'. */
export async function readHtml(file: DocumentFile, encoding?: string): Promise<Result<DocumentText>> {
  const stated = encoding ?? statedEncoding(file.bytes);
  const decoded = decodeText(file.bytes, stated !== undefined && isTextEncoding(stated) ? stated : undefined) ?? decodeText(file.bytes);
  if (decoded === null) return fail({ code: 'wrong-encoding', name: file.name });
  return makeDocument(file.name, decoded.text, file.bytes);
}

async function makeDocument(name: string, html: string, bytes: Uint8Array): Promise<Result<DocumentText>> {
  if (bytes.length > MAX_MEGABYTES * 1_000_000) return fail({ code: 'too-large', name, limitMegabytes: MAX_MEGABYTES });
  return withinLimits(name, async () => {
    const lines = linesOfBlocks(blocksOfHtml(html.replace(CLIPBOARD_HEAD, '')));
    if (lines.length === 0) return fail({ code: 'empty-file', name });
    return limited({ name, sha256: await sha256Hex(bytes), format: 'html', pages: null, lines, unreadablePages: [], isPartlyRead: false });
  });
}

/** The encoding that a file states about itself near its beginning. */
function statedEncoding(bytes: Uint8Array): string | undefined {
  let head = '';
  for (const byte of bytes.subarray(0, 2048)) head += String.fromCharCode(byte);
  return /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
}
