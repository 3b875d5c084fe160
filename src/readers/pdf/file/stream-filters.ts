import { Unzlib } from 'fflate';

/** Thrown where a stream unpacks beyond the length that was allowed. */
export class BudgetSpent extends Error {}

/** How much compressed data is inflated at a time, so that no step makes much of it. Units: bytes. */
const INPUT_STEP = 256;

/** The short names of filters. Source: ISO 32000-1, table 94. */
const LONG_NAMES: Readonly<Record<string, string>> = { Fl: 'FlateDecode', LZW: 'LZWDecode', A85: 'ASCII85Decode', AHx: 'ASCIIHexDecode', RL: 'RunLengthDecode' };

/** The filters that a stream's dictionary names, the outermost first; null where it does not name them itself. */
export function filtersOf(dictionary: string): string[] | null {
  const stated = /\/Filter\s*(?:\[([^\]]*)\]|\/(\w+)|(\d+\s+\d+\s+R))/.exec(dictionary);
  if (stated === null) return /\/Filter\b/.test(dictionary) ? null : [];
  if (stated[3] !== undefined) return null;
  const names = stated[2] === undefined ? (stated[1]?.match(/[^\s/]+/g) ?? []) : [stated[2]];
  return names.map((name) => LONG_NAMES[name] ?? name);
}

/**
 * What stands in a stream once its filters are off; null where one of them is for pictures or unknown. What is damaged counts as far as it can be read.
 * Errors: throws BudgetSpent as soon as a filter makes more than so many bytes.
 */
export function unfiltered(data: Uint8Array, filters: readonly string[], mostBytes: number): Uint8Array | null {
  let bytes = data;
  for (const filter of filters) {
    const unpack = UNPACK[filter];
    if (unpack === undefined) return null;
    const room = new Room(mostBytes);
    unpack(bytes, room);
    bytes = room.bytes();
  }
  return bytes;
}

/** Where unpacked bytes are gathered, up to a limit. */
class Room {
  private kept = new Uint8Array(1024);
  private length = 0;

  constructor(private readonly most: number) {}

  put(bytes: Uint8Array): void {
    this.reach(this.length + bytes.length);
    this.kept.set(bytes, this.length);
    this.length += bytes.length;
  }

  putByte(byte: number): void {
    this.reach(this.length + 1);
    this.kept[this.length] = byte;
    this.length += 1;
  }

  bytes(): Uint8Array {
    return this.kept.subarray(0, this.length);
  }

  private reach(length: number): void {
    if (length > this.most) throw new BudgetSpent();
    if (length <= this.kept.length) return;
    const more = new Uint8Array(Math.max(length, this.kept.length * 2));
    more.set(this.kept);
    this.kept = more;
  }
}

const UNPACK: Readonly<Record<string, (data: Uint8Array, room: Room) => void>> = {
  FlateDecode: inflateInto,
  LZWDecode: unpackCodes,
  ASCII85Decode: readBase85,
  ASCIIHexDecode: readHex,
  RunLengthDecode: unpackRuns,
};

function inflateInto(data: Uint8Array, room: Room): void {
  const inflate = new Unzlib((chunk) => room.put(chunk));
  try {
    for (let at = 0; at < data.length; at += INPUT_STEP) inflate.push(data.subarray(at, at + INPUT_STEP));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
  }
}

function readHex(data: Uint8Array, room: Room): void {
  let high = -1;
  for (const byte of data) {
    if (byte === 0x3e) break;
    const digit = byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66 ? (byte | 0x20) - 0x57 : -1;
    if (digit < 0) continue;
    if (high < 0) high = digit;
    else {
      room.putByte(high * 16 + digit);
      high = -1;
    }
  }
  if (high >= 0) room.putByte(high * 16);
}

function readBase85(data: Uint8Array, room: Room): void {
  let value = 0;
  let digits = 0;
  const put = (count: number): void => {
    for (let index = 0; index < count; index += 1) room.putByte(Math.floor(value / 256 ** (3 - index)) % 256);
  };
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits === 0) room.put(new Uint8Array(4));
    if (byte < 0x21 || byte > 0x75) continue;
    value = value * 85 + byte - 0x21;
    digits += 1;
    if (digits < 5) continue;
    put(4);
    value = 0;
    digits = 0;
  }
  if (digits < 2) return;
  for (let index = digits; index < 5; index += 1) value = value * 85 + 84;
  put(digits - 1);
}

function unpackRuns(data: Uint8Array, room: Room): void {
  for (let at = 0; at < data.length; ) {
    const length = data[at] ?? 128;
    if (length === 128) return;
    if (length < 128) room.put(data.subarray(at + 1, at + 2 + length));
    else room.put(new Uint8Array(257 - length).fill(data[at + 1] ?? 0));
    at += length < 128 ? length + 2 : 2;
  }
}

/** The codes of LZW that stand for no bytes. Source: ISO 32000-1, 7.4.4. */
const CLEAR = 256;
const END = 257;

/** LZW with the early change of code lengths that PDF has unless it says otherwise. */
function unpackCodes(data: Uint8Array, room: Room): void {
  let table: Uint8Array[] = [];
  let width = 9;
  let bits = 0;
  let held = 0;
  let last: Uint8Array | null = null;
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === END) return;
    if (code === CLEAR) {
      table = [];
      width = 9;
      last = null;
      continue;
    }
    const known: Uint8Array | null = code < CLEAR ? Uint8Array.of(code) : (table[code - END - 1] ?? (last === null ? null : joined(last, last[0] ?? 0)));
    if (known === null) return;
    room.put(known);
    if (last !== null && table.length < 4096) table.push(joined(last, known[0] ?? 0));
    last = known;
    width = Math.min(12, Math.max(9, 32 - Math.clz32(table.length + END + 2)));
  }
}

function joined(bytes: Uint8Array, more: number): Uint8Array {
  const result = new Uint8Array(bytes.length + 1);
  result.set(bytes);
  result[bytes.length] = more;
  return result;
}
