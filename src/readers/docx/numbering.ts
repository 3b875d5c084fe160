import { readMarkup } from './markup';

interface Level {
  start: number;
  format: string;
  text: string;
}

interface List {
  readonly abstractId: string;
  readonly starts: Map<number, number>;
}

/** The automatic numbers of a Word document's lists and headings, in the order in which paragraphs ask for them. */
export class Numbering {
  private readonly abstracts = new Map<string, Map<number, Level>>();
  private readonly lists = new Map<string, List>();
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(xml: string | null) {
    if (xml !== null) this.read(xml);
  }

  /** The printed number or bullet of the next paragraph in a list, empty when it has none. */
  next(numId: string, level: number): string {
    const list = this.lists.get(numId);
    const levels = list === undefined ? undefined : this.abstracts.get(list.abstractId);
    const own = levels?.get(level);
    if (list === undefined || levels === undefined || own === undefined) return '';
    const counts = this.counts.get(list.abstractId) ?? [];
    this.counts.set(list.abstractId, counts);
    if (!this.begun.has(numId)) {
      this.begun.add(numId);
      for (const [at, start] of list.starts) counts[at] = start - 1;
    }
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    if (own.format === 'bullet') return bulletOf(own.text);
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const outer = levels.get(at);
      return formatNumber(counts[at] ?? outer?.start ?? 1, outer?.format ?? 'decimal');
    });
  }

  private read(xml: string): void {
    let abstract: Map<number, Level> | null = null;
    let list: List | null = null;
    let level: Level | null = null;
    let overridden = 0;
    readMarkup(xml, {
      open: (name, attribute) => {
        const value = attribute('val') ?? '';
        switch (name) {
          case 'abstractNum':
            abstract = new Map();
            this.abstracts.set(attribute('abstractNumId') ?? '', abstract);
            break;
          case 'lvl':
            level = { start: 1, format: 'decimal', text: '' };
            if (list === null) abstract?.set(Number(attribute('ilvl') ?? 0), level);
            break;
          case 'start':
            if (level !== null) level.start = toCount(value);
            break;
          case 'numFmt':
            if (level !== null) level.format = value;
            break;
          case 'lvlText':
            if (level !== null) level.text = value;
            break;
          case 'num':
            list = { abstractId: '', starts: new Map() };
            this.lists.set(attribute('numId') ?? '', list);
            break;
          case 'abstractNumId':
            if (list !== null) list = this.link(list, value);
            break;
          case 'lvlOverride':
            overridden = Number(attribute('ilvl') ?? 0);
            break;
          case 'startOverride':
            list?.starts.set(overridden, toCount(value));
            break;
        }
      },
      close: (name) => {
        if (name === 'abstractNum') abstract = null;
        if (name === 'num') list = null;
        if (name === 'lvl') level = null;
      },
      text: () => undefined,
    });
  }

  private link(list: List, abstractId: string): List {
    const linked = { ...list, abstractId };
    for (const [id, known] of this.lists) if (known === list) this.lists.set(id, linked);
    return linked;
  }
}

function toCount(value: string): number {
  const count = Number(value);
  return Number.isInteger(count) ? count : 1;
}

function bulletOf(text: string): string {
  return /[\uE000-\uF8FF]/.test(text) ? '•' : text;
}

function formatNumber(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(count);
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerRoman':
      return roman(count);
    case 'upperRoman':
      return roman(count).toUpperCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(count);
  }
}

/** a to z, then aa, bb and so on. Source: ECMA-376, ST_NumberFormat lowerLetter. */
function letters(count: number): string {
  if (count < 1) return '';
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(20, Math.ceil(count / 26)));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number in small Roman figures. */
export function roman(count: number): string {
  let rest = Math.min(Math.max(count, 0), 3999);
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
