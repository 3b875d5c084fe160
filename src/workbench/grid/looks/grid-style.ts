import { BooleanNumber, HorizontalAlign, type IStyleData, VerticalAlign, WrapStrategy } from '@univerjs/core';
import { type CellStyle, type LooseStyle, defaultStyle, shareStyle } from '../../../spreadsheet/model/style';
import { gridBorders, modelBorders } from './borders';
import { hexColor } from './hex-color';

const horizontal: Record<string, HorizontalAlign> = { Left: HorizontalAlign.LEFT, Center: HorizontalAlign.CENTER, Right: HorizontalAlign.RIGHT, CenterAcrossSelection: HorizontalAlign.CENTER };
const vertical: Record<string, VerticalAlign> = { Top: VerticalAlign.TOP, Center: VerticalAlign.MIDDLE, Bottom: VerticalAlign.BOTTOM };
const pixelsPerIndent = 9;

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
    ...(borders ? { bd: gridBorders(borders) } : {}),
  };
}

/** What the grid's toolbar can change of a look, taken over into the model's. Shape: what is drawn as before stays as it was, for the model can say more than the grid draws. */
export function modelStyle(before: CellStyle | undefined, style: IStyleData | null): CellStyle | undefined {
  if (!style) return undefined;
  const drawn = drawnLook(gridStyle(before ?? {}));
  const changed = Object.entries(drawnLook(style)).filter(([field, value]) => value !== drawn[field as keyof CellStyle]);
  return shareStyle({ ...before, ...Object.fromEntries(changed), borders: modelBorders(before?.borders, style.bd) });
}

function drawnLook(style: IStyleData): LooseStyle {
  const uprightness = Object.keys(vertical).find((name) => vertical[name] === style.vt);
  return {
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
    horizontalAlignment: Object.keys(horizontal).find((name) => horizontal[name] === style.ht),
    verticalAlignment: uprightness === defaultStyle.verticalAlignment ? undefined : uprightness,
  };
}
