import type { PageViewport } from 'pdfjs-dist';
import type { PDFPageProxy, TextContent, TextItem } from 'pdfjs-dist/types/src/display/api';
import { cleanCharacters } from '../../characters';
import { isBlankCode, isUnmapped, usualWidth } from './letters';
import { directionOf, multiply, turnedBox, turnPoint, type QuarterTurns, type RunExtent } from './turns';

/** A part of a printed line without blanks, as placed on the upright page. Units: points from the top left corner. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  baseline: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  /** The name under which pdf.js knows the font on every page of the document. */
  readonly font: string;
  /** Whether the document has a blank before it on the line. */
  readonly hasBlankBefore: boolean;
  /** Printed twice a hair's breadth apart: a poor man's bold. */
  isDoubled: boolean;
  isRaised: boolean;
}

/** What stands on a page, before lines are made of it. */
export interface PagePieces {
  readonly width: number;
  readonly height: number;
  readonly turns: QuarterTurns;
  readonly upright: readonly Piece[];
  /** Text that runs at a slant (a watermark): never part of the body. */
  readonly slanted: readonly Piece[];
  /** Characters in all and characters that stand for no letter (private use, controls, replacement). */
  readonly characters: number;
  readonly unmapped: number;
  /** Texts off the page or too small to be read. */
  readonly unseen: readonly string[];
}

/** Smaller type than this is not meant to be read. Units: points. */
const SMALLEST_TYPE_PT = 2;

/** Two equal pieces nearer to each other than this share of the type size are one piece printed twice. */
const DOUBLED_DISTANCE = 0.15;

/** Text runs over the page's edge when it ends so far beyond it; a cut figure ends within so many type sizes of the edge. */
const EDGE_PT = 0.5;
const CUT_REACH = 0.65;

/** A figure that tells how wide its font's digits are. */
const FIGURE = /^\d[\d.,]+$/;

interface Run {
  readonly item: TextItem;
  readonly direction: QuarterTurns | null;
  readonly matrix: readonly number[];
  readonly hasBlankBefore: boolean;
}

/**
 * The pieces of a page, upright: where most of the text runs up, down or upside down, the whole page is turned.
 * Text off the page and text smaller than two points is told apart; what is printed twice at one place is there once.
 */
export function readPieces(page: PDFPageProxy, content: TextContent): PagePieces {
  const viewport = page.getViewport({ scale: 1 });
  const runs = textRuns(content, viewport.transform as number[]);
  const turns = dominantTurns(runs);
  const width = turns % 2 === 0 ? viewport.width : viewport.height;
  const height = turns % 2 === 0 ? viewport.height : viewport.width;
  const upright = new PieceCollector(width, height);
  const slanted = new PieceCollector(width, height);
  let characters = 0;
  let unmapped = 0;
  for (const run of runs) {
    for (let index = 0; index < run.item.str.length; index += 1) {
      const code = run.item.str.charCodeAt(index);
      if (code === 0x20) continue;
      characters += 1;
      if (isUnmapped(code)) unmapped += 1;
    }
    const style = content.styles[run.item.fontName];
    const placed = placeRun(run, turns, viewport, style);
    if (placed.direction === 0) splitRun(placed, run, runs).forEach((piece) => upright.add(piece));
    else if (placed.direction === null) slanted.add(turnedPiece(placed, run));
    else upright.add(turnedPiece(placed, run));
  }
  const [whole, cut] = partCut(upright.pieces, width);
  return { width, height, turns, upright: whole, slanted: slanted.pieces, characters, unmapped, unseen: [...upright.unseen, ...slanted.unseen, ...cut] };
}

/**
 * Where text runs over an edge of the page, the figures at that edge may have lost digits: they are told apart, and count as not seen.
 * Programs leave out what falls beyond the edge, so that a figure may end before it and still be cut.
 */
function partCut(pieces: readonly Piece[], width: number): [Piece[], string[]] {
  const isOver = { left: pieces.some((piece) => piece.left < -EDGE_PT), right: pieces.some((piece) => piece.right > width + EDGE_PT) };
  if (!isOver.left && !isOver.right) return [[...pieces], []];
  const isCut = ({ text, left, right, size }: Piece): boolean => /\d/.test(text) && ((isOver.left && left < CUT_REACH * size) || (isOver.right && right > width - CUT_REACH * size));
  return [pieces.filter((piece) => !isCut(piece)), pieces.filter(isCut).map((piece) => piece.text)];
}

/** How many quarter turns make the text of this page upright. */
export function readTurns(page: PDFPageProxy, content: TextContent): QuarterTurns {
  return dominantTurns(textRuns(content, page.getViewport({ scale: 1 }).transform as number[]));
}

/** Keeps what can be seen, once. */
class PieceCollector {
  readonly pieces: Piece[] = [];
  readonly unseen: string[] = [];
  private readonly byText = new Map<string, Piece[]>();

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {}

  add(piece: Piece): void {
    if (piece.text === '') return;
    if (piece.size < SMALLEST_TYPE_PT || piece.right < 0 || piece.left > this.width || piece.bottom < 0 || piece.top > this.height) {
      this.unseen.push(piece.text);
      return;
    }
    const same = this.byText.get(piece.text);
    if (same === undefined) {
      this.byText.set(piece.text, [piece]);
    } else {
      const distance = DOUBLED_DISTANCE * piece.size;
      const twin = same.find((other) => Math.abs(other.left - piece.left) < distance && Math.abs(other.baseline - piece.baseline) < distance);
      if (twin !== undefined) {
        twin.isDoubled = true;
        return;
      }
      same.push(piece);
    }
    this.pieces.push(piece);
  }
}

function textRuns(content: TextContent, view: readonly number[]): Run[] {
  const runs: Run[] = [];
  let hasBlankBefore = false;
  for (const item of content.items) {
    if (!('str' in item)) continue;
    const isBlank = item.str.trim() === '';
    if (!isBlank) {
      const matrix = multiply(view, item.transform as number[]);
      runs.push({ item, direction: directionOf(matrix), matrix, hasBlankBefore: hasBlankBefore || /^\s/.test(item.str) });
    }
    hasBlankBefore = isBlank ? hasBlankBefore || item.str !== '' || item.hasEOL : item.hasEOL || /\s$/.test(item.str);
  }
  return runs;
}

function dominantTurns(runs: readonly Run[]): QuarterTurns {
  const characters = [0, 0, 0, 0];
  for (const run of runs) {
    if (run.direction !== null) characters[run.direction] = (characters[run.direction] ?? 0) + run.item.str.length;
  }
  const most = characters.indexOf(Math.max(...characters));
  return (((characters[0] ?? 0) * 2 >= characters.reduce((sum, count) => sum + count, 0) ? 0 : most) % 4) as QuarterTurns;
}

interface PlacedRun extends RunExtent {
  readonly size: number;
}

function placeRun(run: Run, turns: QuarterTurns, view: PageViewport, style: TextContent['styles'][string] | undefined): PlacedRun {
  const [, , c = 0, d = 0, e = 0, f = 0] = run.matrix;
  const [x, y] = turnPoint(e, f, turns, view.width, view.height);
  const size = Math.hypot(c, d);
  const isVertical = style?.vertical === true;
  return {
    direction: run.direction === null ? null : (((run.direction - turns + 4) % 4) as QuarterTurns),
    x,
    y,
    length: (isVertical ? run.item.height : run.item.width) * view.userUnit,
    size,
    ascent: within(style?.ascent, 0.6, 1, 0.8) * size,
    descent: within(style === undefined ? undefined : -style.descent, 0.1, 0.35, 0.2) * size,
  };
}

/**
 * The pieces of an upright run: split at its blanks, with widths shared out by how wide its characters usually are, or really are in a run of figures,
 * whose blanks may be the gaps between columns.
 */
function splitRun(placed: PlacedRun, run: Run, all: readonly Run[]): Piece[] {
  const text = run.item.str;
  const edge = { top: placed.y - placed.ascent, bottom: placed.y + placed.descent };
  const piece = (from: number, to: number, left: number, right: number): Piece => ({
    text: cleanCharacters(text.slice(from, to)),
    left,
    right,
    baseline: placed.y,
    ...edge,
    size: placed.size,
    font: run.item.fontName,
    hasBlankBefore: from > 0 || run.hasBlankBefore,
    isDoubled: false,
    isRaised: false,
  });
  const trimmed = text.trim();
  if (trimmed === text && !/\s/.test(text)) return [piece(0, text.length, placed.x, placed.x + placed.length)];
  const widthOf = areFigures(text) ? figureWidths(placed, run, all) : null;
  let usual = 0;
  for (let index = 0; index < text.length; index += 1) usual += usualWidth(text.charCodeAt(index));
  const scale = usual === 0 ? 0 : placed.length / usual;
  const pieces: Piece[] = [];
  let x = placed.x;
  let start = -1;
  let startX = x;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isBlank = isBlankCode(code);
    if (isBlank && start >= 0) {
      pieces.push(piece(start, index, startX, x));
      start = -1;
    } else if (!isBlank && start < 0) {
      start = index;
      startX = x;
    }
    x += widthOf === null ? usualWidth(code) * scale : isBlank ? widthOf.blank : widthOf.digit * widthInDigits(code);
  }
  if (start >= 0) pieces.push(piece(start, text.length, startX, x));
  return pieces;
}

/** Whether a run holds figures, and dashes in the place of figures, and nothing else. */
function areFigures(text: string): boolean {
  return /^[-–−\d.,\s]+$/.test(text) && text.trim().split(/\s+/).every((part) => /\d|^[-–−]$/.test(part));
}

/** How wide digits and blanks of a run of figures are, told by the figures that its font prints alone; null when nothing tells. Units: points. */
function figureWidths(placed: PlacedRun, { item }: Run, all: readonly Run[]): { readonly digit: number; readonly blank: number } | null {
  const sample = all.find((other) => other.item.fontName === item.fontName && FIGURE.test(other.item.str));
  if (sample === undefined) return null;
  const digit = ((sample.item.width / sample.item.height) * placed.size) / digitsIn(sample.item.str);
  let blanks = 0;
  for (let index = 0; index < item.str.length; index += 1) if (isBlankCode(item.str.charCodeAt(index))) blanks += 1;
  const blank = (placed.length - digit * digitsIn(item.str)) / blanks;
  return blank > 0 && Number.isFinite(digit) ? { digit, blank } : null;
}

/** The width of a figure in digits. */
function digitsIn(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) if (!isBlankCode(text.charCodeAt(index))) count += widthInDigits(text.charCodeAt(index));
  return count;
}

/** How wide a character of a figure is, in digits: a minus sign is as wide as one, an en dash nearly, a hyphen little more than the half that points and commas are. */
function widthInDigits(code: number): number {
  if (isDigit(code) || code === 0x2212) return 1;
  if (code === 0x2013) return 0.9;
  return code === 0x2d ? 0.6 : 0.5;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A run that stands on end or at a slant, as one piece with the box that it takes up. */
function turnedPiece(placed: PlacedRun, run: Run): Piece {
  const box = turnedBox(placed);
  return {
    text: cleanCharacters(run.item.str.trim()),
    left: box.left,
    right: box.right,
    baseline: box.bottom,
    top: box.top,
    bottom: box.bottom,
    size: placed.size,
    font: run.item.fontName,
    hasBlankBefore: true,
    isDoubled: false,
    isRaised: false,
  };
}

function within(value: number | undefined, least: number, most: number, usual: number): number {
  return value === undefined || Number.isNaN(value) || value === 0 ? usual : Math.min(most, Math.max(least, value));
}
