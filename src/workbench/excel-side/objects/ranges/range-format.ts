import { type Area, MAX_ROWS } from '../../../../spreadsheet/cells/address';
import { readColor } from '../../../../spreadsheet/model/color';
import { displayText } from '../../../../spreadsheet/cells/number-format';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from '../../../../spreadsheet/model/cell-sizes';
import { failures } from '../../../../spreadsheet/model/failure';
import { type SheetModel, keyColumn } from '../../../../spreadsheet/model/sheet';
import { type Border, type BorderSide, type CellStyle, defaultStyle } from '../../../../spreadsheet/model/style';
import { HostObject } from '../../protocol/host-object';
import { type Session } from '../../protocol/session';

type PlainField = Exclude<keyof CellStyle, 'borders'>;
type Where = () => Area | Area[];

/** Reads and writes one field of the look of all cells of an area; null when the cells differ. */
abstract class Styling extends HostObject {
  constructor(session: Session, readonly sheet: SheetModel, private readonly where: Where) {
    super(session);
  }

  protected get areas(): Area[] {
    const areas = this.where();
    return Array.isArray(areas) ? areas : [areas];
  }

  protected common<T>(read: (style: CellStyle) => T): T | null {
    let found: { value: T } | null = null;
    for (const area of this.areas) {
      const rows = area.rows === MAX_ROWS ? 1 : area.rows;
      for (let row = area.row; row < area.row + rows; row += 1) {
        for (let column = area.column; column < area.column + Math.min(area.columns, 256); column += 1) {
          const value = read(this.sheet.styleAt(row, column) ?? {});
          if (found && found.value !== value) return null;
          found = { value };
        }
      }
    }
    return found ? found.value : null;
  }

  protected read<F extends PlainField>(field: F): unknown {
    return this.common((style) => style[field] ?? defaultStyle[field]);
  }

  protected write(field: PlainField, value: unknown): void {
    this.restyle((style) => ({ ...style, [field]: value === null || value === defaultStyle[field] ? undefined : value }));
  }

  protected restyle(change: (style: CellStyle) => CellStyle): void {
    for (const area of this.areas) this.session.workbook.restyle(this.sheet, area, change, 'addIn');
  }

  protected inner<T>(make: new (session: Session, sheet: SheetModel, where: Where) => T): T {
    return new make(this.session, this.sheet, this.where);
  }
}

export class RangeFormatObject extends Styling {
  readonly className = 'RangeFormat';

  get Fill(): HostObject {
    return this.inner(RangeFillObject);
  }

  get Font(): HostObject {
    return this.inner(RangeFontObject);
  }

  get Borders(): HostObject {
    return this.inner(RangeBordersObject);
  }

  get Protection(): HostObject {
    return this.inner(FormatProtectionObject);
  }

  get WrapText() {
    return this.read('wrapText');
  }

  set WrapText(value: unknown) {
    this.write('wrapText', value);
  }

  get HorizontalAlignment() {
    return this.read('horizontalAlignment');
  }

  set HorizontalAlignment(value: unknown) {
    this.write('horizontalAlignment', value);
  }

  get VerticalAlignment() {
    return this.read('verticalAlignment');
  }

  set VerticalAlignment(value: unknown) {
    this.write('verticalAlignment', value);
  }

  get IndentLevel() {
    return this.read('indentLevel');
  }

  set IndentLevel(value: unknown) {
    this.write('indentLevel', value);
  }

  get ColumnWidth(): number | null {
    return this.size('column');
  }

  set ColumnWidth(width: number) {
    this.resize('column', width);
  }

  get RowHeight(): number | null {
    return this.size('row');
  }

  set RowHeight(height: number) {
    this.resize('row', height);
  }

  private span(axis: 'row' | 'column'): number[] {
    return this.areas.flatMap((area) => {
      const count = Math.min(axis === 'row' ? area.rows : area.columns, 100_000);
      return Array.from({ length: count }, (_, index) => area[axis] + index);
    });
  }

  private size(axis: 'row' | 'column'): number | null {
    const sizes = axis === 'row' ? this.sheet.rowHeights : this.sheet.columnWidths;
    const found = new Set(this.span(axis).map((index) => sizes.get(index) ?? (axis === 'row' ? DEFAULT_ROW_HEIGHT : DEFAULT_COLUMN_WIDTH)));
    return found.size === 1 ? ([...found][0] ?? null) : null;
  }

  private resize(axis: 'row' | 'column', size: number): void {
    if (typeof size !== 'number' || size < 0) throw failures.invalidArgument();
    this.checkUnprotected();
    this.session.workbook.changeLayout(this.sheet, (sheet) => {
      for (const index of this.span(axis)) (axis === 'row' ? sheet.rowHeights : sheet.columnWidths).set(index, size);
    });
  }

  private checkUnprotected(): void {
    for (const area of this.areas) this.session.workbook.checkWritable(this.sheet, area);
  }

  AutofitColumns(): void {
    this.checkUnprotected();
    const { workbook } = this.session;
    workbook.settle();
    workbook.changeLayout(this.sheet, (sheet) => {
      for (const area of this.areas) {
        const widths = new Map<number, number>();
        for (const [key, cell] of sheet.cellsIn(area)) {
          const text = displayText(cell.value, cell.style?.numberFormat ?? defaultStyle.numberFormat, workbook.culture);
          const longest = Math.max(...text.split('\n').map((line) => line.length));
          const perCharacter = ((cell.style?.fontSize ?? defaultStyle.fontSize) / 11) * (cell.style?.bold ? 5.9 : 5.4);
          const width = cell.style?.wrapText ? Math.min(longest * perCharacter, sheet.columnWidths.get(keyColumn(key)) ?? 300) : longest * perCharacter;
          widths.set(keyColumn(key), Math.max(widths.get(keyColumn(key)) ?? 0, width + 8));
        }
        for (const [column, width] of widths) sheet.columnWidths.set(column, Math.max(20, Math.round(width)));
      }
    });
  }

  AutofitRows(): void {
    this.checkUnprotected();
    this.session.workbook.changeLayout(this.sheet, (sheet) => {
      for (const row of this.span('row')) sheet.rowHeights.delete(row);
    });
  }
}

class RangeFillObject extends Styling {
  readonly className = 'RangeFill';

  get Color() {
    return this.read('fill');
  }

  set Color(color: unknown) {
    const fill = readColor(color);
    this.restyle((style) => ({ ...style, fill }));
  }

  /** A plain fill says "Solid", as in Excel. */
  get Pattern() {
    return this.common((style) => style.fillPattern ?? (style.fill === undefined ? 'None' : 'Solid'));
  }

  set Pattern(value: unknown) {
    const fillPattern = value === 'None' || value === 'Solid' || value === null ? undefined : String(value);
    this.restyle(({ fillPattern: _before, ...style }) => (fillPattern === undefined ? style : { ...style, fillPattern }));
  }

  get PatternColor() {
    return this.read('fillPatternColor');
  }

  set PatternColor(color: unknown) {
    this.write('fillPatternColor', readColor(color));
  }

  Clear(): void {
    this.restyle(({ fill: _fill, fillPattern: _pattern, fillPatternColor: _color, ...style }) => style);
  }
}

class RangeFontObject extends Styling {
  readonly className = 'RangeFont';

  get Name() {
    return this.read('fontName');
  }

  set Name(value: unknown) {
    this.write('fontName', value);
  }

  get Size() {
    return this.read('fontSize');
  }

  set Size(value: unknown) {
    this.write('fontSize', value);
  }

  get Color() {
    return this.read('fontColor');
  }

  set Color(value: unknown) {
    this.write('fontColor', readColor(value));
  }

  get Bold() {
    return this.read('bold');
  }

  set Bold(value: unknown) {
    this.write('bold', value);
  }

  get Italic() {
    return this.read('italic');
  }

  set Italic(value: unknown) {
    this.write('italic', value);
  }

  get Underline() {
    return this.read('underline');
  }

  set Underline(value: unknown) {
    this.write('underline', value);
  }

  get Strikethrough() {
    return this.read('strikethrough');
  }

  set Strikethrough(value: unknown) {
    this.write('strikethrough', value);
  }
}

class FormatProtectionObject extends Styling {
  readonly className = 'FormatProtection';

  get Locked() {
    return this.read('locked');
  }

  set Locked(value: unknown) {
    this.write('locked', value);
  }
}

const sides = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const borderIndexes = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'];

class RangeBordersObject extends Styling {
  readonly className = 'RangeBorderCollection';

  override children(): HostObject[] {
    return borderIndexes.map((index) => this.childBy(index));
  }

  override childBy(key: unknown): HostObject {
    const index = borderIndexes.find((candidate) => candidate === key);
    if (!index) throw failures.invalidArgument();
    return new RangeBorderObject(this.session, this.sheet, () => this.areas, index);
  }

  get Count(): number {
    return borderIndexes.length;
  }

  GetItem(key: unknown): HostObject {
    return this.childBy(key);
  }

  GetItemAt(index: number): HostObject {
    return this.childBy(borderIndexes[index]);
  }
}

const noBorder: Border = { style: 'None', color: '#000000', weight: 'Thin' };

class RangeBorderObject extends Styling {
  readonly className = 'RangeBorder';

  constructor(session: Session, sheet: SheetModel, where: Where, private readonly index: string) {
    super(session, sheet, where);
  }

  get Id(): string {
    return this.index;
  }

  get SideIndex(): string {
    return this.index;
  }

  get Style() {
    return this.first().style;
  }

  set Style(style: string) {
    this.change((border) => ({ ...border, style }));
  }

  get Color() {
    return this.first().color;
  }

  set Color(color: string) {
    this.change((border) => ({ ...border, color: readColor(color), style: border.style === 'None' ? 'Continuous' : border.style }));
  }

  get Weight() {
    return this.first().weight;
  }

  set Weight(weight: string) {
    this.change((border) => ({ ...border, weight, style: border.style === 'None' ? 'Continuous' : border.style }));
  }

  /** The cells this border lies on, and which of their sides it is. */
  private parts(): { area: Area; side: BorderSide }[] {
    const edge = sides.find((side) => side === this.index);
    return this.areas.flatMap((area): { area: Area; side: BorderSide }[] => {
      if (edge === 'EdgeTop') return [{ area: { ...area, rows: 1 }, side: edge }];
      if (edge === 'EdgeBottom') return [{ area: { ...area, row: area.row + area.rows - 1, rows: 1 }, side: edge }];
      if (edge === 'EdgeLeft') return [{ area: { ...area, columns: 1 }, side: edge }];
      if (edge === 'EdgeRight') return [{ area: { ...area, column: area.column + area.columns - 1, columns: 1 }, side: edge }];
      if (this.index === 'InsideHorizontal' && area.rows > 1) return [{ area: { ...area, rows: area.rows - 1 }, side: 'EdgeBottom' }];
      if (this.index === 'InsideVertical' && area.columns > 1) return [{ area: { ...area, columns: area.columns - 1 }, side: 'EdgeRight' }];
      return [];
    });
  }

  private first(): Border {
    const [part] = this.parts();
    return (part && this.sheet.styleAt(part.area.row, part.area.column)?.borders?.[part.side]) ?? noBorder;
  }

  private change(change: (border: Border) => Border): void {
    for (const { area, side } of this.parts()) {
      this.session.workbook.restyle(this.sheet, area, (style) => {
        const border = change(style.borders?.[side] ?? noBorder);
        const borders = { ...style.borders, [side]: border };
        if (border.style === 'None') Reflect.deleteProperty(borders, side);
        return { ...style, borders };
      }, 'addIn');
    }
  }
}
