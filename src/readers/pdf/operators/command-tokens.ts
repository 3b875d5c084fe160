/** So many numbers are kept for an operator; none that matters takes more. */
const MOST_NUMBERS = 8;

/** Operators that have been met, by their signs: a string is made of each once. */
const MOST_WORDS = 200;
const WORDS = new Map<number, string>();

/** The operators of a content stream with the numbers before each, and how much text. What else stands before them is passed over. */
export class CommandTokens {
  /** The numbers before the operator, but for those among strings; `count` of them are its own. */
  readonly numbers = new Array<number>(MOST_NUMBERS).fill(0);
  count = 0;
  /** About how many glyphs the strings before the operator show, and after how much space. Units: of the type size. */
  glyphs = 0;
  space = 0;
  private at = 0;
  private isInArray = false;

  constructor(private readonly bytes: Uint8Array) {}

  /** Forgets what stood before the last operator. */
  clear(): void {
    this.count = 0;
    this.glyphs = 0;
    this.space = 0;
  }

  /** The next operator, null at the end. */
  next(): string | null {
    const { bytes } = this;
    while (this.at < bytes.length) {
      const byte = bytes[this.at] as number;
      if (byte <= 0x20) this.at += 1;
      else if ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x2b && byte <= 0x2e)) this.readNumber();
      else if (byte === 0x3c) this.skipHex();
      else if (byte === 0x28) this.skipString();
      else if (byte === 0x2f) this.skipWord();
      else if (byte === 0x25) this.skipComment();
      else if (isRegular(byte)) return this.readWord();
      else {
        if (byte === 0x5b) this.isInArray = true;
        else if (byte === 0x5d) this.isInArray = false;
        this.at += 1;
      }
    }
    return null;
  }

  /** Passes over a picture among the commands: its data end with a word of their own. */
  skipPicture(): void {
    const { bytes } = this;
    for (let end = bytes.indexOf(0x45, this.at); end >= 0; end = bytes.indexOf(0x45, end + 1)) {
      if (bytes[end + 1] !== 0x49 || (bytes[end - 1] as number) > 0x20 || (bytes[end + 2] ?? 0x20) > 0x20) continue;
      this.at = end + 2;
      return;
    }
    this.at = bytes.length;
  }

  private readNumber(): void {
    const { bytes } = this;
    const isNegative = bytes[this.at] === 0x2d;
    let value = 0;
    let scale = 0;
    let at = this.at;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + byte - 0x30;
        scale *= 10;
      } else if (byte === 0x2e) scale ||= 1;
      else if ((byte !== 0x2d && byte !== 0x2b) || at > this.at) break;
    }
    this.at = Math.max(at, this.at + 1);
    const number = (isNegative ? -value : value) / (scale || 1);
    if (this.isInArray) this.space -= number / 1000;
    else if (this.count < MOST_NUMBERS) {
      this.numbers[this.count] = number;
      this.count += 1;
    }
  }

  private readWord(): string {
    const start = this.at;
    this.skipWord();
    let code = 0;
    for (let at = start; at < Math.min(this.at, start + 4); at += 1) code = code * 256 + (this.bytes[at] as number);
    let word = WORDS.get(code);
    if (word === undefined) {
      word = String.fromCharCode(...this.bytes.subarray(start, Math.min(this.at, start + 4)));
      if (WORDS.size < MOST_WORDS) WORDS.set(code, word);
    }
    return word;
  }

  private skipWord(): void {
    const { bytes } = this;
    let at = this.at + 1;
    while (at < bytes.length && isRegular(bytes[at] as number)) at += 1;
    this.at = at;
  }

  private skipComment(): void {
    while (this.at < this.bytes.length && this.bytes[this.at] !== 0x0a && this.bytes[this.at] !== 0x0d) this.at += 1;
  }

  private skipString(): void {
    const { bytes } = this;
    let depth = 1;
    let at = this.at + 1;
    for (; at < bytes.length && depth > 0; at += 1) {
      const byte = bytes[at];
      if (byte === 0x5c) at += 1;
      else if (byte === 0x28) depth += 1;
      else if (byte === 0x29) depth -= 1;
      if (depth > 0) this.glyphs += 1;
    }
    this.at = at;
  }

  /** A string in hexadecimal, where a glyph of an embedded font usually takes four figures; or the beginning of a dictionary. */
  private skipHex(): void {
    const { bytes } = this;
    if (bytes[this.at + 1] === 0x3c) {
      this.at += 2;
      return;
    }
    const end = bytes.indexOf(0x3e, this.at);
    const length = (end < 0 ? bytes.length : end) - this.at - 1;
    this.glyphs += length % 4 === 0 ? length / 4 : length / 2;
    this.at = end < 0 ? bytes.length : end + 1;
  }
}

/** Neither blank nor one of the signs that end a word: ( ) < > [ ] { } / %. */
function isRegular(byte: number): boolean {
  return byte > 0x20 && IS_REGULAR[byte] === 1;
}

const IS_REGULAR = new Uint8Array(256).fill(1);
for (const sign of '()<>[]{}/%') IS_REGULAR[sign.charCodeAt(0)] = 0;
