import { CommandType, ICommandService, type ICommandInfo, type IExecutionOptions, InterceptorEffectEnum, type IRange, type IWorkbookData, type IWorksheetData } from '@univerjs/core';
import { INTERCEPTOR_POINT, type ISetSelectionsOperationParams, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { type Area, between, contains, enclose } from '../../spreadsheet/cells/address';
import { type ExcelSide } from '../excel-side/excel-side';
import { type ModelChange } from '../../spreadsheet/model/change';
import { type SheetModel, keyColumn, keyRow } from '../../spreadsheet/model/sheet';
import { appearance, isFilterHeading } from './looks/appearance';
import { gridCell } from './cell-data';
import { type Grid } from './create-univer';
import { filterButtonRoom } from './filter-button';
import { offsetFor } from './reveal';
import { canvasMeasure } from './sizes/measure-text';
import { rowHeights } from './sizes/row-heights';

/** Marks what the view itself did to the grid, so that it is not taken for the user's doing; `onlyLocal` keeps the grid's formula bookkeeping from writing it again. */
const mirrored = { fromModel: true, onlyLocal: true } as const;

/** Whether the view or the grid's own formula bookkeeping did it, not the user. */
function isOwnDoing(options: IExecutionOptions | undefined): boolean {
  return options?.['fromModel'] === true || options?.['fromFormula'] === true;
}

const pixelsPerPoint = 4 / 3;
const defaultColumnPixels = 64;
const defaultRowPixels = 20;
const leastRows = 200;
const leastColumns = 26;
const mostCellsPerPush = 60_000;

export function gridRange(area: Area): IRange {
  return { startRow: area.row, endRow: area.row + area.rows - 1, startColumn: area.column, endColumn: area.column + area.columns - 1 };
}

export function areaOfRange(range: IRange): Area {
  return between(range.startRow, range.startColumn, range.endRow, range.endColumn);
}

/** Shows the workbook model in the grid and keeps the two alike when the model changes. */
export class GridView {
  unitId = '';
  /** Changes of the grid's own data so far, by whomever; it stands still while nobody does anything. */
  mutationCount = 0;
  private readonly commands: ICommandService;
  private readonly dirtyCells = new Map<SheetModel, Area>();
  private readonly dirtyLayouts = new Set<SheetModel>();
  private isScheduled = false;
  private opened = 0;
  /** Above 0 while the view itself changes the grid; what the grid then does on its own account is not the user's doing. */
  private mirroring = 0;
  private readonly openObservers: (() => void)[] = [];
  /** Rows that were made higher for what is in them, by sheet. */
  private readonly highRows = new Map<string, Set<number>>();
  private readonly measure = canvasMeasure('Arial, sans-serif');

  constructor(private readonly grid: Grid, private readonly side: ExcelSide, private readonly place: ParentNode) {
    this.commands = grid.injector.get(ICommandService);
    this.commands.onCommandExecuted((command) => {
      if (command.type === CommandType.MUTATION) this.mutationCount += 1;
      this.followKeys(command);
    });
    side.watch((change) => this.follow(change));
  }

  /** Whether a cell is open for typing. */
  get isEditing(): boolean {
    return this.grid.api.getActiveWorkbook()?.isCellEditing() === true;
  }

  private get shown(): SheetModel[] {
    return this.side.workbook.sheets.filter((sheet) => sheet.visibility !== 'VeryHidden');
  }

  /** Shows the side's present workbook from scratch. */
  open(): void {
    const previous = this.unitId;
    if (previous) this.whileMirroring(() => this.grid.api.disposeUnit(previous));
    this.dirtyCells.clear();
    this.dirtyLayouts.clear();
    this.highRows.clear();
    this.opened += 1;
    this.unitId = `workbook-${this.opened}`;
    const { workbook } = this.side;
    workbook.settle();
    const data: Partial<IWorkbookData> = {
      id: this.unitId,
      name: workbook.name,
      sheetOrder: this.shown.map((sheet) => sheet.id),
      sheets: Object.fromEntries(this.shown.map((sheet) => [sheet.id, this.sheetData(sheet)])),
    };
    this.whileMirroring(() => this.grid.api.createWorkbook(data));
    if (this.opened === 1) this.addAppearance();
    this.run('sheet.operation.set-worksheet-active', { unitId: this.unitId, subUnitId: workbook.activeSheet.id });
    for (const observer of this.openObservers) observer();
  }

  /** Calls back whenever a workbook is shown from scratch, with which the grid forgets what could be undone. */
  onOpened(observer: () => void): void {
    this.openObservers.push(observer);
  }

  /** Possible only once a workbook is open, since the grid's services start with it. */
  private addAppearance(): void {
    this.grid.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: 100,
      effect: InterceptorEffectEnum.Style | InterceptorEffectEnum.Value,
      handler: (cell, { unitId, subUnitId, row, col }, next) => {
        const sheet = unitId === this.unitId ? this.side.workbook.sheetBy(subUnitId) : null;
        const look = sheet && appearance(this.side.workbook, sheet, row, col);
        return next(look ? { ...cell, ...look } : cell);
      },
    });
  }

  private sheetData(sheet: SheetModel): Partial<IWorksheetData> {
    const extent = sheet.extent();
    const cellData: Record<number, Record<number, object>> = {};
    for (const key of [...sheet.cells.keys(), ...sheet.spills.keys()]) {
      const [row, column] = [keyRow(key), keyColumn(key)];
      const cell = gridCell(sheet, row, column);
      if (cell) (cellData[row] ??= {})[column] = cell;
    }
    const columnData = Object.fromEntries([...sheet.columnWidths].map(([column, width]) => [column, { w: Math.round(width * pixelsPerPoint) }]));
    for (const column of sheet.hiddenColumns) columnData[column] = { w: defaultColumnPixels, ...columnData[column], ...{ hd: 1 } };
    const rowData: Record<number, { h?: number; hd?: 1 }> = {};
    for (const [row, height] of this.rowHeights(sheet)) rowData[row] = { h: Math.round(height * pixelsPerPoint) };
    for (const row of sheet.hiddenRows) rowData[row] = { ...rowData[row], hd: 1 };
    return {
      id: sheet.id,
      name: sheet.name,
      hidden: sheet.visibility === 'Visible' ? 0 : 1,
      rowCount: Math.max(leastRows, (extent ? extent.row + extent.rows : 0) + 100),
      columnCount: Math.max(leastColumns, (extent ? extent.column + extent.columns : 0) + 6),
      defaultColumnWidth: defaultColumnPixels,
      defaultRowHeight: defaultRowPixels,
      cellData,
      columnData,
      rowData,
      mergeData: sheet.merges.map(gridRange),
      freeze: freezeData(sheet),
      showGridlines: sheet.showGridlines ? 1 : 0,
      tabColor: sheet.tabColor,
    };
  }

  private run(id: string, parameters: object, options: Readonly<Record<string, boolean>> = mirrored): void {
    this.whileMirroring(() => this.commands.syncExecuteCommand(id, parameters, options));
  }

  private whileMirroring(act: () => void): void {
    this.mirroring += 1;
    try {
      act();
    } finally {
      this.mirroring -= 1;
    }
  }

  private follow(change: ModelChange): void {
    if (!this.unitId) return;
    switch (change.kind) {
      case 'cells':
        if (change.changeType === 'RangeEdited') this.markCells(change.sheet, change.area);
        else this.markWhole(change.sheet);
        break;
      case 'format':
        this.markCells(change.sheet, change.area);
        break;
      case 'calculated':
        this.markCells(change.sheet, change.area);
        break;
      case 'tableAdded':
      case 'tableDeleted':
      case 'tableRestyled':
        this.markCells(change.table.sheet, change.table.area);
        break;
      case 'comment':
      case 'conditionalFormats':
        this.markCells(change.sheet, change.sheet.selection);
        break;
      case 'layout':
        this.dirtyLayouts.add(change.sheet);
        break;
      case 'sheetAdded':
        if (this.grid.api.getActiveWorkbook()?.getSheetBySheetId(change.sheet.id)) break;
        this.insertSheet(change.sheet);
        break;
      case 'sheetDeleted':
        this.removeSheet(change.sheet);
        break;
      case 'sheetVisibility':
        if (change.sheet.visibility === 'VeryHidden') this.removeSheet(change.sheet);
        else if (change.before === 'VeryHidden') this.insertSheet(change.sheet);
        else this.run('sheet.mutation.set-worksheet-hidden', { unitId: this.unitId, subUnitId: change.sheet.id, hidden: change.sheet.visibility === 'Hidden' ? 1 : 0 });
        break;
      case 'sheetRenamed':
        this.showName(change.sheet);
        this.markWhole(change.sheet);
        break;
      case 'sheetMoved':
        this.moveSheet(change.sheet);
        break;
      case 'sheetActivated':
        this.flush();
        this.run('sheet.operation.set-worksheet-active', { unitId: this.unitId, subUnitId: change.sheet.id });
        break;
      case 'selection':
        if (change.actor === 'addIn') this.showSelection(change.sheet, change.area);
        break;
      case 'protection':
      case 'charts':
      case 'names':
      case 'formulas':
      case 'rowsSorted':
        break;
    }
    this.schedule();
  }

  /** Shows a new sheet as if somebody else had made it: then the grid stays on the sheet that is shown, as Excel does. */
  private insertSheet(sheet: SheetModel): void {
    this.run('sheet.mutation.insert-sheet', { unitId: this.unitId, index: this.shown.indexOf(sheet), sheet: this.completeSheet(sheet) }, { ...mirrored, fromCollab: true });
  }

  private rowHeights(sheet: SheetModel): Map<number, number> {
    const { workbook } = this.side;
    return rowHeights(sheet, this.measure, (row, column) => (isFilterHeading(workbook.tableAt(sheet, row, column), row) ? filterButtonRoom / pixelsPerPoint : 0));
  }

  private completeSheet(sheet: SheetModel): Partial<IWorksheetData> {
    return { zoomRatio: 1, scrollTop: 0, scrollLeft: 0, rowHeader: { width: 46 }, columnHeader: { height: 20 }, rightToLeft: 0, ...this.sheetData(sheet) };
  }

  private removeSheet(sheet: SheetModel): void {
    this.dirtyCells.delete(sheet);
    this.dirtyLayouts.delete(sheet);
    if (!this.grid.api.getActiveWorkbook()?.getSheetBySheetId(sheet.id)) return;
    this.run('sheet.mutation.remove-sheet', { unitId: this.unitId, subUnitId: sheet.id, subUnitName: sheet.name });
  }

  private moveSheet(sheet: SheetModel): void {
    const present = this.grid.api.getActiveWorkbook()?.getSheets().map((shown) => shown.getSheetId()) ?? [];
    const [from, to] = [present.indexOf(sheet.id), this.shown.indexOf(sheet)];
    if (from >= 0 && to >= 0 && from !== to) this.run('sheet.mutation.set-worksheet-order', { unitId: this.unitId, subUnitId: sheet.id, fromOrder: from, toOrder: to });
  }

  private showSelection(sheet: SheetModel, area: Area): void {
    this.flush();
    const worksheet = this.grid.api.getActiveWorkbook()?.getSheetBySheetId(sheet.id);
    if (!worksheet) return;
    const selection = { range: { ...gridRange(area), rangeType: 0 }, primary: primaryCell(area), style: null };
    this.run('sheet.operation.set-selections', { unitId: this.unitId, subUnitId: sheet.id, selections: [selection] });
    if (this.grid.api.getActiveWorkbook()?.getActiveSheet().getSheetId() === sheet.id) this.scrollTo(offsetFor(this.grid.api, this.place, area.row, area.column, 'amid'));
  }

  private scrollTo(offset: ReturnType<typeof offsetFor>): void {
    if (offset !== null) this.run('sheet.command.scroll-view', { sheetViewStartRow: 0, sheetViewStartColumn: 0, ...offset });
  }

  /** Keeps the cell in sight that the keyboard goes to beside frozen rows and columns: where the sheet has to stand is known before the grid scrolls it, and it is put there afterwards. */
  private followKeys({ id, params }: ICommandInfo): void {
    if (id !== 'sheet.operation.set-selections' || this.mirroring > 0) return;
    const { unitId, subUnitId, reveal, selections } = (params ?? {}) as Partial<ISetSelectionsOperationParams>;
    const [cell, sheet] = [selections?.[0]?.primary, this.side.workbook.sheetBy(subUnitId ?? '')];
    if (unitId !== this.unitId || reveal !== true || !cell || sheet === null || sheet.freeze.rows + sheet.freeze.columns === 0) return;
    const offset = offsetFor(this.grid.api, this.place, cell.actualRow, cell.actualColumn, 'edge');
    queueMicrotask(() => this.scrollTo(offset));
  }

  /** Where among all sheets of the model a sheet comes to stand that has this place among the grid's. */
  modelPosition(shownPosition: number, sheet: SheetModel | null): number {
    const others = this.side.workbook.sheets.filter((other) => other !== sheet);
    const follower = this.shown.filter((other) => other !== sheet)[shownPosition];
    return follower ? others.indexOf(follower) : others.length;
  }

  /** Gives the grid's sheet the name that it has in the model. */
  showName(sheet: SheetModel): void {
    this.run('sheet.mutation.set-worksheet-name', { unitId: this.unitId, subUnitId: sheet.id, name: sheet.name });
  }

  private markCells(sheet: SheetModel, area: Area): void {
    const known = this.dirtyCells.get(sheet);
    this.dirtyCells.set(sheet, known ? enclose(known, area) : area);
  }

  private markWhole(sheet: SheetModel): void {
    const extent = sheet.extent() ?? between(0, 0, 0, 0);
    this.markCells(sheet, between(0, 0, extent.row + extent.rows + 50, extent.column + extent.columns + 10));
    this.dirtyLayouts.add(sheet);
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setTimeout(() => {
      this.isScheduled = false;
      this.flush();
    }, 0);
  }

  /** Brings everything that changed onto the screen now. */
  flush(): void {
    for (const [sheet, area] of [...this.dirtyCells]) {
      this.dirtyCells.delete(sheet);
      if (sheet.visibility !== 'VeryHidden') this.pushCells(sheet, area);
    }
    for (const sheet of [...this.dirtyLayouts]) {
      this.dirtyLayouts.delete(sheet);
      if (sheet.visibility !== 'VeryHidden') this.pushLayout(sheet);
    }
  }

  private pushCells(sheet: SheetModel, area: Area): void {
    this.makeRoom(sheet, area);
    const cellValue: Record<number, Record<number, object | null>> = {};
    const put = (row: number, column: number): void => {
      (cellValue[row] ??= {})[column] = gridCell(sheet, row, column) ?? null;
    };
    if (area.rows * area.columns <= mostCellsPerPush) {
      for (let row = area.row; row < area.row + area.rows; row += 1) for (let column = area.column; column < area.column + area.columns; column += 1) put(row, column);
    } else {
      for (const key of [...sheet.cells.keys(), ...sheet.spills.keys()]) if (contains(area, keyRow(key), keyColumn(key))) put(keyRow(key), keyColumn(key));
    }
    this.run('sheet.mutation.set-range-values', { unitId: this.unitId, subUnitId: sheet.id, cellValue });
    const heights = [...this.rowHeights(sheet)].filter(([row]) => row >= area.row && row < area.row + area.rows);
    this.pushRowHeights(sheet, [...heights, ...this.flattened(sheet, area, heights)]);
  }

  /** Rows of an area that were high for a text which is gone are as high as others again. */
  private flattened(sheet: SheetModel, area: Area, heights: readonly (readonly [number, number])[]): (readonly [number, number])[] {
    const high = this.highRows.get(sheet.id) ?? new Set<number>();
    this.highRows.set(sheet.id, high);
    const now = new Set(heights.map(([row]) => row));
    const flat = [...high].filter((row) => row >= area.row && row < area.row + area.rows && !now.has(row));
    for (const row of flat) high.delete(row);
    for (const row of now) high.add(row);
    return flat.map((row) => [row, defaultRowPixels / pixelsPerPoint] as const);
  }

  /** The grid's sheets are as large as what is in them, with room to spare. */
  makeRoom(sheet: SheetModel, area: Area): void {
    const worksheet = this.grid.api.getActiveWorkbook()?.getSheetBySheetId(sheet.id)?.getSheet();
    if (!worksheet) return;
    const [rows, columns] = [Math.min(area.row + area.rows, 200_000), Math.min(area.column + area.columns, 1000)];
    const unit = { unitId: this.unitId, subUnitId: sheet.id };
    if (worksheet.getRowCount() < rows) this.run('sheet.mutation.set-worksheet-row-count', { ...unit, rowCount: rows + 100 });
    if (worksheet.getColumnCount() < columns) this.run('sheet.mutation.set-worksheet-column-count', { ...unit, columnCount: columns + 6 });
  }

  private pushRowHeights(sheet: SheetModel, heights: readonly (readonly [number, number])[]): void {
    const unit = { unitId: this.unitId, subUnitId: sheet.id };
    for (const [row, height] of heights) {
      this.run('sheet.mutation.set-worksheet-row-height', { ...unit, ranges: [{ startRow: row, endRow: row, startColumn: 0, endColumn: 0 }], rowHeight: Math.round(height * pixelsPerPoint) });
    }
  }

  private pushLayout(sheet: SheetModel): void {
    const worksheet = this.grid.api.getActiveWorkbook()?.getSheetBySheetId(sheet.id)?.getSheet();
    if (!worksheet) return;
    const unit = { unitId: this.unitId, subUnitId: sheet.id };
    const lastRow = worksheet.getRowCount() - 1;
    const lastColumn = worksheet.getColumnCount() - 1;
    const columnRange = (column: number): IRange => ({ startRow: 0, endRow: lastRow, startColumn: column, endColumn: column });
    for (const [column, width] of sheet.columnWidths) {
      if (column <= lastColumn) this.run('sheet.mutation.set-worksheet-col-width', { ...unit, ranges: [columnRange(column)], colWidth: Math.round(width * pixelsPerPoint) });
    }
    this.pushRowHeights(sheet, [...this.rowHeights(sheet)].filter(([row]) => row <= lastRow));
    this.run('sheet.mutation.set-frozen', { ...unit, ...freezeData(sheet) });
    const whole = { startRow: 0, endRow: lastRow, startColumn: 0, endColumn: lastColumn };
    const hidden = { rows: worksheet.getHiddenRows(), columns: worksheet.getHiddenCols() };
    if (hidden.rows.length > 0) this.run('sheet.mutation.set-row-visible', { ...unit, ranges: [whole] });
    if (hidden.columns.length > 0) this.run('sheet.mutation.set-col-visible', { ...unit, ranges: [whole] });
    const rows = [...sheet.hiddenRows].filter((row) => row <= lastRow).map((row) => ({ ...whole, startRow: row, endRow: row }));
    const columns = [...sheet.hiddenColumns].filter((column) => column <= lastColumn).map(columnRange);
    if (rows.length > 0) this.run('sheet.mutation.set-row-hidden', { ...unit, ranges: rows });
    if (columns.length > 0) this.run('sheet.mutation.set-col-hidden', { ...unit, ranges: columns });
    const merged = worksheet.getMergeData();
    if (merged.length > 0) this.run('sheet.mutation.remove-worksheet-merge', { ...unit, ranges: merged });
    if (sheet.merges.length > 0) this.run('sheet.mutation.add-worksheet-merge', { ...unit, ranges: sheet.merges.map(gridRange) });
    this.run('sheet.mutation.toggle-gridlines', { ...unit, showGridlines: sheet.showGridlines ? 1 : 0 });
    if (sheet.tabColor) this.run('sheet.mutation.set-tab-color', { ...unit, color: sheet.tabColor });
  }

  /** Calls back for everything that happens in the grid and was not done by this view. */
  onUserAction(handler: (command: ICommandInfo) => void): void {
    this.commands.onCommandExecuted((command, options) => {
      const { unitId } = (command.params ?? {}) as { unitId?: string };
      if (unitId === this.unitId && this.mirroring === 0 && !isOwnDoing(options)) handler(command);
    });
  }

  /** Shows a sheet's cells as the model has them, whatever the grid holds now. */
  restore(sheet: SheetModel, area: Area): void {
    this.markCells(sheet, area);
    this.schedule();
  }
}

function freezeData(sheet: SheetModel): { xSplit: number; ySplit: number; startRow: number; startColumn: number } {
  const { rows, columns } = sheet.freeze;
  return { xSplit: columns, ySplit: rows, startRow: rows || -1, startColumn: columns || -1 };
}

function primaryCell(area: Area): object {
  return { actualRow: area.row, actualColumn: area.column, isMerged: false, isMergedMainCell: false, startRow: area.row, endRow: area.row, startColumn: area.column, endColumn: area.column };
}
