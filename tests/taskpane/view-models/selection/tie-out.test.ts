import { type Agreement } from '../../../../src/core/budget/agreement';
import { formatAmount } from '../../../../src/core/money/danish-number';
import { checkWorksheet } from '../../../../src/core/reconciliation/worksheet/worksheet-footing';
import { readWorksheet, type GridValue } from '../../../../src/core/reconciliation/worksheet/worksheet-reading';
import { type SelectionCheck } from '../../../../src/excel/workbook-port';
import { paneReducer } from '../../../../src/taskpane/state/pane-reducer';
import { initialState, type PaneState } from '../../../../src/taskpane/state/pane-state';
import { createPaneStore } from '../../../../src/taskpane/state/pane-store';
import { startTieOut } from '../../../../src/taskpane/actions/start-tie-out';
import { tieOutPage } from '../../../../src/taskpane/view-models/selection/tie-out';
import { planTieOut } from '../../../../src/taskpane/view-models/selection/tie-out-formulas';
import { chooseColumn, chooseRow, NOT_COMPARED, rowTargets } from '../../../../src/taskpane/view-models/selection/tie-out-targets';
import { buildAgreement } from '../../../support/agreement-builder';

const AGREEMENT = buildAgreement(`
title Aftale om kystpuljen
#1 Fyrvagter på Anholt
| år | 2026 | 2027 | I alt |
| = I alt | 6,0 | 5,5 | 11,5 |
#2 Redningsveste til børn
| år | 2026 | 2027 | I alt |
| = I alt | 5,0 | - | 5,0 |
`);

const OTHER = buildAgreement(`
title Aftale om skoven
#1 Stier i plantagen
| år | 2026 | 2027 | I alt |
| = I alt | 1,0 | 1,0 | 2,0 |
`);

const BUDGET: readonly (readonly GridValue[])[] = [
  ['1.000 kr.', 2026, 2027, 'Note', 'I alt'],
  ['Fyrvagter på Anholt', 6000, 5700, 1, 11500],
  ['Vores egen indsats', 100, 200, 2, 300],
];

/** A checked selection whose first cell is C5. */
function selectionOf(values: readonly (readonly GridValue[])[]): SelectionCheck {
  const reading = readWorksheet({ values });
  if (reading === null) throw new Error('The grid is no table');
  return { place: { sheet: 'Ark1', address: 'C5:G9' }, row: 4, column: 2, reading, grid: { values }, rowNames: values.map(([name]) => (typeof name === 'string' ? name : null)), checks: checkWorksheet({ values }, reading) };
}

function stateWith(values: readonly (readonly GridValue[])[], catalogue: readonly Agreement[] = [AGREEMENT]): PaneState {
  return { ...initialState(false), catalogue, selection: selectionOf(values), tieOut: { sha256: AGREEMENT.document.sha256, choices: {} } };
}

describe('a comparison as it is shown', () => {
  it('tells of a cell that differs both figures, the difference as the sheet minus the agreement, the allowance and both places', () => {
    const { differing } = tieOutPage(selectionOf(BUDGET), AGREEMENT, {});
    expect(differing).toHaveLength(1);
    expect(differing[0]).toMatchObject({ place: { sheet: 'Ark1', address: 'E6' }, rowName: 'Fyrvagter på Anholt', columnName: '2027', source: { quote: { text: '5,5' } } });
    const [cell] = differing;
    expect([cell?.here, cell?.there, cell?.difference].map((amount) => (amount === undefined ? '' : formatAmount(amount, 'da')))).toEqual(['5.700 t.kr.', '5,5 mio. kr.', '200 t.kr.']);
  });

  it('lists what stands on one side only, and the columns that are compared with nothing', () => {
    const page = tieOutPage(selectionOf(BUDGET), AGREEMENT, {});
    expect(page.onlyHere).toEqual([{ name: 'Vores egen indsats', place: { sheet: 'Ark1', address: 'C7' } }]);
    expect(page.onlyThere.map(({ title }) => title)).toEqual(['Redningsveste til børn']);
    expect(page.idleColumns).toEqual(['Note']);
  });

  it('names two rows that stand for the same initiative, and compares neither', () => {
    const page = tieOutPage(selectionOf([...BUDGET, ['Fyrvagter på Anholt', 1, 2, 3, 4]]), AGREEMENT, {});
    expect(page.shared.map(({ place }) => place.address)).toEqual(['C6', 'C8']);
    expect(page.differing).toEqual([]);
  });

  it('refuses in words and still shows what can be changed', () => {
    const none = tieOutPage(selectionOf([['', 2026], ['Noget helt andet', 5], ['Og mere', 6]]), AGREEMENT, {});
    expect(none.refusal).toEqual({ kind: 'no-row-matches' });
    expect([none.rows.length, none.columns.length]).toEqual([2, 1]);
    const level = tieOutPage(selectionOf([['Mio. kr., 2025-pl', 2026], ['Fyrvagter på Anholt', 6], ['Redningsveste til børn', 5]]), AGREEMENT, {});
    expect(level.refusal).toMatchObject({ kind: 'other-price-level', statedHere: '2025-pl' });
    expect(tieOutPage({ ...selectionOf(BUDGET), grid: null }, AGREEMENT, {}).refusal).toEqual({ kind: 'too-large' });
  });

  it('compares again with what the user says of a row, a column and the unit', () => {
    const selection = selectionOf(BUDGET);
    const chosen = chooseColumn(chooseRow(chooseRow({ unit: 'kr.' }, 1, NOT_COMPARED), 2, 'I2'), 2, NOT_COMPARED);
    const page = tieOutPage(selection, AGREEMENT, chosen);
    expect(page.unit).toEqual({ unit: 'kr.', reason: 'user' });
    expect(page.differing.map(({ place }) => place.address)).toEqual(['D7', 'G7']);
    const row = page.rows.find((one) => one.row === 2);
    if (row === undefined) throw new Error('The row is gone');
    const { current, options } = rowTargets(row, AGREEMENT);
    expect(current).toBe('I2');
    expect(options.map(({ key }) => key).sort()).toEqual(['I1', 'I2']);
  });
});

describe('the start of a comparison', () => {
  it('takes the agreement in which most rows are, and says where there is none', () => {
    const store = createPaneStore({ ...stateWith(BUDGET, [OTHER, AGREEMENT]), tieOut: null });
    startTieOut(store);
    expect(store.getState().tieOut?.sha256).toBe(AGREEMENT.document.sha256);
    const bare = createPaneStore({ ...stateWith(BUDGET, []), tieOut: null });
    startTieOut(bare);
    expect(bare.getState()).toMatchObject({ tieOut: null, notice: { kind: 'tie-out-refused', reason: 'no-agreement' } });
  });
});

describe('a range that is read again', () => {
  it('keeps what was said of a row with the row, wherever it stands now', () => {
    const state = { ...stateWith(BUDGET), tieOut: { sha256: AGREEMENT.document.sha256, choices: chooseRow({}, 2, 'I2') } };
    const sorted = selectionOf([BUDGET[0] ?? [], BUDGET[2] ?? [], BUDGET[1] ?? []]);
    expect([...(paneReducer(state, { type: 'selection-checked', selection: sorted }).tieOut?.choices.rows ?? [])]).toEqual([[1, 'I2']]);
  });

  it('forgets it where two rows have the name, and the comparison where the range is another', () => {
    const state = { ...stateWith(BUDGET), tieOut: { sha256: AGREEMENT.document.sha256, choices: chooseRow({}, 2, 'I2') } };
    const doubled = selectionOf([...BUDGET, BUDGET[2] ?? []]);
    expect([...(paneReducer(state, { type: 'selection-checked', selection: doubled }).tieOut?.choices.rows ?? [])]).toEqual([]);
    const other = { ...doubled, place: { sheet: 'Ark2', address: 'C5:G9' } };
    expect(paneReducer(state, { type: 'selection-checked', selection: other }).tieOut).toBeNull();
  });
});

describe('the formulas of a comparison', () => {
  it('name what the row is where its own text would not find it', () => {
    const plan = planTieOut(stateWith([['1.000 kr.', 2026], ['Fyrvagterne på Anholt året rundt', 6000], ['Redningsveste til børn', 5000]]));
    if (plan.kind !== 'block') throw new Error(plan.reason);
    expect(plan.formulas).toBeGreaterThan(0);
    expect(plan.block.cells.flat().filter((cell) => cell.startsWith('='))).toContain('=RESERVE.TIEOUT(C7,D7,2026,,"1.000 kr.")');
  });

  it('are offered for what a formula can say, and not for what an index converted', () => {
    const level = AGREEMENT.priceLevel ?? '';
    const year = Number(level.slice(0, 4));
    const earlier = [[`Mio. kr., ${year - 1}-pl`, 2026], ['Fyrvagter på Anholt', 6], ['Redningsveste til børn', 5]];
    const index = { name: 'pl-indeks', edition: 'august', source: 'Finansministeriet', values: [{ year: year - 1, coefficient: 1000, decimals: 1 }, { year, coefficient: 1025, decimals: 1 }] };
    expect(tieOutPage(selectionOf(earlier), AGREEMENT, { index })).toMatchObject({ refusal: null, writable: 0, converted: 2 });
    const { writable, converted } = tieOutPage(selectionOf(BUDGET), AGREEMENT, {});
    expect([writable > 0, converted]).toEqual([true, 0]);
    const plan = planTieOut(stateWith(BUDGET));
    expect(plan.kind === 'block' ? plan.formulas : plan.reason).toBe(writable);
  });

  it('are refused where formulas do not know the agreement, and where there is nothing to write', () => {
    const state = stateWith(BUDGET, []);
    expect(planTieOut(state)).toEqual({ kind: 'refused', reason: 'nothing-to-write' });
    expect(planTieOut(stateWith([['', 2026], ['Noget helt andet', 5], ['Og mere', 6]]))).toEqual({ kind: 'refused', reason: 'nothing-to-write' });
  });
});
