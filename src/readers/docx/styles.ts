import { readMarkup } from './markup';

/** The properties of text that matter for reading it; undefined where nothing is said. Units: points. */
export interface TextFormat {
  isBold?: boolean;
  sizePt?: number;
  isRaised?: boolean;
  /** How far it is moved above its line; below zero under it. */
  lift?: number;
  isHidden?: boolean;
  /** Struck through: text that is deleted by hand. */
  isStruck?: boolean;
}

/** What a style says: of its text, of its list, and of pages. */
export interface Style {
  readonly text: TextFormat;
  readonly numId: string | null;
  readonly level: number;
  readonly startsPage: boolean;
}

interface RawStyle {
  basedOn: string | null;
  readonly text: TextFormat;
  numId: string | null;
  level: number | null;
  startsPage: boolean | null;
}

/** Styles may be based on each other, but not endlessly. Source: Word allows eleven levels; generators go further. */
const MAX_STYLE_DEPTH = 50;

/** Word's own styles of note marks, which need not be written down to be used. */
const NOTE_REFERENCE = /^(?:footnote|endnote)reference$|^(?:fodnote|slutnote)henvisning$/i;

/** The styles of a Word document, with what each inherits. */
export class Styles {
  private readonly raw = new Map<string, RawStyle>();
  private readonly resolved = new Map<string, Style>();
  private readonly defaults: TextFormat = {};
  private defaultParagraph: string | null = null;

  constructor(xml: string | null) {
    if (xml !== null) this.read(xml);
  }

  /** A paragraph's style with all that it inherits; the document's defaults for an unknown one. */
  paragraph(id: string | null): Style {
    const key = id ?? this.defaultParagraph ?? '';
    const known = this.resolved.get(key);
    if (known !== undefined) return known;
    const style = this.resolve(key, this.defaults);
    this.resolved.set(key, style);
    return style;
  }

  /** What a character style changes. */
  characters(id: string): TextFormat {
    return this.resolve(id, NOTE_REFERENCE.test(id) ? { isRaised: true } : {}).text;
  }

  private resolve(id: string, base: TextFormat): Style {
    const chain: RawStyle[] = [];
    for (let style = this.raw.get(id); style !== undefined && chain.length < MAX_STYLE_DEPTH; style = this.raw.get(style.basedOn ?? '')) chain.unshift(style);
    const text: TextFormat = { ...base };
    let numId: string | null = null;
    let level = 0;
    let startsPage = false;
    for (const style of chain) {
      Object.assign(text, style.text);
      numId = style.numId ?? numId;
      level = style.level ?? level;
      startsPage = style.startsPage ?? startsPage;
    }
    return { text, numId, level, startsPage };
  }

  private read(xml: string): void {
    let current: RawStyle | null = null;
    let isInDefaults = false;
    readMarkup(xml, {
      open: (name, attribute) => {
        if (name === 'rPrDefault') isInDefaults = true;
        if (name === 'style') {
          const id = attribute('styleId') ?? '';
          current = { basedOn: null, text: {}, numId: null, level: null, startsPage: null };
          this.raw.set(id, current);
          if (attribute('type') === 'paragraph' && isOn(attribute('default'), false)) this.defaultParagraph = id;
        }
        const text = current?.text ?? (isInDefaults ? this.defaults : null);
        if (text !== null) applyTextProperty(text, name, attribute);
        if (current === null) return;
        if (name === 'basedOn') current.basedOn = attribute('val') ?? null;
        if (name === 'numId') current.numId = attribute('val') ?? null;
        if (name === 'ilvl') current.level = Number(attribute('val') ?? 0);
        if (name === 'pageBreakBefore') current.startsPage = isOn(attribute('val'), true);
      },
      close: (name) => {
        if (name === 'style') current = null;
        if (name === 'rPrDefault') isInDefaults = false;
      },
      text: () => undefined,
    });
  }
}

/** Takes one property of text into a format; other properties are left alone. */
export function applyTextProperty(format: TextFormat, name: string, attribute: (name: string) => string | undefined): void {
  const value = attribute('val');
  if (name === 'b') format.isBold = isOn(value, true);
  else if (name === 'vanish') format.isHidden = isOn(value, true);
  else if (name === 'strike' || name === 'dstrike') format.isStruck = isOn(value, true);
  else if (name === 'vertAlign') format.isRaised = value === 'superscript';
  else if (name === 'position') format.lift = Number(value ?? 0) / 2;
  else if (name === 'sz' && value !== undefined && Number.isFinite(Number(value))) format.sizePt = Number(value) / 2;
}

/** Whether an on/off property is on; `missing` is what its mere presence means. */
export function isOn(value: string | undefined, missing: boolean): boolean {
  return value === undefined ? missing : !['0', 'false', 'off'].includes(value);
}
