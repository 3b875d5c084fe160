import { testRule } from '../../../../support/rule-tester';

testRule('unit-stated', [
  {
    name: 'finds amounts that break off and amounts that are malformed',
    agreement: `
      # Genoptræning
      | år | 2026 | I alt |
      | = I alt | 1,0 | 1,0 |
      unread unit-missing 2,0 mio.
      unread malformed-amount 330.00 kr.
      unread foreign-currency 300.000 EUR
    `,
    checks: ['agrees', 'differs warning | 2,0 mio.', 'differs warning | 330.00 kr.'],
    messages: ['Der står »2,0 mio.« uden »kr.«.', 'Der står »330.00 kr.«, som ikke er skrevet som et beløb.'],
  },
  {
    name: 'names the table or the column whose unit is not stated',
    agreement: `
      # Genoptræning
      | år | 2026 | I alt |
      | = I alt | 1,0 | 1,0 |
      unread unit-missing Forslag A
    `,
    checks: ['agrees', 'differs warning | Forslag A'],
    messages: ['Der er ingen enhed ved »Forslag A«, så tallene dér er ikke læst.'],
  },
  {
    name: 'cannot check a table without a unit',
    agreement: `
      unit none
      # Genoptræning
      | år | 2026 | I alt |
      | = I alt | 1,0 | 1,0 |
    `,
    checks: ['not-checkable warning'],
  },
  {
    name: 'warns of amounts that are too large for their unit',
    agreement: `
      mention 5.120.000 mio. kr.
      mention 812.500 kr.
      mention 812.500 mio. kr.
      mention 900 mia. kr.
    `,
    checks: ['differs warning | 5.120.000 mio. kr. |  | 5.120.000', 'differs warning | 812.500 mio. kr. |  | 812.500'],
  },
]);
