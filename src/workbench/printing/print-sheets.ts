import { type SheetModel } from '../../spreadsheet/model/sheet';
import { type WorkbookModel } from '../../spreadsheet/model/workbook';
import { chartPictures } from './chart-pictures';
import { printedArea } from './page-setup';
import { printDocument } from './print-document';

/** Opens the browser's own print dialogue over sheets as they go on paper; answers once it is closed. Errors: false where there is nothing to print. */
export async function printSheets(workbook: WorkbookModel, sheets: readonly SheetModel[], language: string): Promise<boolean> {
  if (sheets.every((sheet) => printedArea(sheet) === null)) return false;
  const pictures = await chartPictures(workbook, sheets);
  const frame = Object.assign(document.createElement('iframe'), { className: 'print-frame', title: workbook.name, srcdoc: printDocument(workbook, sheets, pictures, language, new Date()) });
  frame.setAttribute('aria-hidden', 'true');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  try {
    await loaded;
    const paper = frame.contentWindow;
    if (!paper) return false;
    // The file that a person prints to is called as the page in front is.
    const title = document.title;
    document.title = workbook.name;
    paper.focus();
    paper.print();
    document.title = title;
    return true;
  } finally {
    frame.remove();
  }
}
