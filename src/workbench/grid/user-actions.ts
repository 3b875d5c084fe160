import { type ICellData, type ICommandInfo, ICommandService, type IRange } from '@univerjs/core';
import { type Area, MAX_COLUMNS, MAX_ROWS, between } from '../../spreadsheet/cells/address';
import { type ExcelSide } from '../excel-side/excel-side';
import { ExcelError } from '../../spreadsheet/model/failure';
import { type SheetModel } from '../../spreadsheet/model/sheet';
import { CellEdits, type CellMatrix } from './cell-edits';
import { type Grid } from './create-univer';
import { type GridView, areaOfRange } from './grid-view';
import { type StepReport } from './user-step';

interface MovedCells {
  readonly subUnitId: string;
  readonly value: CellMatrix;
}

interface RangeParameters {
  readonly subUnitId?: string;
  readonly cellValue?: CellMatrix;
  readonly range?: IRange;
  readonly ranges?: IRange[];
  readonly selections?: readonly { readonly range: IRange }[];
  readonly sheet?: { readonly id: string };
  readonly index?: number;
  readonly name?: string;
  readonly hidden?: number;
  readonly toOrder?: number;
  readonly colWidth?: number | Record<number, number>;
  readonly rowHeight?: number | Record<number, number>;
  readonly color?: string;
  readonly showGridlines?: number;
  readonly xSplit?: number;
  readonly ySplit?: number;
  readonly from?: MovedCells;
  readonly to?: MovedCells;
  readonly fromRange?: IRange;
  readonly toRange?: IRange;
}

const pointsPerPixel = 3 / 4;

/** Takes over into the workbook model what a person does in the grid, and puts the grid right where the model refuses. */
export class UserActions {
  private readonly edits: CellEdits;
  private isCommitScheduled = false;
  /** The sheet that the grid is about to copy. */
  private copied: string | null = null;

  constructor(grid: Grid, private readonly view: GridView, private readonly side: ExcelSide, private readonly report: StepReport) {
    this.edits = new CellEdits(grid, view, side);
    view.onUserAction((command) => this.take(command));
    grid.injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
      if (id === 'sheet.command.copy-sheet') this.copied = (params as { subUnitId?: string } | undefined)?.subUnitId ?? side.workbook.activeSheet.id;
    });
    view.onOpened(() => this.followHistory(grid));
  }

  /** Undo and redo of the grid go through the workbook model's own stack. */
  private followHistory(grid: Grid): void {
    const { side, view } = this;
    const { history } = side;
    const follow = (): void => {
      if (side.history === history) grid.undo.follow({ unitId: view.unitId, history, undo: () => this.guard(() => side.undo(), () => view.open()), redo: () => this.guard(() => side.redo(), () => view.open()) });
    };
    history.observe(follow);
    follow();
  }

  /** All that one action in the grid did is one step. */
  private scheduleCommit(): void {
    if (this.isCommitScheduled) return;
    this.isCommitScheduled = true;
    setTimeout(() => {
      this.isCommitScheduled = false;
      this.side.history.commit();
    }, 0);
  }

  /** Possible only once a workbook is open, since the grid's services start with it. */
  start(container: HTMLElement): void {
    this.edits.openEditorWithContent();
    this.edits.listenForPaste(container);
  }

  private take(command: ICommandInfo): void {
    const parameters = (command.params ?? {}) as RangeParameters;
    const id = parameters.subUnitId ?? parameters.from?.subUnitId;
    const sheet = id === undefined ? null : this.side.workbook.sheetBy(id);
    if (command.id === 'sheet.mutation.insert-sheet') {
      this.guard(() => this.adoptSheet(parameters), () => this.view.open());
      return;
    }
    if (!sheet) return;
    this.guard(() => this.apply(command.id, sheet, parameters), () => this.undo(sheet, parameters));
  }

  private guard(act: () => void, undo: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof ExcelError)) throw error;
      undo();
      this.report.refused(error);
    }
    this.side.workbook.settle();
    this.scheduleCommit();
  }

  /** Shows again what the model has: the cells that were written, or everything when it was more than cells. */
  private undo(sheet: SheetModel, { cellValue }: RangeParameters): void {
    if (!cellValue) {
      this.view.open();
      return;
    }
    for (const [row, line] of Object.entries(cellValue)) {
      for (const column of Object.keys(line)) this.view.restore(sheet, between(Number(row), Number(column), Number(row), Number(column)));
    }
  }

  private apply(id: string, sheet: SheetModel, parameters: RangeParameters): void {
    const { workbook } = this.side;
    const { range, ranges = [], selections } = parameters;
    switch (id) {
      case 'sheet.mutation.set-range-values':
        this.edits.take(sheet, parameters.cellValue ?? {});
        this.report.accepted();
        return;
      case 'sheet.mutation.insert-row': return this.shift(sheet, range, 'row', false);
      case 'sheet.mutation.remove-rows': return this.shift(sheet, range, 'row', true);
      case 'sheet.mutation.insert-col': return this.shift(sheet, range, 'column', false);
      case 'sheet.mutation.remove-col': return this.shift(sheet, range, 'column', true);
      case 'sheet.mutation.move-range': return this.moveCells(sheet, parameters);
      case 'sheet.mutation.move-rows':
      case 'sheet.mutation.move-columns': return this.view.open();
      case 'sheet.mutation.remove-sheet': return workbook.deleteSheet(sheet);
      case 'sheet.mutation.set-worksheet-name': return workbook.renameSheet(sheet, parameters.name ?? sheet.name);
      case 'sheet.mutation.set-worksheet-hidden': return workbook.setVisibility(sheet, parameters.hidden ? 'Hidden' : 'Visible');
      case 'sheet.mutation.set-worksheet-order': return workbook.moveSheet(sheet, this.view.modelPosition(parameters.toOrder ?? 0, sheet));
      case 'sheet.mutation.add-worksheet-merge':
        for (const merged of ranges) workbook.merge(sheet, areaOfRange(merged), false);
        return;
      case 'sheet.mutation.remove-worksheet-merge':
        for (const merged of ranges) workbook.unmerge(sheet, areaOfRange(merged));
        return;
      case 'sheet.operation.set-worksheet-active': return sheet.visibility === 'Visible' ? workbook.activate(sheet) : undefined;
      case 'sheet.operation.set-selections': {
        const last = selections?.[selections.length - 1]?.range;
        return last && sheet === workbook.activeSheet ? workbook.select(sheet, selectedArea(last), 'user') : undefined;
      }
      default: return this.applyLayout(id, sheet, parameters, ranges);
    }
  }

  private applyLayout(id: string, sheet: SheetModel, parameters: RangeParameters, ranges: readonly IRange[]): void {
    const rowsOf = ({ startRow, endRow }: IRange): number[] => indexes(startRow, endRow);
    const columnsOf = ({ startColumn, endColumn }: IRange): number[] => indexes(startColumn, endColumn);
    const change = (act: (changed: SheetModel) => void): void => this.side.workbook.changeLayout(sheet, act);
    switch (id) {
      case 'sheet.mutation.set-worksheet-col-width': return change(() => takeSizes(sheet.columnWidths, ranges.flatMap(columnsOf), parameters.colWidth));
      case 'sheet.mutation.set-worksheet-row-height': return change(() => takeSizes(sheet.rowHeights, ranges.flatMap(rowsOf), parameters.rowHeight));
      case 'sheet.mutation.set-row-hidden': return change(() => ranges.flatMap(rowsOf).forEach((row) => sheet.hiddenRows.add(row)));
      case 'sheet.mutation.set-row-visible': return change(() => ranges.flatMap(rowsOf).forEach((row) => sheet.hiddenRows.delete(row)));
      case 'sheet.mutation.set-col-hidden': return change(() => ranges.flatMap(columnsOf).forEach((column) => sheet.hiddenColumns.add(column)));
      case 'sheet.mutation.set-col-visible': return change(() => ranges.flatMap(columnsOf).forEach((column) => sheet.hiddenColumns.delete(column)));
      case 'sheet.mutation.set-frozen': return change(() => Object.assign(sheet, { freeze: { rows: parameters.ySplit ?? 0, columns: parameters.xSplit ?? 0 } }));
      case 'sheet.mutation.set-tab-color': return change(() => Object.assign(sheet, { tabColor: parameters.color ?? '' }));
      case 'sheet.mutation.toggle-gridlines':
        return change(() => Object.assign(sheet, { showGridlines: parameters.showGridlines === undefined ? !sheet.showGridlines : parameters.showGridlines === 1 }));
    }
  }

  private shift(sheet: SheetModel, range: IRange | undefined, axis: 'row' | 'column', isDeletion: boolean): void {
    if (!range) return;
    const area = axis === 'row' ? { ...areaOfRange(range), column: 0, columns: MAX_COLUMNS } : { ...areaOfRange(range), row: 0, rows: MAX_ROWS };
    this.side.workbook.shiftCells(sheet, area, axis, isDeletion, 'user');
    this.report.accepted();
  }

  /** Cut and pasted, or dragged, cells. What stood where they come from now is in the grid's own parameters when it takes a move back. */
  private moveCells(sheet: SheetModel, { from, to, fromRange, toRange }: RangeParameters): void {
    const { workbook } = this.side;
    const target = to && workbook.sheetBy(to.subUnitId);
    if (!from || !target || !fromRange || !toRange) return this.view.open();
    workbook.moveCells(sheet, areaOfRange(fromRange), target, toRange.startRow, toRange.startColumn, 'user');
    this.edits.take(sheet, outside(from.value, sheet === target ? areaOfRange(toRange) : null));
    this.report.accepted();
  }

  /** A new sheet gets the model's next free name; a copied one is copied in the model. */
  private adoptSheet({ sheet, index }: RangeParameters): void {
    const { workbook } = this.side;
    if (!sheet || workbook.sheetBy(sheet.id)) return;
    const source = this.copied && workbook.sheetBy(this.copied);
    this.copied = null;
    const position = this.view.modelPosition(index ?? workbook.sheets.length, null);
    if (source) this.view.showName(workbook.copySheet(source, workbook.freeCopyName(source), position, 'user', sheet.id));
    else {
      const added = workbook.addSheet(null, 'user', sheet.id);
      workbook.moveSheet(added, position);
      this.view.showName(added);
    }
  }
}

function indexes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function takeSizes(sizes: Map<number, number>, at: readonly number[], pixels: number | Record<number, number> | undefined): void {
  for (const index of at) {
    const size = typeof pixels === 'number' ? pixels : pixels?.[index];
    if (size !== undefined) sizes.set(index, size * pointsPerPixel);
  }
}

/** The cells of a matrix that do not lie in an area. */
function outside(cells: CellMatrix, area: Area | null): CellMatrix {
  if (!area) return cells;
  const isOutside = (row: number, column: number): boolean => row < area.row || row >= area.row + area.rows || column < area.column || column >= area.column + area.columns;
  const kept: CellMatrix = {};
  for (const [row, line] of Object.entries(cells)) {
    kept[Number(row)] = Object.fromEntries(Object.entries(line).filter(([column]) => isOutside(Number(row), Number(column)))) as Record<number, ICellData | null>;
  }
  return kept;
}

/** Whole-row and whole-column selections of the grid reach to its edge; in Excel to the sheet's. */
function selectedArea(range: IRange): Area {
  const area = between(range.startRow || 0, range.startColumn || 0, range.endRow || 0, range.endColumn || 0);
  const rowSelection = 1;
  const columnSelection = 2;
  if (range.rangeType === rowSelection) return { ...area, column: 0, columns: MAX_COLUMNS };
  if (range.rangeType === columnSelection) return { ...area, row: 0, rows: MAX_ROWS };
  return area;
}
