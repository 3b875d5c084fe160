import { BudgetSpent, filtersOf, unfiltered } from './stream-filters';

/** The most that one stream (in bytes) and that all streams of a document together (in megabytes) may inflate to. */
export const STREAM_BUDGET = 64_000_000;
export const INFLATED_BUDGET_MEGABYTES = 256;

/** Deflate makes at most 1032 bytes of one. Source: zlib's technical notes. */
const GREATEST_RATIO = 1032;

/** How far back from the word "stream" its dictionary is looked for. Units: bytes. */
const DICTIONARY_BYTES = 20_000;

/** How long an object's number with its generation and "obj" may be. Units: bytes. */
const NUMBER_BYTES = 32;

/** How far behind the length that it states a stream may end. Units: bytes. */
const END_REACH = 4;

/**
 * Whether a PDF inflates beyond what any real one does: a file of a few bytes can hold a gigabyte.
 * Looked at before pdf.js is let at the file. Streams of pictures, which are never decoded, are left out, and so are streams that are too
 * short to reach the budget. Encrypted streams cannot be judged; the time limit of the reading thread catches them.
 */
export async function exceedsInflatedBudget(bytes: Uint8Array): Promise<boolean> {
  let total = 0;
  for (const { dictionary, start, end } of streams(bytes)) {
    const filters = filtersOf(dictionary) ?? [];
    if (!filters.some((filter) => GROWING.has(filter)) || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const data = bytes.subarray(start, end);
    if (filters.length === 1 && filters[0] === FLATE && data.length * GREATEST_RATIO <= STREAM_BUDGET) continue;
    const length = filters.length === 1 && filters[0] === FLATE ? await inflatedLength(data) : unfilteredLength(data, filters);
    total += length;
    if (length > STREAM_BUDGET || total > INFLATED_BUDGET_MEGABYTES * 1_000_000) return true;
  }
  return false;
}

const FLATE = 'FlateDecode';

/** The filters under which a few bytes can hold many. */
const GROWING: ReadonlySet<string> = new Set([FLATE, 'LZWDecode', 'RunLengthDecode']);

/** How long data gets when inflated, counted up to just beyond the budget; what is damaged counts as far as it can be inflated. */
async function inflatedLength(data: Uint8Array): Promise<number> {
  const reader = new Blob([data as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done && length <= STREAM_BUDGET; part = await reader.read()) length += part.value.length;
    await reader.cancel();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  return length;
}

/** The same for data under other filters, or under several. */
function unfilteredLength(data: Uint8Array, filters: readonly string[]): number {
  try {
    return unfiltered(data, filters, STREAM_BUDGET)?.length ?? 0;
  } catch (error) {
    if (error instanceof BudgetSpent) return STREAM_BUDGET + 1;
    throw error;
  }
}

/** A stream of a PDF file, found by its keyword. */
export interface FoundStream {
  /** The number of its object; null where it cannot be told. */
  readonly object: number | null;
  readonly dictionary: string;
  readonly start: number;
  readonly end: number;
}

/** The streams of a PDF file in the order in which they lie in it, with the text of their dictionaries. */
export function* streams(bytes: Uint8Array): Generator<FoundStream> {
  let at = 0;
  let last = 0;
  for (;;) {
    const keyword = indexOf(bytes, 'stream', at);
    if (keyword < 0) return;
    at = keyword + 6;
    if (bytes[keyword - 1] === 0x64) continue;
    const start = bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? at + 2 : at + 1;
    const { object, dictionary } = headBefore(bytes, last, keyword);
    const stated = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary);
    const statedEnd = stated === null ? -1 : start + Number(stated[1]);
    const end = statedEnd > start && statedEnd <= bytes.length && isEndAt(bytes, statedEnd) ? statedEnd : indexOf(bytes, 'endstream', start);
    yield { object, dictionary, start, end: end < 0 ? bytes.length : end };
    if (end > at) at = end;
    last = at;
  }
}

/** The number of an object and the text between its "obj" and "stream"; nothing before the stream ahead of it is looked at again. */
function headBefore(bytes: Uint8Array, last: number, keyword: number): { readonly object: number | null; readonly dictionary: string } {
  const lowest = Math.max(last, keyword - DICTIONARY_BYTES);
  let from = keyword;
  while (from > lowest && !(bytes[from - 1] === 0x6a && bytes[from - 2] === 0x62 && bytes[from - 3] === 0x6f)) from -= 1;
  const number = from > lowest ? /(?<!\d)(\d{1,10})\s+\d{1,10}\s+obj$/.exec(String.fromCharCode(...bytes.subarray(Math.max(0, from - NUMBER_BYTES), from))) : null;
  return { object: number === null ? null : Number(number[1]), dictionary: latin.decode(bytes.subarray(from, keyword)) };
}

function isEndAt(bytes: Uint8Array, at: number): boolean {
  return indexOf(bytes.subarray(0, at + END_REACH + 'endstream'.length), 'endstream', at) >= 0;
}

function indexOf(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let matched = 1;
    while (matched < text.length && bytes[at + matched] === text.charCodeAt(matched)) matched += 1;
    if (matched === text.length) return at;
  }
  return -1;
}

const latin = new TextDecoder('latin1');
