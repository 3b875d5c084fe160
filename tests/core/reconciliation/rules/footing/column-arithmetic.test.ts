import { testRule } from '../../../../support/rule-tester';

testRule('column-arithmetic', [
  {
    name: 'finds the row that differs from how the others are worked out',
    agreement: `
      layout unknown
      # A
      | år | Bevilling | Forbrug | Afvigelse |
      | = A | 5,0 | 3,0 | 2,0 |
      # B
      | = B | 4,0 | 4,5 | -0,5 |
      # C
      | = C | 7,0 | 6,0 | 1,0 |
      # D
      | = D | 9,0 | 8,2 | 0,6 |
    `,
    checks: [
      'agrees | A | Afvigelse | 2,0 | 2,0 | 0,0 | 0,15',
      'agrees | B | Afvigelse | -0,5 | -0,5 | 0,0 | 0,15',
      'agrees | C | Afvigelse | 1,0 | 1,0 | 0,0 | 0,15',
      'differs | D | Afvigelse | 0,6 | 0,8 | 0,2 | 0,15',
    ],
    messages: ['Afvigelse: 9,0 - 8,2 = 0,8, men der står 0,6: forskel 0,2 mio. kr. (højst 0,15 kan skyldes afrunding).'],
  },
  {
    name: 'leaves a table alone that does not prove how it works',
    agreement: `
      layout unknown
      # A
      | år | Bevilling | Forbrug | Afvigelse |
      | = A | 5,0 | 3,0 | 2,0 |
      # B
      | = B | 4,0 | 4,5 | -0,5 |
      # C
      | = C | 9,0 | 8,2 | 0,6 |
    `,
    checks: [],
  },
]);
