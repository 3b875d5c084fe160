import { contentsOf, type FileObjects, referencesIn } from '../file/file-objects';
import { CommandTokens } from './command-tokens';
import { type DrawingStream } from './drawing-streams';

/**
 * What drawing a page may take, forms counted as often as they are drawn: some five seconds of pdf.js. A map of a whole country stays within,
 * and no page of text comes near. Units: of a byte of drawing commands.
 */
const MOST_EFFORT = 30_000_000;

/** What pdf.js needs besides for each text that is shown, for each character of it and for each form, and for states that are kept: by the square of how many there are at a time. Measured. */
const EFFORT = { text: 60, character: 5, form: 1_000, state: 2 } as const;

/** In a stream shorter than this, whose commands are not counted, text is about so much of its bytes' effort. Units: bytes, unpacked. */
const SMALL_STREAM = 100_000;
const USUAL_EFFORT = 4;

/** A stream that keeps fewer states than this need not be counted for them. */
const FEW_STATES = 300;

/** How deep forms are drawn within forms. */
const MOST_LEVELS = 200;

/** How far up the tree of pages what a page inherits is looked for. */
const MOST_PARENTS = 50;

/** What a stream of drawing commands takes, and which forms it draws how often, by their names. */
interface StreamCost {
  readonly dictionary: string;
  /** What its own commands take. */
  readonly own: number;
  readonly calls: ReadonlyMap<string, number>;
}

/**
 * Tells pages that take too much to be drawn before anything draws them. Every stream of the file is shown to `add`;
 * then `overdrawnPage` answers with the number of the object of a page beyond the limits, null where there is none.
 * A stream that cannot be looked into counts as nothing; the time limit of the reading thread catches it.
 */
export class DrawingBudget {
  private readonly costs = new Map<number, StreamCost>();
  private readonly totals = new Map<number, number>();

  constructor(private readonly objects: FileObjects) {}

  add({ stream, content }: DrawingStream): void {
    if (stream.object === null || content === null) return;
    this.costs.set(stream.object, { dictionary: stream.dictionary, own: effortOf(content), calls: callsIn(content) });
  }

  overdrawnPage(): number | null {
    for (const { object, contents, text } of this.objects.pages) {
      let resources: ReadonlyMap<string, number> | null = null;
      let total = 0;
      // A page whose list of streams is longer than where pages are looked for is read as a whole.
      const listed = contents.length > 0 ? contents : contentsOf(this.objects.textOf(object) ?? '');
      for (const content of listed.flatMap((one) => this.streamsAt(one))) {
        const cost = this.costs.get(content);
        if (cost === undefined) continue;
        if (cost.calls.size > 0) resources ??= this.formsOfPage(text);
        total += this.costOf(content, resources ?? NO_FORMS);
        if (total > MOST_EFFORT) return object;
      }
    }
    return null;
  }

  /** The streams that an entry of a page's contents stands for: itself, or those of the array that stands in its place. */
  private streamsAt(object: number): readonly number[] {
    if (this.costs.has(object)) return [object];
    return referencesIn(this.objects.textOf(object) ?? '');
  }

  private costOf(object: number, inherited: ReadonlyMap<string, number>, level = 0): number {
    const known = this.totals.get(object);
    if (known !== undefined) return known;
    if (level > MOST_LEVELS) return Infinity;
    const cost = this.costs.get(object);
    if (cost === undefined) return 0;
    // A form that draws itself is not drawn again.
    this.totals.set(object, 0);
    let total = cost.own;
    if (cost.calls.size > 0) {
      const own = this.formsIn(cost.dictionary);
      for (const [name, times] of cost.calls) {
        const form = own.get(name) ?? inherited.get(name);
        if (form !== undefined) total += times * (EFFORT.form + this.costOf(form, own.size > 0 ? own : inherited, level + 1));
      }
    }
    this.totals.set(object, total);
    return total;
  }

  private formsOfPage(text: string): ReadonlyMap<string, number> {
    let at: string | null = text;
    for (let level = 0; at !== null && level < MOST_PARENTS; level += 1) {
      const forms = this.formsIn(at);
      if (forms.size > 0) return forms;
      const parent = /\/Parent\s+(\d+)\s+\d+\s+R/.exec(at);
      at = parent === null ? null : this.objects.textOf(Number(parent[1]));
    }
    return NO_FORMS;
  }

  /** The forms that a dictionary's resources name. */
  private formsIn(dictionary: string): ReadonlyMap<string, number> {
    const resources = this.followed(dictionary, 'Resources');
    const named = `${resources} ${this.followed(resources, 'XObject')}`;
    const forms = new Map<string, number>();
    for (const [, name = '', object] of named.matchAll(/\/([^\s/<>[\]()]+)\s+(\d+)\s+\d+\s+R/g)) if (IS_FORM.test(this.costs.get(Number(object))?.dictionary ?? '')) forms.set(plainName(name), Number(object));
    return forms;
  }

  /** A dictionary's text, or that of the object which it names for one of its entries. */
  private followed(text: string, entry: string): string {
    const reference = new RegExp(`/${entry}\\s+(\\d+)\\s+\\d+\\s+R`).exec(text);
    return reference === null ? text : (this.objects.textOf(Number(reference[1])) ?? '');
  }
}

/** A stream that is drawn by its name says so, or hides it in an escaped name. */
const IS_FORM = /\/Subtype\s*\/Form\b|#/;

const NO_FORMS: ReadonlyMap<string, number> = new Map();

/** What the commands of one stream take. */
function effortOf(content: Uint8Array): number {
  if (content.length < SMALL_STREAM && !keepsManyStates(content)) return USUAL_EFFORT * content.length;
  const tokens = new CommandTokens(content);
  let [texts, characters, states, mostStates] = [0, 0, 0, 0];
  for (let operator = tokens.next(); operator !== null; operator = tokens.next()) {
    if (operator === 'q') states += 1;
    else if (operator === 'Q') states = Math.max(0, states - 1);
    else if (operator === 'ID') tokens.skipPicture();
    else if (TEXT_SHOWING.has(operator)) texts += 1;
    mostStates = Math.max(mostStates, states);
    characters += tokens.glyphs;
    tokens.clear();
  }
  return content.length + EFFORT.text * texts + EFFORT.character * characters + EFFORT.state * mostStates ** 2;
}

/** Whether the letter that keeps a state stands in a stream so often that states may pile up. */
function keepsManyStates(content: Uint8Array): boolean {
  let count = 0;
  for (let at = content.indexOf(KEEP); at >= 0 && count <= FEW_STATES; at = content.indexOf(KEEP, at + 1)) count += 1;
  return count > FEW_STATES;
}

const KEEP = 'q'.charCodeAt(0);

const TEXT_SHOWING: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);

/** The names of what a stream draws by name, and how often. */
function callsIn(content: Uint8Array): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  const text = latin.decode(content);
  if (!text.includes('Do')) return calls;
  for (const [, name = ''] of text.matchAll(/\/([^\s/<>[\]()]+)\s*Do\b/g)) calls.set(plainName(name), (calls.get(plainName(name)) ?? 0) + 1);
  return calls;
}

/** A name without the escapes that some of its letters may be written in. */
function plainName(name: string): string {
  return name.replace(/#([0-9a-f]{2})/gi, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const latin = new TextDecoder('latin1');
