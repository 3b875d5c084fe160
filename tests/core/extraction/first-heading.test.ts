import { headingNearStart } from '../../../src/core/extraction/titles/first-heading';
import { readText } from '../../../src/readers/text';

async function headingOf(text: string, initiatives: readonly string[] = []): Promise<string | null> {
  const read = await readText('notat.txt', new TextEncoder().encode(text));
  if (!read.ok) throw new Error(read.failure.code);
  return headingNearStart(read.value.lines, initiatives);
}

it.each([
  ['a heading over running text', 'Notat om havnens drift\n\nMinisteriet har gennemgået udgifterne til havnene.', 'Notat om havnens drift'],
  ['a heading of two lines', 'Notat om havnens drift\nog dens vedligehold\n\nUdgifterne er gennemgået.', 'Notat om havnens drift og dens vedligehold'],
  ['a heading behind a line of numbers and a unit', '2026 2027 2028\n\nMio. kr.\n\nHavnens drift\n\nUdgifterne er gennemgået.', 'Havnens drift'],
  ['a sentence alone', 'Udgifterne er gennemgået, og de dækkes af reserven.\n\nDet sker fra 2027.', null],
  ['a sentence over several lines', 'Udgifterne til havnene er gennemgået\nog dækkes af reserven fra næste år,\nså længe der er penge\ntil det i reserven.', null],
])('%s', async (_what, text, heading) => {
  expect(await headingOf(text)).toBe(heading);
});

it('proposes no initiative for the whole document', async () => {
  const text = 'Havnens drift\n\nDer afsættes 1,0 mio. kr. i 2027.\n\nHavnens vedligehold\n\nDer afsættes 2,0 mio. kr. i 2027.';
  expect(await headingOf(text, ['Havnens vedligehold', 'Havnens drift'])).toBeNull();
});
