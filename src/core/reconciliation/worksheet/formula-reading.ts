/** A rectangle of worksheet cells. Shape: 0-based first cell with counts. */
export interface CellRectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Where the data cells of an Excel table are. Shape: `row` and `column` name the first one, 0-based; `headers` run over its columns. */
export interface TablePlace {
  readonly name: string;
  readonly headers: readonly string[];
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

/** Where a formula stands: its row, 0-based, the table that it is in, if any, and the tables of its sheet. */
export interface FormulaPlace {
  readonly row: number;
  readonly table: string | null;
  readonly tables: readonly TablePlace[];
}

/** The cells that a formula adds. Shape: `isOpen` when it also adds cells that cannot be followed, as of a table on another sheet. */
export interface SummedCells {
  readonly areas: readonly CellRectangle[];
  readonly isOpen: boolean;
}

type Part = { readonly kind: 'code'; readonly text: string } | { readonly kind: 'text'; readonly text: string } | ({ readonly kind: 'table' } & TableReference);

interface TableReference {
  readonly table: string | null;
  readonly isThisRow: boolean;
  /** "#ALL", "#HEADERS" and the like. */
  readonly special: readonly string[];
  readonly columns: readonly string[];
}

const MAX_ROWS = 1_048_576;

/**
 * One text for all spellings of a formula: spaces, letter case, dollar signs and the two ways to say "this row" make no difference.
 * `renamed` gives, by table in capitals, the headings that were changed: what they read now, in capitals, and what they read before.
 * @example canonicalFormula('=SUM( T[[#This Row],[2026]:[2029]] )', null) // '=SUM(T[@[2026]:[2029]])'
 */
export function canonicalFormula(formula: string, table: string | null, renamed: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map()): string {
  return partsOf(formula)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'code') return part.text.replace(/[\s$]/g, '').toUpperCase();
      const name = (part.table ?? table ?? '').toUpperCase();
      const before = renamed.get(name);
      const columns = part.columns.map((column) => `[${(before?.get(column.toUpperCase()) ?? column).toUpperCase()}]`).join(':');
      return `${name}[${part.isThisRow ? '@' : ''}${[...part.special, ...(columns === '' ? [] : [columns])].join(',')}]`;
    })
    .join('');
}

/** The cells that a formula adds, when all it does is add cells: SUM, plus signs, or both; null for any other formula. */
export function summedCells(formula: string, place: FormulaPlace): SummedCells | null {
  const references: TableReference[] = [];
  const parts = partsOf(formula);
  if (parts.some((part) => part.kind === 'text')) return null;
  const code = parts
    .map((part) => {
      if (part.kind !== 'table') return part.text.replace(/[\s$]/g, '').toUpperCase();
      references.push(part);
      return `§${references.length - 1}§`;
    })
    .join('');
  if (!PLAIN_SUM.test(code)) return null;
  const areas: CellRectangle[] = [];
  let isOpen = false;
  for (const [reference] of code.matchAll(new RegExp(REFERENCE, 'g'))) {
    const index = /^§(\d+)§$/.exec(reference)?.[1];
    const tableReference = index === undefined ? undefined : references[Number(index)];
    const area = tableReference === undefined ? areaOf(reference) : tableArea(tableReference, place);
    if (area === null) isOpen = true;
    else areas.push(area);
  }
  return { areas, isOpen };
}

/** Whether a cell is among those that a formula adds. */
export function isSummed(summed: SummedCells, row: number, column: number): boolean {
  return summed.isOpen || summed.areas.some((area) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns);
}

const REFERENCE = '§\\d+§|[A-Z]{1,3}\\d{1,7}(?::[A-Z]{1,3}\\d{1,7})?|[A-Z]{1,3}:[A-Z]{1,3}';
const TERM = `(?:SUM\\((?:${REFERENCE})(?:,(?:${REFERENCE}))*\\)|(?:${REFERENCE}))`;
const PLAIN_SUM = new RegExp(`^=\\+?${TERM}(?:\\+${TERM})*$`);

function areaOf(reference: string): CellRectangle | null {
  const cells = /^([A-Z]+)(\d*)(?::([A-Z]+)(\d*))?$/.exec(reference);
  if (cells === null) return null;
  const [, first = '', top = '', last = first, bottom = top] = cells;
  const columns = [columnIndex(first), columnIndex(last)];
  const rows = top === '' ? [0, MAX_ROWS - 1] : [Number(top) - 1, Number(bottom) - 1];
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

/** The cells of a table reference; null where the table, or a heading, is not among those at hand. */
function tableArea(reference: TableReference, place: FormulaPlace): CellRectangle | null {
  const name = (reference.table ?? place.table ?? '').toUpperCase();
  const table = place.tables.find((candidate) => candidate.name.toUpperCase() === name);
  if (table === undefined || reference.special.length > 0) return null;
  const headers = table.headers.map((header) => header.toUpperCase());
  const indexes = reference.columns.map((column) => headers.indexOf(column.toUpperCase()));
  if (indexes.includes(-1)) return null;
  const first = indexes.length === 0 ? 0 : Math.min(...indexes);
  const last = indexes.length === 0 ? headers.length - 1 : Math.max(...indexes);
  const rows = reference.isThisRow ? { row: place.row, rows: 1 } : { row: table.row, rows: table.rows };
  return { ...rows, column: table.column + first, columns: last - first + 1 };
}

/** A formula as quoted texts, references to tables, and the code between them. */
function partsOf(formula: string): Part[] {
  const parts: Part[] = [];
  let code = '';
  const close = (): void => {
    if (code !== '') parts.push({ kind: 'code', text: code });
    code = '';
  };
  for (let index = 0; index < formula.length; ) {
    if (formula[index] === '"') {
      const quoted = /^"(?:[^"]|"")*"?/.exec(formula.slice(index))?.[0] ?? '"';
      close();
      parts.push({ kind: 'text', text: quoted });
      index += quoted.length;
    } else if (formula[index] === '[') {
      const name = /(?<![\p{L}\p{N}_.\\])[\p{L}\p{N}_.\\]+$/u.exec(code)?.[0] ?? '';
      code = code.slice(0, code.length - name.length);
      close();
      const end = endOfBrackets(formula, index);
      parts.push({ kind: 'table', ...readBrackets(formula.slice(index + 1, end), name === '' ? null : name) });
      index = end + 1;
    } else {
      code += formula[index] ?? '';
      index += 1;
    }
  }
  close();
  return parts;
}

/** Where the bracket that opens at `start` closes; an apostrophe makes the next character a plain one. */
function endOfBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let index = start; index < formula.length; index += 1) {
    const character = formula[index];
    if (character === "'") index += 1;
    else if (character === '[') depth += 1;
    else if (character === ']') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return formula.length;
}

function readBrackets(inner: string, table: string | null): TableReference {
  const text = inner.trim();
  const isShort = text.startsWith('@');
  const rest = isShort ? text.slice(1) : text;
  const items = rest.startsWith('[') ? innerItems(rest) : rest === '' ? [] : [readHeading(rest)];
  const special = items.filter((item) => item.startsWith('#')).map((item) => item.toUpperCase());
  const isThisRow = isShort || special.includes('#THIS ROW');
  return { table, isThisRow, special: special.filter((item) => item !== '#THIS ROW'), columns: items.filter((item) => !item.startsWith('#')) };
}

/** The bracketed items of a reference: "[#This Row],[A]:[B]" is "#This Row", "A", "B". */
function innerItems(text: string): string[] {
  const items: string[] = [];
  for (let index = 0; index < text.length; ) {
    if (text[index] !== '[') {
      index += 1;
      continue;
    }
    const end = endOfBrackets(text, index);
    items.push(readHeading(text.slice(index + 1, end)));
    index = end + 1;
  }
  return items;
}

function readHeading(header: string): string {
  return header.trim().replace(/'(.)/g, '$1');
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
