import { CellValueType, type ICellData } from '@univerjs/core';
import { CellError } from '../../spreadsheet/cells/value';
import { type SheetModel, cellKey } from '../../spreadsheet/model/sheet';
import { gridStyle } from './looks/grid-style';

/** A cell of the model as the grid stores it: raw value, formula and look. */
export function gridCell(sheet: SheetModel, row: number, column: number): ICellData | null {
  const cell = sheet.cell(row, column);
  const spill = sheet.spills.get(cellKey(row, column));
  const style = sheet.styleAt(row, column);
  if (!cell && !spill && !style) return null;
  const value = sheet.valueAt(row, column);
  const raw = value instanceof CellError ? value.code : value;
  return {
    v: typeof raw === 'boolean' ? Number(raw) : raw,
    t: typeof raw === 'number' ? CellValueType.NUMBER : typeof raw === 'boolean' ? CellValueType.BOOLEAN : raw === null ? null : CellValueType.STRING,
    f: cell?.formula ?? null,
    si: null,
    p: null,
    s: style ? gridStyle(style) : null,
  };
}
