import { catalogueOf, currentAgreements, findAgreement } from '../../../src/core/catalogue/catalogue';
import { entryOfAgreement } from '../../../src/core/catalogue/entries';
import { amountOfEntry } from '../../../src/core/catalogue/entry-amount';
import { findEntry } from '../../../src/core/catalogue/find-entry';
import { indexNames, placesOfName } from '../../../src/core/catalogue/name-index';
import { matchNormalized, normalizeName } from '../../../src/core/catalogue/name-matching';
import { type Agreement } from '../../../src/core/budget/agreement';
import { agreementOf, initiativeOf, sampleAgreement } from '../../support/sample-agreement';

const sample = sampleAgreement();

/** An agreement of one initiative of 2030-2033, so that it shares no year with the sample. */
function agreementNamed(title: string, sha: string, initiatives: readonly string[], years: readonly number[] = sample.years, total = '1,0 1,0 1,0 1,0 4,0'): Agreement {
  const columns = [...years.map((year) => ({ kind: 'year' as const, year, basis: null, header: String(year) })), { kind: 'total' as const, header: 'I alt' }];
  return agreementOf(initiatives.map((name, index) => initiativeOf(name, 10 + index * 20, total, [], { columns })), { title, years, document: { ...sample.document, sha256: sha.repeat(64), name: `${sha}.pdf` } });
}

describe('row ids', () => {
  const alone = catalogueOf([sample], [sample]);

  it.each([
    ['I2', 'initiative', 'Styrket rådgivning'],
    ['i2d3', 'component', 'Pulje til rådgivning'],
    ['T1', 'total', 'I alt'],
  ])('%s names a row', (rowId, kind, title) => {
    expect(findEntry(alone, rowId)).toMatchObject({ kind: 'found', value: { kind, title } });
  });

  it('are no part of a name where there is no such row', () => {
    expect(findEntry(alone, 'I99')).toMatchObject({ kind: 'none' });
  });

  it('say nothing without their agreement when the workbook holds several', () => {
    const other = agreementNamed('En anden', 'b', ['Et', 'To']);
    const both = catalogueOf([sample, other], [sample, other]);
    expect(findEntry(both, 'I2')).toMatchObject({ kind: 'several' });
    expect(findEntry(both, 'I2', other)).toMatchObject({ kind: 'found', value: { title: 'To' } });
  });

  it('are of the workbook before those of a catalogue', () => {
    expect(findEntry(catalogueOf([sample, agreementNamed('Fra kataloget', 'b', ['Et'])], [sample]), 'I1')).toMatchObject({ kind: 'found', value: { agreement: sample } });
  });
});

describe('a single digit', () => {
  const numbered = catalogueOf([agreementNamed('Tal', 'b', ['2 nye tilbud', '7'])]);

  it('is never a part of a name, but may be a name', () => {
    expect(findEntry(numbered, '2')).toEqual({ kind: 'none', candidates: [] });
    expect(findEntry(numbered, '7')).toMatchObject({ kind: 'found', value: { title: '7' } });
  });
});

describe('a name that several agreements of the workbook know', () => {
  const first = agreementNamed('Aftale A', 'b', ['Lygten']);
  const second = agreementNamed('Aftale B', 'c', ['Lygten'], sample.years, '9,0 9,0 9,0 9,0 36,0');

  it('keeps its answer when one more agreement is imported', () => {
    expect(findEntry(catalogueOf([first], [first]), 'Lygten')).toMatchObject({ kind: 'found', value: { agreement: first } });
    expect(findEntry(catalogueOf([first, second], [first, second]), 'Lygten')).toMatchObject({ kind: 'found', value: { agreement: first } });
  });

  it('is the one that has the year', () => {
    const later = agreementNamed('Aftale C', 'd', ['Lygten'], [2030, 2031, 2032, 2033]);
    const both = catalogueOf([first, later], [first, later]);
    expect(findEntry(both, 'Lygten', null, 2031)).toMatchObject({ value: { agreement: later } });
    expect(findEntry(both, 'Lygten', null, 2027)).toMatchObject({ value: { agreement: first } });
    expect(findEntry(both, 'Lygten', null, 2050)).toMatchObject({ value: { agreement: first } });
  });

  it('is the exact name before a longer one', () => {
    const longer = agreementNamed('Aftale D', 'e', ['Tilskud til Lygten']);
    expect(findEntry(catalogueOf([longer, first], [longer, first]), 'Lygten')).toMatchObject({ value: { agreement: first } });
  });

  it('is never a longer name because only that one has the year', () => {
    const longer = agreementNamed('Aftale D', 'e', ['Tilskud til Lygten'], [2030, 2031, 2032, 2033]);
    expect(findEntry(catalogueOf([first, longer], [first, longer]), 'Lygten', null, 2031)).toMatchObject({ value: { agreement: first } });
  });

  it('is the workbook\'s before that of a catalogue', () => {
    expect(findEntry(catalogueOf([first, second], [second]), 'Lygten')).toMatchObject({ value: { agreement: second } });
  });
});

describe('editions of one agreement', () => {
  const old = agreementNamed('Aftale om reserven', 'b', ['Lygten']);
  const corrected = agreementNamed('Aftale om  Reserven', 'c', ['Lygten'], sample.years, '2,0 2,0 2,0 2,0 8,0');
  const both = catalogueOf([old, corrected], [old, corrected]);

  it('the newest answers, an earlier one by its file name', () => {
    expect(currentAgreements(both)).toEqual([corrected]);
    expect(findEntry(both, 'Lygten')).toMatchObject({ value: { agreement: corrected } });
    expect(findAgreement(both, 'Aftale om reserven')).toEqual({ kind: 'found', value: corrected });
    expect(findAgreement(both, 'b.pdf')).toEqual({ kind: 'found', value: old });
    expect(findEntry(both, 'Lygten', old)).toMatchObject({ value: { agreement: old } });
  });

  it('the workbook\'s own goes before that of a catalogue', () => {
    expect(currentAgreements(catalogueOf([old, corrected], [old]))).toEqual([old]);
  });
});

describe('amounts that must not be added', () => {
  it('are those of several price levels', () => {
    const mixed = agreementOf([initiativeOf('A', 10, '1,0 - - - 1,0', []), initiativeOf('B', 30, '1,0 - - - 1,0', [], { priceLevel: '2024-pl' })]);
    expect(amountOfEntry(entryOfAgreement(mixed), null)).toEqual({ kind: 'mixed-price-levels', priceLevels: ['2026-pl', '2024-pl'] });
  });

  it('have no unit of their own when they have several, and are added exactly in the one that is asked for', () => {
    const thousand = initiativeOf('B', 30, '1,0 - - - 1,0', []);
    const inThousands = { ...thousand, unit: '1.000 kr.' as const, total: thousand.total === null ? null : { ...thousand.total, cells: thousand.total.cells.map((cell) => (cell.kind === 'amount' ? { ...cell, amount: { ...cell.amount, unit: '1.000 kr.' as const } } : cell)) } };
    const mixed = entryOfAgreement(agreementOf([initiativeOf('A', 10, '1,0 - - - 1,0', []), inThousands]));
    expect(amountOfEntry(mixed, null)).toEqual({ kind: 'no-unit' });
    expect(amountOfEntry(mixed, 2026, 'kr.')).toMatchObject({ kind: 'amount', amount: { coefficient: 1_001_000, decimals: 0, unit: 'kr.' } });
  });
});

it('the index of names meets the names that reading them all meets', () => {
  const names = ['SletDet (Red Barnet)', 'Klar til start', 'Klar til start, evaluering', 'Startklar', 'Til start', 'Évaluation af start', '24/7 hjælp'].map(normalizeName);
  const index = indexNames(names);
  for (const wanted of ['slet', 'klar', 'start', 'klar start', 'til start', 'klar til st', 'e', '24', 'start klar', '', 'xyz'].map(normalizeName)) {
    const all = names.flatMap((name, place) => {
      const match = matchNormalized(wanted, name);
      return match === 'none' ? [] : [{ place, match }];
    });
    expect(placesOfName(index, wanted)).toEqual(all);
  }
});
