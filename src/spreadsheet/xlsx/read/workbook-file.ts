import { isGuid } from '../../guid';
import { type SheetModel, type Visibility } from '../../model/sheet';
import { WorkbookModel } from '../../model/workbook';
import { formulaFromFile } from '../formulas';
import { countOfShared, countOfWorkbook, type LeftOut, LeftOutCounts } from './left-out';
import { Package, UnreadableWorkbook } from './package';
import { readPalette } from './palette';
import { readSheet } from './sheet-part';
import { readStyles } from './styles';
import { type XmlElement, child, children, isOn, stringText } from './xml-tree';

const VISIBILITIES: Readonly<Record<string, Visibility>> = { hidden: 'Hidden', veryHidden: 'VeryHidden' };

/** A workbook from a file. Shape: `leftOut` is what the file has and the workbook has not. */
export interface ReadWorkbook {
  readonly workbook: WorkbookModel;
  readonly leftOut: readonly LeftOut[];
}

/**
 * The workbook in an .xlsx file: values, formulas, tables, looks, notes, names, charts of columns and bars, print set-up. Formulas have the values of the file until they are computed.
 * What is not read is counted. Errors: throws `UnreadableWorkbook`.
 */
export function readWorkbookFile(bytes: Uint8Array): ReadWorkbook {
  const file = Package.open(bytes);
  const path = file.workbookPath();
  const root = file.part(path);
  if (!root) throw new UnreadableWorkbook('not-xlsx');
  if (isOn(child(root, 'workbookPr')?.attributes['date1904'])) throw new UnreadableWorkbook('date-system-1904');
  const relations = file.relations(path);
  const partOf = (type: string): XmlElement | null => file.part(relations.find((relation) => relation.type === type)?.target ?? '');
  const palette = readPalette(partOf('theme'));
  const persons = new Map(children(partOf('person') ?? undefined, 'person').map(({ attributes }) => [attributes['id'] ?? '', attributes['displayName'] ?? '']));
  const [styles, strings] = [partOf('styles'), partOf('sharedStrings')];
  const counts = new LeftOutCounts();
  countOfWorkbook(relations, counts);
  countOfShared(styles, strings, counts);
  const sources = { file, palette, persons, counts, styles: readStyles(styles, palette), strings: children(strings ?? undefined, 'si').map(stringText) };
  const workbook = new WorkbookModel();
  const sheets = children(child(root, 'sheets'), 'sheet').map(({ attributes }): SheetModel | null => {
    const relation = relations.find(({ id }) => id === attributes['id']);
    if (relation?.type !== 'worksheet') return null;
    const part = file.part(relation.target);
    const sheet = workbook.addSheet(attributes['name'] ?? null, 'user', freeId(workbook, part?.attributes['uid']));
    readSheet(workbook, sheet, part, { ...sources, path: relation.target });
    sheet.visibility = VISIBILITIES[attributes['state'] ?? ''] ?? 'Visible';
    return sheet;
  });
  if (!workbook.sheets.some(({ visibility }) => visibility === 'Visible')) throw new UnreadableWorkbook('damaged');
  readNames(workbook, root, sheets);
  readSettings(workbook, root, sheets);
  return { workbook, leftOut: counts.list() };
}

/** The id that a file gives a sheet; undefined where it gives none, or one that another sheet has. */
function freeId(workbook: WorkbookModel, uid: string | undefined): string | undefined {
  if (uid === undefined || !isGuid(uid) || workbook.sheetBy(uid) !== null) return undefined;
  workbook.reserveGuid(uid);
  return uid;
}

/** Reads the names. Shape: `sheets` are all of the file in its order, null for those that are not read. */
function readNames(workbook: WorkbookModel, root: XmlElement, sheets: readonly (SheetModel | null)[]): void {
  for (const { attributes, text } of children(child(root, 'definedNames'), 'definedName')) {
    const name = attributes['name'] ?? '';
    const sheet = attributes['localSheetId'] === undefined ? null : (sheets[Number(attributes['localSheetId'])] ?? null);
    if (attributes['localSheetId'] !== undefined && sheet === null) continue;
    if (name === '_xlnm.Print_Titles' && sheet) {
      const rows = /(\$\d+:\$\d+)/.exec(text)?.[1];
      if (rows !== undefined) sheet.pageLayout.set('PrintTitleRows', rows);
    }
    if (name.startsWith('_xlnm.')) continue;
    workbook.names.push({ id: workbook.newId(), name, sheet, formula: formulaFromFile(text), comment: attributes['comment'] ?? '', isVisible: !isOn(attributes['hidden']) });
  }
}

function readSettings(workbook: WorkbookModel, root: XmlElement, sheets: readonly (SheetModel | null)[]): void {
  const active = sheets[Number(child(child(root, 'bookViews'), 'workbookView')?.attributes['activeTab'] ?? 0)];
  const first = workbook.sheets.find(({ visibility }) => visibility === 'Visible');
  const shown = active?.visibility === 'Visible' ? active : first;
  if (shown) workbook.activate(shown);
  if (child(root, 'calcPr')?.attributes['calcMode'] === 'manual') workbook.calculationMode = 'Manual';
  workbook.isStructureProtected = isOn(child(root, 'workbookProtection')?.attributes['lockStructure']);
}
