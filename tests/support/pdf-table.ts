import { readOutput } from '../../src/cli/answers/read-output';
import { extractAgreement } from '../../src/core/extraction/extract-agreement';
import { readPdf } from '../../src/readers/pdf/read-pdf';
import { buildPdf, textAt, type BuiltPage } from './pdf-builder';

/** How wide a text stands in Helvetica, as far as figures and their signs go. Units: shares of the type size. */
export function figureWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/\d/.test(letter) ? 0.556 : /[.,]/.test(letter) ? 0.278 : 0.333), 0);
}

/** Text that ends at a place, as figures stand in their columns. */
export function endingAt(x: number, y: number, text: string, size = 10): string {
  return text === '' ? '' : textAt(x - figureWidth(text) * size, y, text, size);
}

/** What the tests look at in a reading. */
export interface ReadTable {
  readonly initiatives: { readonly title: string | null; readonly amounts: Record<string, number>; readonly total: number | null; readonly recommendation: string | null }[];
  readonly totals: { readonly label: string; readonly total: number | null }[];
  readonly unread: { readonly text: string; readonly reason: string }[];
}

/** The printed form of a hand-made PDF. */
export async function readBuiltPdf(pages: readonly BuiltPage[]): Promise<ReadTable> {
  const result = await readPdf({ name: 'a.pdf', bytes: buildPdf(pages) });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return JSON.parse(JSON.stringify(readOutput(extractAgreement(result.value)))) as ReadTable;
}

/** The figures of every row by its label. */
export function rowsOf({ initiatives }: ReadTable): Record<string, number[]> {
  return Object.fromEntries(initiatives.map(({ title, amounts }) => [title ?? '', Object.values(amounts)]));
}
