import { cleanCellText } from '../../cell-entry';
import { type FigureOrigin, type Language } from '../../plan';
import { sheetText } from '../../sheet-texts';

/** A property of a figure, by the name that its card and formulas such as `=B5.Side` use. */
export interface FigureProperty {
  readonly name: string;
  readonly value: string | number;
}

/** Longest text of a property: a card shows no more. */
const LONGEST_TEXT = 255;

/** What a figure's cell tells of where it comes from: document, page where there are pages, line, unit, the figure and its row as printed. */
export function figureProperties(origin: FigureOrigin, documentName: string, language: Language): FigureProperty[] {
  const { position, printed, quote, unit } = origin;
  const property = (name: Parameters<typeof sheetText>[0], value: string | number | null): FigureProperty[] => {
    const shown = typeof value === 'string' ? shortText(value) : value;
    return shown === null || shown === '' ? [] : [{ name: sheetText(name, language), value: shown }];
  };
  return [...property('source', documentName), ...property('page', position.page), ...property('line', position.line), ...property('unit', unit), ...property('asPrinted', printed), ...property('quote', quote)];
}

function shortText(text: string): string {
  const clean = cleanCellText(text);
  return clean.length <= LONGEST_TEXT ? clean : `${clean.slice(0, LONGEST_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
