import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateExpiringGrants, generateForms, generateGenericTable, generateInitiativeSheets, generateOverview } from '../tests/support/document-generator';
import { makeDocuments, type Maker } from '../tests/support/make-documents';

/**
 * Makes the documents in tests/cases/files: one invented document in each layout, as text and as Chromium and LibreOffice write it.
 * Run by hand when the generator changes; the tests read the files and need neither program.
 */
const folder = join(import.meta.dirname, '../tests/cases/files');
const endings: Readonly<Record<Maker, string>> = { 'chromium-pdf': 'chromium.pdf', 'libreoffice-pdf': 'libreoffice.pdf', 'libreoffice-docx': 'docx' };
const documents = [generateInitiativeSheets(1), generateOverview(2), generateForms(3), generateExpiringGrants(5), generateGenericTable(6)];

mkdirSync(folder, { recursive: true });
for (const { name, text, html } of documents) {
  writeFileSync(join(folder, `${name}.txt`), text);
  writeFileSync(join(folder, `${name}.html`), html);
}
for (const [maker, ending] of Object.entries(endings) as [Maker, string][]) {
  for (const [name, bytes] of makeDocuments(documents, maker)) writeFileSync(join(folder, `${name}.${ending}`), bytes);
}
