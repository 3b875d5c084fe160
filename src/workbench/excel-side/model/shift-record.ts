import { type Area } from '../cells/address';
import { type Actor } from './change';
import { type CommentModel } from './comment';
import { type Cell, type ConditionalFormat, type SheetModel } from './sheet';
import { type TableColumnModel, type TableModel } from './table';
import { type WorkbookModel } from './workbook';

interface FormulaPlace {
  readonly read: () => string | undefined;
  readonly write: (formula: string) => void;
  readonly before: string;
  after?: string | undefined;
}

interface TableState {
  readonly table: TableModel;
  readonly area: Area;
  readonly columns: TableColumnModel[];
  readonly showTotals: boolean;
}

/** Rows, columns or cells that a person inserted or deleted, with everything that went or was rewritten, so that it can be taken back. */
export class ShiftRecord {
  private readonly cells: readonly (readonly [number, Cell])[];
  private readonly formulas: FormulaPlace[];
  private readonly tables: readonly TableState[];
  private readonly comments: readonly CommentModel[];
  private readonly formats: readonly { readonly format: ConditionalFormat; readonly area: Area }[];
  private readonly layout;

  private constructor(
    private readonly workbook: WorkbookModel,
    private readonly sheet: SheetModel,
    private readonly area: Area,
    private readonly axis: 'row' | 'column',
    private readonly isDeletion: boolean,
  ) {
    this.cells = isDeletion ? [...sheet.cellsIn(area)] : [];
    this.formulas = formulaPlaces(workbook);
    this.tables = workbook.tablesOn(sheet).map((table) => ({ table, area: table.area, columns: [...table.columns], showTotals: table.showTotals }));
    this.comments = workbook.comments.filter((comment) => comment.sheet === sheet);
    this.formats = sheet.conditionalFormats.map((format) => ({ format, area: format.area }));
    this.layout = {
      merges: [...sheet.merges], columnStyles: new Map(sheet.columnStyles), columnWidths: new Map(sheet.columnWidths), rowHeights: new Map(sheet.rowHeights),
      hiddenRows: new Set(sheet.hiddenRows), hiddenColumns: new Set(sheet.hiddenColumns),
    };
  }

  /** Inserts or deletes, and remembers how it was. */
  static carryOut(workbook: WorkbookModel, sheet: SheetModel, area: Area, axis: 'row' | 'column', isDeletion: boolean, actor: Actor): ShiftRecord {
    const record = new ShiftRecord(workbook, sheet, area, axis, isDeletion);
    workbook.shiftCells(sheet, area, axis, isDeletion, actor);
    for (const place of record.formulas) place.after = place.read();
    return record;
  }

  /** Does it again after it was taken back. */
  repeat(): ShiftRecord {
    return ShiftRecord.carryOut(this.workbook, this.sheet, this.area, this.axis, this.isDeletion, 'user');
  }

  /** Brings back what the change took away; what others changed since stays. */
  takeBack(): void {
    const { workbook, sheet, area } = this;
    workbook.shiftCells(sheet, area, this.axis, !this.isDeletion, 'user');
    for (const [key, cell] of this.cells) sheet.cells.set(key, cell);
    for (const place of this.formulas) if (place.before !== place.after && place.read() === place.after) place.write(place.before);
    for (const { table, area: before, columns, showTotals } of this.tables) {
      Object.assign(table, { area: before, columns, showTotals });
      if (workbook.tables.includes(table)) continue;
      workbook.tables.push(table);
      workbook.emit({ kind: 'tableAdded', table, actor: 'user' });
    }
    for (const comment of this.comments) if (!workbook.comments.includes(comment)) workbook.comments.push(comment);
    for (const { format, area: before } of this.formats) {
      format.area = before;
      if (!sheet.conditionalFormats.includes(format)) sheet.conditionalFormats.push(format);
    }
    Object.assign(sheet, this.layout);
    workbook.markDirty();
    workbook.emit({ kind: 'layout', sheet });
    workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited', actor: 'user' });
  }
}

function formulaPlaces(workbook: WorkbookModel): FormulaPlace[] {
  const places: FormulaPlace[] = [];
  for (const sheet of workbook.sheets) {
    for (const cell of sheet.cells.values()) {
      if (cell.formula !== undefined) places.push({ before: cell.formula, read: () => cell.formula, write: (formula) => { cell.formula = formula; } });
    }
    for (const { settings } of sheet.conditionalFormats) {
      const formula = settings.get('Formula');
      if (typeof formula === 'string') places.push({ before: formula, read: () => settings.get('Formula') as string | undefined, write: (text) => settings.set('Formula', text) });
    }
  }
  for (const item of workbook.names) places.push({ before: item.formula, read: () => item.formula, write: (formula) => { item.formula = formula; } });
  return places;
}
