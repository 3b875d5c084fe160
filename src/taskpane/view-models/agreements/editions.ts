import { type Agreement } from '../../../core/budget/agreement';
import { normalizeName } from '../../../core/catalogue/name-matching';
import { compareEditions } from '../../../core/edition/compare-editions';
import { isMostlyPaired } from '../../../core/edition/edition-cautions';
import { hasChanges, type EditionComparison } from '../../../core/edition/edition';
import { type StoredImport, type WorkbookState } from '../../../excel/workbook-port';
import { type EditionSession, type OpenDocument } from '../../state/pane-state';
import { type AgreementAtHand } from './agreements-at-hand';

/** An import of which a document is another edition, and in how many rows the two differ. */
export interface EditionOf {
  readonly stored: StoredImport;
  readonly changes: number;
}

/**
 * The import of which a read document is probably another edition: years in common, and the same title or most of the initiatives. Of several the one
 * from which it differs least; null where there is none, and for a document that is in the workbook itself.
 */
export function editionOf({ stage }: Pick<OpenDocument, 'stage'>, workbook: WorkbookState | null): EditionOf | null {
  if (stage.kind !== 'read') return null;
  const { agreement } = stage.reading;
  const candidates = (workbook?.imports ?? []).filter((stored) => stored.agreement.document.sha256 !== agreement.document.sha256 && stored.agreement.years.some((year) => agreement.years.includes(year)));
  const editions = candidates.flatMap((stored): EditionOf[] => {
    const comparison = compareEditions(stored.agreement, agreement);
    const isSame = isSameTitle(stored.agreement, agreement) || isMostlyPaired(stored.agreement, agreement, comparison.rows);
    return isSame ? [{ stored, changes: changeCount(comparison) }] : [];
  });
  return editions.sort((a, b) => a.changes - b.changes)[0] ?? null;
}

function isSameTitle(a: Agreement, b: Agreement): boolean {
  return a.title !== null && b.title !== null && normalizeName(a.title) === normalizeName(b.title);
}

/** How many initiatives, printed totals and pools changed. */
export function changeCount({ rows, totals, pools }: EditionComparison): number {
  return [...rows, ...totals, ...pools].filter(({ kinds }) => kinds.length > 0).length;
}

/** The two agreements that are compared when nobody has chosen: the latest, and the one before it. Null where there are fewer. */
export function latestTwo(atHand: readonly AgreementAtHand[]): { readonly old: string; readonly now: string } | null {
  const byYear = [...atHand].sort((a, b) => (a.agreement.years[0] ?? 0) - (b.agreement.years[0] ?? 0));
  const [old, now] = byYear.slice(-2).map(({ agreement }) => agreement.document.sha256);
  return old === undefined || now === undefined ? null : { old, now };
}

/** Two editions as the pane shows them. Shape: `canTakeOver` where the old one stands in the workbook and the new one is open and does not. */
export interface EditionPage {
  readonly old: Agreement;
  readonly now: Agreement;
  readonly comparison: EditionComparison;
  readonly isChanged: boolean;
  readonly canTakeOver: boolean;
}

/** The page of two editions; null where one of them is not at hand any more. */
export function editionPage({ old, now, pairing }: Pick<EditionSession, 'old' | 'now' | 'pairing'>, atHand: readonly AgreementAtHand[]): EditionPage | null {
  const [before, after] = [old, now].map((sha256) => atHand.find(({ agreement }) => agreement.document.sha256 === sha256));
  if (before === undefined || after === undefined) return null;
  const comparison = compareEditions(before.agreement, after.agreement, pairing);
  return { old: before.agreement, now: after.agreement, comparison, isChanged: hasChanges(comparison), canTakeOver: before.origin === 'workbook' && after.origin === 'opened' };
}
