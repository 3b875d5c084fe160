import { BORDER_KINDS } from '../../border-kinds';
import { type Border, type BorderSide, type CellStyle, type LooseStyle, defaultStyle, shareStyle } from '../../model/style';
import { type Palette, readColor } from './palette';
import { type XmlElement, child, children, isOn } from './xml-tree';

/** Built-in number formats that have no code in files. Source: ECMA-376 part 1, 18.8.30. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??', 14: 'dd-mm-yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM',
  20: 'h:mm', 21: 'h:mm:ss', 22: 'dd-mm-yyyy hh:mm', 37: '#,##0;-#,##0', 38: '#,##0;[Red]-#,##0', 39: '#,##0.00;-#,##0.00', 40: '#,##0.00;[Red]-#,##0.00', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@',
};

/** How cells and rules of a file look, by the numbers that they name them by. */
export interface FileStyles {
  readonly cells: readonly { readonly style: CellStyle; readonly isQuoted: boolean }[];
  readonly rules: readonly ReadonlyMap<string, unknown>[];
}

export function readStyles(root: XmlElement | null, palette: Palette): FileStyles {
  const sheet = root ?? undefined;
  const formats = new Map(children(child(sheet, 'numFmts'), 'numFmt').map(({ attributes }) => [Number(attributes['numFmtId']), attributes['formatCode'] ?? '']));
  const fonts = children(child(sheet, 'fonts'), 'font').map((font) => fontOf(font, palette));
  const fills = children(child(sheet, 'fills'), 'fill').map((fill) => fillOf(fill, palette));
  const borders = children(child(sheet, 'borders'), 'border').map((border) => bordersOf(border, palette));
  const cells = children(child(sheet, 'cellXfs'), 'xf').map((look) => {
    const { numFmtId, fontId, fillId, borderId, quotePrefix } = look.attributes;
    const id = Number(numFmtId ?? 0);
    const style = { ...fonts[Number(fontId ?? 0)], ...fills[Number(fillId ?? 0)], ...borders[Number(borderId ?? 0)], ...alignmentOf(look), numberFormat: formats.get(id) ?? BUILT_IN[id] };
    return { style: withoutDefaults(style), isQuoted: isOn(quotePrefix) };
  });
  return { cells, rules: children(child(sheet, 'dxfs'), 'dxf').map((rule) => ruleLook(rule, palette)) };
}

function withoutDefaults(style: LooseStyle): CellStyle {
  const kept = Object.entries(style).filter(([name, value]) => value !== undefined && value !== (defaultStyle as Record<string, unknown>)[name]);
  return shareStyle(Object.fromEntries(kept)) ?? {};
}

function fontOf(font: XmlElement, palette: Palette): LooseStyle {
  const flag = (name: string): boolean | undefined => {
    const found = child(font, name);
    return found && isOn(found.attributes['val'], true) ? true : undefined;
  };
  const line = child(font, 'u');
  return {
    bold: flag('b'), italic: flag('i'), strikethrough: flag('strike'),
    underline: line ? (line.attributes['val']?.startsWith('double') ? 'Double' : 'Single') : undefined,
    fontSize: Number(child(font, 'sz')?.attributes['val'] ?? defaultStyle.fontSize),
    fontName: child(font, 'name')?.attributes['val'], fontColor: readColor(child(font, 'color'), palette) ?? undefined,
  };
}

function fillOf(fill: XmlElement, palette: Palette): LooseStyle {
  const pattern = child(fill, 'patternFill');
  const type = pattern?.attributes['patternType'] ?? 'none';
  if (type === 'none') return {};
  const [front, back] = [readColor(child(pattern, 'fgColor'), palette) ?? undefined, readColor(child(pattern, 'bgColor'), palette) ?? undefined];
  return type === 'solid' ? { fill: front } : { fill: back, fillPattern: type.charAt(0).toUpperCase() + type.slice(1), fillPatternColor: front };
}

const SIDES: readonly (readonly [string, BorderSide])[] = [['left', 'EdgeLeft'], ['right', 'EdgeRight'], ['top', 'EdgeTop'], ['bottom', 'EdgeBottom']];

function bordersOf(border: XmlElement, palette: Palette): LooseStyle {
  const sides = SIDES.flatMap(([name, side]): [BorderSide, Border][] => {
    const found = child(border, name);
    const kind = BORDER_KINDS[found?.attributes['style'] ?? ''];
    return kind ? [[side, { ...kind, color: readColor(child(found, 'color'), palette) ?? '#000000' }]] : [];
  });
  return sides.length === 0 ? {} : { borders: Object.fromEntries(sides) as Partial<Record<BorderSide, Border>> };
}

const HORIZONTAL: Readonly<Record<string, string>> = { left: 'Left', center: 'Center', right: 'Right', fill: 'Fill', justify: 'Justify', centerContinuous: 'CenterAcrossSelection', distributed: 'Distributed' };
const VERTICAL: Readonly<Record<string, string>> = { top: 'Top', center: 'Center', justify: 'Justify', distributed: 'Distributed' };

function alignmentOf(look: XmlElement): LooseStyle {
  const { horizontal, vertical, wrapText, indent } = child(look, 'alignment')?.attributes ?? {};
  const locked = child(look, 'protection')?.attributes['locked'];
  return {
    horizontalAlignment: HORIZONTAL[horizontal ?? ''], verticalAlignment: VERTICAL[vertical ?? ''], wrapText: isOn(wrapText) || undefined,
    indentLevel: Number(indent ?? 0) || undefined, locked: locked === undefined || isOn(locked) ? undefined : false,
  };
}

/** What a rule changes of a cell's look, by the names under which rules keep it. */
function ruleLook(rule: XmlElement, palette: Palette): ReadonlyMap<string, unknown> {
  const font = child(rule, 'font');
  const pattern = child(child(rule, 'fill'), 'patternFill');
  const look = font ? fontOf(font, palette) : {};
  const entries: [string, unknown][] = [['Fill.Color', readColor(child(pattern, 'bgColor'), palette) ?? readColor(child(pattern, 'fgColor'), palette)], ['Font.Color', look.fontColor], ['Font.Bold', look.bold], ['Font.Italic', look.italic]];
  return new Map(entries.filter(([, value]) => value !== undefined && value !== null));
}
