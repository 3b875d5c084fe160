import { type Language } from '../../core/money/danish-number';
import { editedAfterImport } from '../../core/reconciliation/edited-after-import';
import { type Check, type CheckedPlace, type Severity } from '../../core/reconciliation/rule';
import { type WorkbookFinding } from '../../excel/workbook-port';
import { type FindingsFilter } from '../state/pane-state';
import { SEVERITIES } from './verdicts';

/** What a finding counts as in the list: accepted ones apart, the rest by severity. */
export type FindingStanding = Severity | 'accepted';

/** The standings in the order in which they are shown. */
export const STANDINGS: readonly FindingStanding[] = [...SEVERITIES, 'accepted'];

/** Findings about one initiative (null: about the agreement as a whole) of one import. */
export interface FindingGroup {
  readonly importId: string | null;
  readonly initiative: string | null;
  readonly findings: readonly WorkbookFinding[];
}

/** What a finding counts as. */
export function standingOf(finding: WorkbookFinding): FindingStanding {
  return finding.acceptance === undefined || finding.acceptance === null ? finding.check.severity : 'accepted';
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

/**
 * The open differences that one edited figure has a part in, the edit itself first; only the finding itself where it is no edit.
 * Shape: a check belongs to the edit when it is about the edited figure or adds it.
 */
export function findingsOfEdit(edit: WorkbookFinding, findings: readonly WorkbookFinding[]): readonly WorkbookFinding[] {
  if (edit.check.rule !== editedAfterImport.id) return [edit];
  const { place } = edit.check;
  const isOpen = (finding: WorkbookFinding): boolean => finding.importId === edit.importId && finding.check.outcome === 'differs' && standingOf(finding) !== 'accepted';
  return [edit, ...findings.filter((finding) => finding.key !== edit.key && isOpen(finding) && [finding.check.place, ...finding.check.related].some((other) => isSameFigure(other, place)))];
}

function isSameFigure(a: CheckedPlace, b: CheckedPlace): boolean {
  return a.initiative === b.initiative && a.component === b.component && a.total === b.total && a.column === b.column;
}

/** What a check says, its likely correction apart from the arithmetic. Shape: `suggestion` null where none explains the difference. */
export function spellFinding({ message, suggestion }: Check, language: Language): { readonly sentence: string; readonly suggestion: string | null } {
  if (suggestion === null) return { sentence: message[language], suggestion: null };
  return { sentence: message[language].replace(suggestion.message[language], '').trim(), suggestion: suggestion.message[language] };
}

/** How many findings stand in which way. */
export function countStandings(findings: readonly WorkbookFinding[]): Readonly<Record<FindingStanding, number>> {
  const counts = { error: 0, warning: 0, info: 0, accepted: 0 };
  for (const finding of findings) counts[standingOf(finding)] += 1;
  return counts;
}

/** The rules that the findings come from, most frequent first. */
export function rulesOf(findings: readonly WorkbookFinding[]): readonly { readonly rule: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { check } of findings) counts.set(check.rule, (counts.get(check.rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count || a.rule.localeCompare(b.rule));
}

/** The findings that the filter lets through. */
export function filterFindings(findings: readonly WorkbookFinding[], filter: FindingsFilter): readonly WorkbookFinding[] {
  return findings.filter(
    (finding) =>
      (filter.severities.length === 0 || filter.severities.includes(standingOf(finding))) && (filter.rule === null || finding.check.rule === filter.rule),
  );
}

/** The findings under their initiatives, in the document's order, gravest first within each. */
export function groupFindings(findings: readonly WorkbookFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, { importId: string | null; initiative: string | null; order: number; findings: WorkbookFinding[] }>();
  for (const finding of findings) {
    const { initiative, place } = finding.check;
    const key = JSON.stringify([finding.importId, place.initiative, initiative]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { importId: finding.importId, initiative, order: place.initiative ?? -1, findings: [finding] });
    else group.findings.push(finding);
  }
  const imports = [...new Set(findings.map(({ importId }) => importId))];
  return [...groups.values()]
    .sort((a, b) => imports.indexOf(a.importId) - imports.indexOf(b.importId) || a.order - b.order)
    .map(({ importId, initiative, findings: own }) => ({ importId, initiative, findings: own.sort(byGravity) }));
}

/** The filter with one standing switched on or off. */
export function toggleStanding(filter: FindingsFilter, standing: FindingStanding): FindingsFilter {
  const severities = filter.severities.includes(standing)
    ? filter.severities.filter((one) => one !== standing)
    : STANDINGS.filter((one) => one === standing || filter.severities.includes(one));
  return { ...filter, severities };
}

function byGravity(a: WorkbookFinding, b: WorkbookFinding): number {
  return STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)) || lineOf(a) - lineOf(b);
}

function lineOf({ check }: WorkbookFinding): number {
  const position = check.place.position;
  return position === null ? 0 : (position.page ?? 0) * 100_000 + position.line;
}
