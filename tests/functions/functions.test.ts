import { checkWorksheet } from '../../src/core/reconciliation/worksheet/worksheet-footing';
import { readWorksheet } from '../../src/core/reconciliation/worksheet/worksheet-reading';
import { catalogueOf } from '../../src/core/catalogue/catalogue';
import { readUnit } from '../../src/functions/arguments/argument-words';
import { answerList } from '../../src/functions/answers/table-functions';
import { check, list, total } from '../../src/functions/functions';
import { setAgreements, setFunctionLanguage } from '../../src/functions/memory';
import { CellError, provideCustomFunctions } from '../support/custom-functions';
import { agreementOf, initiativeOf, sampleAgreement } from '../support/sample-agreement';

const sample = sampleAgreement();
const older = agreementOf([initiativeOf('KLAR TIL START', 10, '1,0 - - - 1,0', [])], {
  title: 'Aftale om reserven 2022-2025',
  document: { ...sample.document, sha256: 'b'.repeat(64) },
});

beforeAll(provideCustomFunctions);

beforeEach(() => {
  setFunctionLanguage('da');
  setAgreements([sample]);
});

/** A single cell as Excel hands it to a parameter that takes ranges. */
function one(value: unknown): unknown[][] {
  return [[value]];
}

function errorOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'no error';
}

describe('TOTAL', () => {
  it('takes arguments that were left out as null, as Excel sends them', () => {
    const none = null as unknown as undefined;
    expect(total('SletDet', none, none, none)).toBe(6.6);
    expect(total('SletDet', 2027, none, none)).toBe(3);
  });

  it('converts exactly into another unit', () => {
    expect(total('SletDet', 2026, '2026-2029', 'kr.')).toBe(1_600_000);
    expect(total('SletDet', undefined, undefined, '1.000 kr.')).toBe(6600);
  });

  it('names the candidates in the display language', () => {
    expect(errorOf(() => total('klar'))).toBe('#N/A "klar" passer på flere: "Klar til start", "Klar til start, evaluering".');
    setFunctionLanguage('en');
    expect(errorOf(() => total('klar'))).toBe('#N/A "klar" fits several: "Klar til start", "Klar til start, evaluering".');
  });

  it('asks for the agreement when two know the name, and answers with it', () => {
    setAgreements([sample, older]);
    expect(errorOf(() => total('KLAR TIL START'))).toMatch(/^#N\/A .*"Aftale om udmøntning af reserven 2026-2029", "Aftale om reserven 2022-2025.*tredje argument/);
    expect(total('KLAR TIL START', undefined, 'Aftale om reserven 2022-2025')).toBe(1);
  });

  it.each([
    [() => total('SletDet', 2031), /^#N\/A "SletDet \(Red Barnet\)" har ikke året 2031; årene er 2026, 2027, 2028, 2029\.$/],
    [() => total('SletDet', undefined, undefined, 'euro'), /^#VALUE! "euro" er ikke en enhed/],
    [() => total(''), /^#VALUE! /],
    [() => total('SletDet', 2026.5), /^#VALUE! /],
    [() => total('SletDet', undefined, '1999-2002'), /^#N\/A Ingen aftale hedder "1999-2002"/],
    [() => total('Noget helt andet'), /^#N\/A "Noget helt andet" findes ikke/],
  ])('refuses with a reason: case %#', (run, expected) => {
    expect(errorOf(run)).toMatch(expected);
  });

  it('says that nothing is imported yet', () => {
    setAgreements([]);
    expect(errorOf(() => total('SletDet'))).toBe('#N/A Der er ingen aftale at slå op i. Importér en aftale først.');
  });
});

describe('LIST', () => {
  it('spills a heading row and one row per initiative', () => {
    expect(list(undefined, one('Sundhedsministeriet'))).toEqual([
      ['Initiativ', 2026, 2027, 2028, 2029, 'I alt'],
      ['Klar til start', 0, 4, 4, 4, 12],
      ['Klar til start, evaluering', 0.5, 0, 0, 0.5, 1],
    ]);
  });

  it('wants the agreement when there are several', () => {
    setAgreements([sample, older]);
    expect(errorOf(() => list())).toMatch(/^#N\/A Der er flere aftaler/);
  });

  it('leaves a missing figure empty', () => {
    const damaged = catalogueOf([agreementOf([initiativeOf('Ulæselig', 10, '1,0 ? - - _', [])])]);
    expect(answerList(damaged, {}, 'da')[1]?.map((cell) => cell.kind === 'value' && cell.value)).toEqual(['Ulæselig', 1, '', 0, 0, '']);
  });
});

describe('CHECK', () => {
  it.each([
    [[[1.1], [2.2], [3.3]], '✓ stemmer'],
    [[[1.1, 2.2, 3.3]], '✓ stemmer'],
    [[['Mio. kr.', 2026, 2027, 'I alt'], ['I alt', 3, 3, 6], ['A', 1, 1, 2], ['B', 2, 2, 4]], '✓ stemmer'],
    [[['A', 1], ['heraf drift', 0.4], ['B', 2], ['I alt', 3]], '✓ stemmer'],
    [[[12.5], [3.1], [2.8], [2.1], [20.6]], '≈ stemmer inden for afrunding (-0,1)'],
    [[['A', 1.5], ['B', 2.5], ['I alt', 5.0]], '✗ kolonne 2: summen er 4,0, men der står 5,0: forskel -1,0'],
  ])('case %#', (range, expected) => {
    expect(check(range)).toBe(expected);
  });

  it.each([
    [[['Post', 2026], ['A', 1], ['B', 'mangler'], ['C', 2], ['D', 2], ['I alt', 5]], '– kolonne 2 kan ikke kontrolleres: en celle indeholder tekst i stedet for et tal'],
    [[['Post', 2026], ['A', 1], ['B', '2'], ['C', 2], ['D', 2], ['I alt', 7]], '– kolonne 2 kan ikke kontrolleres: en celle indeholder tekst i stedet for et tal'],
    [[['Post', 2026], ['A', 1], ['B', ''], ['C', 2], ['I alt', 3]], '✓ stemmer'],
    [[['Post', 2026, 2027], ['A', 1, 1], ['B', 2, 2], ['I alt', 8, 5]], '✗ kolonne 2: summen er 3, men der står 8: forskel -5 (og 1 til)'],
    [[[1, 2, 9]], '✗ række 1: summen er 3, men der står 9: forskel -6'],
  ])('tells what cannot be checked, and what differs: case %#', (range, expected) => {
    expect(check(range)).toBe(expected);
  });

  it('gives the verdict of a selected table', () => {
    const tables: (string | number)[][][] = [
      [['Post', 2026, 2027, 'I alt'], ['Drift', 10, 20, 30], ['Anlæg', 5, 5, 11], ['I alt', 15, 25, 41]],
      [['Post', 2026], ['A', 1.5], ['heraf B', 1], ['C', 2.5], ['I alt', 4.8]],
      [['Post', 2026], ['A', 1], ['B', 'n/a'], ['C', 2], ['D', 3], ['I alt', 6]],
      [['A', 1], ['B', 2], ['Delsum', 3], ['C', 4], ['I alt', 7]],
    ];
    const marks = tables.map((values) => {
      const reading = readWorksheet({ values });
      const checks = reading === null ? [] : checkWorksheet({ values }, reading);
      const has = (outcome: string): boolean => checks.some((one) => one.outcome === outcome);
      return has('differs') ? '✗' : has('not-checkable') ? '–' : has('agrees-within-rounding') ? '≈' : '✓';
    });
    expect(tables.map((values) => check(values).charAt(0))).toEqual(marks);
    expect(new Set(marks)).toEqual(new Set(['≈', '✗', '–', '✓']));
  });

  it.each([[[['a', 'b']]], [[[1]]], [[['']]], [[['A', 1], ['B', 2], ['C', 4]]]])('has nothing to check: case %#', (range) => {
    expect(errorOf(() => check(range))).toMatch(/^#VALUE! /);
  });
});

describe('readUnit', () => {
  it.each([
    ['mio. kr.', 'mio. kr.'],
    ['Mio', 'mio. kr.'],
    ['1.000 kr.', '1.000 kr.'],
    ['t.kr.', '1.000 kr.'],
    ['kr', 'kr.'],
    ['mia. kr.', 'mia. kr.'],
    ['EUR', null],
  ])('%p', (text, expected) => {
    expect(readUnit(text)).toBe(expected);
  });
});

describe('LIST beside the built-in agreements', () => {
  it('means the only agreement of the workbook', () => {
    const other = { ...sample, title: 'Fra kataloget', document: { ...sample.document, sha256: 'f'.repeat(64) }, initiatives: sample.initiatives.slice(0, 1) };
    setAgreements([sample, other], [sample]);
    expect(list()).toHaveLength(sample.initiatives.length + 1);
  });
});
