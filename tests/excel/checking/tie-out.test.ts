import { type Agreement } from '../../../src/core/budget/agreement';
import { ExcelWorkbook } from '../../../src/excel/excel-workbook';
import { type SelectionCheck } from '../../../src/excel/workbook-port';
import { initialState, type PaneState } from '../../../src/taskpane/state/pane-state';
import { paneReducer } from '../../../src/taskpane/state/pane-reducer';
import { tieOutPage } from '../../../src/taskpane/view-models/selection/tie-out';
import { planTieOut } from '../../../src/taskpane/view-models/selection/tie-out-formulas';
import { buildAgreement } from '../../support/agreement-builder';
import { startHeadlessExcel, type HeadlessExcel } from '../../support/headless-excel';
import { valueOf } from '../../support/value-of';

const SHEET = 'Ark1';

const AGREEMENT = buildAgreement(`
title Aftale om kystpuljen
#1 Fyrvagter på Anholt
| år | 2026 | 2027 | I alt |
| = I alt | 6,0 | 5,5 | 11,5 |
#2 Redningsveste til børn
| år | 2026 | 2027 | I alt |
| = I alt | 5,0 | - | 5,0 |
#3 Kort over sejlrender
| år | 2026 | 2027 | I alt |
| = I alt | 3,3 | 6,7 | 10,0 |
`);

/** A budget in thousands with two wrong cells: C4 and D6. */
const BUDGET = [
  ['1.000 kr.', 2026, 2027, 'I alt'],
  ['Fyrvagter på Anholt', 6010, 5500, 11500],
  ['Redningsveste til børn', 5000, 0, 5000],
  ['Kort over sejlrender', 3300, 7600, 10000],
];

let excel: HeadlessExcel;
let workbook: ExcelWorkbook;

beforeEach(async () => {
  excel = await startHeadlessExcel();
  workbook = new ExcelWorkbook({ language: 'da', addinVersion: '1.0.0' });
});

afterEach(() => excel.close());

async function checkAt(address: string): Promise<SelectionCheck> {
  await excel.userSelects(SHEET, address);
  return valueOf(await workbook.checkSelection());
}

const differing = (selection: SelectionCheck, agreement: Agreement = AGREEMENT): string[] => tieOutPage(selection, agreement, {}).differing.map(({ place, rowName }) => `${place.address} ${rowName}`);

function stateWith(selection: SelectionCheck): PaneState {
  const compared = { sha256: AGREEMENT.document.sha256, choices: {} };
  return { ...paneReducer(initialState(false), { type: 'selection-checked', selection }), catalogue: [AGREEMENT], tieOut: compared };
}

describe('a budget of the user’s against an agreement', () => {
  it('shows just the wrong cells, also after the rows were sorted, and changes nothing', async () => {
    const wrong = BUDGET.map((row) => [...row]);
    wrong[1] = ['Fyrvagter på Anholt', 6100, 5500, 11500];
    await excel.userEdits(SHEET, 'B3', wrong);
    await excel.userSelects(SHEET, 'B3:E6');
    const before = excel.save();
    expect(differing(await checkAt('B3:E6'))).toEqual(['C4 Fyrvagter på Anholt', 'D6 Kort over sejlrender']);
    expect(excel.save()).toEqual(before);
    await excel.userEdits(SHEET, 'B4', [wrong[3], wrong[1], wrong[2]]);
    expect(differing(await checkAt('B3:E6'))).toEqual(['D4 Kort over sejlrender', 'C5 Fyrvagter på Anholt']);
  });

  it('compares no merged figure and says so', async () => {
    await excel.userEdits(SHEET, 'B3', BUDGET);
    excel.workbook.merge(excel.sheet(SHEET), excel.side.areaOf('C6:D6'), false);
    const page = tieOutPage(await checkAt('B3:E6'), AGREEMENT, {});
    expect(page.differing).toEqual([]);
    expect(page.uncompared.map(({ gap, place }) => `${gap} ${place.address}`)).toEqual(['merged-cells C6', 'merged-cells D6']);
  });

  it('says of a selection that is too large to keep that it is not compared', async () => {
    await excel.userEdits(SHEET, 'B3', BUDGET);
    await excel.userEdits(SHEET, 'CW3000', 1);
    const selection = await checkAt('B3:CW3000');
    expect(selection.grid).toBeNull();
    expect(tieOutPage(selection, AGREEMENT, {}).refusal).toEqual({ kind: 'too-large' });
  });
});

describe('the formulas beside it', () => {
  async function plan(): ReturnType<typeof workbook.insertBlock> {
    const planned = planTieOut(stateWith(await checkAt('B3:E6')));
    if (planned.kind !== 'block') throw new Error(planned.reason);
    return workbook.insertBlock(planned.block);
  }

  it('stand a column away, name the row by its own cell and ask in the unit of the table', async () => {
    await excel.userEdits(SHEET, 'B3', BUDGET);
    expect(await plan()).toEqual({ ok: true, value: { sheet: SHEET, address: 'G3:I6' } });
    expect(excel.cell(SHEET, 'G3').value).toBe('RESERVE.TIEOUT 2026');
    expect(excel.cell(SHEET, 'H6').formula).toBe('=RESERVE.TIEOUT(B6,D6,2027,,"1.000 kr.")');
    expect(excel.cell(SHEET, 'I4').formula).toBe('=RESERVE.TIEOUT(B4,E4,,,"1.000 kr.")');
    expect(excel.cell(SHEET, 'F4')).toMatchObject({ formula: null, value: '' });
    expect(excel.cell(SHEET, 'C4').value).toBe(6010);
    await excel.userUndoes();
    expect(excel.cell(SHEET, 'G3').value).toBe('');
    expect(excel.cell(SHEET, 'C4').value).toBe(6010);
  });

  it.each(['H5', 'I6'])('are not written over %s, which is not empty', async (address) => {
    await excel.userEdits(SHEET, 'B3', BUDGET);
    await excel.userEdits(SHEET, address, 'min egen');
    await excel.userSelects(SHEET, 'B3:E6');
    const before = excel.save();
    expect(await plan()).toEqual({ ok: false, failure: { code: 'target-not-empty', address: `${SHEET}!${address}` } });
    expect(excel.save()).toEqual(before);
  });

  it('are not written on a protected sheet, nor in merged cells', async () => {
    await excel.userEdits(SHEET, 'B3', BUDGET);
    excel.workbook.merge(excel.sheet(SHEET), excel.side.areaOf('H5:I5'), false);
    expect(await plan()).toMatchObject({ ok: false, failure: { code: 'target-not-empty' } });
    excel.protectSheet(SHEET);
    expect(await plan()).toEqual({ ok: false, failure: { code: 'sheet-protected', sheet: SHEET } });
    expect(excel.cell(SHEET, 'G3').value).toBe('');
  });
});
