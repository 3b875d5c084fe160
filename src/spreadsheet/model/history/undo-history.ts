import { type Area, enclose, intersect } from '../../cells/address';
import { type ModelChange } from '../change';
import { type SheetModel, cellKey } from '../sheet';
import { type WorkbookModel } from '../workbook';
import { applyRecord } from './apply-record';
import { type ShiftedCells, UndoRecord } from './undo-record';
import { type CellState, type SheetState, type StructureState, cellState, isSameCell, print, sheetState, structureState } from './workbook-state';

/** A state, and its text, by which it is compared. */
interface Known<T> {
  readonly state: T;
  readonly text: string;
}

interface KnownSheet {
  readonly cells: Map<number, CellState>;
  rest: Known<SheetState>;
}

function known<T extends SheetState | StructureState>(state: T): Known<T> {
  return { state, text: print(state) };
}

/** Excel keeps a hundred steps. Source: Microsoft Support, "Undo, redo, or repeat an action". */
const mostRecords = 100;

/**
 * The undo stack of a workbook: a record per edit of the user and per sync of an add-in, found by comparing the workbook with what it was.
 * Other people's changes are not on it. Source: Microsoft Learn, "Undo capabilities with the Excel JavaScript API".
 */
export class UndoHistory {
  private done: UndoRecord[] = [];
  private undone: UndoRecord[] = [];
  private readonly known = new Map<SheetModel, KnownSheet>();
  private structure: Known<StructureState>;
  /** Where cells may differ: an area, or null for the whole sheet. */
  private readonly touched = new Map<SheetModel, Area | null>();
  private shifts: ShiftedCells[] = [];
  private isTouched = false;
  private isReplaying = false;
  private hasLostSheet = false;
  private group: UndoRecord | null = null;
  private openGroups = 0;
  private readonly observers: (() => void)[] = [];

  constructor(private readonly workbook: WorkbookModel) {
    this.structure = known(structureState(workbook));
    for (const sheet of workbook.sheets) this.learn(sheet);
    workbook.observe((change) => this.note(change));
  }

  get undoCount(): number {
    return this.done.length;
  }

  get redoCount(): number {
    return this.undone.length;
  }

  get isGrouping(): boolean {
    return this.openGroups > 0;
  }

  /** Calls back whenever the stack has grown, shrunk or been cleared. */
  observe(observer: () => void): void {
    this.observers.push(observer);
  }

  private note(change: ModelChange): void {
    if (change.kind === 'calculated' || change.kind === 'selection' || change.kind === 'sheetActivated') return;
    this.isTouched = true;
    const sheet = 'sheet' in change ? change.sheet : 'table' in change ? change.table.sheet : null;
    if (sheet) this.touch(sheet, (change.kind === 'cells' && change.changeType === 'RangeEdited') || change.kind === 'format' ? change.area : null);
    if (change.kind === 'formulas') for (const rewritten of change.sheets) this.touch(rewritten, null);
    if (change.kind === 'sheetDeleted' && !this.isReplaying) this.hasLostSheet = true;
    if (change.kind === 'cells' && change.changeType !== 'RangeEdited') this.shifts.push({ sheet: change.sheet, area: change.area, changeType: change.changeType });
  }

  private touch(sheet: SheetModel, area: Area | null): void {
    const known = this.touched.get(sheet);
    const headers = area === null ? [] : this.workbook.tablesOn(sheet).flatMap(({ headerArea }) => (headerArea && intersect(headerArea, area) ? [headerArea] : []));
    const whole = area && headers.reduce((sum, header) => enclose(sum, header), area);
    this.touched.set(sheet, known === null || whole === null ? null : known ? enclose(known, whole) : whole);
  }

  /** Makes what changed since the last time one step; a deleted sheet clears the stack, as in Excel. */
  commit(): void {
    if (!this.isTouched) return;
    const record = this.takeDifferences();
    if (this.hasLostSheet) {
      this.clear();
      return;
    }
    if (record.isEmpty) return;
    this.undone = [];
    if (this.group && this.done[this.done.length - 1] === this.group) this.group.merge(record);
    else this.done = [...this.done, record].slice(-mostRecords);
    if (this.isGrouping) this.group ??= record;
    this.tell();
  }

  /** Takes what changed since the last time for another person's doing: it is not the user's to undo. */
  absorb(): void {
    if (this.isTouched) this.takeDifferences();
    if (this.hasLostSheet) this.clear();
  }

  /** Nothing that was done so far can be undone any more. */
  clear(): void {
    if (this.isTouched) this.takeDifferences();
    this.hasLostSheet = false;
    this.done = [];
    this.undone = [];
    this.group = null;
    this.tell();
  }

  /** Everything committed until the group is closed becomes one step. */
  openGroup(): void {
    this.commit();
    this.openGroups += 1;
  }

  closeGroup(): void {
    this.commit();
    this.openGroups = Math.max(0, this.openGroups - 1);
    if (this.openGroups === 0) this.group = null;
  }

  /** Takes the last step back; false when there is none. */
  undo(): boolean {
    this.commit();
    return this.replay(this.done, this.undone, 'before');
  }

  /** Does again what was taken back last; false when there is nothing. */
  redo(): boolean {
    this.commit();
    return this.replay(this.undone, this.done, 'after');
  }

  private replay(from: UndoRecord[], to: UndoRecord[], side: 'before' | 'after'): boolean {
    const record = from.pop();
    if (!record) return false;
    this.group = null;
    this.isReplaying = true;
    try {
      applyRecord(this.workbook, record, side);
      this.takeDifferences();
    } finally {
      this.isReplaying = false;
    }
    to.push(record);
    this.tell();
    return true;
  }

  private tell(): void {
    for (const observer of this.observers) observer();
  }

  private takeDifferences(): UndoRecord {
    const record = new UndoRecord();
    record.shifts.push(...this.shifts);
    for (const [sheet, area] of this.touched) if (this.workbook.sheets.includes(sheet)) this.compareSheet(sheet, area, record);
    const structure = known(structureState(this.workbook));
    if (this.structure.text !== structure.text) record.addStructure({ before: this.structure.state, after: structure.state });
    this.structure = structure;
    for (const sheet of this.known.keys()) if (!this.workbook.sheets.includes(sheet)) this.known.delete(sheet);
    this.touched.clear();
    this.shifts = [];
    this.isTouched = false;
    return record;
  }

  private compareSheet(sheet: SheetModel, area: Area | null, record: UndoRecord): void {
    const before = this.known.get(sheet);
    if (!before) {
      this.learn(sheet);
      return;
    }
    const isFew = area !== null && area.rows * area.columns < sheet.cells.size;
    const keys = isFew ? keysOf(area) : new Set([...sheet.cells.keys(), ...before.cells.keys()]);
    for (const key of keys) this.compareCell(sheet, key, before, record);
    const rest = known(sheetState(sheet));
    if (before.rest.text === rest.text) return;
    record.addSheet(sheet, { before: before.rest.state, after: rest.state });
    before.rest = rest;
  }

  private compareCell(sheet: SheetModel, key: number, { cells }: KnownSheet, record: UndoRecord): void {
    const before = cells.get(key);
    const cell = sheet.cells.get(key);
    const after = cell && cellState(cell);
    if (isSameCell(before, after)) return;
    record.addCell(sheet, key, { before, after });
    if (after) cells.set(key, after);
    else cells.delete(key);
  }

  /** A sheet that came new is a step of the workbook as a whole: it goes and comes back with all that is on it. */
  private learn(sheet: SheetModel): void {
    const cells = new Map<number, CellState>();
    for (const [key, cell] of sheet.cells) {
      const state = cellState(cell);
      if (state) cells.set(key, state);
    }
    this.known.set(sheet, { cells, rest: known(sheetState(sheet)) });
  }
}

function* keysOf({ row, column, rows, columns }: Area): Generator<number> {
  for (let r = row; r < row + rows; r += 1) for (let c = column; c < column + columns; c += 1) yield cellKey(r, c);
}
