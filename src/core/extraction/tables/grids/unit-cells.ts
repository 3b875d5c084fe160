import { cellAt, type Grid, type GridCell, isFigureText } from './grid';
import { UNIT_ROW } from '../../vocabulary';

/** A column of units beside its figures has so many of them at least. */
const LEAST_UNITS = 2;

/** The grid with every unit that stands in a cell of its own behind its figure ("1,5", "mio. kr.") in the figure's cell. Columns that hold anything else stay as they are. */
export function withUnitsInFigures(grid: Grid): Grid {
  const columns = new Set(Array.from({ length: grid.columnCount }, (_, column) => column).filter((column) => column > 0 && isUnitColumn(grid, column)));
  if (columns.size === 0) return grid;
  return { ...grid, rows: grid.rows.map((row) => ({ ...row, cells: withoutUnits(row.cells, columns) })) };
}

/** Whether a column holds nothing but units, most of them behind figures. */
function isUnitColumn({ rows }: Grid, column: number): boolean {
  let units = 0;
  for (const row of rows) {
    const cell = row.cells.find((one) => one.column === column);
    if (cell === undefined || cell.text === '') continue;
    const figure = cellAt(row, column - 1)?.text ?? '';
    if (cell.columnSpan > 1 || !UNIT_ROW.test(cell.text) || (isFigureText(figure) && !isFigureText(`${figure} ${cell.text}`))) return false;
    if (isFigureText(figure)) units += 1;
  }
  return units >= LEAST_UNITS;
}

function withoutUnits(cells: readonly GridCell[], columns: ReadonlySet<number>): GridCell[] {
  const kept: GridCell[] = [];
  for (const cell of cells) {
    const last = kept.at(-1);
    if (!columns.has(cell.column) || last === undefined) kept.push(cell);
    else kept[kept.length - 1] = { ...last, columnSpan: last.columnSpan + cell.columnSpan, text: cell.text !== '' && isFigureText(last.text) ? `${last.text} ${cell.text}` : last.text };
  }
  return kept;
}
