import { type Area, intersect } from '../../../../spreadsheet/cells/address';
import { failures } from '../../../../spreadsheet/model/failure';
import { type ConditionalFormat, type SheetModel } from '../../../../spreadsheet/model/sheet';
import { HostObject } from '../../protocol/host-object';
import { type Session } from '../../protocol/session';
import { readColor } from '../../../../spreadsheet/model/color';
import { RangeObject } from './range';

const types = ['Custom', 'CellValue', 'ContainsText'];

export class ConditionalFormatsObject extends HostObject {
  readonly className = 'ConditionalFormatCollection';

  constructor(session: Session, private readonly sheet: SheetModel, private readonly where: () => Area) {
    super(session);
  }

  private get found(): ConditionalFormat[] {
    const area = this.where();
    return this.sheet.conditionalFormats.filter((format) => intersect(format.area, area));
  }

  override children(): HostObject[] {
    return this.found.map((format) => new ConditionalFormatObject(this.session, this.sheet, format));
  }

  override childBy(key: unknown): HostObject {
    const format = this.sheet.conditionalFormats.find((candidate) => candidate.id === key);
    if (!format) throw failures.itemNotFound();
    return new ConditionalFormatObject(this.session, this.sheet, format);
  }

  Add(type: string): HostObject {
    const area = this.where();
    this.session.workbook.checkWritable(this.sheet, area);
    if (!types.includes(type)) throw failures.apiNotFound(`ConditionalFormatCollection.add(${type})`);
    const format: ConditionalFormat = { id: this.session.workbook.newGuid(), area, type, settings: new Map() };
    this.sheet.conditionalFormats.unshift(format);
    return new ConditionalFormatObject(this.session, this.sheet, format);
  }

  ClearAll(): void {
    const gone = this.found;
    this.session.workbook.checkWritable(this.sheet, this.where());
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter((format) => !gone.includes(format));
    this.session.workbook.emit({ kind: 'conditionalFormats', sheet: this.sheet });
  }

  GetCount(): number {
    return this.found.length;
  }

  GetItem(id: string): HostObject {
    return this.childBy(id);
  }

  GetItemOrNullObject(id: string): HostObject | null {
    return this.sheet.conditionalFormats.some((format) => format.id === id) ? this.childBy(id) : null;
  }

  GetItemAt(index: number): HostObject {
    return this.childBy(this.found[index]?.id);
  }
}

class ConditionalFormatObject extends HostObject {
  readonly className = 'ConditionalFormat';

  constructor(session: Session, private readonly sheet: SheetModel, private readonly format: ConditionalFormat) {
    super(session);
  }

  private changed(): void {
    this.session.workbook.emit({ kind: 'conditionalFormats', sheet: this.sheet });
  }

  private settings(prefix: string): Settings {
    const { settings } = this.format;
    return {
      get: (name) => settings.get(prefix + name) ?? null,
      set: (name, value) => {
        settings.set(prefix + name, value);
        this.changed();
      },
    };
  }

  get Id(): string {
    return this.format.id;
  }

  get Type(): string {
    return this.format.type;
  }

  get Priority(): number {
    return this.sheet.conditionalFormats.indexOf(this.format);
  }

  set Priority(priority: number) {
    const others = this.sheet.conditionalFormats.filter((other) => other !== this.format);
    others.splice(priority, 0, this.format);
    this.sheet.conditionalFormats = others;
    this.changed();
  }

  get StopIfTrue(): boolean {
    return this.settings('').get('StopIfTrue') === true;
  }

  set StopIfTrue(value: boolean) {
    this.settings('').set('StopIfTrue', value);
  }

  get Custom(): HostObject {
    return this.CustomOrNullObject ?? wrongType();
  }

  get CustomOrNullObject(): HostObject | null {
    return this.format.type === 'Custom' ? new RuleHolder(this.session, this.settings('')) : null;
  }

  get CellValue(): HostObject {
    return this.CellValueOrNullObject ?? wrongType();
  }

  get CellValueOrNullObject(): HostObject | null {
    return this.format.type === 'CellValue' ? new ValueRuleHolder(this.session, this.settings('')) : null;
  }

  get TextComparison(): HostObject {
    return this.TextComparisonOrNullObject ?? wrongType();
  }

  get TextComparisonOrNullObject(): HostObject | null {
    return this.format.type === 'ContainsText' ? new ValueRuleHolder(this.session, this.settings('')) : null;
  }

  GetRange(): HostObject {
    return new RangeObject(this.session, this.sheet, this.format.area);
  }

  GetRangeOrNullObject(): HostObject {
    return this.GetRange();
  }

  Delete(): void {
    this.session.workbook.checkWritable(this.sheet, this.format.area);
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter((other) => other !== this.format);
    this.changed();
  }
}

function wrongType(): never {
  throw failures.invalidOperation('The conditional format is of another type.');
}

interface Settings {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

class SettingsObject extends HostObject {
  readonly className: string = 'ConditionalRangeFormat';

  constructor(session: Session, protected readonly settings: Settings) {
    super(session);
  }
}

class RuleHolder extends SettingsObject {
  override readonly className = 'CustomConditionalFormat';

  get Rule(): HostObject {
    return new FormulaRule(this.session, this.settings);
  }

  get Format(): HostObject {
    return new ConditionalLook(this.session, this.settings);
  }
}

class ValueRuleHolder extends SettingsObject {
  override readonly className = 'CellValueConditionalFormat';

  get Rule(): unknown {
    return this.settings.get('Rule');
  }

  set Rule(rule: unknown) {
    this.settings.set('Rule', rule);
  }

  get Format(): HostObject {
    return new ConditionalLook(this.session, this.settings);
  }
}

class FormulaRule extends SettingsObject {
  override readonly className = 'ConditionalFormatRule';

  get Formula(): unknown {
    return this.settings.get('Formula');
  }

  set Formula(formula: unknown) {
    const text = String(formula);
    if (!this.session.workbook.calculation.parse(text)) throw failures.invalidArgument();
    this.settings.set('Formula', text);
  }
}

class ConditionalLook extends SettingsObject {
  get Fill(): HostObject {
    return new ConditionalFill(this.session, this.settings);
  }

  get Font(): HostObject {
    return new ConditionalFont(this.session, this.settings);
  }

  get NumberFormat(): unknown {
    return this.settings.get('NumberFormat');
  }

  set NumberFormat(format: unknown) {
    this.settings.set('NumberFormat', format);
  }
}

class ConditionalFill extends SettingsObject {
  override readonly className = 'ConditionalRangeFill';

  get Color(): unknown {
    return this.settings.get('Fill.Color');
  }

  set Color(color: unknown) {
    this.settings.set('Fill.Color', readColor(color));
  }

  Clear(): void {
    this.settings.set('Fill.Color', null);
  }
}

class ConditionalFont extends SettingsObject {
  override readonly className = 'ConditionalRangeFont';

  get Color(): unknown {
    return this.settings.get('Font.Color');
  }

  set Color(color: unknown) {
    this.settings.set('Font.Color', readColor(color));
  }

  get Bold(): unknown {
    return this.settings.get('Font.Bold');
  }

  set Bold(isBold: unknown) {
    this.settings.set('Font.Bold', isBold);
  }

  get Italic(): unknown {
    return this.settings.get('Font.Italic');
  }

  set Italic(isItalic: unknown) {
    this.settings.set('Font.Italic', isItalic);
  }
}
