import { parseArea, splitAddress } from '../../../spreadsheet/cells/address';
import { failures } from '../../../spreadsheet/model/failure';
import { type SheetModel } from '../../../spreadsheet/model/sheet';
import { HostObject } from '../protocol/host-object';
import { type Session } from '../protocol/session';
import { RangeObject } from './ranges/range';

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

  get TopMargin(): unknown {
    return this.margin('TopMargin');
  }

  set TopMargin(value: unknown) {
    this.keep('TopMargin', value);
  }

  get BottomMargin(): unknown {
    return this.margin('BottomMargin');
  }

  set BottomMargin(value: unknown) {
    this.keep('BottomMargin', value);
  }

  get LeftMargin(): unknown {
    return this.margin('LeftMargin');
  }

  set LeftMargin(value: unknown) {
    this.keep('LeftMargin', value);
  }

  get RightMargin(): unknown {
    return this.margin('RightMargin');
  }

  set RightMargin(value: unknown) {
    this.keep('RightMargin', value);
  }

  private margin(name: string): unknown {
    return this.sheet.pageLayout.get(name) ?? 50.4;
  }

  get HeadersFooters(): HostObject {
    return new HeaderFooterGroupObject(this.session, this.sheet);
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

class HeaderFooterGroupObject extends HostObject {
  readonly className = 'HeaderFooterGroup';

  constructor(session: Session, private readonly sheet: SheetModel) {
    super(session);
  }

  get DefaultForAllPages(): HostObject {
    return new HeaderFooterObject(this.session, this.sheet);
  }
}

/** What every page says at its top and bottom, with Excel's own codes: "&P" is the page, "&N" the number of pages. */
class HeaderFooterObject extends HostObject {
  readonly className = 'HeaderFooter';

  constructor(session: Session, private readonly sheet: SheetModel) {
    super(session);
  }

  private text(name: string): unknown {
    return this.sheet.pageLayout.get(name) ?? '';
  }

  private keep(name: string, value: unknown): void {
    this.session.workbook.changeLayout(this.sheet, (sheet) => sheet.pageLayout.set(name, value));
  }

  get LeftHeader(): unknown {
    return this.text('LeftHeader');
  }

  set LeftHeader(value: unknown) {
    this.keep('LeftHeader', value);
  }

  get CenterHeader(): unknown {
    return this.text('CenterHeader');
  }

  set CenterHeader(value: unknown) {
    this.keep('CenterHeader', value);
  }

  get RightHeader(): unknown {
    return this.text('RightHeader');
  }

  set RightHeader(value: unknown) {
    this.keep('RightHeader', value);
  }

  get LeftFooter(): unknown {
    return this.text('LeftFooter');
  }

  set LeftFooter(value: unknown) {
    this.keep('LeftFooter', value);
  }

  get CenterFooter(): unknown {
    return this.text('CenterFooter');
  }

  set CenterFooter(value: unknown) {
    this.keep('CenterFooter', value);
  }

  get RightFooter(): unknown {
    return this.text('RightFooter');
  }

  set RightFooter(value: unknown) {
    this.keep('RightFooter', value);
  }
}
