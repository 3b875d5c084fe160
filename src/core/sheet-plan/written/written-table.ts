import { isFormulaColumn } from '../checks/formula-checks';
import { type PlannedTable } from '../plan';
import { type WrittenColumn, type WrittenTable } from './sheet-table';

/** What is to be remembered of a planned table: its columns by key, and what its formulas read, so that a changed one is told from its original. */
export function writtenTable(table: PlannedTable): WrittenTable {
  return { role: table.role, name: table.name, columns: table.columns.map(({ key, header }, column) => ({ key, header, ...formulasOf(table, key, column) })) };
}

function formulasOf(table: PlannedTable, key: string, column: number): Pick<WrittenColumn, 'formula' | 'formulas'> {
  if (!isFormulaColumn(key)) return {};
  const formulas = table.rows.flatMap((row, index): [string, string][] => {
    const cell = row[column];
    return cell?.kind === 'formula' ? [[table.rowIds[index] ?? '', cell.formula]] : [];
  });
  const [first] = formulas;
  if (first === undefined) return {};
  return formulas.every(([, formula]) => formula === first[1]) ? { formula: first[1] } : { formulas: Object.fromEntries(formulas) };
}
