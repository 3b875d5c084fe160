import { type Agreement } from '../core/budget/agreement';
import { type Position } from '../core/budget/position';
import { formatAmount, type Language } from '../core/money/danish-number';
import { type Cause, type Correction } from '../core/reconciliation/causes/cause';
import { ruleTitle } from '../core/reconciliation/registry';
import { type Check, columnName } from '../core/reconciliation/rule';
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
    subject: subjectOf(correction ?? first, language),
    message: cause.kind === 'other' ? (first?.message[language] ?? '') : cause.message[language],
    printed: cause.corrections.length > 0 ? cause.corrections.map(({ printed }) => formatAmount(printed, language)).join('; ') : spell(first?.printed ?? null, language),
    corrected: cause.corrections.length > 0 ? cause.corrections.map(({ corrected }) => formatAmount(corrected, language)).join('; ') : spell(first?.computed ?? null, language),
    details: cause.kind === 'other' && explained.length <= 1 ? [] : details,
  };
}

/** What a check or a correction is about, in words: initiative, row, column; nothing for none. */
export function subjectOf(about: Pick<Check | Correction, 'initiative' | 'label' | 'place'> | undefined, language: Language): string {
  if (about === undefined) return '';
  const { initiative, label, place } = about;
  const column = columnName(place.column, outputText('total', language));
  return [initiative, label === initiative ? null : label, column].filter((part) => part !== null && part !== '').join(' · ');
}

/** The agreement's name: its title, or the name of its document. */
export function agreementName({ title, document }: Agreement): string {
  return title ?? document.name;
}

function spell(amount: Check['printed'], language: Language): string {
  return amount === null ? '' : formatAmount(amount, language);
}
