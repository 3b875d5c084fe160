import { type Agreement } from '../../../core/budget/agreement';
import { placeOf, positionKey, type Position } from '../../../core/budget/position';
import { type AgreementAtHand } from '../agreements/agreements-at-hand';
import { type SourceLine } from '../../state/source-text';
import { isName, printedFigures } from './printed-figures';

/** What is there of a document that is not open. Shape: `kind` tells lines of the document as it prints them from rows put together of names and figures. */
export interface KeptLines {
  readonly kind: 'cited' | 'rows';
  readonly name: string;
  readonly sha256: string;
  readonly lines: readonly SourceLine[];
}

/** The lines that an agreement cites, as the workbook keeps them; where none are kept, its rows as far as their names and figures tell them. Null where neither is there. */
export function keptLines(atHand: readonly AgreementAtHand[], sha256: string): KeptLines | null {
  const agreement = atHand.find((one) => one.agreement.document.sha256 === sha256)?.agreement;
  if (agreement === undefined) return null;
  const { document, citedLines = [] } = agreement;
  const own = { name: document.name, sha256 };
  if (citedLines.length > 0) return { ...own, kind: 'cited', lines: citedLines.map(({ page, line, text }) => ({ page, line, text, box: null })) };
  const lines = printedRows(agreement);
  return lines.length === 0 ? null : { ...own, kind: 'rows', lines };
}

/** The names and figures of an agreement in the document's order, those of one line together, its name first. */
function printedRows(agreement: Agreement): SourceLine[] {
  const rows = new Map<string, { readonly position: Position; readonly names: Set<string>; readonly figures: string[] }>();
  for (const { reference, text, position } of printedFigures(agreement)) {
    const row = rows.get(positionKey(position)) ?? { position, names: new Set(), figures: [] };
    rows.set(positionKey(position), row);
    if (isName(reference)) row.names.add(text);
    else row.figures.push(text);
  }
  return [...rows.values()]
    .map(({ position: { page, line }, names, figures }): SourceLine => ({ page, line, text: [...names, ...figures].join('  '), box: null }))
    .sort((a, b) => placeOf(a) - placeOf(b));
}
