import { testRule } from '../../../../support/rule-tester';

testRule('period-tie-out', [
  {
    name: 'finds a period that is not the years with money',
    agreement: `
      # BørneTelefonen
      lead 4,9 mio. kr. 2026-2028
      | år | 2026 | 2027 | 2028 | I alt |
      | = I alt | - | 1,7 | 3,2 | 4,9 |
    `,
    checks: ['differs'],
    messages: ['Teksten siger 2026-2028, men tabellen har beløb i 2027-2028.'],
  },
  {
    name: 'finds a pool that supports a year without money',
    agreement: `
      # Onlineradikalisering
      lead 4,9 mio. kr. 2027-2028
      | år | 2026 | 2027 | 2028 | 2029 | I alt |
      | = I alt | - | 0,9 | 4,0 | - | 4,9 |
      pool Ansøgningspulje; støtte 2027-2029
    `,
    checks: ['agrees', 'differs warning | Ansøgningspulje'],
    messages: ['Puljen støtter 2027-2029, men initiativet har kun bevilling i 2027-2028.'],
  },
  {
    name: 'does not read the years of other agreements as the grant\'s',
    agreement: `
      # SletDet
      lead 6,6 mio. kr. 2026-2027
      background 9,0 mio. kr. 2025
      | år | 2025 | 2026 | 2027 | I alt |
      | = I alt | - | 3,6 | 3,0 | 6,6 |
    `,
    checks: ['agrees'],
  },
  {
    name: 'allows gaps and half years inside the period',
    agreement: `
      # Sygefravær
      lead 11,0 mio. kr. 2022-2025
      | år | 2022 | 2023 | 2024 | 2025 | I alt |
      | = I alt | 10,0 | - | - | 1,0 | 11,0 |
    `,
    checks: ['agrees'],
  },
]);
