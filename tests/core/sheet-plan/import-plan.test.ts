import { reconcile } from '../../../src/core/reconciliation/engine';
import { planImport } from '../../../src/core/sheet-plan/import-plan';
import { type PlannedSheet, type PlannedTable } from '../../../src/core/sheet-plan/plan';
import { agreementOf, initiativeOf, sampleAgreement } from '../../support/sample-agreement';

function plan(agreement = sampleAgreement(), language: 'da' | 'en' = 'da'): readonly PlannedSheet[] {
  return planImport(agreement, reconcile(agreement), { language, taken: { sheets: [], tablesAndNames: [] }, importedAt: '2026-03-01T08:00:00Z' }).sheets;
}

function tableOf(sheets: readonly PlannedSheet[], role: PlannedTable['role']): PlannedTable {
  const table = sheets.flatMap((sheet) => sheet.tables).find((candidate) => candidate.role === role);
  if (table === undefined) throw new Error(`no ${role}`);
  return table;
}

it('plans every table with distinct headers, distinct ids and rows as wide as their header', () => {
  for (const table of plan().flatMap((sheet) => sheet.tables)) {
    const headers = table.columns.map(({ header }) => header.toLowerCase());
    expect(new Set(headers).size).toBe(headers.length);
    expect(new Set(table.rowIds).size).toBe(table.rowIds.length);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    expect(table.name).not.toMatch(/_/);
  }
});

it('writes one formula per column, so that Excel makes it a calculated column', () => {
  for (const role of ['overview', 'components'] as const) {
    const table = tableOf(plan(), role);
    table.columns.forEach((_, column) => {
      const formulas = new Set(table.rows.map((row) => (row[column]?.kind === 'formula' ? row[column].formula : null)));
      expect(formulas.size === 1 || !formulas.has(null)).toBe(true);
    });
  }
});

it('writes in English when asked', () => {
  const sheets = plan(sampleAgreement(), 'en');
  expect(sheets.map(({ name }) => name)).toEqual(['Overview 2026-2029', 'Components 2026-2029', 'Totals 2026-2029', 'Reconciliation 2026-2029', 'Sources 2026-2029']);
  expect(tableOf(sheets, 'overview').columns.map(({ header }) => header)).toContain('Total in the agreement');
});

it('leaves out what the agreement does not have', () => {
  const bare = agreementOf([initiativeOf('Alene', 10, '1,0 - - - 1,0', [])]);
  expect(plan(bare).map(({ role }) => role)).toEqual(['overview', 'findings', 'sources']);
  expect(tableOf(plan(bare), 'overview').columns.map(({ key }) => key)).toEqual(['title', 'status', 'year:2026', 'year:2027', 'year:2028', 'year:2029', 'total', 'printed-total', 'difference', 'check', 'source', 'margin', 'verdict', 'id']);
});

it('shows units and makes no sum where the initiatives have different ones', () => {
  const mixed = agreementOf([initiativeOf('A', 10, '1,0 - - - 1,0', []), initiativeOf('B', 40, '1,0 - - - 1,0', [], { unit: '1.000 kr.' })], { unit: null });
  const [overview] = plan(mixed);
  expect(tableOf(plan(mixed), 'overview').columns.map(({ key }) => key)).toContain('unit');
  expect(overview?.blocks).toHaveLength(1);
  expect(overview?.names).toEqual([]);
});

it('puts a flag on the cell of every error and warning', () => {
  const wrong = agreementOf([initiativeOf('Forkert', 10, '1,0 2,0 - - 3,5', [])]);
  const [overview] = plan(wrong);
  expect(overview?.flags).toEqual([expect.objectContaining({ row: 4, column: 7, text: expect.stringContaining('3,5') })]);
});

it('flags a damaged title as information, without calling it wrong', () => {
  const damaged = agreementOf([initiativeOf('kotika til borgere', 10, '1,0 - - - 1,0', [], { titleDamaged: true })]);
  expect(plan(damaged)[0]?.flags).toEqual([expect.objectContaining({ severity: 'info', column: 0 })]);
});

it('escapes what structured references cannot hold', () => {
  const odd = agreementOf([initiativeOf("Initiativ", 10, '1,0 - - - 1,0', [])], { title: "Aftale [x] #1 'y' 2026-2029" });
  for (const sheet of plan(odd)) expect(sheet.name).not.toMatch(/[[\]:*?/\\]/);
});
