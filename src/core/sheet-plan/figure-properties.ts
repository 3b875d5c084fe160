import { cleanCellText } from './cell-entry';
import { type FigureOrigin, type Language } from './plan';
import { sheetText } from './sheet-texts';

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
  const page = position.page === null ? [] : [{ name: sheetText('page', language), value: position.page }];
  const measure = unit === null ? [] : [{ name: sheetText('unit', language), value: unit }];
  return [
    { name: sheetText('source', language), value: shortText(documentName) },
    ...page,
    { name: sheetText('line', language), value: position.line },
    ...measure,
    { name: sheetText('asPrinted', language), value: shortText(printed) },
    { name: sheetText('quote', language), value: shortText(quote) },
  ];
}

function shortText(text: string): string {
  const clean = cleanCellText(text);
  return clean.length <= LONGEST_TEXT ? clean : `${clean.slice(0, LONGEST_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
