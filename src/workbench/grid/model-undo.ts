import { CommandType, ICommandService, IContextService, type IUndoRedoItem, IUniverInstanceService, LocalUndoRedoService } from '@univerjs/core';
import { type UndoHistory } from '../../spreadsheet/model/history/undo-history';

const undoOperation = 'workbench.operation.undo';
const redoOperation = 'workbench.operation.redo';

/** What undo and redo do in place of the grid's own. */
export interface ModelHistory {
  readonly unitId: string;
  readonly history: Pick<UndoHistory, 'undoCount' | 'redoCount'>;
  undo(): void;
  redo(): void;
}

/**
 * The grid's undo service, answering for the workbook from the model's stack: there the add-in's syncs are steps too, and tables,
 * names, comments and formulas elsewhere come back. Editors of a cell's text keep the grid's own.
 */
export class ModelUndo extends LocalUndoRedoService {
  private model: ModelHistory | null = null;

  static readonly dependencies = [IUniverInstanceService, ICommandService, IContextService] as const;

  /** Takes over for a workbook; call it again when the stack has changed. */
  follow(model: ModelHistory): void {
    if (!this.model) {
      this._commandService.registerCommand({ id: undoOperation, type: CommandType.OPERATION, handler: () => this.carryOut((present) => present.undo()) });
      this._commandService.registerCommand({ id: redoOperation, type: CommandType.OPERATION, handler: () => this.carryOut((present) => present.redo()) });
    }
    this.model = model;
    const { unitId, history } = model;
    const step = { unitID: unitId, undoMutations: [{ id: undoOperation, params: {} }], redoMutations: [{ id: redoOperation, params: {} }] };
    this._undoStacks.set(unitId, Array.from({ length: history.undoCount }, () => step));
    this._redoStacks.set(unitId, Array.from({ length: history.redoCount }, () => step));
    this._updateStatus();
  }

  private carryOut(act: (model: ModelHistory) => void): boolean {
    if (this.model) act(this.model);
    return true;
  }

  /** The grid's own record of what was done in the workbook is not needed. */
  override pushUndoRedo(item: IUndoRedoItem): void {
    if (item.unitID !== this.model?.unitId) super.pushUndoRedo(item);
  }

  override popUndoToRedo(): void {
    super.popUndoToRedo();
    if (this.model) this.follow(this.model);
  }

  override popRedoToUndo(): void {
    super.popRedoToUndo();
    if (this.model) this.follow(this.model);
  }
}
