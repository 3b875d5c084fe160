import { type DocumentText, type TextLine } from '../core/extraction/lines/document-text';
import { fail, type Result } from '../core/failure';
import { cleanCharacters } from './characters';
import { checkTextSize, limited, withinLimits } from './document-limits';
import { decodeText, isTextEncoding, type TextEncoding } from './encoding';

/** How many truly empty lines in a row stand for a page break in text that has lost its form feeds. */
const EMPTY_LINES_AT_PAGE_BREAK = 3;

/** A text file with more control characters than this share is not text. */
const MAX_CONTROL_SHARE = 0.001;

/**
 * The lines of a plain text file in any encoding that a Danish office produces.
 * Errors: 'empty-file', 'binary-file' (zero bytes or control characters), 'wrong-encoding' (no encoding fits, or the text was garbled before it was saved).
 */
export async function readText(name: string, bytes: Uint8Array, options?: { encoding?: string }): Promise<Result<DocumentText>> {
  if (bytes.length === 0) return fail({ code: 'empty-file', name });
  const requested = requestedEncoding(options?.encoding);
  if (requested === null) return fail({ code: 'wrong-encoding', name });
  const decoded = decodeText(bytes, requested);
  if (decoded === null) return fail(bytes.includes(0) ? { code: 'binary-file', name } : { code: 'wrong-encoding', name });
  if (isBinary(decoded.text)) return fail({ code: 'binary-file', name });
  return documentOf(name, decoded.text, bytes);
}

/** The lines of pasted text, as if it were a UTF-8 file. */
export async function textToDocument(name: string, text: string): Promise<Result<DocumentText>> {
  return documentOf(name, text, new TextEncoder().encode(text));
}

function documentOf(name: string, text: string, bytes: Uint8Array): Promise<Result<DocumentText>> {
  return withinLimits(name, async () => {
    checkTextSize(text);
    const document = textDocument(name, text, await sha256Hex(bytes));
    return document.lines.length === 0 ? fail({ code: 'empty-file', name }) : limited(document);
  });
}

/** SHA-256 of some bytes in lower-case hex. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  let hex = '';
  for (const byte of digest) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

function requestedEncoding(encoding: string | undefined): TextEncoding | undefined | null {
  if (encoding === undefined) return undefined;
  return isTextEncoding(encoding) ? encoding : null;
}

function isBinary(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) return true;
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d) controls += 1;
  }
  return controls > text.length * MAX_CONTROL_SHARE;
}

/** Text as lines. Pages are numbered only where form feeds make them certain; three empty lines start a page whose number is unknown. */
function textDocument(name: string, text: string, sha256: string): DocumentText {
  const lines: TextLine[] = [];
  const hasFormFeeds = text.includes('\f');
  let page = 1;
  let lineNumber = 0;
  let blanks = 0;
  let whitespaceLines = 0;
  let emptyRun = 0;
  let longestEmptyRun = 0;
  let isAfterFormFeed = false;
  for (const rawLine of splitLines(text)) {
    lineNumber += 1;
    const raw = rawLine.replaceAll('\f', '');
    for (let index = 0; index < rawLine.length - raw.length; index += 1) {
      page += 1;
      isAfterFormFeed = true;
    }
    const content = trimEnd(raw);
    if (content === '') {
      blanks += 1;
      if (raw === '') emptyRun += 1;
      else {
        whitespaceLines += 1;
        emptyRun = 0;
      }
      longestEmptyRun = Math.max(longestEmptyRun, emptyRun);
      continue;
    }
    lines.push({
      text: content,
      page: hasFormFeeds ? page : null,
      line: lineNumber,
      box: null,
      words: [],
      blankLinesBefore: blanks,
      whitespaceLinesBefore: whitespaceLines,
      isPageStart: lines.length === 0 || isAfterFormFeed || longestEmptyRun >= EMPTY_LINES_AT_PAGE_BREAK,
      fontSizePt: null,
      isBold: false,
      cells: null,
      table: null,
      role: 'body',
    });
    blanks = 0;
    whitespaceLines = 0;
    emptyRun = 0;
    longestEmptyRun = 0;
    isAfterFormFeed = false;
  }
  return { name, sha256, format: 'text', pages: hasFormFeeds ? page : null, lines, unreadablePages: [], isPartlyRead: false };
}

/** What needs more than its soft hyphens looked at: letters with loose accents, ligatures, hyphens of other kinds, marks without width. */
const UNUSUAL = /[\u00AD\u0300-\u036F\u200B-\u200F\u2010\u2011\u2060\uFB00-\uFB06]/;

/** Lines as editors count them: a line ends with LF, CRLF or CR. Soft hyphens become ordinary ones at a line end and vanish elsewhere; characters are those that print. */
function splitLines(text: string): string[] {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const unified = withoutMark.includes('\r') ? withoutMark.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : withoutMark;
  const lines = unified.split('\n');
  return UNUSUAL.test(unified) ? lines.map((line) => (UNUSUAL.test(line) ? cleanCharacters(line.replace(/\u00AD(\s*)$/, '-$1')) : line)) : lines;
}

function trimEnd(line: string): string {
  return line.trimEnd();
}
