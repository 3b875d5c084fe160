import { type Area, columnName, splitAddress } from '../../src/spreadsheet/cells/address';
import { displayText } from '../../src/spreadsheet/cells/number-format';
import { CellError, toWireValue } from '../../src/spreadsheet/cells/value';
import { type AssociatedFunction, DirectCustomFunctions, type FunctionsMetadata } from '../../src/workbench/excel-side/custom-function-sources';
import { ExcelSide, type Interceptor } from '../../src/workbench/excel-side/excel-side';
import { type Actor } from '../../src/spreadsheet/model/change';
import { type SheetModel } from '../../src/spreadsheet/model/sheet';
import { defaultStyle } from '../../src/spreadsheet/model/style';
import { type SavedWorkbook } from '../../src/workbench/excel-side/persistence';
import { type DesktopHost, associationOf, installDesktopHost, passUndoGroups } from '../../src/workbench/office-host';
import { type OfficeWindow, openOfficeWindow } from './office-window';

export interface HeadlessOptions {
  /** Highest ExcelApi set that the host reports; 1.15 unless told otherwise. From 1.20 on it merges undo steps. */
  readonly apiVersion?: string;
  readonly language?: string;
}

const officeGlobals = ['Excel', 'Office', 'OfficeExtension', 'CustomFunctions'];

/** What a test sees of a cell. */
export interface CellView {
  readonly value: number | string | boolean;
  readonly formula: string | null;
  /** The text the cell shows, with the workbook's Danish number formats. */
  readonly text: string;
  readonly numberFormat: string;
  /** "#RRGGBB", or null without fill. */
  readonly fill: string | null;
  readonly bold: boolean;
  readonly comment: string | null;
  /** The message on an error's card. */
  readonly errorMessage: string | null;
}

/** Excel without a screen: the unmodified office.js over its own bridge against an in-memory workbook. */
export class HeadlessExcel {
  readonly side: ExcelSide;

  constructor(side: ExcelSide, readonly window: OfficeWindow, private readonly desktop: () => DesktopHost) {
    this.side = side;
  }

  get workbook() {
    return this.side.workbook;
  }

  get syncCount(): number {
    return this.side.syncCount;
  }

  get payloadBytes(): { sent: number; received: number } {
    return this.side.payloadBytes;
  }

  resetCounters(): void {
    this.side.resetCounters();
  }

  sheet(name: string): SheetModel {
    const sheet = this.workbook.sheetNamed(name);
    if (!sheet) throw new Error(`The workbook has no sheet "${name}", but ${this.workbook.sheets.map((other) => other.name).join(', ')}.`);
    return sheet;
  }

  cell(sheetName: string, address: string): CellView {
    this.workbook.settle();
    const sheet = this.sheet(sheetName);
    const { row, column } = this.side.areaOf(address);
    const value = sheet.valueAt(row, column);
    const style = sheet.styleAt(row, column) ?? {};
    const numberFormat = style.numberFormat ?? defaultStyle.numberFormat;
    return {
      value: toWireValue(value),
      formula: sheet.cell(row, column)?.formula ?? null,
      text: displayText(value, numberFormat, this.workbook.culture),
      numberFormat,
      fill: style.fill ?? null,
      bold: style.bold ?? false,
      comment: this.workbook.commentAt(sheet, row, column)?.content ?? null,
      errorMessage: value instanceof CellError ? (value.message ?? null) : null,
    };
  }

  /** The values of a range, "Ark1!A1:B2". */
  values(address: string): (number | string | boolean)[][] {
    this.workbook.settle();
    const { sheetName, local } = splitAddress(address);
    const sheet = sheetName === null ? this.workbook.activeSheet : this.sheet(sheetName);
    const { row, column, rows, columns } = this.side.areaOf(local);
    return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => toWireValue(sheet.valueAt(row + r, column + c))));
  }

  /** The address of a cell of a row, counted from 1, under a heading of a sheet's table. Errors: throws where there is none. */
  addressUnder(sheetName: string, header: string, row: number): string {
    const table = this.workbook.tables.find(({ sheet }) => sheet.name === sheetName);
    const index = table?.columns.findIndex(({ name }) => name === header) ?? -1;
    if (table === undefined || index < 0) throw new Error(`${sheetName} has no column ${header}.`);
    return `${columnName(table.area.column + index)}${row}`;
  }

  /** A person types into cells; events follow, as after a real edit. A matrix fills a range from its first cell on. */
  async userEdits(sheetName: string, address: string, written: unknown, actor: Actor = 'user'): Promise<void> {
    const area: Area = this.side.areaOf(address);
    const matrix = Array.isArray(written) ? (written as unknown[][]) : null;
    const filled = matrix ? { ...area, rows: matrix.length, columns: matrix[0]?.length ?? 1 } : area;
    this.side.enter(this.sheet(sheetName), filled, (row, column) => (matrix ? matrix[row]?.[column] : written), actor);
    await this.side.settled();
  }

  /** A person selects a range. */
  async userSelects(sheetName: string, address: string): Promise<void> {
    this.workbook.select(this.sheet(sheetName), this.side.areaOf(address), 'user');
    await this.side.settled();
  }

  /** A person presses Ctrl+Z; false when there was nothing to take back. */
  async userUndoes(): Promise<boolean> {
    const isDone = this.side.undo();
    await this.side.settled();
    return isDone;
  }

  /** A person presses Ctrl+Y; false when there was nothing to do again. */
  async userRedoes(): Promise<boolean> {
    const isDone = this.side.redo();
    await this.side.settled();
    return isDone;
  }

  /** How often Ctrl+Z would take something back. */
  get undoCount(): number {
    this.side.history.commit();
    return this.side.history.undoCount;
  }

  /** How often Ctrl+Y would do something again. */
  get redoCount(): number {
    this.side.history.commit();
    return this.side.history.redoCount;
  }

  protectSheet(sheetName: string, password: string | null = null): void {
    this.workbook.protect(this.sheet(sheetName), { options: {}, password });
  }

  /** Looks at every sync before it is carried out and may make it fail; null takes the interceptor away. */
  intercept(interceptor: Interceptor | null): void {
    this.side.interceptor = interceptor;
  }

  /** Makes functions that were associated with CustomFunctions.associate callable from cells, directly and synchronously. */
  useCustomFunctions(metadata: FunctionsMetadata, namespace: string): void {
    this.side.useCustomFunctions(new DirectCustomFunctions(metadata, namespace, (id) => this.associated(id), () => this.workbook.calculate('Full')));
    associationOf(this.window)?.onchange(() => this.workbook.calculate('Full'));
  }

  private associated(id: string): AssociatedFunction | null {
    return associationOf(this.window)?.mappings[id.toUpperCase()] ?? null;
  }

  /** Presses a ribbon button whose function was associated with Office.actions.associate. */
  async runCommand(actionId: string): Promise<void> {
    this.desktop().runCommand(actionId, actionId);
    await this.side.settled();
  }

  /** Waits until all requests are answered and all events delivered. */
  settled(): Promise<void> {
    return this.side.settled();
  }

  /** Ends the library's timers and takes its globals away; call it in `afterEach`. */
  async close(): Promise<void> {
    await this.side.settled();
    this.window.stopTimers();
    for (const name of officeGlobals) Reflect.deleteProperty(globalThis, name);
  }

  save(): SavedWorkbook {
    return JSON.parse(JSON.stringify(this.side.save())) as SavedWorkbook;
  }

  /** Opens a saved workbook; event registrations of before are gone, as in a newly opened file. */
  load(saved: SavedWorkbook): void {
    this.side.open(saved);
  }
}

/**
 * Starts a headless Excel and puts the globals that add-in code uses (Excel, Office, OfficeExtension, CustomFunctions)
 * in place. Start it in `beforeEach` for a fresh workbook (some 50 ms) and close it in `afterEach`.
 */
export async function startHeadlessExcel(options: HeadlessOptions = {}): Promise<HeadlessExcel> {
  const side = new ExcelSide();
  let desktop: DesktopHost | null = null;
  const window = await openOfficeWindow((target) => {
    desktop = installDesktopHost(target, side.bridge, options);
  });
  if (Number((options.apiVersion ?? '1.15').split('.')[1]) >= 20) passUndoGroups(window as unknown as Parameters<typeof passUndoGroups>[0], () => side.history);
  for (const name of officeGlobals) Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  const host = new HeadlessExcel(side, window, () => {
    if (!desktop) throw new Error('The host is not installed.');
    return desktop;
  });
  await side.settled();
  host.resetCounters();
  return host;
}
