import { findCauses } from '../../../src/core/reconciliation/causes/find-causes';
import { reconcile } from '../../../src/core/reconciliation/engine';
import { judgeFigures, type FigureVerdict } from '../../../src/core/verdicts/figure-verdicts';
import { extractAgreement } from '../../../src/core/extraction/extract-agreement';
import { type Agreement } from '../../../src/core/budget/agreement';
import { readText } from '../../../src/readers/text';

/** The agreement in a text. */
async function buildAgreement(text: string): Promise<Agreement> {
  const document = await readText('aftale.txt', new TextEncoder().encode(text), {});
  if (!document.ok) throw new Error(document.failure.code);
  return extractAgreement(document.value);
}

/** A sheet whose total is not what its rows come to in one year, with a sentence that says the total. */
const SHEET = `Værksteder på landet

Der afsættes 9,0 mio. kr. i 2026-2027 til værksteder på landet.

Baggrund
Der er for få værksteder. Der blev givet 5,0 mio. kr. (2024-pl) i 2024.

Økonomi
Der afsættes i alt 9,0 mio. kr. til initiativet, jf. tabel 1.

Tabel 1
Værksteder på landet

Mio. kr., 2026-pl   2026   2027   I alt
Maskiner            1,0    2,0    3,0
Lokaler             2,5    3,0    5,5
I alt               4,0    5,0    9,0
`;

async function verdictsOf(text: string): Promise<ReadonlyMap<string, FigureVerdict[]>> {
  const agreement = await buildAgreement(text);
  const found = new Map<string, FigureVerdict[]>();
  for (const { text: figure, position, verdict } of judgeFigures(agreement, reconcile(agreement), findCauses(reconcile(agreement), agreement)).figures) {
    const key = `${position.line}: ${figure}`;
    found.set(key, [...(found.get(key) ?? []), verdict]);
  }
  return found;
}

describe('judgeFigures', () => {
  let verdicts: ReadonlyMap<string, FigureVerdict[]>;
  beforeAll(async () => {
    verdicts = await verdictsOf(SHEET);
  });

  it('shows a figure that does not add up as differing, and each place once', () => {
    expect(verdicts.get('17: 4,0')).toEqual(['differs']);
    expect([...verdicts.values()].every((all) => all.length === 1)).toBe(true);
  });

  it('shows what another place bears out as agreeing', () => {
    expect(verdicts.get('3: 9,0')).toEqual(['agrees']);
    expect(verdicts.get('15: 2,0')).toEqual(['agrees']);
  });

  it('never says that a figure agrees in which a difference may lie, though its row adds up', () => {
    expect(['15: 1,0', '16: 2,5'].map((figure) => verdicts.get(figure))).toEqual([['not-checkable'], ['not-checkable']]);
  });

  it('keeps a figure that was read into nothing as one that could not be checked', async () => {
    const found = await verdictsOf(`${SHEET}\nRest 77,7 66,6\n`);
    expect([...found].filter(([key]) => /77,7|66,6/.test(key)).map(([, verdict]) => verdict)).toEqual([['not-checkable'], ['not-checkable']]);
  });

  it('says of an amount from elsewhere that no check looked at it', () => {
    expect(verdicts.get('6: 5,0')).toEqual(['not-checked']);
  });

  it('shows an accepted difference as accepted', async () => {
    const agreement = await buildAgreement(SHEET);
    const judged = judgeFigures(agreement, reconcile(agreement), findCauses(reconcile(agreement), agreement), () => true);
    expect(judged.figures.some(({ verdict }) => verdict === 'differs')).toBe(false);
    expect(judged.figures.find(({ text, position }) => text === '4,0' && position.line === 17)?.verdict).toBe('accepted');
  });

  it('keeps what is about no figure with its line', async () => {
    const agreement = await buildAgreement(SHEET.replace('Tabel 1\nVærksteder på landet', 'Tabel 1\nHavne på øerne'));
    const checks = reconcile(agreement);
    const { lines } = judgeFigures(agreement, checks, findCauses(checks, agreement));
    expect(lines.every(({ checks: own }) => own.every((index) => checks[index]?.place.position !== null))).toBe(true);
  });
});
