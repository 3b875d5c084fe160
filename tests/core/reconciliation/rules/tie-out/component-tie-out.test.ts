import { testRule } from '../../../../support/rule-tester';

testRule('component-tie-out', [
  {
    name: 'adds the years of the stated period',
    agreement: `
      # Hjælpemidler
      breakdown 2,0 mio. kr. 2027-2028 til udarbejdelse af oplægget
      | år | 2027 | 2028 | 2029 | I alt |
      | = I alt | 0,6 | 8,4 | 20,0 | 29,0 |
      | Pulje til forsøg | - | 7,0 | 10,0 | 17,0 |
      | Hjælpemiddelcentraler | 0,6 | 1,4 | 10,0 | 12,0 |
    `,
    checks: ['agrees | Hjælpemiddelcentraler |  | 2,0 | 2,0 | 0,0 | 0,15'],
    messages: ['0,6 + 1,4 = 2,0, og teksten siger 2,0: stemmer.'],
  },
  {
    name: 'finds the row that the text names with another amount',
    agreement: `
      # Hjælpemidler
      pooled 17,0 mio. kr. til en pulje til forsøg
      | år | 2028 | 2029 | I alt |
      | = I alt | 8,4 | 19,0 | 27,4 |
      | Pulje til forsøg | 7,0 | 9,0 | 16,0 |
      | Hjælpemiddelcentraler | 1,4 | 10,0 | 11,4 |
    `,
    checks: ['differs | Pulje til forsøg |  | 17,0 | 16,0 | -1,0 | 0,0'],
    messages: ['Rækken siger 16,0, men teksten siger 17,0: forskel -1,0 mio. kr.'],
  },
  {
    name: 'leaves earlier grants, annual needs and unit rates alone',
    agreement: `
      # Demenslinien
      background 9,0 mio. kr. 2025
      other 2,3 mio. kr. årligt til åbningstid
      | år | 2026 | 2027 | I alt |
      | = I alt | 2,4 | 2,3 | 4,7 |
      | Demenslinien | 2,3 | 2,3 | 4,6 |
      | Opgavevaretagelse | 0,1 | - | 0,1 |
    `,
    checks: [],
  },
]);
