import { type FileObjects, type Inflate } from '../file/file-objects';
import { INFLATED_BUDGET_MEGABYTES, STREAM_BUDGET, type FoundStream } from '../file/stream-budget';
import { BudgetSpent, filtersOf, unfiltered } from '../file/stream-filters';

/** Streams longer than this are pictures or fonts and no page's content. Units: bytes, as packed. */
const LONGEST_CONTENT = 25_000_000;

/** Streams that hold no drawing: pictures, fonts, tables of objects, character maps. */
const NO_CONTENT = /\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType|XML)\b|\/Length1\b|\/Type\s*\/(?:XRef|ObjStm|Metadata|CMap|EmbeddedFile)\b|\/FunctionType\b|\/N\s+[134]\b/;

/** A stream that may hold drawing commands. Shape: `content` is null where it is packed in a way that is not looked into; `isWhole` says that nothing of it may be missing. */
export interface DrawingStream {
  readonly stream: FoundStream;
  readonly content: Uint8Array | null;
  readonly isWhole: boolean;
}

/**
 * The streams of a PDF that may hold drawing commands, unpacked, each once.
 * Errors: throws BudgetSpent where they unpack to more, all together, than a document holds.
 */
export function* drawingStreams({ streams }: FileObjects, bytes: Uint8Array, inflate: Inflate): Generator<DrawingStream> {
  let total = 0;
  for (const stream of streams) {
    if (NO_CONTENT.test(stream.dictionary) || stream.end - stream.start > LONGEST_CONTENT) continue;
    const content = contentOf(stream, bytes, inflate);
    total += content.content?.length ?? 0;
    if (total > INFLATED_BUDGET_MEGABYTES * 1_000_000) throw new BudgetSpent();
    yield { stream, ...content };
  }
}

function contentOf({ dictionary, start, end }: FoundStream, bytes: Uint8Array, inflate: Inflate): Omit<DrawingStream, 'stream'> {
  const data = bytes.subarray(start, end);
  const filters = filtersOf(dictionary);
  if (filters === null || /\/DecodeParms\b/.test(dictionary)) return { content: null, isWhole: false };
  if (filters.length === 0) return { content: data, isWhole: true };
  if (filters.length > 1 || filters[0] !== 'FlateDecode') return { content: unfiltered(data, filters, STREAM_BUDGET), isWhole: false };
  try {
    return { content: inflate(data), isWhole: true };
  } catch (error) {
    // What is damaged is read as far as it goes, as pdf.js does.
    if (error instanceof Error) return { content: unfiltered(data, filters, STREAM_BUDGET), isWhole: false };
    throw error;
  }
}
