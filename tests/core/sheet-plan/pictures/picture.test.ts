import { pictureGap, type PictureFacts } from '../../../../src/core/sheet-plan/pictures/picture';
import { planPicture } from '../../../../src/core/sheet-plan/pictures/plan-picture';
import { type PlannedSheet } from '../../../../src/core/sheet-plan/plan';
import { overviewColumns } from '../../../../src/core/sheet-plan/sheets/overview-sheet';
import { agreementOf, initiativeOf } from '../../../support/sample-agreement';

const MANY = agreementOf(Array.from({ length: 14 }, (_, index) => initiativeOf(`Initiativ ${index}`, 10 * index, `${index + 1},0 - - - ${index + 1},0`, [], { group: [`Ministerium ${index}`] })));

function factsOf(agreement: PictureFacts['agreement']): PictureFacts {
  return { agreement, language: 'en', overview: { name: 'Overview', columns: overviewColumns(agreement, 'en') }, findings: null, others: [] };
}

const textsOf = (plan: PlannedSheet | null): string[] => plan?.blocks.flatMap(({ cells }) => cells.flatMap((line) => line.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : [])))) ?? [];

test('a picture that an agreement cannot give says why', () => {
  const [first, second] = MANY.initiatives;
  if (first === undefined || second === undefined) throw new Error('No initiatives');
  expect(pictureGap('expiry', agreementOf([]))).toBe('no-initiatives');
  expect(pictureGap('expiry', agreementOf([first, { ...second, unit: '1.000 kr.' }]))).toBe('mixed-units');
  expect(pictureGap('verdicts', agreementOf([first, { ...second, unit: '1.000 kr.' }]))).toBeNull();
  expect(pictureGap('profile', agreementOf([first, { ...second, priceLevel: '2022-pl' }]))).toBe('mixed-price-levels');
  expect(pictureGap('profile', agreementOf([first], { years: [] }))).toBe('no-years');
  expect(pictureGap('recommendations', MANY)).toBe('no-recommendations');
  expect(pictureGap('price-levels', agreementOf([{ ...first, priceLevel: null }], { priceLevel: null }))).toBe('no-price-level');
  expect(pictureGap('profile', MANY)).toBeNull();
  expect(planPicture('recommendations', factsOf(MANY), [])).toBeNull();
  expect(planPicture('profile', { ...factsOf(MANY), overview: null }, [])).toBeNull();
});

test('of too many groups the largest are told apart and the others stand together', () => {
  const plan = planPicture('profile', factsOf(MANY), ['Profile 2026-2029']);
  expect(plan?.name).toBe('Profile 2026-2029 (2)');
  const [chart] = plan?.charts ?? [];
  expect([chart?.colors.length, chart?.source.rows, chart?.hasLegend, chart?.isFromZero]).toEqual([12, 13, true, true]);
  expect(textsOf(plan).filter((text) => text.startsWith('Ministerium'))).toEqual(Array.from({ length: 11 }, (_, index) => `Ministerium ${index + 3}`));
  expect(textsOf(plan)).toContain('Other');
});

test('what of the document does not show is said, and bars do not begin at 0 where something is cut', () => {
  const unread = { text: '12 mio.', reason: 'other', position: { page: null, line: 3, box: null } } as const;
  const agreement = agreementOf([initiativeOf('Et', 10, '1,0 2?0 - - 3,0', []), initiativeOf('To', 20, '-1,0 - - - -1,0', []), { ...initiativeOf('Tre', 30, '- - - - -', []), total: null }], { unread: [unread] });
  const plan = planPicture('expiry', factsOf(agreement), []);
  expect(textsOf(plan).filter((text) => text.startsWith('!'))).toEqual([
    '! 1 amount could not be read in the document and does not count.', '! 1 initiative has no amounts in a table and does not count.', '! 1 line of the document was not understood; amounts in it are missing.',
  ]);
  expect(plan?.charts?.map(({ isFromZero }) => isFromZero)).toEqual([false]);
});
