import { type ExcelSide } from '../excel-side/excel-side';
import { createGrid, suggestFirst, type FunctionHint } from '../grid/create-univer';
import { GridView } from '../grid/grid-view';
import { UserActions } from '../grid/user-actions';
import { showCellCards } from './cell-card';
import { type StatusLine } from './status-line';
import { addProtectionMenu } from './tab-menu';
import { type Texts } from './texts';

/** Where the grid goes, and what it shows. */
export interface GridPlace {
  readonly place: HTMLElement;
  readonly card: HTMLElement;
  readonly side: ExcelSide;
  readonly hints: readonly FunctionHint[];
  readonly texts: Texts;
  readonly status: StatusLine;
}

/** Opens the spreadsheet over the workbook as it stands, with everything that a person can do in it. A script of its own: the grid is large, and the pane does not wait for it. */
export function openGrid({ place, card, side, hints, texts, status }: GridPlace): GridView {
  place.replaceChildren();
  const grid = createGrid(place, hints);
  const view = new GridView(grid, side);
  const actions = new UserActions(grid, view, side, {
    refused: (error) => status.warn(texts.refused[error.code] ?? error.message),
    accepted: () => status.calm(),
  });
  view.open();
  actions.start(place);
  void suggestFirst(grid, hints.map(({ name }) => name));
  addProtectionMenu(grid, side, texts, (text) => status.say(text));
  showCellCards(card, grid, side);
  return view;
}
