import { BooleanNumber, BorderStyleTypes, CellValueType, HorizontalAlign, type ICellData, type IStyleData, VerticalAlign, WrapStrategy } from '@univerjs/core';
import { CellError } from '../../spreadsheet/cells/value';
import { type SheetModel, cellKey } from '../../spreadsheet/model/sheet';
import { type Border, type CellStyle, defaultStyle, shareStyle } from '../../spreadsheet/model/style';

const horizontal: Record<string, HorizontalAlign> = { Left: HorizontalAlign.LEFT, Center: HorizontalAlign.CENTER, Right: HorizontalAlign.RIGHT, CenterAcrossSelection: HorizontalAlign.CENTER };
const vertical: Record<string, VerticalAlign> = { Top: VerticalAlign.TOP, Center: VerticalAlign.MIDDLE, Bottom: VerticalAlign.BOTTOM };
const pixelsPerIndent = 9;

/** A cell of the model as the grid stores it: raw value, formula and look. */
export function gridCell(sheet: SheetModel, row: number, column: number): ICellData | null {
  const cell = sheet.cell(row, column);
  const spill = sheet.spills.get(cellKey(row, column));
  const style = sheet.styleAt(row, column);
  if (!cell && !spill && !style) return null;
  const value = sheet.valueAt(row, column);
  const raw = value instanceof CellError ? value.code : value;
  return {
    v: typeof raw === 'boolean' ? Number(raw) : raw,
    t: typeof raw === 'number' ? CellValueType.NUMBER : typeof raw === 'boolean' ? CellValueType.BOOLEAN : raw === null ? null : CellValueType.STRING,
    f: cell?.formula ?? null,
    si: null,
    p: null,
    s: style ? gridStyle(style) : null,
  };
}

/** A look as the grid draws it. Its number format is there for copies of the cell; the text that shows is the model's. */
export function gridStyle(style: CellStyle): IStyleData {
  const { borders } = style;
  return {
    ff: style.fontName ?? null,
    ...(style.fontSize === undefined ? {} : { fs: style.fontSize }),
    ...(style.bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(style.italic ? { it: BooleanNumber.TRUE } : {}),
    ...(style.underline && style.underline !== 'None' ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(style.strikethrough ? { st: { s: BooleanNumber.TRUE } } : {}),
    ...(style.fill ? { bg: { rgb: style.fill } } : {}),
    ...(style.fontColor ? { cl: { rgb: style.fontColor } } : {}),
    ...(style.wrapText ? { tb: WrapStrategy.WRAP } : {}),
    ...(style.horizontalAlignment && horizontal[style.horizontalAlignment] ? { ht: horizontal[style.horizontalAlignment] ?? null } : {}),
    ...(style.numberFormat ? { n: { pattern: style.numberFormat } } : {}),
    vt: vertical[style.verticalAlignment ?? 'Bottom'] ?? VerticalAlign.BOTTOM,
    ...(style.indentLevel ? { pd: { l: 2 + style.indentLevel * pixelsPerIndent } } : {}),
    ...(borders ? {
      bd: {
        ...(borders.EdgeTop ? { t: gridBorder(borders.EdgeTop) } : {}),
        ...(borders.EdgeBottom ? { b: gridBorder(borders.EdgeBottom) } : {}),
        ...(borders.EdgeLeft ? { l: gridBorder(borders.EdgeLeft) } : {}),
        ...(borders.EdgeRight ? { r: gridBorder(borders.EdgeRight) } : {}),
      },
    } : {}),
  };
}

function gridBorder(border: Border): { s: BorderStyleTypes; cl: { rgb: string } } {
  const byStyle: Record<string, BorderStyleTypes> = { Dash: BorderStyleTypes.DASHED, Dot: BorderStyleTypes.DOTTED, Double: BorderStyleTypes.DOUBLE };
  const byWeight: Record<string, BorderStyleTypes> = { Hairline: BorderStyleTypes.HAIR, Medium: BorderStyleTypes.MEDIUM, Thick: BorderStyleTypes.THICK };
  return { s: byStyle[border.style] ?? byWeight[border.weight] ?? BorderStyleTypes.THIN, cl: { rgb: border.color } };
}

/** What the grid's toolbar can change of a look, taken over into the model's. */
export function modelStyle(before: CellStyle | undefined, style: IStyleData | null): CellStyle | undefined {
  if (!style) return undefined;
  const alignment = Object.keys(horizontal).find((name) => horizontal[name] === style.ht);
  const uprightness = Object.keys(vertical).find((name) => vertical[name] === style.vt);
  const changed: Record<string, unknown> = {
    ...before,
    ...(style.n?.pattern ? { numberFormat: style.n.pattern } : {}),
    bold: style.bl === BooleanNumber.TRUE || undefined,
    italic: style.it === BooleanNumber.TRUE || undefined,
    underline: style.ul?.s === BooleanNumber.TRUE ? 'Single' : undefined,
    strikethrough: style.st?.s === BooleanNumber.TRUE || undefined,
    fill: hexColor(style.bg?.rgb),
    fontColor: hexColor(style.cl?.rgb),
    fontSize: style.fs ?? undefined,
    fontName: style.ff ?? undefined,
    wrapText: style.tb === WrapStrategy.WRAP || undefined,
    horizontalAlignment: alignment,
    verticalAlignment: uprightness === defaultStyle.verticalAlignment ? undefined : uprightness,
  };
  return shareStyle(Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)));
}

function hexColor(color: string | null | undefined | void): string | undefined {
  if (!color) return undefined;
  if (/^#[0-9a-f]{6}$/i.test(color)) return color.toUpperCase();
  const parts = /^rgba?\(\s*(\d+),\s*(\d+),\s*(\d+)/.exec(color);
  return parts ? `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0')).join('').toUpperCase()}` : undefined;
}
