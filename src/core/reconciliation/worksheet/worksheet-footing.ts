import { usualResidual } from '../arithmetic';
import { formatNumber, type Language } from '../../money/danish-number';
import { endSentence, inBothLanguages, SPELLED_ADDENDS, spellTerms } from '../checking/check-texts';
import { type LocalizedText, type Outcome, type RuleInfo, type Severity } from '../rule';
import { type Grid, type GridValue, isDashText, isDate, isError, isNumberText, type WorksheetReading } from './worksheet-reading';

/** Any table that the user selects: its total rows and total column against the figures that they add. */
export const worksheetFooting: RuleInfo = {
  id: 'worksheet-footing',
  reference: 'XBRL Calculations 1.1, round-to-nearest; footing and cross-footing as audit practice (ISA 500, recalculation)',
  title: { da: 'Summer i det valgte område', en: 'Sums in the selected range' },
};

/** Why a sum of the selection was not checked. */
export type GridGap = 'error-value' | 'date' | 'merged-cells' | 'text' | 'too-large' | 'nothing-to-add';

/**
 * One checked sum cell of a selection. Shape: `row` and `column` are 0-based in the selection; figures are plain numbers of it.
 * `direction` says whether the cell adds its column's rows or its row's columns. `notes` name what a reader should know of the addends.
 */
export interface GridCheck {
  readonly row: number;
  readonly column: number;
  readonly direction: 'down' | 'across';
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly printed: number | null;
  readonly computed: number | null;
  readonly residual: number | null;
  readonly bound: number | null;
  readonly isUnusual: boolean;
  readonly addends: number;
  /** The addends of a sum that differs, as a sentence spells them: all of a short sum, the first and the last of a long one; empty for one that agrees. */
  readonly spelledAddends: readonly number[];
  readonly gap: GridGap | null;
  readonly notes: readonly ('number-as-text' | 'hidden-rows' | 'blank-cells')[];
}

/** Decimals beyond which a worksheet figure counts as computed, not typed. */
const MOST_DECIMALS = 6;

/**
 * Every sum cell of a selection with its verdict, row by row.
 * Figures count as rounded to the decimals that their column shows; blank cells add nothing and are noted.
 */
export function checkWorksheet(grid: Grid, reading: WorksheetReading): GridCheck[] {
  const columns = reading.columns.flatMap((column, index) => (column.role === 'year' || column.role === 'total' || column.role === 'amount' ? [index] : []));
  const decimals = columnDecimals(grid, reading, columns);
  const isAdded = addedColumns(reading);
  const shared = Math.max(0, ...columns.flatMap((column, index) => (isAdded(column) ? [decimals[index] ?? 0] : [])));
  const scaled = scaleColumns(grid, columns, columns.map((column, index) => (isAdded(column) ? shared : (decimals[index] ?? 0))));
  const checks = [...checkDown(grid, reading, scaled), ...checkAcross(grid, reading, scaled)];
  return checks.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** A column as integers: `coefficients` in its last digit, NaN where a cell holds no figure. */
interface ScaledColumn {
  readonly decimals: number;
  readonly coefficients: Float64Array;
}

/** Years and their totals share their decimals, because a worksheet shows 4,0 and keeps 4; so do the amounts of a total without years. */
function addedColumns({ columns }: WorksheetReading): (column: number) => boolean {
  const total = columns.findIndex(({ role }) => role === 'total');
  const hasYears = columns.some(({ role }) => role === 'year');
  return (column) => columns[column]?.role !== 'amount' || (!hasYears && column < total);
}

/** The decimals of each column. Goes row by row, as the cells lie in memory. */
function columnDecimals(grid: Grid, reading: WorksheetReading, columns: readonly number[]): number[] {
  const decimals = columns.map(() => 0);
  grid.values.forEach((row, index) => {
    if (reading.rows[index]?.role === 'header') return;
    for (let place = 0; place < columns.length; place += 1) {
      const value = row[columns[place] ?? -1];
      const least = decimals[place] ?? 0;
      if (typeof value === 'number' && least < MOST_DECIMALS) decimals[place] = decimalsOf(value, least);
    }
  });
  return decimals;
}

function scaleColumns(grid: Grid, columns: readonly number[], decimals: readonly number[]): Map<number, ScaledColumn> {
  const scaled = columns.map((column, place) => ({ column, decimals: decimals[place] ?? 0, factor: 10 ** (decimals[place] ?? 0), coefficients: new Float64Array(grid.values.length) }));
  grid.values.forEach((row, index) => {
    for (const { column, factor, coefficients } of scaled) {
      const value = row[column];
      coefficients[index] = typeof value === 'number' ? Math.round(value * factor) : isNothing(value) ? 0 : Number.NaN;
    }
  });
  return new Map(scaled.map(({ column, decimals: shown, coefficients }) => [column, { decimals: shown, coefficients }]));
}

/** Decimals that a figure shows, at least the given ones; the noise of computed doubles is no decimal. */
function decimalsOf(value: number, least: number): number {
  let factor = 10 ** least;
  for (let decimals = least; decimals < MOST_DECIMALS; decimals += 1) {
    const scaled = value * factor;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-7 * Math.max(1, Math.abs(scaled) * 1e-3)) return decimals;
    factor *= 10;
  }
  return MOST_DECIMALS;
}

function isNothing(value: GridValue | undefined): boolean {
  return value === null || value === undefined || value === '' || isDashText(value);
}

/** Sum rows: each adds the rows between itself and the next sum of its rank, lower subtotals instead of what they cover. */
function checkDown(grid: Grid, reading: WorksheetReading, scaled: ReadonlyMap<number, ScaledColumn>): GridCheck[] {
  const blocks = sumBlocks(reading);
  const hidden = new Set(grid.hiddenRows ?? []);
  const checks: GridCheck[] = [];
  for (const { sum, covered } of blocks) {
    const hasHidden = hidden.size > 0 && covered.some((row) => hidden.has(row));
    const sums = [...scaled].filter(([column]) => !isNothing(grid.values[sum]?.[column])).map(([column, figures]) => ({ column, figures, tally: emptyTally() }));
    for (const index of covered) {
      const row = grid.values[index];
      for (const { column, figures, tally } of sums) addTo(tally, row?.[column], figures.coefficients[index] ?? 0, 1);
    }
    for (const { column, figures, tally } of sums) {
      const addends = (): number[] => spelledAddends(tally.rounded, covered.length, (place) => grid.values[covered[reading.areTotalsFirst ? covered.length - 1 - place : place] ?? -1]?.[column]);
      checks.push(conclude(sum, column, 'down', figures.decimals, 1, figures.coefficients[sum] ?? Number.NaN, tally, hasHidden, grid.values[sum]?.[column], addends));
    }
  }
  return checks;
}

/** Rows across: the years against the row's total. */
function checkAcross(grid: Grid, reading: WorksheetReading, scaled: ReadonlyMap<number, ScaledColumn>): GridCheck[] {
  const total = reading.columns.findIndex((column) => column.role === 'total');
  const years = reading.columns.flatMap((column, index) => (column.role === 'year' ? [index] : []));
  const addends = years.length > 0 ? years : reading.columns.flatMap((column, index) => (column.role === 'amount' && index < total ? [index] : []));
  const totals = scaled.get(total);
  if (totals === undefined || addends.length === 0) return [];
  const decimals = Math.max(totals.decimals, ...addends.map((column) => scaled.get(column)?.decimals ?? 0));
  const parts = addends.map((column) => ({ column, figures: scaled.get(column)?.coefficients ?? totals.coefficients, unit: 10 ** (decimals - (scaled.get(column)?.decimals ?? 0)) }));
  const totalUnit = 10 ** (decimals - totals.decimals);
  const checks: GridCheck[] = [];
  for (let index = 0; index < reading.rows.length; index += 1) {
    const role = reading.rows[index]?.role;
    const row = grid.values[index];
    if (row === undefined || role === 'header' || role === 'heading' || role === 'blank' || isNothing(row[total])) continue;
    const tally = emptyTally();
    for (const { column, figures, unit } of parts) addTo(tally, row[column], (figures[index] ?? 0) * unit, unit);
    const addends = (): number[] => spelledAddends(tally.rounded, parts.length, (place) => row[parts[place]?.column ?? -1]);
    checks.push(conclude(index, total, 'across', decimals, totalUnit, (totals.coefficients[index] ?? Number.NaN) * totalUnit, tally, false, row[total], addends));
  }
  return checks;
}

/** The addends that a sentence spells: all of a short sum, the first and the last of a long one, so that a long column is not walked again. */
function spelledAddends(count: number, length: number, cellAt: (place: number) => GridValue | undefined): number[] {
  const isLong = count > SPELLED_ADDENDS.all;
  const first = takeNumbers(isLong ? SPELLED_ADDENDS.first : count, length, cellAt);
  return isLong ? [...first, ...takeNumbers(SPELLED_ADDENDS.last, length, (place) => cellAt(length - 1 - place)).reverse()] : first;
}

function takeNumbers(wanted: number, length: number, cellAt: (place: number) => GridValue | undefined): number[] {
  const taken: number[] = [];
  for (let place = 0; place < length && taken.length < wanted; place += 1) {
    const value = cellAt(place);
    if (typeof value === 'number') taken.push(value);
  }
  return taken;
}

interface Tally {
  sum: number;
  width: number;
  squares: number;
  rounded: number;
  gap: GridGap | null;
  hasText: boolean;
  hasBlank: boolean;
}

function emptyTally(): Tally {
  return { sum: 0, width: 0, squares: 0, rounded: 0, gap: null, hasText: false, hasBlank: false };
}

function addTo(tally: Tally, value: GridValue | undefined, coefficient: number, unit: number): void {
  if (typeof value === 'number') {
    tally.sum += coefficient;
    tally.width += unit;
    tally.squares += unit * unit;
    tally.rounded += 1;
  } else if (value === null || value === undefined || value === '') tally.hasBlank = true;
  else if (typeof value === 'object') tally.gap = obstacleOf(value);
  else if (typeof value === 'string' && isNumberText(value)) {
    tally.hasText = true;
    tally.gap ??= 'text';
  } else if (!isDashText(value)) tally.gap ??= 'text';
}

/** What keeps a cell that holds no plain value from being added. */
function obstacleOf(value: GridValue): GridGap {
  if (isError(value)) return 'error-value';
  return isDate(value) ? 'date' : 'merged-cells';
}

const NO_NOTES: GridCheck['notes'] = [];
const NO_ADDENDS: readonly number[] = [];

function notesOf(tally: Tally, hasHidden: boolean): GridCheck['notes'] {
  if (!tally.hasText && !hasHidden && !tally.hasBlank) return NO_NOTES;
  return [...(tally.hasText ? (['number-as-text'] as const) : []), ...(hasHidden ? (['hidden-rows'] as const) : []), ...(tally.hasBlank ? (['blank-cells'] as const) : [])];
}

/** Why the sum cell cannot be checked, null when it can. */
function gapOf(cell: GridValue | undefined, tally: Tally, printed: number): GridGap | null {
  if (typeof cell === 'object' && cell !== null) return obstacleOf(cell);
  if (tally.gap !== null) return tally.gap;
  if (Number.isNaN(printed)) return 'text';
  if (tally.rounded === 0) return 'nothing-to-add';
  return Number.isSafeInteger(tally.sum) && Number.isSafeInteger(printed) ? null : 'too-large';
}

/** The verdict on one sum cell. Units: `printed` and the tally in the last digit of `decimals`; `totalUnit` is the worth of the cell's own last digit. */
function conclude(row: number, column: number, direction: GridCheck['direction'], decimals: number, totalUnit: number, printed: number, tally: Tally, hasHidden: boolean, cell: GridValue | undefined, addends: () => readonly number[]): GridCheck {
  const factor = 10 ** decimals;
  const notes = notesOf(tally, hasHidden);
  const gap = gapOf(cell, tally, printed);
  if (gap !== null) {
    const severity = gap === 'nothing-to-add' ? 'info' : 'warning';
    return { row, column, direction, addends: tally.rounded, spelledAddends: NO_ADDENDS, notes, outcome: 'not-checkable', severity, printed: Number.isNaN(printed) ? null : printed / factor, computed: null, residual: null, bound: null, isUnusual: false, gap };
  }
  const residual = tally.sum - printed;
  const width = tally.rounded === 1 && tally.width === totalUnit ? 0 : tally.width + totalUnit;
  const isWithin = 2 * Math.abs(residual) <= width;
  return {
    row,
    column,
    direction,
    addends: tally.rounded,
    spelledAddends: residual === 0 ? NO_ADDENDS : addends(),
    notes,
    outcome: residual === 0 ? 'agrees' : isWithin ? 'agrees-within-rounding' : 'differs',
    severity: residual !== 0 && !isWithin ? 'error' : 'info',
    printed: printed / factor,
    computed: tally.sum / factor,
    residual: residual / factor,
    bound: width / 2 / factor,
    isUnusual: residual !== 0 && isWithin && Math.abs(residual) > usualResidual(tally.squares + totalUnit * totalUnit),
    gap: null,
  };
}

/** A sum row with the rows that it adds. Shape: 0-based in the selection. */
export interface SumBlock {
  readonly sum: number;
  readonly covered: readonly number[];
}

/** Which rows each sum row adds. A total adds the subtotals and the rows under none; runs in one pass over the rows. */
export function sumBlocks(reading: WorksheetReading): SumBlock[] {
  const order = reading.rows.map((_row, index) => index);
  if (reading.areTotalsFirst) order.reverse();
  const blocks: { sum: number; covered: number[] }[] = [];
  let loose: number[] = [];
  let top: number[] = [];
  for (const index of order) {
    const role = reading.rows[index]?.role;
    if (role === 'component') loose.push(index);
    else if (role === 'subtotal') {
      if (loose.length > 0) blocks.push({ sum: index, covered: loose });
      top.push(index);
      loose = [];
    } else if (role === 'total') {
      const covered = [...top, ...loose];
      if (covered.length > 0) blocks.push({ sum: index, covered });
      top = [];
      loose = [];
    }
  }
  return blocks;
}

const GAP_TEXT: Readonly<Record<GridGap, LocalizedText>> = {
  'error-value': { da: 'en celle viser en fejlværdi', en: 'a cell shows an error value' },
  date: { da: 'en celle indeholder en dato i stedet for et tal', en: 'a cell holds a date instead of a number' },
  'merged-cells': { da: 'et tal står i en flettet celle', en: 'a figure stands in a merged cell' },
  text: { da: 'en celle indeholder tekst i stedet for et tal', en: 'a cell holds text instead of a number' },
  'too-large': { da: 'tallene er større, end der kan regnes nøjagtigt med', en: 'the figures are larger than can be computed exactly' },
  'nothing-to-add': { da: 'der er ingen tal at lægge sammen', en: 'there are no figures to add' },
};

const NOTE_TEXT: Readonly<Record<GridCheck['notes'][number], LocalizedText>> = {
  'number-as-text': { da: 'Et tal er gemt som tekst og tælles ikke med af Excel.', en: 'A number is stored as text and Excel does not add it.' },
  'hidden-rows': { da: 'Summen dækker skjulte rækker.', en: 'The sum covers hidden rows.' },
  'blank-cells': { da: 'Tomme celler er regnet som ingenting.', en: 'Blank cells were counted as nothing.' },
};

/** Why a sum was not checked, in words that follow a colon. Errors: throws for a sum that was. */
export function spellGap({ gap }: GridCheck): LocalizedText {
  if (gap === null) throw new Error('The sum was checked');
  return GAP_TEXT[gap];
}

/**
 * The check in words, built only when someone reads it.
 * @example "12,5 + 3,1 + 2,8 = 18,4, men der står 18,5: forskel -0,1 (højst 0,2 kan skyldes afrunding)."
 */
export function spellGridCheck(check: GridCheck): LocalizedText {
  return inBothLanguages((language) => [verdictOf(check, language), ...check.notes.map((note) => NOTE_TEXT[note][language])].join(' '));
}

function verdictOf(check: GridCheck, language: Language): string {
  const isDanish = language === 'da';
  if (check.gap !== null) return isDanish ? `Summen kan ikke kontrolleres: ${GAP_TEXT[check.gap].da}.` : `The sum cannot be checked: ${GAP_TEXT[check.gap].en}.`;
  const [printed, computed, residual, bound] = [check.printed ?? 0, check.computed ?? 0, check.residual ?? 0, check.bound ?? 0];
  const decimals = Math.max(...[...check.spelledAddends, printed, computed].map((value) => decimalsOf(value, 0)));
  const terms = check.spelledAddends.map((value) => ({ isMinus: value < 0, text: spellNumber(Math.abs(value), decimals, language) }));
  const left = terms.length > 1 ? `${spellTerms(terms, check.addends, language)} = ` : '';
  const start = `${left}${spellNumber(computed, decimals, language)}`;
  const said = `${isDanish ? 'der står' : 'the cell says'} ${spellNumber(printed, decimals, language)}`;
  if (check.outcome === 'agrees') return `${start}, ${isDanish ? 'og' : 'and'} ${said}: ${isDanish ? 'stemmer' : 'agrees'}.`;
  const middle = `${start}, ${isDanish ? 'men' : 'but'} ${said}: ${isDanish ? 'forskel' : 'difference'} ${spellNumber(residual, decimals, language)}`;
  const most = spellNumber(bound, decimalsOf(bound, decimals), language);
  if (check.outcome === 'agrees-within-rounding') return endSentence(`${middle}${isDanish ? `, inden for afrundingen (højst ${most})` : `, within rounding (at most ${most})`}`);
  if (bound === 0) return endSentence(middle);
  return endSentence(`${middle}${isDanish ? ` (højst ${most} kan skyldes afrunding)` : ` (at most ${most} may be due to rounding)`}`);
}

function spellNumber(value: number, decimals: number, language: Language): string {
  return formatNumber({ coefficient: Math.round(value * 10 ** decimals), decimals }, language);
}
