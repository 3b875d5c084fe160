import { type Amount } from '../../money/amount';
import { formatNumber, type Language } from '../../money/danish-number';
import { columnName } from '../rule';
import { type Correction } from './cause';

/** A figure as a cause names it: bare, because all of a cause are in the table's unit. */
export function spellNumber(amount: Amount, language: Language): string {
  return amount.coefficient === 0 ? '0' : formatNumber(amount, language);
}

/** A column as a cause names it: the year, "i alt", a heading. */
export function spellColumn({ place }: Correction, language: Language): string {
  return columnName(place.column, language === 'da' ? 'i alt' : 'total');
}

/** What a row is called: by its label, an initiative's own row by the initiative; null where it has neither. */
export function rowName({ initiative, label, place }: Pick<Correction, 'initiative' | 'label' | 'place'>): string | null {
  return place.initiative !== null && place.component === null ? (initiative ?? label) : (label ?? initiative);
}

/** Where a figure stands: its row and column, or that it is one of the text. */
export function spellPlace(correction: Correction, language: Language): string {
  const { initiative, place, inText } = correction;
  if (inText === true) return [initiative, language === 'da' ? 'teksten' : 'the text'].filter((part) => part !== null).join(', ');
  const listed = place.isOverview === true ? (language === 'da' ? 'oversigten' : 'the overview') : '';
  return [rowName(correction), listed, spellColumn(correction, language)].filter((part) => part !== null && part !== '').join(', ');
}

/** Figures of one row with what they would be: "2026: 3,0 → 0; 2027: 0 → 3,0". */
export function spellChanges(corrections: readonly Correction[], language: Language): string {
  return corrections.map((correction) => `${spellColumn(correction, language)}: ${spellNumber(correction.printed, language)} → ${spellNumber(correction.corrected, language)}`).join('; ');
}
