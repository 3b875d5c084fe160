import { type WorkbookFinding } from '../../../excel/workbook-port';
import { usePane } from '../../services/pane-context';
import { standingOf } from '../../view-models/findings/findings';
import { DecisionOffers, type DecisionOffer } from './DecisionOffers';

interface FindingDecisionsProps {
  readonly finding: WorkbookFinding;
  /** The keys of what can be accepted together with it; empty where it stands alone. */
  readonly together: readonly string[];
  readonly onClose: () => void;
}

/** What can be decided about a finding: accept it, alone or with what has the same cause, comment on it, or take an acceptance back. */
export function FindingDecisions({ finding, together, onClose }: FindingDecisionsProps) {
  const { texts, can } = usePane();
  if (finding.importId === null || finding.check.outcome !== 'differs') return null;
  const isAccepted = standingOf(finding) === 'accepted';
  const keys = [finding.key];
  const { accept, comment, withdraw } = texts.findings.decisions;
  const offers: readonly (DecisionOffer | null)[] = [
    can.acceptFindings && !isAccepted ? { kind: 'accept', keys, text: accept.open } : null,
    can.acceptTogether && together.length > 1 ? { kind: 'accept', keys: together, text: texts.findings.acceptAll(together.length) } : null,
    can.commentFindings ? { kind: 'comment', keys, text: comment.open } : null,
    can.withdrawAcceptances && isAccepted ? { kind: 'withdraw', keys, text: withdraw.open } : null,
  ];
  return <DecisionOffers offers={offers.filter((offer) => offer !== null)} onClose={onClose} />;
}
