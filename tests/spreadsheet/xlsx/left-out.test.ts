import { strToU8, unzipSync, zipSync } from 'fflate';
import { readWorkbookFile } from '../../../src/spreadsheet/xlsx/read/workbook-file';
import { workbookFile } from '../../../src/spreadsheet/xlsx/write/workbook-file';
import { ExcelSide } from '../../../src/workbench/excel-side/excel-side';
import { leftOutSentence } from '../../../src/workbench/files/left-out-text';
import { textsFor } from '../../../src/workbench/texts/texts';
import { fullWorkbook } from '../../support/full-workbook';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** The relationships of a part. Shape: type and target of each. */
function relations(...entries: readonly (readonly [string, string])[]): string {
  return `<Relationships>${entries.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${TYPES}${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

/** A file of one sheet with parts as other programs write them. */
function fileWith(parts: Readonly<Record<string, string>>): Uint8Array {
  const files = unzipSync(workbookFile(new ExcelSide().workbook));
  return zipSync({ ...files, ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])) });
}

const SHEET = `<worksheet ${MAIN}><sheetData><row r="1" outlineLevel="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>fed</t></r></is></c><c r="B1"><f t="dataTable" ref="B1:B2"/><v>1</v></c></row></sheetData>
<sheetProtection sheet="1" hashValue="x"/><autoFilter ref="A1:B2"/>
<conditionalFormatting sqref="A1"><cfRule type="dataBar"><dataBar/></cfRule><cfRule type="expression"><formula>A1</formula></cfRule></conditionalFormatting>
<dataValidations><dataValidation sqref="A1"/><dataValidation sqref="A2"/></dataValidations><rowBreaks><brk id="4"/></rowBreaks>
<extLst><ext><sparklineGroups><sparklineGroup><sparklines><sparkline/><sparkline/></sparklines></sparklineGroup></sparklineGroups></ext></extLst></worksheet>`;

const DRAWING = `<wsDr><twoCellAnchor><graphicFrame><graphic><graphicData><c:chart xmlns:c="c"/></graphicData></graphic></graphicFrame></twoCellAnchor><twoCellAnchor><pic/></twoCellAnchor><twoCellAnchor><sp/></twoCellAnchor></wsDr>`;

const FULL = fileWith({
  'xl/worksheets/sheet1.xml': SHEET,
  'xl/worksheets/_rels/sheet1.xml.rels': relations(['drawing', '../drawings/drawing1.xml'], ['pivotTable', '../pivotTables/pivotTable1.xml'], ['slicer', '../slicers/slicer1.xml'], ['oleObject', '../embeddings/a.bin'], ['ctrlProp', '../ctrlProps/a.xml'], ['table', '../tables/table9.xml'], ['threadedComment', '../threadedComments/t.xml']),
  'xl/drawings/drawing1.xml': DRAWING,
  'xl/tables/table9.xml': `<table ${MAIN} ref="D1:D2" displayName="Tal"><autoFilter ref="D1:D2"><filterColumn colId="0"/></autoFilter><tableColumns><tableColumn name="a"/></tableColumns></table>`,
  'xl/tables/_rels/table9.xml.rels': relations(['queryTable', '../queryTables/q.xml']),
  'xl/threadedComments/t.xml': '<ThreadedComments><threadedComment ref="A1" id="1"><text>a</text></threadedComment><threadedComment ref="A1" id="2" parentId="1"><text>b</text></threadedComment></ThreadedComments>',
  'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="r"><sheets><sheet name="Graf" sheetId="2" r:id="r2"/><sheet name="Budget" sheetId="1" r:id="r1"/></sheets><definedNames><definedName name="her" localSheetId="1">Budget!$A$1</definedName><definedName name="der" localSheetId="0">1</definedName></definedNames></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml'], ['chartsheet', 'chartsheets/sheet1.xml'], ['vbaProject', 'vbaProject.bin'], ['externalLink', 'externalLinks/e1.xml'], ['externalLink', 'externalLinks/e2.xml'], ['connections', 'connections.xml'], ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']),
  'xl/styles.xml': `<styleSheet ${MAIN}><fonts><font/></fonts><fills><fill/><fill><gradientFill/></fill></fills><cellXfs><xf/></cellXfs></styleSheet>`,
  'xl/sharedStrings.xml': `<sst ${MAIN}><si><t>a</t></si></sst>`,
});

test('what a file has and a workbook here has not is counted by kind, with its sheets', () => {
  const { leftOut } = readWorkbookFile(FULL);
  const found = Object.fromEntries(leftOut.map(({ kind, count, sheets }) => [kind, [count, ...sheets]]));
  expect(found).toEqual({
    'chart-sheets': [1], macros: [1], 'external-links': [2], connections: [2, 'Budget'], gradients: [1],
    charts: [1, 'Budget'], pictures: [1, 'Budget'], shapes: [1, 'Budget'], 'pivot-tables': [1, 'Budget'], slicers: [1, 'Budget'], 'embedded-objects': [1, 'Budget'], controls: [1, 'Budget'],
    filters: [2, 'Budget'], replies: [1, 'Budget'], groupings: [1, 'Budget'], 'what-if-tables': [1, 'Budget'], 'text-formats': [1, 'Budget'], 'conditional-formats': [1, 'Budget'],
    'data-validations': [2, 'Budget'], sparklines: [2, 'Budget'], 'page-breaks': [1, 'Budget'], 'sheet-passwords': [1, 'Budget'],
  });
});

test('a name of one sheet stays with its sheet where another before it is not read', () => {
  const { workbook } = readWorkbookFile(FULL);
  expect(workbook.names.map(({ name, sheet }) => [name, sheet?.name])).toEqual([['her', 'Budget']]);
});

test('nothing is left out of a workbook that was written here', () => {
  expect(readWorkbookFile(workbookFile(fullWorkbook().workbook)).leftOut).toEqual([]);
});

test.each([
  ['da', 'Ikke taget med fra filen: 2 diagrammer (Budget, Graf), makroer. Filen selv er uændret; gemmes projektmappen herfra, er de ikke med.'],
  ['en', 'Not taken along from the file: 2 charts (Budget, Graf), macros. The file itself is unchanged; a workbook saved from here is without them.'],
] as const)('it is told by name in %s', (language, sentence) => {
  const leftOut = [{ kind: 'charts', count: 2, sheets: ['Budget', 'Graf'] }, { kind: 'macros', count: 1, sheets: [] }] as const;
  expect(leftOutSentence(leftOut, textsFor(language))).toBe(sentence);
  expect(leftOutSentence([], textsFor(language))).toBe('');
});
