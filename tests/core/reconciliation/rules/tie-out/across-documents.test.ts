import { testRule } from '../../../../support/rule-tester';

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
    name: 'makes one finding of an initiative that differs in several years between two documents of one agreement',
    agreement: `
      title Aftale om havne
      # Fyrvagter
      | år | 2026 | 2027 | I alt |
      | = I alt | 2,4 | 2,4 | 4,8 |
      # Stenrev
      | år | 2026 | 2027 | I alt |
      | = I alt | 1,0 | 2,0 | 3,0 |
      %% other
      name ark.txt
      # Fyrvagter
      | år | 2026 | 2027 | I alt |
      | = I alt | 2,4 | 3,4 | 5,8 |
      # Stenrev
      | år | 2026 | 2027 | I alt |
      | = I alt | 1,0 | 2,0 | 3,0 |
    `,
    checks: ['agrees | ark.txt | 2026 | 2,4 | 2,4 | 0,0 | 0,0', 'differs | ark.txt | total | 4,8 | 5,8 | 1,0 | 0,0', 'agrees | ark.txt | 2026 | 1,0 | 1,0 | 0,0 | 0,0', 'agrees | ark.txt | 2027 | 2,0 | 2,0 | 0,0 | 0,0', 'agrees | ark.txt | total | 3,0 | 3,0 | 0,0 | 0,0'],
    messages: ['»Fyrvagter« har ikke de samme beløb i »Aftale om havne« (case.txt) og ark.txt. case.txt: 2,4 i 2027 og 4,8 i alt; ark.txt: 3,4 i 2027 og 5,8 i alt (mio. kr.).'],
  },
  {
    name: 'asks once whether two documents that share names and years are one agreement',
    agreement: `
      # Fyrvagter
      | år | 2026 | 2027 | I alt |
      | = I alt | 2,4 | 2,4 | 4,8 |
      # Stenrev
      | år | 2026 | 2027 | I alt |
      | = I alt | 1,0 | 2,0 | 3,0 |
      %% other
      name ark.txt
      # Fyrvagter
      | år | 2026 | 2027 | I alt |
      | = I alt | 1,1 | 1,2 | 2,3 |
      # Stenrev
      | år | 2026 | 2027 | I alt |
      | = I alt | 5,0 | 6,0 | 11,0 |
    `,
    checks: ['differs warning | ark.txt'],
    messages: ['Er case.txt og ark.txt den samme aftale? 2 af de 2 initiativer, der står i begge, har andre beløb: Fyrvagter (2026: 2,4 mod 1,1, 2027: 2,4 mod 1,2, i alt: 4,8 mod 2,3 mio. kr.); Stenrev (2026: 1,0 mod 5,0, 2027: 2,0 mod 6,0, i alt: 3,0 mod 11,0 mio. kr.).'],
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
    messages: ['Beløbet er i 2026-pl og tabellen i 2025-pl; beløb i forskellige prisniveauer sammenlignes ikke.'],
  },
]);
