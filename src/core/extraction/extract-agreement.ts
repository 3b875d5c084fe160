import { type Agreement } from '../budget/agreement';
import { type NumberStyle } from '../money/danish-number';
import { withAccounting } from './accounting/account';
import { withCitedLines } from './accounting/cited-lines';
import { readAgreement } from './assembly/read-agreement';
import { toAgreement } from './assembly/to-agreement';
import { joinBrokenFigures } from './lines/figures/broken-figures';
import { cleanLines } from './lines/clean-lines';
import { type DocumentText, type TextLine } from './lines/document-text';
import { collectHyphenEvidence } from './lines/join-lines';
import { withFacts } from './lines/line-facts';
import { markFurniture } from './lines/mark-furniture';
import { withoutRepeatedHeads } from './lines/repeated-heads';
import { splitAgreements } from './parts/agreement-spans';
import { findDetails } from './parts/details';
import { type Reading } from './parts/reading';
import { findSheetStarts } from './parts/sheets/find-sheets';
import { toBudgetTable } from './tables/rows/budget-table';
import { findTables } from './tables/find-tables';
import { ROUNDING_NOTE } from './vocabulary';

/** How many lines decide in which language a document is. */
const LANGUAGE_SAMPLE = 300;

/**
 * Everything that a document grants: its initiatives, totals, pools and amounts in prose, and what was not understood.
 * Shape: pure; lines -> tables -> parts, each claiming entries -> initiatives joined from them.
 */
export function extractAgreement(document: DocumentText): Agreement {
  const reading = readTables(document);
  const spans = splitAgreements(reading);
  const details = findDetails(reading, spans);
  const agreements = spans.map((span) => readAgreement(reading, span, details.filter(({ from }) => from >= span.from && from < span.to)));
  const agreement = withAccounting(toAgreement(reading, agreements, hasRoundingNote(reading.lines)), [...reading.lines, ...reading.footnotes], reading.runningLines);
  return withCitedLines(agreement, document.lines, reading.lines, reading.evidence);
}

function readTables(document: DocumentText): Reading {
  const marked = markFurniture(cleanLines(document.lines));
  const printed = marked.filter((line) => line.role === 'body');
  const style = documentStyle(printed);
  const lines = withFacts(joinBrokenFigures(withoutRepeatedHeads(printed), style));
  const evidence = collectHyphenEvidence(lines);
  const raw = findTables(lines, evidence, findSheetStarts(lines));
  const tables = raw.map((table) => toBudgetTable(table, { unit: null, priceLevel: null, style }));
  return { document, lines, footnotes: marked.filter((line) => line.role === 'footnote'), runningLines: marked.filter((line) => line.role === 'furniture'), tables, evidence, style };
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
