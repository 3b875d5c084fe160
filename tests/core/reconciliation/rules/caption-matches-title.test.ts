import { testRule } from '../../../support/rule-tester';

testRule('caption-matches-title', [
  {
    name: 'finds a copied row label',
    agreement: `
      # Skyggebørn
      | år | 2026 | I alt |
      | = I alt | 0,7 | 0,7 |
      # Ballast
      | = I alt | 1,5 | 1,5 |
      | Skyggebørn | 1,5 | 1,5 |
    `,
    checks: ['differs | Skyggebørn'],
    messages: ['Rækkens tekst »Skyggebørn« er titlen på et andet initiativ: sandsynligvis kopieret.'],
  },
  {
    name: 'finds a copied caption',
    agreement: `
      # Handicappolitisk Topmøde
      caption Videreførelse af holdningskampagne
      | år | 2026 | I alt |
      | = I alt | 1,0 | 1,0 |
      # Videreførelse af holdningskampagne
      | = I alt | 0,3 | 0,3 |
    `,
    checks: ['differs | Videreførelse af holdningskampagne'],
  },
  {
    name: 'takes longer and shorter forms for information',
    agreement: `
      # BROEN Danmark
      caption Videre understøttelse af BROEN Danmark
      | år | 2026 | I alt |
      | = I alt | 7,6 | 7,6 |
      # Relations- og pengestrømsanalyse for botilbud
      caption Relations- og pengestrømsanalyse
      | = I alt | 2,0 | 2,0 |
    `,
    checks: ['agrees | Videre understøttelse af BROEN Danmark', 'agrees | Relations- og pengestrømsanalyse'],
  },
]);
