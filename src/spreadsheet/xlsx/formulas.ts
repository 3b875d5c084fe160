import { tokenize, FormulaSyntaxError } from '../formula/lexer';

/** Functions that came after the file format and stand in files with a prefix. Source: MS-XLSX 2.2.2, future functions. */
const LATER = new Set([
  'ARRAYTOTEXT', 'BYCOL', 'BYROW', 'CHOOSECOLS', 'CHOOSEROWS', 'CONCAT', 'DAYS', 'DROP', 'EXPAND', 'FILTERXML', 'HSTACK', 'IFNA', 'IFS', 'ISFORMULA', 'FORMULATEXT', 'LAMBDA', 'LET', 'MAKEARRAY',
  'MAP', 'MAXIFS', 'MINIFS', 'NUMBERVALUE', 'RANDARRAY', 'REDUCE', 'SCAN', 'SEQUENCE', 'SHEET', 'SHEETS', 'SORTBY', 'SWITCH', 'TAKE', 'TEXTAFTER', 'TEXTBEFORE', 'TEXTJOIN', 'TEXTSPLIT', 'TOCOL', 'TOROW',
  'UNICHAR', 'UNICODE', 'UNIQUE', 'VALUETOTEXT', 'VSTACK', 'WRAPCOLS', 'WRAPROWS', 'XLOOKUP', 'XMATCH', 'XOR',
]);
const LATER_IN_SHEETS = new Set(['FILTER', 'SORT']);

/**
 * A formula as files write it, without "=": later functions with their prefix, structured references with their table's name and `[#This Row]`.
 * Shape: `ownTable` is the name of the table that the formula's cell lies in, null outside.
 */
export function formulaInFile(formula: string, ownTable: string | null): string {
  let text = formula;
  for (const token of tokensOf(formula).reverse()) {
    const before = text.slice(0, token.start);
    const after = text.slice(token.end);
    if (token.kind === 'structured') text = `${before}${token.tableName || (ownTable ?? '')}[${wholeReference(token.local)}]${after}`;
    if (token.kind === 'name' && after.trimStart().startsWith('(')) text = before + prefixed(token.text) + after;
  }
  return text.replace(/^=/, '');
}

function tokensOf(formula: string) {
  try {
    return tokenize(formula);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return [];
    throw error;
  }
}

function prefixed(name: string): string {
  const upper = name.toUpperCase();
  if (LATER_IN_SHEETS.has(upper)) return `_xlfn._xlws.${upper}`;
  return LATER.has(upper) ? `_xlfn.${upper}` : name;
}

/** What stands between the outer brackets, with the row said in full: "@Col" is "[#This Row],[Col]". */
function wholeReference(local: string): string {
  const inner = local.trim();
  if (!inner.startsWith('@')) return local;
  const column = inner.slice(1).trim();
  if (column === '') return '#This Row';
  return `[#This Row],${column.startsWith('[') ? column : `[${column}]`}`;
}

/** A formula of a file as the workbook keeps it: with "=", without prefixes. */
export function formulaFromFile(text: string): string {
  return `=${text.replace(/_xlfn\.(?:_xlws\.)?/gi, '')}`;
}
