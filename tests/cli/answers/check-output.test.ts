import { checkOutput } from '../../../src/cli/answers/check-output';
import { answerCheck, checkSummaryText } from '../../../src/cli/answers/check-summary';
import { buildAgreement } from '../../support/agreement-builder';

const CONTRADICTION = `
unit 1.000 kr.
# Traume
economy 20,6 mio. kr.
| år | 2023 | 2024 | I alt |
| = Forslag i alt | 12.500 | 8.000 | 20.500 |
`;

describe('check --json', () => {
  it('prints figures in the unit of the initiative', () => {
    const found = checkOutput(buildAgreement(CONTRADICTION)).checks.find((check) => check.rule === 'economy-total-tie-out');
    expect(found).toMatchObject({ outcome: 'differs', severity: 'error', initiative: 'Traume', column: 'total', printed: 20600, computed: 20500, residual: -100, bound: 50.5, unit: '1.000 kr.', line: 4, page: null });
  });

  it('has every field of the contract on every check', () => {
    for (const check of checkOutput(buildAgreement(CONTRADICTION)).checks) {
      expect(Object.keys(check)).toEqual(expect.arrayContaining(['rule', 'outcome', 'severity', 'initiative', 'label', 'column', 'printed', 'computed', 'residual', 'bound', 'line', 'page', 'message']));
      expect(typeof check.message.da).toBe('string');
      expect(typeof check.message.en).toBe('string');
    }
  });

  it('counts', () => {
    const { checks, summary } = checkOutput(buildAgreement(CONTRADICTION));
    expect(summary.agrees + summary.agreesWithinRounding + summary.differs + summary.notCheckable).toBe(checks.length);
    expect(answerCheck(buildAgreement(CONTRADICTION), []).exitCode).toBe(1);
    expect(answerCheck(buildAgreement('# A\n| år | 2026 | 2027 | I alt |\n| = I alt | 1,0 | 1,0 | 2,0 |'), []).exitCode).toBe(0);
  });

  it('reads calmly in a terminal', () => {
    const text = checkSummaryText('aftale.txt', checkOutput(buildAgreement(CONTRADICTION)), 'da');
    expect(text).toContain('aftale.txt: noget afviger');
    expect(text).toContain('linje 4 · Beløb i økonomiafsnittet ↔ tabellen · Traume · i alt');
    expect(text).toContain('men afsnittet om økonomi (l. 4) siger 20,6 mio. kr.: forskel -0,1');
    expect(checkSummaryText('aftale.txt', checkOutput(buildAgreement(CONTRADICTION)), 'en')).toContain('something differs');
  });
});
