import { inflateSync } from 'fflate';

/** Limits of one part and of all parts that are opened. Units: bytes. */
const MAX_PART = 20_000_000;
const MAX_TOTAL = 100_000_000;

/** Markup shrinks to a tenth or a thirtieth; a large part that shrinks to less than this is a bomb. */
const MAX_RATIO = 200;
const RATIO_MATTERS_FROM = 1_000_000;

const MAX_ENTRIES = 10_000;

/** What there is too much of in an archive: content, content for its size, or parts. */
export type Excess = 'unpacked' | 'dense' | 'parts';

/** Why an archive or one of its parts cannot be used. */
export class ArchiveError extends Error {
  constructor(
    readonly reason: 'damaged' | 'encrypted' | Excess,
    message: string,
    /** Where there is too much in it: how many megabytes are read. */
    readonly limitMegabytes = MAX_TOTAL / 1_000_000,
  ) {
    super(message);
  }
}

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
}

/**
 * A zip archive whose parts are opened one by one, by name, each checked against its stated size and CRC-32 (fflate checks neither).
 * Errors: throws ArchiveError for what is damaged, encrypted, too large, or named so that it would leave its folder.
 */
export class Archive {
  private readonly entries = new Map<string, Entry>();
  private opened = 0;

  constructor(private readonly bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    if (count > MAX_ENTRIES) throw new ArchiveError('parts', 'too many parts');
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < count; index += 1) at = this.readEntry(view, at);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text of a part, or null when the archive has none of this name. */
  text(name: string): string | null {
    const entry = this.entries.get(name);
    if (entry === undefined) return null;
    const bytes = this.open(name, entry);
    try {
      const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
      return new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) throw new ArchiveError('damaged', `${name}: not text`);
      throw error;
    }
  }

  private readEntry(view: DataView, at: number): number {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new ArchiveError('damaged', 'directory');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw new ArchiveError('damaged', 'directory');
    const name = new TextDecoder().decode(this.bytes.subarray(at + 46, at + 46 + nameLength));
    if (isOddName(name) || this.entries.has(name)) throw new ArchiveError('damaged', 'name of a part');
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw new ArchiveError('encrypted', name);
    this.entries.set(name, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    return next;
  }

  private open(name: string, { method, crc, packedSize, size, headerAt }: Entry): Uint8Array {
    this.opened += size;
    if (size > RATIO_MATTERS_FROM && size > packedSize * MAX_RATIO) throw new ArchiveError('dense', name);
    if (size > MAX_PART) throw new ArchiveError('unpacked', name, MAX_PART / 1_000_000);
    if (this.opened > MAX_TOTAL) throw new ArchiveError('unpacked', name);
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    if (headerAt + 30 > view.byteLength || view.getUint32(headerAt, true) !== 0x04034b50) throw new ArchiveError('damaged', name);
    const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
    if (start + packedSize > view.byteLength) throw new ArchiveError('damaged', name);
    const content = unpack(name, method, this.bytes.subarray(start, start + packedSize), size);
    if (content.length !== size || crc32(content) !== crc) throw new ArchiveError('damaged', `${name}: checksum`);
    return content;
  }
}

function unpack(name: string, method: number, packed: Uint8Array, size: number): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new ArchiveError('damaged', `${name}: packed in an unknown way`);
  try {
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch (error) {
    throw new ArchiveError('damaged', `${name}: ${error instanceof Error ? error.message : 'inflate'}`);
  }
}

/** Where the end record stands: it is followed by a comment of up to 65,535 bytes. Source: PKWARE's application note 4.3.16. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new ArchiveError('damaged', 'end of the archive');
}

function isOddName(name: string): boolean {
  return name === '' || name.startsWith('/') || name.includes('\\') || name.includes('\0') || name.split('/').some((part) => part === '..' || part === '__proto__');
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
