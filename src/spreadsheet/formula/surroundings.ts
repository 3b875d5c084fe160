import { type Area } from '../cells/address';
import { type Matrix, type Scalar } from '../cells/value';
import { type SheetModel } from '../model/sheet';
import { type TableModel } from '../model/tables/table';
import { type Operand } from './operand';
import { type Expression } from './parser';

/** Where a formula stands and what it can reach. */
export interface Surroundings {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  /** The computed value of a cell. */
  read(sheet: SheetModel, row: number, column: number): Scalar;
  readArea(sheet: SheetModel, area: Area): Matrix;
  sheetNamed(name: string): SheetModel | null;
  tableNamed(name: string): TableModel | null;
  tableAt(sheet: SheetModel, row: number, column: number): TableModel | null;
  /** What a defined name stands for, or null. */
  named(name: string, sheet: SheetModel): Expression | null;
  hasCustomFunction(name: string): boolean;
  callCustomFunction(name: string, operands: readonly (Operand | undefined)[]): Operand;
  formulaAt(sheet: SheetModel, row: number, column: number): string | null;
  spillAreaOf(sheet: SheetModel, row: number, column: number): Area | null;
}
