import { testRule } from '../../../../support/rule-tester';

testRule('row-cross-footing', [
  {
    name: 'shows the arithmetic of a difference',
    agreement: `
      # Traume
      | år | 2023 | 2024 | 2025 | 2026 | I alt |
      | = Forslag i alt | 12,5 | 3,1 | 2,8 | 2,1 | 20,8 |
    `,
    checks: ['differs | Forslag i alt | total | 20,8 | 20,5 | -0,3 | 0,25'],
    messages: ['12,5 + 3,1 + 2,8 + 2,1 = 20,5, men i alt står der 20,8: forskel -0,3 mio. kr. (højst 0,25 kan skyldes afrunding).'],
  },
  {
    name: 'is calm about what rounding explains',
    agreement: `
      # Traume
      | år | 2023 | 2024 | 2025 | 2026 | I alt |
      | = Forslag i alt | 12,5 | 3,1 | 2,8 | 2,1 | 20,6 |
    `,
    checks: ['rounding | Forslag i alt | total | 20,6 | 20,5 | -0,1 | 0,25'],
    messages: ['12,5 + 3,1 + 2,8 + 2,1 = 20,5, men i alt står der 20,6: forskel -0,1 mio. kr., inden for afrundingen (højst 0,25).'],
  },
  {
    name: 'subtracts savings',
    agreement: `
      # Effektivisering
      | år | 2026 | 2027 | I alt |
      | = I alt | 4,5 | -2,5 | 2,0 |
    `,
    checks: ['agrees | I alt | total | 2,0 | 2,0 | 0,0 | 0,15'],
    messages: ['4,5 - 2,5 = 2,0, og i alt står der 2,0: stemmer.'],
  },
]);
