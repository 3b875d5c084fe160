import { type Agreement, type LayoutName } from '../budget/agreement';
import { type NumberStyle } from '../money/danish-number';
import { joinBrokenFigures } from './lines/broken-figures';
import { toBudgetTable } from './tables/budget-table';
import { cleanLines } from './lines/clean-lines';
import { detectLayout } from './assembly/detect-layout';
import { type DocumentText, type TextLine } from './lines/document-text';
import { findTables } from './tables/find-tables';
import { collectHyphenEvidence } from './lines/join-lines';
import { findSheetStarts, readInitiativeSheets } from './parts/initiative-sheets';
import { readAgreementWithOverview } from './parts/agreement-with-overview';
import { readExpiringGrants } from './parts/expiring-grants';
import { readInitiativeForms } from './parts/initiative-forms';
import { readReport } from './parts/report';
import { readUnknown } from './parts/unknown';
import { markFurniture } from './lines/mark-furniture';
import { type LayoutResult, type Reading, toAgreement } from './assembly/reading';
import { withoutRepeatedHeads } from './lines/repeated-heads';
import { findStrayRows } from './accounting/stray-rows';
import { ROUNDING_NOTE } from './vocabulary';

/** How many lines decide in which language a document is. */
const LANGUAGE_SAMPLE = 300;

/**
 * Everything that a document grants: its initiatives, totals, pools and amounts in prose, and what was not understood.
 * Any layout; pure: lines -> tables -> layout -> initiatives.
 */
export function extractAgreement(document: DocumentText): Agreement {
  const reading = readTables(document);
  const layout = detectLayout(reading);
  const result = readLayout(layout, reading);
  const unread = [...result.unread, ...findStrayRows(reading.lines, reading.tables, result.unread)];
  return toAgreement(reading, layout, { ...result, unread }, hasRoundingNote(reading.lines));
}

function readTables(document: DocumentText): Reading {
  const printed = markFurniture(cleanLines(document.lines)).filter((line) => line.role === 'body');
  const style = documentStyle(printed);
  const lines = joinBrokenFigures(withoutRepeatedHeads(printed), style);
  const evidence = collectHyphenEvidence(lines);
  const raw = findTables(lines, evidence, findSheetStarts(lines));
  const tables = raw.map((table) => toBudgetTable(table, { unit: null, priceLevel: null, style }));
  return { document, lines, tables, evidence, style };
}

function readLayout(layout: LayoutName, reading: Reading): LayoutResult {
  switch (layout) {
    case 'initiative-sheets':
      return readInitiativeSheets(reading);
    case 'agreement-with-overview':
      return readAgreementWithOverview(reading);
    case 'expiring-grants':
      return readExpiringGrants(reading);
    case 'report':
      return readReport(reading);
    case 'initiative-forms':
      return readInitiativeForms(reading);
    case 'unknown':
      return readUnknown(reading);
  }
}

/** English documents print English numbers: told by their commonest words. */
function documentStyle(lines: readonly TextLine[]): NumberStyle {
  let danish = 0;
  let english = 0;
  for (const line of lines.slice(0, LANGUAGE_SAMPLE)) {
    const text = ` ${line.text.slice(0, 500).toLowerCase()} `;
    if (text.includes(' og ') || text.includes(' til ') || text.includes(' af ')) danish += 1;
    if (text.includes(' the ') || text.includes(' and ') || text.includes(' of ')) english += 1;
  }
  return english > danish ? 'english' : 'danish';
}

function hasRoundingNote(lines: readonly TextLine[]): boolean {
  return lines.some((line, index) => {
    const text = line.text;
    if (text.length > 2000 || !/afrund|rounding/i.test(text)) return false;
    return ROUNDING_NOTE.test(`${lines[index - 1]?.text.slice(-200) ?? ''} ${text} ${lines[index + 1]?.text.slice(0, 200) ?? ''}`);
  });
}
