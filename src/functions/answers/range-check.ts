import { amountOf } from '../../core/money/amount';
import { formatNumber, type Language } from '../../core/money/danish-number';
import { inBothLanguages } from '../../core/reconciliation/checking/check-texts';
import { gridValue } from '../../core/reconciliation/worksheet/grid-value';
import { type LocalizedText } from '../../core/reconciliation/rule';
import { checkWorksheet, type GridCheck, spellGap } from '../../core/reconciliation/worksheet/worksheet-footing';
import { type Grid, readWorksheet } from '../../core/reconciliation/worksheet/worksheet-reading';
import { shiftDecimals, shownDecimals } from '../../core/sheet-plan/layout/figures/decimals';
import { outcomeText } from '../../core/sheet-plan/sheet-texts';
import { answer, badArgument, notFound, type Answer } from '../answer';
import { readCells, refuseSize, type CellInput } from '../arguments/arguments';

/** Decimals beyond which a figure counts as computed, not typed. */
const MOST_DECIMALS = 6;

/** CHECK: whether the totals of a range agree with what they sum: the same reading and the same checks as of a selected table. */
export function checkRange(range: unknown): Answer<LocalizedText> {
  const cells = readCells(range);
  const checks = checksOf(cells);
  return checks.kind === 'value' ? answer(verdictText(checks.value, decimalsOf(cells))) : checks;
}

/** CHECK as TRUE or FALSE. Errors: a range of which a total cannot be checked, while no other differs, is neither. */
export function isRangeRight(range: unknown): Answer<boolean> {
  const checks = checksOf(readCells(range));
  if (checks.kind !== 'value') return checks;
  if (checks.value.some(({ outcome }) => outcome === 'differs')) return answer(false);
  const unchecked = checks.value.find(({ gap }) => gap !== null);
  return unchecked === undefined ? answer(true) : refuseGap(unchecked);
}

/** RESIDUAL: sum minus total of the range's total that is furthest from agreeing. */
export function residualOfRange(range: unknown): Answer<number> {
  const worst = worstCheck(range);
  return worst.kind === 'value' ? answer(worst.value.residual ?? 0) : worst;
}

/** BOUND: how much rounding can explain of that same difference. */
export function boundOfRange(range: unknown): Answer<number> {
  const worst = worstCheck(range);
  return worst.kind === 'value' ? answer(worst.value.bound ?? 0) : worst;
}

function checksOf(cells: readonly (readonly CellInput[])[]): Answer<readonly GridCheck[]> {
  const refused = refuseSize(cells.length, cells[0]?.length ?? 0);
  if (refused !== null) return refused;
  const grid: Grid = { values: withoutFalseZeros(cells).map((row) => row.map((value) => gridValue(typeof value === 'object' && value !== null ? value.fault : value, null))) };
  const reading = readWorksheet(grid);
  const checks = reading === null ? [] : checkWorksheet(grid, reading).filter(({ gap }) => gap !== 'nothing-to-add');
  if (checks.length > 0) return answer(checks);
  return badArgument(
    'Området har ingen sum at kontrollere: vælg en tabel med sine totaler eller mindst to tal og deres sum.',
    'The range has no sum to check: select a table with its totals, or at least two figures and their sum.',
  );
}

/**
 * The range with its empty headings and labels empty: an Excel that hands empty cells over as 0 makes figures of them.
 * Shape: a 0 in a column of texts, and in a first row of headings, texts or years, is an empty cell.
 */
function withoutFalseZeros(cells: readonly (readonly CellInput[])[]): CellInput[][] {
  const isLabelColumn = (cells[0] ?? []).map((_, column) => areHeadings(cells.map((row) => row[column] ?? null), (cell) => typeof cell === 'string'));
  const hasHeadings = areHeadings(cells[0] ?? [], (cell) => typeof cell === 'string' || isYear(cell));
  return cells.map((row, index) => row.map((cell, column) => (cell === 0 && (isLabelColumn[column] === true || (hasHeadings && index === 0)) ? null : cell)));
}

function areHeadings(line: readonly CellInput[], isHeading: (cell: CellInput) => boolean): boolean {
  const filled = line.filter((cell) => cell !== null && cell !== 0);
  return filled.length > 1 && filled.every(isHeading);
}

function isYear(cell: CellInput): boolean {
  return typeof cell === 'number' && Number.isInteger(cell) && cell >= 1900 && cell <= 2200;
}

/** The total that misses most beyond what rounding explains. Errors: a total that cannot be checked. */
function worstCheck(range: unknown): Answer<GridCheck> {
  const checks = checksOf(readCells(range));
  if (checks.kind !== 'value') return checks;
  const unchecked = checks.value.find(({ gap }) => gap !== null);
  if (unchecked !== undefined) return refuseGap(unchecked);
  const excess = ({ residual, bound }: GridCheck): number => Math.abs(residual ?? 0) - (bound ?? 0);
  const [first, ...rest] = checks.value;
  if (first === undefined) throw new Error('A range without checks was refused');
  return answer(rest.reduce((worst, check) => (excess(check) > excess(worst) ? check : worst), first));
}

function refuseGap(check: GridCheck): Answer<never> {
  const spell = (language: Language): string => `${placeText(check, language)} ${language === 'da' ? 'kan ikke kontrolleres' : 'cannot be checked'}: ${spellGap(check)[language]}`;
  return notFound(spell('da'), spell('en'));
}

function decimalsOf(values: readonly (readonly CellInput[])[]): number {
  return Math.min(MOST_DECIMALS, Math.max(0, ...values.flatMap((row) => row.map((value) => (typeof value === 'number' ? shownDecimals(value) : 0)))));
}

function verdictText(checks: readonly GridCheck[], decimals: number): LocalizedText {
  const differing = checks.filter(({ outcome }) => outcome === 'differs');
  const [first] = differing;
  if (first !== undefined) return inBothLanguages((language) => differenceText(first, differing.length - 1, decimals, language));
  const unchecked = checks.find(({ gap }) => gap !== null);
  if (unchecked !== undefined) {
    return inBothLanguages((language) => `– ${placeText(unchecked, language)} ${language === 'da' ? 'kan ikke kontrolleres' : 'cannot be checked'}: ${spellGap(unchecked)[language]}`);
  }
  const rounded = checks.filter(({ outcome }) => outcome === 'agrees-within-rounding').map(({ residual }) => residual ?? 0);
  if (rounded.length === 0) return inBothLanguages((language) => outcomeText('agrees', language));
  const largest = rounded.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  return inBothLanguages((language) => `${outcomeText('agrees-within-rounding', language)} (${figure(largest, decimals, language)})`);
}

function differenceText(check: GridCheck, more: number, decimals: number, language: Language): string {
  const [computed, printed, residual] = [check.computed, check.printed, check.residual].map((value) => figure(value ?? 0, decimals, language));
  const place = placeText(check, language);
  const rest = more === 0 ? '' : language === 'da' ? ` (og ${more} til)` : ` (and ${more} more)`;
  return language === 'da'
    ? `✗ ${place}: summen er ${computed}, men der står ${printed}: forskel ${residual}${rest}`
    : `✗ ${place}: the sum is ${computed}, but it says ${printed}: difference ${residual}${rest}`;
}

function placeText({ direction, row, column }: GridCheck, language: Language): string {
  if (direction === 'down') return language === 'da' ? `kolonne ${column + 1}` : `column ${column + 1}`;
  return language === 'da' ? `række ${row + 1}` : `row ${row + 1}`;
}

function figure(value: number, decimals: number, language: Language): string {
  return formatNumber(amountOf(Math.round(shiftDecimals(value, decimals)), decimals, 'kr.'), language);
}
