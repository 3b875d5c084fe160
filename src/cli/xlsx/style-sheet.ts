import { type Severity } from '../../core/reconciliation/rule';
import { COLUMN_HEAD_FILL, FLAG_FILLS, SECTION_COLOR, SUBTLE_COLOR } from '../../core/sheet-plan/colors';
import { type CellStyle } from '../../core/sheet-plan/plan';
import { escapeXml, XML_HEAD } from './xml';

/** How a cell looks. */
export interface CellLook {
  readonly format: string;
  readonly style: CellStyle | null;
  readonly flag: Severity | null;
  /** Whether the cell keeps its text even when somebody edits it. */
  readonly isQuoted: boolean;
}

/** Built-in number formats by code. Source: ECMA-376 part 1, 18.8.30. */
const BUILT_IN: ReadonlyMap<string, number> = new Map([['General', 0], ['0', 1], ['@', 49]]);
const FIRST_OWN_FORMAT = 164;

/** A colour `#RRGGBB` as files write it, with its opacity in front. */
function argb(color: string): string {
  return `FF${color.slice(1)}`;
}

function font(size: number, options: { readonly isBold?: boolean; readonly color?: string } = {}): string {
  const color = options.color === undefined ? '' : `<color rgb="${argb(options.color)}"/>`;
  return `<font>${options.isBold === true ? '<b/>' : ''}<sz val="${size}"/>${color}<name val="Calibri"/><family val="2"/></font>`;
}

const PLAIN = font(11);
const BOLD = font(11, { isBold: true });

const FONTS: Readonly<Record<CellStyle | 'plain', string>> = {
  plain: PLAIN,
  title: font(14, { isBold: true }),
  subtle: font(11, { color: SUBTLE_COLOR }),
  strong: BOLD,
  total: BOLD,
  right: PLAIN,
  wrapped: PLAIN,
  label: PLAIN,
  section: font(12, { isBold: true, color: SECTION_COLOR }),
  'column-head': BOLD,
  'column-head-right': BOLD,
  'column-head-centered': BOLD,
  centered: PLAIN,
};
const FONT_NAMES = Object.keys(FONTS) as (CellStyle | 'plain')[];
const FLAGS = Object.keys(FLAG_FILLS) as Severity[];

/** How cells of a look are aligned; those that are not named as Excel does. */
const ALIGNMENTS: Partial<Readonly<Record<CellStyle, string>>> = {
  wrapped: '<alignment vertical="top" wrapText="1"/>',
  label: '<alignment wrapText="1"/>',
  right: '<alignment horizontal="right"/>',
  centered: '<alignment horizontal="center" vertical="top"/>',
  'column-head-centered': '<alignment horizontal="center" wrapText="1"/>',
  'column-head': '<alignment wrapText="1"/>',
  'column-head-right': '<alignment horizontal="right" wrapText="1"/>',
};

/** The looks of a workbook's cells, each once, in the order in which they were asked for. */
export class StyleSheet {
  private readonly looks = new Map<string, number>([[JSON.stringify({ format: 'General', style: null, flag: null, isQuoted: false }), 0]]);
  private readonly formats = new Map<string, number>();

  /** The number by which a cell names its look. */
  indexOf(look: CellLook): number {
    const key = JSON.stringify({ format: look.format, style: look.style, flag: look.flag, isQuoted: look.isQuoted });
    const known = this.looks.get(key);
    if (known !== undefined) return known;
    this.looks.set(key, this.looks.size);
    return this.looks.size - 1;
  }

  /** The part xl/styles.xml. */
  toXml(): string {
    const cells = [...this.looks.keys()].map((key) => this.lookXml(JSON.parse(key) as CellLook));
    const formats = [...this.formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    const colors = [...FLAGS.map((flag) => FLAG_FILLS[flag]), COLUMN_HEAD_FILL];
    const fills = colors.map((color) => `<fill><patternFill patternType="solid"><fgColor rgb="${argb(color)}"/><bgColor indexed="64"/></patternFill></fill>`);
    return (
      `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '') +
      `<fonts count="${FONT_NAMES.length}">${FONT_NAMES.map((name) => FONTS[name]).join('')}</fonts>` +
      `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills>` +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleLight9" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
    );
  }

  private lookXml(look: CellLook): string {
    const fontId = FONT_NAMES.indexOf(look.style ?? 'plain');
    const isColumnHead = look.style?.startsWith('column-head') === true;
    const fill = look.flag !== null ? FLAGS.indexOf(look.flag) + 2 : isColumnHead ? FLAGS.length + 2 : 0;
    const attributes = `numFmtId="${this.formatId(look.format)}" fontId="${fontId}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"`;
    const quoted = look.isQuoted ? ' quotePrefix="1"' : '';
    const alignment = look.style === null ? undefined : ALIGNMENTS[look.style];
    return alignment === undefined ? `<xf ${attributes}${quoted}/>` : `<xf ${attributes}${quoted} applyAlignment="1">${alignment}</xf>`;
  }

  private formatId(code: string): number {
    const builtIn = BUILT_IN.get(code);
    if (builtIn !== undefined) return builtIn;
    const known = this.formats.get(code) ?? FIRST_OWN_FORMAT + this.formats.size;
    this.formats.set(code, known);
    return known;
  }
}
