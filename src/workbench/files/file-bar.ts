import { type SheetModel } from '../../spreadsheet/model/sheet';
import { type ExcelSide } from '../excel-side/excel-side';
import { type StatusLine } from '../shell/status-line';
import { type Texts } from '../texts/texts';
import { type FileActions } from './file-actions';
import { menuButton } from './menu-button';

/** What the bar's menu works on. */
export interface FileBar {
  readonly files: FileActions;
  readonly side: ExcelSide;
  readonly texts: Texts;
  readonly locale: string;
  readonly status: StatusLine;
  readonly playDemo: () => void;
}

/** A button for the demonstration, the menu of files and a button to save, with Excel's keys for them. */
export function fileBar({ files, side, texts, locale, status, playDemo }: FileBar): HTMLElement[] {
  const { files: words } = texts;
  const print = (sheets: () => readonly SheetModel[]) => (): void => {
    import('../printing/print-sheets')
      .then(({ printSheets }) => printSheets(side.workbook, sheets(), locale))
      .then((isPrinted) => (isPrinted ? undefined : status.say(words.nothingToPrint)), (error: unknown) => status.warn(String(error)));
  };
  const printSheet = print(() => [side.workbook.activeSheet]);
  const printAll = print(() => side.workbook.sheets.filter(({ visibility }) => visibility === 'Visible'));
  listenForKeys({ s: files.save, o: files.open, p: printSheet });
  const menu = menuButton('file-menu', words.menu, [
    { id: 'file-new', label: words.create, choose: files.create },
    { id: 'file-open', label: words.open, keys: 'Ctrl+O', choose: files.open },
    { id: 'file-save-as', label: words.saveAs, choose: files.saveAs },
    { id: 'file-open-xlsx', label: texts.openXlsx, startsGroup: true, choose: files.openXlsx },
    { id: 'file-save-xlsx', label: texts.saveXlsx, choose: files.saveToXlsx },
    { id: 'file-print', label: words.print, keys: 'Ctrl+P', startsGroup: true, choose: printSheet },
    { id: 'file-print-all', label: words.printAll, choose: printAll },
    { id: 'file-language', label: words.otherLanguage, startsGroup: true, choose: () => window.location.assign(`?lang=${document.documentElement.lang === 'da' ? 'en' : 'da'}`) },
  ]);
  return [barButton('demo-start', texts.demo.name, texts.demo.start, playDemo), menu, barButton('file-save', texts.save, 'Ctrl+S', files.save)];
}

function barButton(id: string, label: string, title: string, press: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'file-button', id, textContent: label, title });
  button.addEventListener('click', press);
  return button;
}

function listenForKeys(actions: Readonly<Record<string, () => void>>): void {
  window.addEventListener('keydown', (event) => {
    const act = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey ? actions[event.key.toLowerCase()] : undefined;
    if (!act || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }, { capture: true });
}
