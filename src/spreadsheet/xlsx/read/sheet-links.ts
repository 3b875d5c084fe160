import { parseArea } from '../../cells/address';
import { type SheetModel } from '../../model/sheet';
import { type TableColumnModel, TableModel } from '../../model/tables/table';
import { type WorkbookModel } from '../../model/workbook';
import { type Package, type Relation } from './package';
import { type XmlElement, child, children, isOn, stringText, unescapeText } from './xml-tree';

/** A part that a sheet points to. Shape: `part` is the root of one that is both counted and read, null for every other. */
export interface SheetLink extends Relation {
  readonly part: XmlElement | null;
}

/** What the sheet at a path points to. Errors: throws `UnreadableWorkbook` for a table or a thread that is no XML. */
export function linksOf(file: Package, path: string): SheetLink[] {
  return file.relations(path).map((relation) => ({ ...relation, part: relation.type === 'table' || relation.type === 'threadedComment' ? file.part(relation.target) : null }));
}

/** Reads a table of a sheet. */
export function readTable(workbook: WorkbookModel, sheet: SheetModel, root: XmlElement | null): void {
  const area = parseArea(root?.attributes['ref'] ?? '');
  if (!root || !area) return;
  const { attributes } = root;
  const style = child(root, 'tableStyleInfo')?.attributes ?? {};
  const table = new TableModel(workbook.newId(), attributes['displayName'] ?? attributes['name'] ?? '', sheet, area);
  workbook.tables.push(Object.assign(table, {
    style: style['name'] ?? '',
    showHeaders: attributes['headerRowCount'] !== '0',
    showTotals: Number(attributes['totalsRowCount'] ?? 0) > 0,
    showFilterButton: child(root, 'autoFilter') !== undefined,
    showBandedRows: isOn(style['showRowStripes']), showBandedColumns: isOn(style['showColumnStripes']),
    highlightFirstColumn: isOn(style['showFirstColumn']), highlightLastColumn: isOn(style['showLastColumn']),
    hasInsertRow: isOn(attributes['insertRow']),
    columns: children(child(root, 'tableColumns'), 'tableColumn').map((column, index) => ({ id: workbook.newId(), name: unescapeText(column.attributes['name'] ?? ''), ...readFilter(root, index) })),
  }));
}

/** Whether a column's filter is one that is kept: a list of texts, and of nothing else. */
export function isReadFilter(filter: XmlElement): boolean {
  return filter.children.length > 0 && filter.children.every(({ name, children: listed }) => name === 'filters' && listed.every(({ name: kind }) => kind === 'filter'));
}

/** The texts that a column's filter lists; a filter of another kind is not kept, and the rows stay as it left them. */
function readFilter(root: XmlElement, column: number): Pick<TableColumnModel, 'shown'> {
  const filter = children(child(root, 'autoFilter'), 'filterColumn').find(({ attributes }) => Number(attributes['colId']) === column);
  const listed = child(filter, 'filters');
  if (!filter || !listed || !isReadFilter(filter)) return {};
  const texts = children(listed, 'filter').map(({ attributes }) => unescapeText(attributes['val'] ?? ''));
  return { shown: isOn(listed.attributes['blank']) ? [...texts, ''] : texts };
}

/** The author of the note that stands in for a threaded comment in older readers. Source: MS-XLSX 2.6.203. */
const THREAD_MARK = 'tc=';

/** Reads the notes of a sheet. */
export function readNotes(workbook: WorkbookModel, sheet: SheetModel, root: XmlElement | null): void {
  const authors = children(child(root ?? undefined, 'authors'), 'author').map(({ text }) => text);
  for (const note of children(child(root ?? undefined, 'commentList'), 'comment')) {
    const place = parseArea(note.attributes['ref'] ?? '');
    const text = child(note, 'text');
    const author = authors[Number(note.attributes['authorId'] ?? 0)] ?? '';
    if (!place || !text || author.startsWith(THREAD_MARK)) continue;
    workbook.comments.push({ id: workbook.newGuid(), sheet, row: place.row, column: place.column, content: stringText(text), author, created: '', isResolved: false, isNote: true });
  }
}

/** Reads the threaded comments of a sheet; of each thread the first, whose cell it is. */
export function readThreads(workbook: WorkbookModel, sheet: SheetModel, root: XmlElement | null, persons: ReadonlyMap<string, string>): void {
  for (const { attributes, children: parts } of children(root ?? undefined, 'threadedComment')) {
    const place = parseArea(attributes['ref'] ?? '');
    if (!place || attributes['parentId'] !== undefined) continue;
    const content = parts.find(({ name }) => name === 'text')?.text ?? '';
    workbook.comments.push({
      id: attributes['id'] ?? workbook.newGuid(), sheet, row: place.row, column: place.column, content, author: persons.get(attributes['personId'] ?? '') ?? '', created: attributes['dT'] ?? '', isResolved: isOn(attributes['done']),
    });
  }
}
