import { CellError, toWireValue, valueType } from '../../../spreadsheet/cells/value';
import { failures } from '../../../spreadsheet/model/failure';
import { type NameModel } from '../../../spreadsheet/model/names';
import { type SheetModel } from '../../../spreadsheet/model/sheet';
import { HostObject } from '../protocol/host-object';
import { type Session } from '../protocol/session';
import { RangeObject } from './ranges/range';
import { WorksheetObject, namedArea } from './worksheet';

export class NamesObject extends HostObject {
  readonly className = 'NamedItemCollection';

  constructor(session: Session, private readonly sheet: SheetModel | null) {
    super(session);
  }

  private get found(): NameModel[] {
    return this.session.workbook.names.filter((item) => item.sheet === this.sheet);
  }

  private byKey(key: unknown): NameModel | undefined {
    const text = String(key).toLowerCase();
    return this.found.find((item) => item.id === key) ?? this.found.find((item) => item.name.toLowerCase() === text);
  }

  private object(item: NameModel | undefined): HostObject {
    if (!item) throw failures.itemNotFound();
    return new NamedItemObject(this.session, item);
  }

  override children(): HostObject[] {
    return this.found.map((item) => this.object(item));
  }

  override childBy(key: unknown): HostObject {
    return this.object(this.byKey(key));
  }

  Add(name: string, reference: unknown, comment: string | null): HostObject {
    const formula = reference instanceof RangeObject
      ? `=${reference.Address.replace(/(!|:)?([A-Z]+)(\d+)/g, '$1$$$2$$$3')}`
      : String(reference);
    const { workbook } = this.session;
    if (!(reference instanceof RangeObject) && !formula.startsWith('=')) throw failures.invalidArgument();
    return this.object(workbook.addName(name, formula, this.sheet, comment ?? ''));
  }

  GetItem(key: string): HostObject {
    return this.childBy(key);
  }

  GetItemOrNullObject(key: string): HostObject | null {
    const item = this.byKey(key);
    return item ? this.object(item) : null;
  }

  GetCount(): number {
    return this.found.length;
  }
}

class NamedItemObject extends HostObject {
  readonly className = 'NamedItem';

  constructor(session: Session, private readonly item: NameModel) {
    super(session);
  }

  private get place() {
    return namedArea(this.session, this.item.formula, this.item.sheet ?? this.session.workbook.activeSheet);
  }

  get _Id(): string {
    return this.item.id;
  }

  get Name(): string {
    return this.item.name;
  }

  get Comment(): string {
    return this.item.comment;
  }

  set Comment(comment: string) {
    this.session.workbook.changeName(this.item, { comment });
  }

  get Formula(): string {
    return this.item.formula;
  }

  set Formula(formula: string) {
    this.session.workbook.changeName(this.item, { formula });
  }

  get Visible(): boolean {
    return this.item.isVisible;
  }

  set Visible(isVisible: boolean) {
    this.session.workbook.changeName(this.item, { isVisible });
  }

  get Scope(): string {
    return this.item.sheet ? 'Worksheet' : 'Workbook';
  }

  get Type(): string {
    const constant = this.constant();
    if (constant === undefined) return this.place ? 'Range' : 'Error';
    return constant instanceof CellError ? 'Error' : valueType(constant);
  }

  get Value(): unknown {
    const constant = this.constant();
    if (constant !== undefined) return toWireValue(constant);
    const { place } = this;
    return place ? this.session.workbook.addressOf(place.sheet, place.area) : '#REF!';
  }

  private constant() {
    const expression = this.session.workbook.calculation.parse(this.item.formula);
    return expression?.type === 'constant' ? expression.value : undefined;
  }

  get Worksheet(): HostObject {
    if (!this.item.sheet) throw failures.itemNotFound();
    return new WorksheetObject(this.session, this.item.sheet);
  }

  get WorksheetOrNullObject(): HostObject | null {
    return this.item.sheet && new WorksheetObject(this.session, this.item.sheet);
  }

  GetRange(): HostObject {
    const range = this.GetRangeOrNullObject();
    if (!range) throw failures.invalidReference();
    return range;
  }

  GetRangeOrNullObject(): HostObject | null {
    const { place } = this;
    return place && new RangeObject(this.session, place.sheet, place.area);
  }

  Delete(): void {
    this.session.workbook.removeName(this.item);
  }
}
