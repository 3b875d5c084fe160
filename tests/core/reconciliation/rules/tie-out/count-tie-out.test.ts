import { testRule } from '../../../../support/rule-tester';

testRule('count-tie-out', [
  {
    name: 'counts the rows that a claim counts',
    agreement: `
      # A
      recommended Bør videreføres
      # B
      recommended Politisk
      claim 2 bør videreføres
      claim 1 politisk
    `,
    checks: ['differs | bør videreføres', 'agrees | politisk'],
    messages: ['Teksten tæller 2 »bør videreføres«, men tabellen har 1.'],
  },
  {
    name: 'does not guess what a claim counts',
    agreement: `
      # A
      recommended Politisk
      claim 2 udløb på en anden liste
    `,
    checks: ['not-checkable | udløb på en anden liste'],
  },
]);
