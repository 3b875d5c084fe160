import { type Pool } from '../../../budget/agreement';
import { totalCell } from '../../../budget/cells';
import { type Row } from '../../../budget/table';
import { isOpenEnded, joinAll, startsSmall } from '../../lines/join-lines';
import { type Entry } from '../claims';
import { type Reading } from '../reading';
import { positionOf } from '../../lines/running-text';
import { titleSimilarity } from '../../titles/title-match';
import { ADMINISTRATION_SHARE, CRITERIA_HEADING, EARLIER_FRAME, POOL_PURPOSE, POOL_SUBHEADING } from '../../vocabulary';
import { readRoundYears, readSupportPeriod } from '../pools/pool-criteria';
import { type TextLine } from '../../lines/document-text';
import { type SheetSegment } from './sheet-segments';

/** A component whose label is this like a pool's heading is that pool's row. */
const LABEL_LIKENESS = 0.5;

/** Criteria text of one pool, with the heading that names it. */
interface PoolText {
  readonly title: string | null;
  readonly lines: readonly TextLine[];
}

/** The pools of a sheet: one for every criteria section, with the amounts of the row that grants it. */
export function readSheetPools(reading: Reading, initiative: Entry, segments: readonly SheetSegment[]): Pool[] {
  const texts = segments.flatMap((segment, index) => (isCriteria(segment) ? poolTexts(reading, segment, segments[index - 1]) : []));
  const notes = initiative.notes.join(' ');
  return texts.map((text): Pool => {
    const row = findRow(initiative, text.title);
    const criteria = joinAll(text.lines.map((line) => line.text), reading.evidence);
    const support = readSupportPeriod(criteria) ?? (texts.length === 1 ? readSupportPeriod(joinAll(segments.flatMap((segment) => segment.lines.map((line) => line.text)), reading.evidence)) : null);
    const first = text.lines[0];
    const share = ADMINISTRATION_SHARE.exec(criteria) ?? ADMINISTRATION_SHARE.exec(notes);
    return {
      title: capitalize(text.title) ?? row?.label ?? initiative.title ?? '',
      initiative: initiative.title,
      amounts: row === null ? [] : yearAmounts(initiative, row),
      total: row === null ? null : amountOfCell(totalCell(initiative.columns, row)),
      administrationPercent: share === null ? null : Number((share[1] ?? '').replace(',', '.')),
      roundYears: readRoundYears(criteria),
      supportFrom: support?.from ?? null,
      supportTo: support?.to ?? null,
      hasEarlierFrame: EARLIER_FRAME.test(criteria),
      position: first === undefined ? initiative.position : positionOf(first),
    };
  });
}

function isCriteria(segment: SheetSegment): boolean {
  return segment.section === 'criteria' && CRITERIA_HEADING.test(segment.lines[0]?.text.trim() ?? '');
}

/** One pool for each "Vedr. ansøgningspulje …" under the heading; without them one pool, named by a numbered heading before it. */
function poolTexts(reading: Reading, segment: SheetSegment, previous: SheetSegment | undefined): PoolText[] {
  const heads = segment.lines.flatMap((line, index) => (POOL_SUBHEADING.test(line.text.trim()) ? [index] : []));
  if (heads.length > 0) {
    return heads.map((start, index) => {
      const lines = segment.lines.slice(start, heads[index + 1] ?? segment.lines.length);
      return { title: POOL_SUBHEADING.exec(lines[0]?.text.trim() ?? '')?.[1] ?? null, lines };
    });
  }
  const first = previous?.section === 'background' ? numberedTitle(reading, previous.lines, 0) : null;
  const others = previous?.lines.flatMap((_, index) => numberedTitle(reading, previous.lines, index) ?? []) ?? [];
  return [{ title: first ?? others.at(-1) ?? null, lines: segment.lines }];
}

/** The heading "2) Pulje til …" that starts at a line, over the lines on which it goes on; null when none does. */
function numberedTitle(reading: Reading, lines: readonly TextLine[], start: number): string | null {
  const title = /^\d\)\s+([^]*)$/.exec(lines[start]?.text.trim() ?? '')?.[1];
  if (title === undefined) return null;
  let end = start + 1;
  while (end < lines.length && lines[end]?.blankLinesBefore === 0 && (isOpenEnded(lines[end - 1]?.text ?? '') || startsSmall(lines[end]?.text ?? ''))) end += 1;
  return joinAll([title, ...lines.slice(start + 1, end).map((line) => line.text)], reading.evidence);
}

/** The row that grants the pool: the one named like it, else the only row, else the only one that is a pool. */
function findRow(initiative: Entry, title: string | null): Row | null {
  const rows = initiative.components.filter((row) => row.kind === 'component');
  if (title !== null) {
    const scored = rows.map((row) => ({ row, similarity: titleSimilarity(title, row.label ?? '') })).sort((a, b) => b.similarity - a.similarity);
    const best = scored[0];
    if (best !== undefined && best.similarity >= LABEL_LIKENESS) return best.row;
  }
  if (rows.length === 1) return rows[0] ?? null;
  const poolRows = rows.filter((row) => POOL_PURPOSE.test(row.label ?? ''));
  return poolRows.length === 1 ? (poolRows[0] ?? null) : null;
}

function capitalize(text: string | null): string | null {
  return text === null ? null : text.charAt(0).toUpperCase() + text.slice(1);
}

function yearAmounts(initiative: Entry, row: Row): Pool['amounts'] {
  return initiative.columns.flatMap((column, index) => {
    const cell = row.cells[index];
    return column.kind === 'year' && cell?.kind === 'amount' && cell.amount.coefficient !== 0 ? [{ year: column.year, amount: cell.amount, position: cell.position }] : [];
  });
}

function amountOfCell(cell: Row['cells'][number] | undefined): Pool['total'] {
  return cell?.kind === 'amount' ? cell.amount : null;
}
