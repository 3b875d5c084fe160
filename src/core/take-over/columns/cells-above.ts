import { cellEntry } from '../../sheet-plan/cell-entry';
import { type PlanCell, type PlannedBlock, type SheetPlan } from '../../sheet-plan/plan';
import { type FoundCell } from '../../sheet-plan/written/own-cells';
import { type SheetTable } from '../../sheet-plan/written/sheet-table';
import { type Frame } from '../frame';
import { type BlockUpdate } from '../take-over';

/** The cells outside tables that the editions print differently and that read as the old one printed them. */
export function blockUpdates(frame: Frame): BlockUpdate[] {
  const { workbook, old, now, headings } = frame;
  return now.sheets.flatMap((sheet): BlockUpdate[] => {
    const before = old.sheets.find(({ role }) => role === sheet.role);
    const [planned] = before?.tables ?? [];
    const table = planned === undefined ? null : (workbook.tables.find(({ role, name }) => role === planned.role && name === planned.name) ?? null);
    const sheetName = planned === undefined ? workbook.otherTablesSheet : table?.sheetName;
    if (before === undefined || sheetName === null || sheetName === undefined) return [];
    const found = new Map((workbook.cells.get(sheetName) ?? []).map((cell) => [`${cell.row},${cell.column}`, cell]));
    const [was, is] = table === null ? [cellsOfBlocks(before.blocks), cellsOfBlocks(sheet.blocks)] : [plannedBlocks(table, old, frame), plannedBlocks(table, now, frame)];
    const writes = [...new Set([...was.keys(), ...is.keys()])].flatMap((place) => {
      const [oldCell, newCell] = [was.get(place), is.get(place)];
      const [row = 0, column = 0] = place.split(',').map(Number);
      const standing = table === null ? column : standingColumn(table, column, frame);
      const current = standing === null ? undefined : found.get(`${row},${standing}`);
      const reads = current === undefined ? oldCell === undefined || (oldCell.kind !== 'formula' && cellEntry(oldCell).expected === '') : isHeadCell(oldCell, current, frame);
      const next = newCell ?? ({ kind: 'blank', format: 'General' } as const);
      const isSame = oldCell !== undefined && next.kind === oldCell.kind && (next.kind === 'formula' || cellEntry(next).written === cellEntry(oldCell).written);
      return isSame || !reads ? [] : [{ row, column, cell: next.kind === 'formula' ? { ...next, formula: headings(next.formula) } : next }];
    });
    return writes.length === 0 ? [] : [{ sheetName, writes }];
  });
}

/** Whether a cell above a table reads as it was planned. */
export function isHeadCell(planned: PlanCell | undefined, { value, formula }: FoundCell, { oldHeadings }: Pick<Frame, 'oldHeadings'>): boolean {
  if (planned === undefined) return false;
  return planned.kind === 'formula' ? formula === oldHeadings(planned.formula) : formula === null && value === cellEntry(planned).expected;
}

/** Which column of the sheet, as it stands, is one that will be once a table has its new columns; null for a new one. */
function standingColumn(table: SheetTable, column: number, { widened }: Frame): number | null {
  const from = widened.get(table.name)?.from;
  const index = column - table.column;
  if (from === undefined || index < 0) return column;
  if (index >= from.length) return column - from.length + table.keys.length;
  const before = from[index] ?? null;
  return before === null ? null : table.column + before;
}

/** The planned cells above a table, where they are once the table has its new columns: sums over their columns, all else where it is. */
export function plannedBlocks(table: SheetTable, plan: SheetPlan, { widened }: Pick<Frame, 'widened'>): Map<string, PlanCell> {
  const sheet = plan.sheets.find(({ tables }) => tables[0]?.role === table.role && tables[0]?.name === table.name);
  const [planned] = sheet?.tables ?? [];
  if (sheet === undefined || planned === undefined) return new Map();
  const keys = widened.get(table.name)?.table.keys ?? planned.columns.map(({ key }) => key);
  const rows = table.row - 1 - planned.row;
  return new Map([...cellsOfBlocks(sheet.blocks)].flatMap(([place, cell]) => {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const index = row === planned.row - 1 ? keys.indexOf(planned.columns[column - planned.column]?.key ?? null) : column - planned.column;
    return index < 0 ? [] : [[`${row + rows},${table.column + index}`, cell] as const];
  }));
}

/** Whether the sums of a table's columns stand in the row above it. */
export function hasSums(table: SheetTable, frame: Frame): boolean {
  const sums = new Set([...plannedBlocks(table, frame.old, frame)].flatMap(([place, cell]) => (cell.kind === 'formula' && place.startsWith(`${table.row - 2},`) ? [standingColumn(table, Number(place.split(',')[1]), frame)] : [])));
  return (frame.workbook.cells.get(table.sheetName) ?? []).some(({ row, column, formula }) => row === table.row - 2 && formula !== null && sums.has(column));
}

function cellsOfBlocks(blocks: readonly PlannedBlock[]): Map<string, PlanCell> {
  return new Map(blocks.flatMap((block) => block.cells.flatMap((line, row) => line.map((cell, column) => [`${block.row + row},${block.column + column}`, cell] as const))));
}

