import { amount, bound, check, expires, list, parse, part, pricelevel, residual, source, sumof, table, tieout, total, years } from '../../src/functions/functions';
import { setAgreements, setFunctionLanguage } from '../../src/functions/memory';
import { CellError, provideCustomFunctions } from '../support/custom-functions';
import { agreementOf, initiativeOf, printedRow, sampleAgreement } from '../support/sample-agreement';

const sample = sampleAgreement();

beforeAll(provideCustomFunctions);

beforeEach(() => {
  setFunctionLanguage('en');
  setAgreements([sample], [sample]);
});

/** What a call shows: values, and errors with their code and message. */
function shown(run: () => unknown): unknown {
  const spell = (value: unknown): unknown => (value instanceof CellError ? `${value.code} ${value.message}` : value);
  try {
    const result = run();
    return Array.isArray(result) ? (result as unknown[][]).map((row) => row.map(spell)) : spell(result);
  } catch (error) {
    return spell(error);
  }
}

const names = [['SletDet'], ['Styrket rådgivning']];

describe('AMOUNT', () => {
  it('answers a whole column down to its last name, and refuses more cells than anybody waits for', () => {
    const column = Array.from({ length: 1_048_576 }, (_none, row) => [row < 2 ? 'SletDet' : row % 2 === 0 ? null : 0]);
    expect(amount(column, [[2026, 2027]])).toEqual([[1.6, 3], [1.6, 3]]);
    expect(shown(() => amount(Array.from({ length: 60_000 }, () => ['SletDet']), [[2026, 2027, 2028, 2029]]))).toBe('#VALUE! The range is too large: ask about 200,000 cells at a time at most.');
  });

  it.each([
    [46388, '#VALUE! "46388" is a date, not a year. Give the year as a number such as 2027, or wrap the cell in YEAR().'],
    ['01-01-2027', expect.stringContaining('#VALUE! "01-01-2027" is a date')],
    ['2027-01-01 00:00', expect.stringContaining('#VALUE! "2027-01-01 00:00" is a date')],
    ['2027,0', [[3]]],
    ['2027*', [[3]]],
  ])('reads the year %p', (year, expected) => {
    expect(shown(() => amount([['SletDet']], [[year]]))).toEqual(expected);
  });

  it('tells namesakes apart by their ids', () => {
    const twins = agreementOf([initiativeOf('Børn og unge', 10, '1,0 - - - 1,0', []), initiativeOf('Børn og unge', 40, '2,0 - - - 2,0', [])]);
    setAgreements([twins], [twins]);
    expect(shown(() => amount([['Børn og unge']]))).toBe('#N/A "Børn og unge" fits several: "Børn og unge" (I1), "Børn og unge" (I2). Ask with the id.');
    expect(amount([['I2']])).toEqual([[2]]);
  });

  it.each(['Styrket råd\u00adgivning', 'Styrket\u200b rådgivning', 'STYRKET  RÅDGIVNING*', '„Styrket rådgivning“'])('finds the name %j', (name) => {
    expect(amount([[name]])).toEqual([[7]]);
  });

  it.each([['tDKK', 6600], ['mDKK', 6.6], ['mio. DKK', 6.6]])('knows the unit %s', (unit, value) => {
    expect(amount([['SletDet']], undefined, undefined, unit as never)).toEqual([[value]]);
  });

  it('spreads a column of names over a row of years, an error only in its own cell', () => {
    expect(shown(() => amount([['SletDet'], ['Findes slet ikke']], [[2026, 2031]]))).toEqual([
      [1.6, '#N/A "SletDet (Red Barnet)" does not have the year 2031; its years are 2026, 2027, 2028, 2029.'],
      [expect.stringContaining('#N/A "Findes slet ikke" '), expect.stringContaining('#N/A ')],
    ]);
  });

  it.each([[0], [''], [null], [undefined], [[[0]]], [[[null]]], [[[]]], [[]], ['  '], ['0']])('takes %p for left out', (blank) => {
    expect(amount([['SletDet']], blank as never, blank as never, blank as never, blank as never, blank as never, blank as never)).toEqual([[6.6]]);
  });

  it.each([[0], [''], [null], [true], ['0']])('asks for a name instead of %p', (blank) => {
    expect(shown(() => amount([[blank]]))).toBe('#VALUE! Give the name or the id of an initiative.');
  });

  it('reads figures with cards, and says which error it was asked with', () => {
    expect(amount([['SletDet']], [[{ type: 'Double', basicValue: 2027, basicType: 'Double' }]])).toEqual([[3]]);
    const fault = { type: 'Error', basicValue: '#DIV/0!', basicType: 'Error' };
    expect(shown(() => amount([[fault], ['SletDet']]))).toEqual([['#VALUE! The cell that is asked with holds the error #DIV/0!.'], [6.6]]);
    expect(shown(() => amount([['#N/A']]))).toContain('#N/A The cell');
  });

  it('answers with ifMissing for what the agreement does not have, not for a wrong argument', () => {
    expect(amount([['SletDet']], [[2031]], undefined, undefined, undefined, [['ingen']])).toEqual([['ingen']]);
    expect(shown(() => amount([['SletDet']], [[2026.5]], undefined, undefined, undefined, [['ingen']]))).toContain('#VALUE!');
  });

  it.each([
    ['2026-pl', [[6.6]]],
    ['2022-pl', '#N/A "SletDet (Red Barnet)" is in 2026-pl, not in 2022-pl. Convert it with RESERVE.PRICELEVEL.'],
    ['gammel', '#VALUE! "gammel" is not a price level: write for example "2026-pl".'],
  ])('converts no price level: %s', (level, expected) => {
    expect(shown(() => amount([['SletDet']], undefined, undefined, undefined, level as never))).toEqual(expected);
  });

  it.each([
    ['of which', 'Styrket rådgivning', [[0.2]]],
    ['heraf', 'Styrket rådgivning', [[0.2]]],
    ['of which', 'SletDet', '#N/A "SletDet (Red Barnet)" has no "of which" row.'],
    ['pulje', 'SletDet', '#N/A "SletDet (Red Barnet)" has no pool in the agreement.'],
    ['stated', 'SletDet', '#N/A The text states no total for "SletDet (Red Barnet)".'],
    ['andet', 'SletDet', expect.stringContaining('#VALUE! "andet" is not a kind')],
  ])('knows the kind %s of %s', (kind, name, expected) => {
    expect(shown(() => amount([[name]], undefined, undefined, undefined, undefined, undefined, kind as never))).toEqual(expected);
  });

  it('says that ranges do not fit', () => {
    expect(shown(() => amount([['SletDet'], ['Klar til start']], [[2026], [2027], [2028]]))).toEqual([[1.6], [4], ['#N/A The ranges do not have the same number of rows and columns.']]);
  });

  it('finds permanent money in its column and in the text', () => {
    const columns = [{ kind: 'year', year: 2026, basis: null, header: '2026' }, { kind: 'amount', header: 'Varigt' }] as const;
    const lasting = initiativeOf('Fast', 10, '1,0 2,5', [], { columns });
    const stated = initiativeOf('Løbende', 40, '1,0 1,0 1,0 1,0 4,0', [], {
      stated: [{ role: 'lead', amount: { coefficient: 10, decimals: 1, unit: 'mio. kr.' }, approximate: false, annual: true, permanent: true, from: 2026, to: null, priceLevel: null, purpose: null, position: { page: null, line: 41, box: null } }],
    });
    const one = agreementOf([lasting, stated]);
    setAgreements([one], [one]);
    expect(amount([['Fast'], ['Løbende']], [['permanent']])).toEqual([[2.5], [1]]);
    expect(amount([['Fast']], [['varigt']])).toEqual([[2.5]]);
    expect(expires([['Fast'], ['Løbende']])).toEqual([['permanent'], ['permanent']]);
    setFunctionLanguage('da');
    expect(expires([['Fast']])).toEqual([['varigt']]);
  });
});

describe('names and places', () => {
  it('an agreement in front of a row id counts, and must not contradict the argument', () => {
    expect(amount([['2026-2029/I1']])).toEqual([[6.6]]);
    expect(shown(() => amount([['1999-2002/I1']]))).toContain('#N/A No agreement is called "1999-2002"');
  });

  it('a value never becomes an error because something else is imported', () => {
    const other = agreementOf([initiativeOf('SletDet (Red Barnet)', 10, '9,0 - - - 9,0', [])], { title: 'En anden aftale', document: { ...sample.document, sha256: 'd'.repeat(64), name: 'anden.pdf' } });
    setAgreements([sample, other], [sample, other]);
    expect(total('SletDet')).toBe(6.6);
    expect(total('SletDet', undefined, 'En anden aftale')).toBe(9);
  });
});

it('PART looks in its initiative only', () => {
  expect(part([['Styrket rådgivning']], [['pulje']], [[2026]])).toEqual([[1]]);
  expect(shown(() => part([['SletDet']], [['pulje']]))).toBe('#N/A "SletDet (Red Barnet)" has no component "pulje". It has: "Driftstilskud".');
});

it('YEARS spills the profile of each name', () => {
  expect(years(names)).toEqual([[1.6, 3, 2, 0], [2.5, 2.5, 1, 1]]);
  expect(shown(() => years([['Findes slet ikke']]))).toContain('#N/A');
});

describe('SUMOF', () => {
  it('adds groups, lists and agreements, exactly', () => {
    expect(sumof([['Sundhedsministeriet']])).toEqual([[13]]);
    expect(sumof(names, [[2026, 2027]])).toEqual([[4.1, 5.5]]);
    expect(sumof([['2026-2029']], undefined, undefined, 'kr.' as never)).toEqual([[26_600_000]]);
    expect(sumof([[null]])).toEqual([[26.6]]);
  });

  it.each([[[['SletDet'], ['SletDet (Red Barnet)']]], [[['SletDet'], ['Socialministeriet']]], [[['SletDet'], ['Driftstilskud']]]])('counts nothing twice: case %#', (group) => {
    expect(shown(() => sumof(group))).toContain('#VALUE! Something in the list would be counted twice');
  });

  it('is no sum of the rest when one is missing', () => {
    expect(shown(() => sumof([['SletDet'], ['Findes slet ikke']]))).toContain('#N/A "Findes slet ikke"');
  });
});

describe('EXPIRES', () => {
  it('is the last year with money', () => {
    expect(expires([['SletDet'], ['Klar til start']])).toEqual([[2028], [2029]]);
  });

  it('is not told where a later year cannot be read', () => {
    const damaged = agreementOf([initiativeOf('Ulæselig', 10, '1,0 - ? - 1,0', [])]);
    setAgreements([damaged], [damaged]);
    expect(shown(() => expires([['Ulæselig']]))).toContain('#N/A A later year');
  });
});

it('SOURCE tells document, page, line and what is printed', () => {
  expect(source([['SletDet']], [[2027]])).toEqual([['Aftale om udmøntning af reserven 2026-2029', '–', 20, '3,0']]);
  expect(source([['Sundhedsministeriet']])).toEqual([['Aftale om udmøntning af reserven 2026-2029', '–', 7, 'Sundhedsministeriet i alt | 0,5 | 4,0 | 4,0 | 4,5 | 13,0']]);
});

describe('TIEOUT', () => {
  it.each([
    [6.6, 0],
    [6.64, 0],
    [6.7, 0.1],
    [null, -6.6],
  ])('%p against 6.6', (own, expected) => {
    expect(tieout([['SletDet']], [[own]])).toEqual([[expected]]);
  });

  it('does not take a dash for rounded', () => {
    expect(tieout([['SletDet']], [[0.04]], [[2029]])).toEqual([[0.04]]);
  });

  it('is in the unit that is asked for, and agrees within the printed digits there too', () => {
    expect(tieout([['SletDet']], [[6640], [6700]], undefined, undefined, '1.000 kr.' as never)).toEqual([[0], [100]]);
  });

  it('allows the rounding of the amount where that is said', () => {
    const rounded = (to?: number): unknown => shown(() => tieout([['SletDet']], [[7], [8]], undefined, undefined, undefined, undefined, undefined, to === undefined ? undefined : [[to]]));
    expect([rounded(), rounded(1)]).toEqual([[[0.4], [1.4]], [[0], [1.4]]]);
    expect(rounded(0.5)).toBe('#VALUE! Say what your amounts are rounded to: 1, 0.1, 0.01 or 0.001.');
  });
});

describe('TABLE and LIST', () => {
  it('have the columns that are asked for', () => {
    expect(table(undefined, [['Sundhedsministeriet']], [['id, initiative; 2026'], ['total']], [[true]])).toEqual([
      ['Id', 'Initiative', 2026, 'Total'],
      ['I3', 'Klar til start', 0, 12],
      ['I4', 'Klar til start, evaluering', 0.5, 1],
    ]);
    expect(shown(() => table(undefined, undefined, [['farve']]))).toContain('#VALUE! "farve" is not a column');
  });

  it('LIST leaves out what would make a sum wrong', () => {
    expect(list(undefined, [['Sundhedsministeriet']], [[false]], [[false]])).toEqual([['Klar til start', 0, 4, 4, 4], ['Klar til start, evaluering', 0.5, 0, 0, 0.5]]);
    expect(list(undefined, [['Sundhedsministeriet']], [[0]])[0]).toEqual(['Initiative', 2026, 2027, 2028, 2029, 'Total']);
  });
});

describe('RESIDUAL, BOUND and CHECK', () => {
  const rounded = [[12.5], [3.1], [2.8], [2.1], [20.6]];

  it('tell what a sum misses, and what rounding explains', () => {
    expect([residual(rounded), bound(rounded), check(rounded, [[true]])]).toEqual([-0.1, 0.25, true]);
    expect([residual([[1, 2, 9]]), check([[1, 2, 9]], [['TRUE']])]).toEqual([-6, false]);
  });

  it('are neither right nor wrong where a total cannot be checked', () => {
    const text = [['Post', 2026], ['A', 1], ['B', 'mangler'], ['C', 2], ['D', 2], ['I alt', 5]];
    expect(shown(() => check(text, [[true]]))).toContain('#N/A column 2 cannot be checked');
    expect(shown(() => residual(text))).toContain('#N/A');
  });

  it.each([[0], [null], ['']])('a table may have an empty corner cell that arrives as %p', (corner) => {
    expect(check([[corner, 2026, 2027, 'I alt'], ['A', 1, 2, 3], ['B', 2, 2, 4], ['I alt', 3, 4, 7]])).toBe('✓ agrees');
  });
});

describe('PARSE', () => {
  it.each([
    ['6,6 mio. kr.', undefined, 6.6],
    ['13.767 t.kr.', 'mio. kr.', 13.767],
    ['–', undefined, 0],
    ['1.234,5', undefined, 1234.5],
    ["1'000 kr.", undefined, 1000],
  ])('reads %p', (text, unit, expected) => {
    expect(parse([[text]], unit as never)).toEqual([[expected]]);
  });

  it.each([
    ['330.00 kr.', undefined],
    ['1 mio. kr. og 2 mio. kr.', undefined],
    ['6,6', 'kr.'],
    ['5 mio. euro', undefined],
    ['ingenting', undefined],
    [null, undefined],
  ])('refuses %p', (text, unit) => {
    expect(shown(() => parse([[text]], unit as never))).toContain('#VALUE!');
  });
});

describe('PRICELEVEL', () => {
  const index = [['År', 'Indeks'], [2022, 100], ['2026-pl', 112]];

  it('converts by the index of the workbook', () => {
    expect(pricelevel([[50], [100]], [['2022-pl']], [[2026]], index)).toEqual([[56], [112]]);
    expect(pricelevel([[56]], [[2026]], [[2022]], [['', 2022, 2026], ['', 100, 112]])).toEqual([[50]]);
  });

  it.each([
    [[[50]], [['2022-pl']], [['2025-pl']], index, '#N/A The index does not have 2025.'],
    [[['a']], [['2022-pl']], [['2026-pl']], index, '#VALUE!'],
    [[[50]], [[null]], [['2026-pl']], index, '#VALUE!'],
    [[[50]], [[2022]], [[2026]], [[2022, 100], [2026, 'x']], '#VALUE! The index has no usable value for 2026.'],
    [[[50]], [[2022]], [[2026]], [[2022, 100], [2022, 101]], '#VALUE! The index has 2022 twice.'],
  ])('refuses: case %#', (amounts, from, to, range, expected) => {
    expect(shown(() => pricelevel(amounts, from, to, range))).toContain(expected);
  });
});

it('a part keeps its own row', () => {
  const twice = agreementOf([initiativeOf('A', 10, '1,0 - - - 1,0', [printedRow('component', 'Drift', '1,0 - - - 1,0', 21)]), initiativeOf('B', 40, '2,0 - - - 2,0', [printedRow('component', 'Drift', '2,0 - - - 2,0', 51)])]);
  setAgreements([twice], [twice]);
  expect(part([['A'], ['B']], [['Drift']])).toEqual([[1], [2]]);
});

describe('what is no answer', () => {
  it('an empty list has no sum, and no sum of the whole agreement either', () => {
    expect(shown(() => sumof([[null], ['']]))).toContain('#VALUE! The list is empty.');
    expect(sumof([[null]])).toEqual([[26.6]]);
  });

  it.each(["1'00 kr.", '3.2.1 mio. kr.'])('the end of the number in %j is none', (text) => {
    expect(shown(() => parse([[text]]))).toContain('#VALUE!');
  });

  it('an index of two years stands in two rows or in two columns', () => {
    expect(pricelevel([[100]], [['pl 2022']], [[2026]], [[2022, 2026], [100, 112.5]])).toEqual([[112.5]]);
    expect(pricelevel([[100]], [[2022]], [[2026]], [[2022, 100], [2026, 112.5]])).toEqual([[112.5]]);
  });
});
