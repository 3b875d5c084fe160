import { type Amount } from '../../money/amount';
import { type CheckedPlace, type LocalizedText, type Severity, type Suggestion } from '../rule';

/** A printed figure with what it would have to be. `slip` names the slip that turns one into the other; null where it is none that is known. `inText`: it stands in running text. */
export interface Correction {
  readonly place: CheckedPlace;
  readonly initiative: string | null;
  readonly label: string | null;
  readonly printed: Amount;
  readonly corrected: Amount;
  readonly slip: Suggestion['kind'] | null;
  readonly inText?: true;
}

/**
 * One thing that is wrong, with every check that it makes fail.
 * Shape: `figure`: `corrections` make all of `checks` hold; `alternatives` are other corrections that explain as much with as few figures.
 * `row`: a whole row is shifted, printed twice, copied or missing; `corrections` where its own figures would be others. `edit`: the workbook is no longer as it was imported.
 * `other`: a check that no figure explains, or several of one row where two places that each add up say different things.
 * `checks` are indexes into the checks that were explained, the first the one that the cause is shown with.
 * `isCertain` is false where the search stopped before every set of figures of that size was looked at, or where alternatives explain as much.
 */
export interface Cause {
  readonly kind: 'figure' | 'row' | 'edit' | 'other';
  readonly severity: Severity;
  readonly corrections: readonly Correction[];
  readonly alternatives: readonly (readonly Correction[])[];
  readonly checks: readonly number[];
  readonly isCertain: boolean;
  readonly message: LocalizedText;
}
