import { type LayoutName } from '../budget/agreement';
import { type Reading } from './reading';
import { countSheets } from './layouts/initiative-sheets';
import { findOverview } from './layouts/agreement-with-overview';

/** Which layout a document is in, told by its headings and tables. */
export function detectLayout(reading: Reading): LayoutName {
  if (countSheets(reading.lines) > 0 && reading.tables.length > 0) return 'initiative-sheets';
  if (findOverview(reading) !== null) return 'agreement-with-overview';
  return 'unknown';
}
