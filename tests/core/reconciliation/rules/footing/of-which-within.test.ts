import { testRule } from '../../../../support/rule-tester';

testRule('of-which-within', [
  {
    name: 'finds a part above its whole',
    agreement: `
      # Drift
      | år | 2026 | I alt |
      | = I alt | 4,7 | 4,7 |
      | Løn | 4,7 | 4,7 |
      | > heraf pension | 5,7 | 0,7 |
    `,
    checks: ['differs | heraf pension | 2026 | 5,7 | 4,7 | -1,0 | 0,0', 'agrees | heraf pension | total | 0,7 | 4,7 | 4,0 | 0,0'],
    messages: ['Heraf 5,7, men rækken over er kun 4,7.'],
  },
  {
    name: 'holds a part of a part against the row above it, where both cannot stand beside each other',
    agreement: `
      # Drift
      | år | 2026 |
      | = I alt | 4,7 |
      | Løn | 4,7 |
      | > heraf overarbejde | 2,5 |
      | > heraf nat | 2,6 |
    `,
    checks: ['agrees | heraf overarbejde | 2026 | 2,5 | 4,7 | 2,2 | 0,0', 'differs warning | heraf nat | 2026 | 2,6 | 2,5 | -0,1 | 0,0'],
  },
  {
    name: 'does not add parts of one row',
    agreement: `
      # Drift
      | år | 2026 |
      | = I alt | 4,7 |
      | Løn | 4,7 |
      | > heraf pension | 3,0 |
      | > heraf ældre | 3,0 |
    `,
    checks: ['agrees | heraf pension | 2026 | 3,0 | 4,7 | 1,7 | 0,0', 'agrees | heraf ældre | 2026 | 3,0 | 4,7 | 1,7 | 0,0'],
  },
]);
