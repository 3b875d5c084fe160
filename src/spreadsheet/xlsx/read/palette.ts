import { type XmlElement, child } from './xml-tree';

/** The colours of a workbook's theme, in the order in which cells name them. Shape: digits "RRGGBB". */
export type Palette = readonly string[];

const OFFICE_PALETTE: Palette = ['FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47', '0563C1', '954F72'];
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

/** The old numbered colours. Source: ECMA-376 part 1, 18.8.27, indexedColors. */
const INDEXED = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

export function readPalette(theme: XmlElement | null): Palette {
  const scheme = child(child(theme ?? undefined, 'themeElements'), 'clrScheme');
  return THEME_ORDER.map((name, index) => {
    const color = child(scheme, name);
    return child(color, 'srgbClr')?.attributes['val'] ?? child(color, 'sysClr')?.attributes['lastClr'] ?? OFFICE_PALETTE[index] ?? '000000';
  });
}

/** A colour as "#RRGGBB", or null for the automatic one and for none. */
export function readColor(element: XmlElement | undefined, palette: Palette): string | null {
  const { rgb, theme, indexed, tint } = element?.attributes ?? {};
  const digits = rgb?.slice(-6) ?? (theme === undefined ? INDEXED[Number(indexed ?? -1)] : palette[Number(theme)]);
  return digits === undefined || !/^[0-9a-f]{6}$/i.test(digits) ? null : `#${tinted(digits, Number(tint ?? 0))}`.toUpperCase();
}

/** A colour made lighter or darker. Source: ECMA-376 part 1, 18.8.19, tint; taken channel by channel. */
function tinted(digits: string, tint: number): string {
  if (tint === 0) return digits;
  return [0, 2, 4].map((at) => {
    const channel = parseInt(digits.slice(at, at + 2), 16);
    const changed = tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint;
    return Math.round(changed).toString(16).padStart(2, '0');
  }).join('');
}
