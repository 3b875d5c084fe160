import { testRule } from '../../../../support/rule-tester';

testRule('group-footing', [
  {
    name: 'adds initiatives to groups and groups to the grand total',
    agreement: `
      group Sundhed
      #1 BED
      | år | 2022 | I alt |
      | = BED | 14,8 | 14,8 |
      group Arbejde
      #2 Jobbanken
      | = Jobbanken | 6,7 | 6,7 |
      totals
      | = I alt | 22,5 | 22,5 |
      | ~ Sundhed i alt @ Sundhed | 14,8 | 14,8 |
    `,
    checks: ['differs | I alt | 2022 | 22,5 | 21,5 | -1,0 | 0,15', 'differs | I alt | total | 22,5 | 21,5 | -1,0 | 0,15', 'agrees | Sundhed i alt | 2022 | 14,8 | 14,8 | 0,0 | 0,0', 'agrees | Sundhed i alt | total | 14,8 | 14,8 | 0,0 | 0,0'],
    messages: ['14,8 + 6,7 = 21,5, men der står 22,5: forskel 1,0 mio. kr. (højst 0,15 kan skyldes afrunding).'],
  },
  {
    name: 'leaves a sum open when a row was not read',
    agreement: `
      group Sundhed
      #1 BED
      | år | 2022 | I alt |
      | = BED | ? | 14,8 |
      totals
      | ~ Sundhed i alt @ Sundhed | 14,8 | 14,8 |
    `,
    checks: ['not-checkable warning | Sundhed i alt | 2022 | 14,8', 'agrees | Sundhed i alt | total | 14,8 | 14,8 | 0,0 | 0,0'],
  },
]);
