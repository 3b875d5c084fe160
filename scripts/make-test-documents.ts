import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storedDocuments } from '../tests/support/stored-documents';
import { makeDocuments, type Maker } from '../tests/support/make-documents';

/**
 * Makes the documents in tests/cases/files: invented documents in every layout and in two layouts of their pages, as text and as Chromium and LibreOffice write them.
 * Run by hand when the generator changes; the tests read the files and need neither program.
 */
const folder = join(import.meta.dirname, '../tests/cases/files');
const endings: Readonly<Record<Maker, string>> = { 'chromium-pdf': 'chromium.pdf', 'libreoffice-pdf': 'libreoffice.pdf', 'libreoffice-docx': 'docx' };

mkdirSync(folder, { recursive: true });
for (const { name, text, html } of storedDocuments) {
  writeFileSync(join(folder, `${name}.txt`), text);
  writeFileSync(join(folder, `${name}.html`), html);
}
for (const [maker, ending] of Object.entries(endings) as [Maker, string][]) {
  for (const [name, bytes] of makeDocuments(storedDocuments, maker)) writeFileSync(join(folder, `${name}.${ending}`), bytes);
}
