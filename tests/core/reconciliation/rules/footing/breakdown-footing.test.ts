import { testRule } from '../../../../support/rule-tester';

testRule('breakdown-footing', [
  {
    name: 'adds the activities and the pool',
    agreement: `
      layout initiative-forms
      # Rusmidler
      economy 19,8 mio. kr.
      breakdown ca. 3,2 mio. kr. til projektledelse
      breakdown ca. 2,2 mio. kr. til kompetenceudvikling
      breakdown ca. 2,6 mio. kr. til evaluering
      pooled 11,8 mio. kr. til en ansøgningspulje
      | år | 2023 | 2024 | I alt |
      | = Forslag i alt | 12,7 | 7,1 | 19,8 |
    `,
    checks: ['agrees |  | total | 19,8 | 19,8 | 0,0 | 0,55'],
    messages: ['ca. 3,2 + ca. 2,2 + ca. 2,6 + 11,8 = 19,8, og teksten siger 19,8: stemmer.'],
  },
  {
    name: 'does not take a few parts for the whole',
    agreement: `
      # Hjælpemidler
      economy 42,4 mio. kr.
      breakdown 1,0 mio. kr. til samarbejde
      breakdown 2,0 mio. kr. til oplæg
      | år | 2026 | I alt |
      | = I alt | 42,4 | 42,4 |
    `,
    checks: ['not-checkable |  | total | 42,4'],
  },
]);
