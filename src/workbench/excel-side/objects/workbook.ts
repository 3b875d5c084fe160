import { between, parseArea } from '../../../spreadsheet/cells/address';
import { failures } from '../../../spreadsheet/model/failure';
import { HostObject } from '../protocol/host-object';
import { CommentsObject } from './comment';
import { NamesObject } from './named-item';
import { RangeObject } from './ranges/range';
import { RangeAreasObject } from './ranges/range-areas';
import { SettingsObject, XmlPartsObject } from './storage';
import { TablesObject } from './tables/table';
import { WorksheetsObject } from './worksheet';

/** The root of every request. */
export class WorkbookObject extends HostObject {
  readonly className = 'Workbook';

  get Name(): string {
    return this.session.workbook.name;
  }

  get IsDirty(): boolean {
    return true;
  }

  get ReadOnly(): boolean {
    return false;
  }

  get Application(): HostObject {
    return new ApplicationObject(this.session);
  }

  get Worksheets(): HostObject {
    return new WorksheetsObject(this.session);
  }

  get Tables(): HostObject {
    return new TablesObject(this.session, null);
  }

  get Names(): HostObject {
    return new NamesObject(this.session, null);
  }

  get Comments(): HostObject {
    return new CommentsObject(this.session, null);
  }

  get Protection(): HostObject {
    return new WorkbookProtectionObject(this.session);
  }

  get Settings(): HostObject {
    return new SettingsObject(this.session);
  }

  get CustomXmlParts(): HostObject {
    return new XmlPartsObject(this.session);
  }

  get Properties(): HostObject {
    return new PropertiesObject(this.session);
  }

  get _Runtime(): HostObject {
    return new RuntimeObject(this.session);
  }

  private selection(): RangeObject {
    const sheet = this.session.workbook.activeSheet;
    return new RangeObject(this.session, sheet, sheet.selection);
  }

  GetSelectedRange(): HostObject {
    return this.selection();
  }

  GetSelectedRanges(): HostObject {
    const sheet = this.session.workbook.activeSheet;
    return new RangeAreasObject(this.session, sheet, [sheet.selection]);
  }

  GetActiveCell(): HostObject {
    const { sheet, area } = this.selection();
    return new RangeObject(this.session, sheet, between(area.row, area.column, area.row, area.column));
  }

  _GetRangeForEventByReferenceId(referenceId: string): HostObject {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(referenceId);
    if (!range) throw failures.invalidReference();
    return range;
  }

  _GetRangeOrNullObjectForEventByReferenceId(referenceId: string): HostObject | null {
    const [sheetId = '', address = ''] = referenceId.split('|');
    const sheet = this.session.workbook.sheetBy(sheetId);
    const area = parseArea(address);
    return sheet && area ? new RangeObject(this.session, sheet, area) : null;
  }

  _RemoveReference(id: string): void {
    const object = this.session.references.get(id);
    if (object instanceof RangeObject || object instanceof RangeAreasObject) object.releaseReference();
  }

  Save(): void {
    this.session.workbook.settle();
  }
}

class WorkbookProtectionObject extends HostObject {
  readonly className = 'WorkbookProtection';

  get Protected(): boolean {
    return this.session.workbook.isStructureProtected;
  }

  Protect(): void {
    if (this.Protected) throw failures.invalidOperation('The workbook is protected already.');
    this.session.workbook.isStructureProtected = true;
  }

  Unprotect(): void {
    this.session.workbook.isStructureProtected = false;
  }
}

class RuntimeObject extends HostObject {
  readonly className = 'Runtime';

  get EnableEvents(): boolean {
    return this.session.areEventsEnabled;
  }

  set EnableEvents(areEnabled: boolean) {
    this.session.areEventsEnabled = areEnabled;
  }
}

class ApplicationObject extends HostObject {
  readonly className = 'Application';

  get CalculationMode(): string {
    return this.session.workbook.calculationMode;
  }

  set CalculationMode(mode: string) {
    const modes = ['Automatic', 'Manual', 'AutomaticExceptTables'] as const;
    const wanted = modes.find((candidate) => candidate === mode);
    if (!wanted) throw failures.invalidArgument();
    this.session.workbook.calculationMode = wanted;
  }

  get CalculationState(): string {
    return 'Done';
  }

  get CalculationEngineVersion(): number {
    return 191029;
  }

  get DecimalSeparator(): string {
    return this.session.workbook.culture.decimalSeparator;
  }

  get ThousandsSeparator(): string {
    return this.session.workbook.culture.groupSeparator;
  }

  get UseSystemSeparators(): boolean {
    return true;
  }

  get CultureInfo(): HostObject {
    return new CultureInfoObject(this.session);
  }

  Calculate(type: string): void {
    this.session.workbook.calculate(type);
  }

  SuspendApiCalculationUntilNextSync(): void {
    this.session.workbook.markDirty();
  }

  SuspendScreenUpdatingUntilNextSync(): void {
    this.session.workbook.markDirty();
  }
}

class CultureInfoObject extends HostObject {
  readonly className = 'CultureInfo';

  get Name(): string {
    return this.session.workbook.culture.name;
  }

  get NumberFormat(): HostObject {
    return new NumberFormatInfoObject(this.session);
  }
}

class NumberFormatInfoObject extends HostObject {
  readonly className = 'NumberFormatInfo';

  get NumberDecimalSeparator(): string {
    return this.session.workbook.culture.decimalSeparator;
  }

  get NumberGroupSeparator(): string {
    return this.session.workbook.culture.groupSeparator;
  }
}

class PropertiesObject extends HostObject {
  readonly className = 'DocumentProperties';

  private read(name: string): unknown {
    return this.session.workbook.properties.get(name) ?? '';
  }

  private keep(name: string, value: unknown): void {
    this.session.workbook.properties.set(name, value);
  }

  get Title() {
    return this.read('Title');
  }

  set Title(value: unknown) {
    this.keep('Title', value);
  }

  get Subject() {
    return this.read('Subject');
  }

  set Subject(value: unknown) {
    this.keep('Subject', value);
  }

  get Author() {
    return this.read('Author');
  }

  set Author(value: unknown) {
    this.keep('Author', value);
  }
}
