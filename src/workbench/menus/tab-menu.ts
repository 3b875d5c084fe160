import { type ExcelSide } from '../excel-side/excel-side';
import { type Grid } from '../grid/create-univer';
import { type Texts } from '../texts/texts';

/** Lets a person protect the sheet in front, or take its protection away, from the menu of its tab. */
export function addProtectionMenu({ api }: Grid, side: ExcelSide, texts: Texts, say: (text: string) => void): void {
  const protect = (isProtected: boolean) => (): void => {
    const { workbook } = side;
    workbook.protect(workbook.activeSheet, isProtected ? { options: {}, password: null } : null);
    say(isProtected ? texts.isProtected : texts.isUnprotected);
  };
  const place = ['contextMenu.footerTabs', 'contextMenu.others'];
  api.createMenu({ id: 'workbench.protect', title: texts.protect, order: 20, action: protect(true) }).appendTo(place);
  api.createMenu({ id: 'workbench.unprotect', title: texts.unprotect, order: 21, action: protect(false) }).appendTo(place);
}
