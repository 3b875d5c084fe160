import { readWorksheet, type GridValue } from '../../../src/core/reconciliation/worksheet/worksheet-reading';
import { likeliestAgreement } from '../../../src/core/tie-out/likeliest-agreement';
import { buildAgreement } from '../../support/agreement-builder';

const COAST = buildAgreement('title Kysten\n#1 Fyrvagter på Anholt\n| år | 2026 | I alt |\n| = I alt | 6,0 | 6,0 |');
const COAST_LATER = buildAgreement('title Kysten igen\n#1 Fyrvagter på Anholt\n| år | 2030 | I alt |\n| = I alt | 6,0 | 6,0 |');
const FOREST = buildAgreement('title Skoven\n#1 Stier i plantagen\n| år | 2026 | I alt |\n| = I alt | 1,0 | 1,0 |');

const VALUES: readonly (readonly GridValue[])[] = [['Mio. kr.', 2026], ['Fyrvagter på Anholt', 6], ['Vores egen indsats', 1]];

describe('likeliestAgreement', () => {
  const reading = readWorksheet({ values: VALUES });
  if (reading === null) throw new Error('No table');

  it('is the one with most of the rows, of equally many the one with the years', () => {
    expect(likeliestAgreement({ values: VALUES }, reading, [FOREST, COAST_LATER, COAST])).toBe(COAST);
    expect(likeliestAgreement({ values: VALUES }, reading, [FOREST, COAST_LATER])).toBe(COAST_LATER);
  });

  it('is the only one whatever its rows, and none without any', () => {
    expect(likeliestAgreement({ values: VALUES }, reading, [FOREST])).toBe(FOREST);
    expect(likeliestAgreement({ values: VALUES }, reading, [])).toBeNull();
  });
});
