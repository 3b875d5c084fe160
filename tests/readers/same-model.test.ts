import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agreement, type Initiative, type StatedAmount } from '../../src/core/budget/agreement';
import { type Cell, type Row } from '../../src/core/budget/table';
import { extractAgreement } from '../../src/core/extraction/extract-agreement';
import { readDocument } from '../../src/readers/read-document';
import { registerPdfEngine } from '../support/pdf-engine';
import { storedDocuments } from '../support/stored-documents';

registerPdfEngine();

/** Documents of our own in every layout, as plain text and as other programs write the same content (see scripts/make-test-documents.ts). */
const FOLDER = join(__dirname, '../cases/files');

async function modelOf(file: string): Promise<unknown> {
  const result = await readDocument({ name: file, bytes: new Uint8Array(readFileSync(join(FOLDER, file))) });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return withoutPlaces(extractAgreement(result.value));
}

/** What an agreement says, without where it stands. */
function withoutPlaces({ document, unit, priceLevel, years, initiatives, totals, pools, unread }: Agreement): unknown {
  return {
    layout: document.layout,
    unit,
    priceLevel,
    years,
    initiatives: initiatives.map(initiativeWithoutPlaces),
    totals: totals.map(({ label, group, row }) => ({ label, group, row: rowWithoutPlaces(row) })),
    pools: pools.map(({ title, initiative, total }) => ({ title, initiative, total })),
    unread: unread.map(({ text, reason }) => ({ text, reason })),
  };
}

function initiativeWithoutPlaces({ number, title, group, caption, total, components, stated, recommendation, notes }: Initiative): unknown {
  return {
    number,
    title,
    group,
    caption: caption?.text ?? null,
    total: total === null ? null : rowWithoutPlaces(total),
    components: components.map(rowWithoutPlaces),
    stated: stated.map(statedWithoutPlace),
    recommendation: recommendation?.text ?? null,
    notes,
  };
}

function statedWithoutPlace({ amount, role, from, to, approximate, annual }: StatedAmount): unknown {
  return { amount, role, from, to, approximate, annual };
}

function rowWithoutPlaces({ kind, number, label, cells, footnotes }: Row): unknown {
  return { kind, number, label, cells: cells.map(cellWithoutPlace), footnotes };
}

function cellWithoutPlace(cell: Cell): unknown {
  if (cell.kind === 'amount') return cell.amount;
  return cell.kind === 'text' || cell.kind === 'unreadable' ? `${cell.kind}: ${cell.text}` : cell.kind;
}

describe.each(storedDocuments.map(({ name }) => name))('%s', (name) => {
  test.each(['docx', 'html', 'chromium.pdf', 'libreoffice.pdf'])('as .%s gives the same model as its text', async (ending) => {
    expect(await modelOf(`${name}.${ending}`)).toEqual(await modelOf(`${name}.txt`));
  });
});
