import { textToDocument } from '../../../src/readers/text';
import { generateExpiringGrants, generateForms, generateInitiativeSheets, generateOverview } from '../../support/document-generator';
import { expectTruth } from '../../support/expect-truth';

/** Documents with known truth, changed as converters and other offices change a text: what they grant stays the same. */

const SEEDS = Number(process.env['GENERATED_SEEDS'] ?? 4);
const PAGE_BREAK = /\n\n\n\n(?=[^\n])/g;

const MAKERS = [
  ['initiative sheets', generateInitiativeSheets],
  ['agreement with overview', generateOverview],
  ['initiative forms', generateForms],
  ['expiring grants', generateExpiringGrants],
] as const;

/** A text with something printed at every page break. */
function atPageBreaks(text: string, print: (page: number) => string): string {
  let page = 0;
  return text.replace(PAGE_BREAK, () => {
    page += 1;
    return print(page);
  });
}

const CHANGES: readonly (readonly [name: string, change: (text: string) => string])[] = [
  ['lines that end in CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['no-break blanks before units', (text) => text.replace(/(\d) (mio\.|mia\.|kr\.)/g, '$1\u00A0$2').replace(/(mio\.|mia\.) kr/g, '$1\u00A0kr')],
  ['thin blanks before units', (text) => text.replace(/(\d) (mio\.|mia\.|kr\.)/g, '$1\u2009$2')],
  ['no-break blanks everywhere', (text) => text.replace(/(\S) (?=\S)/g, '$1\u00A0')],
  ['doubled blanks', (text) => text.replace(/(\S) (?=\S)/g, '$1  ')],
  ['soft hyphens in words', (text) => text.replace(/([a-zæøå]{4})([a-zæøå]{4})/g, '$1\u00AD$2')],
  ['loose accents', (text) => text.normalize('NFD')],
  ['ligatures', (text) => text.replaceAll('fi', '\uFB01').replaceAll('fl', '\uFB02')],
  ['a tab before every line', (text) => text.replace(/^(?=.*\S)/gm, '\t')],
  ['thin blanks between figures', (text) => text.replace(/(\d) (?=[\d-])/g, '$1\u2009')],
  ['blanks at line ends gone', (text) => text.replace(/[ \t]+\n/g, '\n')],
  ['lines set in', (text) => text.replace(/^(?=.)/gm, '   ')],
  ['empty lines doubled', (text) => text.replace(/^$/gm, '\n')],
  ['mill. for mio.', (text) => text.replace(/\bmio\./g, 'mill.').replace(/\bMio\./g, 'Mill.')],
  ['no blank in mio.kr.', (text) => text.replace(/([Mm])io\. kr\./g, '$1io.kr.')],
  ['ialt in one word', (text) => text.replace(/\b([Ii]) alt\b/g, '$1alt')],
  ['form feeds', (text) => atPageBreaks(text, () => '\n\n\n\n\f')],
  ['page numbers', (text) => atPageBreaks(text, (page) => `\n\n${page}\n\f`)],
  ['pages of pages', (text) => atPageBreaks(text, (page) => `\n\nSide ${page} af 90\n\f`)],
  ['running heads with page numbers', (text) => atPageBreaks(text, (page) => `\n\n\fUdkast til aftaletekst   ${page}\n\n`)],
];

/** Changes of the words by which totals are named. */
const RENAMING = new Set(['ialt in one word']);

describe.each(MAKERS)('%s', (_name, make) => {
  it.each(CHANGES)('reads the same with %s', async (change, apply) => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const document = make(seed, { initiatives: 6 });
      const read = await textToDocument(document.name, apply(document.text));
      if (!read.ok) throw new Error(read.failure.code);
      const totals = document.truth.totals.map((total) => (RENAMING.has(change) && total.label === 'I alt' ? { ...total, label: 'Ialt' } : total));
      expectTruth(read.value, { ...document.truth, totals });
    }
  });
});

describe('initiative sheets', () => {
  it('keeps headings, tables and notes apart without one empty line', async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const document = generateInitiativeSheets(seed, { initiatives: 6 });
      const read = await textToDocument(document.name, document.text.replace(/\n\s*\n/g, '\n'));
      if (!read.ok) throw new Error(read.failure.code);
      expectTruth(read.value, document.truth);
    }
  });
});
