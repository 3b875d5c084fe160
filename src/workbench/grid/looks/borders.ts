import { BorderStyleTypes, type IBorderData, type IBorderStyleData, type Nullable } from '@univerjs/core';
import { type Border, type BorderSide, type CellStyle } from '../../../spreadsheet/model/style';
import { hexColor } from './hex-color';

type Borders = NonNullable<CellStyle['borders']>;

const SIDES = { t: 'EdgeTop', b: 'EdgeBottom', l: 'EdgeLeft', r: 'EdgeRight' } as const satisfies Record<string, BorderSide>;

/** Excel's line for each line of the grid. Shape: of lines with one style, the first stands for every other weight. */
const LINES: readonly (readonly [BorderStyleTypes, style: string, weight: string])[] = [
  [BorderStyleTypes.THIN, 'Continuous', 'Thin'],
  [BorderStyleTypes.HAIR, 'Continuous', 'Hairline'],
  [BorderStyleTypes.MEDIUM, 'Continuous', 'Medium'],
  [BorderStyleTypes.THICK, 'Continuous', 'Thick'],
  [BorderStyleTypes.DOTTED, 'Dot', 'Thin'],
  [BorderStyleTypes.DASHED, 'Dash', 'Thin'],
  [BorderStyleTypes.DASH_DOT, 'DashDot', 'Thin'],
  [BorderStyleTypes.DASH_DOT_DOT, 'DashDotDot', 'Thin'],
  [BorderStyleTypes.MEDIUM_DASHED, 'Dash', 'Medium'],
  [BorderStyleTypes.MEDIUM_DASH_DOT, 'DashDot', 'Medium'],
  [BorderStyleTypes.MEDIUM_DASH_DOT_DOT, 'DashDotDot', 'Medium'],
  [BorderStyleTypes.SLANT_DASH_DOT, 'SlantDashDot', 'Medium'],
  [BorderStyleTypes.DOUBLE, 'Double', 'Thick'],
];

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
  const [, style, weight] = LINES.find(([drawn]) => drawn === line.s) ?? [line.s, 'Continuous', 'Thin'];
  return { style, color, weight };
}

function gridLine({ style, weight }: Border): BorderStyleTypes {
  const alike = LINES.filter((line) => line[1] === style);
  return (alike.find((line) => line[2] === weight) ?? alike[0])?.[0] ?? BorderStyleTypes.THIN;
}
