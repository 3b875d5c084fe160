import { matchName, normalizeName } from '../../../src/core/catalogue/name-matching';

describe('normalizeName', () => {
  it.each([
    ['  SletDet (Red  Barnet) ', 'sletdet red barnet'],
    ['KLAR TIL START', 'klar til start'],
    ['Café Müller', 'cafe muller'],
    ['Ældre på Ærø', 'ældre på ærø'],
    ['A\u030Angst', 'ångst'],
    ['§ 117 a', '117 a'],
  ])('%p is compared as %p', (name, expected) => {
    expect(normalizeName(name)).toBe(expected);
  });
});

describe('matchName', () => {
  it.each([
    ['sletdet (red barnet)', 'SletDet (Red Barnet)', 'exact'],
    ['SletDet', 'SletDet (Red Barnet)', 'partial'],
    ['red barnet', 'SletDet (Red Barnet)', 'partial'],
    ['Slet', 'SletDet (Red Barnet)', 'partial'],
    ['letdet', 'SletDet (Red Barnet)', 'none'],
    ['styrket børn', 'Styrket indsats for børn', 'partial'],
    ['børn styrket', 'Styrket indsats for børn', 'none'],
    ['', 'SletDet', 'none'],
    ['!', 'SletDet', 'none'],
  ])('%p against %p: %s', (wanted, title, expected) => {
    expect(matchName(wanted, title)).toBe(expected);
  });
});
