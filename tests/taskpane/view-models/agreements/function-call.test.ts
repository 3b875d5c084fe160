import { catalogueOf } from '../../../../src/core/catalogue/catalogue';
import { answerInWords, callOf, formulaOf, functionsFor, searchEntries, type FunctionChoice } from '../../../../src/taskpane/view-models/agreements/function-call';
import { agreementOf, initiativeOf, sampleAgreement } from '../../../support/sample-agreement';

const sample = sampleAgreement();
const later = agreementOf([initiativeOf('SletDet (Red Barnet)', 10, '2,0 2,0 - - 4,0', [])], { title: 'Aftale om reserven 2030-2033', document: { ...sample.document, sha256: 'b'.repeat(64), name: 'ny.pdf' } });
const catalogue = catalogueOf([sample], [sample]);

function choose(query: string, more: Partial<FunctionChoice> = {}, within = catalogue): FunctionChoice {
  const [entry] = searchEntries(within, query);
  if (entry === undefined) throw new Error(`Nothing is called ${query}`);
  return { entry, name: 'AMOUNT', year: null, unit: null, part: null, ...more };
}

function written(choice: FunctionChoice, within = catalogue): [string, string] {
  const call = callOf(within, choice);
  if (call === null) throw new Error('No formula');
  return [formulaOf(call, ';'), answerInWords(within, call, choice.unit ?? choice.entry.unit, 'da')];
}

it('finds initiatives and groups by the beginnings of their words', () => {
  expect(searchEntries(catalogue, 'klar eval').map(({ title }) => title)).toEqual(['Klar til start, evaluering']);
  expect(searchEntries(catalogue, 'sundhed').map(({ title }) => title)).toEqual(['Sundhedsministeriet']);
  expect(searchEntries(catalogue, '')).not.toHaveLength(0);
  expect(searchEntries(catalogue, 'findes ikke')).toEqual([]);
});

it.each<[Partial<FunctionChoice>, string, string]>([
  [{}, '=RESERVE.AMOUNT("SletDet (Red Barnet)")', '6,6 mio. kr.'],
  [{ year: 2027, unit: '1.000 kr.' }, '=RESERVE.AMOUNT("SletDet (Red Barnet)";2027;;"1.000 kr.")', '3.000 t.kr.'],
  [{ name: 'PART', part: 'Driftstilskud', year: 2026 }, '=RESERVE.PART("SletDet (Red Barnet)";"Driftstilskud";2026)', '1,6 mio. kr.'],
  [{ name: 'YEARS' }, '=RESERVE.YEARS("SletDet (Red Barnet)")', '1,6 · 3 · 2 · 0 mio. kr.'],
  [{ name: 'EXPIRES', year: 2026 }, '=RESERVE.EXPIRES("SletDet (Red Barnet)")', '2028'],
  [{ name: 'SOURCE', year: 2027 }, '=RESERVE.SOURCE("SletDet (Red Barnet)";2027)', 'Aftale om udmøntning af reserven 2026-2029 · – · 20 · 3,0'],
])('writes the formula and its answer: case %#', (more, formula, answer) => {
  expect(written(choose('SletDet', more))).toEqual([formula, answer]);
});

it('names the agreement when another one knows the name, and the id when the name is there twice', () => {
  const both = catalogueOf([sample, later], [sample, later]);
  expect(written(choose('SletDet', {}, both), both)[0]).toBe('=RESERVE.AMOUNT("SletDet (Red Barnet)";;"Aftale om udmøntning af reserven 2026-2029")');
  const twice = agreementOf([initiativeOf('Pulje', 10, '1,0 - - - 1,0', []), initiativeOf('Pulje', 30, '2,0 - - - 2,0', [])]);
  const known = catalogueOf([twice], [twice]);
  const second = searchEntries(known, 'pulje')[1];
  expect(second === undefined ? null : written({ ...choose('pulje', {}, known), entry: second }, known)).toEqual(['=RESERVE.AMOUNT("I2";;"2026-2029")', '2 mio. kr.']);
});

it('says why there is no answer', () => {
  expect(written(choose('Sundhedsministeriet', { year: 2031 }))[1]).toContain('har ikke året 2031');
});

it('offers components only where there are some', () => {
  expect(functionsFor(choose('SletDet').entry)).toContain('PART');
  expect(functionsFor(choose('Klar til start').entry)).not.toContain('PART');
});

it('doubles quotation marks', () => {
  const quoted = catalogueOf([agreementOf([initiativeOf('Projekt "Fri"', 10, '1,0 - - - 1,0', [])])]);
  expect(written(choose('projekt', {}, quoted), quoted)[0]).toBe('=RESERVE.AMOUNT("Projekt ""Fri""")');
});
