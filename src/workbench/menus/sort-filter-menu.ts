import { type FUniver } from '@univerjs/core/facade';
import { type GridView } from '../grid/grid-view';
import { onFilterButton } from '../grid/filter-button';
import { icons } from './icons';
import { columnAt, openTableMenu, type TableMenu } from './table-menu';

/** Opens a column's menu from the button in its heading, from the toolbar, and with Alt+Down in the table, as in Excel. */
export function addSortFilterMenu(api: FUniver, place: HTMLElement, view: GridView, menu: TableMenu, say: (text: string) => void): void {
  const { side, texts } = menu;
  const openAtSelection = (): boolean => {
    const { row, column } = side.workbook.activeSheet.selection;
    const found = columnAt(side, row, column);
    if (found === null) return false;
    const cell = api.getActiveWorkbook()?.getActiveSheet().getRange(row, column).getCellRect();
    openTableMenu(menu, found, { x: cell?.left ?? 0, y: cell?.bottom ?? 0 });
    return true;
  };
  onFilterButton(({ row, col }, { clientX, clientY }) => {
    const found = columnAt(side, row, col);
    if (found) openTableMenu(menu, found, { x: clientX, y: clientY + 12 });
  });
  api.createMenu({
    id: 'workbench.sort-filter', title: texts.tables.menu, tooltip: texts.tables.menu, icon: icons.funnel,
    action: () => {
      if (!openAtSelection()) say(texts.tables.noTable);
    },
  }).appendTo('ribbon.start.layout');
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || !event.altKey || view.isEditing || !openAtSelection()) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
}
