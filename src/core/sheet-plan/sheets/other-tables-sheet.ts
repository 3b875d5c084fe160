import { type Agreement } from '../../budget/agreement';
import { type Position } from '../../budget/position';
import { type BudgetTable, type Cell, type Row } from '../../budget/table';
import { isSumRow } from '../../budget/table-structure';
import { amountToNumber } from '../../money/amount';
import { readNumber } from '../../money/danish-number';
import { amountFormat } from '../layout/figures/number-formats';
import { type CellStyle, type Language, type PlanCell, type PlannedBlock, type PlannedSheet, textHead } from '../plan';
import { type SheetFrame } from '../layout/sheet-frame';
import { ROWS_ABOVE_TABLE, sheetHead } from '../layout/sheet-head';
import { sheetText, sourceText } from '../sheet-texts';

/** Widths in characters: of the labels, and of every other column. */
const LABEL_WIDTH = 44;
const CELL_WIDTH = 13;

/** The document's tables that are of no money (people, members, shares), each as it is printed, below each other, but for those of which no row could be read; null where there are none. */
export function planOtherTables(frame: SheetFrame): PlannedSheet | null {
  const { agreement, names, language } = frame;
  const tables = agreement.tables.filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) return null;
  const blocks: PlannedBlock[] = [];
  let row = ROWS_ABOVE_TABLE;
  for (const table of tables) {
    const cells = tableCells(table, language);
    blocks.push({ row, column: 0, cells });
    row += cells.length + 1;
  }
  return {
    role: 'other-tables',
    name: names.otherTables,
    visibility: 'visible',
    blocks: [sheetHead(frame, 'otherTables'), ...blocks],
    tables: [],
    names: [],
    flags: [],
    widths: widthsOf(blocks),
    frozenRows: 2,
  };
}

/** Widths by the longest word of each column's heads, so that none is broken, and by the texts below them. */
function widthsOf(blocks: readonly PlannedBlock[]): number[] {
  const columns = Math.max(...blocks.map(({ cells }) => cells[0]?.length ?? 0));
  return Array.from({ length: columns }, (_, column) => {
    const textsOf = (row: readonly PlanCell[] | undefined): string[] => { const cell = row?.[column]; return cell?.kind === 'text' ? [cell.text] : []; };
    const words = blocks.flatMap(({ cells }) => textsOf(cells[1]).flatMap((text) => text.split(/\s+/)));
    const texts = column === 0 ? [] : blocks.flatMap(({ cells }) => cells.slice(2).flatMap(textsOf));
    const longest = Math.min(LABEL_WIDTH, Math.max(0, ...texts.map(({ length }) => length + 3)));
    return Math.max(column === 0 ? LABEL_WIDTH : CELL_WIDTH, longest, ...words.map((word) => word.length + 2));
  });
}

/** A row of the tables of no money, or a table's caption, where `row` is null. Shape: indexes into the agreement's tables and their rows. */
export interface OtherTableRow {
  readonly table: number;
  readonly row: number | null;
}

/**
 * Which row a row of the sheet shows, told by its name and the place written behind it, in whichever language, wherever it was moved to.
 * Null where none or several do. Shape: `texts` are the row's cells.
 */
export function findOtherTableRow({ tables }: Agreement, texts: readonly string[]): OtherTableRow | null {
  const shows = (name: string | null, position: Position): boolean => texts.includes(name ?? '') && (texts.includes(sourceText(position, 'da')) || texts.includes(sourceText(position, 'en')));
  const found = tables.flatMap(({ caption, rows, position }, table): OtherTableRow[] => [
    ...(shows(caption?.text ?? null, caption?.position ?? position) ? [{ table, row: null }] : []),
    ...rows.flatMap((row, index) => (shows(row.label, row.position) ? [{ table, row: index }] : [])),
  ]);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A table's caption, header and rows, each row with its source at the end. */
function tableCells({ caption, columns, rows, position }: BudgetTable, language: Language): PlanCell[][] {
  const text = (content: string, style?: CellStyle): PlanCell => ({ kind: 'text', text: content, ...(style === undefined ? {} : { style }) });
  const shown = rows.map((row) => columns.map((_, index) => shownCell(row, row.cells[index])));
  const head = [text('', 'column-head'), ...columns.map(({ header }, index) => text(header, shown.some((cells) => cells[index]?.kind === 'number') ? 'column-head-right' : textHead(shown[0]?.[index]))), text(sheetText('source', language), 'column-head-indented')];
  const title = [text(caption?.text ?? '', 'strong'), ...columns.map(() => text('')), text(sourceText(caption?.position ?? position, language), 'subtle')];
  return [title, head, ...rows.map((row, at) => [text(row.label ?? '', isSumRow(row) ? 'strong' : 'label'), ...(shown[at] ?? []), text(sourceText(row.position, language), 'indented')])];
}

/** A cell as printed: a number where it is one, whatever it counts; its text elsewhere. */
function shownCell(row: Row, cell: Cell | undefined): PlanCell {
  const style = isSumRow(row) ? { style: 'total' as const } : {};
  if (cell === undefined || cell.kind === 'blank') return { kind: 'text', text: '' };
  if (cell.kind === 'amount') return { kind: 'number', value: amountToNumber(cell.amount), format: amountFormat(cell.amount.decimals), ...style };
  const number = readNumber(cell.text);
  if (number.kind !== 'number') return { kind: 'text', text: cell.text, style: 'wrapped-indented' };
  return { kind: 'number', value: Number(`${number.coefficient}e-${number.decimals}`), format: formatAsPrinted(cell.text, number.decimals), ...style };
}

/** The format that shows a number with its printed decimals, and with marks between thousands where the document has them: a year has none. */
function formatAsPrinted(text: string, decimals: number): string {
  const isGrouped = /\d[^\d,]\d/.test(text);
  return isGrouped ? amountFormat(decimals) : `0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
}
