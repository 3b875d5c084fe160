import { type Agreement } from '../../../core/budget/agreement';
import { type Position } from '../../../core/budget/position';
import { parseRowId } from '../../../core/budget/row-reference';
import { type CatalogueEntry } from '../../../core/catalogue/entries';
import { negateAmount, type Amount } from '../../../core/money/amount';
import { cellAddress } from '../../../core/sheet-plan/addresses';
import { isFigure } from '../../../core/reconciliation/worksheet/worksheet-reading';
import { priceLevelYear } from '../../../core/price-level/index-series';
import { compareTable, isTieOut } from '../../../core/tie-out/compare-table';
import { matchColumns } from '../../../core/tie-out/match-columns';
import { matchRows } from '../../../core/tie-out/match-rows';
import { type ColumnMatch, type RowMatch, type TieOutCell, type TieOutChoices, type TieOutGap, type TieOutRefusal, type UnitMatch } from '../../../core/tie-out/tie-out';
import { type CellPlace, type SelectionCheck } from '../../../excel/workbook-port';
import { type OutcomeCounts, type Quote } from '../../state/pane-state';
import { columnName } from './selection';
import { figureSource } from '../source/source';
import { countOutcomes } from '../findings/verdicts';

/** Where a figure or a name of an agreement is printed. */
export interface PrintedPlace {
  readonly position: Position;
  readonly quote: Quote | null;
}

/** A cell that differs. Units: `difference` is the sheet minus the agreement; it and `bound` are in the unit of the sheet. */
export interface DifferingCell {
  readonly place: CellPlace;
  readonly rowName: string;
  readonly columnName: string;
  readonly here: Amount;
  readonly there: Amount;
  readonly difference: Amount;
  readonly bound: Amount | null;
  readonly source: PrintedPlace | null;
}

/** Cells of one column that were not compared for one reason. Shape: `place` is the first of them. */
export interface UncomparedCells {
  readonly gap: TieOutGap;
  readonly columnName: string;
  readonly count: number;
  readonly place: CellPlace;
}

/** A row of the sheet by its name and place. */
export interface NamedRow {
  readonly name: string;
  readonly place: CellPlace;
}

/** Everything that the pane shows of a comparison; without a comparison `refusal` says why, and the matches can still be changed. */
export interface TieOutPage {
  readonly refusal: TieOutRefusal | { readonly kind: 'too-large' } | null;
  readonly counts: OutcomeCounts;
  readonly differing: readonly DifferingCell[];
  readonly uncompared: readonly UncomparedCells[];
  /** Rows that were matched to the same thing as another row. */
  readonly shared: readonly NamedRow[];
  /** Columns that have the same year, or are both the total, so that none is compared. */
  readonly sharedColumns: readonly string[];
  /** Sums that add other rows than the agreement's do: they are checked as sums only. */
  readonly onlySums: readonly NamedRow[];
  /** Columns of figures that are compared with nothing. */
  readonly idleColumns: readonly string[];
  readonly onlyHere: readonly NamedRow[];
  readonly onlyThere: readonly { readonly title: string; readonly source: PrintedPlace | null }[];
  readonly unit: UnitMatch | null;
  readonly columns: readonly ColumnMatch[];
  readonly rows: readonly RowMatch[];
  /** The price level that the table states; null where it states none. */
  readonly priceLevel: string | null;
  /** How many compared cells a formula can say the same of, and how many it cannot because their figure was converted by an index. */
  readonly writable: number;
  readonly converted: number;
}

const NOTHING = { counts: countOutcomes([]), differing: [], uncompared: [], shared: [], sharedColumns: [], onlySums: [], idleColumns: [], onlyHere: [], onlyThere: [], unit: null, columns: [], rows: [], priceLevel: null, writable: 0, converted: 0 };

/** A checked selection against an agreement, as the pane shows it. */
export function tieOutPage(selection: SelectionCheck, agreement: Agreement, choices: TieOutChoices): TieOutPage {
  const { grid, reading } = selection;
  if (grid === null) return { ...NOTHING, refusal: { kind: 'too-large' } };
  const columns = matchColumns(grid, reading, choices);
  const priceLevel = columns.find((column) => column.priceLevel !== null)?.priceLevel ?? null;
  const result = compareTable(grid, reading, agreement, choices);
  if (!isTieOut(result)) return { ...NOTHING, refusal: result, columns, rows: matchRows(grid, reading, agreement, choices.rows), priceLevel };
  const compared = new Set(result.columns.map(({ column }) => column));
  return {
    refusal: null,
    counts: countOutcomes(result.cells),
    differing: result.cells.flatMap((cell) => differingCell(selection, cell) ?? []),
    uncompared: uncomparedCells(selection, result.cells),
    shared: result.rows.filter(({ isShared }) => isShared).map((match) => namedRow(selection, match)),
    sharedColumns: result.columns.flatMap(({ column, isShared }) => (isShared ? [columnName(selection, column)] : [])),
    onlySums: result.rows.filter(({ isSumOnly }) => isSumOnly === true).map((match) => namedRow(selection, match)),
    idleColumns: reading.columns.flatMap(({ role }, index) => (role !== 'label' && role !== 'other' && !compared.has(index) ? [columnName(selection, index)] : [])),
    onlyHere: result.onlyHere.map((match) => namedRow(selection, match)),
    onlyThere: result.onlyThere.map((entry) => ({ title: entry.title, source: printedPlace(entry, 'title') })),
    unit: result.unit,
    columns: result.columns,
    rows: result.rows.filter(({ row, entry }) => entry !== null || choices.rows?.has(row) === true || grid.values[row]?.some(isFigure) === true),
    priceLevel,
    writable: result.cells.filter(({ gap, converted }) => gap === null && converted === undefined).length,
    converted: result.cells.filter(({ gap, converted }) => gap === null && converted !== undefined).length,
  };
}

/** The years of the price levels of agreement and table, where they are two and an index can lead from one to the other; null where nothing is to be converted. */
export function yearsToConvert(agreement: Agreement, page: Pick<TieOutPage, 'priceLevel'>): readonly [number, number] | null {
  const [there, here] = [priceLevelYear(agreement.priceLevel), priceLevelYear(page.priceLevel)];
  return there === null || here === null || there === here ? null : [there, here];
}

/** Where an entry's figure, or name, is printed; null for a group, which is printed nowhere as one. */
export function printedPlace({ agreement, rowId }: CatalogueEntry, column: number | 'total' | 'title'): PrintedPlace | null {
  const row = rowId === null ? null : parseRowId(rowId);
  return row === null ? null : figureSource(agreement, { ...row, column });
}

function differingCell(selection: SelectionCheck, { row, column, entry, target, outcome, here, there, residual, bound, converted }: TieOutCell): DifferingCell | null {
  if (outcome !== 'differs' || here === null || there === null || residual === null) return null;
  return {
    place: placeOf(selection, row, column),
    rowName: selection.rowNames[row] ?? entry.title,
    columnName: columnName(selection, column),
    here,
    there: converted?.amount ?? there,
    difference: negateAmount(residual),
    bound,
    source: printedPlace(entry, target),
  };
}

function uncomparedCells(selection: SelectionCheck, cells: readonly TieOutCell[]): UncomparedCells[] {
  const groups = new Map<string, UncomparedCells>();
  for (const { row, column, gap } of cells) {
    if (gap === null) continue;
    const key = `${gap} ${column}`;
    const known = groups.get(key);
    groups.set(key, known === undefined ? { gap, columnName: columnName(selection, column), count: 1, place: placeOf(selection, row, column) } : { ...known, count: known.count + 1 });
  }
  return [...groups.values()];
}

function namedRow(selection: SelectionCheck, { row, label }: RowMatch): NamedRow {
  return { name: label, place: placeOf(selection, row, 0) };
}

function placeOf({ place, row, column }: SelectionCheck, rowIndex: number, columnIndex: number): CellPlace {
  return { sheet: place.sheet, address: cellAddress(row + rowIndex, column + columnIndex) };
}
