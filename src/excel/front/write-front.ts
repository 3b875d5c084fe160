import { cellAddress } from '../../core/sheet-plan/addresses';
import { cellEntry } from '../../core/sheet-plan/cell-entry';
import { type FrontAgreement } from '../../core/sheet-plan/front/front-agreement';
import { FRONT_NAME } from '../../core/sheet-plan/front/front-columns';
import { frontCell } from '../../core/sheet-plan/front/front-row';
import { type PlanCell } from '../../core/sheet-plan/plan';
import { canonicalFormula } from '../../core/reconciliation/worksheet/formula-reading';
import { queueBlockFormulas, queueStyles, queueValues } from '../writing/write-cells';
import { type Front, type FrontLine } from './read-front';

/** What the last check counted: the only values of a row that are written over whatever stands there. */
const COUNTED: ReadonlySet<string> = new Set(['errors', 'warnings', 'verdict']);

/** The link to a sheet without a table, by which it could be found again. */
const UNTRACKED = 'link:other-tables';

/**
 * Queues that the rows of agreements say what is found of them now; queues nothing where they do. Whether anything was queued.
 * Only counts and the front's own formulas are written; a text, or a figure that somebody put in a formula's place, stays. An agreement without a row gets none:
 * the row was taken out. Shape: `before` are the editions in whose place an agreement stands, whose texts it takes over.
 */
export function rewriteFront(context: Excel.RequestContext, front: Front, agreements: readonly FrontAgreement[], before: (importId: string) => readonly FrontAgreement[]): boolean {
  if (front.isProtected) return false;
  const sheet = context.workbook.worksheets.getItem(front.sheetId);
  let hasChanged = false;
  front.rows.forEach((line, index) => {
    const agreement = agreements.find(({ importId }) => importId === line.id);
    if (agreement === undefined) return;
    const editions = before(line.id);
    front.keys.forEach((key, column) => {
      if (key === null || key === UNTRACKED) return;
      const cell = cellAt(front, index, key, agreement);
      const earlier = editions.map((one) => cellAt(front, index, key, one));
      if (!isToWrite(key, cell, earlier, line, column)) return;
      queueCell(sheet, front, index, column, cell);
      hasChanged = true;
    });
  });
  return hasChanged;
}

/** Queues that an agreement has a row: the first one below the headings in which nothing stands, else a new one above what follows; nothing on a protected sheet. */
export function queueFrontRow(context: Excel.RequestContext, front: Front, agreement: FrontAgreement): void {
  if (front.isProtected) return;
  const sheet = context.workbook.worksheets.getItem(front.sheetId);
  const last = front.rows.reduce((found, { id }, index) => (id === '' ? found : index), -1);
  const free = front.rows.findIndex((line, index) => index <= last + 1 && isEmpty(line));
  const index = free >= 0 ? free : last + 1;
  if (free < 0) sheet.getRangeByIndexes(front.row + 1 + index, front.column, 1, 1).getEntireRow().insert('Down');
  front.keys.forEach((key, column) => {
    if (key === null) return;
    const cell = cellAt(front, index, key, agreement);
    queueCell(sheet, front, index, column, cell);
    if (key.startsWith('link:') && cell.kind === 'formula') sheet.getRangeByIndexes(0, front.column + column, 1, 1).getEntireColumn().columnHidden = false;
  });
}

/**
 * Queues that the row of an import goes. Where nothing but the front's own rows stands there, the rows below move up; else the row's own cells are emptied, and
 * whatever somebody wrote beside or below them stays where it is.
 */
export function queueFrontRowRemoval(context: Excel.RequestContext, front: Front, importId: string): void {
  const sheet = context.workbook.worksheets.getItem(front.sheetId);
  const isAlone = front.rows.every((line) => (line.id === '' ? isEmpty(line) : !hasOthers(front, line)));
  const own = front.keys.flatMap((key, column) => (key === null ? [] : [column]));
  const width = Math.max(...own) + 1;
  const gone = front.rows.flatMap(({ id }, index) => (id === importId ? [index] : [])).reverse();
  for (const index of gone) {
    if (isAlone) sheet.getRangeByIndexes(front.row + 1 + index, front.column, 1, width).delete('Up');
    else for (const column of own) sheet.getRangeByIndexes(front.row + 1 + index, front.column + column, 1, 1).clear();
  }
}

/** Queues that the front's name, whose sheet somebody deleted, can be given again. */
export function queueDeadName(context: Excel.RequestContext): void {
  context.workbook.names.getItem(FRONT_NAME).delete();
}

function cellAt(front: Front, index: number, key: string, agreement: FrontAgreement): PlanCell {
  const at = (other: string): string | null => {
    const column = front.keys.indexOf(other);
    return column < 0 ? null : cellAddress(front.row + 1 + index, front.column + column);
  };
  return frontCell(key, agreement, at, front.language);
}

/** Whether a cell is to be written: a count that changed, a formula in a formula's place that reads differently, a text that an earlier edition gave it. */
function isToWrite(key: string, cell: PlanCell, earlier: readonly PlanCell[], { values, formulas }: FrontLine, column: number): boolean {
  const [value, formula] = [values[column], String(formulas[column] ?? '')];
  const { expected } = cellEntry(cell);
  if (COUNTED.has(key)) return value !== expected;
  if (cell.kind === 'formula') return (value === '' || formula.startsWith('=')) && canonicalFormula(formula, null) !== canonicalFormula(cell.formula, null);
  if (cell.kind === 'blank') return formula.startsWith('=');
  return value !== expected && earlier.some((one) => one.kind !== 'formula' && cellEntry(one).expected === value);
}

function queueCell(sheet: Excel.Worksheet, front: Front, index: number, column: number, cell: PlanCell): void {
  const area = { row: front.row + 1 + index, column: front.column + column, cells: [[cell]] };
  queueValues(sheet, area);
  queueStyles(sheet, area);
  queueBlockFormulas(sheet, area);
}

function isEmpty({ values }: FrontLine): boolean {
  return values.every((value) => value === '');
}

/** Whether something stands beside an own row, or in a column of somebody else's between. */
function hasOthers({ keys }: Front, { values }: FrontLine): boolean {
  return values.some((value, column) => value !== '' && (keys[column] ?? null) === null);
}
