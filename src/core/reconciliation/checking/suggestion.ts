import { type Amount, amountOf, digitExponent } from '../../money/amount';
import { formatNumber } from '../../money/danish-number';
import { unitExponent } from '../../money/unit';
import { type Comparison, type Figure } from '../arithmetic';
import { inBothLanguages } from './check-texts';
import { type LocalizedText, type Suggestion } from '../rule';

/** Slips of one figure, the most telling first. */
type FigureSlip = Extract<Suggestion['kind'], 'sign' | 'factor-thousand' | 'transposed-digits' | 'decimal-point' | 'dropped-digit' | 'one-digit'>;

const SLIP_NAME: Readonly<Record<FigureSlip, LocalizedText>> = {
  sign: { da: 'fortegnet vendt om', en: 'the sign is reversed' },
  'factor-thousand': { da: 'enheden forvekslet (faktor 1.000)', en: 'the unit is mistaken (factor 1,000)' },
  'transposed-digits': { da: 'to cifre byttet om', en: 'two digits are transposed' },
  'decimal-point': { da: 'kommaet flyttet', en: 'the decimal point has moved' },
  'dropped-digit': { da: 'et ciffer faldet ud eller kommet til', en: 'a digit was dropped or added' },
  'one-digit': { da: 'ét ciffer forkert', en: 'one digit is wrong' },
};

/**
 * Which single slip turns `intended` into `printed`, both counted in the same last digit; null when none does.
 * @example slipBetween(351, 531) // 'transposed-digits'
 */
export function slipBetween(intended: number, printed: number): FigureSlip | null {
  if (intended === printed) return null;
  if (intended === -printed) return 'sign';
  if (intended < 0 !== printed < 0 || intended === 0 || printed === 0) return null;
  const [a, b] = [Math.abs(intended), Math.abs(printed)];
  if (a === b * 1000 || b === a * 1000) return 'factor-thousand';
  if (a === b * 10 || b === a * 10 || a === b * 100 || b === a * 100) return 'decimal-point';
  const [left, right] = [String(a), String(b)];
  if (left.length === right.length) {
    const differing = [...left].flatMap((digit, index) => (digit === right[index] ? [] : [index]));
    const [first, second] = differing;
    if (differing.length === 1) return 'one-digit';
    if (differing.length === 2 && first !== undefined && second === first + 1 && left[first] === right[second] && left[second] === right[first]) return 'transposed-digits';
    return null;
  }
  const [longer, shorter] = left.length > right.length ? [left, right] : [right, left];
  return longer.length === shorter.length + 1 && isWithoutOne(longer, shorter) ? 'dropped-digit' : null;
}

/**
 * A correction of one figure that alone makes the sum exact.
 * Shape: `suspects` are the addends that another sum finds wrong by the same amount; with exactly one, that figure is the culprit.
 * `isTotalSuspect` is false where the total's own row adds up; it is then named only when no addend could be the slip.
 * Null when no figure, or more than one, could be the slip: a guess helps nobody.
 */
export function suggestFigureSlip(comparison: Comparison, addends: readonly Figure[], total: Figure, suspects: readonly number[] = [], isTotalSuspect = true): Suggestion | null {
  const finest = Math.min(digitExponent(comparison.residual), ...[...addends, total].filter((figure) => figure.rounding !== 'exact').map((figure) => digitExponent(figure.amount)));
  const residual = coefficientAt(comparison.residual, finest);
  if (suspects.length === 1) {
    const culprit = addends[suspects[0] ?? 0];
    if (culprit !== undefined) {
      const printed = coefficientAt(culprit.amount, finest);
      const slip = slipBetween(printed - residual, printed) ?? 'one-digit';
      return figureSuggestion(slip, culprit.amount, printed - residual, finest, slip === 'one-digit' && slipBetween(printed - residual, printed) === null);
    }
  }
  const candidates: { slip: FigureSlip; amount: Amount; corrected: number }[] = [];
  for (const addend of addends) {
    if (addend.rounding === 'exact' || suspects.length > 1) continue;
    const printed = coefficientAt(addend.amount, finest);
    const slip = slipBetween(printed - residual, printed);
    if (slip !== null && slip !== 'one-digit') candidates.push({ slip, amount: addend.amount, corrected: printed - residual });
  }
  if (isTotalSuspect || candidates.length === 0) {
    const printed = coefficientAt(total.amount, finest);
    const slip = slipBetween(printed + residual, printed);
    if (slip !== null && slip !== 'one-digit') candidates.push({ slip, amount: total.amount, corrected: printed + residual });
  }
  const [only] = candidates;
  return candidates.length === 1 && only !== undefined ? figureSuggestion(only.slip, only.amount, only.corrected, finest, false) : null;
}

/** A correction of a figure that is printed twice and differs: the slip between the two printings, if it is one. */
export function suggestRestatedSlip(comparison: Comparison): Suggestion | null {
  const finest = digitExponent(comparison.residual);
  const printed = coefficientAt(comparison.printed, finest);
  const computed = coefficientAt(comparison.computed, finest);
  const slip = slipBetween(computed, printed);
  return slip === null || slip === 'one-digit' ? null : figureSuggestion(slip, comparison.printed, computed, finest, false);
}

/** A block of figures with its printed sums, as integers of one last digit: what row slips are found from. */
export interface BlockFigures {
  readonly labels: readonly (string | null)[];
  /** One line per addend row, one entry per column. */
  readonly values: readonly (readonly number[])[];
  /** Sum − printed total, per column. */
  readonly residuals: readonly number[];
  /** Which columns are fiscal years, in order; the others are totals. */
  readonly isYear: readonly boolean[];
}

/**
 * A slip of a whole row that alone explains every column's difference: shifted a year, printed twice, copied from its neighbour, or missing.
 * Null when no row does, or more than one could.
 */
export function suggestRowSlip(block: BlockFigures): Suggestion | null {
  const wrong = block.residuals.filter((residual) => residual !== 0).length;
  if (wrong < 2) return null;
  const shifted = block.values.flatMap((row, index) => (isShifted(row, block) ? [index] : []));
  if (shifted.length === 1) return rowSuggestion('shifted-year', block.labels[shifted[0] ?? 0] ?? null);
  const equal = block.values.flatMap((row, index) => (row.every((value, column) => value === block.residuals[column]) ? [index] : []));
  if (equal.length > 0) return rowSuggestion('doubled-row', block.labels[equal[equal.length - 1] ?? 0] ?? null);
  const copied = block.values.flatMap((row, index) => {
    const previous = block.values[index - 1];
    return previous !== undefined && row.some((value) => value !== 0) && row.every((value, column) => value === previous[column]) ? [index] : [];
  });
  if (copied.length === 1) return rowSuggestion('copied-row', block.labels[copied[0] ?? 0] ?? null);
  return isMissingRow(block) ? rowSuggestion('missing-row', null) : null;
}

/** Whether moving the row's years one column explains every year's difference, with the row's own total right. */
function isShifted(row: readonly number[], block: BlockFigures): boolean {
  const years = block.isYear.flatMap((isYear, column) => (isYear ? [column] : []));
  const isTotalRight = block.residuals.every((residual, column) => block.isYear[column] === true || residual === 0);
  if (!isTotalRight || years.length < 2) return false;
  return [1, -1].some((step) =>
    years.every((column, place) => {
      const intended = years[place + step];
      const moved = intended === undefined ? 0 : (row[intended] ?? 0);
      return (row[column] ?? 0) - moved === (block.residuals[column] ?? 0);
    }),
  );
}

/** Whether the differences themselves read like a row: none positive, money in at least two years, years adding up to the total. */
function isMissingRow(block: BlockFigures): boolean {
  if (block.residuals.some((residual) => residual > 0)) return false;
  const totals = block.residuals.filter((_residual, column) => block.isYear[column] !== true);
  const years = block.residuals.filter((_residual, column) => block.isYear[column] === true);
  if (years.filter((residual) => residual !== 0).length < 2) return false;
  return totals.length === 1 && years.reduce((sum, residual) => sum + residual, 0) === totals[0];
}

function rowSuggestion(kind: Extract<Suggestion['kind'], 'shifted-year' | 'doubled-row' | 'copied-row' | 'missing-row'>, label: string | null): Suggestion {
  const texts: Readonly<Record<typeof kind, LocalizedText>> = {
    'shifted-year': { da: `Rækken ${quote(label, 'da')} ser ud til at være rykket et år`, en: `The row ${quote(label, 'en')} seems to be shifted a year` },
    'doubled-row': { da: `Forskellen er netop rækken ${quote(label, 'da')}: den er talt to gange eller mangler i totalen`, en: `The difference is exactly the row ${quote(label, 'en')}: it is counted twice or missing from the total` },
    'copied-row': { da: `Rækken ${quote(label, 'da')} er magen til den foregående og kan være kopieret`, en: `The row ${quote(label, 'en')} equals the one before it and may be a copy` },
    'missing-row': { da: 'Forskellene svarer til en række, der mangler', en: 'The differences read like a row that is missing' },
  };
  return { kind, printed: null, corrected: null, message: inBothLanguages((language) => `${texts[kind][language]}.`) };
}

function figureSuggestion(slip: FigureSlip, printed: Amount, corrected: number, exponent: number, isUnnamed: boolean): Suggestion {
  const decimals = unitExponent(printed.unit) - exponent;
  const intended = trimTo(amountOf(corrected, Math.max(0, decimals), printed.unit), printed.decimals);
  const message = inBothLanguages((language) => {
    const [is, should] = [formatNumber(printed, language), formatNumber(intended, language)];
    if (isUnnamed) return language === 'da' ? `Måske skulle ${is} være ${should}.` : `Perhaps ${is} should be ${should}.`;
    return language === 'da' ? `Måske er ${SLIP_NAME[slip].da}: ${is} i stedet for ${should}.` : `Perhaps ${SLIP_NAME[slip].en}: ${is} instead of ${should}.`;
  });
  return { kind: slip, printed, corrected: intended, message };
}

function trimTo(amount: Amount, decimals: number): Amount {
  let { coefficient, decimals: have } = amount;
  while (have > decimals && coefficient % 10 === 0) {
    coefficient /= 10;
    have -= 1;
  }
  return amountOf(coefficient, have, amount.unit);
}

function coefficientAt(amount: Amount, exponent: number): number {
  return amount.coefficient * 10 ** (digitExponent(amount) - exponent);
}

function isWithoutOne(longer: string, shorter: string): boolean {
  for (let index = 0; index < longer.length; index += 1) {
    if (longer.slice(0, index) + longer.slice(index + 1) === shorter) return true;
  }
  return false;
}

function quote(label: string | null, language: 'da' | 'en'): string {
  if (label === null) return language === 'da' ? 'uden tekst' : 'without a label';
  return language === 'da' ? `»${label}«` : `“${label}”`;
}
