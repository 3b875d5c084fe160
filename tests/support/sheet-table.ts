import { type SheetTable } from '../../src/core/sheet-plan/written/sheet-table';

/** A table of an import as it was read, with what a test says of it. */
export function sheetTable(given: Partial<SheetTable>): SheetTable {
  return {
    role: 'overview', name: 'Tabel1', sheetName: 'Oversigt', sheetId: 'sheet', isProtected: false, row: 0, column: 0, keys: [], headers: [], rowIds: [],
    values: [], formulas: [], formats: [], fills: [], hiddenRows: [], renamed: new Map(), ...given,
  };
}
