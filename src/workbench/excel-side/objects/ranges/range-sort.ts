import { type Area } from '../../../../spreadsheet/cells/address';
import { toWireValue } from '../../../../spreadsheet/cells/value';
import { compare } from '../../../../spreadsheet/formula/operand';
import { translateFormula } from '../../../../spreadsheet/formula/rewrite';
import { type SheetModel } from '../../../../spreadsheet/model/sheet';
import { HostObject } from '../../protocol/host-object';
import { type Session } from '../../protocol/session';

interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
}

/** Sorts the rows of a range or of a table's data. */
export class RangeSortObject extends HostObject {
  readonly className: string;

  constructor(session: Session, private readonly sheet: SheetModel, private readonly where: () => Area, isTable: boolean) {
    super(session);
    this.className = isTable ? 'TableSort' : 'RangeSort';
  }

  Apply(fields: readonly SortField[], _matchCase: boolean | null, hasHeaders: boolean | null): void {
    const { workbook } = this.session;
    workbook.settle();
    const whole = this.where();
    const area = this.className === 'RangeSort' && hasHeaders ? { ...whole, row: whole.row + 1, rows: whole.rows - 1 } : whole;
    const order = Array.from({ length: area.rows }, (_, index) => area.row + index);
    const value = (row: number, field: SortField) => this.sheet.valueAt(row, area.column + field.key);
    const sorted = [...order].sort((a, b) => {
      for (const field of fields) {
        const [x, y] = [value(a, field), value(b, field)];
        const difference = x === null || y === null ? Number(x === null) - Number(y === null) : compare(x, y) * (field.ascending === false ? -1 : 1);
        if (difference !== 0) return difference;
      }
      return a - b;
    });
    const styles = sorted.map((row) => Array.from({ length: area.columns }, (_, column) => this.sheet.styleAt(row, area.column + column)));
    const contents = sorted.map((from, index) => Array.from({ length: area.columns }, (_, column) => {
      const cell = this.sheet.cell(from, area.column + column);
      if (cell?.formula !== undefined) return translateFormula(cell.formula, order[index] === undefined ? 0 : order[index] - from, 0);
      const content = cell?.value ?? null;
      return typeof content === 'string' ? `'${content}` : toWireValue(content);
    }));
    workbook.write(this.sheet, area, (row, column) => contents[row]?.[column], 'addIn');
    styles.forEach((line, row) => line.forEach((style, column) => {
      this.sheet.restyle({ row: area.row + row, column: area.column + column, rows: 1, columns: 1 }, () => style ?? {});
    }));
    workbook.emit({ kind: 'format', sheet: this.sheet, area, actor: 'addIn' });
  }
}
