import { strToU8, zipSync } from 'fflate';
import { cellAddress } from '../../core/sheet-plan/addresses';
import { type PlannedSheet } from '../../core/sheet-plan/plan';
import { commentDrawing, commentsXml, SharedStrings, sheetXml, tableXml } from './sheet-parts';
import { StyleSheet } from './style-sheet';
import { escapeXml, XML_HEAD } from './xml';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The time stamp of every entry, so that the same sheets give the same bytes. */
const ENTRY_TIME = new Date(2000, 0, 1);

/** The bytes of an .xlsx file with these sheets. Errors: throws without a sheet, because Excel opens no such file. */
export function workbookFile(sheets: readonly PlannedSheet[]): Uint8Array {
  if (sheets.length === 0) throw new Error('A workbook has at least one sheet');
  const styles = new StyleSheet();
  const strings = new SharedStrings();
  const parts = new Map<string, string>();
  let tableCount = 0;
  sheets.forEach((sheet, index) => {
    const number = index + 1;
    const links: string[] = [];
    const link = (type: string, target: string): string => {
      links.push(`<Relationship Id="rId${links.length + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
      return `rId${links.length}`;
    };
    const tables = sheet.tables.map((table) => {
      tableCount += 1;
      parts.set(`xl/tables/table${tableCount}.xml`, tableXml(table, tableCount));
      return link('table', `../tables/table${tableCount}.xml`);
    });
    let drawing: string | null = null;
    if (sheet.flags.length > 0) {
      parts.set(`xl/comments${number}.xml`, commentsXml(sheet.flags));
      parts.set(`xl/drawings/vmlDrawing${number}.vml`, commentDrawing(sheet.flags));
      link('comments', `../comments${number}.xml`);
      drawing = link('vmlDrawing', `../drawings/vmlDrawing${number}.vml`);
    }
    parts.set(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, styles, strings, { tables, drawing }, index === 0));
    if (links.length > 0) parts.set(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationships(links));
  });
  parts.set('xl/workbook.xml', workbookXml(sheets));
  parts.set('xl/_rels/workbook.xml.rels', relationships(workbookLinks(sheets.length)));
  parts.set('xl/styles.xml', styles.toXml());
  parts.set('xl/sharedStrings.xml', strings.toXml());
  parts.set('_rels/.rels', relationships([`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`]));
  parts.set('[Content_Types].xml', contentTypes([...parts.keys()]));
  return zipSync(Object.fromEntries([...parts].reverse().map(([name, text]) => [name, strToU8(text)])), { level: 6, mtime: ENTRY_TIME });
}

function workbookXml(sheets: readonly PlannedSheet[]): string {
  const entries = sheets.map((sheet, index) => {
    const state = sheet.visibility === 'very-hidden' ? ' state="veryHidden"' : '';
    return `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const titles = sheets.flatMap(({ name, print }, index) =>
    print === undefined || print.titleRows === 0 ? [] : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(`'${name.replaceAll("'", "''")}'!$1:$${print.titleRows}`)}</definedName>`],
  );
  const own = sheets.flatMap((sheet) => sheet.names.map((name) => `<definedName name="${escapeXml(name.name)}">${escapeXml(`'${sheet.name.replaceAll("'", "''")}'!${absolute(name.row, name.column)}`)}</definedName>`));
  const names = [...titles, ...own];
  return (
    `${XML_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">` +
    '<bookViews><workbookView activeTab="0"/></bookViews>' +
    `<sheets>${entries.join('')}</sheets>` +
    (names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`) +
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
  );
}

function absolute(row: number, column: number): string {
  return cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}

function workbookLinks(count: number): string[] {
  const sheets = Array.from({ length: count }, (_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`);
  return [
    ...sheets,
    `<Relationship Id="rId${count + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`,
    `<Relationship Id="rId${count + 2}" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`,
  ];
}

function relationships(links: readonly string[]): string {
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`;
}

const PART_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, `${TYPE}.sheet.main+xml`],
  [/^xl\/worksheets\/sheet\d+\.xml$/, `${TYPE}.worksheet+xml`],
  [/^xl\/tables\//, `${TYPE}.table+xml`],
  [/^xl\/comments\d+\.xml$/, `${TYPE}.comments+xml`],
  [/^xl\/styles\.xml$/, `${TYPE}.styles+xml`],
  [/^xl\/sharedStrings\.xml$/, `${TYPE}.sharedStrings+xml`],
];

function contentTypes(parts: readonly string[]): string {
  const overrides = parts.flatMap((part) => {
    const type = PART_TYPES.find(([pattern]) => pattern.test(part))?.[1];
    return type === undefined ? [] : [`<Override PartName="/${part}" ContentType="${type}"/>`];
  });
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join('')}</Types>`
  );
}
