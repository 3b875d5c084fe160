import { type Pool } from '../../budget/agreement';
import { poolRowId, rowOfPool, type HeadedRow } from '../../budget/row-reference';
import { figureCell } from '../layout/figures/number-formats';
import { type Language, type PlanCell, type PlannedColumn, type PlannedSheet, type PlannedTable } from '../plan';
import { sourceCell } from '../layout/source-cell';
import { type SheetFrame } from '../layout/sheet-frame';
import { ROWS_ABOVE_TABLE, sheetHead } from '../layout/sheet-head';
import { STATUS_KEY, statusColumn, verdictCell } from '../layout/status-column';
import { sheetText } from '../sheet-texts';
import { distinctHeaders, machineColumn, namedColumns, shownWhere } from '../layout/table-columns';
import { sheetOfTable } from '../layout/table-sheet';

/** The application pools with their years, administration, rounds and support; null where the document has none. */
export function planPools(frame: SheetFrame): PlannedSheet | null {
  const { agreement, names, statuses, language } = frame;
  if (agreement.pools.length === 0) return null;
  const columns = poolColumns(agreement.pools, language);
  const table: PlannedTable = {
    role: 'pools',
    name: names.table.pools,
    row: ROWS_ABOVE_TABLE,
    column: 0,
    columns,
    rows: agreement.pools.map((pool, index) => {
      const printed = rowOfPool(pool);
      return columns.map(({ key }) => (key === STATUS_KEY ? verdictCell(statuses, poolRowId(index), language) : poolCell(frame, key, pool, printed, poolRowId(index))));
    }),
    rowIds: agreement.pools.map((_, index) => poolRowId(index)),
  };
  return sheetOfTable(table, names.sheet.pools, [sheetHead(frame, 'pools')]);
}

function poolColumns(pools: readonly Pool[], language: Language): PlannedColumn[] {
  const column = namedColumns(language);
  const years = [...new Set(pools.flatMap(({ amounts }) => amounts.map(({ year }) => year)))].sort((a, b) => a - b);
  return distinctHeaders([
    column('title', 'pool', 40),
    statusColumn(language),
    ...shownWhere(pools.some(({ initiative }) => initiative !== null), column('initiative', 'initiative', 34)),
    column('unit', 'unit', 10),
    ...years.map((year) => ({ key: `year:${year}`, header: String(year), width: 11 })),
    ...shownWhere(pools.some(({ total }) => total !== null), column('printed-total', 'printedTotal', 11)),
    ...shownWhere(pools.some(({ administrationPercent }) => administrationPercent !== null), column('administration', 'administration', 15)),
    ...shownWhere(pools.some(({ roundYears }) => roundYears.length > 0), column('rounds', 'rounds', 16)),
    ...shownWhere(pools.some(({ supportFrom }) => supportFrom !== null), column('support', 'support', 12)),
    column('source', 'source', 13),
    machineColumn('id', sheetText('id', language)),
  ]);
}

function poolCell(frame: SheetFrame, key: string, pool: Pool, { columns, row }: HeadedRow, id: string): PlanCell {
  const { total, amounts, administrationPercent, supportFrom, supportTo } = pool;
  if (key.startsWith('year:')) return figureCell(columns, row, key, 0);
  switch (key) {
    case 'title': return { kind: 'text', text: pool.title, style: 'label' };
    case 'initiative': return { kind: 'text', text: pool.initiative ?? '', style: 'label' };
    case 'unit': return { kind: 'text', text: (total ?? amounts[0]?.amount)?.unit ?? '' };
    case 'printed-total': return figureCell(columns, row, key, 0);
    case 'administration': return administrationPercent === null ? { kind: 'blank', format: '0.0%' } : { kind: 'number', value: administrationPercent / 100, format: '0.0%' };
    case 'rounds': return { kind: 'text', text: pool.roundYears.join(', '), style: 'indented' };
    case 'support': return { kind: 'text', text: supportFrom === null ? '' : supportTo === null || supportTo === supportFrom ? `${supportFrom}` : `${supportFrom}–${supportTo}`, style: 'indented' };
    case 'source': return sourceCell(frame, pool.position);
    default: return { kind: 'text', text: id, style: 'subtle' };
  }
}
