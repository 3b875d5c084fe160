import { type FigurePlace, type SheetRole } from '../written/figure-place';
import { type PlannedSheet } from '../plan';
import { columnLetters } from '../addresses';
import { headerCell, textLiteral, wholeColumn } from './table-formulas';

/** A table that links lead to. Shape: `ids` are its rows', `columns` the 0-based columns of its sheet by key, `idHeader` heads the column of row ids. */
export interface LinkTarget {
  readonly role: SheetRole;
  readonly sheetName: string;
  readonly tableName: string;
  readonly idHeader: string;
  readonly ids: ReadonlySet<string>;
  readonly columns: ReadonlyMap<string, number>;
}

/** The tables of planned sheets as targets of links. */
export function plannedTargets(sheets: readonly PlannedSheet[]): LinkTarget[] {
  return sheets.flatMap(({ name, tables }) => tables.flatMap((table): LinkTarget[] => {
    const id = table.columns.find(({ key }) => key === 'id');
    if (id === undefined) return [];
    const columns = new Map(table.columns.map(({ key }, index) => [key, table.column + index]));
    return [{ role: table.role, sheetName: name, tableName: table.name, idHeader: id.header, ids: new Set(table.rowIds), columns }];
  }));
}

/** A formula that leads to the cell of a figure, wherever its row has been sorted to, in plain Excel; null where it is in no table with ids. */
export function linkFormula(targets: readonly LinkTarget[], place: FigurePlace | null, text: string): string | null {
  const target = place === null ? undefined : targets.find(({ role, ids }) => role === place.table && ids.has(place.rowId));
  if (place === null || target === undefined) return null;
  const column = target.columns.get(place.columnKey) ?? target.columns.get('title') ?? 0;
  const sheet = target.sheetName.replaceAll("'", "''");
  const ids = wholeColumn(target.tableName, target.idHeader);
  return `=HYPERLINK(${textLiteral(`#'${sheet}'!${columnLetters(column)}`)}&ROW(${headerCell(target.tableName, target.idHeader)})+MATCH(${textLiteral(place.rowId)},${ids},0),${textLiteral(text)})`;
}
