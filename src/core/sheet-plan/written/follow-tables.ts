import { type WrittenTable } from './sheet-table';

/** A table as Excel knows it now. */
export interface FollowedTable {
  readonly id: string;
  readonly name: string;
}

/** Written tables under the names and ids that they have now: where a table was renamed, the remembered formulas name it so too. Shape: `found` runs parallel to `tables`, null for a table that is gone. */
export function followTables(tables: readonly WrittenTable[], found: readonly (FollowedTable | null)[]): WrittenTable[] {
  const renamed = tables.flatMap(({ name }, index) => {
    const now = found[index]?.name ?? name;
    return now.toLowerCase() === name.toLowerCase() ? [] : [{ from: name, to: now }];
  });
  const follow = (formula: string): string => renamed.reduce((text, { from, to }) => renameTable(text, from, to), formula);
  return tables.map((table, index): WrittenTable => {
    const now = found[index] ?? null;
    const columns = renamed.length === 0 ? table.columns : table.columns.map((column) => followColumn(column, follow));
    return now === null ? { ...table, columns } : { ...table, id: now.id, name: now.name, columns };
  });
}

function followColumn(column: WrittenTable['columns'][number], follow: (formula: string) => string): WrittenTable['columns'][number] {
  const { formula, formulas } = column;
  return {
    ...column,
    ...(formula === undefined ? {} : { formula: follow(formula) }),
    ...(formulas === undefined ? {} : { formulas: Object.fromEntries(Object.entries(formulas).map(([rowId, text]) => [rowId, follow(text)])) }),
  };
}

/** A formula with another name for a table. Texts in quotes stay as they are. */
function renameTable(formula: string, from: string, to: string): string {
  const name = new RegExp(`(?<![\\p{L}\\p{N}_.])${from.replace(/[^\p{L}\p{N}]/gu, '\\$&')}(?![\\p{L}\\p{N}_.(!])`, 'giu');
  return formula.split(/("(?:[^"]|"")*")/).map((part, index) => (index % 2 === 1 ? part : part.replace(name, to))).join('');
}
