import { type DocumentText, type TextLine } from '../core/extraction/lines/document-text';
import { fail, succeed, type Failure, type Result } from '../core/failure';

/**
 * How much of everything a document may hold. Two thousand pages have a hundred thousand lines; a page has some four thousand characters,
 * a Word table at most 63 columns, and a browser ends nesting at 512 elements: what goes beyond was not written by anybody. Ten thousand
 * rows of figures are checked in some ten seconds of processor time; a whole finance act is read part by part.
 */
export const DOCUMENT_LIMITS = { lines: 100_000, rows: 10_000, lineCharacters: 100_000, columns: 256, cells: 200_000, nesting: 500 } as const;

/** What of a document goes beyond its limit, and where. */
type Excess = Pick<Extract<Failure, { code: 'too-complex' }>, 'excess' | 'limit' | 'place'>;

/** Thrown where markup goes beyond a limit while it is read, so that nothing is built from the rest. */
export class LimitError extends Error implements Excess {
  readonly limit: number;

  constructor(
    readonly excess: Excess['excess'],
    readonly place: Excess['place'] = null,
  ) {
    super(`too many: ${excess}`);
    this.limit = DOCUMENT_LIMITS[excess];
  }
}

/** The answer of a reader, or the failure of a document that goes beyond a limit. Errors: others than `LimitError` are thrown on. */
export async function withinLimits<Value>(name: string, read: () => Result<Value> | Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    return fail({ code: 'too-complex', name, excess: error.excess, limit: error.limit, place: error.place });
  }
}

/** The document, where its lines and cells stay within the limits. Errors: throws LimitError. */
export function limited(document: DocumentText): Result<DocumentText> {
  const { lines } = document;
  if (lines.length > DOCUMENT_LIMITS.lines) throw new LimitError('lines');
  let cells = 0;
  let rows = 0;
  for (const line of lines) {
    if (line.text.length > DOCUMENT_LIMITS.lineCharacters) throw new LimitError('lineCharacters', placeOf(line));
    cells += line.cells?.length ?? 0;
    if (isRowOfFigures(line)) rows += 1;
  }
  if (cells > DOCUMENT_LIMITS.cells) throw new LimitError('cells');
  if (rows > DOCUMENT_LIMITS.rows) throw new LimitError('rows');
  return succeed(document);
}

/** Whether a line looks like one of a table: it ends in a figure, or figures stand side by side in it. */
function isRowOfFigures({ text }: TextLine): boolean {
  return /\d$/.test(text.trimEnd()) || /\d\s+[-–−]?\d/.test(text);
}

/** Looks at a text before it is cut into lines. Errors: throws LimitError. */
export function checkTextSize(text: string): void {
  if (text.length <= Math.min(DOCUMENT_LIMITS.lineCharacters, DOCUMENT_LIMITS.lines)) return;
  let lines = 0;
  let line = 1;
  for (let start = 0; start <= text.length; line += 1) {
    const end = lineEnd(text, start);
    if (end - start > DOCUMENT_LIMITS.lineCharacters) throw new LimitError('lineCharacters', { line });
    if (end > start) lines += 1;
    if (lines > DOCUMENT_LIMITS.lines) throw new LimitError('lines');
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}

/** Counts the cells of markup while they are read. Errors: throws LimitError for too many of them, and for a row that is too wide. */
export class CellCounter {
  private cells = 0;

  /** A cell that ends before a column of a row of a table, both counted from 1. */
  count(endColumn: number, table: number, row: number): void {
    this.cells += 1;
    if (endColumn > DOCUMENT_LIMITS.columns) throw new LimitError('columns', { table, row });
    if (this.cells > DOCUMENT_LIMITS.cells) throw new LimitError('cells', { table, row });
  }
}

function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return at;
  }
  return text.length;
}

function placeOf({ page, line }: TextLine): Excess['place'] {
  return page === null ? { line } : { page, line };
}
