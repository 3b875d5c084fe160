import { spanFigures } from '../../../src/core/verdicts/line-spans';

function placed(text: string, figures: readonly string[]): (readonly [string, number])[] {
  return spanFigures(text, figures.map((figure) => ({ text: figure }))).map(({ figure, start }) => [figure.text, start]);
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

  it('leaves out what is not there', () => {
    expect(placed('', ['1,0'])).toEqual([]);
    expect(placed('tekst', [''])).toEqual([]);
  });
});
