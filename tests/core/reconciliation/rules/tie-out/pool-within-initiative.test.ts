import { testRule } from '../../../../support/rule-tester';

testRule('pool-within-initiative', [
  {
    name: 'finds a pool above its year',
    agreement: `
      # Budgetter
      | år | 2022 | 2023 | I alt |
      | = I alt | 2,3 | 13,5 | 15,8 |
      pool Forsøg; 2022 10,0
    `,
    checks: ['differs | Forsøg | 2022 | 10,0 | 2,3 | -7,7 | 0,0'],
    messages: ['Puljen er 10,0, men initiativet har kun 2,3.'],
  },
  {
    name: 'excuses a pool whose text names an earlier frame',
    agreement: `
      # Budgetter
      | år | 2022 | 2023 | I alt |
      | = I alt | 2,3 | 13,5 | 15,8 |
      pool Forsøg; 2022 10,0; tidligere ramme
    `,
    checks: ['not-checkable | Forsøg | 2022 | 10,0'],
    messages: ['Puljen er 10,0 og initiativet 2,3; teksten nævner en ramme fra en tidligere aftale, som kan dække resten.'],
  },
]);
