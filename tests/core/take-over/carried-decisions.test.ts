import { type LogRow } from '../../../src/core/reconciliation/acceptances';
import { carriedDecisions } from '../../../src/core/take-over/carried-decisions';
import { headingRenamer } from '../../../src/core/take-over/heading-renamer';
import { type SheetPlan } from '../../../src/core/sheet-plan/plan';
import { type SheetTable } from '../../../src/core/sheet-plan/written/sheet-table';

const OLD = 'a'.repeat(64);

function row(key: string, documentSha256 = OLD): LogRow {
  return { number: 1, previousHash: '', hash: '', decision: 'accept', key, rule: '', initiative: null, label: null, figures: '', reason: '', by: null, at: '', version: '', documentSha256 };
}

describe('decisions on the figures of an earlier edition', () => {
  const carried = carriedDecisions([{ documentSha256: OLD, rows: { I2: 'I3', I2D1: 'I3D2', T1: 'T1', P1: 'P2' } }]);

  it.each([
    ['row-cross-footing|2.....|total|1:20', 'row-cross-footing|3.....|total|4:7'],
    ['column-footing|2.1....|2026|:9#2', 'column-footing|3.2....|2026|:11'],
    ['group-footing|..1...|2027|:3', 'group-footing|..1...|2027|:5'],
    ['pool-within-initiative|2...1..||:3', 'pool-within-initiative|3...2..||:8'],
    ['edited-after-import|2.....|2026||Natteravne!total', 'edited-after-import|3.....|2026||Natteravne!total'],
    ['unit-stated|.....|', 'unit-stated|.....|'],
  ])('follow %s to %s', (from, to) => {
    expect(carried.keyOf(row(from))).toBe(carried.keyOfFinding(to));
  });

  it('are of nothing where their row is gone', () => {
    expect([carried.keyOf(row('row-cross-footing|1.....|total|1:20')), carried.keyOf(row('column-footing|....1.3|2026|:9'))]).toEqual(['gone', 'gone']);
  });

  it('on other documents are not touched', () => {
    expect(carried.keyOf(row('row-cross-footing|2.....|total|1:20', 'c'.repeat(64)))).toBeNull();
  });
});

describe('headings that the user gave', () => {
  const plan = { language: 'da', sheets: [{ tables: [{ role: 'overview', name: 'Initiativer2026', columns: [{ key: 'total', header: 'I alt', width: 1 }, { key: 'printed-total', header: 'Total [kr]', width: 1 }] }] }] } as unknown as SheetPlan;
  const table = { role: 'overview', name: 'Initiativer2026', keys: ['total', 'printed-total'], headers: ['Sum $&', 'Total [kr]'] } as unknown as SheetTable;
  const rename = headingRenamer([table], plan);

  it.each([
    ['=Initiativer2026[[#This Row],[I alt]]-1', '=Initiativer2026[[#This Row],[Sum $&]]-1'],
    ['=SUM(Initiativer2026[I alt])&"Initiativer2026[I alt]"', '=SUM(Initiativer2026[Sum $&])&"Initiativer2026[I alt]"'],
    ["=Andre[I alt]+Initiativer2026[Total '[kr']]", "=Andre[I alt]+Initiativer2026[Total '[kr']]"],
    ['=Initiativer2026[[I alt]', '=Initiativer2026[[Sum $&]'],
  ])('%s becomes %s', (formula, expected) => {
    expect(rename(formula)).toBe(expected);
  });
});
