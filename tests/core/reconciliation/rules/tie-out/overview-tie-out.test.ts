import { testRule } from '../../../../support/rule-tester';

testRule('overview-tie-out', [
  {
    name: 'compares total and title',
    agreement: `
      #8 Støttet adgang til egen sag
      section Støttet adgang til egen sag
      lead 7,5 mio. kr. 2022-2023
      | år | 2022 | 2023 | I alt |
      | = Støttet adgang | 3,0 | 4,0 | 7,0 |
    `,
    checks: ['agrees | Støttet adgang til egen sag', 'differs | Støttet adgang til egen sag | total | 7,5 | 7,0 | -0,5 | 0,0'],
    messages: ['3,0 + 4,0 = 7,0, men indledningen (l. 4) siger 7,5: forskel -0,5 mio. kr.'],
  },
  {
    name: 'takes another wording for information',
    agreement: `
      #28 Rådgivning til LGBT+ personer
      section Rådgivning til LGTB+ personer
      lead 5,6 mio. kr.
      | år | 2022 | I alt |
      | = Rådgivning | 5,6 | 5,6 |
    `,
    checks: ['agrees | Rådgivning til LGTB+ personer', 'agrees | Rådgivning til LGTB+ personer | total | 5,6 | 5,6 | 0,0 | 0,0'],
    messages: ['Titlen er ordret forskellig: »Rådgivning til LGBT+ personer« i oversigten, »Rådgivning til LGTB+ personer« over afsnittet.'],
  },
]);
