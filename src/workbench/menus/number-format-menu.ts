import { type FUniver } from '@univerjs/core/facade';
import { defaultStyle } from '../../spreadsheet/model/style';
import { type ExcelSide } from '../excel-side/excel-side';
import { type StepReport, userStep } from '../grid/user-step';
import { icons } from './icons';
import { numberFormats, withDecimals } from './number-formats';
import { openPopup, popupButton, pressedPlace } from './popup';
import { type Texts } from '../texts/texts';

/** Adds a menu of number formats to the toolbar. The workbook keeps them, so that the add-in and files see what is seen. */
export function addNumberFormatMenu(api: FUniver, side: ExcelSide, { numberFormats: words }: Texts, report: StepReport): void {
  const restyle = (change: (format: string) => string): void => userStep(side, report, () => {
    const { workbook } = side;
    workbook.restyle(workbook.activeSheet, workbook.activeSheet.selection, (style) => ({ ...style, numberFormat: change(style.numberFormat ?? defaultStyle.numberFormat) }), 'user');
  });
  const open = (): void => {
    const choice = (label: string, change: (format: string) => string): HTMLElement => popupButton(label, () => {
      popup.close();
      restyle(change);
    });
    const formats = Object.entries(numberFormats).map(([name, format]) => choice(words[name as keyof typeof numberFormats], () => format));
    const decimals = [choice(words.moreDecimals, (format) => withDecimals(format, 1)), choice(words.fewerDecimals, (format) => withDecimals(format, -1))];
    const popup = openPopup(words.menu, [...formats, ...decimals], pressedPlace());
  };
  api.createMenu({ id: 'workbench.number-format', title: words.menu, tooltip: words.menu, icon: icons.digits, action: open }).appendTo('ribbon.start.layout');
}
