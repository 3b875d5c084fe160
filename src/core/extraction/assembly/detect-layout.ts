import { type LayoutName } from '../../budget/agreement';
import { type Reading } from './reading';
import { findOverview } from '../parts/agreement-with-overview';
import { findGrantTable } from '../parts/expiring-grants';
import { countForms } from '../parts/initiative-forms';
import { countSheets } from '../parts/initiative-sheets';

/** Which layout a document is in, told by its headings and tables. */
export function detectLayout(reading: Reading): LayoutName {
  if (countForms(reading.lines) > 0 && reading.tables.length > 0) return 'initiative-forms';
  if (countSheets(reading.lines) > 0 && reading.tables.length > 0) return 'initiative-sheets';
  if (findOverview(reading) !== null) return 'agreement-with-overview';
  if (findGrantTable(reading) !== null) return 'expiring-grants';
  return reading.tables.length === 0 ? 'report' : 'unknown';
}
