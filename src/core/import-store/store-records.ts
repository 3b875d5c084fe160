import { type Agreement } from '../budget/agreement';
import { parseAgreement } from '../catalogue/agreement-schema';
import { isFlag, isNumber, isText, isWhole, listOf, mapOf, oneOf, orNull, record } from '../catalogue/schema';
import { type Language } from '../sheet-plan/plan';
import { type CellFill, type WrittenTable } from '../sheet-plan/written/sheet-table';
import { type ComparedTable } from '../tie-out/own-table/compared-table';
import { comparedShape } from './compared-shape';
import { type FlagMarks } from './flag-marks';
import { type Ticks } from './ticks';

/** Version of what is stored in a workbook; a higher one was written by a newer Reserve and is left alone. */
export const STORE_VERSION = 3;

/** The very-hidden sheet that carries the imported agreements with the workbook. */
export const STORE_SHEET = 'ReserveData';

/** A sheet that an import made. Shape: `id` is Excel's own, null until it has told it; `name` as it was made. */
export interface WrittenSheet {
  readonly id: string | null;
  readonly name: string;
}

/** Longest text in one cell of the store. Source: Excel's limit is 32,767; the marker in front takes one. */
const LONGEST_CHUNK = 32_000;

/** In front of every chunk, so that no part of a text can be taken for a number, a date or a formula. */
const CHUNK_MARKER = '|';

/** An edition that stood in an import's place before. Shape: `rows` are its row ids with those that the same rows have in the edition that stands. */
export interface EarlierEdition {
  readonly documentSha256: string;
  readonly rows: Readonly<Record<string, string>>;
}

/** The id under which an edition is kept that was an import's before: the first, the second … */
export function earlierId(importId: string, count: number): string {
  return `${importId}~${count}`;
}

/** Whether an id is that of an edition that was an import's before. */
export function isEarlierId(id: string, importId: string): boolean {
  return id.startsWith(`${importId}~`);
}

/** A sheet with a picture of an import. Shape: `documents` are those that it is made of, the import's own first, by their hashes; `id` is Excel's own; a newer Reserve may know further kinds. */
export interface WrittenPicture {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly documents: readonly string[];
}

/** What Reserve must know of an import besides the agreement, and what changes while the workbook is used. */
export interface ImportState {
  readonly importId: string;
  /** `superseded`: another edition stands in its place; it answers to its own name only. */
  readonly status: 'writing' | 'complete' | 'superseded';
  readonly importedAt: string;
  readonly addinVersion: string;
  readonly language: Language;
  readonly documentSha256: string;
  /** Sheets that the import made. What is on them decides whether they go with it. */
  readonly ownSheets: readonly WrittenSheet[];
  /** The rectangle in a sheet of the user's that the import wrote to, null for an import on its own sheets. */
  readonly target: { readonly sheet: string; readonly address: string } | null;
  /** Its tables, those of single initiatives among them. An agreement of which only single initiatives were inserted has no others. */
  readonly tables: readonly WrittenTable[];
  readonly names: readonly string[];
  /** The flags that were written, by the figure's place: nothing else is ever taken away as a flag. */
  readonly marks: FlagMarks;
  /** Of a workbook whose flags were not remembered one by one: the user's own fills under them, until the next check has seen the flags. */
  readonly earlierFills?: Readonly<Record<string, CellFill>>;
  /** Whether the user has taken all flags away. */
  readonly areFlagsHidden: boolean;
  /** The user's own tables that are compared with the agreement. */
  readonly compared: readonly ComparedTable[];
  /** The last decision that was logged for this import: the log must still have it. */
  readonly lastDecision: { readonly number: number; readonly hash: string } | null;
  /** The editions that stood in its place before, the first first: what was decided on their figures is known by them. */
  readonly earlier?: readonly EarlierEdition[];
  /** The figures that a reviewer has ticked off; absent before the first. */
  readonly ticks?: Ticks;
  /** The sheets with its pictures; absent before the first. */
  readonly pictures?: readonly WrittenPicture[];
}

/** One import as it stands in the store. */
export interface ImportRecord {
  readonly state: ImportState;
  readonly agreement: Agreement;
}

const columnShape = record({ key: isText, header: isText }, { formula: isText, formulas: mapOf(isText) });

const tableShape = record(
  { role: oneOf('overview', 'components', 'totals', 'pools', 'mentions', 'findings', 'sources', 'initiative'), name: isText, columns: listOf(columnShape) },
  { id: isText, initiative: isWhole, rows: listOf(record({ source: isText, rowId: isText })), hasFooter: isFlag },
);

const fillShape = record({ color: orNull(isText), pattern: orNull(isText), patternColor: orNull(isText) });

const markShape = record({ kind: oneOf('comment', 'note', 'none'), id: orNull(isText), text: isText, color: orNull(isText), own: orNull(fillShape) }, { at: isText });

const stateShape = record({
  importId: isText,
  status: oneOf('writing', 'complete', 'superseded'),
  importedAt: isText,
  addinVersion: isText,
  language: oneOf('da', 'en'),
  documentSha256: isText,
  ownSheets: listOf(record({ id: orNull(isText), name: isText })),
  target: orNull(record({ sheet: isText, address: isText })),
  tables: listOf(tableShape),
  names: listOf(isText),
  marks: mapOf(markShape),
  areFlagsHidden: isFlag,
  compared: listOf(comparedShape),
  lastDecision: orNull(record({ number: isWhole, hash: isText })),
}, {
  earlierFills: mapOf(fillShape),
  earlier: listOf(record({ documentSha256: isText, rows: mapOf(isText) })),
  ticks: mapOf(record({ by: isText, at: isText, figure: isText })),
  pictures: listOf(record({ kind: isText, id: isText, name: isText, documents: listOf(isText) })),
});

/** A row of the store: what it is, and a JSON text in chunks. Shape: `cells` are id, kind, version, hash, number of chunks, then the chunks. */
export type RecordKind = 'state' | 'model';

/** Cells in front of a row's chunks. */
export const HEAD_CELLS = 5;

/** The SHA-256 of a text in hex, over its UTF-8 bytes. */
export type Digest = (text: string) => Promise<string>;

/** The cells of a store row for a JSON text. */
export async function encodeRow(importId: string, kind: RecordKind, json: string, sha256: Digest): Promise<(string | number)[]> {
  const chunks = splitText(json, LONGEST_CHUNK).map((chunk) => `${CHUNK_MARKER}${chunk}`);
  return [`${CHUNK_MARKER}${importId}`, kind, STORE_VERSION, `${CHUNK_MARKER}${await sha256(json)}`, chunks.length, ...chunks];
}

/** What a store row holds: its head always, its JSON when the chunks are there and their hash is right. */
export interface DecodedHead {
  readonly importId: string;
  readonly kind: RecordKind;
  readonly version: number;
  readonly hash: string;
  readonly chunks: number;
}

/** The head of a row; null for an empty row. Errors: 'damaged' for a row that is neither. */
export function decodeHead(cells: readonly unknown[]): DecodedHead | 'damaged' | null {
  const [id, kind, version, hash, chunks] = cells;
  if ([id, kind, version, hash, chunks].every((cell) => cell === '' || cell === undefined || cell === null)) return null;
  const isHead = isMarked(id) && (kind === 'state' || kind === 'model') && isNumber(version) && isMarked(hash) && isNumber(chunks);
  if (!isHead) return 'damaged';
  return { importId: String(id).slice(1), kind, version: Number(version), hash: String(hash).slice(1), chunks: Number(chunks) };
}

/** The JSON text of a row; null when a chunk is missing or the hash does not fit. */
export async function decodeJson(head: DecodedHead, chunks: readonly unknown[], sha256: Digest): Promise<string | null> {
  const texts = chunks.slice(0, head.chunks);
  if (texts.length < head.chunks || !texts.every(isMarked)) return null;
  const json = texts.map((text) => String(text).slice(1)).join('');
  return (await sha256(json)) === head.hash ? json : null;
}

/** An import's state from its JSON, brought up to the present version; null when it is not one. */
export function parseState(json: string, version: number): ImportState | null {
  const value = parseJson(json);
  const current = version < 2 ? fromVersion2(fromVersion1(value)) : version < 3 ? fromVersion2(value) : value;
  return stateShape(current) ? (current as ImportState) : null;
}

/** Version 2 did not remember comparisons. */
function fromVersion2(value: unknown): unknown {
  return typeof value !== 'object' || value === null ? null : { ...value, compared: [] };
}

/** Version 1 knew sheets by their names alone, and of its flags only the fills under them. */
function fromVersion1(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return null;
  const { ownSheets, fills, ...rest } = value as Record<string, unknown>;
  if (!listOf(isText)(ownSheets)) return null;
  return { ...rest, ownSheets: (ownSheets as string[]).map((name): WrittenSheet => ({ id: null, name })), marks: {}, earlierFills: fills };
}

/** An agreement from its JSON; null when it is not one. */
export function parseModel(json: string): Agreement | null {
  return parseAgreement(parseJson(json));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

function isMarked(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith(CHUNK_MARKER);
}

/** Pieces of at most `length` code units, never between the halves of a character. */
function splitText(text: string, length: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + length, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces.length === 0 ? [''] : pieces;
}
