import { catalogueId, toCatalogueAgreement } from '../../../src/core/catalogue/catalogue-file';
import { type Agreement } from '../../../src/core/budget/agreement';

const position = { page: 2, line: 7, box: null };
const amount = { coefficient: 66, decimals: 1, unit: 'mio. kr.' as const };
const sentence = 'Pengene gives til drift af rådgivningen i hele perioden.';
const mention = { amount, approximate: false, annual: false, permanent: false, from: 2026, to: 2027, priceLevel: null, purpose: sentence, position };

const agreement: Agreement = {
  document: { name: 'aftale.pdf', sha256: 'ab12cd34ef', layout: 'initiative-sheets', pages: 3 },
  title: 'Aftale om støtte',
  priceLevel: '2026-pl',
  unit: 'mio. kr.',
  years: [2026, 2027],
  initiatives: [
    {
      id: 'i1', number: null, title: 'Lygten', titleDamaged: false, group: [], unit: 'mio. kr.', priceLevel: '2026-pl', caption: { text: 'Lygten', position },
      columns: [{ kind: 'total', header: 'I alt' }],
      total: { kind: 'total', number: null, label: 'I alt', cells: [{ kind: 'amount', amount, text: '6,6', position }], footnotes: [], level: 0, position },
      components: [], stated: [{ ...mention, role: 'lead' }], lead: { hasAmount: true, from: 2026, to: 2027, position }, section: null,
      recommendation: null, sectionRecommendation: null, notes: [sentence], sources: [], places: [], position,
    },
  ],
  totals: [], pools: [], mentions: [mention],
  unread: [{ text: sentence, reason: 'other', position }],
  parts: [], unmatchedSections: [], countClaims: [{ count: 4, subject: sentence, position }],
  tables: [], hasRoundingNote: false, isPartlyRead: false,
};

describe('a catalogue agreement', () => {
  it('keeps names, figures and places and no sentence of the document', () => {
    const published = toCatalogueAgreement(agreement);
    expect(JSON.stringify(published)).not.toContain('rådgivningen');
    expect(published.initiatives[0]?.total).toEqual(agreement.initiatives[0]?.total);
    expect(published.initiatives[0]?.stated[0]).toMatchObject({ amount, from: 2026, position });
  });
});

describe('a catalogue id', () => {
  it('is made of ASCII words of the title and the start of the hash', () => {
    expect(catalogueId('Aftale om støtte på Ærø 2026', 'ab12cd34ef')).toBe('aftale-om-stoette-paa-aeroe-2026-ab12cd34');
  });
  it('stands for any title, even one without letters', () => {
    expect(catalogueId('***', 'ab12cd34ef')).toBe('agreement-ab12cd34');
  });
});
