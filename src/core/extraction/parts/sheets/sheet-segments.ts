import { type TextLine } from '../../lines/document-text';
import { factsOf } from '../../lines/line-facts';
import { type Section } from '../../prose/stated-role';
import { noteEnd, startsNote } from '../../tables/notes';
import { proseLines, type Reading } from '../reading';
import { type SheetPlace } from './find-sheets';

/** Lines of one section of a sheet. */
export interface SheetSegment {
  readonly section: Section;
  readonly lines: readonly TextLine[];
}

/** The lines of a sheet by section; tables are left out, notes end where their sentences do. */
export function segmentSheet(reading: Reading, place: SheetPlace, end: number): SheetSegment[] {
  const segments: { section: Section; lines: TextLine[] }[] = [
    { section: 'heading', lines: reading.lines.slice(place.start, place.lead) },
    { section: 'lead', lines: reading.lines.slice(place.lead, place.background) },
  ];
  const lines = proseLines(reading, { from: place.background, to: end });
  let section = 'background' as Section;
  let current: TextLine[] = [];
  const close = (next: Section) => {
    if (current.length > 0) segments.push({ section, lines: current });
    current = [];
    section = next;
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const { opening } = factsOf(line);
    if (opening === 'background' || opening === 'economy') close(opening);
    else if (opening === 'criteria') {
      close('criteria');
      current.push(line);
    } else if (startsNote(line)) {
      const stop = noteEnd(lines, index, lines.length);
      close('notes');
      current = lines.slice(index, stop);
      close('criteria');
      index = stop - 1;
    } else if (section === 'criteria' && /^\d\)\s/.test(line.text.trimStart())) {
      close('background');
      current.push(line);
    } else current.push(line);
  }
  close(section);
  return segments;
}
