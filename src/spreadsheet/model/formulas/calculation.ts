import { type Area, between, contains, enclose } from '../../cells/address';
import { CellError, type Matrix, type Scalar } from '../../cells/value';
import { FormulaSyntaxError } from '../../formula/lexer';
import { evaluate } from '../../formula/evaluator';
import { ArrayValue, type Operand, Reference } from '../../formula/operand';
import { type Expression, parseFormula } from '../../formula/parser';
import { type Surroundings } from '../../formula/surroundings';
import { type CustomFunctionSource, type EmptyArgument, addressesOf, callWithConversion } from './custom-functions';
import { type Cell, type SheetModel, type SpilledValue, cellKey, keyColumn, keyRow } from '../sheet';
import { type WorkbookModel } from '../workbook';

/** A formula that reads another, not yet computed, one so deep down that the stack could end; it is tried again after that one. */
class TooDeep extends Error {
  constructor(
    readonly sheet: SheetModel,
    readonly key: number,
  ) {
    super('too deep');
  }
}

const deepest = 120;
const mostSpillRounds = 8;
const leastCellsKept = 16;

/** Recomputes a workbook's formulas in the order in which they need each other. */
export class Calculation {
  /** The add-in's functions; null while none are known. */
  customFunctions: CustomFunctionSource | null = null;
  emptyArgument: EmptyArgument = 0;
  private readonly parsed = new Map<string, Expression | null>();
  private readonly answers = new Map<string, Operand>();
  private state = new Map<Cell, 'running' | 'done'>();
  private depth = 0;
  /** Areas read in this round whose cells are all final, so that a column that a thousand formulas look at is read once. */
  private areas = new Map<string, Matrix>();
  private hasMetRunning = false;
  private pendingSpills = new Map<SheetModel, Map<number, SpilledValue>>();

  constructor(private readonly workbook: WorkbookModel) {}

  /** The parsed formula, or null when it is not well-formed. */
  parse(formula: string): Expression | null {
    const known = this.parsed.get(formula);
    if (known !== undefined) return known;
    let expression: Expression | null;
    try {
      expression = parseFormula(formula);
    } catch (error) {
      if (!(error instanceof FormulaSyntaxError)) throw error;
      expression = null;
    }
    this.parsed.set(formula, expression);
    return expression;
  }

  /** Forgets what custom functions answered, everywhere or in one area, so that they are asked again. */
  forgetAnswers(sheet?: SheetModel, area?: Area): void {
    if (!sheet || !area) {
      this.answers.clear();
      return;
    }
    for (const id of this.answers.keys()) {
      const [sheetId, key] = id.split('|');
      if (sheetId === sheet.id && contains(area, keyRow(Number(key)), keyColumn(Number(key)))) this.answers.delete(id);
    }
  }

  /** Computes every formula, or those of one area alone; gives the cells whose value changed, by sheet. */
  run(only?: { readonly sheet: SheetModel; readonly area: Area }): Map<SheetModel, number[]> {
    const before = this.snapshot();
    for (let round = 0; round < mostSpillRounds; round += 1) {
      this.state = only === undefined ? new Map() : this.doneBeside(only.sheet, only.area);
      this.areas = new Map();
      this.pendingSpills = new Map(this.workbook.sheets.map((sheet) => [sheet, this.spillsOfDone(sheet)]));
      for (const sheet of this.workbook.sheets) {
        for (const [key, cell] of sheet.cells) if (cell.formula !== undefined) this.settle(sheet, key);
      }
      const isStable = this.workbook.sheets.every((sheet) => isSameSpill(sheet.spills, this.pendingSpills.get(sheet)));
      for (const sheet of this.workbook.sheets) sheet.spills = this.pendingSpills.get(sheet) ?? new Map<number, SpilledValue>();
      if (isStable) break;
    }
    return this.changedSince(before);
  }

  /** Every formula outside an area as computed already. */
  private doneBeside(sheet: SheetModel, area: Area): Map<Cell, 'running' | 'done'> {
    const cells = this.workbook.sheets.flatMap((other) => [...other.cells].flatMap(([key, cell]) => (other === sheet && contains(area, keyRow(key), keyColumn(key)) ? [] : [cell])));
    return new Map(cells.map((cell) => [cell, 'done']));
  }

  /** What formulas that are not computed in this round have spilled before. */
  private spillsOfDone(sheet: SheetModel): Map<number, SpilledValue> {
    return new Map([...sheet.spills].filter(([, { parentKey }]) => {
      const parent = sheet.cells.get(parentKey);
      return parent !== undefined && this.state.has(parent);
    }));
  }

  /** The value of a formula as if it stood in a cell, for conditional formats; null when it is not well-formed. */
  valueAt(formula: string, sheet: SheetModel, row: number, column: number): Scalar {
    const expression = this.parse(formula);
    if (!expression) return null;
    this.areas = new Map();
    return this.matrixOf(evaluate(expression, this.surroundings(sheet, row, column)))[0]?.[0] ?? null;
  }

  private snapshot(): Map<SheetModel, Map<number, Scalar>> {
    return new Map(this.workbook.sheets.map((sheet) => {
      const values = new Map<number, Scalar>();
      for (const [key, cell] of sheet.cells) if (cell.formula !== undefined) values.set(key, cell.value);
      for (const [key, spill] of sheet.spills) values.set(key, spill.value);
      return [sheet, values];
    }));
  }

  private changedSince(before: Map<SheetModel, Map<number, Scalar>>): Map<SheetModel, number[]> {
    const changed = new Map<SheetModel, number[]>();
    for (const sheet of this.workbook.sheets) {
      const old = before.get(sheet) ?? new Map<number, Scalar>();
      const keys: number[] = [];
      for (const [key, cell] of sheet.cells) if (cell.formula !== undefined && !isSameValue(old.get(key), cell.value)) keys.push(key);
      for (const [key, spill] of sheet.spills) if (!isSameValue(old.get(key), spill.value)) keys.push(key);
      for (const key of old.keys()) if (!sheet.spills.has(key) && sheet.cells.get(key)?.formula === undefined) keys.push(key);
      if (keys.length > 0) changed.set(sheet, keys);
    }
    return changed;
  }

  /** Computes one cell, and first whatever it reads however deep that goes. */
  private settle(sheet: SheetModel, key: number): void {
    const waiting: [SheetModel, number][] = [[sheet, key]];
    while (waiting.length > 0) {
      const [nextSheet, nextKey] = waiting[waiting.length - 1] ?? [sheet, key];
      try {
        this.compute(nextSheet, nextKey);
        waiting.pop();
      } catch (error) {
        if (!(error instanceof TooDeep)) throw error;
        this.depth = 0;
        const { sheet: deepSheet, key: deepKey } = error;
        if (waiting.some(([otherSheet, otherKey]) => otherSheet === deepSheet && otherKey === deepKey)) this.breakCircle(deepSheet, deepKey);
        else waiting.push([deepSheet, deepKey]);
      }
    }
  }

  /** A formula that in the end reads itself counts as 0, as in Excel. */
  private breakCircle(sheet: SheetModel, key: number): void {
    const cell = sheet.cells.get(key);
    if (!cell) return;
    cell.value = 0;
    this.state.set(cell, 'done');
  }

  private compute(sheet: SheetModel, key: number): void {
    const cell = sheet.cells.get(key);
    if (cell?.formula === undefined || this.state.has(cell)) return;
    if (this.depth >= deepest) throw new TooDeep(sheet, key);
    this.state.set(cell, 'running');
    this.depth += 1;
    try {
      const expression = this.parse(cell.formula);
      const [row, column] = [keyRow(key), keyColumn(key)];
      const operand = expression ? evaluate(expression, this.surroundings(sheet, row, column)) : new CellError('#NAME?');
      cell.value = this.place(sheet, key, operand);
      this.state.set(cell, 'done');
    } catch (error) {
      this.state.delete(cell);
      throw error;
    } finally {
      this.depth = Math.max(0, this.depth - 1);
    }
  }

  /** The value for the cell itself; the rest of an array spills, when nothing is in its way. */
  private place(sheet: SheetModel, key: number, operand: Operand): Scalar {
    const matrix = this.matrixOf(operand);
    const first = matrix[0]?.[0] ?? null;
    const width = Math.max(0, ...matrix.map((row) => row.length));
    if (matrix.length === 0 || width === 0) return new CellError('#CALC!');
    if (matrix.length === 1 && width === 1) return first ?? 0;
    const [row, column] = [keyRow(key), keyColumn(key)];
    const spills = this.pendingSpills.get(sheet);
    const free = (at: number): boolean => {
      const other = sheet.cells.get(at);
      return (other === undefined || (other.value === null && other.formula === undefined)) && (spills?.get(at)?.parentKey ?? key) === key && !sheet.mergeAt(keyRow(at), keyColumn(at));
    };
    const places = matrix.flatMap((line, r) => line.map((value, c) => ({ at: cellKey(row + r, column + c), value }))).slice(1);
    if (this.workbook.tableAt(sheet, row, column) || !places.every(({ at }) => free(at))) return new CellError('#SPILL!');
    for (const { at, value } of places) spills?.set(at, { value: value ?? 0, parentKey: key });
    return first ?? 0;
  }

  private matrixOf(operand: Operand): readonly (readonly Scalar[])[] {
    if (operand instanceof ArrayValue) return operand.rows;
    if (!(operand instanceof Reference)) return [[operand]];
    const { area, sheet } = operand;
    const rows = Math.min(area.rows, 100_000);
    return Array.from({ length: rows }, (_, row) => Array.from({ length: area.columns }, (__, column) => this.read(sheet, area.row + row, area.column + column)));
  }

  private read(sheet: SheetModel, row: number, column: number): Scalar {
    const key = cellKey(row, column);
    const cell = sheet.cells.get(key);
    if (cell?.formula !== undefined) {
      const state = this.state.get(cell);
      if (state === undefined) this.compute(sheet, key);
      else if (state === 'running') {
        this.hasMetRunning = true;
        return 0;
      }
      return cell.value;
    }
    if (cell && cell.value !== null) return cell.value;
    return (this.pendingSpills.get(sheet)?.get(key) ?? sheet.spills.get(key))?.value ?? null;
  }

  private readArea(sheet: SheetModel, area: Area): Matrix {
    const read = (): Matrix => Array.from({ length: area.rows }, (_, row) => Array.from({ length: area.columns }, (__, column) => this.read(sheet, area.row + row, area.column + column)));
    if (area.rows * area.columns < leastCellsKept) return read();
    const key = `${sheet.id}|${area.row}|${area.column}|${area.rows}|${area.columns}`;
    const known = this.areas.get(key);
    if (known) return known;
    const before = this.hasMetRunning;
    this.hasMetRunning = false;
    const matrix = read();
    if (!this.hasMetRunning) this.areas.set(key, matrix);
    this.hasMetRunning ||= before;
    return matrix;
  }

  private surroundings(sheet: SheetModel, row: number, column: number): Surroundings {
    const workbook = this.workbook;
    return {
      sheet,
      row,
      column,
      read: (other, r, c) => this.read(other, r, c),
      readArea: (other, area) => this.readArea(other, area),
      sheetNamed: (name) => workbook.sheetNamed(name),
      tableNamed: (name) => workbook.tableNamed(name),
      tableAt: (other, r, c) => workbook.tableAt(other, r, c),
      named: (name, other) => {
        const item = workbook.nameFor(name, other);
        return item ? this.parse(item.formula) : null;
      },
      hasCustomFunction: (name) => (this.customFunctions?.signature(name) ?? null) !== null,
      callCustomFunction: (name, operands) => this.askCustomFunction(name, operands, sheet, row, column),
      formulaAt: (other, r, c) => other.cell(r, c)?.formula ?? null,
      spillAreaOf: (other, r, c) => this.spillArea(other, cellKey(r, c)),
    };
  }

  private askCustomFunction(name: string, operands: readonly (Operand | undefined)[], sheet: SheetModel, row: number, column: number): Operand {
    const source = this.customFunctions;
    const signature = source?.signature(name);
    if (!source || !signature) return new CellError('#NAME?');
    const place = { sheet, row, column };
    const addresses = addressesOf(signature, operands);
    return callWithConversion(signature, operands, (operand) => this.matrixOf(operand), (values) => {
      const id = `${sheet.id}|${cellKey(row, column)}|${name}|${JSON.stringify([values, addresses])}`;
      const known = this.answers.get(id);
      if (known !== undefined && !signature.isVolatile) return known;
      const answer = source.call(name, values, place, addresses);
      if (!(answer instanceof CellError && answer.code === '#BUSY!')) this.answers.set(id, answer);
      return answer;
    }, this.emptyArgument);
  }

  /** The rectangle that a formula's result fills, or null when it has one value. */
  spillArea(sheet: SheetModel, parentKey: number): Area | null {
    const parent = between(keyRow(parentKey), keyColumn(parentKey), keyRow(parentKey), keyColumn(parentKey));
    let area: Area | null = null;
    for (const spills of [this.pendingSpills.get(sheet), sheet.spills]) {
      for (const [key, spill] of spills ?? []) {
        if (spill.parentKey === parentKey) area = enclose(area ?? parent, between(keyRow(key), keyColumn(key), keyRow(key), keyColumn(key)));
      }
      if (area) return area;
    }
    return area;
  }
}

function isSameValue(a: Scalar | undefined, b: Scalar): boolean {
  return a instanceof CellError && b instanceof CellError ? a.code === b.code && a.message === b.message : a === b;
}

function isSameSpill(a: Map<number, SpilledValue>, b: Map<number, SpilledValue> | undefined): boolean {
  if (a.size !== (b?.size ?? 0)) return false;
  for (const [key, spill] of a) {
    const other = b?.get(key);
    if (!other || other.parentKey !== spill.parentKey || !isSameValue(spill.value, other.value)) return false;
  }
  return true;
}
