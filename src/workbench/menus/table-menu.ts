import { type TableModel } from '../../spreadsheet/model/tables/table';
import { type ExcelSide } from '../excel-side/excel-side';
import { dialogButton } from '../files/dialog';
import { type StepReport, userStep } from '../grid/user-step';
import { type Texts } from '../texts/texts';
import { columnValues } from './column-values';
import { openPopup, popupButton } from './popup';
import { valueList } from './value-list';

/** A column of a table, by its place in the table. */
export interface TableColumn {
  readonly table: TableModel;
  readonly index: number;
}

/** What sorting and filtering needs. */
export interface TableMenu {
  readonly side: ExcelSide;
  readonly texts: Texts;
  readonly report: StepReport;
}

/** The column of a table that a cell of the sheet in front stands in, or null. */
export function columnAt({ workbook }: ExcelSide, row: number, column: number): TableColumn | null {
  const table = workbook.tableAt(workbook.activeSheet, row, column);
  return table && { table, index: column - table.area.column };
}

/** Opens the menu of a table's column: sort up or down, and which values to see. What is chosen is done to the workbook, as one step. */
export function openTableMenu({ side, texts, report }: TableMenu, { table, index }: TableColumn, place: { readonly x: number; readonly y: number }): void {
  const column = table.columns[index];
  if (!column) return;
  const { tables: words } = texts;
  const values = columnValues(side.workbook, table, index);
  const list = valueList(values, texts);
  const act = (change: () => void) => (): void => {
    popup.close();
    userStep(side, report, change);
  };
  const sort = (isDescending: boolean) => act(() => side.workbook.sortRows(table.sheet, table.dataArea, [{ column: index, isDescending }], 'user'));
  const filter = act(() => {
    const ticked = list.ticked();
    side.workbook.filterTable(table, column, ticked.length === values.length ? null : ticked);
  });
  const buttons = Object.assign(document.createElement('div'), { className: 'popup-buttons' });
  const clear = dialogButton(words.clearFilter, act(() => side.workbook.filterTable(table, column, null)));
  clear.disabled = column.shown === undefined;
  buttons.append(dialogButton(words.apply, filter, true), clear);
  const popup = openPopup(words.menuOf(column.name), [popupButton(words.ascending, sort(false)), popupButton(words.descending, sort(true)), list.element, buttons], place);
}
