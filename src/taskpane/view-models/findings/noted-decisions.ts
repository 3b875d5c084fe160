import { type WorkbookFinding } from '../../../excel/workbook-port';

/** A decision as the log has it, with the finding that it is about. Shape: `at` in ISO 8601. */
export interface NotedDecision {
  readonly kind: 'accept' | 'comment';
  readonly by: string | null;
  readonly at: string;
  readonly text: string;
  readonly finding: WorkbookFinding;
}

/** The decisions that stand on the findings, the latest first. */
export function decisionsOf(findings: readonly WorkbookFinding[]): readonly NotedDecision[] {
  const decisions = findings.flatMap((finding): NotedDecision[] => [
    ...(finding.acceptance === undefined || finding.acceptance === null ? [] : [{ kind: 'accept' as const, by: finding.acceptance.by, at: finding.acceptance.acceptedAt, text: finding.acceptance.reason, finding }]),
    ...(finding.comments ?? []).map(({ by, at, text }) => ({ kind: 'comment' as const, by, at, text, finding })),
  ]);
  return decisions.sort((a, b) => b.at.localeCompare(a.at));
}
