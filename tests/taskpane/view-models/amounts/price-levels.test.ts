import { convertedInitiative, levelYears, readIndexValue, spellIndexValues } from '../../../../src/taskpane/view-models/amounts/price-levels';
import { figureTable } from '../../../../src/taskpane/view-models/amounts/figures';
import { initiativeTimeline } from '../../../../src/taskpane/view-models/amounts/timeline';
import { buildAgreement } from '../../../support/agreement-builder';

const agreementOf = (text: string, sha256: string) => {
  const built = buildAgreement(text);
  return { ...built, document: { ...built.document, sha256 } };
};
const EARLIER = agreementOf('title Aftale 2022-2025\nprice 2022-pl\n#1 Nattelys\n| år | 2022 | 2023 | I alt |\n| = Nattelys | 2,0 | - | 2,0 |', 'a');
const LATER = agreementOf('title Aftale 2026-2029\nprice 2026-pl\n# Nattelys\n| år | 2026 | 2027 | I alt |\n| = I alt | 2,3 | 1,1 | 3,4 |', 'b');
const INDEX = { name: 'Prøve', edition: '1', source: 'egen', values: [{ year: 2022, coefficient: 1000, decimals: 1 }, { year: 2026, coefficient: 1125, decimals: 1 }] };

const [initiative] = LATER.initiatives;
const timeline = initiative === undefined ? null : initiativeTimeline(LATER, initiative, [EARLIER, LATER]);
const step = timeline?.steps[0];

describe('price levels', () => {
  it('are converted cell by cell with the user’s index; a dash stays a dash', () => {
    if (timeline === null || step === undefined) throw new Error('No timeline');
    expect(levelYears(timeline)).toEqual([2022, 2026]);
    const converted = convertedInitiative(step, 2022, 2026, INDEX);
    const row = converted === null ? null : figureTable(converted, 'I alt', 'da')?.rows[0];
    expect(row?.cells.map(({ text }) => text.trim())).toEqual(['2,3', '–', '2,3']);
  });

  it('are not converted where the index has no value', () => {
    if (step === undefined) throw new Error('No timeline');
    expect(convertedInitiative(step, 2022, 2030, INDEX)).toBeNull();
  });

  it('take an index value as the language writes it, above zero', () => {
    expect(readIndexValue('112,5', 2026, 'da')).toEqual({ year: 2026, coefficient: 1125, decimals: 1 });
    expect(readIndexValue('112.5', 2026, 'en')).toEqual({ year: 2026, coefficient: 1125, decimals: 1 });
    for (const text of ['', 'x', '0', '-1', '-']) expect(readIndexValue(text, 2026, 'da')).toBeNull();
    expect(spellIndexValues(INDEX, 'da')).toBe('2022: 100,0; 2026: 112,5');
  });
});
