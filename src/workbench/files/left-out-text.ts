import { type LeftOut } from '../../spreadsheet/xlsx/read/left-out';
import { type Texts } from '../texts/texts';

/** What of a file was not taken along, by name, with its number and its sheets; empty where all of it was. */
export function leftOutSentence(leftOut: readonly LeftOut[], { leftOut: texts }: Texts): string {
  if (leftOut.length === 0) return '';
  const named = leftOut.map(({ kind, count, sheets }) => {
    const [one, several] = texts.kinds[kind];
    const noun = count === 1 ? one : several.replace('#', String(count));
    return sheets.length === 0 ? noun : `${noun} (${sheets.join(', ')})`;
  });
  return `${texts.notTaken} ${named.join(', ')}. ${texts.fileStays}`;
}
