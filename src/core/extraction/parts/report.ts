import { findAgreementTitle } from '../assembly/agreement-title';
import { type LayoutResult, mentionsOf, type Reading } from '../assembly/reading';

/** A report in prose without tables: its amounts. */
export function readReport(reading: Reading): LayoutResult {
  const found = mentionsOf(reading, reading.lines);
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
    otherTables: [],
  };
}
