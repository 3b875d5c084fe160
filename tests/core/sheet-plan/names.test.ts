import { freeDefinedName, freeSheetName, shortAgreementName } from '../../../src/core/sheet-plan/names';
import { agreementOf } from '../../support/sample-agreement';

describe('shortAgreementName', () => {
  it.each([
    [{ title: 'Aftale om reserven 2022 – 2025 på socialområdet' }, '2022-2025'],
    [{ title: 'Aftale uden årstal' }, '2026-2029'],
    [{ title: null, years: [2026] }, '2026'],
    [{ title: null, years: [] }, 'aftale'],
  ])('%j is %p', (more, name) => {
    expect(shortAgreementName(agreementOf([], more))).toBe(name);
  });
});

describe('freeSheetName', () => {
  it.each([
    ['Oversigt 2026-2029', [], 'Oversigt 2026-2029'],
    ['Oversigt 2026-2029', ['OVERSIGT 2026-2029'], 'Oversigt 2026-2029 (2)'],
    ['a/b\\c?d*e[f]g:h', [], 'a b c d e f g h'],
    ["'citat'", [], 'citat'],
    ['', [], 'Reserve'],
    ['History', [], 'History (2)'],
  ])('%p beside %j is %p', (wanted, taken, name) => {
    expect(freeSheetName(wanted, taken)).toBe(name);
  });

  it('keeps to 31 characters, the count included', () => {
    const name = freeSheetName('En meget lang aftale om udmøntning af reserven', ['En meget lang aftale om udmøntn']);
    expect(name).toHaveLength(31);
    expect(name.endsWith(' (2)')).toBe(true);
  });
});

describe('freeDefinedName', () => {
  it.each([
    ['Reserve2026', [], 'Reserve2026'],
    ['Reserve2026', ['reserve2026'], 'Reserve2026b'],
    ['Tbl1', [], 'ReserveTbl1'],
    ['R2', [], 'ReserveR2'],
    ['2026', [], 'Reserve2026'],
    ['Støtte_til børn', [], 'Støttetilbørn'],
  ])('%p beside %j is %p', (wanted, taken, name) => {
    expect(freeDefinedName(wanted, taken)).toBe(name);
  });

  it('finds ever new names', () => {
    const names: string[] = [];
    for (let count = 0; count < 60; count += 1) names.push(freeDefinedName('Reserve2026', names));
    expect(new Set(names).size).toBe(60);
    expect(names.every((name) => /^Reserve2026[b-z]{0,2}$/.test(name))).toBe(true);
  });
});
