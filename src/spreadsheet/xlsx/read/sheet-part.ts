import { MAX_COLUMNS, MAX_ROWS, parseArea } from '../../cells/address';
import { type SheetModel } from '../../model/sheet';
import { type WorkbookModel } from '../../model/workbook';
import { readDrawing } from './charts';
import { readRules } from './conditional-formats';
import { countOfSheet, type LeftOutCounts } from './left-out';
import { type Package, type Relation } from './package';
import { type CellSources, readColumns, readRows } from './sheet-cells';
import { linksOf, readNotes, readTable, readThreads } from './sheet-links';
import { type Palette, readColor } from './palette';
import { type XmlElement, child, children, isOn } from './xml-tree';

/** What a sheet's part is read with. */
export interface SheetSources extends CellSources {
  readonly file: Package;
  readonly path: string;
  readonly palette: Palette;
  /** What is not read is counted here. */
  readonly counts: LeftOutCounts;
  /** Names of those who commented, by their ids. */
  readonly persons: ReadonlyMap<string, string>;
}

/** Reads a sheet into a workbook: its cells, its look, its tables, notes and charts. */
export function readSheet(workbook: WorkbookModel, sheet: SheetModel, root: XmlElement | null, sources: SheetSources): void {
  if (!root) return;
  const links = linksOf(sources.file, sources.path);
  countOfSheet(sources.file, links, root, sheet.name, sources.counts);
  readColumns(sheet, root, sources);
  readRows(sheet, root, sources);
  readView(sheet, root);
  readPrint(sheet, root);
  const tab = readColor(child(child(root, 'sheetPr'), 'tabColor'), sources.palette);
  if (tab) sheet.tabColor = tab;
  sheet.merges = children(child(root, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) => parseArea(attributes['ref'] ?? '') ?? []);
  if (isOn(child(root, 'sheetProtection')?.attributes['sheet'])) sheet.protection = { options: {}, password: null };
  for (const rules of children(root, 'conditionalFormatting')) readRules(workbook, sheet, rules, sources.styles);
  readHyperlinks(sheet, root, links);
  for (const { type, target, part } of links) {
    if (type === 'table') readTable(workbook, sheet, part);
    if (type === 'drawing') readDrawing(workbook, sheet, target, sources);
    if (type === 'comments') readNotes(workbook, sheet, sources.file.part(target));
    if (type === 'threadedComment') readThreads(workbook, sheet, part, sources.persons);
  }
}

function readView(sheet: SheetModel, root: XmlElement): void {
  const view = child(child(root, 'sheetViews'), 'sheetView');
  if (!view) return;
  sheet.showGridlines = isOn(view.attributes['showGridLines'], true);
  sheet.showHeadings = isOn(view.attributes['showRowColHeaders'], true);
  const pane = child(view, 'pane');
  if (pane?.attributes['state']?.startsWith('frozen')) sheet.freeze = { rows: Number(pane.attributes['ySplit'] ?? 0), columns: Number(pane.attributes['xSplit'] ?? 0) };
  const selected = parseArea(children(view, 'selection').at(-1)?.attributes['sqref']?.split(' ')[0] ?? '');
  if (selected) sheet.selection = selected;
}

const POINTS_PER_INCH = 72;
const PAPERS: Readonly<Record<string, string>> = { 1: 'Letter', 5: 'Legal', 8: 'A3', 9: 'A4', 11: 'A5' };

/** Margins that a sheet has unless somebody chose others. Units: inches. */
const USUAL_MARGINS: Readonly<Record<string, number>> = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

function readPrint({ pageLayout }: SheetModel, root: XmlElement): void {
  const margins = child(root, 'pageMargins')?.attributes ?? {};
  for (const [name, usual] of Object.entries(USUAL_MARGINS)) {
    const inches = margins[name];
    if (inches !== undefined && Number(inches) !== usual) pageLayout.set(`${name.charAt(0).toUpperCase()}${name.slice(1)}Margin`, Number(inches) * POINTS_PER_INCH);
  }
  const setup = child(root, 'pageSetup')?.attributes ?? {};
  if (setup['orientation'] === 'landscape') pageLayout.set('Orientation', 'Landscape');
  if (PAPERS[setup['paperSize'] ?? ''] !== undefined) pageLayout.set('PaperSize', PAPERS[setup['paperSize'] ?? '']);
  const isFitted = isOn(child(child(root, 'sheetPr'), 'pageSetUpPr')?.attributes['fitToPage']);
  if (isFitted) pageLayout.set('Zoom', { horizontalFitToPages: Number(setup['fitToWidth'] ?? 1), verticalFitToPages: Number(setup['fitToHeight'] ?? 1) });
  const options = child(root, 'printOptions')?.attributes ?? {};
  if (isOn(options['horizontalCentered'])) pageLayout.set('CenterHorizontally', true);
  if (isOn(options['gridLines'])) pageLayout.set('PrintGridlines', true);
  for (const end of ['Header', 'Footer']) readBand(pageLayout, end, child(child(root, 'headerFooter'), `odd${end}`)?.text ?? '');
}

const BANDS: Readonly<Record<string, string>> = { L: 'Left', C: 'Center', R: 'Right' };

/** A header or footer in its three parts; "&&" is no start of one. */
function readBand(pageLayout: Map<string, unknown>, end: string, text: string): void {
  const parts = text.split(/(?<!&)((?:&&)*)&([LCR])/);
  if ((parts[0] ?? '') !== '') pageLayout.set(`Center${end}`, parts[0]);
  for (let at = 1; at + 2 < parts.length; at += 3) pageLayout.set(`${BANDS[parts[at + 1] ?? 'C'] ?? 'Center'}${end}`, parts[at + 2] ?? '');
}

function readHyperlinks(sheet: SheetModel, root: XmlElement, relations: readonly Relation[]): void {
  for (const { attributes } of children(child(root, 'hyperlinks'), 'hyperlink')) {
    const area = parseArea(attributes['ref'] ?? '');
    if (!area || area.rows === MAX_ROWS || area.columns === MAX_COLUMNS) continue;
    const address = relations.find(({ id }) => id === attributes['id'])?.target;
    const { location, tooltip, display } = attributes;
    sheet.touch(area.row, area.column).hyperlink = {
      ...(address === undefined ? {} : { address }), ...(location === undefined ? {} : { documentReference: location }),
      ...(tooltip === undefined ? {} : { screenTip: tooltip }), ...(display === undefined ? {} : { textToDisplay: display }),
    };
  }
}
