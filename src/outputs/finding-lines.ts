import { type Agreement } from '../core/budget/agreement';
import { type Position } from '../core/budget/position';
import { type Amount } from '../core/money/amount';
import { formatAmount, type Language } from '../core/money/danish-number';
import { type Cause, type Correction } from '../core/reconciliation/causes/cause';
import { ruleTitle } from '../core/reconciliation/registry';
import { type Check, type CheckedPlace, columnName } from '../core/reconciliation/rule';
import { comparedFigures } from '../core/reconciliation/worksheet/compared-figures';
import { sharedSubject } from '../core/sheet-plan/checks/finding-groups';
import { sourceText } from '../core/sheet-plan/sheet-texts';
import { outputText } from './texts';

/** One open difference as every output tells it. Shape: `printed` and `corrected` are empty where the difference is none of figures; `details` explain it, check by check. */
export interface FindingLine {
  readonly cause: Cause;
  readonly place: Position | null;
  readonly placeText: string;
  readonly subject: string;
  readonly message: string;
  readonly printed: string;
  readonly corrected: string;
  readonly details: readonly string[];
}

/** An open cause in words. */
export function findingLine(cause: Cause, checks: readonly Check[], language: Language): FindingLine {
  const explained = cause.checks.flatMap((index) => checks[index] ?? []);
  const [first] = explained;
  const [correction] = cause.corrections;
  const place = correction?.place.position ?? first?.place.position ?? null;
  const details = explained.map((check) => `${ruleTitle(check.rule, language)}: ${check.message[language]}`);
  return {
    cause,
    place,
    placeText: sourceText(place, language),
    subject: subjectOf(correction ?? (explained.length > 1 ? { ...sharedSubject(explained), place: { column: null } } : first), language),
    message: cause.message[language],
    ...figuresOf(cause, explained, language),
    details: cause.kind === 'other' && explained.length <= 1 ? [] : details,
  };
}

/** The figures that are likely wrong with what they would be; where none is, what the check compares, for what may at most be so much has no other figure. */
function figuresOf({ corrections }: Cause, [first, second]: readonly Check[], language: Language): Pick<FindingLine, 'printed' | 'corrected'> {
  const spelled = (amounts: readonly (Amount | null)[]): string => amounts.flatMap((amount) => (amount === null ? [] : [formatAmount(amount, language)])).join('; ');
  if (corrections.length > 0) return { printed: spelled(corrections.map(({ printed }) => printed)), corrected: spelled(corrections.map(({ corrected }) => corrected)) };
  if (first === undefined || second !== undefined) return { printed: '', corrected: '' };
  const { inDocument, computed } = comparedFigures(first);
  return { printed: spelled([inDocument]), corrected: first.within === undefined ? spelled([computed]) : '' };
}

/** What a check or a correction is about, in words: initiative, row, column; nothing for none. */
export function subjectOf(about: (Pick<Check | Correction, 'initiative' | 'label'> & { readonly place: Pick<CheckedPlace, 'column'> }) | undefined, language: Language): string {
  if (about === undefined) return '';
  const { initiative, label, place } = about;
  const column = columnName(place.column, outputText('total', language));
  return [initiative, label === initiative ? null : label, column].filter((part) => part !== null && part !== '').join(' · ');
}

/** The agreement's name: its title, or the name of its document. */
export function agreementName({ title, document }: Agreement): string {
  return title ?? document.name;
}
