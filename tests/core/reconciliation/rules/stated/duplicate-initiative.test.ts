import { testRule } from '../../../../support/rule-tester';

testRule('duplicate-initiative', [
  {
    name: 'finds gaps and duplicates',
    agreement: `
      #1 Hus Forbi
      #3 Hus Forbi
    `,
    checks: ['differs warning', 'differs warning | 3'],
    messages: ['Initiativet »Hus Forbi« står også tidligere i dokumentet og kan være talt to gange.', 'Nummer 3 følger efter nummer 1.'],
  },
  {
    name: 'lets every group number from 1',
    agreement: `
      group Voksne
      #1 A
      #2 B
      group Børn
      #1 C
      #2 D
    `,
    checks: ['agrees'],
  },
]);
