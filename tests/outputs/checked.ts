import { extractAgreement } from '../../src/core/extraction/extract-agreement';
import { type DocumentText } from '../../src/core/extraction/lines/document-text';
import { reconcile } from '../../src/core/reconciliation/engine';
import { type Acceptance, judgeDocument, type JudgedDocument } from '../../src/outputs/checked-document';
import { readDocument } from '../../src/readers/read-document';

/** A document read and judged, as the outputs are made of it. */
export async function judged(name: string, bytes: Uint8Array, language: 'da' | 'en' = 'da', acceptances: ReadonlyMap<string, Acceptance> = new Map()): Promise<{ readonly document: DocumentText; readonly judged: JudgedDocument }> {
  const document = await readDocument({ name, bytes });
  if (!document.ok) throw new Error(document.failure.code);
  const agreement = extractAgreement(document.value);
  return { document: document.value, judged: judgeDocument({ agreement, lines: document.value.lines, checks: reconcile(agreement), acceptances, language, madeAt: '2026-11-28T12:00:00.000Z', version: '1.0.0' }) };
}

/** A budget whose total of 2026 is wrong: 1,0 + 2,5 is 3,5. Its last row therefore adds up to another total than it prints. */
export const BUDGET_ROWS = [
  ['Havne', '1,0', '2,0', '3,0'],
  ['Fyrtårne', '2,5', '3,0', '5,5'],
  ['I alt', '4,0', '5,0', '8,5'],
] as const;

/** The same budget as plain text. */
export const BUDGET_TEXT = ['Aftale om havne', '', 'Mio. kr., 2026-pl   2026   2027   I alt', ...BUDGET_ROWS.map(([label, ...figures]) => `${label.padEnd(20)}${figures.map((figure) => figure.padEnd(7)).join('')}`.trimEnd()), ''].join('\n');
