import { type Unread } from '../../../budget/agreement';
import { type Row } from '../../../budget/table';
import { type ReadTable } from '../../tables/rows/budget-table';
import { notesBelow, notesFor } from '../../tables/notes';
import { rankSubtotals, recognizeSums } from '../../tables/rows/sum-rows';
import { type Claims, type Entry, NO_CLAIMS } from '../claims';
import { type Reading } from '../reading';
import { isOrdered } from './find-overview';
import { type OverviewRow, readOverviewRows, rowsOutside } from './overview-rows';

/** An overview table: every row an initiative under its groups, and the printed totals. */
export function readOverview(reading: Reading, overview: ReadTable): Claims {
  const printed = isOrdered(overview.table) ? rankSubtotals(overview.table) : recognizeSums(overview.table);
  const outside = rowsOutside(printed);
  const { rows, totals, apart } = readOverviewRows({ ...printed, rows: printed.rows.filter((row) => !outside.includes(row)) });
  const notes = notesBelow(reading.lines, overview.lastLine, overview.table.rows, reading.evidence);
  return { ...NO_CLAIMS, entries: rows.map((row) => toEntry(overview, row, notes)), totals, unread: outside.map(asUnread), tables: apart, ownedTables: [overview.table] };
}

/** A row of the overview that is neither an initiative nor a total. */
function asUnread(row: Row): Unread {
  const figures = row.cells.flatMap((cell) => ('text' in cell ? [cell.text] : []));
  return { text: [row.label ?? '', ...figures].join(' ').trim(), reason: 'other', position: row.position };
}

function toEntry({ table }: ReadTable, { row, group, parts }: OverviewRow, notes: readonly string[]): Entry {
  return {
    part: 'overview',
    number: row.number,
    title: row.label,
    titleDamaged: row.label === null,
    group,
    unit: table.unit,
    priceLevel: table.priceLevel,
    caption: null,
    columns: table.columns,
    total: row,
    components: parts,
    stated: [],
    lead: null,
    section: null,
    recommendation: null,
    sectionRecommendation: null,
    notes: notesFor([row, ...parts].flatMap((part) => part.footnotes), notes),
    sources: [],
    position: row.position,
  };
}
