import { parseAddress } from '../addresses';
import { type CellRectangle } from './own-cells';

/** What a formula mentions. Shape: `sheet` null for the formula's own; `words` are names of tables, names and functions in capitals; `texts` its quoted texts. */
export interface FormulaReferences {
  readonly cells: readonly { readonly sheet: string | null; readonly area: CellRectangle }[];
  readonly sheets: readonly string[];
  readonly words: ReadonlySet<string>;
  readonly texts: readonly string[];
}

/** A quoted text; a sheet's name before its exclamation mark, with or without quotation marks; a word, which is a cell, a name or a function. */
const PART = /"((?:[^"]|"")*)"|(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!|([\p{L}_\\$][\p{L}\p{N}_.$\\]*(?::\$?[A-Z]{1,3}\$?\d+)?)/giu;

/** The family of functions that answers from the agreements, as formulas name it. */
const RESERVE = 'RESERVE.';

/** Whether a formula asks RESERVE, itself or through one of the given names, which are in capitals. */
export function asksReserve(formula: string, names: ReadonlySet<string> = new Set()): boolean {
  if (names.size === 0 && !formula.toUpperCase().includes(RESERVE)) return false;
  return [...referencesOf(formula).words].some((word) => word.includes(RESERVE) || names.has(word));
}

/** What a formula mentions, in Excel's own writing of formulas. */
export function referencesOf(formula: string): FormulaReferences {
  const cells: { sheet: string | null; area: CellRectangle }[] = [];
  const sheets: string[] = [];
  const words = new Set<string>();
  const texts: string[] = [];
  let sheet: string | null = null;
  for (const [, text, quoted, bare, word] of formula.matchAll(PART)) {
    const named: string | undefined = quoted?.replaceAll("''", "'") ?? bare;
    if (text !== undefined) texts.push(text.replaceAll('""', '"'));
    if (named !== undefined) sheets.push(named);
    const area = word === undefined ? null : parseAddress(word);
    if (area !== null) cells.push({ sheet, area });
    else if (word !== undefined) words.add(word.toUpperCase());
    sheet = named ?? null;
  }
  return { cells, sheets, words, texts };
}

/** The columns that a formula names in structured references: by table in capitals, "" for the table that the formula stands in. Shape: headings in lower case; of a span its ends. */
export function columnsNamed(formula: string): { readonly table: string; readonly header: string }[] {
  const found: { table: string; header: string }[] = [];
  formula.split(/"(?:[^"]|"")*"/).forEach((part) => {
    for (let start = part.indexOf('['); start >= 0; start = part.indexOf('[', start)) {
      const end = closingBracket(part, start);
      const table = (/(?<![\p{L}\p{N}_.\\])[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.exec(part.slice(Math.max(0, start - LONGEST_NAME), start))?.[0] ?? '').toUpperCase();
      for (const header of headersIn(part.slice(start + 1, end))) found.push({ table, header });
      start = end + 1;
    }
  });
  return found;
}

/** Longest name of a table. Source: Excel's limit. */
const LONGEST_NAME = 255;

/** Where the bracket that opens at a place is closed; an apostrophe takes the next character's meaning away. */
function closingBracket(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "'") at += 1;
    else if (text[at] === '[') depth += 1;
    else if (text[at] === ']') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** The headings in the brackets of one reference: "@2026", "[#This Row],[2026]:[2029]" or "2026". */
function headersIn(content: string): string[] {
  const parts = content.includes('[') ? [...content.matchAll(/\[((?:[^'[\]]|'.)*)\]/g)].map(([, inner = '']) => inner) : [content];
  return parts.map((part) => part.trim().replace(/^@/, '')).filter((part) => part !== '' && !part.startsWith('#')).map((part) => part.replace(/'(.)/g, '$1').trim().toLowerCase());
}
