import { testRule } from '../../../../support/rule-tester';

testRule('amount-missing', [
  {
    name: 'finds a lead without an amount',
    agreement: `
      # HandicapBilistCentret
      lead none 2026
      | år | 2026 | I alt |
      | = I alt | 1,0 | 1,0 |
    `,
    checks: ['differs warning'],
    messages: ['Indledningen afsætter midler uden at nævne et beløb.'],
  },
  {
    name: 'names a section that grants nothing, no more',
    agreement: `
      #1 A
      section A
      | år | 2022 | I alt |
      | = A | 1,0 | 1,0 |
      stray-section Socialstyrelsens opgavevaretagelse
    `,
    checks: ['not-checkable | Socialstyrelsens opgavevaretagelse'],
  },
]);
