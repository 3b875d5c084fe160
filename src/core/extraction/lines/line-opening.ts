import { BACKGROUND_HEADING, CRITERIA_HEADING, ECONOMY_HEADING, FORM_GROUP, FORM_TITLE, NOTE_START, OPENING_WORD, SOURCE_START, TABLE_LINE } from '../vocabulary';

/** What a line opens by its first words: a table, a form, a note or its mark, a source, a section of a sheet. */
export type Opening = 'table' | 'form' | 'note' | 'mark' | 'source' | 'background' | 'economy' | 'criteria';

/** The words of a footnote behind its stars. */
const MARKED_NOTE = /^\*{1,4}\s?[A-ZÆØÅ]/;

const OPENINGS: readonly (readonly [opening: Opening, pattern: RegExp])[] = [
  ['table', TABLE_LINE],
  ['note', NOTE_START],
  ['mark', MARKED_NOTE],
  ['source', SOURCE_START],
  ['background', BACKGROUND_HEADING],
  ['economy', ECONOMY_HEADING],
  ['criteria', CRITERIA_HEADING],
  ['form', FORM_TITLE],
  ['form', FORM_GROUP],
];

/** What a text without blanks around it opens; null where it goes on with what stands above. */
export function openingOf(text: string): Opening | null {
  if (!OPENING_WORD.test(text)) return null;
  return OPENINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
