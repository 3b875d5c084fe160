import { type Block, type ParagraphLine, type TableCell } from '../blocks';
import { CellCounter, DOCUMENT_LIMITS, LimitError } from '../document-limits';
import { type StyledRun } from '../words';
import { StyleSheet } from './style-sheet';
import { htmlTokens, type HtmlToken } from './tokens';

/** Elements that begin and end a paragraph. */
const PARAGRAPHS = new Set([
  'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'blockquote', 'section', 'article', 'header', 'footer', 'main', 'nav',
  'aside', 'pre', 'hr', 'body', 'html', 'form', 'fieldset', 'figure', 'figcaption', 'address', 'caption', 'center', 'details', 'summary',
]);

/** Elements without content. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'base', 'wbr', 'area', 'embed', 'source', 'track']);

/** Elements whose text is struck through. */
const STRUCK = new Set(['s', 'strike', 'del']);

const BOLD = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Which open elements a new element of a kind ends, and where the search for them stops. */
const ENDS: ReadonlyMap<string, { readonly ended: ReadonlySet<string>; readonly within: ReadonlySet<string> }> = new Map([
  ['p', { ended: new Set(['p']), within: new Set(['td', 'th', 'table', 'li', 'div']) }],
  ['li', { ended: new Set(['li']), within: new Set(['ul', 'ol', 'table']) }],
  ['td', { ended: new Set(['td', 'th']), within: new Set(['table']) }],
  ['th', { ended: new Set(['td', 'th']), within: new Set(['table']) }],
  ['tr', { ended: new Set(['tr', 'td', 'th']), within: new Set(['table']) }],
  ['tbody', { ended: new Set(['tr', 'td', 'th', 'thead', 'tbody', 'tfoot']), within: new Set(['table']) }],
  ['tfoot', { ended: new Set(['tr', 'td', 'th', 'thead', 'tbody', 'tfoot']), within: new Set(['table']) }],
]);

/** Styles that move text above its line, as Word writes them. */
const LIFTED = /mso-text-raise\s*:\s*[\d.]*[1-9]|(?:^|;)\s*top\s*:\s*-\s*[\d.]*[1-9]/i;

const MAX_SPAN = 1000;
const MAX_ROW_SPAN = 10_000;

interface OpenElement {
  readonly name: string;
  readonly isBold: boolean;
  readonly isRaised: boolean;
  /** Not seen, or struck through: text that is deleted by hand. */
  readonly isHidden: boolean;
  readonly isInvisible: boolean;
  readonly sizePt: number | null;
  /** How a list counts, and how far it has come. */
  readonly list: { readonly type: string; count: number } | null;
}

/** A cell that goes on in the rows below. */
interface RowSpan {
  readonly column: number;
  readonly columnSpan: number;
  rowsLeft: number;
  /** Whether the current row has come to its place: one that a wider cell covers ends there. */
  isMet: boolean;
}

interface OpenTable {
  /** Which of the document's tables it is, from 1. */
  readonly number: number;
  readonly rows: TableCell[][];
  row: TableCell[] | null;
  readonly spans: RowSpan[];
  readonly spansOfRow: RowSpan[];
  column: number;
}

/** The blocks of an HTML text: paragraphs, and tables with their cells on the grid. */
export function blocksOfHtml(html: string): Block[] {
  const builder = new BlockBuilder(new StyleSheet(html));
  for (const token of htmlTokens(html)) builder.take(token);
  return builder.finish();
}

class BlockBuilder {
  private readonly containers: Block[][] = [[]];
  private readonly elements: OpenElement[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly cellCounter = new CellCounter();
  private tableCount = 0;
  private lines: { runs: StyledRun[]; isPageStart: boolean }[] = [];
  private startsPage = false;

  constructor(private readonly sheet: StyleSheet) {}

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.addText(token.text);
    else if (token.kind === 'open') this.openElement(token.name, token.attributes, token.isClosed);
    else this.closeElement(token.name);
  }

  finish(): Block[] {
    while (this.elements.length > 0) this.popElement();
    this.endParagraph();
    return this.containers[0] ?? [];
  }

  private openElement(name: string, attributes: ReadonlyMap<string, string>, isClosed: boolean): void {
    this.endImplied(name);
    const style = this.sheet.styleOf(name, attributes.get('class'), attributes.get('style') ?? '');
    const parent = this.elements.at(-1);
    if (PARAGRAPHS.has(name) || name === 'table') this.endParagraph();
    if (/page-break-before\s*:\s*always|break-before\s*:\s*page/i.test(style)) this.startsPage = true;
    if (name === 'br') this.lines.push({ runs: [], isPageStart: false });
    if (name === 'hr' || VOID.has(name)) return;
    if (this.elements.length >= DOCUMENT_LIMITS.nesting) throw new LimitError('nesting');
    this.elements.push({
      name,
      isBold: weightOf(name, style) ?? parent?.isBold ?? false,
      isRaised: name === 'sup' || /vertical-align\s*:\s*super/i.test(style) || (name === 'span' && LIFTED.test(style) && this.hasText()) || (parent?.isRaised ?? false),
      isHidden: attributes.has('hidden') || STRUCK.has(name) || /display\s*:\s*none|mso-hide\s*:\s*all|text-decoration(?:-line)?\s*:[^;:]*line-through/i.test(style) || (parent?.isHidden ?? false),
      isInvisible: visibilityOf(style) ?? parent?.isInvisible ?? false,
      sizePt: sizeOf(style) ?? parent?.sizePt ?? null,
      list: name === 'ul' || name === 'ol' ? { type: name === 'ul' ? '' : (attributes.get('type') ?? '1'), count: toNumber(attributes.get('start'), 1) - 1 } : null,
    });
    if (name === 'table') this.tables.push({ number: this.nextTable(), rows: [], row: null, spans: [], spansOfRow: [], column: 0 });
    else if (name === 'tr') this.openRow();
    else if (name === 'td' || name === 'th') this.openCell(attributes);
    else if (name === 'li') this.addListMark();
    if (isClosed && !['td', 'th', 'tr', 'table'].includes(name)) this.closeElement(name);
  }

  private closeElement(name: string): void {
    if (name === 'p' && !this.elements.some((element) => element.name === 'p')) this.endParagraph();
    const boundary = lastIndexOf(this.elements, (element) => element.name === 'table');
    const at = lastIndexOf(this.elements, (element) => element.name === name);
    if (at < 0 || at < boundary) return;
    while (this.elements.length > at) this.popElement();
  }

  private endImplied(name: string): void {
    const rule = ENDS.get(name);
    if (rule === undefined) return;
    let outermost = -1;
    for (let at = this.elements.length - 1; at >= 0; at -= 1) {
      const open = this.elements[at]?.name ?? '';
      if (rule.within.has(open)) break;
      if (rule.ended.has(open)) outermost = at;
    }
    if (outermost >= 0) while (this.elements.length > outermost) this.popElement();
  }

  private popElement(): void {
    const element = this.elements.pop();
    if (element === undefined) return;
    if (PARAGRAPHS.has(element.name)) this.endParagraph();
    if (element.name === 'td' || element.name === 'th') this.closeCell();
    else if (element.name === 'tr') this.closeRow();
    else if (element.name === 'table') this.closeTable();
  }

  private openRow(): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    this.closeRow();
    table.row = [];
    table.column = 0;
  }

  private nextTable(): number {
    this.tableCount += 1;
    return this.tableCount;
  }

  private countCell(table: OpenTable): void {
    this.cellCounter.count(table.column, table.number, table.rows.length + 1);
  }

  private openCell(attributes: ReadonlyMap<string, string>): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    table.row ??= [];
    this.fillSpanned(table);
    const columnSpan = Math.min(MAX_SPAN, Math.max(1, toNumber(attributes.get('colspan'), 1)));
    const rows = Math.min(MAX_ROW_SPAN, Math.max(1, toNumber(attributes.get('rowspan'), 1)));
    const cell = { column: table.column, columnSpan };
    if (rows > 1) table.spansOfRow.push({ ...cell, rowsLeft: rows - 1, isMet: true });
    table.row.push({ ...cell, isContinuation: false, blocks: [] });
    table.column += columnSpan;
    this.countCell(table);
    this.containers.push([]);
  }

  /** Puts the continuations of cells from rows above at the places where the row has come to them. */
  private fillSpanned(table: OpenTable): void {
    for (;;) {
      const span = table.spans.find((candidate) => candidate.column === table.column && candidate.rowsLeft > 0);
      if (span === undefined) return;
      span.rowsLeft -= 1;
      span.isMet = true;
      table.row?.push({ column: span.column, columnSpan: span.columnSpan, isContinuation: true, blocks: [] });
      table.column += span.columnSpan;
      this.countCell(table);
    }
  }

  private closeCell(): void {
    this.endParagraph();
    const table = this.tables.at(-1);
    const blocks = this.containers.length > 1 ? this.containers.pop() : undefined;
    const cell = table?.row?.at(-1);
    if (table?.row !== undefined && table.row !== null && cell !== undefined && blocks !== undefined) table.row[table.row.length - 1] = { ...cell, blocks };
  }

  private closeRow(): void {
    const table = this.tables.at(-1);
    if (table === undefined || table.row === null) return;
    const right = Math.max(0, ...table.spans.filter((span) => span.rowsLeft > 0).map((span) => span.column + span.columnSpan));
    for (this.fillSpanned(table); table.column < right; this.fillSpanned(table)) table.column += 1;
    table.rows.push(table.row);
    table.row = null;
    const left = [...table.spans, ...table.spansOfRow].filter((span) => span.isMet && span.rowsLeft > 0);
    for (const span of left) span.isMet = false;
    table.spans.splice(0, table.spans.length, ...left);
    table.spansOfRow.length = 0;
  }

  private closeTable(): void {
    this.closeRow();
    const table = this.tables.pop();
    if (table !== undefined && table.rows.length > 0) this.containers.at(-1)?.push({ kind: 'table', rows: table.rows });
  }

  private endParagraph(): void {
    const lines: ParagraphLine[] = this.lines;
    this.lines = [];
    if (!lines.some((line) => line.runs.some((run) => run.text.trim() !== ''))) return;
    this.containers.at(-1)?.push({ kind: 'paragraph', lines });
  }

  private addText(text: string): void {
    const element = this.elements.at(-1);
    if (text === '' || element?.isHidden === true || element?.isInvisible === true) return;
    if (text.trim() === '' && (this.lines.length === 0 || element === undefined || ['table', 'tbody', 'thead', 'tfoot', 'tr'].includes(element.name))) return;
    this.addRun({ text, isBold: element?.isBold ?? false, isSuperscript: element?.isRaised ?? false, fontSizePt: element?.sizePt ?? null });
  }

  /** Whether the current line holds a word already. */
  private hasText(): boolean {
    return this.lines.at(-1)?.runs.some((run) => run.text.trim() !== '') === true;
  }

  private addListMark(): void {
    const list = this.elements[lastIndexOf(this.elements, (element) => element.list !== null)]?.list ?? null;
    if (list === null) return;
    list.count += 1;
    this.addRun({ text: list.type === '' ? '• ' : `${numberOf(list.count, list.type)}. `, isBold: false, isSuperscript: false, fontSizePt: null });
  }

  private addRun(run: StyledRun): void {
    if (this.lines.length === 0) this.lines.push({ runs: [], isPageStart: false });
    const line = this.lines.at(-1);
    if (line === undefined) return;
    if (this.startsPage) line.isPageStart = true;
    this.startsPage = false;
    line.runs.push(run);
  }
}

function lastIndexOf(elements: readonly OpenElement[], isWanted: (element: OpenElement) => boolean): number {
  let at = elements.length - 1;
  for (let element = elements[at]; element !== undefined && !isWanted(element); element = elements[at]) at -= 1;
  return at;
}

/** Whether a style makes an element invisible, null where it says nothing. */
function visibilityOf(style: string): boolean | null {
  const visibility = /(?:^|;)\s*visibility\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  return visibility === undefined ? null : visibility !== 'visible';
}

function weightOf(name: string, style: string): boolean | null {
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  if (weight !== undefined) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return BOLD.has(name) ? true : null;
}

function sizeOf(style: string): number | null {
  const match = /font-size\s*:\s*([\d.]+)(pt|px)/i.exec(style);
  return match === null ? null : Number(match[1]) * (match[2]?.toLowerCase() === 'px' ? 0.75 : 1);
}

function toNumber(text: string | undefined, missing: number): number {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isNaN(value) ? missing : value;
}

function numberOf(count: number, type: string): string {
  if (type !== 'a' && type !== 'A') return String(count);
  const letter = String.fromCharCode(97 + ((Math.max(1, count) - 1) % 26));
  return type === 'a' ? letter : letter.toUpperCase();
}
