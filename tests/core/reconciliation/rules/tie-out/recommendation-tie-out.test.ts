import { testRule } from '../../../../support/rule-tester';

testRule('recommendation-tie-out', [
  {
    name: 'finds a section that recommends otherwise',
    agreement: `
      # A
      recommended Bør videreføres
      section-recommends ikke relevant at videreføre
    `,
    checks: ['differs | Bør videreføres'],
    messages: ['Tabellen siger »Bør videreføres«, men afsnittet »ikke relevant at videreføre«.'],
  },
  {
    name: 'takes a longer form for the same',
    agreement: `
      # A
      recommended Politisk
      section-recommends politisk vurdering.
    `,
    checks: ['agrees | Politisk'],
  },
]);
