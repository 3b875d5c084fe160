import { reconcile } from '../../../../src/core/reconciliation/engine';
import { type Agreement } from '../../../../src/core/budget/agreement';
import { plannedFrontAgreement } from '../../../../src/core/sheet-plan/front/front-agreement';
import { frontColumns, frontKeys, frontLanguage } from '../../../../src/core/sheet-plan/front/front-columns';
import { planFront } from '../../../../src/core/sheet-plan/front/front-sheet';
import { planImport } from '../../../../src/core/sheet-plan/import-plan';
import { type PlanCell, type PlannedSheet } from '../../../../src/core/sheet-plan/plan';
import { agreementOf, initiativeOf, printedRow } from '../../../support/sample-agreement';

function frontOf(agreements: readonly Agreement[], takenSheets: readonly string[] = []): PlannedSheet {
  const rows = agreements.map((agreement, index) => {
    const checks = reconcile(agreement);
    const plan = planImport(agreement, checks, { language: 'da', taken: { sheets: [], tablesAndNames: [] }, importedAt: null });
    return plannedFrontAgreement(agreement, checks, plan, { importId: `import-${index}`, importedAt: '2026-03-01T08:00:00Z' });
  });
  return planFront(rows, 'da', takenSheets);
}

/** A row of the front by the keys of its columns, formulas as they are written. */
function rowOf(sheet: PlannedSheet, index = 0): Record<string, string | number> {
  const cells = sheet.blocks[1]?.cells[1 + index] ?? [];
  const shown = (cell: PlanCell | undefined): string | number => (cell === undefined || cell.kind === 'blank' ? '' : cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.value : cell.formula);
  return Object.fromEntries(frontColumns('da').map(({ key }, column) => [key, shown(cells[column])]));
}

const whole = agreementOf([initiativeOf('Stenrev', 10, '4,0 2,0 - - 6,0', [])]);

describe('the front sheet', () => {
  it('shows of each agreement its total, what is open, and links to its sheets, in plain formulas', () => {
    const wrong = agreementOf([initiativeOf('Fyrvagter', 10, '1,0 2,0 - - 3,5', [printedRow('component', 'Drift', '1,0 2,0 - - 3,0', 14)])]);
    expect(rowOf(frontOf([wrong]))).toMatchObject({
      title: 'Aftale om udmøntning af reserven 2026-2029',
      status: '=IF(COUNTIF(Initiativer2026[Status],"✗*")+COUNTIF(Delposter2026[Status],"✗*")>0,"✗ fejl",R5)',
      errors: 1,
      total: '=SUM(Initiativer2026[I alt])',
      unit: 'mio. kr.',
      'link:overview': `=HYPERLINK("#'Oversigt 2026-2029'!A4","Oversigt")`,
      'link:pools': '',
      imported: '1.3.2026',
      verdict: '✗ fejl',
      id: 'import-0',
    });
  });

  it('has no total where amounts are in several units', () => {
    expect(rowOf(frontOf([agreementOf([initiativeOf('A', 10, '1,0 - - - 1,0', []), initiativeOf('B', 20, '2,0 - - - 2,0', [], { unit: '1.000 kr.' })])])).total).toBe('');
  });

  it('hides what only the add-in reads, and links that no agreement needs', () => {
    const { hidden = [] } = frontOf([whole]);
    const keys = frontColumns('da').map(({ key }) => key);
    expect(hidden.map((column) => keys[column])).toEqual(['link:components', 'link:totals', 'link:pools', 'link:mentions', 'link:other-tables', 'verdict', 'id']);
  });

  it('is so narrow that a page on its side shows it at two thirds of its size, with every link', () => {
    const charactersOfPage = 145;
    for (const language of ['da', 'en'] as const) {
      const widths = frontColumns(language).filter(({ isMachine }) => isMachine !== true).map(({ width }) => width);
      expect(charactersOfPage / widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(0.65);
    }
  });

  it('has its headings in from the edge where the cells below them are', () => {
    const [head = [], row = []] = frontOf([whole]).blocks[1]?.cells ?? [];
    const isIn = (cell: PlanCell | undefined): boolean => cell !== undefined && cell.kind !== 'blank' && /indented|link/.test(cell.style ?? '');
    expect(head.map(isIn)).toEqual(row.map(isIn));
  });

  it('gets a name that is free', () => {
    expect(frontOf([whole], ['Forside']).name).toBe('Forside (2)');
  });

  it('is known by its headings in both languages', () => {
    const headers = frontColumns('en').map(({ header }) => header);
    expect([frontKeys(headers).includes(null), frontLanguage(headers)]).toEqual([false, 'en']);
    expect(frontKeys(['Min kolonne'])).toEqual([null]);
  });

  it('never says that an agreement agrees where a figure was not checked', () => {
    const alone = agreementOf([initiativeOf('Stenrev', 10, '4,0 2,0 - - _', [])]);
    expect(rowOf(frontOf([whole])).verdict).toBe('✓ stemmer');
    expect(rowOf(frontOf([alone])).verdict).not.toBe('✓ stemmer');
  });
});
