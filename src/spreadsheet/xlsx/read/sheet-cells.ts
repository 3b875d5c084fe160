import { type Area, parseArea } from '../../cells/address';
import { CellError, type Scalar, isErrorCode } from '../../cells/value';
import { translateFormula } from '../../formula/rewrite';
import { type SheetModel, cellKey } from '../../model/sheet';
import { shareStyle } from '../../model/style';
import { formulaFromFile } from '../formulas';
import { type FileStyles } from './styles';
import { type XmlElement, child, children, isOn, stringText, unescapeText } from './xml-tree';

/** What cells name by number. */
export interface CellSources {
  readonly strings: readonly string[];
  readonly styles: FileStyles;
}

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

const pointsPerCharacter = 7 * 0.75;

/** Reads the rows of a sheet: values, formulas and looks. A formula has the value of the file until it is computed. */
export function readRows(sheet: SheetModel, root: XmlElement, sources: CellSources): void {
  const shared = new Map<string, SharedFormula>();
  const filled: { readonly area: Area; readonly key: number }[] = [];
  children(child(root, 'sheetData'), 'row').forEach((line, index) => {
    const row = Number(line.attributes['r'] ?? index + 1) - 1;
    if (line.attributes['ht'] !== undefined && isOn(line.attributes['customHeight'])) sheet.rowHeights.set(row, Number(line.attributes['ht']));
    if (isOn(line.attributes['hidden'])) sheet.hiddenRows.add(row);
    children(line, 'c').forEach((element, order) => {
      const place = parseArea(element.attributes['r'] ?? '') ?? { row, column: order };
      const area = readCell(sheet, element, place.row, place.column, sources, shared);
      if (area) filled.push({ area, key: cellKey(place.row, place.column) });
    });
  });
  for (const { area, key } of filled) leaveToSpill(sheet, area, key);
}

/** Gives the area that an array formula in the cell fills, null for other cells. */
function readCell(sheet: SheetModel, element: XmlElement, row: number, column: number, { strings, styles }: CellSources, shared: Map<string, SharedFormula>): Area | null {
  const look = styles.cells[Number(element.attributes['s'] ?? 0)];
  const value = valueOf(element, strings);
  const formulaElement = child(element, 'f');
  const formula = formulaElement && formulaOf(formulaElement, row, column, shared);
  const style = look && shareStyle(look.style);
  if (value === null && formula === undefined && !style) return null;
  sheet.cells.set(cellKey(row, column), {
    value, ...(formula === undefined ? {} : { formula }), ...(style ? { style } : {}), ...(look?.isQuoted && typeof value === 'string' ? { hasQuotePrefix: true } : {}),
  });
  return formulaElement?.attributes['t'] === 'array' ? parseArea(formulaElement.attributes['ref'] ?? '') : null;
}

function valueOf(element: XmlElement, strings: readonly string[]): Scalar {
  const type = element.attributes['t'] ?? 'n';
  if (type === 'inlineStr') return stringText(child(element, 'is') ?? element);
  const text = child(element, 'v')?.text;
  if (text === undefined || (text === '' && type !== 'str')) return null;
  switch (type) {
    case 's': return strings[Number(text)] ?? null;
    case 'str': return unescapeText(text);
    case 'b': return isOn(text.trim());
    case 'e': return isErrorCode(text) ? new CellError(text) : new CellError('#VALUE!');
    default: return Number.isFinite(Number(text)) ? Number(text) : unescapeText(text);
  }
}

/** A formula in full; one that several cells share is written out from the cell that has it. */
function formulaOf({ attributes: { t, si }, text }: XmlElement, row: number, column: number, shared: Map<string, SharedFormula>): string | undefined {
  if (t === 'shared' && si !== undefined && text.trim() === '') {
    const first = shared.get(si);
    return first && translateFormula(first.formula, row - first.row, column - first.column);
  }
  if (text.trim() === '') return undefined;
  const formula = formulaFromFile(text);
  if (t === 'shared' && si !== undefined) shared.set(si, { formula, row, column });
  return formula;
}

/** The cells that an array formula fills are empty, so that its result has room. */
function leaveToSpill(sheet: SheetModel, area: Area, key: number): void {
  for (const [other, cell] of [...sheet.cellsIn(area)]) {
    if (other === key || cell.formula !== undefined) continue;
    if (cell.style) cell.value = null;
    else sheet.cells.delete(other);
  }
}

/** Reads the widths, looks and hidden columns of a sheet. */
export function readColumns(sheet: SheetModel, root: XmlElement, { styles }: CellSources): void {
  for (const { attributes } of children(child(root, 'cols'), 'col')) {
    const [from, to] = [Number(attributes['min']) - 1, Math.min(Number(attributes['max']), 256) - 1];
    const style = shareStyle(styles.cells[Number(attributes['style'] ?? 0)]?.style ?? {});
    for (let column = from; column <= to; column += 1) {
      if (attributes['width'] !== undefined && isOn(attributes['customWidth'])) sheet.columnWidths.set(column, Math.round(Number(attributes['width']) * pointsPerCharacter * 100) / 100);
      if (style) sheet.columnStyles.set(column, style);
      if (isOn(attributes['hidden'])) sheet.hiddenColumns.add(column);
    }
  }
}
