import { type Area, MAX_COLUMNS, MAX_ROWS, enclose, formatArea, intersect } from '../../../../spreadsheet/cells/address';
import { valueType } from '../../../../spreadsheet/cells/value';
import { failures } from '../../../../spreadsheet/model/failure';
import { type SheetModel, cellKey } from '../../../../spreadsheet/model/sheet';
import { HostObject } from '../../protocol/host-object';
import { RangeAreasObject } from './range-areas';
import { ScopedTablesObject } from '../tables/table';
import { WorksheetObject } from '../worksheet';

/** The ways from a range to other ranges, and to the tables that it touches. */
export abstract class RangeNavigation extends HostObject {
  abstract get sheet(): SheetModel;
  abstract get area(): Area;
  protected abstract at(area: Area): RangeNavigation;

  protected get workbook() {
    return this.session.workbook;
  }

  GetCell(row: number, column: number): HostObject {
    return this.at({ row: this.area.row + row, column: this.area.column + column, rows: 1, columns: 1 });
  }

  GetRow(row: number): HostObject {
    return this.at({ ...this.area, row: this.area.row + row, rows: 1 });
  }

  GetColumn(column: number): HostObject {
    return this.at({ ...this.area, column: this.area.column + column, columns: 1 });
  }

  GetLastCell(): HostObject {
    return this.GetCell(this.area.rows - 1, this.area.columns - 1);
  }

  GetLastRow(): HostObject {
    return this.GetRow(this.area.rows - 1);
  }

  GetLastColumn(): HostObject {
    return this.GetColumn(this.area.columns - 1);
  }

  GetOffsetRange(rows: number, columns: number): HostObject {
    return this.at({ ...this.area, row: this.area.row + rows, column: this.area.column + columns });
  }

  GetResizedRange(rows: number, columns: number): HostObject {
    return this.at({ ...this.area, rows: this.area.rows + rows, columns: this.area.columns + columns });
  }

  GetAbsoluteResizedRange(rows: number, columns: number): HostObject {
    return this.at({ ...this.area, rows, columns });
  }

  GetRowsAbove(count: number | null): HostObject {
    const { from, size } = leading(this.area.row, count ?? 1);
    return this.at({ ...this.area, row: from, rows: size });
  }

  GetRowsBelow(count: number | null): HostObject {
    const { from, size } = trailing(this.area.row + this.area.rows, count ?? 1);
    return this.at({ ...this.area, row: from, rows: size });
  }

  GetColumnsBefore(count: number | null): HostObject {
    const { from, size } = leading(this.area.column, count ?? 1);
    return this.at({ ...this.area, column: from, columns: size });
  }

  GetColumnsAfter(count: number | null): HostObject {
    const { from, size } = trailing(this.area.column + this.area.columns, count ?? 1);
    return this.at({ ...this.area, column: from, columns: size });
  }

  GetEntireRow(): HostObject {
    return this.at({ ...this.area, column: 0, columns: MAX_COLUMNS });
  }

  GetEntireColumn(): HostObject {
    return this.at({ ...this.area, row: 0, rows: MAX_ROWS });
  }

  GetBoundingRect(other: unknown): HostObject {
    return this.at(enclose(this.area, this.areaOf(other)));
  }

  GetIntersection(other: unknown): HostObject {
    return this.GetIntersectionOrNullObject(other) ?? notFound();
  }

  GetIntersectionOrNullObject(other: unknown): HostObject | null {
    if (other instanceof RangeNavigation && other.sheet !== this.sheet) return null;
    const area = intersect(this.area, this.areaOf(other));
    return area && this.at(area);
  }

  private areaOf(other: unknown): Area {
    if (other instanceof RangeNavigation) return other.area;
    const range = new WorksheetObject(this.session, this.sheet).GetRange(String(other));
    if (range.sheet !== this.sheet) throw failures.invalidArgument();
    return range.area;
  }

  GetUsedRange(valuesOnly: boolean | null): HostObject {
    this.workbook.settle();
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.at({ ...this.area, rows: 1, columns: 1 });
  }

  GetUsedRangeOrNullObject(valuesOnly: boolean | null): HostObject | null {
    this.workbook.settle();
    const area = this.sheet.extent(this.area, valuesOnly === true);
    return area && this.at(area);
  }

  GetSurroundingRegion(): HostObject {
    let area = this.area;
    for (;;) {
      const row = Math.max(0, area.row - 1);
      const column = Math.max(0, area.column - 1);
      const grown = { row, column, rows: area.row + area.rows + 1 - row, columns: area.column + area.columns + 1 - column };
      const used = this.sheet.extent(grown, true);
      const next = used ? enclose(area, used) : area;
      if (formatArea(next) === formatArea(area)) return this.at(area);
      area = next;
    }
  }

  GetSpillingToRange(): HostObject {
    return this.GetSpillingToRangeOrNullObject() ?? notFound();
  }

  GetSpillingToRangeOrNullObject(): HostObject | null {
    this.workbook.settle();
    const area = this.workbook.calculation.spillArea(this.sheet, cellKey(this.area.row, this.area.column));
    return area && this.at(area);
  }

  GetMergedAreasOrNullObject(): HostObject | null {
    const merges = this.sheet.merges.filter((merge) => intersect(merge, this.area));
    return merges.length > 0 ? new RangeAreasObject(this.session, this.sheet, merges) : null;
  }

  GetSpecialCells(type: string, valueTypeWanted: string | null): HostObject {
    return this.GetSpecialCellsOrNullObject(type, valueTypeWanted) ?? notFound();
  }

  GetSpecialCellsOrNullObject(type: string, valueTypeWanted: string | null): HostObject | null {
    this.workbook.settle();
    const within = this.sheet.extent(this.area) ?? this.area;
    const isWanted = (row: number, column: number): boolean => {
      const cell = this.sheet.cell(row, column);
      const value = this.sheet.valueAt(row, column);
      const kind = valueType(value);
      const isKind = !valueTypeWanted || valueTypeWanted === 'All' || { Double: 'Numbers', String: 'Text', Boolean: 'Logical', Error: 'Errors', Empty: '' }[kind].startsWith(valueTypeWanted.slice(0, 4));
      if (type === 'Formulas') return cell?.formula !== undefined && isKind;
      if (type === 'Constants') return cell?.formula === undefined && value !== null && isKind;
      if (type === 'Blanks') return value === null;
      if (type === 'Visible') return !this.sheet.hiddenRows.has(row) && !this.sheet.hiddenColumns.has(column);
      throw failures.apiNotFound(`Range.getSpecialCells(${type})`);
    };
    const areas: Area[] = [];
    for (let column = within.column; column < within.column + within.columns; column += 1) {
      for (let row = within.row; row < within.row + within.rows; row += 1) {
        if (!isWanted(row, column)) continue;
        const last = areas[areas.length - 1];
        if (last && last.column === column && last.row + last.rows === row) areas[areas.length - 1] = { ...last, rows: last.rows + 1 };
        else areas.push({ row, column, rows: 1, columns: 1 });
      }
    }
    return areas.length > 0 ? new RangeAreasObject(this.session, this.sheet, areas) : null;
  }

  GetTables(fullyContained: boolean | null): HostObject {
    return new ScopedTablesObject(this.session, () =>
      this.workbook.tablesOn(this.sheet).filter((table) => {
        const common = intersect(table.area, this.area);
        return common !== null && (!fullyContained || formatArea(common) === formatArea(table.area));
      }));
  }
}

/** So many rows or columns before a start; a negative number counts them from the start on, within the range. Source: the reference of Excel.Range.getColumnsBefore. */
function leading(start: number, count: number): { from: number; size: number } {
  return count < 0 ? { from: start, size: -count } : { from: start - count, size: count };
}

/** So many rows or columns after an end; a negative number counts them up to the end, within the range. */
function trailing(end: number, count: number): { from: number; size: number } {
  return count < 0 ? { from: end + count, size: -count } : { from: end, size: count };
}

function notFound(): never {
  throw failures.itemNotFound();
}
