import { htmlToDocument } from '../../../src/readers/html/read-html';
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
  type SheetOptions,
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

describe('initiative sheets with other tables', () => {
  const TABLES: readonly (readonly [name: string, options: SheetOptions])[] = [
    ['the total row last', { totalRow: 'last' }],
    ['parts of a component', { hasPart: true }],
    ['parts, and the total row last', { hasPart: true, totalRow: 'last' }],
    ['a hyphen for minus', { minus: '-1' }],
    ['a minus sign', { minus: '−1' }],
    ['a division sign for minus', { minus: '÷1' }],
    ['parentheses for minus', { minus: '(1)' }],
    ['the minus behind', { minus: '1-' }],
    ['the header on one line', { header: 'whole' }],
    ['the unit above the years', { header: 'unit apart' }],
    ['years on two lines', { header: 'years apart', yearCount: 6 }],
    ['every cell on its own line', { header: 'cells' }],
    ['every cell on its own line, the total last, parts', { header: 'cells', totalRow: 'last', hasPart: true }],
    ['page breaks inside', { isBrokenInside: true }],
    ['thousands and seven years', { unit: '1.000 kr.', yearCount: 7, minus: '(1)' }],
  ];

  it.each(TABLES)('read as made: %s', async (_variant, options) => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const document = generateInitiativeSheets(seed, options);
      const lines = await textToDocument(document.name, document.text);
      if (!lines.ok) throw new Error(lines.failure.code);
      expectTruth(lines.value, document.truth);
    }
  });
});
