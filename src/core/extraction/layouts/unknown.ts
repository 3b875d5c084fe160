import { findAgreementTitle } from '../agreement-title';
import { type LayoutResult, mentionsOf, proseLines, type Reading } from '../reading';

/** Any other document: its amounts in running text; its tables are handed on as read. */
export function readUnknown(reading: Reading): LayoutResult {
  const found = mentionsOf(reading, proseLines(reading, 0, reading.lines.length));
  return {
    title: findAgreementTitle(reading, 0, reading.lines.length),
    initiatives: [],
    totals: [],
    pools: [],
    unmatchedSections: [],
    countClaims: [],
    mentions: found.mentions,
    unread: found.unread,
    ownedTables: new Set(),
  };
}
