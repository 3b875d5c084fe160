import { streams, type FoundStream } from './stream-budget';

/** Inflates a zlib stream. Errors: throws when it is damaged. */
export type Inflate = (data: Uint8Array) => Uint8Array;

/** What lies in a PDF file, found without its tables: streams, the text of everything else, and which streams each page draws. */
export interface FileObjects {
  readonly streams: readonly FoundStream[];
  /** The text between the streams, and that of packed objects. */
  readonly texts: readonly string[];
  /** Every version of every page. `contents` is empty where it cannot be told. */
  readonly pages: readonly PageObject[];
  /** The text of an object by its number, the last of its versions; null where there is none. */
  textOf(object: number): string | null;
}

export interface PageObject {
  readonly object: number;
  readonly contents: readonly number[];
  readonly text: string;
}

const PAGE = /\/Type\s*\/Page\b/g;

/** A page's dictionary is no longer than this on either side of its type; a page whose number lies farther away counts as unknown. Units: characters. */
const PAGE_REACH = 20_000;

/** How long an object's number with its generation may be. Units: characters. */
const NUMBER_LENGTH = 32;

const CONTENTS = /\/Contents\s*(?:\[([\d\sR]*)\]|(\d+\s+\d+\s+R))/;

/** Finds the objects of a file by their keywords. Packed objects that cannot be read are left out. */
export function readFileObjects(bytes: Uint8Array, inflate: Inflate): FileObjects {
  const found = [...streams(bytes)];
  const texts: string[] = [];
  let from = 0;
  for (const { start, end } of found) {
    texts.push(latin.decode(bytes.subarray(from, start)));
    from = end;
  }
  texts.push(latin.decode(bytes.subarray(from)));
  const packed = found.filter(({ dictionary }) => /\/Type\s*\/ObjStm\b/.test(dictionary)).flatMap((stream) => unpack(stream, bytes, inflate) ?? []);
  const pages = [...texts.flatMap(pagesIn), ...packed.flatMap(packedPagesIn)];
  let places: ReadonlyMap<number, () => string> | null = null;
  return {
    streams: found,
    texts: [...texts, ...packed.map(({ text }) => text)],
    pages,
    textOf: (object) => (places ??= placesOf(texts, packed)).get(object)?.() ?? null,
  };
}

const OBJECT = /(\d{1,10})\s+\d{1,5}\s+obj\b/g;

/** Where the text of every object stands. */
function placesOf(texts: readonly string[], packed: readonly PackedObjects[]): ReadonlyMap<number, () => string> {
  const places = new Map<number, () => string>();
  for (const text of texts) {
    const starts = [...text.matchAll(OBJECT)];
    starts.forEach((start, index) => places.set(Number(start[1]), () => text.slice(start.index, starts[index + 1]?.index ?? text.length)));
  }
  for (const { text, first } of packed) {
    const objects = objectsIn(text, first);
    objects.forEach(({ object, at }, index) => places.set(object, () => text.slice(at, objects[index + 1]?.at ?? text.length)));
  }
  return places;
}

/** Which objects a stream of objects says it holds, and where they begin. */
function objectsIn(text: string, first: number): { readonly object: number; readonly at: number }[] {
  const header = (text.slice(0, first).match(/\d+/g) ?? []).map(Number);
  return header.flatMap((object, index) => (index % 2 === 0 ? [{ object, at: first + (header[index + 1] ?? 0) }] : []));
}

function pagesIn(text: string): PageObject[] {
  return Array.from(text.matchAll(PAGE), ({ index }) => index).flatMap((at) => {
    const head = text.slice(Math.max(0, at - PAGE_REACH), at);
    const start = head.lastIndexOf('obj');
    const object = /(?<!\d)(\d{1,10})\s+\d{1,10}\s+$/.exec(head.slice(Math.max(0, start - NUMBER_LENGTH), start));
    if (start < 0 || object === null) return [];
    const tail = text.slice(at, at + PAGE_REACH);
    const end = tail.indexOf('endobj');
    const body = head.slice(start) + (end < 0 ? tail : tail.slice(0, end));
    return [{ object: Number(object[1]), contents: contentsOf(body), text: body }];
  });
}

/** The text of a stream of objects, and where in it they begin. */
interface PackedObjects {
  readonly text: string;
  readonly first: number;
}

function unpack({ dictionary, start, end }: FoundStream, bytes: Uint8Array, inflate: Inflate): PackedObjects | null {
  const first = /\/First\s+(\d+)/.exec(dictionary);
  if (first === null || !/\/Filter\s*(?:\[\s*)?\/(?:FlateDecode|Fl)\b/.test(dictionary)) return null;
  try {
    return { text: latin.decode(inflate(bytes.subarray(start, end))), first: Number(first[1]) };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function packedPagesIn({ text, first }: PackedObjects): PageObject[] {
  if (text.search(PAGE) < 0) return [];
  const places = objectsIn(text, first);
  return places.flatMap(({ object, at }, index) => {
    const body = text.slice(at, places[index + 1]?.at ?? text.length);
    return body.search(PAGE) < 0 ? [] : [{ object, contents: contentsOf(body), text: body }];
  });
}

/** The streams, or the array of them, that a page's dictionary names as its contents. */
export function contentsOf(body: string): number[] {
  const match = CONTENTS.exec(body);
  return referencesIn(match?.[1] ?? match?.[2] ?? '');
}

/** The numbers of the objects that a text refers to. */
export function referencesIn(text: string): number[] {
  return Array.from(text.matchAll(/(?<!\d)(\d{1,10})\s+\d{1,10}\s+R/g), ([, object]) => Number(object));
}

const latin = new TextDecoder('latin1');
