import { borderKind } from '../../border-kinds';
import { type ConditionalFormat } from '../../model/sheet';
import { type Border, type BorderSide, type CellStyle, defaultStyle } from '../../model/style';
import { MAIN, XML_HEAD, attributes, escapeXml } from './xml';

/** Built-in number formats by code. Source: ECMA-376 part 1, 18.8.30. */
const BUILT_IN: ReadonlyMap<string, number> = new Map([['General', 0], ['0', 1], ['0.00', 2], ['#,##0', 3], ['#,##0.00', 4], ['0%', 9], ['0.00%', 10], ['@', 49]]);
const FIRST_OWN_FORMAT = 164;

/** A list of elements that are named by their number. */
class Numbered {
  private readonly numbers = new Map<string, number>();

  constructor(...first: readonly string[]) {
    for (const xml of first) this.indexOf(xml);
  }

  indexOf(xml: string): number {
    const known = this.numbers.get(xml) ?? this.numbers.size;
    this.numbers.set(xml, known);
    return known;
  }

  toXml(name: string): string {
    return `<${name} count="${this.numbers.size}">${[...this.numbers.keys()].join('')}</${name}>`;
  }
}

/** A colour `#RRGGBB` as files write it, with its opacity in front. */
function argb(color: string): string {
  return `FF${color.slice(1)}`;
}

const SIDES: readonly (readonly [string, BorderSide])[] = [['left', 'EdgeLeft'], ['right', 'EdgeRight'], ['top', 'EdgeTop'], ['bottom', 'EdgeBottom']];
const HORIZONTAL: Readonly<Record<string, string>> = { Left: 'left', Center: 'center', Right: 'right', Fill: 'fill', Justify: 'justify', CenterAcrossSelection: 'centerContinuous', Distributed: 'distributed' };
const VERTICAL: Readonly<Record<string, string>> = { Top: 'top', Center: 'center', Justify: 'justify', Distributed: 'distributed' };

function fontXml(style: CellStyle): string {
  return (
    '<font>' + (style.bold ? '<b/>' : '') + (style.italic ? '<i/>' : '') + (style.strikethrough ? '<strike/>' : '') +
    (style.underline && style.underline !== 'None' ? (style.underline === 'Double' ? '<u val="double"/>' : '<u/>') : '') +
    `<sz val="${style.fontSize ?? defaultStyle.fontSize}"/>` + (style.fontColor ? `<color rgb="${argb(style.fontColor)}"/>` : '') +
    `<name${attributes({ val: style.fontName ?? defaultStyle.fontName })}/><family val="2"/></font>`
  );
}

function fillXml({ fill, fillPattern, fillPatternColor }: CellStyle): string {
  if (fillPattern !== undefined) {
    const type = fillPattern.charAt(0).toLowerCase() + fillPattern.slice(1);
    return `<fill><patternFill${attributes({ patternType: type })}><fgColor rgb="${argb(fillPatternColor ?? '#000000')}"/>${fill ? `<bgColor rgb="${argb(fill)}"/>` : ''}</patternFill></fill>`;
  }
  return fill ? `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor indexed="64"/></patternFill></fill>` : NO_FILL;
}

const NO_FILL = '<fill><patternFill patternType="none"/></fill>';
const NO_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>';

function borderXml({ borders }: CellStyle): string {
  if (!borders) return NO_BORDER;
  const sides = SIDES.map(([name, side]) => sideXml(name, borders[side]));
  return `<border>${sides.join('')}<diagonal/></border>`;
}

function sideXml(name: string, border: Border | undefined): string {
  if (!border || border.style === 'None') return `<${name}/>`;
  return `<${name} style="${borderKind(border)}"><color rgb="${argb(border.color)}"/></${name}>`;
}

function alignmentXml(style: CellStyle): string {
  const xml = attributes({ horizontal: HORIZONTAL[style.horizontalAlignment ?? ''], vertical: VERTICAL[style.verticalAlignment ?? ''], wrapText: style.wrapText || null, indent: style.indentLevel || null });
  return xml === '' ? '' : `<alignment${xml}/>`;
}

/** The looks of a workbook's cells and rules, each once, in the order in which they were asked for. */
export class StyleSheet {
  private readonly fonts = new Numbered(fontXml({}));
  private readonly fills = new Numbered(NO_FILL, '<fill><patternFill patternType="gray125"/></fill>');
  private readonly borders = new Numbered(NO_BORDER);
  private readonly formats = new Map<string, number>();
  private readonly looks = new Numbered();
  private readonly rules = new Numbered();

  constructor() {
    this.indexOf({}, false);
  }

  /** The number by which a cell names its look. */
  indexOf(style: CellStyle, isQuoted: boolean): number {
    const alignment = alignmentXml(style);
    const protection = style.locked === false ? '<protection locked="0"/>' : '';
    const names = attributes({
      numFmtId: this.formatId(style.numberFormat ?? 'General'), fontId: this.fonts.indexOf(fontXml(style)), fillId: this.fills.indexOf(fillXml(style)), borderId: this.borders.indexOf(borderXml(style)),
      xfId: 0, quotePrefix: isQuoted || null, applyNumberFormat: true, applyFont: true, applyFill: true, applyBorder: style.borders ? true : null,
      applyAlignment: alignment ? true : null, applyProtection: protection ? true : null,
    });
    return this.looks.indexOf(alignment || protection ? `<xf${names}>${alignment}${protection}</xf>` : `<xf${names}/>`);
  }

  /** The number by which a rule names the look that it gives. */
  ruleIndexOf({ settings }: ConditionalFormat): number {
    const text = (name: string): string | null => (typeof settings.get(name) === 'string' ? (settings.get(name) as string) : null);
    const [color, fill] = [text('Font.Color'), text('Fill.Color')];
    const font = (settings.get('Font.Bold') === true ? '<b/>' : '') + (settings.get('Font.Italic') === true ? '<i/>' : '') + (color ? `<color rgb="${argb(color)}"/>` : '');
    return this.rules.indexOf(`<dxf>${font ? `<font>${font}</font>` : ''}${fill ? `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor rgb="${argb(fill)}"/></patternFill></fill>` : ''}</dxf>`);
  }

  private formatId(code: string): number {
    const builtIn = BUILT_IN.get(code);
    if (builtIn !== undefined) return builtIn;
    const known = this.formats.get(code) ?? FIRST_OWN_FORMAT + this.formats.size;
    this.formats.set(code, known);
    return known;
  }

  /** The part xl/styles.xml. */
  toXml(): string {
    const formats = [...this.formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return (
      `${XML_HEAD}<styleSheet xmlns="${MAIN}">` + (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '') +
      this.fonts.toXml('fonts') + this.fills.toXml('fills') + this.borders.toXml('borders') +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' + this.looks.toXml('cellXfs') +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' + this.rules.toXml('dxfs') +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
    );
  }
}
