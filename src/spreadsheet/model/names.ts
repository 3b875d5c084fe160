import { parseArea } from '../cells/address';
import { type SheetModel } from './sheet';

/** A defined name; without a sheet it holds in the whole workbook. */
export interface NameModel {
  readonly id: string;
  readonly name: string;
  readonly sheet: SheetModel | null;
  formula: string;
  comment: string;
  isVisible: boolean;
}

/** Whether Excel accepts a text as the name of a table or a defined name. */
export function isValidName(name: string): boolean {
  return name.length <= 255 && /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && !/^[rc]$/i.test(name) && !/^r\d+c\d+$/i.test(name) && !parseArea(name);
}

/** Whether Excel accepts a text as a sheet's name. */
export function isValidSheetName(name: string): boolean {
  return name.length > 0 && name.length <= 31 && !/[:\\/?*[\]]/.test(name) && !name.startsWith("'") && !name.endsWith("'");
}
