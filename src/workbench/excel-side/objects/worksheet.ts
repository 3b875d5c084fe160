import { type Area, MAX_COLUMNS, MAX_ROWS, between, parseArea, splitAddress } from '../../../spreadsheet/cells/address';
import { structuredArea } from '../../../spreadsheet/formula/structured';
import { failures } from '../../../spreadsheet/model/failure';
import { type SheetModel, type Visibility } from '../../../spreadsheet/model/sheet';
import { HostObject } from '../protocol/host-object';
import { worksheetEvents, worksheetsEvents } from '../protocol/events';
import { type Session } from '../protocol/session';
import { ChartsObject } from './charts/chart';
import { CommentsObject } from './comment';
import { DrawingsObject } from './drawings';
import { NamesObject } from './named-item';
import { PageLayoutObject } from './page-layout';
import { RangeObject } from './ranges/range';
import { RangeAreasObject } from './ranges/range-areas';
import { TablesObject } from './tables/table';

export class WorksheetsObject extends HostObject {
  readonly className = 'WorksheetCollection';

  private get workbook() {
    return this.session.workbook;
  }

  private object(sheet: SheetModel | null | undefined): HostObject {
    if (!sheet) throw failures.itemNotFound();
    return new WorksheetObject(this.session, sheet);
  }

  override children(): HostObject[] {
    return this.workbook.sheets.map((sheet) => this.object(sheet));
  }

  override childBy(key: unknown): HostObject {
    return this.object(this.workbook.sheetBy(String(key)));
  }

  override eventTypes(): Readonly<Record<string, number>> {
    return worksheetsEvents;
  }

  Add(name: string | null): HostObject {
    return this.object(this.workbook.addSheet(name, 'addIn'));
  }

  GetItem(key: string): HostObject {
    return this.childBy(key);
  }

  GetItemOrNullObject(key: string): HostObject | null {
    const sheet = this.workbook.sheetBy(key);
    return sheet && this.object(sheet);
  }

  GetActiveWorksheet(): HostObject {
    return this.object(this.workbook.activeSheet);
  }

  GetCount(visibleOnly: boolean | null): number {
    return this.shown(visibleOnly).length;
  }

  GetFirst(visibleOnly: boolean | null): HostObject {
    return this.object(this.shown(visibleOnly)[0]);
  }

  GetLast(visibleOnly: boolean | null): HostObject {
    return this.object(this.shown(visibleOnly).reverse()[0]);
  }

  private shown(visibleOnly: boolean | null): SheetModel[] {
    return this.workbook.sheets.filter((sheet) => !visibleOnly || sheet.visibility === 'Visible');
  }
}

export class WorksheetObject extends HostObject {
  readonly className = 'Worksheet';

  constructor(session: Session, readonly sheet: SheetModel) {
    super(session);
  }

  private get workbook() {
    return this.session.workbook;
  }

  override eventTypes(): Readonly<Record<string, number>> {
    return worksheetEvents;
  }

  override eventTarget(): string {
    return this.sheet.id;
  }

  get Id(): string {
    return this.sheet.id;
  }

  get Name(): string {
    return this.sheet.name;
  }

  set Name(name: string) {
    this.workbook.renameSheet(this.sheet, name, 'addIn');
  }

  get Position(): number {
    return this.workbook.sheets.indexOf(this.sheet);
  }

  set Position(position: number) {
    this.workbook.moveSheet(this.sheet, position, 'addIn');
  }

  get Visibility(): string {
    return this.sheet.visibility;
  }

  set Visibility(visibility: string) {
    const known: readonly Visibility[] = ['Visible', 'Hidden', 'VeryHidden'];
    const wanted = known.find((candidate) => candidate === visibility);
    if (!wanted) throw failures.invalidArgument();
    this.workbook.setVisibility(this.sheet, wanted, 'addIn');
  }

  get TabColor(): string {
    return this.sheet.tabColor;
  }

  set TabColor(color: string) {
    this.workbook.changeLayout(this.sheet, (sheet) => {
      sheet.tabColor = color;
    });
  }

  get ShowGridlines(): boolean {
    return this.sheet.showGridlines;
  }

  set ShowGridlines(isShown: boolean) {
    this.workbook.changeLayout(this.sheet, (sheet) => {
      sheet.showGridlines = isShown;
    });
  }

  get ShowHeadings(): boolean {
    return this.sheet.showHeadings;
  }

  set ShowHeadings(isShown: boolean) {
    this.workbook.changeLayout(this.sheet, (sheet) => {
      sheet.showHeadings = isShown;
    });
  }

  /** The library writes the two under shorter names than it reads them. */
  get Gridlines(): boolean {
    return this.ShowGridlines;
  }

  set Gridlines(isShown: boolean) {
    this.ShowGridlines = isShown;
  }

  get Headings(): boolean {
    return this.ShowHeadings;
  }

  set Headings(isShown: boolean) {
    this.ShowHeadings = isShown;
  }

  get StandardWidth(): number {
    return 8.43;
  }

  get StandardHeight(): number {
    return 15;
  }

  get EnableCalculation(): boolean {
    return true;
  }

  get Tables(): HostObject {
    return new TablesObject(this.session, this.sheet);
  }

  get Names(): HostObject {
    return new NamesObject(this.session, this.sheet);
  }

  get Comments(): HostObject {
    return new CommentsObject(this.session, this.sheet);
  }

  get Shapes(): HostObject {
    return new DrawingsObject(this.session, 'ShapeCollection', this.sheet.drawings.shapes);
  }

  get Charts(): HostObject {
    return new ChartsObject(this.session, this.sheet);
  }

  get PivotTables(): HostObject {
    return new DrawingsObject(this.session, 'PivotTableCollection', this.sheet.drawings.pivotTables);
  }

  get Protection(): HostObject {
    return new ProtectionObject(this.session, this.sheet);
  }

  get FreezePanes(): HostObject {
    return new FreezePanesObject(this.session, this.sheet);
  }

  get PageLayout(): HostObject {
    return new PageLayoutObject(this.session, this.sheet);
  }

  GetRange(address: string | null): RangeObject {
    if (address === null || address === undefined) return new RangeObject(this.session, this.sheet, { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
    const { sheetName, local } = splitAddress(address);
    const sheet = sheetName === null ? this.sheet : this.workbook.sheetNamed(sheetName);
    if (!sheet) throw failures.invalidArgument();
    const area = parseArea(local);
    if (area) return new RangeObject(this.session, sheet, area);
    const table = this.workbook.tableNamed(local);
    if (table) return new RangeObject(this.session, table.sheet, table.dataArea);
    const named = this.workbook.nameFor(local, this.sheet);
    const place = named ? namedArea(this.session, named.formula, sheet) : null;
    if (!place) throw failures.invalidArgument();
    return new RangeObject(this.session, place.sheet, place.area);
  }

  GetRanges(address: string | null): HostObject {
    const areas = (address ?? 'A:XFD').split(',').map((part) => this.GetRange(part.trim()).area);
    return new RangeAreasObject(this.session, this.sheet, areas);
  }

  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): HostObject {
    return new RangeObject(this.session, this.sheet, { row, column, rows, columns });
  }

  GetCell(row: number, column: number): HostObject {
    return new RangeObject(this.session, this.sheet, between(row, column, row, column));
  }

  GetUsedRange(valuesOnly: boolean | null): HostObject {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? new RangeObject(this.session, this.sheet, between(0, 0, 0, 0));
  }

  GetUsedRangeOrNullObject(valuesOnly: boolean | null): HostObject | null {
    this.workbook.settle();
    const area = this.sheet.extent(undefined, valuesOnly === true);
    return area && new RangeObject(this.session, this.sheet, area);
  }

  GetNextOrNullObject(visibleOnly: boolean | null): HostObject | null {
    return this.neighbour(1, visibleOnly);
  }

  GetPreviousOrNullObject(visibleOnly: boolean | null): HostObject | null {
    return this.neighbour(-1, visibleOnly);
  }

  private neighbour(step: 1 | -1, visibleOnly: boolean | null): HostObject | null {
    const { sheets } = this.workbook;
    for (let index = sheets.indexOf(this.sheet) + step; ; index += step) {
      const sheet = sheets[index];
      if (!sheet) return null;
      if (!visibleOnly || sheet.visibility === 'Visible') return new WorksheetObject(this.session, sheet);
    }
  }

  Activate(): void {
    this.workbook.activate(this.sheet);
  }

  Calculate(marksAllDirty: boolean | null): void {
    if (marksAllDirty) this.workbook.calculation.forgetAnswers(this.sheet, { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
    this.workbook.markDirty();
    this.workbook.settle(true);
  }

  Copy(positionType: string | null, relativeTo: unknown): HostObject {
    const { sheets } = this.workbook;
    const other = relativeTo instanceof WorksheetObject ? sheets.indexOf(relativeTo.sheet) : -1;
    const positions: Record<string, number> = { Beginning: 0, Before: other, After: other + 1, End: sheets.length, None: sheets.length };
    const position = positions[positionType ?? 'None'];
    if (position === undefined || position < 0 || (other < 0 && /^(Before|After)$/.test(positionType ?? ''))) throw failures.invalidArgument();
    return new WorksheetObject(this.session, this.workbook.copySheet(this.sheet, this.workbook.freeCopyName(this.sheet), position, 'addIn'));
  }

  Delete(): void {
    this.workbook.deleteSheet(this.sheet, 'addIn');
  }
}

/** The rectangle that a name's formula or an address text means, or null. */
export function namedArea(session: Session, formula: string, sheet: SheetModel): { sheet: SheetModel; area: Area } | null {
  const expression = session.workbook.calculation.parse(formula);
  if (expression?.type === 'reference') {
    const found = expression.sheetName === null ? sheet : session.workbook.sheetNamed(expression.sheetName);
    return found && { sheet: found, area: expression.area };
  }
  if (expression?.type === 'structured') {
    const { reference } = expression;
    const table = session.workbook.tableNamed(reference.tableName);
    const area = table && structuredArea(table, reference, null);
    return table && area && typeof area !== 'string' ? { sheet: table.sheet, area } : null;
  }
  return null;
}

class ProtectionObject extends HostObject {
  readonly className = 'WorksheetProtection';

  constructor(session: Session, private readonly sheet: SheetModel) {
    super(session);
  }

  get Protected(): boolean {
    return this.sheet.protection !== null;
  }

  get Options(): unknown {
    return this.sheet.protection?.options ?? {};
  }

  Protect(options: Record<string, unknown> | null, password: string | null): void {
    if (this.sheet.protection) throw failures.invalidOperation('The sheet is protected already.');
    this.session.workbook.protect(this.sheet, { options: options ?? {}, password }, 'addIn');
  }

  Unprotect(password: string | null): void {
    const { protection } = this.sheet;
    if (protection?.password && protection.password !== password) throw failures.accessDenied();
    if (protection) this.session.workbook.protect(this.sheet, null, 'addIn');
  }
}

class FreezePanesObject extends HostObject {
  readonly className = 'WorksheetFreezePanes';

  constructor(session: Session, private readonly sheet: SheetModel) {
    super(session);
  }

  private freeze(rows: number, columns: number): void {
    this.session.workbook.changeLayout(this.sheet, (sheet) => {
      sheet.freeze = { rows, columns };
    });
  }

  FreezeRows(count: number | null): void {
    this.freeze(count ?? 1, 0);
  }

  FreezeColumns(count: number | null): void {
    this.freeze(0, count ?? 1);
  }

  FreezeAt(range: unknown): void {
    const area = range instanceof RangeObject ? range.area : parseArea(splitAddress(String(range)).local);
    if (!area) throw failures.invalidArgument();
    this.freeze(area.columns === MAX_COLUMNS || area.rows < MAX_ROWS ? area.row + area.rows : 0, area.rows === MAX_ROWS || area.columns < MAX_COLUMNS ? area.column + area.columns : 0);
  }

  Unfreeze(): void {
    this.freeze(0, 0);
  }

  GetLocation(): HostObject {
    const location = this.GetLocationOrNullObject();
    if (!location) throw failures.itemNotFound();
    return location;
  }

  GetLocationOrNullObject(): HostObject | null {
    const { rows, columns } = this.sheet.freeze;
    if (rows === 0 && columns === 0) return null;
    return new RangeObject(this.session, this.sheet, { row: 0, column: 0, rows: rows || MAX_ROWS, columns: columns || MAX_COLUMNS });
  }
}
