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

/** A text as a formula literal. */
export function textLiteral(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** What a check formula compares. Shape: every part is a formula expression; `addends` counts the figures in the sum. */
export interface CheckExpression {
  readonly sum: string;
  readonly printed: string;
  readonly addends: string;
  readonly decimals: number;
}

/**
 * A formula that says whether a sum agrees with its printed total, in plain Excel, so that it lives on without the add-in.
 * The bound is the rounding bound of n addends and a total of equal digits, (n + 1) × u / 2; one addend alone is the same figure printed twice.
 * `guards` are tried first: a condition and the text to show when it holds.
 */
export function checkFormula(check: CheckExpression, guards: readonly { readonly when: string; readonly text: string }[], language: Language): string {
  const difference = `ROUND(${check.sum}-${check.printed},${check.decimals + 3})`;
  const halfUnit = check.decimals === 0 ? '0.5' : `0.${'0'.repeat(check.decimals)}5`;
  const amount = `FIXED(${difference},${check.decimals})`;
  const verdict =
    `IF(${difference}=0,${textLiteral(sheetText('agrees', language))},` +
    `IF(ABS(${difference})<=ROUND((${check.addends}>1)*(${check.addends}+1)*${halfUnit},${check.decimals + 3}),` +
    `${textLiteral(`${sheetText('rounding', language)} `)}&${amount},${textLiteral(`${sheetText('differs', language)} `)}&${amount}))`;
  return `=${guards.reduceRight((rest, guard) => `IF(${guard.when},${textLiteral(guard.text)},${rest})`, verdict)}`;
}

/** A formula expression that counts the cells of a range with an amount other than zero: a dash adds no rounding. */
export function countAmounts(range: string): string {
  return `SUMPRODUCT(--(${range}<>0))`;
}

function escapeHeader(header: string): string {
  return header.replace(/['[\]#@]/g, "'$&");
}
