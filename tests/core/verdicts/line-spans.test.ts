import { amountOf, type Amount } from '../../../src/core/money/amount';
import { spanFigures } from '../../../src/core/verdicts/line-spans';

function placed(text: string, figures: readonly string[]): (readonly [string, number])[] {
  return spanFigures(text, figures.map((figure) => ({ kind: 'cell' as const, text: figure, stated: null }))).map(({ figure, start }) => [figure.text, start]);
}

describe('spanFigures', () => {
  it('finds the figures of a row from the right, so that numbers in the label are left alone', () => {
    expect(placed('Linje 2 1,0 2,0 3,0', ['1,0', '2,0', '3,0'])).toEqual([['1,0', 8], ['2,0', 12], ['3,0', 16]]);
    expect(placed('Hus 5 5 5 10', ['5', '5', '10'])).toEqual([['5', 6], ['5', 8], ['10', 10]]);
  });

  it('takes no part of a longer figure', () => {
    expect(placed('I alt 11,7 1,7', ['11,7', '1,7'])).toEqual([['11,7', 6], ['1,7', 11]]);
    expect(placed('I alt 11,7', ['1,7'])).toEqual([]);
  });

  it('finds a Danish spelling where the line is written the English way', () => {
    expect(placed('A total of 2,500.0 million', ['2.500,0'])).toEqual([['2.500,0', 11]]);
  });

  it('finds an amount of a sentence where it is money, in words or in digits, and no number beside it', () => {
    const at = (text: string, figure: string, stated: Amount): string[] => spanFigures(text, [{ kind: 'stated', text: figure, stated }]).map(({ start, end }) => text.slice(start, end));
    const ten = amountOf(10, 0, 'mio. kr.');
    expect(at('Der afsættes ti mio. kr. til 10 havne', '10', ten)).toEqual(['ti mio. kr.']);
    expect(at('Der afsættes 10 mio. kr. til 10 havne', '10', ten)).toEqual(['10']);
    expect(at('Der afsættes halvt så meget til 10 havne', '10', ten)).toEqual([]);
    expect(at('Der afsættes i alt 10', '10', ten)).toEqual(['10']);
  });

  it('leaves out what is not there', () => {
    expect(placed('', ['1,0'])).toEqual([]);
    expect(placed('tekst', [''])).toEqual([]);
  });
});
