import { type Area, between, contains, formatAddress, intersect, isOnSheet, isSameArea } from '../cells/address';
import { type Culture, danish } from '../cells/number-format';
import { loseSheetInFormula, renameSheetInFormula } from '../formula/rewrite';
import { Calculation } from './formulas/calculation';
import { moveCells, shiftCells } from './cell-moves';
import { type Clearing, clearCells, mergeArea, writeCells } from './cell-writes';
import { type Actor, type ModelChange } from './change';
import { type ChartModel } from './charts/chart';
import { type CommentModel } from './comment';
import { failures } from './failure';
import { numberOfGuid, numberedGuid } from '../guid';
import { type NameModel, isValidName, isValidSheetName } from './names';
import { rewriteSheet } from './formulas/rewritten-formulas';
import { SheetModel, type Visibility, keyColumn, keyRow } from './sheet';
import { type CellStyle } from './style';
import { type TableColumnModel, type TableModel } from './tables/table';
import { applyFilters, clearFilters, filterTable } from './tables/table-filter';
import { type SortKey, sortRows } from './tables/table-sort';
import { addTable, copyTables, followHeaders, loseTable, removeTable, renameTable, resizeTable, setTotalsRow } from './tables/table-changes';

/** A range that a client holds on to; it moves with its cells. */
export interface LiveRange {
  sheet: SheetModel;
  /** Null once its cells are gone. */
  area: Area | null;
}

export interface XmlPart {
  readonly id: string;
  xml: string;
}

/** The whole workbook, and the only way to change it: every operation checks as Excel does and tells the observers. */
export class WorkbookModel {
  sheets: SheetModel[] = [];
  tables: TableModel[] = [];
  names: NameModel[] = [];
  comments: CommentModel[] = [];
  readonly settings = new Map<string, unknown>();
  readonly xmlParts = new Map<string, XmlPart>();
  readonly properties = new Map<string, unknown>();
  readonly liveRanges = new Set<LiveRange>();
  readonly calculation = new Calculation(this);
  calculationMode: 'Automatic' | 'Manual' | 'AutomaticExceptTables' = 'Automatic';
  culture: Culture = danish;
  /** What a new sheet is called before its number. */
  sheetWord = 'Ark';
  name = 'Mappe1';
  private active: SheetModel | null = null;
  private isDirty = false;
  private lastId = 0;
  private readonly observers = new Set<(change: ModelChange) => void>();

  /** Calls back after every change; gives the way to stop. */
  observe(observer: (change: ModelChange) => void): () => void {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  }

  emit(change: ModelChange): void {
    for (const observer of [...this.observers]) observer(change);
  }

  newId(): string {
    this.lastId += 1;
    return String(this.lastId);
  }

  newGuid(): string {
    return numberedGuid(this.newId());
  }

  /** No id below this is given out again; used when a saved workbook is opened. */
  reserveIds(last: number): void {
    this.lastId = Math.max(this.lastId, last);
  }

  /** An id that a file brought is not given out again. */
  reserveGuid(guid: string): void {
    this.reserveIds(numberOfGuid(guid) ?? 0);
  }

  get lastGivenId(): number {
    return this.lastId;
  }

  // Sheets

  /** Whether sheets may not be added, deleted, renamed. */
  isStructureProtected = false;

  private checkStructure(): void {
    if (this.isStructureProtected) throw failures.accessDenied();
  }

  get activeSheet(): SheetModel {
    const sheet = this.active ?? this.sheets.find((candidate) => candidate.visibility === 'Visible');
    if (!sheet) throw failures.invalidOperation('The workbook has no visible sheet.');
    return sheet;
  }

  sheetNamed(name: string): SheetModel | null {
    const lower = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === lower) ?? null;
  }

  sheetBy(key: string): SheetModel | null {
    return this.sheets.find((sheet) => sheet.id === key) ?? this.sheetNamed(key);
  }

  addSheet(name: string | null, actor: Actor = 'user', id?: string): SheetModel {
    const free = (): string => {
      for (let number = this.sheets.length + 1; ; number += 1) if (!this.sheetNamed(`${this.sheetWord}${number}`)) return `${this.sheetWord}${number}`;
    };
    const chosen = name ?? free();
    this.checkStructure();
    this.checkSheetName(chosen);
    const sheet = new SheetModel(id ?? this.newGuid(), chosen);
    this.sheets.push(sheet);
    this.active ??= sheet;
    this.emit({ kind: 'sheetAdded', sheet, actor });
    return sheet;
  }

  private checkSheetName(name: string, own?: SheetModel): void {
    if (!isValidSheetName(name)) throw failures.invalidArgument();
    const other = this.sheetNamed(name);
    if (other && other !== own) throw failures.itemAlreadyExists();
  }

  /** Takes a sheet away with all that is on it; formulas that looked at it show #REF!. */
  deleteSheet(sheet: SheetModel, actor: Actor = 'user'): void {
    this.checkStructure();
    if (sheet.visibility === 'VeryHidden') throw failures.invalidOperation('A very hidden sheet cannot be deleted.');
    if (!this.sheets.some((other) => other !== sheet && other.visibility === 'Visible')) throw failures.invalidOperation('The last visible sheet cannot be deleted.');
    const position = this.sheets.indexOf(sheet);
    this.sheets.splice(position, 1);
    for (const table of this.tablesOn(sheet)) loseTable(this, table);
    this.tables = this.tables.filter((table) => table.sheet !== sheet);
    this.names = this.names.filter((item) => item.sheet !== sheet);
    this.comments = this.comments.filter((comment) => comment.sheet !== sheet);
    this.rewriteFormulas((formula) => loseSheetInFormula(formula, sheet.name));
    this.isDirty = true;
    this.forgetSheet(sheet, actor, position);
  }

  /** Lets go of a sheet that is no longer among the workbook's: of ranges on it, and of its being the active one. */
  forgetSheet(sheet: SheetModel, actor: Actor, position = 0): void {
    for (const range of this.liveRanges) if (range.sheet === sheet) range.area = null;
    if (this.active === sheet) this.active = null;
    this.emit({ kind: 'sheetDeleted', sheet, actor });
    if (!this.active) this.activate(this.sheets.slice(0, position + 1).reverse().find((other) => other.visibility === 'Visible') ?? this.activeSheet);
  }

  freeCopyName(sheet: SheetModel): string {
    for (let number = 2; ; number += 1) {
      const suffix = ` (${number})`;
      const name = sheet.name.slice(0, 31 - suffix.length) + suffix;
      if (!this.sheetNamed(name)) return name;
    }
  }

  /** A copy of a sheet beside it, with its cells, looks, rules, comments and tables; the tables get names of their own. */
  copySheet(sheet: SheetModel, name: string, position: number, actor: Actor = 'user', id?: string): SheetModel {
    const copy = this.addSheet(name, actor, id);
    copy.takeOver(sheet, () => this.newGuid());
    copyTables(this, sheet, copy);
    this.comments.push(...this.comments.filter((comment) => comment.sheet === sheet).map((comment) => ({ ...comment, id: this.newGuid(), sheet: copy })));
    this.moveSheet(copy, position, actor);
    this.isDirty = true;
    this.emit({ kind: 'layout', sheet: copy });
    const extent = copy.extent();
    if (extent) this.emit({ kind: 'cells', sheet: copy, area: extent, changeType: 'RangeEdited', actor });
    return copy;
  }

  renameSheet(sheet: SheetModel, name: string, actor: Actor = 'user'): void {
    this.checkStructure();
    this.checkSheetName(name, sheet);
    const before = sheet.name;
    if (before === name) return;
    sheet.name = name;
    this.rewriteFormulas((formula) => renameSheetInFormula(formula, before, name));
    this.emit({ kind: 'sheetRenamed', sheet, before, actor });
  }

  moveSheet(sheet: SheetModel, position: number, actor: Actor = 'user'): void {
    const before = this.sheets.indexOf(sheet);
    if (position < 0 || position >= this.sheets.length) throw failures.invalidArgument();
    this.sheets.splice(before, 1);
    this.sheets.splice(position, 0, sheet);
    this.emit({ kind: 'sheetMoved', sheet, before, after: position, actor });
  }

  setVisibility(sheet: SheetModel, visibility: Visibility, actor: Actor = 'user'): void {
    const before = sheet.visibility;
    if (before === visibility) return;
    if (visibility !== 'Visible' && !this.sheets.some((other) => other !== sheet && other.visibility === 'Visible')) {
      throw failures.invalidOperation('The last visible sheet cannot be hidden.');
    }
    sheet.visibility = visibility;
    this.emit({ kind: 'sheetVisibility', sheet, before, actor });
    if (visibility !== 'Visible' && this.active === sheet) this.activate(this.sheets.find((other) => other.visibility === 'Visible') ?? sheet);
  }

  activate(sheet: SheetModel): void {
    if (sheet.visibility !== 'Visible') throw failures.invalidOperation('A hidden sheet cannot be activated.');
    const previous = this.active;
    if (previous === sheet) return;
    this.active = sheet;
    this.emit({ kind: 'sheetActivated', sheet, previous });
  }

  select(sheet: SheetModel, area: Area, actor: Actor = 'user'): void {
    this.activate(sheet);
    const previous = sheet.selection;
    if (isSameArea(previous, area)) return;
    sheet.selection = area;
    this.emit({ kind: 'selection', sheet, area, previous, actor });
  }

  protect(sheet: SheetModel, protection: SheetModel['protection'], actor: Actor = 'user'): void {
    sheet.protection = protection;
    this.emit({ kind: 'protection', sheet, actor });
  }

  // Cells

  /** Writes what a client or a person entered, cell by cell; undefined leaves a cell alone. */
  write(sheet: SheetModel, area: Area, entryAt: (row: number, column: number) => unknown, actor: Actor, culture?: Culture): void {
    writeCells(this, sheet, area, entryAt, actor, culture);
  }

  checkWritable(sheet: SheetModel, area: Area): void {
    if (!isOnSheet(area)) throw failures.invalidArgument();
    if (sheet.isLocked(area)) throw failures.accessDenied();
  }

  clear(sheet: SheetModel, area: Area, what: Clearing, actor: Actor): void {
    clearCells(this, sheet, area, what, actor);
  }

  restyle(sheet: SheetModel, area: Area, change: (style: CellStyle) => CellStyle, actor: Actor): void {
    this.checkWritable(sheet, area);
    sheet.restyle(area, change);
    this.emit({ kind: 'format', sheet, area, actor });
  }

  /** Makes room for an area along its axis or takes it out, moving the cells below or to the right. */
  shiftCells(sheet: SheetModel, area: Area, axis: 'row' | 'column', isDeletion: boolean, actor: Actor): void {
    shiftCells(this, sheet, area, axis, isDeletion, actor);
  }

  /** Moves cells to another place, over what stands there. */
  moveCells(sheet: SheetModel, area: Area, target: SheetModel, row: number, column: number, actor: Actor): void {
    moveCells(this, sheet, area, target, row, column, actor);
  }

  /** Applies a change to every formula of cells, names and rules; the change hears the sheet that a formula belongs to, and its cell where it is in one. */
  rewriteFormulas(change: (formula: string, own: SheetModel, key?: number) => string): void {
    const rewritten = this.sheets.filter((sheet) => rewriteSheet(sheet, change));
    for (const item of this.names) item.formula = change(item.formula, item.sheet ?? this.activeSheet);
    if (rewritten.length > 0) this.emit({ kind: 'formulas', sheets: rewritten });
  }

  merge(sheet: SheetModel, area: Area, isAcross: boolean): void {
    mergeArea(this, sheet, area, isAcross);
  }

  unmerge(sheet: SheetModel, area: Area): void {
    sheet.merges = sheet.merges.filter((merge) => !intersect(merge, area));
    this.emit({ kind: 'layout', sheet });
  }

  changeLayout(sheet: SheetModel, change: (sheet: SheetModel) => void): void {
    change(sheet);
    this.isDirty = true;
    this.emit({ kind: 'layout', sheet });
  }

  // Tables

  tablesOn(sheet: SheetModel): TableModel[] {
    return this.tables.filter((table) => table.sheet === sheet);
  }

  tableNamed(name: string): TableModel | null {
    const lower = name.toLowerCase();
    return this.tables.find((table) => table.name.toLowerCase() === lower) ?? null;
  }

  tableBy(key: string): TableModel | null {
    return this.tables.find((table) => table.id === key) ?? this.tableNamed(key);
  }

  tableAt(sheet: SheetModel, row: number, column: number): TableModel | null {
    return this.tables.find((table) => table.sheet === sheet && contains(table.area, row, column)) ?? null;
  }

  addTable(sheet: SheetModel, area: Area, hasHeaders: boolean, actor: Actor): TableModel {
    return addTable(this, sheet, area, hasHeaders, actor);
  }

  renameTable(table: TableModel, name: string): void {
    renameTable(this, table, name);
  }

  resizeTable(table: TableModel, area: Area, actor: Actor): void {
    resizeTable(this, table, area, actor);
  }

  setTotalsRow(table: TableModel, isShown: boolean, actor: Actor): void {
    setTotalsRow(this, table, isShown, actor);
  }

  /** Takes the table away; its cells go too unless they are to stay as plain cells. */
  removeTable(table: TableModel, keepsCells: boolean, actor: Actor): void {
    removeTable(this, table, keepsCells, actor);
  }

  /** Orders an area's rows; those that a filter hides stay where they are. */
  sortRows(sheet: SheetModel, area: Area, keys: readonly SortKey[], actor: Actor): void {
    sortRows(this, sheet, area, keys, actor);
  }

  /** Shows only those rows of a table whose cell in a column shows one of some texts; null takes the column's filter away. */
  filterTable(table: TableModel, column: TableColumnModel, shown: readonly string[] | null): void {
    filterTable(this, table, column, shown);
  }

  clearFilters(table: TableModel): void {
    clearFilters(this, table);
  }

  /** Filters a table by what stands in it now. */
  applyFilters(table: TableModel): void {
    applyFilters(this, table);
  }

  /** Tables whose header cells were written take their column names from them, and formulas follow. */
  followHeaders(sheet: SheetModel, area: Area): void {
    followHeaders(this, sheet, area);
  }

  // Names

  /** The meaning of a name seen from a sheet: the sheet's own first. */
  nameFor(name: string, sheet: SheetModel | null): NameModel | null {
    const lower = name.toLowerCase();
    const found = this.names.filter((item) => item.name.toLowerCase() === lower);
    return found.find((item) => item.sheet === sheet && sheet !== null) ?? found.find((item) => item.sheet === null) ?? null;
  }

  addName(name: string, formula: string, sheet: SheetModel | null, comment = ''): NameModel {
    if (!isValidName(name)) throw failures.invalidArgument();
    const lower = name.toLowerCase();
    if (this.names.some((item) => item.name.toLowerCase() === lower && item.sheet === sheet) || this.tableNamed(name)) throw failures.itemAlreadyExists();
    const text = formula.startsWith('=') ? formula : `=${formula}`;
    if (!this.calculation.parse(text)) throw failures.invalidArgument();
    const item: NameModel = { id: this.newId(), name, sheet, formula: text, comment, isVisible: true };
    this.names.push(item);
    this.isDirty = true;
    this.emit({ kind: 'names' });
    return item;
  }

  changeName(item: NameModel, change: Partial<Pick<NameModel, 'formula' | 'comment' | 'isVisible'>>): void {
    if (change.formula !== undefined && !this.calculation.parse(change.formula)) throw failures.invalidArgument();
    Object.assign(item, change);
    this.isDirty = true;
    this.emit({ kind: 'names' });
  }

  removeName(item: NameModel): void {
    this.names = this.names.filter((other) => other !== item);
    this.isDirty = true;
    this.emit({ kind: 'names' });
  }

  // Comments

  addComment(sheet: SheetModel, row: number, column: number, content: string, author: string, actor: Actor): CommentModel {
    this.checkWritable(sheet, between(row, column, row, column));
    if (this.commentAt(sheet, row, column)) throw failures.invalidOperation('The cell has a comment already.');
    const comment: CommentModel = { id: this.newGuid(), sheet, row, column, content, author, created: new Date().toISOString(), isResolved: false };
    this.comments.push(comment);
    this.emit({ kind: 'comment', commentId: comment.id, happening: 'Added', sheet, actor });
    return comment;
  }

  commentAt(sheet: SheetModel, row: number, column: number): CommentModel | null {
    return this.comments.find((comment) => comment.sheet === sheet && comment.row === row && comment.column === column) ?? null;
  }

  changeComment(comment: CommentModel, change: Partial<Pick<CommentModel, 'content' | 'isResolved'>>, actor: Actor): void {
    this.checkWritable(comment.sheet, between(comment.row, comment.column, comment.row, comment.column));
    Object.assign(comment, change);
    this.emit({ kind: 'comment', commentId: comment.id, happening: 'Changed', sheet: comment.sheet, actor });
  }

  removeComment(comment: CommentModel, actor: Actor): void {
    this.checkWritable(comment.sheet, between(comment.row, comment.column, comment.row, comment.column));
    this.comments = this.comments.filter((other) => other !== comment);
    this.emit({ kind: 'comment', commentId: comment.id, happening: 'Deleted', sheet: comment.sheet, actor });
  }

  // Charts

  /** Lays a chart over the cells of a sheet. */
  addChart(sheet: SheetModel, chart: ChartModel): ChartModel {
    this.changeCharts(sheet, () => sheet.charts.push(chart));
    return chart;
  }

  removeChart(sheet: SheetModel, chart: ChartModel): void {
    this.changeCharts(sheet, () => {
      sheet.charts = sheet.charts.filter((other) => other !== chart);
    });
  }

  /** Changes charts of a sheet, which none does on a protected one. */
  changeCharts(sheet: SheetModel, change: () => void): void {
    if (sheet.protection) throw failures.accessDenied();
    change();
    this.emit({ kind: 'charts', sheet });
  }

  // Calculation

  markDirty(): void {
    this.isDirty = true;
  }

  /** Brings every formula up to date if anything changed since the last time, and tells which cells got another value. */
  settle(isForced = false): void {
    if (!this.isDirty || (this.calculationMode === 'Manual' && !isForced)) return;
    this.isDirty = false;
    this.tellCalculated(this.calculation.run());
  }

  private tellCalculated(changed: ReadonlyMap<SheetModel, readonly number[]>): void {
    for (const [sheet, keys] of changed) {
      const rows = keys.map(keyRow);
      const columns = keys.map(keyColumn);
      const least = (numbers: number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);
      const most = (numbers: number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);
      this.emit({ kind: 'calculated', sheet, area: between(least(rows), least(columns), most(rows), most(columns)), keys });
    }
  }

  /** Computes now; "Full" and "FullRebuild" ask custom functions again. */
  calculate(type: string): void {
    if (type !== 'Recalculate') this.calculation.forgetAnswers();
    this.isDirty = true;
    this.settle(true);
  }

  /** Computes an area's formulas, custom functions anew; where the user calculates by hand all others keep their values. */
  calculateArea(sheet: SheetModel, area: Area): void {
    this.calculation.forgetAnswers(sheet, area);
    if (this.calculationMode === 'Manual') return this.tellCalculated(this.calculation.run({ sheet, area }));
    this.isDirty = true;
    this.settle(true);
  }

  addressOf(sheet: SheetModel, area: Area): string {
    return formatAddress(sheet.name, area);
  }
}
