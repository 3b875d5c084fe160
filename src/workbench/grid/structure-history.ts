import { ICommandService, IUndoRedoService } from '@univerjs/core';
import { type ShiftRecord } from '../excel-side/model/shift-record';
import { type Grid } from './create-univer';

const structuralMutations = new Set(['sheet.mutation.insert-row', 'sheet.mutation.remove-rows', 'sheet.mutation.insert-col', 'sheet.mutation.remove-col']);

/**
 * Undo and redo of inserted and deleted rows and columns. The grid knows what is in its cells only; tables, names,
 * comments and formulas elsewhere come back from the workbook model's own record of the change.
 */
export class StructureHistory {
  private done: ShiftRecord[] = [];
  private undone: ShiftRecord[] = [];
  /** Whether the grid is just taking back or repeating rows or columns, which the model has done already. */
  isReplaying = false;

  constructor(grid: Grid, private readonly guard: (act: () => void) => void) {
    const history = grid.injector.get(IUndoRedoService);
    grid.injector.get(ICommandService).beforeCommandExecuted(({ id }) => {
      if (id === 'univer.command.undo') this.replay(history.pitchTopUndoElement()?.undoMutations, () => this.undo());
      if (id === 'univer.command.redo') this.replay(history.pitchTopRedoElement()?.redoMutations, () => this.redo());
    });
  }

  add(record: ShiftRecord): void {
    this.done.push(record);
    this.undone = [];
  }

  /** Forgets everything, as the grid does when it shows another workbook. */
  clear(): void {
    this.done = [];
    this.undone = [];
  }

  private replay(mutations: readonly { readonly id: string }[] | undefined, act: () => void): void {
    if (!mutations?.some(({ id }) => structuralMutations.has(id))) return;
    this.isReplaying = true;
    setTimeout(() => {
      this.isReplaying = false;
    }, 0);
    this.guard(act);
  }

  private undo(): void {
    const record = this.done.pop();
    if (!record) return;
    record.takeBack();
    this.undone.push(record);
  }

  private redo(): void {
    const record = this.undone.pop();
    if (record) this.done.push(record.repeat());
  }
}
