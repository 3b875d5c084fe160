import { type Agreement } from '../../budget/agreement';
import { type Language, type PlannedBlock } from '../plan';
import { sheetText } from '../sheet-texts';
import { sheetDate } from './dates';

/** Rows above the header of every table of an import: title, facts, and sums or nothing. */
export const ROWS_ABOVE_TABLE = 3;

/** What the head of a sheet is made from. Shape: `importedAt` in ISO 8601, null where the day is not known. */
export interface SheetHead {
  readonly agreement: Agreement;
  readonly importedAt: string | null;
  readonly language: Language;
}

/** What an agreement's sheet says above its table: the title; then what the sheet shows, unit and price level, the document, and when it was imported. */
export function sheetHead({ agreement, importedAt, language }: SheetHead, sheet: Parameters<typeof sheetText>[0], origin: { readonly row: number; readonly column: number } = { row: 0, column: 0 }): PlannedBlock {
  const { document, unit, priceLevel } = agreement;
  const measure = [unit, priceLevel].filter((fact) => fact !== null).join(', ');
  const imported = importedAt === null ? '' : `${sheetText('imported', language)} ${sheetDate(importedAt, language)}`;
  const facts = [sheetText(sheet, language), measure, `${sheetText('document', language)}: ${document.name}`, imported].filter((fact) => fact !== '');
  return {
    row: origin.row,
    column: origin.column,
    cells: [[{ kind: 'text', text: agreement.title ?? document.name, style: 'title' }], [{ kind: 'text', text: facts.join(' · '), style: 'subtle' }]],
  };
}
