import { type Agreement } from '../../../src/core/budget/agreement';
import { extractAgreement } from '../../../src/core/extraction/extract-agreement';
import { readOutput } from '../../../src/cli/read-output';
import { htmlToDocument } from '../../../src/readers/html';
import { textToDocument } from '../../../src/readers/text';
import {
  generateExpiringGrants,
  generateForms,
  generateGenericTable,
  generateInitiativeSheets,
  generateOverview,
  type GeneratedDocument,
  type GeneratorOptions,
} from '../../support/document-generator';

/** Documents made with known truth in every layout, with other years, units, dashes and line widths, as lines of text and as paragraphs and table cells. */

const SEEDS = Number(process.env['GENERATED_SEEDS'] ?? 12);
const FORMATS = [
  ['text', (document: GeneratedDocument) => textToDocument(document.name, document.text)],
  ['html', (document: GeneratedDocument) => htmlToDocument(document.name, document.html)],
] as const;
const MAKERS = [
  ['initiative sheets', generateInitiativeSheets],
  ['agreement with overview', generateOverview],
  ['initiative forms', generateForms],
  ['expiring grants', generateExpiringGrants],
  ['generic table', generateGenericTable],
] as const;

const VARIANTS: readonly (readonly [name: string, options: GeneratorOptions])[] = [
  ['as drawn', {}],
  ['in thousands', { unit: '1.000 kr.' }],
  ['in billions, en dash for nil', { unit: 'mia. kr.', nil: '–' }],
  ['narrow lines', { lineWidth: 64 }],
  ['zero printed', { nil: '0,0' }],
];

interface Output {
  readonly initiatives: { number: string | null; title: string; unit: string; group: string[]; amounts: object; total: number | null; components: object[]; stated: { role: string }[]; recommendation: string | null }[];
  readonly totals: { label: string; amounts: object }[];
  readonly unread: object[];
}

async function read(document: GeneratedDocument, toLines: (typeof FORMATS)[number][1]): Promise<{ agreement: Agreement; output: Output }> {
  const lines = await toLines(document);
  if (!lines.ok) throw new Error(lines.failure.code);
  const agreement = extractAgreement(lines.value);
  return { agreement, output: JSON.parse(JSON.stringify(readOutput(agreement))) as Output };
}

describe.each(FORMATS)('%s', (_format, toLines) => describe.each(MAKERS)('%s', (_name, make) => {
  it.each(VARIANTS)('read as made: %s', async (_variant, options) => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const document = make(seed, options);
      const { agreement, output } = await read(document, toLines);
      const truth = document.truth;
      expect(agreement.document.layout).toBe(truth.layout);
      expect(output.initiatives.map((one) => [one.number, one.title, one.unit, one.amounts])).toEqual(truth.initiatives.map((one) => [one.number, one.title, truth.unit, one.amounts]));
      expect(output.initiatives.map((one) => one.components)).toMatchObject(truth.initiatives.map((one) => one.components.map(({ label, kind, amounts, footnotes }) => ({ label, kind, amounts, footnotes }))));
      expect(output.initiatives.map((one) => one.recommendation)).toEqual(truth.initiatives.map((one) => one.recommendation));
      truth.initiatives.forEach((one, index) => {
        if (one.lead !== null) expect(output.initiatives[index]?.stated).toContainEqual(expect.objectContaining({ role: 'lead', ...one.lead }));
      });
      expect(output.totals.map((one) => [one.label, one.amounts])).toEqual(truth.totals.map((one) => [one.label, one.amounts]));
      expect(output.unread).toEqual([]);
    }
  });
}));
