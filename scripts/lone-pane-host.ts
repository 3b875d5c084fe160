import { ExcelSide } from '../src/workbench/excel-side/excel-side';
import { installDesktopHost } from '../src/workbench/office-host';

/** Plays Excel for a pane that stands alone in its tab, as it does in Excel: without the workbench's grid. Runs before office.js. */
installDesktopHost(window as unknown as Record<string, unknown>, new ExcelSide().bridge);
