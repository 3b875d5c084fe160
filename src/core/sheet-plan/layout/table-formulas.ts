import { type Language } from '../plan';
import { sheetText } from '../sheet-texts';

/**
 * The cell of this row under a header, as a structured reference in its long form.
 * Source: Excel escapes [ ] # ' and @ in column names with an apostrophe.
 */
export function thisRow(table: string, header: string): string {
  return `${table}[[#This Row],[${escapeHeader(header)}]]`;
}

/** The cells of this row from one header to another. */
export function thisRowSpan(table: string, first: string, last: string): string {
  return first === last ? thisRow(table, first) : `${table}[[#This Row],[${escapeHeader(first)}]:[${escapeHeader(last)}]]`;
}

/** All data cells under a header. */
export function wholeColumn(table: string, header: string): string {
  return `${table}[${escapeHeader(header)}]`;
}

/** The header cell of a column. */
export function headerCell(table: string, header: string): string {
  return `${table}[[#Headers],[${escapeHeader(header)}]]`;
}

/** A text as a formula literal. */
export function textLiteral(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A sum less its printed total; nothing where `isMissing` holds, because then there is nothing to compare. */
export function differenceFormula(sum: string, printed: string, isMissing: string, decimals: number): string {
  return `=IF(${isMissing},"",ROUND(${sum}-${printed},${decimals + 3}))`;
}

/** How much rounding may explain of the difference between n addends and a total of equal digits: (n + 1) × u / 2; one addend alone is the same figure printed twice. */
export function marginFormula(addends: string, decimals: number): string {
  return `=IF(${addends}>1,ROUND((${addends}+1)*${halfUnit(decimals)},${decimals + 3}),0)`;
}

/** The same as a part of another formula. */
export function marginOf(addends: string, decimals: number): string {
  return `(${addends}>1)*(${addends}+1)*${halfUnit(decimals)}`;
}

/** What a difference comes to, in plain Excel, so that it lives on without the add-in. */
export function verdictFormula(difference: string, margin: string, missing: string, language: Language): string {
  const text = (name: Parameters<typeof sheetText>[0]): string => textLiteral(sheetText(name, language));
  return `=IF(${difference}="",${textLiteral(missing)},IF(${difference}=0,${text('agrees')},IF(ABS(${difference})<=${margin},${text('rounding')},${text('differs')})))`;
}

/** What a difference comes to, with its amount, for a cell that has no other beside it. */
export function footFormula(difference: string, printed: string, margin: string, language: Language): string {
  const text = (name: Parameters<typeof sheetText>[0]): string => textLiteral(sheetText(name, language));
  const withAmount = (name: Parameters<typeof sheetText>[0]): string => `${textLiteral(`${sheetText(name, language)} `)}&${difference}`;
  return `=IF(${printed}="",${text('nothingToCompare')},IF(${difference}=0,${text('agrees')},IF(ABS(${difference})<=${margin},${withAmount('rounding')},${withAmount('differs')})))`;
}

function halfUnit(decimals: number): string {
  return decimals === 0 ? '0.5' : `0.${'0'.repeat(decimals)}5`;
}

/** A formula expression that counts the cells of a range with an amount other than zero: a dash adds no rounding. */
export function countAmounts(range: string): string {
  return `SUMPRODUCT(--(${range}<>0))`;
}

function escapeHeader(header: string): string {
  return header.replace(/['[\]#@]/g, "'$&");
}
