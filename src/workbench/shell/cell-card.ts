import { CellError } from '../../spreadsheet/cells/value';
import { type ExcelSide } from '../excel-side/excel-side';
import { type Grid } from '../grid/create-univer';

/** Shows a cell's comment, or the message of the error in it, while the pointer is over the cell. */
export function showCellCards(card: HTMLElement, grid: Grid, side: ExcelSide): void {
  let pointer = { x: 0, y: 0 };
  window.addEventListener('pointermove', (event) => {
    pointer = { x: event.clientX, y: event.clientY };
  }, { passive: true, capture: true });
  const { api } = grid;
  api.addEvent(api.Event.CellHover, ({ worksheet, row, column }) => {
    const text = cardText(side, worksheet.getSheetId(), row, column);
    card.hidden = text === null;
    if (text === null) return;
    card.textContent = text;
    const { width, height } = card.getBoundingClientRect();
    card.style.left = `${Math.max(8, Math.min(pointer.x + 14, window.innerWidth - width - 8))}px`;
    card.style.top = `${Math.max(8, Math.min(pointer.y + 14, window.innerHeight - height - 8))}px`;
  });
  document.addEventListener('pointerdown', () => {
    card.hidden = true;
  }, { capture: true });
}

/** What there is to say about a cell, or null. */
export function cardText(side: ExcelSide, sheetId: string, row: number, column: number): string | null {
  const { workbook } = side;
  const sheet = workbook.sheetBy(sheetId);
  if (!sheet) return null;
  const value = sheet.valueAt(row, column);
  const error = value instanceof CellError ? value.message : undefined;
  return workbook.commentAt(sheet, row, column)?.content ?? (error ? `${(value as CellError).code} ${error}` : null);
}
