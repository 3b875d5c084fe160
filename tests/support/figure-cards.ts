import { intersect } from '../../src/spreadsheet/cells/address';
import { failures } from '../../src/spreadsheet/model/failure';
import { RangeObject } from '../../src/workbench/excel-side/objects/ranges/range';
import { type HeadlessExcel } from './headless-excel';

/** The properties on a cell's card, by name. */
export type Card = Readonly<Record<string, string | number>>;

type Json = { readonly type: string; readonly basicValue?: unknown; readonly properties?: Readonly<Record<string, Json>> };

/**
 * Teaches a headless Excel the numbers with properties of ExcelApi 1.19, which the npm copy of office.js does not know: the client's `Range.valuesAsJson`,
 * as the library generates its properties, and the host's end of it. Start that Excel with `apiVersion: '1.19'`.
 * Source: the reference of Excel.Range.valuesAsJson, Excel.DoubleCellValue and Excel.EmptyCellValue.
 * @returns the card of a cell, null when its value is plain.
 */
export function offerFigureCards(excel: HeadlessExcel): (sheetName: string, address: string) => Card | null {
  const cards = new Map<string, Card>();
  const place = (sheet: string, row: number, column: number): string => `${sheet}|${row}|${column}`;
  const { BatchApiHelper } = excel.window.OfficeExtension as unknown as { BatchApiHelper: { invokeSetProperty(object: object, name: string, value: unknown, flags: number): void } };
  Object.defineProperty(excel.window.Excel.Range.prototype, 'valuesAsJson', {
    configurable: true,
    set(this: object, value: unknown) {
      BatchApiHelper.invokeSetProperty(this, 'ValuesAsJson', value, 0);
    },
  });
  Object.defineProperty(RangeObject.prototype, 'ValuesAsJson', {
    configurable: true,
    get: () => {
      throw failures.apiNotFound('Range.valuesAsJson');
    },
    set(this: RangeObject, written: Json[][]) {
      this.Values = written.map((row) => row.map(basicValueOf));
      const { sheet, area } = this;
      written.forEach((row, down) => {
        row.forEach(({ properties }, right) => {
          if (properties !== undefined) cards.set(place(sheet.id, area.row + down, area.column + right), cardOf(properties));
        });
      });
    },
  });
  excel.side.watch((change) => {
    if (change.kind !== 'cells') return;
    for (const key of cards.keys()) {
      const [sheet, row, column] = key.split('|');
      if (sheet === change.sheet.id && intersect(change.area, { row: Number(row), column: Number(column), rows: 1, columns: 1 })) cards.delete(key);
    }
  });
  return (sheetName, address) => {
    const { row, column } = excel.side.areaOf(address);
    return cards.get(place(excel.sheet(sheetName).id, row, column)) ?? null;
  };
}

/** The value that formulas see. Errors: refuses what Excel refuses. */
function basicValueOf({ type, basicValue, properties }: Json): unknown {
  if (type === 'Empty' && properties === undefined) return '';
  if (type === 'Double' && typeof basicValue === 'number') return basicValue;
  throw failures.invalidArgument();
}

function cardOf(properties: Readonly<Record<string, Json>>): Card {
  return Object.fromEntries(
    Object.entries(properties).map(([name, { type, basicValue }]) => {
      const isRight = (type === 'Double' && typeof basicValue === 'number') || (type === 'String' && typeof basicValue === 'string');
      if (name === '' || !isRight) throw failures.invalidArgument();
      return [name, basicValue as string | number];
    }),
  );
}
