import { type CellsChangeType } from '../change';
import { type Area } from '../../cells/address';
import { type SheetModel } from '../sheet';
import { type CellState, type SheetState, type StructureState } from './workbook-state';

export interface Difference<T> {
  readonly before: T;
  after: T;
}

/** Rows, columns or cells that came in or went out. */
export interface ShiftedCells {
  readonly sheet: SheetModel;
  readonly area: Area;
  readonly changeType: Exclude<CellsChangeType, 'RangeEdited'>;
}

/** One step of the undo stack: what was before and after, wherever the two differ. */
export class UndoRecord {
  readonly cells = new Map<SheetModel, Map<number, Difference<CellState | undefined>>>();
  readonly sheets = new Map<SheetModel, Difference<SheetState>>();
  structure: Difference<StructureState> | null = null;
  readonly shifts: ShiftedCells[] = [];

  get isEmpty(): boolean {
    return this.cells.size === 0 && this.sheets.size === 0 && this.structure === null;
  }

  addCell(sheet: SheetModel, key: number, difference: Difference<CellState | undefined>): void {
    const cells = this.cells.get(sheet) ?? new Map<number, Difference<CellState | undefined>>();
    this.cells.set(sheet, cells);
    cells.set(key, { before: cells.has(key) ? cells.get(key)?.before : difference.before, after: difference.after });
  }

  addSheet(sheet: SheetModel, { before, after }: Difference<SheetState>): void {
    this.sheets.set(sheet, { before: this.sheets.get(sheet)?.before ?? before, after });
  }

  addStructure({ before, after }: Difference<StructureState>): void {
    this.structure = { before: this.structure?.before ?? before, after };
  }

  /** Takes in what happened after it, so that both are one step. */
  merge(later: UndoRecord): void {
    for (const [sheet, cells] of later.cells) for (const [key, difference] of cells) this.addCell(sheet, key, difference);
    for (const [sheet, difference] of later.sheets) this.addSheet(sheet, difference);
    if (later.structure) this.addStructure(later.structure);
    this.shifts.push(...later.shifts);
  }
}
