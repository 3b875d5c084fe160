import { type ExcelSide } from '../excel-side/excel-side';
import { addFind, createGrid, suggestFunctions } from '../grid/create-univer';
import { GridView } from '../grid/grid-view';
import { UserActions } from '../grid/user-actions';
import { ChartLayer } from '../grid/charts/chart-layer';
import { registerIcons } from '../menus/icons';
import { addNumberFormatMenu } from '../menus/number-format-menu';
import { addSortFilterMenu } from '../menus/sort-filter-menu';
import { addProtectionMenu } from '../menus/tab-menu';
import { renameOnDoublePress } from '../menus/tab-rename';
import { type FunctionHint, gridLanguage } from '../texts/grid-language';
import { type Language, type Texts } from '../texts/texts';
import { showCellCards } from './cell-card';
import { type StatusLine } from './status-line';

/** Where the grid goes, and what it shows. */
export interface GridPlace {
  readonly place: HTMLElement;
  readonly card: HTMLElement;
  readonly side: ExcelSide;
  readonly hints: readonly FunctionHint[];
  readonly language: Language;
  readonly texts: Texts;
  readonly status: StatusLine;
}

/** Opens the spreadsheet over the workbook as it stands, with everything that a person can do in it. A script of its own: the grid is large, and the pane does not wait for it. */
export async function openGrid({ place, card, side, hints, language, texts, status }: GridPlace): Promise<GridView> {
  const words = await gridLanguage(language);
  place.replaceChildren();
  const grid = createGrid(place, hints, words);
  const view = new GridView(grid, side, place);
  const report = {
    refused: (error: { readonly code: string; readonly message: string }) => status.warn(texts.refused[error.code] ?? error.message),
    accepted: () => status.calm(),
  };
  const actions = new UserActions(grid, view, side, report);
  view.open();
  actions.start(place);
  void suggestFunctions(grid, hints, words);
  void addFind(grid);
  registerIcons(grid.api);
  addProtectionMenu(grid, side, texts, (text) => status.say(text));
  renameOnDoublePress(grid.api, place);
  addSortFilterMenu(grid.api, place, view, { side, texts, report }, (text) => status.say(text));
  addNumberFormatMenu(grid.api, side, texts, report);
  showCellCards(card, grid, side);
  new ChartLayer(place, grid, side);
  return view;
}
