export type BorderSide = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight';

export interface Border {
  readonly style: string;
  readonly color: string;
  readonly weight: string;
}

/** How a cell looks; an absent field has the workbook's default. Styles are shared between cells and never changed in place. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly fill?: string;
  /** A pattern over the fill, "Gray50"; absent for a plain fill and for none. */
  readonly fillPattern?: string;
  readonly fillPatternColor?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: string;
  readonly strikethrough?: boolean;
  readonly wrapText?: boolean;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly indentLevel?: number;
  readonly locked?: boolean;
  readonly borders?: Partial<Record<BorderSide, Border>>;
}

/** A look in which a field may also say that it is absent. */
export type LooseStyle = { readonly [Field in keyof CellStyle]?: CellStyle[Field] | undefined };

export const defaultStyle: Required<Omit<CellStyle, 'borders'>> = {
  numberFormat: 'General',
  fill: '#FFFFFF',
  fillPattern: 'None',
  fillPatternColor: '#000000',
  fontName: 'Calibri',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  wrapText: false,
  horizontalAlignment: 'General',
  verticalAlignment: 'Bottom',
  indentLevel: 0,
  locked: true,
};

const shared = new Map<string, CellStyle>();

/** The one shared object for a look, or undefined for the default look. */
export function shareStyle(style: LooseStyle): CellStyle | undefined {
  const entries = Object.entries(style).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return undefined;
  const key = JSON.stringify(entries);
  const known = shared.get(key);
  if (known) return known;
  const created = Object.freeze(Object.fromEntries(entries)) as CellStyle;
  shared.set(key, created);
  return created;
}
