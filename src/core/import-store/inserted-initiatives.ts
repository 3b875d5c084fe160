import { type Agreement } from '../budget/agreement';
import { type ImportRecord, type ImportState } from './store-records';

/** The initiatives that the workbook shows of an agreement that was not imported whole, by their indexes; null for a whole import. */
export function insertedInitiatives({ tables }: Pick<ImportState, 'tables'>): readonly number[] | null {
  if (tables.some(({ role }) => role !== 'initiative')) return null;
  return [...new Set(tables.flatMap(({ initiative }) => initiative ?? []))].sort((a, b) => a - b);
}

/**
 * An import's agreement as far as the workbook has it: whole, or with the initiatives that were inserted alone.
 * Shape: the same object for the same record, so that what is kept by agreement stands. One that only a table of the user's is compared with counts as whole.
 */
export function agreementInWorkbook(record: ImportRecord): Agreement {
  const known = KNOWN.get(record);
  if (known !== undefined) return known;
  const inserted = record.state.tables.length === 0 ? null : insertedInitiatives(record.state);
  const agreement = inserted === null ? record.agreement : { ...record.agreement, inserted };
  KNOWN.set(record, agreement);
  return agreement;
}

const KNOWN = new WeakMap<ImportRecord, Agreement>();
