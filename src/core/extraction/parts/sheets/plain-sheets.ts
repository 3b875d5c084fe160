import { type TextLine } from '../../lines/document-text';
import { joinAll } from '../../lines/join-lines';
import { endsInAbbreviation } from '../../lines/running-text';
import { type ReadTable } from '../../tables/budget-table';
import { isHeadingLine } from '../../titles/first-heading';
import { isSameTitle } from '../../titles/title-match';
import { AGREEMENT_TITLE, LEAD_START, PARTIES_START } from '../../vocabulary';
import { isOrdered } from '../overview/find-overview';
import { isAnnexHeading } from '../pools/find-annexes';
import { type Reading } from '../reading';
import { type SheetPlace } from './find-sheets';

/** How many lines a heading may take. */
const MAX_HEADING_LINES = 4;

/** A heading with the lead below it and a table that it may belong to. */
interface Candidate {
  readonly start: number;
  readonly lead: number;
  readonly table: ReadTable;
  readonly isNamed: boolean;
}

/**
 * The sheets without the headings of sections among some tables: a heading with a lead right below it, and a table of components with their total.
 * Shape: the table's caption repeats the heading; where tables have no captions, several such blocks have to follow each other. A heading over what parties agree on is an agreement's, unless there are several.
 */
export function findPlainSheets(reading: Reading, tables: readonly ReadTable[]): SheetPlace[] {
  const candidates = tables.flatMap((table) => candidateFor(reading, table) ?? []);
  const isSeveral = candidates.length > 1;
  return candidates.flatMap(({ start, lead, table, isNamed }): SheetPlace[] => {
    const isParties = PARTIES_START.test(reading.lines[lead]?.text.trim() ?? '');
    const isSheet = isNamed ? isSeveral || !isParties : isSeveral && table.table.caption === null;
    return isSheet ? [{ start, lead, background: leadEnd(reading.lines, lead, table.firstLine), hasSections: false }] : [];
  });
}

/** The heading of a table's sheet: the last above it that its caption repeats, else the last with a lead below it. */
function candidateFor({ lines, tables, evidence }: Reading, table: ReadTable): Candidate | null {
  const hasTotal = table.table.rows.some((row) => row.kind === 'total');
  if (!hasTotal || !table.table.rows.some((row) => row.kind === 'component') || isOrdered(table.table)) return null;
  const floor = (tables.filter((other) => other.lastLine < table.firstLine).at(-1)?.lastLine ?? -1) + 1;
  let nearest: Candidate | null = null;
  for (let lead = table.firstLine - 1; lead > floor; lead -= 1) {
    if (!isLead(lines, lead)) continue;
    const start = headingStart(lines, floor, lead);
    if (start === null) continue;
    const caption = table.table.caption?.text ?? null;
    const isNamed = caption !== null && isSameTitle(joinAll(lines.slice(start, lead).map((line) => line.text), evidence), caption);
    if (isNamed) return { start, lead, table, isNamed };
    nearest ??= { start, lead, table, isNamed };
  }
  return nearest;
}

/** Whether a sentence that grants an amount starts at a line. */
function isLead(lines: readonly TextLine[], index: number): boolean {
  const text = `${lines[index]?.text.trim() ?? ''} ${lines[index + 1]?.text.trim() ?? ''}`.slice(0, 200);
  return LEAD_START.test(text) && /\d/.test(text);
}

/** The first line of the heading right above a lead; null where a sentence, an annex or an agreement's title stands there. */
function headingStart(lines: readonly TextLine[], floor: number, lead: number): number | null {
  let start = lead - 1;
  while (start > floor && lead - start < MAX_HEADING_LINES && lines[start]?.blankLinesBefore === 0 && lines[start]?.isPageStart !== true) start -= 1;
  const block = lines.slice(start, lead);
  const [first] = block;
  const isHeading = first !== undefined && block.every(isHeadingLine) && !block.some((line) => LEAD_START.test(line.text.trim()));
  return isHeading && !isAnnexHeading(first) && !AGREEMENT_TITLE.test(first.text.trim()) ? start : null;
}

/** Behind the sentence that starts at a line. */
function leadEnd(lines: readonly TextLine[], lead: number, limit: number): number {
  let end = lead + 1;
  while (end < limit && !(/[.!?]$/.test(lines[end - 1]?.text.trimEnd() ?? '') && !endsInAbbreviation(lines[end - 1]?.text.trimEnd() ?? ''))) end += 1;
  return end;
}
