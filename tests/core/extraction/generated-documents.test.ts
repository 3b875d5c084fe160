import { htmlToDocument } from '../../../src/readers/html';
import { textToDocument } from '../../../src/readers/text';
import {
  generateExpiringGrants,
  generateForms,
  generateGenericTable,
  generateGroupedTable,
  generateInitiativeSheets,
  generateOverview,
  type GeneratedDocument,
  type GeneratorOptions,
} from '../../support/document-generator';
import { expectTruth } from '../../support/expect-truth';

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
  ['grouped table', generateGroupedTable],
] as const;

const VARIANTS: readonly (readonly [name: string, options: GeneratorOptions])[] = [
  ['as drawn', {}],
  ['in thousands', { unit: '1.000 kr.' }],
  ['in billions, en dash for nil', { unit: 'mia. kr.', nil: '–' }],
  ['narrow lines', { lineWidth: 64 }],
  ['zero printed', { nil: '0,0' }],
];

describe.each(FORMATS)('%s', (_format, toLines) => {
  describe.each(MAKERS)('%s', (_name, make) => {
    it.each(VARIANTS)('read as made: %s', async (_variant, options) => {
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const document = make(seed, options);
        const lines = await toLines(document);
        if (!lines.ok) throw new Error(lines.failure.code);
        expectTruth(lines.value, document.truth);
      }
    });
  });
});
