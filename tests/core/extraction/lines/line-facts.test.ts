import { type TextLine } from '../../../../src/core/extraction/lines/document-text';
import { splitFigures } from '../../../../src/core/extraction/lines/figures/split-figures';
import { factsOf, withFacts } from '../../../../src/core/extraction/lines/line-facts';

const LINE: TextLine = {
  text: '',
  page: null,
  line: 1,
  box: null,
  words: [],
  blankLinesBefore: 0,
  whitespaceLinesBefore: 0,
  isPageStart: false,
  fontSizePt: null,
  isBold: false,
  cells: null,
  table: null,
  role: 'body',
};

function bodyLine(text: string): TextLine {
  const [line = LINE] = withFacts([{ ...LINE, text }]);
  return line;
}

describe('the facts of a line', () => {
  it('are made once, however many readers ask', () => {
    const line = bodyLine('  Kurser 1,0 2,0');
    expect(factsOf(line)).toBe(factsOf(line));
    expect(factsOf(line).tokens).toBe(factsOf(line).tokens);
    expect(factsOf(line).row).toBe(factsOf(line).row);
    expect(factsOf(line).header).toBe(factsOf(line).header);
  });

  it('are those of the text: a changed copy has its own', () => {
    const line = bodyLine('Kurser 1,0 2,0');
    expect(factsOf(line).row).toEqual({ label: 'Kurser', figures: ['1,0', '2,0'] });
    expect(factsOf({ ...line, text: 'Kurser' }).row).toEqual({ label: 'Kurser', figures: [] });
  });

  it('leave the line as it is', () => {
    expect(bodyLine('Kurser 1,0')).toMatchObject({ ...LINE, text: 'Kurser 1,0' });
  });

  it.each([
    ['Tabel 2. Økonomi', 'table'],
    ['Tabellen viser', null],
    ['Anm.: Afrunding', 'note'],
    ['Kilde: Egne tal', 'source'],
    ['**Heraf drift', 'mark'],
    ['Baggrund og indhold', 'background'],
    ['Baggrunden er', null],
    ['Økonomi', 'economy'],
    ['Kriterier for ansøgningspuljen', 'criteria'],
    ['Initiativ 4: Flere kurser', 'form'],
    ['Initiativet styrkes', null],
    ['Der afsættes 4,0 mio. kr.', null],
  ])('%s opens: %s', (text, opening) => {
    expect(factsOf(bodyLine(text)).opening).toBe(opening);
  });

  it.each([
    ['Mio. kr. 2026 2027 I alt', ['2026', '2027', 'I alt']],
    ['Initiativet løber i 2026 og 2027', undefined],
    ['Overskrift uden tal', undefined],
  ])('%s heads: %j', (text, columns) => {
    expect(factsOf(bodyLine(text)).header?.columns.map(({ header }) => header)).toEqual(columns);
  });
});

describe('what a line may end in', () => {
  it.each([
    ['Kurser 1,0 - 2,0', ['1,0', '-', '2,0']],
    ['Kurser – –', ['–', '–']],
    ['Kurser 40 % 60 %', ['40 %', '60 %']],
    ['Kurser 1,0 n/a', ['1,0', 'n/a']],
    ['Kurser 1,0 …', ['1,0', '…']],
    ['Kurser 1O,5 ##', ['1O,5', '##']],
    ['Kurser 1,0** (2,0)', ['1,0**', '(2,0)']],
    ['Løn 1.250.000 kr. 1.300.000 kr.', ['1.250.000\u00A0kr.', '1.300.000\u00A0kr.']],
    ['Løn ca. 5,0 ca. 6,0', ['ca.\u00A05,0', 'ca.\u00A06,0']],
    ['Løn 23,3 ± 6,7 24,0 ± 6,8', ['23,3\u00A0±\u00A06,7', '24,0\u00A0±\u00A06,8']],
    ['Der afsættes 4,0 mio. kr. i 2026 til kommunerne', []],
    ['en samlet ramme på 12,5 mio. kr.', []],
    ['Kurser\t4 500\t12 000', ['4\u00A0500', '12\u00A0000']],
  ])('%s: %j', (text, figures) => {
    expect(splitFigures(text).figures).toEqual(figures);
  });

  it('keeps single blanks between the words of a label without figures', () => {
    expect(splitFigures('  Kurser   for\tunge ').label).toBe('Kurser for unge');
  });
});
