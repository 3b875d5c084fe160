import { type Area } from '../../../../spreadsheet/cells/address';
import { toWireValue } from '../../../../spreadsheet/cells/value';
import { transposeFormula, translateFormula } from '../../../../spreadsheet/formula/rewrite';
import { failures } from '../../../../spreadsheet/model/failure';
import { type SheetModel } from '../../../../spreadsheet/model/sheet';
import { type WorkbookModel } from '../../../../spreadsheet/model/workbook';

const kinds = ['All', 'Formulas', 'Values', 'Formats'] as const;
type CopyKind = (typeof kinds)[number];

interface Place {
  readonly sheet: SheetModel;
  readonly area: Area;
}

export interface CopyTask {
  readonly from: Place;
  readonly to: Place;
  readonly kind: CopyKind;
  readonly skipsBlanks: boolean;
  readonly isTransposed: boolean;
}

export function readCopyKind(copyType: string | null): CopyKind {
  const kind = kinds.find((candidate) => candidate === (copyType ?? 'All'));
  if (!kind) throw failures.apiNotFound(`Range.copyFrom(${String(copyType)})`);
  return kind;
}

/**
 * Copies cells over others. A target that is no multiple of the source takes the source's size; blank cells of the source
 * may leave their target alone; transposed, rows become columns.
 * Source: the reference of Excel.Range.copyFrom; Microsoft Learn, "Cut, copy, and paste ranges".
 */
export function copyRange(workbook: WorkbookModel, task: CopyTask): void {
  const target = targetOf(task);
  const sourceCell = (row: number, column: number): { row: number; column: number } => {
    const [down, right] = task.isTransposed ? [column, row] : [row, column];
    const { area } = task.from;
    return { row: area.row + (down % area.rows), column: area.column + (right % area.columns) };
  };
  const isSkipped = (place: { row: number; column: number }): boolean => {
    const cell = task.from.sheet.cell(place.row, place.column);
    return task.skipsBlanks && cell?.formula === undefined && task.from.sheet.valueAt(place.row, place.column) === null;
  };
  workbook.checkWritable(task.to.sheet, target);
  workbook.settle();
  if (task.kind === 'All' || task.kind === 'Formats') copyLooks(workbook, task, target, sourceCell, isSkipped);
  if (task.kind === 'Formats') return;
  workbook.write(task.to.sheet, target, (row, column) => {
    const place = sourceCell(row, column);
    return isSkipped(place) ? undefined : contentOf(task, place, { row: target.row + row, column: target.column + column });
  }, 'addIn');
}

function targetOf({ from, to, isTransposed }: CopyTask): Area {
  const size = isTransposed ? { rows: from.area.columns, columns: from.area.rows } : { rows: from.area.rows, columns: from.area.columns };
  const isMultiple = to.area.rows % size.rows === 0 && to.area.columns % size.columns === 0;
  return isMultiple ? to.area : { ...to.area, ...size };
}

type SourceCell = (row: number, column: number) => { row: number; column: number };

function copyLooks(workbook: WorkbookModel, { from, to }: CopyTask, target: Area, sourceCell: SourceCell, isSkipped: (place: { row: number; column: number }) => boolean): void {
  const styles = Array.from({ length: target.rows }, (_, row) => Array.from({ length: target.columns }, (__, column) => {
    const place = sourceCell(row, column);
    return isSkipped(place) ? null : (from.sheet.styleAt(place.row, place.column) ?? {});
  }));
  styles.forEach((line, row) => line.forEach((style, column) => {
    if (style) to.sheet.restyle({ row: target.row + row, column: target.column + column, rows: 1, columns: 1 }, () => style);
  }));
  workbook.emit({ kind: 'format', sheet: to.sheet, area: target, actor: 'addIn' });
}

function contentOf({ from, kind, isTransposed }: CopyTask, place: { row: number; column: number }, to: { row: number; column: number }): unknown {
  const formula = from.sheet.cell(place.row, place.column)?.formula;
  if (formula !== undefined && kind !== 'Values') {
    if (!isTransposed) return translateFormula(formula, to.row - place.row, to.column - place.column);
    const transposed = transposeFormula(formula, place, to);
    if (transposed === null) throw failures.apiNotFound('Range.copyFrom, transposing a reference that is fixed one way only');
    return transposed;
  }
  const value = from.sheet.valueAt(place.row, place.column);
  return typeof value === 'string' ? `'${value}` : toWireValue(value);
}
