import { isComparedWith, outlineOf, relatedAgreements } from '../../../src/core/reconciliation/related-agreements';
import { buildAgreement } from '../../support/agreement-builder';

/** A paper over some years with initiatives of these names. */
function paper(name: string, years: readonly number[], titles: readonly string[], fact = ''): string {
  const initiatives = titles.map((title) => `# ${title}\n${fact}\n| år | ${years.join(' | ')} | I alt |\n| = I alt | ${years.map(() => '1,0').join(' | ')} | ${years.length},0 |`);
  return `name ${name}\n${initiatives.join('\n')}`;
}

const YEARS = [2026, 2027];
const sheets = paper('ark', YEARS, ['Nye cykelstier', 'Flere busser', 'Lange navne']);
const overview = paper('oversigt', YEARS, ['Flere busser', 'Lange navne', 'Andet', 'Mere']);

function related(...papers: readonly string[]): readonly (readonly number[])[] {
  return relatedAgreements(papers.map((text) => outlineOf(buildAgreement(text))));
}

it('relates two documents of one agreement: the same years, and most of the smaller one in the larger', () => {
  expect(related(sheets, overview)).toEqual([[1], [0]]);
});

it.each([
  ['other years', paper('senere', [2028, 2029], ['Nye cykelstier', 'Flere busser'])],
  ['one title of many', paper('fremmed', YEARS, ['Flere busser', 'Et', 'To', 'Tre'])],
  ['no title', paper('fremmed', YEARS, ['Skoler', 'Veje'])],
])('relates none where they have %s in common only', (_what, other) => {
  expect(related(sheets, other)).toEqual([[], []]);
});

it('relates a quoting agreement with the earlier one that it quotes, and not the other way round', () => {
  const earlier = paper('tidligere', [2022, 2023], ['Fodterapi til patienter', 'Andet']);
  const quoting = paper('citerer', YEARS, ['Fodterapi til patienter'], 'background 2,0 mio. kr. 2022-2023');
  expect(related(earlier, quoting, sheets)).toEqual([[], [0], []]);
  expect(isComparedWith(buildAgreement(quoting), buildAgreement(earlier))).toBe(true);
  expect(isComparedWith(buildAgreement(earlier), buildAgreement(quoting))).toBe(false);
});

it('relates no document with itself, and counts one that is given twice once', () => {
  expect(related(sheets, sheets, overview)).toEqual([[2], [2], [0]]);
});

it('takes a file that could not be read for none', () => {
  expect(relatedAgreements([null, outlineOf(buildAgreement(sheets)), outlineOf(buildAgreement(overview))])).toEqual([[], [2], [1]]);
});
