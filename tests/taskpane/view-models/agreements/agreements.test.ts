import { type Agreement } from '../../../../src/core/budget/agreement';
import { catalogueOf } from '../../../../src/core/catalogue/catalogue';
import { type WorkbookState } from '../../../../src/excel/workbook-port';
import { type OpenDocument } from '../../../../src/taskpane/state/pane-state';
import { importOf, searchAgreements, totalFormula } from '../../../../src/taskpane/view-models/agreements/agreements';
import { agreementsAtHand, type AgreementAtHand } from '../../../../src/taskpane/view-models/agreements/agreements-at-hand';
import { yearsText } from '../../../../src/taskpane/view-models/amounts/years';
import { agreementOf, initiativeOf, printedRow } from '../../../support/sample-agreement';

function named(title: string | null, sha256: string, ...titles: readonly string[]): Agreement {
  return agreementOf(
    titles.map((one, index) => initiativeOf(one, index * 20, '1,0 1,0 1,0 1,0 4,0', [printedRow('component', 'Lærerløft', '1,0 1,0 1,0 1,0 4,0', 3)], { group: ['Socialministeriet'] })),
    { title, document: { name: 'fil.txt', sha256, layout: 'initiative-sheets', pages: null } },
  );
}
const hand = (agreement: Agreement): AgreementAtHand => ({ agreement, origin: 'workbook', importId: 'i' });
const ONE = named('Aftale 2026', 'one', 'SletDet (Red Barnet)', 'KLAR TIL START');
const TWO = named(null, 'two', 'Klar til start', 'Åben "anonym" rådgivning');
const BOTH = [hand(ONE), hand(TWO)];
const KNOWN = catalogueOf([ONE, TWO]);

describe('agreementsAtHand', () => {
  it('names each document once: from the workbook before what is open and the catalogue', () => {
    const workbook = { imports: [{ importId: 'i', agreement: ONE, importedAt: '', addinVersion: '', sheets: [] }], findings: [], causes: [], summary: { agrees: 0, agreesWithinRounding: 0, differs: 0, notCheckable: 0 } };
    expect(agreementsAtHand({ workbook, documents: [], catalogue: [ONE, TWO] }).map(({ origin, agreement }) => [origin, agreement.document.sha256])).toEqual([['workbook', 'one'], ['catalogue', 'two']]);
  });
});

describe('importOf', () => {
  it('is the import of the whole document, never that of single initiatives', () => {
    const workbook = (agreement: Agreement): WorkbookState => ({ imports: [{ importId: 'i', agreement, importedAt: '', addinVersion: '', sheets: [] }], findings: [], causes: [], summary: { agrees: 0, agreesWithinRounding: 0, differs: 0, notCheckable: 0 } });
    const document = { stage: { kind: 'read', reading: { agreement: ONE } } } as unknown as Pick<OpenDocument, 'stage'>;
    expect(importOf(document, workbook(ONE))?.importId).toBe('i');
    expect(importOf(document, workbook({ ...ONE, inserted: [0] }))).toBeNull();
  });
});

describe('searchAgreements', () => {
  const titles = (query: string): (string | null)[] => searchAgreements(BOTH, query).flatMap(({ initiatives }) => initiatives.map(({ initiative }) => initiative.title));

  it('shows everything without a query', () => {
    expect(titles('  ')).toHaveLength(4);
  });

  it('finds by every word, whatever the case', () => {
    expect(titles('klar START')).toEqual(['KLAR TIL START', 'Klar til start']);
    expect(titles('sletdet barnet')).toEqual(['SletDet (Red Barnet)']);
    expect(titles('noget andet')).toEqual([]);
  });

  it('finds å typed as aa, rows and ministries', () => {
    expect(titles('raadgivning')).toEqual(['Åben "anonym" rådgivning']);
    expect(titles('lærerløft')).toHaveLength(4);
    expect(titles('socialministeriet')).toHaveLength(4);
  });

  it('shows an agreement whole when its own name is typed', () => {
    expect(searchAgreements(BOTH, 'aftale 2026').map(({ initiatives }) => initiatives.length)).toEqual([2]);
  });
});

it('searchAgreements finds the amounts of a report by their purpose', () => {
  const stated = { amount: { coefficient: 85, decimals: 1, unit: 'mio. kr.' as const }, approximate: false, annual: false, permanent: false, from: null, to: null, priceLevel: null, position: { page: null, line: 9, box: null } };
  const report = { ...named('Handlingsplan', 'plan'), mentions: [{ ...stated, purpose: 'en årlig uge' }, { ...stated, purpose: null }] };
  const purposes = (query: string): (string | null)[][] => searchAgreements([hand(ONE), hand(report)], query).map(({ mentions }) => mentions.map(({ purpose }) => purpose));
  expect(purposes('aarlig')).toEqual([['en årlig uge']]);
  expect(purposes('')).toEqual([[], ['en årlig uge', null]]);
  expect(purposes('handlingsplan')).toEqual([['en årlig uge', null]]);
});

describe('totalFormula', () => {
  it('names the agreement only where the title stands in two', () => {
    const [slet, klar] = ONE.initiatives;
    expect(slet === undefined ? null : totalFormula(ONE, slet, KNOWN, ';')).toBe('=RESERVE.TOTAL("SletDet (Red Barnet)")');
    expect(klar === undefined ? null : totalFormula(ONE, klar, KNOWN, ';')).toBe('=RESERVE.TOTAL("KLAR TIL START";;"Aftale 2026")');
    expect(klar === undefined ? null : totalFormula(ONE, klar, KNOWN, ',')).toBe('=RESERVE.TOTAL("KLAR TIL START",,"Aftale 2026")');
  });

  it('names the agreement, as shortly as it is found, where another knows the title as a part of its own', () => {
    const later = { ...named('Aftale om udmøntning af reserven 2030-2033', 'later', 'Øremærket tilskud til KLAR TIL START'), years: [2030, 2031, 2032, 2033] };
    const known = catalogueOf([ONE, later]);
    const [, klar] = ONE.initiatives;
    const [tilskud] = later.initiatives;
    expect(klar === undefined ? null : totalFormula(ONE, klar, known, ';')).toBe('=RESERVE.TOTAL("KLAR TIL START";;"2026-2029")');
    expect(tilskud === undefined ? null : totalFormula(later, tilskud, known, ';')).toBe('=RESERVE.TOTAL("Øremærket tilskud til KLAR TIL START")');
  });

  it('offers no formula that would not answer', () => {
    const twice = named('Aftale 2026', 'twice', 'KLAR TIL START', 'Klar til start');
    const [klar] = twice.initiatives;
    expect(klar === undefined ? '' : totalFormula(twice, klar, catalogueOf([twice]), ';')).toBeNull();
    const long = named('Aftale 2026', 'long', 'x'.repeat(256));
    expect(long.initiatives[0] === undefined ? '' : totalFormula(long, long.initiatives[0], catalogueOf([long]), ';')).toBeNull();
  });

  it('doubles quotation marks and has nothing for a lost title', () => {
    const open = TWO.initiatives[1];
    expect(open === undefined ? null : totalFormula(TWO, open, KNOWN, ';')).toBe('=RESERVE.TOTAL("Åben ""anonym"" rådgivning")');
    expect(open === undefined ? '' : totalFormula(TWO, { ...open, title: null }, KNOWN, ';')).toBeNull();
  });
});

describe('yearsText', () => {
  it.each([
    [[2026, 2027, 2028, 2029], '2026–2029'],
    [[2029, 2026, 2027], '2026–2027, 2029'],
    [[2026], '2026'],
    [[], null],
  ])('%j is %s', (years, text) => {
    expect(yearsText(years)).toBe(text);
  });
});
