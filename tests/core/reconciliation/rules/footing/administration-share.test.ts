import { testRule } from '../../../../support/rule-tester';

testRule('administration-share', [
  {
    name: 'finds administration above its share, beyond rounding',
    agreement: `
      # Grønlændere
      | år | 2026 | I alt |
      | = I alt | 6,4 | 6,4 |
      | Ansøgningspulje | 6,1 | 6,1 |
      | Social- og Boligstyrelsens opgavevaretagelse | 0,2 | 0,2 |
      | Sundhedsstyrelsens opgavevaretagelse | 0,1 | 0,1 |
      pool Ansøgningspulje; 2026 6,1; administration 3
    `,
    checks: ['differs warning | Social- og Boligstyrelsens opgavevaretagelse + Sundhedsstyrelsens opgavevaretagelse | total | 0,183 | 0,3 | 0,117 | 0,1015'],
    messages: ['Administrationen er 0,2 + 0,1 = 0,3, men teksten tillader 3 pct. af 6,1 mio. kr. = 0,183 (højst 0,1015 kan skyldes afrunding).'],
  },
  {
    name: 'lets rounding explain a little more',
    agreement: `
      # Demens
      | år | 2029 | I alt |
      | = I alt | 18,6 | 18,6 |
      | Ansøgningspulje | 18,0 | 18,0 |
      | Styrelsens opgavevaretagelse | 0,6 | 0,6 |
      pool Ansøgningspulje; 2029 18,4; administration 3
    `,
    checks: ['agrees | Styrelsens opgavevaretagelse | total | 0,552 | 0,6 | 0,048 | 0,0515'],
  },
]);
