import { checkWorksheet } from '../../../../src/core/reconciliation/worksheet/worksheet-footing';
import { readWorksheet, type GridValue } from '../../../../src/core/reconciliation/worksheet/worksheet-reading';
import { type SelectionCheck } from '../../../../src/excel/workbook-port';
import { changeRole } from '../../../../src/taskpane/view-models/selection/selection-roles';
import { columnName, selectionFindings, uncheckedSums, unsummedFigures } from '../../../../src/taskpane/view-models/selection/selection';

/** A checked selection whose first cell is C5. */
function selectionOf(values: readonly (readonly GridValue[])[]): SelectionCheck {
  const reading = readWorksheet({ values });
  if (reading === null) throw new Error('The grid is no table');
  return { place: { sheet: 'Ark1', address: 'C5:F9' }, row: 4, column: 2, reading, grid: { values }, rowNames: values.map(([name]) => (typeof name === 'string' ? name : null)), checks: checkWorksheet({ values }, reading) };
}

const TABLE: readonly (readonly GridValue[])[] = [
  ['Post', 2026, 2027, 'I alt'],
  ['Drift', 10, 20, 30],
  ['Anlæg', 5, 'mangler', 5],
  ['I alt', 15, 20, 45],
];

describe('selection', () => {
  it('lists what differs with its cell and names', () => {
    const [finding, ...others] = selectionFindings(selectionOf(TABLE));
    expect(others.map(({ place, check }) => `${place.address} ${check.direction}`)).toEqual(['F8 across']);
    expect(finding).toMatchObject({ place: { sheet: 'Ark1', address: 'F8' }, rowName: 'I alt', columnName: 'I alt', check: { direction: 'down', outcome: 'differs' } });
  });

  it('lists the sums that could not be checked apart', () => {
    const unchecked = uncheckedSums(selectionOf(TABLE));
    expect(unchecked.map(({ place, check }) => `${place.address} ${check.direction} ${check.gap}`)).toEqual(['F7 across text', 'E8 down text']);
  });

  it('names a column by its heading, or by its letters in the sheet', () => {
    const selection = selectionOf([['a', 1, 2], ['b', 3, 4]]);
    expect([0, 1, 2].map((index) => columnName(selection, index))).toEqual(['C', 'D', 'E']);
  });

  it('tells which figures no sum covers', () => {
    expect(unsummedFigures(selectionOf(TABLE))).toEqual({ columns: [], rows: 0 });
    expect(unsummedFigures(selectionOf([['Post', 2026], ['Drift', 1], ['Løn', 5]]))).toEqual({ columns: ['2026'], rows: 2 });
    expect(unsummedFigures(selectionOf([['Post', 2026], ['Drift', 1], ['Løn', 5], ['I alt', 6], ['Note', 3]]))).toEqual({ columns: [], rows: 1 });
  });

  it('adds a change of role to those that the user made before', () => {
    const selection = selectionOf(TABLE);
    const { reading } = selection;
    const changed = { ...selection, reading: { ...reading, rows: reading.rows.map((row, index) => (index === 1 ? { role: 'of-which' as const, reason: 'user' as const } : row)) } };
    expect(changeRole(changed, { axis: 'column', index: 3, role: 'other' })).toEqual({ place: selection.place, columns: { 3: 'other' }, rows: { 1: 'of-which' } });
    expect(changeRole(changed, { axis: 'row', index: 1, role: 'component' })).toEqual({ place: selection.place, columns: {}, rows: { 1: 'component' } });
  });
});
