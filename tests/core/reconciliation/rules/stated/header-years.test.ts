import { testRule } from '../../../../support/rule-tester';

testRule('header-years', [
  {
    name: 'names the year, the missing one and what bears it out',
    agreement: `
      # Skolebuffet
      lead 9,0 mio. kr. 2027-2029
      | år | 2027 | 2029→2028 | 2029 | I alt |
      | = I alt | 3,0 | 2,0 | 4,0 | 9,0 |
    `,
    checks: ['differs | 2029'],
    messages: ['Årstallet 2029 står to gange i tabellens kolonneoverskrifter, og 2028 mangler: kolonne 2 er formentlig 2028, for teksten siger 2027-2029.'],
  },
  {
    name: 'says nothing of years that follow each other',
    agreement: `
      # Skolebuffet
      | år | 2027 | 2028 | I alt |
      | = I alt | 3,0 | 2,0 | 5,0 |
    `,
    checks: [],
  },
]);
