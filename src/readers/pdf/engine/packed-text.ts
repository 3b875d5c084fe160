import { hearing, passingOn, type MessageListener, type MessagePortLike } from './parser-line';

/** How many text items travel together: about a page's. The parser sends ten at a time. */
const ITEMS_TOGETHER = 100;

/** The directions of text that pdf.js knows. */
const DIRECTIONS = ['ltr', 'rtl', 'ttb'];

/** How many numbers an item has: its transformation, width and height. */
const NUMBERS = 8;

/** A text item as pdf.js sends it. */
interface Item {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
  readonly fontName: string;
  readonly hasEOL: boolean;
}

/** A message of pdf.js's that brings text items. */
interface TextMessage {
  readonly streamId: number;
  readonly targetName: string;
  readonly chunk: { readonly items: readonly Item[]; readonly styles: object; readonly lang: string | null };
}

/** Text items as they travel between threads: a copy of few long values takes a fraction of the time of many small objects. */
interface PackedItems {
  readonly texts: readonly string[];
  readonly numbers: Float64Array;
  readonly fonts: readonly string[];
  /** By item: which of the fonts. */
  readonly fontAt: Uint16Array;
  /** By item: twice the direction, and one more at the end of a line. */
  readonly flags: Uint8Array;
}

/** The parser's end of a line to another thread: text items are gathered and packed. */
export function packingPort(port: MessagePortLike): MessagePortLike {
  let waiting: TextMessage[] = [];
  let count = 0;
  const flush = (): void => {
    const [first] = waiting;
    if (first === undefined) return;
    const items = waiting.flatMap(({ chunk }) => chunk.items);
    const styles: object = Object.assign({}, ...waiting.map(({ chunk }) => chunk.styles));
    waiting = [];
    count = 0;
    const packed = pack(items);
    port.postMessage({ ...first, chunk: { lang: first.chunk.lang, styles, packed } }, [packed.numbers.buffer]);
  };
  return {
    ...passingOn(port),
    postMessage(message, transfer) {
      const [first] = waiting;
      if (!isTextMessage(message) || (first !== undefined && !(message.streamId === first.streamId && message.targetName === first.targetName))) flush();
      if (!isTextMessage(message)) {
        port.postMessage(message, transfer);
        return;
      }
      // A parser that waits for the reader sends nothing more; what it has sent must go out all the same.
      if (waiting.length === 0) setTimeout(flush, 0);
      waiting.push({ ...message, chunk: { ...message.chunk } });
      count += message.chunk.items.length;
      if (count >= ITEMS_TOGETHER) flush();
    },
  };
}

/** The reader's end of a line to another thread: packed text items are as pdf.js sends them. */
export function unpackingPort(port: MessagePortLike): MessagePortLike {
  const listeners = new Set<MessageListener>();
  port.addEventListener('message', ({ data }) => {
    const message = unpackMessage(data);
    for (const listener of [...listeners]) listener({ data: message });
  });
  return { postMessage: (message, transfer) => port.postMessage(message, transfer), ...hearing(listeners) };
}

function isTextMessage(message: unknown): message is TextMessage {
  if (typeof message !== 'object' || message === null || !('chunk' in message)) return false;
  const { chunk } = message;
  return typeof chunk === 'object' && chunk !== null && 'items' in chunk && Array.isArray(chunk.items) && chunk.items.every(isItem);
}

/** Whether a text item is one; marks of tagged content are not. */
function isItem(item: Partial<Item>): boolean {
  return item.str !== undefined && item.transform?.length === 6 && DIRECTIONS.includes(item.dir ?? '');
}

function pack(items: readonly Item[]): PackedItems {
  const fonts = new Map<string, number>();
  const packed = { texts: items.map(({ str }) => str), numbers: new Float64Array(items.length * NUMBERS), fontAt: new Uint16Array(items.length), flags: new Uint8Array(items.length) };
  items.forEach(({ dir, width, height, transform, fontName, hasEOL }, index) => {
    packed.numbers.set(transform, index * NUMBERS);
    packed.numbers[index * NUMBERS + 6] = width;
    packed.numbers[index * NUMBERS + 7] = height;
    let font = fonts.get(fontName);
    if (font === undefined) fonts.set(fontName, (font = fonts.size));
    packed.fontAt[index] = font;
    packed.flags[index] = 2 * DIRECTIONS.indexOf(dir) + Number(hasEOL);
  });
  return { ...packed, fonts: [...fonts.keys()] };
}

function unpackMessage(message: unknown): unknown {
  if (typeof message !== 'object' || message === null || !('chunk' in message)) return message;
  const { chunk } = message;
  if (typeof chunk !== 'object' || chunk === null || !('packed' in chunk)) return message;
  const { packed, ...others } = chunk as { readonly packed: PackedItems };
  return { ...message, chunk: { ...others, items: unpack(packed) } };
}

function unpack({ texts, numbers, fonts, fontAt, flags }: PackedItems): Item[] {
  return texts.map((str, index) => {
    const at = index * NUMBERS;
    const flag = flags[index] ?? 0;
    const number = (which: number): number => numbers[at + which] ?? 0;
    return {
      str,
      dir: DIRECTIONS[flag >> 1] ?? 'ltr',
      width: number(6),
      height: number(7),
      transform: [number(0), number(1), number(2), number(3), number(4), number(5)],
      fontName: fonts[fontAt[index] ?? 0] ?? '',
      hasEOL: flag % 2 === 1,
    };
  });
}
