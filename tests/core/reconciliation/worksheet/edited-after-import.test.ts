import { amountOf } from '../../../../src/core/money/amount';
import { placeAt } from '../../../../src/core/reconciliation/checking/check-building';
import { compareWithImport } from '../../../../src/core/reconciliation/worksheet/edited-after-import';
import { importChecks } from '../../../support/import-text';

describe('edited-after-import', () => {
  it.each([
    ['figure 6,6 -> 6,6', ['Som importeret.']],
    ['figure 6,6 -> 6,9', ['Ændret efter importen: i dokumentet står der 6,6, i arket 6,9.']],
    ['figure - -> 0', ['Som importeret.']],
    ['figure 6,6 -> "6,6"', ['Tallet 6,6 er gemt som tekst og tælles ikke med af Excel.']],
    ['figure 6,6 -> #REF!', ['Ændret efter importen: i dokumentet står der 6,6, i arket #REF!.']],
    ['figure 6,6 -> gone', ['Cellen findes ikke længere.']],
    ['sum C 4 5 6 -> 7,0', ['Formlen er overskrevet med en fast værdi og følger ikke længere tallene.']],
    ['sum C 4 5 6 -> =SUM(C4:C6)', []],
    ['sum C 4 5 6 -> =SUM(C4:C5)', ['Formlens område mangler række 6.']],
    ['sum C 4=1,5 5=2,0 6=3,1 -> =SUM(C4:C5) is 3,5', ['Formlens område mangler række 6 (3,1): den giver 3,5, men tallene giver 6,6: forskel 3,1.']],
    ['sum C 4=1,5 5=2,0 -> =SUM(C4:C5)+C5 is 5,5', ['Formlen lægger andet til end det, den skal: den giver 5,5, men tallene giver 3,5: forskel 2.']],
    ['sum C 4=1,5 5=2,0 -> =C4*2 is 3,0', ['Formlen er en anden end den, importen skrev: =C4*2.']],
    ['sum C 4=1,5 5=2,0 -> =SUM(C4:C5) is #REF!', ['Formlen viser fejlværdien #REF!, så den kan ikke kontrolleres.']],
    ['figure 6,6 -> date 2026-01-06', ['Ændret efter importen: i dokumentet står der 6,6, i arket datoen 6.1.2026.']],
    ['sum C 4=1,5 5=2,0 6=3,1 -> =SUM(C4:C6) is 6,6\nhidden 5', ['Summen tæller en skjult række med: 2 af 6,6 (række 5).']],
    ['sum C 4=1,5 5=2,0 6=3,1 -> =SUM(C4:C6) is 6,6\nhidden 5\nhidden 6', ['Summen tæller 2 skjulte rækker med: 5,1 af 6,6 (række 5, række 6).']],
  ])('%s', (text, messages) => {
    expect(importChecks(text).map((check) => check.message.da)).toEqual(messages);
  });

  it('compares doubles as the figures that they show', () => {
    const cell = { place: placeAt({}), initiative: null, label: null, content: { kind: 'figure' as const, amount: amountOf(3, 1, 'mio. kr.') }, actual: { value: 0.1 + 0.2, formula: null } };
    expect(compareWithImport([cell]).map((check) => check.outcome)).toEqual(['agrees']);
  });
});
