import { type Agreement } from '../../budget/agreement';
import { type Language, type PlannedBlock } from '../plan';
import { sheetText } from '../sheet-texts';

/** What an agreement's sheet says above its table: the title, and which document, unit and price level it is from. */
export function sourceHead(agreement: Agreement, origin: { readonly row: number; readonly column: number }, language: Language): PlannedBlock {
  const { document, unit, priceLevel } = agreement;
  const facts = [document.name, unit, priceLevel, document.sha256.slice(0, 12)].filter((fact) => fact !== null && fact !== '');
  return {
    row: origin.row,
    column: origin.column,
    cells: [[{ kind: 'text', text: agreement.title ?? document.name, style: 'title' }], [{ kind: 'text', text: `${sheetText('source', language)}: ${facts.join(' · ')}`, style: 'subtle' }]],
  };
}
