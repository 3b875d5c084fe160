import { testRule } from '../../../../support/rule-tester';

testRule('price-level-stated', [
  {
    name: 'finds a table at another level',
    agreement: `
      # A
      | år | 2026 | I alt |
      | = I alt | 1,0 | 1,0 |
      # B
      | = I alt | 1,0 | 1,0 |
      price 2025-pl
      # C
      | = I alt | 1,0 | 1,0 |
    `,
    checks: ['agrees', 'agrees', 'differs warning'],
    messages: ['Tabellen er i 2025-pl, men aftalens øvrige tabeller i 2026-pl; beløb i forskellige prisniveauer lægges ikke sammen.'],
  },
  {
    name: 'takes capitals for the same level',
    agreement: `
      price 2023-PL
      # A
      | år | 2026 | I alt |
      | = I alt | 1,0 | 1,0 |
      price 2023-pl
      # B
      | = I alt | 1,0 | 1,0 |
      price none
      # C
      | = I alt | 1,0 | 1,0 |
    `,
    checks: ['agrees', 'agrees', 'not-checkable warning'],
  },
]);
