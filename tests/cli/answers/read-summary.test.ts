import { extractAgreement } from '../../../src/core/extraction/extract-agreement';
import { readSummaryText } from '../../../src/cli/answers/read-summary';
import { readDocument } from '../../../src/readers/read-document';

async function summarize(text: string, language: 'da' | 'en' = 'da'): Promise<string[]> {
  const lines = await readDocument({ name: 'notat.txt', bytes: new TextEncoder().encode(text) });
  if (!lines.ok) throw new Error(lines.failure.code);
  return readSummaryText(extractAgreement(lines.value), language).split('\n');
}

describe('the summary of what was read', () => {
  it('names a printed total without initiatives', async () => {
    const lines = await summarize('Samlet ramme\n\nMio. kr., 2026-pl 2026 2027 I alt\nI alt 5,0 7,0 12,0\n');
    expect(lines[2]).toBe('1 total i dokumentet');
    expect(lines[4]).toMatch(/^ {2}I alt\s+12,0 mio\. kr\.$/);
  });

  it('names tables of no money', async () => {
    const text = 'Årsværk i forvaltningen\n\nTabel 1. Antal årsværk\n2026 2027\nTilsyn 12 14\nKampagne 3 4\n';
    expect((await summarize(text)).slice(2)).toEqual(['1 anden tabel', '', '  Antal årsværk (2 rækker)']);
    expect((await summarize(text, 'en')).slice(2)).toEqual(['1 other table', '', '  Antal årsværk (2 rows)']);
  });

  it('counts initiatives and their total', async () => {
    const lines = await summarize('Samlet ramme\n\nMio. kr., 2026-pl 2026 2027 I alt\nTilsyn 1,0 2,0 3,0\nKampagne 4,0 5,0 9,0\nI alt 5,0 7,0 12,0\n');
    expect(lines[2]).toBe('2 initiativer · 1 total i dokumentet');
    expect(lines.slice(4)).toHaveLength(2);
  });

  it('says that nothing was found only when nothing was', async () => {
    expect((await summarize('Et brev uden tal.\n'))[2]).toBe('Der blev hverken fundet tabeller eller beløb.');
  });
});
