import { parseArea, splitAddress } from '../cells/address';
import { failures } from '../model/failure';
import { type SheetModel } from '../model/sheet';
import { HostObject } from '../protocol/host-object';
import { type Session } from '../protocol/session';
import { RangeObject } from './range';

/** How a sheet prints; kept and given back, since nothing is printed here. */
export class PageLayoutObject extends HostObject {
  readonly className = 'PageLayout';

  constructor(session: Session, private readonly sheet: SheetModel) {
    super(session);
  }

  private keep(name: string, value: unknown): void {
    this.session.workbook.changeLayout(this.sheet, (sheet) => sheet.pageLayout.set(name, value));
  }

  get Orientation(): unknown {
    return this.sheet.pageLayout.get('Orientation') ?? 'Portrait';
  }

  set Orientation(value: unknown) {
    this.keep('Orientation', value);
  }

  get PaperSize(): unknown {
    return this.sheet.pageLayout.get('PaperSize') ?? 'A4';
  }

  set PaperSize(value: unknown) {
    this.keep('PaperSize', value);
  }

  get Zoom(): unknown {
    return this.sheet.pageLayout.get('Zoom') ?? { scale: 100 };
  }

  set Zoom(value: unknown) {
    this.keep('Zoom', value);
  }

  get CenterHorizontally(): unknown {
    return this.sheet.pageLayout.get('CenterHorizontally') ?? false;
  }

  set CenterHorizontally(value: unknown) {
    this.keep('CenterHorizontally', value);
  }

  get PrintGridlines(): unknown {
    return this.sheet.pageLayout.get('PrintGridlines') ?? false;
  }

  set PrintGridlines(value: unknown) {
    this.keep('PrintGridlines', value);
  }

  private keepAddress(name: string, range: unknown): void {
    const address = range instanceof RangeObject ? range.Address : String(range);
    if (!parseArea(splitAddress(address).local)) throw failures.invalidArgument();
    this.keep(name, address);
  }

  SetPrintArea(range: unknown): void {
    this.keepAddress('PrintArea', range);
  }

  SetPrintTitleRows(range: unknown): void {
    this.keepAddress('PrintTitleRows', range);
  }

  SetPrintTitleColumns(range: unknown): void {
    this.keepAddress('PrintTitleColumns', range);
  }
}
