import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../../src/readers/read-document';
import {
  generateExpiringGrants,
  generateForms,
  generateGenericTable,
  generateGroupedTable,
  generateInitiativeSheets,
  generateOverview,
  inPageStyle,
  type GeneratedDocument,
} from '../../support/document-generator';
import { expectTruth } from '../../support/expect-truth';
import { makeDocuments, type Maker } from '../../support/make-documents';
import { registerPdfEngine } from '../../support/pdf-engine';
import { storedDocuments } from '../../support/stored-documents';

/** The same documents as other programs write them: PDF by Chromium's print and by LibreOffice, Word by LibreOffice. */

const FOLDER = join(__dirname, '../../cases/files');
const ENDINGS = ['chromium.pdf', 'libreoffice.pdf', 'docx', 'html', 'txt'];

async function expectFile(name: string, bytes: Uint8Array, document: GeneratedDocument): Promise<void> {
  const lines = await readDocument({ name, bytes });
  if (!lines.ok) throw new Error(`${name}: ${lines.failure.code}`);
  expectTruth(lines.value, document.truth);
}

beforeAll(registerPdfEngine);

describe.each(storedDocuments.map((document) => [document.name, document] as const))('%s', (name, document) => {
  it.each(ENDINGS)('as %s gives what it was made from', async (ending) => {
    const file = `${name}.${ending}`;
    await expectFile(file, new Uint8Array(readFileSync(join(FOLDER, file))), document);
  });
});

const isAsked = process.env['GENERATED_FILES'] === '1';
const MAKERS: readonly Maker[] = ['chromium-pdf', 'libreoffice-docx', 'libreoffice-pdf'];
const SEEDS = [21, 22];

(isAsked ? describe : describe.skip)('freshly made files (set GENERATED_FILES=1; needs Chromium and LibreOffice)', () => {
  it.each(MAKERS)('%s', async (maker) => {
    const makers = [generateInitiativeSheets, generateOverview, generateExpiringGrants, generateGenericTable, generateGroupedTable];
    // LibreOffice squeezes the forms' two columns, so that a field's name prints between the lines of its content and parts "mio." from "kr.".
    const plain = (maker === 'libreoffice-pdf' ? makers : [...makers, generateForms]).flatMap((make) => SEEDS.map((seed) => make(seed)));
    const styled = maker === 'chromium-pdf' ? plain.flatMap((document) => [inPageStyle(document, 'published'), inPageStyle(document, 'dense')]) : [];
    const documents = [...plain, ...styled];
    const files = makeDocuments(documents, maker);
    for (const document of documents) await expectFile(`${document.name}.${maker}`, files.get(document.name) ?? new Uint8Array(), document);
  });
});
