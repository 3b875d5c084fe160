import { type RuleCase } from './rule-tester';

/** The cases of a rule that compares a stated total with its table; `word` says what states it: the lead sentence or the line on economy. */
export function statedTotalCases(word: 'lead' | 'economy'): RuleCase[] {
  return [
    {
      name: 'shows the sum that the years support',
      agreement: `
        # Traume
        ${word} 20,6 mio. kr. 2023-2026
        | år | 2023 | 2024 | 2025 | 2026 | I alt |
        | = Forslag i alt | 12,5 | 3,1 | 2,8 | 2,1 | 20,5 |
      `,
      checks: ['differs |  | total | 20,6 | 20,5 | -0,1 | 0,0'],
      messages: [`12,5 + 3,1 + 2,8 + 2,1 = 20,5, men ${word === 'lead' ? 'indledningen' : 'afsnittet om økonomi'} (l. 3) siger 20,6: forskel -0,1 mio. kr.`],
    },
    {
      name: 'never compares background amounts',
      agreement: `
        # SletDet
        ${word} 6,6 mio. kr. 2026-2027
        background 9,0 mio. kr. 2025
        background 5,4 mio. kr. 2026
        | år | 2026 | 2027 | I alt |
        | = I alt | 3,6 | 3,0 | 6,6 |
      `,
      checks: ['agrees |  | total | 6,6 | 6,6 | 0,0 | 0,0'],
    },
    {
      name: 'gives "ca." one unit of its own digit',
      agreement: `
        # Tolke
        ${word} ca. 1,6 mio. kr.
        | år | 2026 | I alt |
        | = I alt | 1,7 | 1,7 |
      `,
      checks: ['rounding |  | total | 1,6 | 1,7 | 0,1 | 0,1'],
    },
    {
      name: 'allows half a year\'s effect at the ends of an annual amount',
      agreement: `
        # Sclerose
        ${word} 11,8 mio. kr. årligt 2026-2028
        | år | 2026 | 2027 | 2028 | I alt |
        | = I alt | 5,9 | 11,8 | 5,9 | 23,6 |
      `,
      checks: ['agrees |  | 2026 | 5,9 | 5,9 | 0,0 | 0,0', 'agrees |  | 2027 | 11,8 | 11,8 | 0,0 | 0,0', 'agrees |  | 2028 | 5,9 | 5,9 | 0,0 | 0,0'],
      messages: ['I 2028 har tabellen 5,9, og halvdelen af tekstens årlige beløb er 5,9: stemmer.'],
    },
  ];
}
