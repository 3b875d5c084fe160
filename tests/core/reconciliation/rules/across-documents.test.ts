import { testRule } from '../../../support/rule-tester';

testRule('across-documents', [
  {
    name: 'holds a quotation against the earlier agreement',
    agreement: `
      # Fodterapi til patienter med psoriasisgigt
      background 4,2 mio. kr. 2022-2023
      | år | 2026 | 2027 | I alt |
      | = I alt | 2,4 | 2,4 | 4,8 |
      %% other
      title SSA 2022-2023
      #31 Fodterapi til patienter med psoriasisgigt
      | år | 2022 | 2023 | I alt |
      | = Fodterapi | 2,4 | 2,4 | 4,8 |
    `,
    checks: ['differs info | Fodterapi til patienter med psoriasisgigt | total | 4,2 | 4,8 | 0,6 | 0,0'],
    messages: ['SSA 2022-2023 har 4,8, men teksten citerer 4,2: forskel 0,6 mio. kr.'],
  },
  {
    name: 'does not compare across price levels',
    agreement: `
      #1 Hus Forbi
      | år | 2026 | I alt |
      | = Hus Forbi | 2,0 | 2,0 |
      %% other
      name ark.txt
      price 2025-pl
      # Hus Forbi
      | år | 2026 | I alt |
      | = I alt | 2,0 | 2,0 |
    `,
    checks: ['not-checkable | ark.txt'],
    messages: ['Beløbet er i 2026-pl og tabellen i 2025-pl; beløb i forskellige pl-niveauer sammenlignes ikke.'],
  },
]);
