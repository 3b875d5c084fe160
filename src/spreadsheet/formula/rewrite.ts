import { type Area, type Shift, formatArea, isOnSheet, parseArea, quoteSheetName, shiftArea } from '../cells/address';
import { type FormulaToken, FormulaSyntaxError, tokenize } from './lexer';

/** Replaces tokens of a formula where they stand; a formula that does not parse stays as it is. */
/** The formula that was split last: one that fills a column comes again for each of its cells. */
let lastSplit: { readonly formula: string; readonly backwards: readonly FormulaToken[] } = { formula: '', backwards: [] };

function tokensBackwards(formula: string): readonly FormulaToken[] {
  if (lastSplit.formula !== formula) lastSplit = { formula, backwards: tokenize(formula).reverse() };
  return lastSplit.backwards;
}

function rewrite(formula: string, replace: (token: FormulaToken) => string | null): string {
  let tokens: readonly FormulaToken[];
  try {
    tokens = tokensBackwards(formula);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return formula;
    throw error;
  }
  let text = formula;
  for (const token of tokens) {
    const replacement = replace(token);
    if (replacement !== null) text = text.slice(0, token.start) + replacement + text.slice(token.end);
  }
  return text;
}

function prefixOf(token: FormulaToken): string {
  return token.text.slice(0, token.text.length - token.local.length);
}

/** Marks each of the two corners' rows and columns that carry a dollar sign, and puts the signs back on another rectangle's address. */
function withDollars(original: string, address: string): string {
  const parts = original.split(':');
  const pieces = address.split(':');
  if (pieces.length < parts.length) pieces.push(pieces[0] ?? '');
  return pieces.slice(0, Math.max(parts.length, 1)).map((piece, index) => {
    const model = parts[index] ?? parts[0] ?? '';
    const match = /^([A-Z]*)(\d*)$/.exec(piece);
    const letters = match?.[1] ?? '';
    const digits = match?.[2] ?? '';
    const hasColumnDollar = /^\$[A-Za-z]/.test(model);
    const hasRowDollar = /\$\d/.test(model);
    return `${letters && hasColumnDollar ? '$' : ''}${letters}${digits && hasRowDollar ? '$' : ''}${digits}`;
  }).join(':');
}

/** The formula after rows or columns of a sheet were inserted or deleted. */
export function shiftFormula(formula: string, ownSheet: string, shiftedSheet: string, shift: Shift): string {
  return rewrite(formula, (token) => {
    if (token.kind !== 'reference' || (token.sheetName ?? ownSheet).toLowerCase() !== shiftedSheet.toLowerCase()) return null;
    const area = parseArea(token.local);
    if (!area) return null;
    const moved = shiftArea(area, shift);
    if (moved === area) return null;
    return prefixOf(token) + (moved ? withDollars(token.local, formatArea(moved)) : '#REF!');
  });
}

/** The formula after the cells of an area were moved to another place: what lies wholly within the area is looked for there. */
export function moveInFormula(formula: string, ownSheet: string, fromSheet: string, area: Area, toSheet: string, rows: number, columns: number): string {
  return rewrite(formula, (token) => {
    if (token.kind !== 'reference' || (token.sheetName ?? ownSheet).toLowerCase() !== fromSheet.toLowerCase()) return null;
    const found = parseArea(token.local);
    const isInside = found && found.row >= area.row && found.column >= area.column && found.row + found.rows <= area.row + area.rows && found.column + found.columns <= area.column + area.columns;
    if (!found || !isInside) return null;
    const address = withDollars(token.local, formatArea({ ...found, row: found.row + rows, column: found.column + columns }));
    return (fromSheet === toSheet ? prefixOf(token) : `${quoteSheetName(toSheet)}!`) + address;
  });
}

/** The formula of a cell that came from another sheet: places without a sheet's name stay on the old sheet, those on the new one need no name. */
export function qualifyFormula(formula: string, oldSheet: string, newSheet: string): string {
  return rewrite(formula, (token) => {
    if (token.kind !== 'reference') return null;
    if (token.sheetName === undefined) return `${quoteSheetName(oldSheet)}!${token.local}`;
    return token.sheetName.toLowerCase() === newSheet.toLowerCase() ? token.local : null;
  });
}

/** The formula as it reads when copied so many rows and columns further; fixed ($) parts stay. */
export function translateFormula(formula: string, rows: number, columns: number): string {
  return rewrite(formula, (token) => {
    if (token.kind !== 'reference') return null;
    const moved = token.local.split(':').map((corner) => translateCorner(corner, rows, columns));
    return prefixOf(token) + (moved.includes(null) ? '#REF!' : moved.join(':'));
  });
}

function translateCorner(corner: string, rows: number, columns: number): string | null {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(corner);
  if (!match) return corner;
  const [, columnDollar = '', letters = '', rowDollar = '', digits = ''] = match;
  const cell = parseArea(`${letters || 'A'}${digits || '1'}`);
  if (!cell) return null;
  const row = cell.row + (rowDollar || (!letters && columnDollar) ? 0 : rows);
  const column = cell.column + (columnDollar ? 0 : columns);
  if (row < 0 || column < 0) return null;
  const address = formatArea({ row, column, rows: 1, columns: 1 });
  const [, newLetters = '', newDigits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return `${columnDollar}${letters ? newLetters : ''}${rowDollar}${digits ? newDigits : ''}`;
}

/** The formula after a sheet got another name. */
export function renameSheetInFormula(formula: string, oldName: string, newName: string): string {
  return rewrite(formula, (token) =>
    token.sheetName?.toLowerCase() === oldName.toLowerCase() ? `${quoteSheetName(newName)}!${token.local}` : null);
}

/** The formula after a table got another name. */
export function renameTableInFormula(formula: string, oldName: string, newName: string): string {
  const old = oldName.toLowerCase();
  return rewrite(formula, (token) => {
    if (token.kind === 'structured' && token.tableName?.toLowerCase() === old) return `${newName}[${token.local}]`;
    return token.kind === 'name' && token.local.toLowerCase() === old ? prefixOf(token) + newName : null;
  });
}

/** The formula with something else for every reference to a table. Shape: what stands between the brackets, null for the bare name; a formula inside the table may leave its name out. */
export function replaceTableInFormula(formula: string, tableName: string, isInside: boolean, replacement: (local: string | null) => string): string {
  const table = tableName.toLowerCase();
  return rewrite(formula, (token) => {
    if (token.kind === 'name') return token.local.toLowerCase() === table ? replacement(null) : null;
    if (token.kind !== 'structured') return null;
    const named = (token.tableName ?? '').toLowerCase();
    return named === table || (named === '' && isInside) ? replacement(token.local) : null;
  });
}

/** The formula after a sheet is gone: what pointed at it is #REF!. */
export function loseSheetInFormula(formula: string, sheetName: string): string {
  return rewrite(formula, (token) => (token.sheetName?.toLowerCase() === sheetName.toLowerCase() ? '#REF!' : null));
}

/** The formula as it reads when its cell is copied to the other side of the diagonal; null when a reference is fixed one way only, for which there is no rule. */
export function transposeFormula(formula: string, from: { readonly row: number; readonly column: number }, to: { readonly row: number; readonly column: number }): string | null {
  let isMixed = false;
  const transposed = rewrite(formula, (token) => {
    if (token.kind !== 'reference') return null;
    const dollars = (token.local.match(/\$/g) ?? []).length;
    const corners = token.local.split(':').length;
    if (dollars === 2 * corners) return null;
    const area = parseArea(token.local);
    isMixed ||= dollars > 0 || area === null;
    if (!area) return null;
    const moved = { row: to.row + area.column - from.column, column: to.column + area.row - from.row, rows: area.columns, columns: area.rows };
    return prefixOf(token) + (isOnSheet(moved) ? formatArea(moved) : '#REF!');
  });
  return isMixed ? null : transposed;
}

/** The formula after columns of a table got other names. Shape: `renamed` maps old names in lower case; a formula inside the table may leave its name out. */
export function renameColumnsInFormula(formula: string, tableName: string, isInside: boolean, renamed: ReadonlyMap<string, string>): string {
  const table = tableName.toLowerCase();
  return rewrite(formula, (token) => {
    if (token.kind !== 'structured') return null;
    const named = (token.tableName ?? '').toLowerCase();
    if (named !== table && !(named === '' && isInside)) return null;
    const local = renameColumns(token.local, renamed);
    return local === token.local ? null : `${token.tableName ?? ''}[${local}]`;
  });
}

/** A column's name as a structured reference writes it: an apostrophe before brackets, apostrophes, # and @. */
export function escapeColumnName(name: string): string {
  return name.replace(/['[\]#@]/g, "'$&");
}

/** What stands between the outer brackets of a structured reference, with other column names: "Col", "@Col", "[#This Row],[Col]", "[A]:[B]". */
function renameColumns(local: string, renamed: ReadonlyMap<string, string>): string {
  const newName = (escaped: string): string | null => {
    const name = renamed.get(escaped.replace(/'(.)/g, '$1').toLowerCase());
    return name === undefined ? null : escapeColumnName(name);
  };
  const [, lead = '', rest = ''] = /^(\s*(?:@\s*)?)([^]*)$/.exec(local) ?? [];
  if (rest.startsWith('[')) return lead + rest.replace(/\[(@?)((?:'.|[^\]'])*)\]/g, (whole, at: string, name: string) => {
    const changed = newName(name);
    return changed === null ? whole : `[${at}${changed}]`;
  });
  const changed = newName(rest.trim());
  if (changed === null) return local;
  return lead.includes('@') && /[^\p{L}\p{N}_]/u.test(changed) ? `${lead}[${changed}]` : lead + changed;
}

/** A formula typed the Danish way (semicolons, decimal commas) in the invariant form; others stay as they are. */
export function toInvariantFormula(formula: string): string {
  const parts = formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')*'!|\[[^\]]*\])/);
  const isLiteral = (part: string): boolean => /^["'[]/.test(part);
  let depth = 0;
  let isLocal = false;
  for (const part of parts.filter((piece) => !isLiteral(piece))) {
    for (const character of part) {
      depth += character === '{' ? 1 : character === '}' ? -1 : 0;
      isLocal ||= depth === 0 && character === ';';
    }
  }
  const hasComma = parts.some((part) => !isLiteral(part) && part.includes(','));
  const isLoneDecimal = hasComma && !isLocal && parts.every((part) => isLiteral(part) || !/[(]/.test(part));
  if (!isLocal && !isLoneDecimal) return formula;
  return parts.map((part) => (isLiteral(part) ? part : part.replace(/(\d),(\d)/g, '$1.$2').replace(/;/g, ','))).join('');
}
