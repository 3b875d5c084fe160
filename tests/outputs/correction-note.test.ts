import { correctionNote } from '../../src/outputs/note/correction-note';
import { readDocument } from '../../src/readers/read-document';
import { BUDGET_TEXT, judged } from './checked';

/** The lines of a note, as our own reader of Word files has them. */
async function noteLines(text: string, language: 'da' | 'en' = 'da'): Promise<string[]> {
  const { judged: checked } = await judged('aftale.txt', new TextEncoder().encode(text), language);
  const document = await readDocument({ name: 'notat.docx', bytes: await correctionNote(checked) });
  if (!document.ok) throw new Error(document.failure.code);
  return document.value.lines.map((line) => line.text);
}

describe('correctionNote', () => {
  it('lists each open difference with its place, what is printed and what makes the document agree', async () => {
    const lines = await noteLines(BUDGET_TEXT);
    expect(lines[0]).toContain('Rettelsesnotat');
    const row = lines.find((line) => line.startsWith('l. 6'));
    expect(row).toContain('4,0 mio. kr.');
    expect(row).toContain('3,5 mio. kr.');
  });

  it('says so where nothing differs, and shows no empty table', async () => {
    const lines = await noteLines(BUDGET_TEXT.replace('4,0', '3,5'));
    expect(lines).toContain('Alt, hvad der kunne kontrolleres, stemmer.');
    expect(lines.some((line) => line.startsWith('Sted'))).toBe(false);
  });

  it('speaks English', async () => {
    expect((await noteLines(BUDGET_TEXT, 'en')).some((line) => line.includes('Perhaps should be'))).toBe(true);
  });

  it('takes signs that Word has no place for out of the text', async () => {
    const { judged: checked } = await judged('aftale.txt', new TextEncoder().encode(BUDGET_TEXT));
    const bytes = await correctionNote({ ...checked, agreement: { ...checked.agreement, title: 'Aftale \u0001om havne' } });
    const document = await readDocument({ name: 'notat.docx', bytes });
    expect(document.ok && document.value.lines[0]?.text).toBe('Rettelsesnotat: Aftale om havne');
  });
});
