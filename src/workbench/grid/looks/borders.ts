import { BorderStyleTypes, type IBorderData, type IBorderStyleData, type Nullable } from '@univerjs/core';
import { BORDER_KINDS, borderKind } from '../../../spreadsheet/border-kinds';
import { type Border, type BorderSide, type CellStyle } from '../../../spreadsheet/model/style';
import { hexColor } from './hex-color';

type Borders = NonNullable<CellStyle['borders']>;

const SIDES = { t: 'EdgeTop', b: 'EdgeBottom', l: 'EdgeLeft', r: 'EdgeRight' } as const satisfies Record<string, BorderSide>;

/** The grid's line for each kind of line. */
const LINES: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  double: BorderStyleTypes.DOUBLE,
};

/** The borders of a cell as the grid draws them. */
export function gridBorders(borders: Borders): IBorderData {
  return Object.fromEntries(Object.entries(SIDES).flatMap(([side, edge]) => {
    const border = borders[edge];
    return border ? [[side, { s: gridLine(border), cl: { rgb: border.color } }]] : [];
  }));
}

/** The borders of a cell as the grid's toolbar left them; undefined without any. Shape: a border that is drawn as before stays as it was. */
export function modelBorders(before: Borders | undefined, drawn: Nullable<IBorderData> | void): Borders | undefined {
  const sides = Object.entries(SIDES).flatMap(([side, edge]) => {
    const border = modelBorder(before?.[edge], drawn?.[side as keyof typeof SIDES]);
    return border ? [[edge, border] as const] : [];
  });
  return sides.length === 0 ? undefined : Object.fromEntries(sides);
}

function modelBorder(before: Border | undefined, line: Nullable<IBorderStyleData> | void): Border | null {
  if (!line || line.s === BorderStyleTypes.NONE) return null;
  const color = hexColor(line.cl?.rgb) ?? '#000000';
  if (before && gridLine(before) === line.s && before.color.toUpperCase() === color) return before;
  const kind = Object.keys(LINES).find((name) => LINES[name] === line.s) ?? 'thin';
  return { style: 'Continuous', weight: 'Thin', ...BORDER_KINDS[kind], color };
}

function gridLine(border: Border): BorderStyleTypes {
  return LINES[borderKind(border)] ?? BorderStyleTypes.THIN;
}
