import { findCauses } from '../../../../src/core/reconciliation/causes/find-causes';
import { reconcile } from '../../../../src/core/reconciliation/engine';
import { type Check } from '../../../../src/core/reconciliation/rule';
import { plannedTargets } from '../../../../src/core/sheet-plan/layout/cell-links';
import { planImport } from '../../../../src/core/sheet-plan/import-plan';
import { type Language, type PlanCell } from '../../../../src/core/sheet-plan/plan';
import { findingColumns, findingRows, type FindingFacts, placeOfPrinted } from '../../../../src/core/sheet-plan/sheets/findings-sheet';
import { planWorkingPaper } from '../../../../src/core/sheet-plan/sheets/working-paper';
import { placeOfCheck } from '../../../../src/core/sheet-plan/written/figure-place';
import { agreementOf, initiativeOf, printedRow } from '../../../support/sample-agreement';

/** Two parts; the first part's 2027 is 4,0 too high, so that its row and its column fail. */
const agreement = agreementOf([initiativeOf('Havnefyret', 10, '3,0 5,0 2,0 - 10,0', [printedRow('component', 'Løn', '1,0 7,0 1,0 - 5,0', 21), printedRow('component', 'Drift', '2,0 2,0 1,0 - 5,0', 22)])]);
const checks = reconcile(agreement);
const causes = findCauses(checks, agreement);

function textOf(cell: PlanCell | undefined): string | number {
  if (cell?.kind === 'text') return cell.text;
  return cell?.kind === 'number' ? cell.value : cell?.kind === 'formula' ? 'link' : '';
}

function listed(keys: readonly string[], language: Language = 'da', more: Partial<FindingFacts> = {}): (string | number)[][] {
  const sheets = planImport(agreement, checks, { language, taken: { sheets: [], tablesAndNames: [] }, importedAt: null }).sheets;
  const facts: FindingFacts = { agreement, checks, causes, statuses: new Map(), targets: plannedTargets(sheets), placeOf: ({ place }) => placeOfCheck(place), placeOfCause: (cause) => placeOfPrinted(cause, checks), isEdited: () => false, ...more };
  const columns = findingColumns(language).map(({ key }) => key);
  return findingRows(facts, language).rows.map((row) => keys.map((key) => textOf(row[columns.indexOf(key)])));
}

describe('the list of findings', () => {
  it('has a row for the cause, with the figure that it should be and the way to it, and below it what follows', () => {
    expect(listed(['number', 'finding', 'label', 'column', 'cell', 'printed', 'corrected', 'computed'])).toEqual([
      [1, 'Årsag', 'Løn', '2027', 'link', 7, 3, ''],
      [1, '↳ følger af nr. 1', 'I alt', '2027', 'link', 5, '', 9],
      [1, '↳ følger af nr. 1', 'Løn', 'I alt', 'link', 5, '', 9],
    ]);
    expect(listed(['explanation'])[0]).toEqual(['Er 7,0 i virkeligheden 3,0 (Løn, 2027)? Så forsvinder 2 afvigelser.']);
    expect(listed(['finding'], 'en').flat()).toEqual(['Cause', '↳ follows from no. 1', '↳ follows from no. 1']);
  });

  it('has ids of their own for causes, and keeps those of the checks', () => {
    const ids = listed(['id']).flat();
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe(`cause ${ids[1]}`);
  });

  it('counts what of a cause was accepted', () => {
    const [, first, second] = listed(['id']).flat();
    const accepted = (keys: readonly (string | number | undefined)[], reason = 'Aftalt'): Partial<FindingFacts> => ({ statuses: new Map(keys.map((key) => [String(key), { isAccepted: true, reason }])) });
    expect(listed(['status'], 'da', accepted([first])).flat()).toEqual(['Åben (1 af 2 godkendt)', '● godkendt: Aftalt', 'Åben']);
    expect(listed(['status'], 'da', accepted([first, second])).flat()[0]).toBe('● godkendt: Aftalt');
  });

  it('has what somebody typed under the sheet, and not under the document', () => {
    const isEdited = ({ label }: Check): boolean => label === 'Løn';
    expect(listed(['printed', 'in-sheet'], 'da', { isEdited }).slice(1)).toEqual([
      [5, ''],
      ['', 5],
    ]);
  });
});

describe('the working paper', () => {
  it('has the cause above what follows from it, and counts both', () => {
    const paper = planWorkingPaper({ agreement, checks, causes, acceptances: new Map(), addinVersion: null, importedAt: null, printedAt: null }, 'da', []);
    const rows = paper.blocks.flatMap(({ cells }) => cells.map((row) => row.map(textOf)));
    const from = rows.findIndex(([first]) => first === 'Åbne afvigelser');
    expect(rows.slice(from + 2, from + 5).map((row) => [row[0], ...row.slice(3, 8)])).toEqual([
      ['Årsag (fejl)', 'Løn', '2027', 7, 3, -4],
      ['↳ ✗ afviger (fejl)', 'I alt', '2027', 5, 9, 4],
      ['↳ ✗ afviger (fejl)', 'Løn', 'I alt', 5, 9, 4],
    ]);
    expect(rows.flat().some((text) => String(text).includes('2 afviger (1 årsag)'))).toBe(true);
  });
});
