import { labelLines } from '../../../../src/workbench/grid/charts/label-lines';

const widthOf = (text: string): number => [...text].length;

test.each([
  ['Drift', 20, 3, ['Drift']],
  ['Flere pædagoger i de små daginstitutioner', 20, 3, ['Flere pædagoger i de', 'små daginstitutioner']],
  ['Flere pædagoger i de små daginstitutioner', 12, 2, ['Flere', 'pædagoger i…']],
  ['Arbejdsmarkedsuddannelse til alle', 12, 3, ['Arbejdsmark…', 'til alle']],
  ['Arbejdsmarkedsuddannelse til alle', 12, 1, ['Arbejdsmark…']],
  ['', 12, 2, ['']],
  ['én linje er der altid plads til', 9, 0, ['én linje…']],
])('%s in %d letters and %d lines', (text, width, lines, expected) => {
  expect(labelLines(text, { width, lines }, widthOf)).toEqual(expected);
});
