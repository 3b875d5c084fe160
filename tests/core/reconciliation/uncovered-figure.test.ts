import { testRule } from '../../support/rule-tester';

testRule('uncovered-figure', [
  {
    name: 'names figures that nothing reaches',
    agreement: `
      unit 1.000 kr.
      # Madklubber
      | år | I alt |
      | = Madklubber | 1.750 |
    `,
    checks: ['not-checkable | Madklubber | total | 1.750'],
    messages: ['Der er intet i dokumentet at kontrollere tallet mod.'],
  },
  {
    name: 'is silent when every figure took part in a check',
    agreement: `
      # A
      | år | 2026 | 2027 | I alt |
      | = I alt | 1,0 | 1,0 | 2,0 |
    `,
    checks: [],
  },
]);
