import { initialState } from '../../../../src/taskpane/state/pane-state';
import { agreementsAtHand } from '../../../../src/taskpane/view-models/agreements/agreements-at-hand';
import { initiativeTimeline } from '../../../../src/taskpane/view-models/amounts/timeline';
import { buildAgreement } from '../../../support/agreement-builder';

const EARLIER = buildAgreement(`
title Aftale 2022-2025
price 2022-pl
#1 Nattelys
| år | 2022 | 2023 | I alt |
| = Nattelys | 2,0 | 1,0 | 3,0 |
#2 Kompasset
| = Kompasset | 3,0 | - | 3,0 |
`);
const LATER = buildAgreement(`
title Aftale 2026-2029
price 2026-pl
# Videreførelse af Nattelys på Fyn
| år | 2026 | 2027 | I alt |
| = I alt | 2,3 | 1,1 | 3,4 |
# Hus Forbi
| = I alt | 1,0 | 1,0 | 2,0 |
`);
const asDocument = (agreement: typeof EARLIER, sha256: string): typeof EARLIER => ({ ...agreement, document: { ...agreement.document, sha256 } });
const earlier = asDocument(EARLIER, 'a');
const later = asDocument(LATER, 'b');
const initiative = (agreement: typeof EARLIER, index: number) => {
  const one = agreement.initiatives[index];
  if (one === undefined) throw new Error(`There is no initiative ${index}`);
  return one;
};

describe('initiativeTimeline', () => {
  it('puts an initiative’s agreements in order, each with the way to it, and says which one is looked at', () => {
    const timeline = initiativeTimeline(later, initiative(later, 0), [later, earlier]);
    expect(timeline?.hasMixedPriceLevels).toBe(true);
    expect(timeline?.steps.map(({ agreement, index, isHere, isSameTitle }) => [agreement.title, index, isHere, isSameTitle])).toEqual([
      ['Aftale 2022-2025', 0, false, false],
      ['Aftale 2026-2029', 0, true, true],
    ]);
  });

  it('is not there where only one agreement grants the initiative', () => {
    expect(initiativeTimeline(later, initiative(later, 1), [later, earlier])).toBeNull();
    expect(initiativeTimeline(earlier, initiative(earlier, 1), [later, earlier])).toBeNull();
  });

  it('never lists a document’s own copy from a catalogue beside it', () => {
    const copy = asDocument(LATER, 'b');
    expect(initiativeTimeline(later, initiative(later, 1), [copy])).toBeNull();
    expect(agreementsAtHand({ ...initialState(false), catalogue: [later, copy] })).toHaveLength(1);
  });

  it('guesses nothing from a damaged title', () => {
    expect(initiativeTimeline(later, { ...initiative(later, 0), titleDamaged: true }, [earlier])).toBeNull();
  });
});
