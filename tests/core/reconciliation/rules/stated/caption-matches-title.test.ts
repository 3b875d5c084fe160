import { reconcile } from '../../../../../src/core/reconciliation/engine';
import { testRule } from '../../../../support/rule-tester';
import { agreementOf, initiativeOf } from '../../../../support/sample-agreement';

testRule('caption-matches-title', [
  {
    name: 'finds a copied row label',
    agreement: `
      # Skyggebørn
      | år | 2026 | I alt |
      | = I alt | 0,7 | 0,7 |
      # Ballast
      | = I alt | 1,5 | 1,5 |
      | Skyggebørn | 1,5 | 1,5 |
    `,
    checks: ['differs | Skyggebørn'],
    messages: ['Rækken hedder »Skyggebørn«, men det er et andet initiativ. Teksten er formentlig kopieret med.'],
  },
  {
    name: 'finds a copied caption',
    agreement: `
      # Handicappolitisk Topmøde
      caption Videreførelse af holdningskampagne
      | år | 2026 | I alt |
      | = I alt | 1,0 | 1,0 |
      # Videreførelse af holdningskampagne
      | = I alt | 0,3 | 0,3 |
    `,
    checks: ['differs | Videreførelse af holdningskampagne'],
  },
  {
    name: 'finds a caption copied with a number, or in a shorter or longer form',
    agreement: `
      # Fyrvagter på Anholt
      caption 2. Diger ved Mandø
      | år | 2026 | I alt |
      | = I alt | 1,0 | 1,0 |
      # Diger ved Mandø
      caption Genopretning af stenrev
      | = I alt | 0,3 | 0,3 |
      # Genopretning af stenrev i samarbejde med kommunerne
      caption Fyrvagter på Anholt og nabøerne
      | = I alt | 0,3 | 0,3 |
    `,
    checks: ['differs | 2. Diger ved Mandø', 'differs warning | Genopretning af stenrev', 'differs warning | Fyrvagter på Anholt og nabøerne'],
  },
  {
    name: 'takes longer and shorter forms for information',
    agreement: `
      # BROEN Danmark
      caption Videre understøttelse af BROEN Danmark
      | år | 2026 | I alt |
      | = I alt | 7,6 | 7,6 |
      # Relations- og pengestrømsanalyse for botilbud
      caption Relations- og pengestrømsanalyse
      | = I alt | 2,0 | 2,0 |
    `,
    checks: ['agrees | Videre understøttelse af BROEN Danmark', 'agrees | Relations- og pengestrømsanalyse'],
  },
]);

it('says nothing of the caption of a table whose rows are several initiatives', () => {
  const caption = { text: 'Tilskud til foreninger', position: { page: null, line: 3, box: null } };
  const alone = agreementOf([initiativeOf('Roklubben', 5, '1,0 1,0 1,0 1,0 4,0', [], { caption })]);
  const several = agreementOf(['Roklubben', 'Sejlklubben'].map((title, index) => initiativeOf(title, 5 + index, '1,0 1,0 1,0 1,0 4,0', [], { caption })));
  const found = (agreement: typeof alone): number => reconcile(agreement).filter(({ rule }) => rule === 'caption-matches-title').length;
  expect([found(alone), found(several)]).toEqual([1, 0]);
});
