import { type Agreement } from '../../core/budget/agreement';
import { type Cause } from '../../core/reconciliation/causes/cause';
import { type PlacedCheck } from '../../core/sheet-plan/checks/edit-checks';
import { type SheetTable } from '../../core/sheet-plan/written/sheet-table';
import { type ComparedTable } from '../../core/tie-out/own-table/compared-table';
import { checkOwnTable, type CheckedOwnTable } from '../../core/tie-out/own-table/check-own-table';
import { type ImportRecord } from '../../core/import-store/store-records';
import { type AreaCells } from '../reading/read-areas';
import { type WorkbookComparison } from '../workbook-port';
import { gridOf, type LocatedCompared } from './locate-compared';

/** A table of the user's with its cells as they stand; `located` is null where it is gone, `cells` where they were not read. */
export interface OpenCompared {
  readonly compared: ComparedTable;
  readonly located: LocatedCompared | null;
  readonly cells: AreaCells | null;
}

/**
 * How a table of the user's stands against the agreement. Shape: `table` is null where there are no cells to flag; `placed` and `causes` run as in the check itself,
 * `flagged` are those whose cell bears the flag.
 */
export interface JudgedCompared {
  readonly compared: ComparedTable;
  readonly checked: CheckedOwnTable;
  readonly located: LocatedCompared | null;
  readonly table: SheetTable | null;
  readonly placed: readonly PlacedCheck[];
  readonly flagged: readonly PlacedCheck[];
  readonly causes: readonly Cause[];
}

/** Compares a table of the user's with the agreement as it was imported. */
export function judgeCompared({ compared, located, cells }: OpenCompared, agreement: Agreement): JudgedCompared {
  const checked = checkOwnTable(compared, gridOf(located, cells), agreement);
  const placed = checked.checks.map(({ check, cell }): PlacedCheck => ({
    check,
    place: cell === null ? null : { table: 'compared', insertion: compared.id, rowId: checked.rowIds[cell.row] ?? '', columnKey: checked.columnKeys[cell.column] ?? '' },
  }));
  const flagged = placed.filter((_one, index) => checked.checks[index]?.isFlagged === true);
  const now: ComparedTable = { ...(located?.compared ?? compared), matched: checked.matched };
  return { compared: now, checked, located, table: located === null || cells === null ? null : sheetTableOf(compared.id, located, cells, checked), placed, flagged, causes: checked.causes };
}

/** What the pane is told of a remembered comparison. */
export function workbookComparison({ compared, checked, located }: JudgedCompared, { state, agreement }: ImportRecord): WorkbookComparison {
  const { reading, choices, checks } = checked;
  const userRoles = <T extends string>(readings: readonly { readonly role: T; readonly reason: string }[] = []): Record<number, T> =>
    Object.fromEntries(readings.flatMap(({ role, reason }, index) => (reason === 'user' ? [[index, role] as const] : [])));
  return {
    id: compared.id,
    importId: state.importId,
    sha256: agreement.document.sha256,
    place: located === null ? null : { sheet: located.compared.sheet, address: located.compared.address },
    seen: { sheet: compared.sheet, address: compared.address },
    choices,
    roles: { columns: userRoles(reading?.columns), rows: userRoles(reading?.rows) },
    differing: checks.filter(({ check, isFlagged }) => isFlagged && check.outcome === 'differs').length,
  };
}

/** The cells of a table of the user's by what they are about, for flags and for the way to them. */
function sheetTableOf(id: string, { sheetName, sheetId, isProtected, area }: LocatedCompared, cells: AreaCells, { rowIds, columnKeys }: CheckedOwnTable): SheetTable {
  return {
    role: 'compared',
    name: id,
    sheetName,
    sheetId,
    isProtected,
    row: area?.row ?? 0,
    column: area?.column ?? 0,
    keys: columnKeys,
    headers: columnKeys,
    rowIds,
    renamed: new Map(),
    ...cells,
  };
}
