import { timelineOf } from '../../../src/core/reconciliation/timeline';
import { buildAgreement } from '../../support/agreement-builder';

const EARLIER = buildAgreement(`
title SSA 2022-2025
price 2022-pl
#9 Støttet overgang fra Joannahuset
| år | 2022 | 2023 | I alt |
| = Overgang | 3,0 | 4,0 | 7,0 |
#48 KLAR TIL START
| = Klar | 2,0 | 1,0 | 3,0 |
#50 Finansiering af et nyt elevoptag på Gladfondens 2 årige flexuddannelse i 2022
| = Flex | 1,5 | 4,5 | 6,0 |
`);
const LATER = buildAgreement(`
title SSA 2026-2029
# Videre understøttelse af forsøget med ungekrisecenteret Joannahuset
| år | 2026 | 2027 | I alt |
| = I alt | 10,5 | 10,5 | 21,0 |
# Øremærket tilskud til projekt Klar til Start
| = I alt | 2,3 | 1,1 | 3,4 |
# Nyt elevoptag på Glad Fondens 2-årige flexuddannelse i 2026
| = I alt | 1,6 | 4,8 | 6,4 |
# Hus Forbi
| = I alt | 1,0 | 1,0 | 2,0 |
`);

describe('timelineOf', () => {
  it.each([
    ['Videre understøttelse af forsøget med ungekrisecenteret Joannahuset', [70, 210]],
    ['KLAR TIL START', [30, 34]],
    ['Nyt elevoptag på Glad Fondens 2-årige flexuddannelse i 2026', [60, 64]],
    ['Hus Forbi', [20]],
    ['Findes ikke', []],
  ])('%s', (title, totals) => {
    expect(timelineOf(title, [LATER, EARLIER]).entries.map((entry) => entry.total?.coefficient)).toEqual(totals);
  });

  it('shows price levels and never mixes them', () => {
    const timeline = timelineOf('KLAR TIL START', [LATER, EARLIER]);
    expect(timeline.priceLevels).toEqual(['2022-pl', '2026-pl']);
    expect(timeline.hasMixedPriceLevels).toBe(true);
    expect(timeline.entries.map((entry) => entry.isSameTitle)).toEqual([true, false]);
  });
});
