import { parseArea, quoteSheetName, splitAddress } from '../../cells/address';
import { type CommentModel } from '../../model/comment';
import { type SheetModel } from '../../model/sheet';
import { type WorkbookModel } from '../../model/workbook';
import { formulaInFile } from '../formulas';
import { addCharts } from './chart-parts';
import { noteDrawing, notesXml, Persons, threadsXml } from './note-parts';
import { Links, packageFile } from './package';
import { SharedStrings } from './shared-strings';
import { type CellTools } from './sheet-cells';
import { sheetXml } from './sheet-part';
import { StyleSheet } from './style-sheet';
import { tableXml } from './table-part';
import { MAIN, OFFICE, XML_HEAD, attributes, escapeXml } from './xml';

/** The bytes of an .xlsx file of a workbook, with the value of every formula as it was computed last. The same workbook gives the same bytes. */
export function workbookFile(workbook: WorkbookModel): Uint8Array {
  workbook.settle(true);
  const tools: FileTools = { workbook, styles: new StyleSheet(), strings: new SharedStrings(), persons: new Persons() };
  const parts = new Map<string, string>();
  const links = new Links();
  for (const [index, sheet] of workbook.sheets.entries()) {
    links.add('worksheet', `worksheets/sheet${index + 1}.xml`);
    addSheet(sheet, index + 1, tools, parts);
  }
  links.add('styles', 'styles.xml');
  links.add('sharedStrings', 'sharedStrings.xml');
  if (!tools.persons.isEmpty) {
    links.add('person', 'persons/person.xml', false, NEWER);
    parts.set('xl/persons/person.xml', tools.persons.toXml());
  }
  parts.set('xl/workbook.xml', workbookXml(workbook));
  parts.set('xl/_rels/workbook.xml.rels', links.toXml());
  parts.set('xl/styles.xml', tools.styles.toXml());
  parts.set('xl/sharedStrings.xml', tools.strings.toXml());
  return packageFile(parts);
}

function addSheet(sheet: SheetModel, number: number, tools: FileTools, parts: Map<string, string>): void {
  const { workbook } = tools;
  const links = new Links();
  const tables = workbook.tablesOn(sheet).map((table) => {
    const id = workbook.tables.indexOf(table) + 1;
    parts.set(`xl/tables/table${id}.xml`, tableXml(table, id));
    return links.add('table', `../tables/table${id}.xml`);
  });
  const comments = workbook.comments.filter((comment) => comment.sheet === sheet).sort((a, b) => a.row - b.row || a.column - b.column);
  const drawing = addCharts(workbook, sheet, number, links, parts);
  let notes: string | null = null;
  if (comments.length > 0) {
    parts.set(`xl/comments${number}.xml`, notesXml(comments));
    parts.set(`xl/drawings/vmlDrawing${number}.vml`, noteDrawing(comments, number));
    links.add('comments', `../comments${number}.xml`);
    addThreads(comments.filter(({ isNote }) => isNote !== true), number, tools, links, parts);
    notes = links.add('vmlDrawing', `../drawings/vmlDrawing${number}.vml`);
  }
  parts.set(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, tools, { links, tables, drawing, noteDrawing: notes }, sheet === workbook.activeSheet));
  if (!links.isEmpty) parts.set(`xl/worksheets/_rels/sheet${number}.xml.rels`, links.toXml());
}

/** Relationships that came after the file format. */
const NEWER = 'http://schemas.microsoft.com/office/2017/10/relationships';

function addThreads(comments: readonly CommentModel[], number: number, { persons }: FileTools, links: Links, parts: Map<string, string>): void {
  if (comments.length === 0) return;
  parts.set(`xl/threadedComments/threadedComment${number}.xml`, threadsXml(comments, persons));
  links.add('threadedComment', `../threadedComments/threadedComment${number}.xml`, false, NEWER);
}

interface FileTools extends CellTools {
  readonly persons: Persons;
}

const STATES = { Visible: null, Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

function workbookXml(workbook: WorkbookModel): string {
  const { sheets } = workbook;
  const entries = sheets.map(({ name, visibility }, index) => `<sheet${attributes({ name, sheetId: index + 1, state: STATES[visibility], 'r:id': `rId${index + 1}` })}/>`);
  const titles = sheets.flatMap(({ name, pageLayout }, index) => {
    const rows = pageLayout.get('PrintTitleRows');
    return typeof rows === 'string' ? [nameXml('_xlnm.Print_Titles', index, `${quoteSheetName(name)}!${wholeRows(rows)}`)] : [];
  });
  const names = workbook.names.map((item) => nameXml(item.name, item.sheet && sheets.indexOf(item.sheet), formulaInFile(item.formula, null), { comment: item.comment || null, hidden: item.isVisible ? null : true }));
  const all = [...titles, ...names];
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/>` +
    (workbook.isStructureProtected ? '<workbookProtection lockStructure="1"/>' : '') +
    `<bookViews><workbookView activeTab="${sheets.indexOf(workbook.activeSheet)}"/></bookViews><sheets>${entries.join('')}</sheets>` +
    (all.length === 0 ? '' : `<definedNames>${all.join('')}</definedNames>`) +
    `<calcPr calcId="191029"${attributes({ calcMode: workbook.calculationMode === 'Manual' ? 'manual' : null })} fullCalcOnLoad="1"/></workbook>`
  );
}

function nameXml(name: string, sheet: number | null, formula: string, more: Readonly<Record<string, string | boolean | null>> = {}): string {
  return `<definedName${attributes({ name, localSheetId: sheet, ...more })}>${escapeXml(formula)}</definedName>`;
}

/** Rows as a name fixes them, whatever sheet and signs stand with them. */
function wholeRows(address: string): string {
  const { local } = splitAddress(address);
  const area = parseArea(local);
  return area ? `$${area.row + 1}:$${area.row + area.rows}` : local;
}
