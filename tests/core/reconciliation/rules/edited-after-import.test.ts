import { amountOf } from '../../../../src/core/money/amount';
import { placeAt } from '../../../../src/core/reconciliation/checking/check-building';
import { compareWithImport, rowsMissedBy } from '../../../../src/core/reconciliation/edited-after-import';
import { importChecks } from '../../../support/import-text';

describe('edited-after-import', () => {
  it.each([
    ['figure 6,6 -> 6,6', ['Som importeret.']],
    ['figure 6,6 -> 6,9', ['Ændret efter importen: kilden siger 6,6, arket siger 6,9.']],
    ['figure - -> 0', ['Som importeret.']],
    ['figure 6,6 -> "6,6"', ['Tallet 6,6 er gemt som tekst og tælles ikke med af Excel.']],
    ['figure 6,6 -> #REF!', ['Ændret efter importen: kilden siger 6,6, arket siger #REF!.']],
    ['figure 6,6 -> gone', ['Cellen findes ikke længere.']],
    ['sum C 4 5 6 -> 7,0', ['Formlen er overskrevet med en fast værdi og følger ikke længere tallene.']],
    ['sum C 4 5 6 -> =SUM(C4:C6)', []],
    ['sum C 4 5 6 -> =SUM(C4:C5)', ['Formlens område mangler række 6.']],
    ['sum C 4 5 6 -> =SUM(C4:C6)\nhidden 5', ['Summen dækker skjulte rækker: 5.']],
  ])('%s', (text, messages) => {
    expect(importChecks(text).map((check) => check.message.da)).toEqual(messages);
  });

  it('compares doubles as the figures that they show', () => {
    const cell = { place: placeAt({}), initiative: null, label: null, content: { kind: 'figure' as const, amount: amountOf(3, 1, 'mio. kr.') }, actual: { value: 0.1 + 0.2, formula: null } };
    expect(compareWithImport([cell]).map((check) => check.outcome)).toEqual(['agrees']);
  });

  it('reads absolute references, areas and single cells', () => {
    expect(rowsMissedBy('=$C$4+SUM(B5:D6)', 'C', [4, 5, 6, 7])).toEqual([7]);
    expect(rowsMissedBy('=SUM(AA4:AC9)', 'AB', [4, 9, 10])).toEqual([10]);
    expect(rowsMissedBy('=SUM(C9:C4)', 'C', [4, 9])).toEqual([]);
  });
});
