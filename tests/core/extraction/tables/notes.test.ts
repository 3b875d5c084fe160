import { cleanLines } from '../../../../src/core/extraction/lines/clean-lines';
import { collectHyphenEvidence } from '../../../../src/core/extraction/lines/join-lines';
import { noteEnd, readNotes } from '../../../../src/core/extraction/tables/notes';
import { textToDocument } from '../../../../src/readers/text';

async function notesIn(text: string): Promise<{ notes: readonly string[]; rest: string[] }> {
  const document = await textToDocument('note.txt', text);
  if (!document.ok) throw new Error(document.failure.code);
  const lines = cleanLines(document.value.lines);
  const end = noteEnd(lines, 0, lines.length);
  return { notes: readNotes(lines.slice(0, end), collectHyphenEvidence(lines)).notes, rest: lines.slice(end).map((line) => line.text.trim()) };
}

describe('notes under a table', () => {
  it('end where the criteria of a pool start right below, without an empty line', async () => {
    const text = 'Anm.: Midlerne står på havnestyrelsens ramme. Styrelsen kan overlade opgaven til andre, der har erfaring med lyg-\ntedrift.\nAnsøgerkredsen er havne og foreninger.';
    expect(await notesIn(text)).toEqual({ notes: ['Midlerne står på havnestyrelsens ramme. Styrelsen kan overlade opgaven til andre, der har erfaring med lygtedrift.'], rest: ['Ansøgerkredsen er havne og foreninger.'] });
  });

  it('go on where a sentence about the target group starts on a new line because the line before was full', async () => {
    const text = 'Anm.: Midlerne står på havnestyrelsens ramme.\nMålgruppen er fastsat i aftalen.';
    expect((await notesIn(text)).rest).toEqual([]);
  });
});
