import { testRule } from '../../../../support/rule-tester';

testRule('column-footing', [
  {
    name: 'names the cell where row and column meet',
    agreement: `
      # Vilkår
      | år | 2026 | 2027 | I alt |
      | = I alt | 4,7 | 3,5 | 8,2 |
      | Kampagne | 1,5 | 1,5 | 3,0 |
      | Pulje | 3,2 | 9,0 | 5,2 |
    `,
    checks: ['agrees | I alt | 2026 | 4,7 | 4,7 | 0,0 | 0,15', 'differs | I alt | 2027 | 3,5 | 10,5 | 7,0 | 0,15 | one-digit', 'agrees | I alt | total | 8,2 | 8,2 | 0,0 | 0,15'],
    messages: ['1,5 + 9,0 = 10,5, men i alt står der 3,5: forskel 7,0 mio. kr. (højst 0,15 kan skyldes afrunding). Måske er ét ciffer forkert: 9,0 i stedet for 2,0.'],
  },
  {
    name: 'never adds of-which rows',
    agreement: `
      # Vilkår
      | år | 2026 | I alt |
      | = I alt | 4,7 | 4,7 |
      | Drift | 4,7 | 4,7 |
      | > heraf løn | 1,5 | 1,5 |
    `,
    checks: ['agrees | I alt | 2026 | 4,7 | 4,7 | 0,0 | 0,0', 'agrees | I alt | total | 4,7 | 4,7 | 0,0 | 0,0'],
  },
]);
