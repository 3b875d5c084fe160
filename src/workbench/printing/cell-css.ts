import { BorderStyleTypes, HorizontalAlign, type IBorderStyleData, type IStyleData, type Nullable, VerticalAlign, WrapStrategy } from '@univerjs/core';

const aligned: Partial<Record<HorizontalAlign, string>> = { [HorizontalAlign.LEFT]: 'left', [HorizontalAlign.CENTER]: 'center', [HorizontalAlign.RIGHT]: 'right' };
const upright: Partial<Record<VerticalAlign, string>> = { [VerticalAlign.TOP]: 'top', [VerticalAlign.MIDDLE]: 'middle' };
const lines: Partial<Record<BorderStyleTypes, string>> = {
  [BorderStyleTypes.HAIR]: '0.3pt solid', [BorderStyleTypes.MEDIUM]: '1.2pt solid', [BorderStyleTypes.THICK]: '2pt solid', [BorderStyleTypes.DOUBLE]: '2pt double', [BorderStyleTypes.DOTTED]: '0.6pt dotted',
  [BorderStyleTypes.DASHED]: '0.6pt dashed', [BorderStyleTypes.DASH_DOT]: '0.6pt dashed', [BorderStyleTypes.DASH_DOT_DOT]: '0.6pt dashed',
  [BorderStyleTypes.MEDIUM_DASHED]: '1.2pt dashed', [BorderStyleTypes.MEDIUM_DASH_DOT]: '1.2pt dashed', [BorderStyleTypes.MEDIUM_DASH_DOT_DOT]: '1.2pt dashed', [BorderStyleTypes.SLANT_DASH_DOT]: '1.2pt dashed',
};

/** A look of the grid as CSS, for paper. */
export function cellCss(style: IStyleData): string {
  const { bl, it, fs, ff, bg, cl, ht, vt, tb, pd, ul, st, bd } = style;
  const decorations = [ul?.s ? 'underline' : '', st?.s ? 'line-through' : ''].filter((word) => word !== '').join(' ');
  const entries: (readonly [string, string | false])[] = [
    ['font-weight', Boolean(bl) && 'bold'],
    ['font-style', Boolean(it) && 'italic'],
    ['font-size', typeof fs === 'number' && `${fs}pt`],
    ['font-family', typeof ff === 'string' && `${JSON.stringify(ff).replaceAll('"', "'")}, sans-serif`],
    ['background', colorOf(bg)],
    ['color', colorOf(cl)],
    ['text-align', (ht !== null && ht !== undefined && aligned[ht]) || false],
    ['vertical-align', (vt !== null && vt !== undefined && upright[vt]) || 'bottom'],
    ['white-space', tb === WrapStrategy.WRAP && 'pre-wrap'],
    ['padding-left', Boolean(pd?.l) && `${pd?.l ?? 0}px`],
    ['text-decoration', decorations !== '' && decorations],
    ['border-top', border(bd?.t)], ['border-bottom', border(bd?.b)], ['border-left', border(bd?.l)], ['border-right', border(bd?.r)],
  ];
  return entries.flatMap(([name, value]) => (value === false ? [] : [`${name}:${value}`])).join(';');
}

function border(line: Nullable<IBorderStyleData> | void): string | false {
  return line ? `${lines[line.s] ?? '0.6pt solid'} ${colorOf(line.cl) || '#000000'}` : false;
}

function colorOf(color: Nullable<{ readonly rgb?: Nullable<string> | void }> | void): string | false {
  return color && typeof color.rgb === 'string' && /^[#\w(),.% ]+$/.test(color.rgb) ? color.rgb : false;
}
