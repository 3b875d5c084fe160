import { totalCell } from '../../../budget/cells';
import { type TextLine } from '../../lines/document-text';
import { endsIn, joinAll } from '../../lines/join-lines';
import { endsInAbbreviation } from '../../lines/running-text';
import { type ReadTable } from '../../tables/rows/budget-table';
import { isHeadingLine } from '../../titles/first-heading';
import { isSameTitle } from '../../titles/title-match';
import { AGREEMENT_TITLE, LEAD_START, PARTIES_START } from '../../vocabulary';
import { isOrdered } from '../overview/find-overview';
import { isAnnexHeading } from '../pools/find-annexes';
import { lastTableBefore, type Reading } from '../reading';
import { blockStart, type SheetPlace } from './find-sheets';

/** A heading with the lead below it and a table that it may belong to. */
interface Candidate {
  readonly start: number;
  readonly lead: number;
  readonly table: ReadTable;
  readonly title: string;
  readonly isNamed: boolean;
  /** Whether the lead prints the total of the table. */
  readonly statesTotal: boolean;
}

/**
 * The sheets without the headings of sections among some tables: a heading with a lead right below it, and a table of components with their total.
 * Shape: the table's caption repeats the heading; where it does not, several such blocks have to follow each other, and the table has no caption, that of another of
 * them, or the total that the lead grants. A heading over what parties agree on is an agreement's, unless there are several.
 */
export function findPlainSheets(reading: Reading, tables: readonly ReadTable[]): SheetPlace[] {
  const candidates = tables.flatMap((table) => candidateFor(reading, table) ?? []);
  const isSeveral = candidates.length > 1;
  const isCopied = (one: Candidate): boolean => candidates.some((other) => other !== one && isSameTitle(other.title, one.table.table.caption?.text ?? ''));
  return candidates.flatMap((candidate): SheetPlace[] => {
    const { start, lead, table, isNamed, statesTotal } = candidate;
    const isParties = PARTIES_START.test(reading.lines[lead]?.text.trim() ?? '');
    const isSheet = isNamed ? isSeveral || !isParties : isSeveral && !(isParties && table.table.caption !== null) && (table.table.caption === null || statesTotal || isCopied(candidate));
    return isSheet ? [{ start, lead, background: leadEnd(reading.lines, lead, table.firstLine), hasSections: false }] : [];
  });
}

/** The heading of a table's sheet: the last above it that its caption repeats, else the last with a lead below it. */
function candidateFor({ lines, tables, evidence }: Reading, table: ReadTable): Candidate | null {
  const hasTotal = table.table.rows.some((row) => row.kind === 'total');
  if (!hasTotal || !table.table.rows.some((row) => row.kind === 'component') || isOrdered(table.table)) return null;
  const floor = (lastTableBefore(tables, table.firstLine)?.lastLine ?? -1) + 1;
  let nearest: Candidate | null = null;
  for (let lead = table.firstLine - 1; lead > floor; lead -= 1) {
    if (!isLead(lines, lead)) continue;
    const start = headingStart(lines, floor, lead);
    if (start === null) continue;
    const caption = table.table.caption?.text ?? null;
    const title = joinAll(lines.slice(start, lead).map((line) => line.text), evidence);
    const isNamed = caption !== null && isSameTitle(title, caption);
    const candidate = { start, lead, table, title, isNamed, statesTotal: printsTotal(lines.slice(lead, leadEnd(lines, lead, table.firstLine)), table) };
    if (isNamed) return candidate;
    nearest ??= candidate;
  }
  return nearest;
}

/** Whether some lines print what stands in the total's column of a table's total. */
function printsTotal(lines: readonly TextLine[], { table }: ReadTable): boolean {
  const total = table.rows.find((row) => row.kind === 'total');
  const cell = total === undefined ? undefined : totalCell(table.columns, total);
  return cell?.kind === 'amount' && lines.some(({ text }) => text.split(/\s+/).includes(cell.text.trim()));
}

/** Whether a sentence that grants an amount starts at a line. */
function isLead(lines: readonly TextLine[], index: number): boolean {
  const text = `${lines[index]?.text.trim() ?? ''} ${lines[index + 1]?.text.trim() ?? ''}`.slice(0, 200);
  return LEAD_START.test(text) && /\d/.test(text);
}

/** The first line of the heading right above a lead; null where a sentence, an annex or an agreement's title stands there. */
function headingStart(lines: readonly TextLine[], floor: number, lead: number): number | null {
  const start = blockStart(lines, floor, lead);
  const block = lines.slice(start, lead);
  const [first] = block;
  const isHeading = first !== undefined && block.every(isHeadingLine) && !block.some((line) => LEAD_START.test(line.text.trim()));
  return isHeading && !isAnnexHeading(first) && !AGREEMENT_TITLE.test(first.text.trim()) ? start : null;
}

/** Behind the sentence that starts at a line. */
function leadEnd(lines: readonly TextLine[], lead: number, limit: number): number {
  let end = lead + 1;
  while (end < limit && !(endsIn(lines[end - 1]?.text.trimEnd() ?? '', '.!?') && !endsInAbbreviation(lines[end - 1]?.text.trimEnd() ?? ''))) end += 1;
  return end;
}
