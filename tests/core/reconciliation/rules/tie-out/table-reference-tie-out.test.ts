import { testRule } from '../../../../support/rule-tester';

testRule('table-reference-tie-out', [
  {
    name: 'allows what the printed digits of both figures leave open',
    agreement: `
      unit 1.000 kr.
      mention 54,0 mio. kr., jf. tabel 1
      totals 1
      | år | I alt |
      | Bevillingsudløb 2026 | 54.044 |
    `,
    checks: ['rounding | Bevillingsudløb 2026 | total | 54,0 | 54,044 | 0,044 | 0,0505'],
  },
  {
    name: 'says which table has another total',
    agreement: `
      unit 1.000 kr.
      mention 55,0 mio. kr., jf. tabel 1
      totals 1
      | år | I alt |
      | Bevillingsudløb 2026 | 54.044 |
    `,
    checks: ['differs warning | Bevillingsudløb 2026 | total | 55,0 | 54,044 | -0,956 | 0,0505'],
  },
  {
    name: 'does not compare what an initiative states of itself',
    agreement: `
      # Havne
      economy 2,1 mio. kr., jf. tabel 1
      totals 1
      | år | 2026 | I alt |
      | I alt | 7,5 | 7,5 |
    `,
    checks: [],
  },
]);
