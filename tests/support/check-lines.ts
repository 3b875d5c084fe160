import { formatNumber } from '../../src/core/money/danish-number';
import { type Amount } from '../../src/core/money/amount';
import { columnName, type Check } from '../../src/core/reconciliation/rule';

/**
 * A check as one readable line: outcome, then label, column, printed, computed, residual, bound, suggestion; what is null is left empty.
 * `rounding` is agrees-within-rounding. The severity is printed where it is not the outcome's usual one.
 */
export function checkLine(check: Check): string {
  const fields = [outcomeWords(check), check.label ?? '', columnName(check.place.column, 'total'), ...[check.printed, check.computed, check.residual, check.bound].map(figure), check.suggestion?.kind ?? ''];
  while (fields[fields.length - 1] === '') fields.pop();
  return fields.join(' | ');
}

const USUAL_SEVERITY: Readonly<Record<Check['outcome'], Check['severity']>> = { agrees: 'info', 'agrees-within-rounding': 'info', differs: 'error', 'not-checkable': 'info' };

function outcomeWords(check: Check): string {
  const outcome = check.outcome === 'agrees-within-rounding' ? 'rounding' : check.outcome;
  const severity = check.severity === USUAL_SEVERITY[check.outcome] ? '' : ` ${check.severity}`;
  return outcome + severity + (check.isUnusual ? ' unusual' : '');
}

function figure(amount: Amount | null): string {
  return amount === null ? '' : formatNumber(amount, 'da');
}
