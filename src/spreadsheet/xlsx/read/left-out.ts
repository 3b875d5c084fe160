import { isReadRule } from './conditional-formats';
import { type Package, type Relation } from './package';
import { type SheetLink, isReadFilter } from './sheet-links';
import { type XmlElement, child, children, descendants } from './xml-tree';

/** What a file can hold that a workbook here does not. */
export type LeftOutKind =
  | 'charts' | 'pictures' | 'shapes' | 'pivot-tables' | 'slicers' | 'macros' | 'data-validations' | 'conditional-formats' | 'sparklines' | 'connections' | 'external-links'
  | 'embedded-objects' | 'controls' | 'chart-sheets' | 'what-if-tables' | 'groupings' | 'filters' | 'replies' | 'text-formats' | 'gradients' | 'page-breaks' | 'sheet-passwords';

/** Something of a file that was not taken along. Shape: `sheets` are those that it stood on, none for what belongs to the whole workbook. */
export interface LeftOut {
  readonly kind: LeftOutKind;
  readonly count: number;
  readonly sheets: readonly string[];
}

/** What is found on the way, added up by kind. */
export class LeftOutCounts {
  private readonly found = new Map<LeftOutKind, { count: number; readonly sheets: Set<string> }>();

  add(kind: LeftOutKind, count: number, sheet: string | null = null): void {
    if (count === 0) return;
    const known = this.found.get(kind) ?? { count: 0, sheets: new Set<string>() };
    known.count += count;
    if (sheet !== null) known.sheets.add(sheet);
    this.found.set(kind, known);
  }

  list(): LeftOut[] {
    return [...this.found].map(([kind, { count, sheets }]) => ({ kind, count, sheets: [...sheets] }));
  }
}

const OF_WORKBOOK: Readonly<Record<string, LeftOutKind>> = {
  vbaProject: 'macros', externalLink: 'external-links', connections: 'connections', powerPivotData: 'connections',
  chartsheet: 'chart-sheets', dialogsheet: 'chart-sheets', xlMacrosheet: 'macros', xlIntlMacrosheet: 'macros',
};

/** Counts what the workbook's own part points to and what is not read. */
export function countOfWorkbook(relations: readonly Relation[], counts: LeftOutCounts): void {
  for (const { type } of relations) {
    const kind = OF_WORKBOOK[type];
    if (kind !== undefined) counts.add(kind, 1);
  }
}

/** Counts what the looks and texts that cells share have and a cell here has not. */
export function countOfShared(styles: XmlElement | null, strings: XmlElement | null, counts: LeftOutCounts): void {
  const fills = children(child(styles ?? undefined, 'fills'), 'fill');
  counts.add('gradients', fills.filter((fill) => child(fill, 'gradientFill') !== undefined).length);
  counts.add('text-formats', children(strings ?? undefined, 'si').filter(isFormattedWithin).length);
}

/** Whether a part of a text looks otherwise than the rest. */
function isFormattedWithin(item: XmlElement): boolean {
  return children(item, 'r').some((run) => (child(run, 'rPr')?.children.length ?? 0) > 0);
}

const OF_SHEET: Readonly<Record<string, LeftOutKind>> = {
  pivotTable: 'pivot-tables', slicer: 'slicers', timeline: 'slicers', oleObject: 'embedded-objects', package: 'embedded-objects', ctrlProp: 'controls', queryTable: 'connections', image: 'pictures',
};

/** Counts what a sheet has and what is not read. Shape: `links` are what its part points to, `root` is its part. */
export function countOfSheet(file: Package, links: readonly SheetLink[], root: XmlElement, sheet: string, counts: LeftOutCounts): void {
  const add = (kind: LeftOutKind, count: number): void => counts.add(kind, count, sheet);
  for (const { type, target, part } of links) {
    const kind = OF_SHEET[type];
    if (kind !== undefined) add(kind, 1);
    if (type === 'table') countOfTable(file.relations(target), part, add);
    if (type === 'threadedComment') add('replies', children(part ?? undefined, 'threadedComment').filter(({ attributes }) => attributes['parentId'] !== undefined).length);
  }
  countOfCells(root, add);
  const newer = child(root, 'extLst');
  const rules = children(root, 'conditionalFormatting').flatMap((area) => children(area, 'cfRule'));
  add('conditional-formats', rules.filter((rule) => !isReadRule(rule)).length + descendants(newer, 'conditionalFormatting').length);
  add('data-validations', children(child(root, 'dataValidations'), 'dataValidation').length + descendants(newer, 'dataValidation').length);
  add('sparklines', descendants(newer, 'sparkline').length);
  add('filters', child(root, 'autoFilter') === undefined ? 0 : 1);
  add('page-breaks', descendants(child(root, 'rowBreaks'), 'brk').length + descendants(child(root, 'colBreaks'), 'brk').length);
  const { password, hashValue } = child(root, 'sheetProtection')?.attributes ?? {};
  add('sheet-passwords', password === undefined && hashValue === undefined ? 0 : 1);
}

type Add = (kind: LeftOutKind, count: number) => void;

/** Counts something that lies over a sheet's cells; slicers and controls are counted by the parts that they have. */
export function countOfAnchor(anchor: XmlElement, sheet: string, counts: LeftOutCounts): void {
  const has = (...names: readonly string[]): boolean => names.some((name) => descendants(anchor, name).length > 0);
  if (has('slicer', 'timeslicer')) return;
  if (has('chart')) counts.add('charts', 1, sheet);
  else if (has('pic')) counts.add('pictures', 1, sheet);
  else if (has('sp', 'cxnSp', 'graphicFrame')) counts.add('shapes', 1, sheet);
}

/** Counts what a table has besides its cells: what it is filtered by, and where it is fetched from. */
function countOfTable(relations: readonly Relation[], root: XmlElement | null, add: Add): void {
  add('connections', relations.filter(({ type }) => type === 'queryTable').length);
  const filter = child(root ?? undefined, 'autoFilter');
  add('filters', children(filter, 'filterColumn').every(isReadFilter) ? 0 : 1);
}

/** Counts what stands at rows, columns and cells. */
function countOfCells(root: XmlElement, add: Add): void {
  const rows = children(child(root, 'sheetData'), 'row');
  const lines = [...rows, ...children(child(root, 'cols'), 'col')];
  add('groupings', lines.some(({ attributes }) => Number(attributes['outlineLevel'] ?? 0) > 0) ? 1 : 0);
  const cells = rows.flatMap((row) => children(row, 'c'));
  add('what-if-tables', cells.filter((cell) => child(cell, 'f')?.attributes['t'] === 'dataTable').length);
  add('text-formats', cells.filter((cell) => children(cell, 'is').some(isFormattedWithin)).length);
}
