import { cellAddress } from '../addresses';
import { freeSheetName } from '../names';
import { isFigureHead, type Language, textHead, type PlanCell, type PlannedColumn, type PlannedSheet } from '../plan';
import { sheetText } from '../sheet-texts';
import { type FrontAgreement } from './front-agreement';
import { FRONT_NAME, frontColumns } from './front-columns';
import { frontCell } from './front-row';

/** The row of the headings on a front sheet that is made: below its title, what it says of itself and an empty row. Shape: 0-based. */
const HEAD_ROW = 3;

/** The front of a workbook: one row for each agreement with its total, what was found, and links to its sheets; the sheet's name is one that is free. */
export function planFront(agreements: readonly FrontAgreement[], language: Language, takenSheets: readonly string[]): PlannedSheet {
  const columns = frontColumns(language);
  const rows = agreements.map((agreement, index) => {
    const at = (key: string): string => cellAddress(HEAD_ROW + 1 + index, columns.findIndex((column) => column.key === key));
    return columns.map(({ key }) => frontCell(key, agreement, at, language));
  });
  const head = columns.map((column, index): PlanCell => ({ kind: 'text', text: column.header, style: isFigureHead(column) || isCount(column) ? 'column-head-right' : textHead(rows[0]?.[index]) }));
  return {
    role: 'front',
    name: freeSheetName(sheetText('front', language), takenSheets),
    visibility: 'visible',
    blocks: [{ row: 0, column: 0, cells: frontTitle(language) }, { row: HEAD_ROW, column: 0, cells: [head, ...rows] }],
    tables: [],
    names: [{ name: FRONT_NAME, row: HEAD_ROW, column: 0 }],
    flags: [],
    widths: columns.map(({ width }) => width),
    hidden: columns.flatMap((column, index) => (column.isMachine === true || isUnused(column, agreements) ? [index] : [])),
    frozenRows: HEAD_ROW + 1,
    frozenColumns: 2,
  };
}

/** What stands above the headings. */
export function frontTitle(language: Language): PlanCell[][] {
  return [[{ kind: 'text', text: sheetText('frontTitle', language), style: 'title' }], [{ kind: 'text', text: sheetText('frontNote', language), style: 'subtle' }]];
}

/** Whether a column leads to sheets that no agreement has. */
function isUnused({ key }: PlannedColumn, agreements: readonly FrontAgreement[]): boolean {
  return key.startsWith('link:') && !agreements.some(({ sheets }) => sheets.some(({ link }) => key === `link:${link}`));
}

function isCount({ key }: PlannedColumn): boolean {
  return key === 'errors' || key === 'warnings';
}
