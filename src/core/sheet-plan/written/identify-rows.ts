import { STATUS_KEY, VERDICT_KEY } from '../layout/status-column';
import { type PlannedTable } from '../plan';

/**
 * Which planned row each row of a table is, by the texts in it, for a table whose column of ids is gone.
 * Shape: the planned rows' ids, an empty text for a row that is none of them; of rows that read alike the first is the first.
 */
export function identifyRows(planned: PlannedTable, keys: readonly (string | null)[], values: readonly (readonly unknown[])[]): string[] {
  const known = planned.columns.flatMap(({ key }, column) => (key !== 'id' && key !== STATUS_KEY && key !== VERDICT_KEY && keys.includes(key) && isOfTexts(planned, column) ? [{ key, column }] : []));
  if (known.length === 0) return values.map(() => '');
  const waiting = new Map<string, string[]>();
  planned.rows.forEach((row, index) => {
    const signature = known.map(({ column }) => textOf(row[column])).join('\n');
    waiting.set(signature, [...(waiting.get(signature) ?? []), planned.rowIds[index] ?? '']);
  });
  return values.map((row) => {
    const signature = known.map(({ key }) => String(row[keys.indexOf(key)] ?? '').trim()).join('\n');
    return waiting.get(signature)?.shift() ?? '';
  });
}

function isOfTexts({ rows }: PlannedTable, column: number): boolean {
  return rows.every((row) => row[column]?.kind === 'text');
}

function textOf(cell: PlannedTable['rows'][number][number] | undefined): string {
  return cell?.kind === 'text' ? cell.text.trim() : '';
}
