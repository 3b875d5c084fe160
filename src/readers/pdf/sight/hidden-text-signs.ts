import { type DrawingStream } from '../operators/drawing-streams';
import { type FileObjects } from '../file/file-objects';
import { lookForHiddenText, type Hiding } from './drawing-commands';

/** Text that paints nothing, and white as a fill: what a stream must have to be looked at closely. "1 scn" is the full tint of a single ink, nearly always black. */
const UNPAINTED = /(?:^|\s)[37]\s+Tr\b/;
const WHITE_FILL = /(?:^|\s)(?:(?:1(?:\.0*)?|0?\.99\d*)\s+g|(?:(?:1(?:\.0*)?|0?\.99\d*)\s+){3}(?:rg|scn?)|(?:0(?:\.0*)?\s+){4}(?:k|scn?)|1(?:\.0*)?\s+sc)(?=\s)/g;

/** What comes first after a white fill: another colour, or text, a form or a copy of the state. */
const NEXT = /(?:^|[\s\])>])(?:(g|rg|k|cs|scn?|Q)|T[jJ]|['"]|Do|q)(?=[\s[(</]|$)/g;

/** A graphics state that makes the fill transparent. */
const TRANSPARENT = /\/ca\s+(?:0(?:\.0*)?|\.0+)(?=[\s/>])/;

/** Streams that pages draw by a name of their own (forms, fonts that are drawings) say so, or hide it in an escaped name. */
const NAMED = /\/Subtype\b|#/;

/** By an object's number: whether the page may hold text that nobody sees. */
export type HidingPages = (page: number | null) => boolean;

const NO_PAGE: HidingPages = () => false;
const EVERY_PAGE: HidingPages = () => true;

/**
 * Which pages of a PDF may hold text that nobody sees: drawn without paint, white, or transparent. Cheap: a look at the drawing commands.
 * What cannot be looked into, because it is encrypted or packed otherwise, may hold some, and so may every page when it cannot be told which
 * one draws it. Every stream of the file is shown to `add`; then `hidingPages` answers.
 */
export class HidingSigns {
  private readonly found = new Map<number, Hiding>();
  private isEverywhere: boolean;

  constructor(private readonly objects: FileObjects) {
    this.isEverywhere = objects.texts.some((text) => TRANSPARENT.test(text));
  }

  add({ stream, content, isWhole }: DrawingStream): void {
    if (this.isEverywhere) return;
    const hiding = hidingOf(isWhole ? content : null);
    if (hiding === 'shows' && (stream.object === null || NAMED.test(stream.dictionary))) this.isEverywhere = true;
    else if (stream.object !== null && GRAVITY[hiding] >= GRAVITY[this.found.get(stream.object) ?? 'none']) this.found.set(stream.object, hiding);
  }

  hidingPages(): HidingPages {
    if (this.isEverywhere) return EVERY_PAGE;
    return [...this.found.values()].every((hiding) => hiding === 'none') ? NO_PAGE : pagesThatDraw(this.found, this.objects);
  }
}

/** Of several versions of a stream the worst counts. */
const GRAVITY: Readonly<Record<Hiding, number>> = { none: 0, leaves: 1, shows: 2 };

function hidingOf(content: Uint8Array | null): Hiding {
  if (content === null) return 'shows';
  const text = latin.decode(content);
  return UNPAINTED.test(text) || usesWhite(text) ? lookForHiddenText(content) : 'none';
}

/** Whether white is used, or left, for more than what is painted with it at once. */
function usesWhite(text: string): boolean {
  for (const { index, 0: fill } of text.matchAll(WHITE_FILL)) {
    NEXT.lastIndex = index + fill.length;
    const next = NEXT.exec(text);
    if (next?.[1] === undefined) return true;
  }
  return false;
}

/** The pages that draw streams with hidden text. Where one of these is drawn by no page itself (a form within pages), every page may. */
function pagesThatDraw(found: ReadonlyMap<number, Hiding>, { pages }: FileObjects): HidingPages {
  const claimed = new Set<number>();
  const states = new Map<number, boolean>();
  for (const { object, contents } of pages) {
    for (const content of contents) claimed.add(content);
    const mayHide = contents.length === 0 || contents.some((content) => (found.get(content) ?? 'shows') === 'shows' || (contents.length > 1 && found.get(content) === 'leaves'));
    states.set(object, mayHide || states.get(object) === true);
  }
  for (const [object, hiding] of found) if (hiding === 'shows' && !claimed.has(object)) return EVERY_PAGE;
  return (page) => (page === null ? true : (states.get(page) ?? true));
}

const latin = new TextDecoder('latin1');
