import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { workbookFile } from '../../../src/spreadsheet/xlsx/write/workbook-file';
import { fullWorkbook } from '../../support/full-workbook';

/** The order of elements. Source: ECMA-376 part 1, CT_Workbook, CT_Worksheet, CT_Stylesheet, CT_Table (18.2 to 18.8). */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  workbook: ['fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups', 'externalReferences', 'definedNames', 'calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches', 'extLst'],
  worksheet: [
    'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr',
    'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF',
    'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst',
  ],
  styleSheet: ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'],
  table: ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'],
  'c:chartSpace': ['c:date1904', 'c:lang', 'c:roundedCorners', 'c:style', 'c:clrMapOvr', 'c:pivotFmts', 'c:protection', 'c:chart', 'c:spPr', 'c:txPr', 'c:externalData', 'c:printSettings', 'c:userShapes', 'c:extLst'],
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly depth: number;
}

/** All elements of a part in their order. Errors: throws on what is not well-formed. */
function elementsOf(text: string): Element[] {
  const found: Element[] = [];
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.push({ name, attributes: attributes as Record<string, string>, depth });
    depth += 1;
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.write(text).close();
  return found;
}

const side = fullWorkbook();
const files = unzipSync(workbookFile(side.workbook));
const parts = new Map(Object.entries(files).filter(([name]) => /\.(xml|rels|vml)$/.test(name)).map(([name, bytes]) => [name, elementsOf(strFromU8(bytes))]));
const partsLike = (pattern: RegExp): (readonly [string, Element[]])[] => [...parts].filter(([name]) => pattern.test(name));
const named = (elements: readonly Element[], name: string): Element[] => elements.filter((element) => element.name === name);

test('every part has a content type, and every content type a part', () => {
  const types = parts.get('[Content_Types].xml') ?? [];
  const overrides = named(types, 'Override').map(({ attributes }) => String(attributes['PartName']).slice(1));
  const defaults = named(types, 'Default').map(({ attributes }) => attributes['Extension']);
  expect(new Set(overrides).size).toBe(overrides.length);
  expect(overrides.filter((name) => !(name in files))).toEqual([]);
  expect(Object.keys(files).filter((name) => name !== '[Content_Types].xml' && !overrides.includes(name) && !defaults.includes(name.split('.').at(-1) ?? ''))).toEqual([]);
});

test('every relationship leads to a part, with an id of its own, and every id that is used is there', () => {
  for (const [name, elements] of partsLike(/\.rels$/)) {
    const relations = named(elements, 'Relationship');
    const ids = relations.map(({ attributes }) => attributes['Id']);
    expect(new Set(ids).size).toBe(ids.length);
    const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
    const base = `https://x/${owner.includes('/') ? owner.slice(0, owner.lastIndexOf('/') + 1) : ''}`;
    const targets = relations.filter(({ attributes }) => attributes['TargetMode'] !== 'External').map(({ attributes }) => new URL(String(attributes['Target']), base).pathname.slice(1));
    expect(targets.filter((target) => !(target in files))).toEqual([]);
    const used = (parts.get(owner) ?? []).flatMap(({ attributes }) => attributes['r:id'] ?? []);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  }
});

test('elements stand in the order of the standard', () => {
  let seen = 0;
  for (const [name, elements] of parts) {
    const order = ORDER[elements[0]?.name ?? ''];
    if (order === undefined) continue;
    seen += 1;
    const places = elements.filter(({ depth }) => depth === 1).map((element) => order.indexOf(element.name));
    expect([name, places]).toEqual([name, [...places].sort((a, b) => a - b)]);
    expect(places).not.toContain(-1);
  }
  expect(seen).toBeGreaterThanOrEqual(6);
});

test('tables, columns and sheets have ids and names of their own, and counts are right', () => {
  const tables = partsLike(/tables\/table\d+\.xml$/).map(([, elements]) => elements);
  expect(tables.length).toBeGreaterThan(0);
  expect(new Set(tables.map(([table]) => table?.attributes['id'])).size).toBe(tables.length);
  for (const elements of tables) {
    const columns = named(elements, 'tableColumn');
    expect(named(elements, 'tableColumns')[0]?.attributes['count']).toBe(String(columns.length));
    for (const key of ['id', 'name']) expect(new Set(columns.map(({ attributes }) => attributes[key])).size).toBe(columns.length);
  }
  const sheets = named(parts.get('xl/workbook.xml') ?? [], 'sheet').map(({ attributes }) => attributes);
  for (const key of ['name', 'sheetId', 'r:id']) expect(new Set(sheets.map((sheet) => sheet[key])).size).toBe(sheets.length);
  const strings = parts.get('xl/sharedStrings.xml') ?? [];
  const items = named(strings, 'si').length;
  const { uniqueCount = String(items) } = strings[0]?.attributes ?? {};
  expect(uniqueCount).toBe(String(items));
  const used = partsLike(/worksheets\/sheet\d+\.xml$/).flatMap(([name]) => [...strFromU8(files[name] as Uint8Array).matchAll(/t="s"[^>]*><v>(\d+)</g)].map(([, index]) => Number(index)));
  expect(used.filter((index) => index >= items)).toEqual([]);
  const styles = parts.get('xl/styles.xml') ?? [];
  for (const list of ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs', 'numFmts']) {
    const at = styles.findIndex(({ name }) => name === list);
    if (at < 0) continue;
    const depth = styles[at]?.depth ?? 0;
    const rest = styles.slice(at + 1);
    const end = rest.findIndex((element) => element.depth <= depth);
    const children = (end < 0 ? rest : rest.slice(0, end)).filter((element) => element.depth === depth + 1);
    expect([list, styles[at]?.attributes['count']]).toEqual([list, String(children.length)]);
  }
});

test('rows stand in order, each cell once; names are names', () => {
  for (const [, elements] of partsLike(/worksheets\/sheet\d+\.xml$/)) {
    const rows = named(elements, 'row').map(({ attributes }) => Number(attributes['r']));
    expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
    const cells = named(elements, 'c').map(({ attributes }) => String(attributes['r']));
    expect(new Set(cells).size).toBe(cells.length);
  }
  const names = named(parts.get('xl/workbook.xml') ?? [], 'definedName').map(({ attributes }) => String(attributes['name']));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name))).toEqual([]);
});

/** The order inside a chart. Source: ECMA-376 part 1, CT_Chart, CT_PlotArea, CT_BarChart, CT_BarSer, CT_CatAx, CT_ValAx (21.2.2). */
const CHART_ORDER: Readonly<Record<string, readonly string[]>> = {
  'c:chart': ['c:title', 'c:autoTitleDeleted', 'c:pivotFmts', 'c:view3D', 'c:floor', 'c:sideWall', 'c:backWall', 'c:plotArea', 'c:legend', 'c:plotVisOnly', 'c:dispBlanksAs'],
  'c:title': ['c:tx', 'c:layout', 'c:overlay', 'c:spPr', 'c:txPr'],
  'c:plotArea': ['c:layout', 'c:barChart', 'c:catAx', 'c:valAx', 'c:dTable', 'c:spPr'],
  'c:barChart': ['c:barDir', 'c:grouping', 'c:varyColors', 'c:ser', 'c:dLbls', 'c:gapWidth', 'c:overlap', 'c:serLines', 'c:axId'],
  'c:ser': ['c:idx', 'c:order', 'c:tx', 'c:spPr', 'c:invertIfNegative', 'c:pictureOptions', 'c:dPt', 'c:dLbls', 'c:trendline', 'c:errBars', 'c:cat', 'c:val'],
  'c:catAx': ['c:axId', 'c:scaling', 'c:delete', 'c:axPos', 'c:majorGridlines', 'c:minorGridlines', 'c:title', 'c:numFmt', 'c:majorTickMark', 'c:minorTickMark', 'c:tickLblPos', 'c:spPr', 'c:txPr', 'c:crossAx', 'c:crosses', 'c:auto', 'c:lblAlgn', 'c:lblOffset', 'c:noMultiLvlLbl'],
  'c:valAx': ['c:axId', 'c:scaling', 'c:delete', 'c:axPos', 'c:majorGridlines', 'c:minorGridlines', 'c:title', 'c:numFmt', 'c:majorTickMark', 'c:minorTickMark', 'c:tickLblPos', 'c:spPr', 'c:txPr', 'c:crossAx', 'c:crosses', 'c:crossBetween'],
  'c:legend': ['c:legendPos', 'c:legendEntry', 'c:layout', 'c:overlay'],
  'xdr:twoCellAnchor': ['xdr:from', 'xdr:to', 'xdr:graphicFrame', 'xdr:clientData'],
};

test('what stands in a chart stands in the order of the standard', () => {
  const charts = partsLike(/(charts\/chart|drawings\/drawing)[\d_]+\.xml$/);
  expect(charts.map(([name]) => name)).toEqual(['xl/charts/chart1_1.xml', 'xl/charts/chart1_2.xml', 'xl/drawings/drawing1.xml']);
  let seen = 0;
  for (const [name, elements] of charts) {
    for (const [index, { name: parent, depth }] of elements.entries()) {
      const order = CHART_ORDER[parent];
      if (order === undefined || (parent === 'c:chart' && depth > 1)) continue;
      const end = elements.findIndex((element, later) => later > index && element.depth <= depth);
      const places = elements.slice(index + 1, end < 0 ? undefined : end).filter((element) => element.depth === depth + 1).map((element) => order.indexOf(element.name));
      seen += 1;
      expect([name, parent, places]).toEqual([name, parent, [...places].sort((a, b) => a - b)]);
      expect(places).not.toContain(-1);
    }
  }
  expect(seen).toBeGreaterThan(10);
});
