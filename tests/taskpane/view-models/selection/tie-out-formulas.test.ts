import { type TieOutChoices } from '../../../../src/core/tie-out/tie-out';
import { type Agreement } from '../../../../src/core/budget/agreement';
import { amountToNumber } from '../../../../src/core/money/amount';
import { UNITS, type Unit } from '../../../../src/core/money/unit';
import { type GridValue, readWorksheet } from '../../../../src/core/reconciliation/worksheet/worksheet-reading';
import { cellAddress } from '../../../../src/core/sheet-plan/addresses';
import { compareTable, isTieOut } from '../../../../src/core/tie-out/compare-table';
import { type SelectionCheck } from '../../../../src/excel/workbook-port';
import { tieout } from '../../../../src/functions/functions';
import { setAgreements } from '../../../../src/functions/memory';
import { initialState } from '../../../../src/taskpane/state/pane-state';
import { planTieOut } from '../../../../src/taskpane/view-models/selection/tie-out-formulas';
import { provideCustomFunctions } from '../../../support/custom-functions';
import { buildAgreement } from '../../../support/agreement-builder';

beforeAll(provideCustomFunctions);

/** Numbers that are the same at every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const EXPONENTS: Readonly<Record<Unit, number>> = { 'kr.': 0, '1.000 kr.': 3, 'mio. kr.': 6, 'mia. kr.': 9 };

function agreementIn(unit: Unit, decimals: number, random: () => number): Agreement {
  const figure = (): string => {
    const value = random() < 0.15 ? null : Math.round(random() * 400) * (random() < 0.3 ? 10 ** decimals : 1);
    return value === null ? '-' : (value / 10 ** decimals).toFixed(decimals).replace('.', ',');
  };
  const names = ['Fyrvagter på Anholt', 'Redningsveste til børn', 'Kort over sejlrender', 'Nye bøjer', 'Havneeftersyn'];
  const text = names.map((name, index) => `#${index + 1} ${name}\nunit ${unit}\n| år | 2026 | 2027 | I alt |\n| = I alt | ${figure()} | ${figure()} | ${figure()} |`);
  return buildAgreement(`title Aftale om kystpuljen\nunit ${unit}\n${text.join('\n')}\n`);
}

/** A table of the user's: the agreement's figures in another unit, some rounded, some finer, some wrong. */
function tableOf(agreement: Agreement, unit: Unit, decimals: number, random: () => number): GridValue[][] {
  const rows = agreement.initiatives.map(({ title, total, unit: printedUnit }): GridValue[] => [
    title,
    ...(total?.cells ?? []).map((cell) => {
      const printed = cell.kind === 'amount' ? amountToNumber(cell.amount) : 0;
      const own = printed * 10 ** (EXPONENTS[printedUnit ?? 'mio. kr.'] - EXPONENTS[unit]);
      const shift = random() < 0.5 ? 0 : (random() - 0.5) * 2 * 10 ** -decimals * (random() < 0.5 ? 1 : 20);
      return Number((own + shift).toFixed(decimals));
    }),
  ]);
  return [[unit, '2026', '2027', 'I alt'], ...rows];
}

function selectionOf(values: readonly (readonly GridValue[])[]): SelectionCheck {
  const grid = { values };
  const reading = readWorksheet(grid);
  if (reading === null) throw new Error('no table');
  return { place: { sheet: 'Ark1', address: 'A1:D6' }, row: 0, column: 0, reading, grid, rowNames: values.map((row) => String(row[0])), checks: [] };
}

/** What a formula of the plan answers, its cells looked up in the table. */
function answerOf(formula: string, values: readonly (readonly GridValue[])[]): unknown {
  const cells = new Map(values.flatMap((row, r) => row.map((value, c) => [cellAddress(r, c), value] as const)));
  const inner = /^=RESERVE\.TIEOUT\((.*)\)$/.exec(formula)?.[1] ?? '';
  const read = (term: string): GridValue | undefined => (term === '' ? undefined : term.startsWith('"') ? term.slice(1, -1) : cells.has(term) ? cells.get(term) : Number(term));
  const [what, amount, year, agreement, unit, priceLevel, ifMissing, roundedTo] = inner.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map(read);
  const matrix = (value: unknown): unknown[][] | undefined => (value === undefined ? undefined : [[value]]);
  const [[answer]] = tieout([[what]], [[amount]], matrix(year), matrix(agreement), unit as never, priceLevel as never, matrix(ifMissing), matrix(roundedTo)) as [[unknown]];
  return answer;
}

describe('the formulas beside a table', () => {
  it('answer 0 for just the cells that the comparison takes for right, and its difference for the others', () => {
    const random = randomNumbers(7);
    const seen = { agrees: 0, 'agrees-within-rounding': 0, differs: 0 };
    for (let round = 0; round < 120; round += 1) {
      const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
      const agreement = agreementIn(pick<Unit>(['1.000 kr.', 'mio. kr.']), pick([0, 1, 2]), random);
      setAgreements([agreement], [agreement]);
      const values = tableOf(agreement, pick(UNITS.filter((unit) => unit !== 'mia. kr.')), pick([0, 1, 3]), random);
      const selection = selectionOf(values);
      const unit = values[0]?.[0] as Unit;
      const result = compareTable({ values }, selection.reading, agreement, { unit });
      if (!isTieOut(result)) continue;
      const plan = planTieOut({ ...initialState(false), catalogue: [agreement], selection, tieOut: { sha256: agreement.document.sha256, choices: { unit } } });
      if (plan.kind !== 'block') continue;
      for (const { row, column, outcome, residual } of result.cells) {
        const formula = plan.block.cells[row]?.[result.columns.findIndex((one) => one.column === column)] ?? '';
        if (formula === '' || outcome === 'not-checkable' || residual === null) continue;
        seen[outcome] += 1;
        expect([formula, answerOf(formula, values)]).toEqual([formula, outcome === 'differs' ? -amountToNumber(residual) : 0]);
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });

  it('are not written for figures that the comparison converts: formulas know one price level', () => {
    const agreement = { ...agreementIn('mio. kr.', 1, randomNumbers(3)), priceLevel: '2026-pl' };
    const levelled = { ...agreement, initiatives: agreement.initiatives.map((initiative) => ({ ...initiative, priceLevel: '2026-pl' })) };
    const values = tableOf(levelled, 'mio. kr.', 1, randomNumbers(3));
    const selection = selectionOf(values);
    const index = { name: 'i', edition: 'e', source: 's', values: [{ year: 2025, coefficient: 100, decimals: 0 }, { year: 2026, coefficient: 102, decimals: 0 }] };
    const planned = (choices: TieOutChoices): string => planTieOut({ ...initialState(false), catalogue: [levelled], selection, tieOut: { sha256: levelled.document.sha256, choices } }).kind;
    expect([planned({ unit: 'mio. kr.' }), planned({ unit: 'mio. kr.', priceLevel: '2025-pl', index })]).toEqual(['block', 'refused']);
  });
});
