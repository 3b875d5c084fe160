import { type Block, type PaperOptions } from './paper';

/** How plain text parts the cells of a table: by columns, by one blank, by tabs. */
export type TextStyle = 'aligned' | 'blanks' | 'tabs';

const LINE_WIDTH = 92;
const LABEL_WIDTH = 58;
/** Body lines on a page of plain text with a running head. */
const PAGE_LINES = 46;

/** The blocks as plain text. */
export function printText(blocks: readonly Block[], style: TextStyle, options: PaperOptions): string {
  const lines = blocks.flatMap((block) => [...(block.kind === 'heading' && block.isNewPage === true ? ['', ''] : []), ...linesOf(block, style), '']);
  return `${options.page === 'running-head' ? withRunningHeads(lines) : lines.join('\n')}\n`;
}

function linesOf(block: Block, style: TextStyle): string[] {
  if (block.kind === 'heading') return wrap(block.text, LINE_WIDTH);
  if (block.kind === 'paragraph') return wrap(block.text, LINE_WIDTH);
  if (style === 'tabs') return [block.header, ...block.rows].map((row) => row.join('\t'));
  return style === 'aligned' ? alignedLines(block.header, block.rows, block.textColumns) : [block.header, ...block.rows].flatMap(blankLines);
}

/** A row as text extraction gives it: a long label on lines of its own, its figures behind its last line. */
function blankLines(row: readonly string[]): string[] {
  const text = row.filter((cell) => cell !== '');
  const at = text.findIndex((cell) => /\p{L}/u.test(cell));
  const label = wrap(text.slice(0, at + 1).join(' '), LABEL_WIDTH);
  const last = [label[label.length - 1] ?? '', ...text.slice(at + 1)].join(' ');
  return [...label.slice(0, -1), last, ''];
}

/** Columns padded to their widths; a long label goes on under itself, behind the row's figures. */
function alignedLines(header: readonly string[], rows: readonly (readonly string[])[], textColumns: readonly number[]): string[] {
  const label = textColumns.find((column) => column <= 1 && rows.some((row) => /\p{L}/u.test(row[column] ?? ''))) ?? 0;
  const split = [header, ...rows].map((row) => row.map((cell, column) => (column === label ? wrap(cell, LABEL_WIDTH) : [cell])));
  const widths = header.map((_, column) => Math.max(...split.flatMap((row) => (row[column] ?? []).map((text) => text.length))));
  return split.flatMap((row) => {
    const height = Math.max(1, ...row.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      row.map((cell, column) => (textColumns.includes(column) ? (cell[line] ?? '').padEnd(widths[column] ?? 0) : (cell[line] ?? '').padStart((widths[column] ?? 0) + 1))).join('  ').trimEnd(),
    );
  });
}

function withRunningHeads(lines: readonly string[]): string {
  const pages: string[] = [];
  for (let start = 0; start < lines.length; start += PAGE_LINES) pages.push([`Aftale nr. 12 af 24. november 2025, side ${pages.length + 1}`, '', ...lines.slice(start, start + PAGE_LINES)].join('\n'));
  return pages.join('\n\f');
}

/** Breaks a text into lines between its words. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

const PAGE_RULES: Readonly<Record<PaperOptions['page'], string>> = {
  plain: '@page{size:A4;margin:20mm}',
  'two-column': '@page{size:A4;margin:20mm}.prose{columns:2;column-gap:10mm}',
  landscape: '@page{size:A4;margin:20mm}@page wide{size:A4 landscape}.wide{page:wide}',
  'running-head': '@page{size:A4;margin:24mm 20mm;@top-left{content:"Aftale nr. 12 af 24. november 2025";font-size:8pt}@bottom-center{content:"Side " counter(page) " af " counter(pages);font-size:8pt}}',
};

/** The blocks as a page of HTML, which is also what Word and PDF files are made of. */
export function printHtml(blocks: readonly Block[], options: PaperOptions): string {
  const style = `${PAGE_RULES[options.page]}body{font-family:"Liberation Serif",serif;font-size:11pt;line-height:1.25}h1{font-size:16pt}h2{font-size:13pt}h2.page{break-before:page}h3{font-size:11pt}
table{border-collapse:collapse;width:100%;font-size:9.5pt}td,th{border-bottom:1px solid #999;padding:3pt 4pt;text-align:right}td.text,th.text{text-align:left}td.label{width:45%}`;
  return `<!DOCTYPE html><html lang="${options.language}"><head><meta charset="utf-8"><style>${style}</style></head><body>${blocks.map((block) => htmlOf(block, options)).join('\n')}</body></html>`;
}

function htmlOf(block: Block, options: PaperOptions): string {
  if (block.kind === 'heading') return `<h${block.level}${block.level === 2 && block.isNewPage === true ? ' class="page"' : ''}>${escapeHtml(block.text)}</h${block.level}>`;
  if (block.kind === 'paragraph') return options.page === 'two-column' ? `<div class="prose"><p>${escapeHtml(block.text)}</p></div>` : `<p>${escapeHtml(block.text)}</p>`;
  const cell = (tag: string, text: string, column: number): string => `<${tag}${block.textColumns.includes(column) ? ' class="text"' : ''} valign="${options.figuresAt}">${escapeHtml(text)}</${tag}>`;
  const row = (tag: string, cells: readonly string[]): string => `<tr>${cells.map((text, column) => cell(tag, text, column)).join('')}</tr>`;
  const table = `<table>${row('th', block.header)}${block.rows.map((cells) => row('td', cells)).join('')}</table>`;
  return block.isWide && options.page === 'landscape' ? `<div class="wide">${table}</div>` : table;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
