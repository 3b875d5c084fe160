import { type Initiative } from '../../budget/agreement';
import { findAgreementTitle } from '../agreement-title';
import { type ReadTable } from '../budget-table';
import { type OverviewRow, readOverviewRows } from '../overview-rows';
import { type LayoutResult, mentionsOf, proseLines, type Reading } from '../reading';

/** Any other document: every row of its tables that has amounts is an initiative, every amount in its prose a mention. */
export function readUnknown(reading: Reading): LayoutResult {
  const found = mentionsOf(reading, proseLines(reading, 0, reading.lines.length));
  const tables = reading.tables.map((table) => ({ table, ...readOverviewRows(table.table) }));
  const initiatives: Initiative[] = [];
  for (const { table, rows } of tables) for (const row of rows) initiatives.push(toInitiative(table, row, `i${initiatives.length + 1}`));
  return {
    title: findAgreementTitle(reading, 0, reading.lines.length),
    initiatives,
    totals: tables.flatMap((table) => table.totals),
    pools: [],
    unmatchedSections: [],
    countClaims: [],
    mentions: found.mentions,
    unread: found.unread,
    ownedTables: new Set(reading.tables.map((table) => table.table)),
    otherTables: [],
  };
}

function toInitiative(table: ReadTable, row: OverviewRow, id: string): Initiative {
  return {
    id,
    number: row.row.number,
    title: row.row.label,
    titleDamaged: row.row.label === null,
    group: row.group,
    unit: table.table.unit,
    priceLevel: table.table.priceLevel,
    caption: table.table.caption,
    columns: table.table.columns,
    total: row.row,
    components: row.parts,
    stated: [],
    lead: null,
    section: null,
    recommendation: null,
    sectionRecommendation: null,
    notes: [],
    sources: [],
    position: row.row.position,
  };
}
