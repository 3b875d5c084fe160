import { type Language } from '../../../core/money/danish-number';
import { type Check, type Severity } from '../../../core/reconciliation/rule';
import { type WorkbookFinding } from '../../../excel/workbook-port';
import { type FindingsFilter } from '../../state/pane-state';
import { SEVERITIES } from './verdicts';

/** What a finding counts as in the list: accepted ones apart, the rest by severity. */
export type FindingStanding = Severity | 'accepted';

/** The standings in the order in which they are shown. */
export const STANDINGS: readonly FindingStanding[] = [...SEVERITIES, 'accepted'];

/** What a finding counts as. */
export function standingOf(finding: WorkbookFinding): FindingStanding {
  return finding.acceptance === undefined || finding.acceptance === null ? finding.check.severity : 'accepted';
}

/** How many of the checks that differ are accepted. */
export function countAccepted(findings: readonly WorkbookFinding[]): number {
  return findings.filter((finding) => finding.check.outcome === 'differs' && standingOf(finding) === 'accepted').length;
}

/** Whether a check belongs in a list of findings before anything is written: what differs, and roundings that look odd. */
export function isFinding(check: Check): boolean {
  return check.outcome === 'differs' || (check.outcome === 'agrees-within-rounding' && check.isUnusual);
}

/** The findings of a reading, in the form that the workbook's findings have, so that both are shown alike. */
export function findingsOfChecks(checks: readonly Check[]): readonly WorkbookFinding[] {
  return checks.flatMap((check, index) => (isFinding(check) ? [{ key: String(index), importId: null, check, place: null }] : []));
}

/** The checks that could not be made, in the same form. */
export function uncheckedOfChecks(checks: readonly Check[]): readonly WorkbookFinding[] {
  return checks.flatMap((check, index) => (check.outcome === 'not-checkable' ? [{ key: String(index), importId: null, check, place: null }] : []));
}

/** What a check says, its likely correction apart from the arithmetic. Shape: `suggestion` null where none explains the difference. */
export function spellFinding({ message, suggestion }: Check, language: Language): { readonly sentence: string; readonly suggestion: string | null } {
  if (suggestion === null) return { sentence: message[language], suggestion: null };
  return { sentence: message[language].replace(suggestion.message[language], '').trim(), suggestion: suggestion.message[language] };
}

/** The filter with one standing switched on or off. */
export function toggleStanding(filter: FindingsFilter, standing: FindingStanding): FindingsFilter {
  const severities = filter.severities.includes(standing)
    ? filter.severities.filter((one) => one !== standing)
    : STANDINGS.filter((one) => one === standing || filter.severities.includes(one));
  return { ...filter, severities };
}

