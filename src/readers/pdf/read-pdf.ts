import { unzlibSync } from 'fflate';
import type { PDFPageProxy, TextContent } from 'pdfjs-dist/types/src/display/api';
import { type DocumentText, type TextLine } from '../../core/extraction/lines/document-text';
import { fail, succeed, type Failure, type Result } from '../../core/failure';
import { type DocumentFile, type ReadOptions } from '../document-file';
import { limited, withinLimits } from '../document-limits';
import { readingParts } from './lines/columns';
import { openPdf, pdfEngine, type OpenPdf, type PdfEngine } from './engine/engine';
import { readFileObjects, type Inflate } from './file/file-objects';
import { countOperators, findBoldFonts } from './text/fonts';
import { HidingSigns, type HidingPages } from './sight/hidden-text-signs';
import { makeLine, type DraftLine } from './lines/lines';
import { joinThousands } from './lines/thousands';
import { assignRoles, doubtfulHeads } from './lines/page-roles';
import { DrawingBudget } from './operators/drawing-budget';
import { drawingStreams } from './operators/drawing-streams';
import { readPieces } from './text/pieces';
import { blankLinesBetween, usualPitch } from './lines/spacing';
import { ALL_SEEN, hiddenText, lookAt, withoutItems, type Sight } from './sight/sight';
import { type QuarterTurns } from './text/turns';
import { exceedsInflatedBudget, INFLATED_BUDGET_MEGABYTES } from './file/stream-budget';
import { BudgetSpent } from './file/stream-filters';
import { countUnlettered, unletteredFonts } from './text/unlettered-fonts';
import { sha256Hex } from '../text';

/** Larger files and longer documents are refused before they are read. */
const MAX_MEGABYTES = 100;
const MAX_PAGES = 3000;

/** A page with more text items than this is no page of a document. */
const MAX_PIECES_ON_PAGE = 60_000;

/** A page where a greater share of the characters stands for no letter cannot be read. */
const MAX_UNMAPPED_SHARE = 0.3;

/** A page without text that draws more than this holds a picture of text, drawn as lines. */
const MAX_OPERATORS_OF_BLANK_PAGE = 100;

/** How long to read before other messages (cancel) get their turn. Units: milliseconds. */
const TURN_MS = 100;

/**
 * The lines of a PDF in reading order, every word with its box.
 * Errors: 'empty-file', 'too-large', 'password-needed', 'damaged-file' (read again with `acceptPartly` for what can be saved, marked as partly read),
 * 'scanned-pdf' when no page has text, or none but what text recognition laid over scans (read that on request too, marked as partly read),
 * 'no-legible-text' when what there is stands at a slant, is hidden or too small to see, 'no-text-mapping' when no font says which letters it prints, 'reader-unavailable' when pdf.js cannot be loaded, 'cancelled'.
 */
export async function readPdf(file: DocumentFile, options: ReadOptions = {}): Promise<Result<DocumentText>> {
  const { name, bytes } = file;
  if (bytes.length === 0) return fail({ code: 'empty-file', name });
  if (bytes.length > MAX_MEGABYTES * 1_000_000) return fail({ code: 'too-large', name, limitMegabytes: MAX_MEGABYTES });
  if (await exceedsInflatedBudget(bytes)) return fail({ code: 'too-large', name, limitMegabytes: INFLATED_BUDGET_MEGABYTES, overfull: 'unpacked' });
  const strict = await readOpened(file, options, true);
  if (strict.ok || strict.failure.code !== 'damaged-file' || options.acceptPartly !== true) return strict;
  return readOpened(file, options, false);
}

async function readOpened(file: DocumentFile, options: ReadOptions, stopAtErrors: boolean): Promise<Result<DocumentText>> {
  const engine = await pdfEngine().catch(() => null);
  if (engine === null) return fail({ code: 'reader-unavailable' });
  const opening = openPdf(engine, file.bytes, { password: file.password, stopAtErrors });
  opening.catch(() => undefined);
  // A parser in a thread of its own opens the file meanwhile.
  const foresight = lookAhead(file.bytes, engine.inflate ?? unzlibSync);
  let opened: OpenPdf;
  try {
    opened = await opening;
  } catch (error) {
    return fail(openingFailure(file.name, error, file.password !== undefined));
  }
  try {
    const { document } = opened;
    if (document.numPages > MAX_PAGES) return fail({ code: 'too-large', name: file.name, limitMegabytes: MAX_MEGABYTES, limitPages: MAX_PAGES });
    if (foresight === null) return fail({ code: 'too-large', name: file.name, limitMegabytes: INFLATED_BUDGET_MEGABYTES, overfull: 'unpacked' });
    if (foresight.overdrawnPage !== null) return fail({ code: 'too-large', name: file.name, limitMegabytes: MAX_MEGABYTES, overfull: { page: await pageNumber(opened, foresight.overdrawnPage) } });
    const pages = await readSeenPages(engine, opened, foresight, file, options);
    if (!pages.ok) return pages;
    await findRoles(opened, pages.value);
    const unreadable = await findUnreadable(opened, pages.value);
    return await withinLimits(file.name, () => assemble(file, pages.value, unreadable, !stopAtErrors));
  } finally {
    await opened.close();
  }
}

/** A page as read. */
interface PageDraft {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly DraftLine[];
  readonly isUnmapped: boolean;
  /** Whether its text was recognised on a scan, which may have misread any figure. */
  readonly isRecognised: boolean;
  /** What stands on it for nobody to see. */
  readonly hiddenText: string;
  readonly turns: QuarterTurns;
}

/** What the file itself tells before its pages are parsed. Shape: `overdrawnPage` is the number of the object of a page that takes too much to be drawn. */
interface Foresight {
  readonly overdrawnPage: number | null;
  readonly mayHide: HidingPages;
  readonly unlettered: ReadonlySet<string>;
}

/** A look through the file's objects; null where its drawing commands unpack to more than a document holds. */
function lookAhead(bytes: Uint8Array, inflate: Inflate): Foresight | null {
  const objects = readFileObjects(bytes, inflate);
  const budget = new DrawingBudget(objects);
  const signs = new HidingSigns(objects);
  try {
    for (const stream of drawingStreams(objects, bytes, inflate)) {
      budget.add(stream);
      signs.add(stream);
    }
  } catch (error) {
    if (error instanceof BudgetSpent) return null;
    throw error;
  }
  return { overdrawnPage: budget.overdrawnPage(), mayHide: signs.hidingPages(), unlettered: unletteredFonts(objects.texts) };
}

/** The number of the page that is an object; the first one where the document does not count it. */
async function pageNumber({ document }: OpenPdf, object: number): Promise<number> {
  const index = await document.getPageIndex({ num: object, gen: 0 }).catch(() => 0);
  return index + 1;
}

/** The pages with what can be seen on them. Where text may be hidden, their drawing lists tell; a second opening, which no picture stops, gives those of pages with pictures. */
async function readSeenPages(engine: PdfEngine, opened: OpenPdf, foresight: Foresight, file: DocumentFile, options: ReadOptions): Promise<Result<PageDraft[]>> {
  let unstopped: Promise<OpenPdf> | null = null;
  const openAgain = (): Promise<OpenPdf> => (unstopped ??= openPdf(engine, file.bytes, { password: file.password, stopAtErrors: false }));
  try {
    return await readPages(opened, foresight, openAgain, file.name, options);
  } finally {
    await (await (unstopped as Promise<OpenPdf> | null))?.close();
  }
}

async function readPages(opened: OpenPdf, { mayHide, unlettered }: Foresight, openAgain: () => Promise<OpenPdf>, name: string, options: ReadOptions): Promise<Result<PageDraft[]>> {
  const { document } = opened;
  const pages: PageDraft[] = [];
  const texts = new PageTexts(opened);
  texts.ask(1);
  let turnEnds = now() + TURN_MS;
  for (let number = 1; number <= document.numPages; number += 1) {
    if (now() > turnEnds) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      turnEnds = now() + TURN_MS;
    }
    if (options.signal?.aborted === true) return fail({ code: 'cancelled' });
    let page: PDFPageProxy;
    let content: TextContent;
    let sight: Sight;
    let isUnlettered = false;
    try {
      ({ page, content } = await texts.take(number));
      if (content.items.length > MAX_PIECES_ON_PAGE) return fail({ code: 'too-large', name, limitMegabytes: MAX_MEGABYTES, overfull: { page: number } });
      sight = mayHide(page.ref?.num ?? null) ? await lookAt(opened, page, content, async () => (await openAgain()).document.getPage(number)) : ALL_SEEN;
      if (unlettered.size > 0) {
        const counted = await countUnlettered(await openAgain(), number, unlettered);
        isUnlettered = isTooMany(counted.unlettered, counted.characters);
      }
    } catch (error) {
      return fail({ code: 'damaged-file', name, detail: `${describe(error)} (page ${number})` });
    }
    pages.push(draftPage(number, page, withoutItems(content, sight, options.acceptPartly === true), sight, isUnlettered));
    page.cleanup();
    options.onProgress?.(number, document.numPages);
  }
  return succeed(pages);
}

/** A page with its text items. */
interface PageText {
  readonly page: PDFPageProxy;
  readonly content: TextContent;
}

/** The texts of a document's pages, asked for as far ahead as its parser can read while this thread is busy. */
class PageTexts {
  private readonly asked = new Map<number, Promise<PageText>>();
  private last = 0;

  constructor(private readonly opened: OpenPdf) {}

  /** Asks for a page and those after it. A page that fails says so when it is taken, in its turn. */
  ask(number: number): void {
    for (const end = Math.min(number + this.opened.pagesAhead, this.opened.document.numPages); this.last < end; ) {
      this.last += 1;
      const text = this.read(this.last);
      text.catch(() => undefined);
      this.asked.set(this.last, text);
    }
  }

  /** The text of a page; each is taken once. Errors: rejects with pdf.js's own exceptions. */
  take(number: number): Promise<PageText> {
    this.ask(number);
    const text = this.asked.get(number) ?? this.read(number);
    this.asked.delete(number);
    return text;
  }

  private async read(number: number): Promise<PageText> {
    const page = await this.opened.document.getPage(number);
    return { page, content: await readContent(page) };
  }
}

/** The text items of a page, up to just beyond what a page can have. */
async function readContent(page: PDFPageProxy): Promise<TextContent> {
  const reader = page.streamTextContent({ includeMarkedContent: false, disableNormalization: true }).getReader();
  const content: TextContent = { items: [], styles: {}, lang: null };
  for (;;) {
    const part: ReadableStreamReadResult<TextContent> = await reader.read();
    if (part.done) return content;
    Object.assign(content.styles, part.value.styles);
    for (const item of part.value.items) content.items.push(item);
    if (content.items.length > MAX_PIECES_ON_PAGE) {
      await reader.cancel(new Error('too many text items'));
      return content;
    }
  }
}

/** Whether so many characters of a page say of no letter what it is that the page can be read no more than one without text. */
function isTooMany(unmapped: number, characters: number): boolean {
  return unmapped > MAX_UNMAPPED_SHARE * characters;
}

function draftPage(number: number, page: PDFPageProxy, content: TextContent, sight: Sight, isUnlettered: boolean): PageDraft {
  const found = readPieces(page, content);
  const isUnmapped = isUnlettered || isTooMany(found.unmapped, found.characters);
  const about = { number, height: found.height, isUnmapped, isRecognised: sight.isRecognised, hiddenText: hiddenText(sight, found.unseen), turns: found.turns };
  if (isUnmapped) return { ...about, lines: [] };
  const lines = joinThousands(readingParts(found.upright).flatMap((part, index) => part.map((pieces) => makeLine(pieces, index))));
  const slanted = found.slanted.map((piece) => ({ ...makeLine([piece], -1), role: 'furniture' as const }));
  return { ...about, lines: [...lines, ...slanted] };
}

/** Gives the lines their roles. Whether lines that return at the top of pages are running heads or headings may depend on how bold they are. */
async function findRoles(opened: OpenPdf, pages: readonly PageDraft[]): Promise<void> {
  const [first, ...others] = doubtfulHeads(pages);
  const boldFonts = first === undefined ? new Set<string>() : await findBoldFonts(opened, first.page, [first, ...others].flatMap(({ line }) => line.fonts));
  assignRoles(pages, boldFonts);
}

interface UnreadablePages {
  readonly scanned: readonly number[];
  readonly illegible: readonly number[];
  readonly unmapped: readonly number[];
}

/**
 * Pages that show something and give no text to read: pictures of text, text drawn as lines, text at a slant or that nobody can see.
 * Blank pages are none of them.
 */
async function findUnreadable(opened: OpenPdf, pages: readonly PageDraft[]): Promise<UnreadablePages> {
  const scanned: number[] = [];
  const illegible: number[] = [];
  for (const page of pages) {
    if (page.isUnmapped || page.lines.some((line) => line.role === 'body')) continue;
    if (page.isRecognised) {
      scanned.push(page.number);
      continue;
    }
    const pictures = opened.picturesMet();
    const operators = await countOperators(await opened.document.getPage(page.number));
    const hasPictures = opened.picturesMet() > pictures;
    if (hasPictures || operators > MAX_OPERATORS_OF_BLANK_PAGE) (hasPictures || !hasIllegibleText(page) ? scanned : illegible).push(page.number);
  }
  return { scanned, illegible, unmapped: pages.filter((page) => page.isUnmapped).map((page) => page.number) };
}

/** Whether a page without body text has text at a slant, or text that nobody can see. */
function hasIllegibleText({ lines, hiddenText: hidden }: PageDraft): boolean {
  return lines.some(({ part }) => part < 0) || hidden !== '';
}

async function assemble(file: DocumentFile, pages: readonly PageDraft[], unreadable: UnreadablePages, isPartlyRead: boolean): Promise<Result<DocumentText>> {
  const { name } = file;
  if (!pages.some((page) => page.lines.some((line) => line.role === 'body'))) {
    if (unreadable.unmapped.length > 0) return fail({ code: 'no-text-mapping', name, pages: unreadable.unmapped });
    const isRecognised = pages.some((page) => page.isRecognised);
    if (unreadable.scanned.length > 0) return fail({ code: 'scanned-pdf', name, pages: unreadable.scanned, ...(isRecognised ? { hasRecognisedText: true } : {}) });
    if (unreadable.illegible.length > 0) return fail({ code: 'no-legible-text', name, pages: unreadable.illegible });
    if (!pages.some((page) => page.lines.length > 0)) return fail(isPartlyRead ? { code: 'damaged-file', name, detail: 'no text' } : { code: 'empty-file', name });
  }
  return limited({
    name,
    sha256: await sha256Hex(file.bytes),
    format: 'pdf',
    pages: pages.length,
    lines: textLines(pages),
    unreadablePages: [...unreadable.scanned, ...unreadable.illegible, ...unreadable.unmapped].sort((one, other) => one - other),
    isPartlyRead: isPartlyRead || pages.some((page) => page.isRecognised && page.lines.length > 0),
    pageTurns: pages.map(({ turns }) => turns),
    hiddenText: pages.flatMap(({ number, hiddenText }) => (hiddenText === '' ? [] : [{ page: number, text: hiddenText }])),
  });
}

function textLines(pages: readonly PageDraft[]): TextLine[] {
  const pitch = usualPitch(pages);
  const result: TextLine[] = [];
  let last: DraftLine | null = null;
  for (const page of pages) {
    let isNewPage = true;
    page.lines.forEach((line, index) => {
      const isBody = line.role === 'body';
      const isPageStart = isBody && isNewPage;
      result.push({
        text: line.words.map((word) => word.text).join(' '),
        page: page.number,
        line: index + 1,
        box: { left: line.left, top: line.top, right: line.right, bottom: line.bottom },
        words: line.words,
        blankLinesBefore: line.role === 'furniture' ? 0 : blankLinesBetween(last, line, isNewPage, pitch),
        whitespaceLinesBefore: 0,
        isPageStart,
        fontSizePt: line.size,
        isBold: line.isBold,
        cells: null,
        table: null,
        role: line.role,
      });
      if (isBody) {
        last = line;
        isNewPage = false;
      }
    });
  }
  return result;
}

function openingFailure(name: string, error: unknown, hadPassword: boolean): Failure {
  if (error instanceof Error && error.name === 'PasswordException') return { code: 'password-needed', name, wasWrong: hadPassword };
  return { code: 'damaged-file', name, detail: describe(error) };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function now(): number {
  return performance.now();
}
