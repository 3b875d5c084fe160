import { between, type Area } from '../../cells/address';
import { type CellsChangeType } from '../change';
import { type SheetModel, keyColumn, keyRow } from '../sheet';
import { type WorkbookModel } from '../workbook';
import { type ShiftedCells, type UndoRecord } from './undo-record';
import { type SheetState, type StructureState, restoreSheet, restoreStructure } from './workbook-state';

type Side = 'before' | 'after';

const inverse: Readonly<Record<ShiftedCells['changeType'], CellsChangeType>> = {
  RowInserted: 'RowDeleted', RowDeleted: 'RowInserted', ColumnInserted: 'ColumnDeleted', ColumnDeleted: 'ColumnInserted', CellInserted: 'CellDeleted', CellDeleted: 'CellInserted',
};

/** Brings the workbook to one side of a record and tells of it as of any other change by the user. */
export function applyRecord(workbook: WorkbookModel, record: UndoRecord, side: Side): void {
  const before = { ...record.structure?.[side === 'before' ? 'after' : 'before'] };
  if (record.structure) restoreStructure(workbook, record.structure[side]);
  for (const [sheet, states] of record.sheets) restoreSheet(sheet, states[side]);
  for (const [sheet, cells] of record.cells) {
    for (const [key, states] of cells) {
      const state = states[side];
      if (state) sheet.cells.set(key, { ...state });
      else sheet.cells.delete(key);
    }
  }
  workbook.markDirty();
  if (record.structure) tellOfStructure(workbook, before, record.structure[side]);
  for (const [sheet, states] of record.sheets) if (workbook.sheets.includes(sheet)) tellOfSheet(workbook, sheet, states[side === 'before' ? 'after' : 'before']);
  tellOfCells(workbook, record, side);
}

function tellOfStructure(workbook: WorkbookModel, before: Partial<StructureState>, after: StructureState): void {
  const gone = <T>(from: readonly T[] | undefined, to: readonly T[]): T[] => (from ?? []).filter((item) => !to.includes(item));
  const items = <T>(kept: readonly { readonly item: T }[] | undefined): T[] => (kept ?? []).map(({ item }) => item);
  for (const sheet of gone(after.sheets, before.sheets ?? [])) workbook.emit({ kind: 'sheetAdded', sheet, actor: 'user' });
  for (const sheet of gone(before.sheets, after.sheets)) workbook.forgetSheet(sheet, 'user');
  after.sheets.forEach((sheet, position) => {
    const old = before.sheets?.indexOf(sheet) ?? -1;
    if (old >= 0 && old !== position) workbook.emit({ kind: 'sheetMoved', sheet, before: old, after: position, actor: 'user' });
  });
  for (const table of gone(items(before.tables), items(after.tables))) workbook.emit({ kind: 'tableDeleted', table, actor: 'user' });
  for (const table of gone(items(after.tables), items(before.tables))) workbook.emit({ kind: 'tableAdded', table, actor: 'user' });
  for (const table of items(after.tables)) workbook.emit({ kind: 'tableRestyled', table, actor: 'user' });
  for (const { id, sheet } of gone(items(before.comments), items(after.comments))) workbook.emit({ kind: 'comment', commentId: id, happening: 'Deleted', sheet, actor: 'user' });
  for (const { id, sheet } of gone(items(after.comments), items(before.comments))) workbook.emit({ kind: 'comment', commentId: id, happening: 'Added', sheet, actor: 'user' });
  workbook.emit({ kind: 'names' });
}

function tellOfSheet(workbook: WorkbookModel, sheet: SheetModel, { fields }: SheetState): void {
  if (fields.name !== sheet.name) workbook.emit({ kind: 'sheetRenamed', sheet, before: fields.name, actor: 'user' });
  if (fields.visibility !== sheet.visibility) workbook.emit({ kind: 'sheetVisibility', sheet, before: fields.visibility, actor: 'user' });
  workbook.emit({ kind: 'layout', sheet });
  workbook.emit({ kind: 'conditionalFormats', sheet });
  workbook.emit({ kind: 'charts', sheet });
}

/** Taken-back rows tell that they went, not that every cell below them was edited. */
function tellOfCells(workbook: WorkbookModel, record: UndoRecord, side: Side): void {
  const shifted = new Set(record.shifts.map(({ sheet }) => sheet));
  const shifts = side === 'before' ? [...record.shifts].reverse() : record.shifts;
  for (const { sheet, area, changeType } of shifts) {
    if (!workbook.sheets.includes(sheet)) continue;
    workbook.emit({ kind: 'cells', sheet, area, changeType: side === 'before' ? inverse[changeType] : changeType, actor: 'user' });
  }
  for (const [sheet, cells] of record.cells) {
    if (shifted.has(sheet) || !workbook.sheets.includes(sheet)) continue;
    const contents = [...cells].filter(([, { before, after }]) => before?.value !== after?.value || before?.formula !== after?.formula);
    const edited = areaOf(contents.map(([key]) => key));
    if (edited) workbook.emit({ kind: 'cells', sheet, area: edited, changeType: 'RangeEdited', actor: 'user' });
    const styled = areaOf([...cells.keys()]);
    if (styled) workbook.emit({ kind: 'format', sheet, area: styled, actor: 'user' });
  }
}

function areaOf(keys: readonly number[]): Area | null {
  if (keys.length === 0) return null;
  const bounds = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const key of keys) {
    const [row, column] = [keyRow(key), keyColumn(key)];
    Object.assign(bounds, { top: Math.min(bounds.top, row), left: Math.min(bounds.left, column), bottom: Math.max(bounds.bottom, row), right: Math.max(bounds.right, column) });
  }
  return between(bounds.top, bounds.left, bounds.bottom, bounds.right);
}
