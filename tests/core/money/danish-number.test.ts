import fc from 'fast-check';
import { formatAmount, formatNumber, readNumber, type NumberStyle } from '../../../src/core/money/danish-number';
import { processorTime } from '../../support/processor-time';

interface Style {
  readonly name: string;
  readonly style: NumberStyle;
  readonly group: string;
  readonly decimal: string;
  readonly sign: (digits: string) => string;
}

const minus = (mark: string) => (digits: string) => mark + digits;
const STYLES: readonly Style[] = [
  { name: 'Danish, hyphen', style: 'danish', group: '.', decimal: ',', sign: minus('-') },
  { name: 'Danish, en dash', style: 'danish', group: '.', decimal: ',', sign: minus('–') },
  { name: 'Danish, minus sign', style: 'danish', group: '.', decimal: ',', sign: minus('−') },
  { name: 'Danish, hyphen U+2010', style: 'danish', group: '.', decimal: ',', sign: minus('‐') },
  { name: 'Danish, no-break hyphen', style: 'danish', group: '.', decimal: ',', sign: minus('\u2011') },
  { name: 'Danish, trailing minus', style: 'danish', group: '.', decimal: ',', sign: (digits) => `${digits}-` },
  { name: 'Danish, parentheses', style: 'danish', group: '.', decimal: ',', sign: (digits) => `(${digits})` },
  { name: 'Danish, no-break space', style: 'danish', group: '\u00A0', decimal: ',', sign: minus('-') },
  { name: 'Danish, thin space', style: 'danish', group: '\u2009', decimal: ',', sign: minus('−') },
  { name: 'Danish, minus apart', style: 'danish', group: '', decimal: ',', sign: (digits) => `- ${digits}` },
  { name: 'English, hyphen', style: 'english', group: ',', decimal: '.', sign: minus('-') },
  { name: 'English, parentheses', style: 'english', group: ',', decimal: '.', sign: (digits) => `(${digits})` },
];

function print(coefficient: number, decimals: number, style: Style): string {
  const digits = String(Math.abs(coefficient)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, style.group);
  const fraction = digits.slice(digits.length - decimals);
  const unsigned = fraction === '' ? whole : whole + style.decimal + fraction;
  return coefficient < 0 ? style.sign(unsigned) : unsigned;
}

describe('readNumber', () => {
  it.each(STYLES.map((style) => [style.name, style] as const))('reads back what is printed: %s', (_name, style) => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), fc.integer({ min: 0, max: 4 }), (coefficient, decimals) => {
        expect(readNumber(print(coefficient, decimals, style), style.style)).toEqual({ kind: 'number', coefficient, decimals });
      }),
    );
  });

  it.each(['-', '–', '−', '‐', '\u2011', '—', '--', ' - '])('reads a dash as nothing granted: "%s"', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'nil' });
  });

  it.each([
    ['330.00', 'grouping'],
    ['1.23', 'grouping'],
    ['1234.567', 'grouping'],
    ['1.234 567', 'grouping'],
    ['12,', 'decimals'],
    ['1,2,3', 'decimals'],
    ['(-5)', 'sign'],
    ['-5-', 'sign'],
    ['abc', 'not-a-number'],
    ['12a', 'not-a-number'],
    ['', 'not-a-number'],
    ['99.999.999.999.999.999', 'too-large'],
  ])('refuses "%s": %s', (text, reason) => {
    expect(readNumber(text)).toEqual({ kind: 'malformed', reason });
  });

  it('never takes a superscript for a digit', () => {
    expect(readNumber('0,5¹')).toEqual({ kind: 'malformed', reason: 'not-a-number' });
  });

  it('reads zero without a sign', () => {
    expect(readNumber('-0,0')).toEqual({ kind: 'number', coefficient: 0, decimals: 1 });
  });

  it('answers for a million characters of anything within a moment', async () => {
    const milliseconds = await processorTime(() => ['1', ' ', '-', '.', ','].map((character) => readNumber(character.repeat(1_000_000))));
    expect(milliseconds).toBeLessThan(4000);
  });
});

describe('formatAmount', () => {
  it('prints the printed decimals, in Danish and in English', () => {
    expect(formatAmount({ coefficient: 66, decimals: 1, unit: 'mio. kr.' }, 'da')).toBe('6,6 mio. kr.');
    expect(formatAmount({ coefficient: 66, decimals: 1, unit: 'mio. kr.' }, 'en')).toBe('6.6 million kr');
    expect(formatAmount({ coefficient: -1234567, decimals: 2, unit: 'kr.' }, 'da')).toBe('-12.345,67 kr.');
    expect(formatNumber({ coefficient: 5, decimals: 1 }, 'da')).toBe('0,5');
  });

  it('is read back as the same figure', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 3 }), (coefficient, decimals) => {
        expect(readNumber(formatNumber({ coefficient, decimals }, 'da'))).toEqual({ kind: 'number', coefficient, decimals });
        expect(readNumber(formatNumber({ coefficient, decimals }, 'en'), 'english')).toEqual({ kind: 'number', coefficient, decimals });
      }),
    );
  });
});
