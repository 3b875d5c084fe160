import { type Agreement } from '../budget/agreement';
import { initiativeRowId, parseRowId } from '../budget/row-reference';
import { type ImportRecord } from '../import-store/store-records';
import { type PlannedSheet } from '../sheet-plan/plan';
import { planInitiativeTable } from '../sheet-plan/sheets/initiative-table';
import { type WrittenColumn, type WrittenTable } from '../sheet-plan/written/sheet-table';
import { writtenTable } from '../sheet-plan/written/written-table';
import { tablesOf, type Frame } from './frame';
import { headingRenamer } from './heading-renamer';
import { type RowMap } from './row-map';
import { type BlockUpdate, type TakeOverPlan } from './take-over';
import { type WidenedTable } from './columns/widen-table';

/** The tables as they are to be remembered: with the headings that stand, and under the initiatives' new places. */
export function writtenTables({ workbook, order, rows, now, widened }: Frame, left: readonly string[], newSheets: readonly PlannedSheet[]): WrittenTable[] {
  const { state } = workbook.record;
  const headings = headingRenamer([...widened].map(([name, { table, added }]) => ({ ...table, headers: table.keys.map((key) => rememberedHeader(state.tables.find((one) => one.name === name), added, key)) })), now);
  const planned = tablesOf(now);
  const standing = state.tables.flatMap((table): WrittenTable[] => {
    if (table.role === 'initiative') return left.includes(table.name) ? [] : singleWritten(table, order.agreement, rows, state.language);
    const twin = planned.find(({ role }) => role === table.role);
    if (twin === undefined) return [table];
    const wide = widened.get(table.name);
    const written = writtenTable(twin);
    const placeOf = ({ key }: WrittenColumn): number => (wide === undefined || !wide.table.keys.includes(key) ? twin.columns.length : wide.table.keys.indexOf(key));
    const columns = [...written.columns].sort((a, b) => placeOf(a) - placeOf(b)).map((column) => spellColumn({ ...column, header: rememberedHeader(table, wide?.added ?? [], column.key) || column.header }, headings));
    return [{ ...written, name: table.name, ...(table.id === undefined ? {} : { id: table.id }), columns }];
  });
  return [...standing, ...newSheets.flatMap(({ tables }) => tables).map(writtenTable)];
}

/** What a column is remembered to be called: as the import wrote it, or as it is added now. Empty for a column that is not the import's. */
function rememberedHeader(table: WrittenTable | undefined, added: WidenedTable['added'], key: string | null): string {
  return added.find(({ planned }) => planned.key === key)?.planned.header ?? table?.columns.find((column) => column.key === key)?.header ?? '';
}

function spellColumn({ formula, formulas, ...column }: WrittenColumn, headings: (formula: string) => string): WrittenColumn {
  return {
    ...column,
    ...(formula === undefined ? {} : { formula: headings(formula) }),
    ...(formulas === undefined ? {} : { formulas: Object.fromEntries(Object.entries(formulas).map(([rowId, text]) => [rowId, headings(text)])) }),
  };
}

function singleWritten(table: WrittenTable, agreement: Agreement, rows: RowMap, language: ImportRecord['state']['language']): WrittenTable[] {
  const index = parseRowId(rows.get(initiativeRowId(table.initiative ?? -1)) ?? '')?.initiative ?? -1;
  const initiative = agreement.initiatives[index];
  if (initiative === undefined) return [];
  return [{ ...planInitiativeTable(agreement, initiative, { row: 0, column: 0 }, language).written, name: table.name, ...(table.id === undefined ? {} : { id: table.id }) }];
}

/** The names of the years' sums, in the order of the overview's years: those that stand, those whose sum is written now, and those whose year or sum is gone. */
export function yearNames({ workbook: { record, tables }, now, widened }: Frame, written: readonly WrittenTable[], blocks: readonly BlockUpdate[]): Pick<TakeOverPlan, 'names' | 'newNames' | 'goneNames'> {
  const table = tables.find(({ role }) => role === 'overview');
  const planned = new Map(now.sheets.flatMap((sheet) => sheet.names.map(({ name, column }) => [sheet.tables[0]?.columns[column - (sheet.tables[0]?.column ?? 0)]?.key ?? '', name] as const)));
  const before = new Set(record.state.names);
  const newNames = [...planned].flatMap(([key, name]) => {
    const index = table === undefined ? -1 : (widened.get(table.name)?.table.keys.indexOf(key) ?? -1);
    if (table === undefined || before.has(name) || index < 0) return [];
    const place = { row: table.row - 2, column: table.column + index };
    const isWritten = blocks.some(({ sheetName, writes }) => sheetName === table.sheetName && writes.some(({ row, column, cell }) => cell.kind === 'formula' && row === place.row && column === place.column));
    return isWritten ? [{ name, sheetName: table.sheetName, ...place }] : [];
  });
  const standing = new Set([...before, ...newNames.map(({ name }) => name)]);
  const years = written.find(({ role }) => role === 'overview')?.columns.filter(({ key }) => key.startsWith('year:')) ?? [];
  const names = years.map(({ key }) => planned.get(key) ?? '').filter((name) => standing.has(name));
  return { names, newNames, goneNames: [...before].filter((name) => !names.includes(name)) };
}
