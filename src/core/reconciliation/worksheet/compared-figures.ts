import { type Amount, negateAmount } from '../../money/amount';
import { isOfSheet } from './is-of-sheet';
import { type Check } from '../rule';

/**
 * The figures of a check, each by what it is, so that it can stand under words that are true of it: what is printed or stands in the user's sheet,
 * what was calculated or stands in another place, and what a part may at most be.
 * Shape: `difference` is `computed` less what is stated, or of a part, what it is above the most that it may be; null for what there is not.
 */
export interface ComparedFigures {
  readonly inDocument: Amount | null;
  readonly inSheet: Amount | null;
  readonly computed: Amount | null;
  readonly atMost: Amount | null;
  readonly difference: Amount | null;
  readonly bound: Amount | null;
}

/** What a check compares. Shape: `isEdited` says that the cell it is about was changed in the sheet. */
export function comparedFigures(check: Pick<Check, 'rule' | 'within' | 'printed' | 'computed' | 'residual' | 'bound'>, isEdited = false): ComparedFigures {
  const { within, printed, computed, residual, bound } = check;
  const stated = isEdited || isOfSheet(check) ? { inDocument: null, inSheet: printed } : { inDocument: printed, inSheet: null };
  if (within === undefined) return { ...stated, computed, atMost: null, difference: residual, bound };
  if (within === 'limit') return { inDocument: null, inSheet: null, computed, atMost: printed, difference: residual, bound };
  const part = within === 'part' ? { ...stated, computed: null } : { inDocument: null, inSheet: null, computed: printed };
  return { ...part, atMost: computed, difference: residual === null ? null : negateAmount(residual), bound };
}
