import { type Initiative } from '../../../core/budget/agreement';
import { formatNumber, readNumber, type Language } from '../../../core/money/danish-number';
import { convertPriceLevel, priceLevelYear, type IndexSeries, type IndexValue } from '../../../core/price-level/index-series';
import { type InitiativeTimeline, type TimelineStep } from './timeline';

/** The price level of an initiative, or of a timeline's step: the initiative's own, else its agreement's. */
export function levelOf({ initiative, agreement }: Pick<TimelineStep, 'initiative' | 'agreement'>): string | null {
  return initiative.priceLevel ?? agreement.priceLevel;
}

/** The year of a step's price level; null where none is stated. */
export function levelYearOf(step: TimelineStep): number | null {
  return priceLevelYear(levelOf(step));
}

/** The years of a timeline's price levels, earliest first. */
export function levelYears({ steps }: InitiativeTimeline): readonly number[] {
  return [...new Set(steps.flatMap((step) => levelYearOf(step) ?? []))].sort((a, b) => a - b);
}

/** An index value as the user typed it; null when it is no number above zero. */
export function readIndexValue(text: string, year: number, language: Language): IndexValue | null {
  const read = readNumber(text, language === 'da' ? 'danish' : 'english');
  return read.kind === 'number' && read.coefficient > 0 ? { year, coefficient: read.coefficient, decimals: read.decimals } : null;
}

/** The values of an index in a line: "2022: 104,2; 2026: 118,9". */
export function spellIndexValues({ values }: IndexSeries, language: Language): string {
  return values.map((value) => `${value.year}: ${formatNumber(value, language)}`).join('; ');
}

/** The initiative's own row at another year's prices, its components left out; null where the index does not lead there. */
export function convertedInitiative({ initiative }: TimelineStep, fromYear: number, toYear: number, index: IndexSeries): Initiative | null {
  const { total } = initiative;
  if (total === null) return null;
  const cells = total.cells.map((cell) => {
    if (cell.kind !== 'amount') return cell;
    const converted = convertPriceLevel(cell.amount, fromYear, toYear, index);
    return converted === null ? null : { ...cell, amount: converted.amount };
  });
  const found = cells.filter((cell) => cell !== null);
  return found.length < cells.length ? null : { ...initiative, components: [], total: { ...total, cells: found } };
}
