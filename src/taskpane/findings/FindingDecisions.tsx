import { Link } from '@fluentui/react-components';
import { useState } from 'react';
import { type WorkbookFinding } from '../../excel/workbook-port';
import { usePane, usePaneState } from '../state/pane-context';
import { type FindingDecision } from '../state/pane-state';
import { findingsOfEdit, standingOf } from '../view-models/findings';
import { DecisionForm } from './DecisionForm';

/** What can be decided about a finding: accept it, alone or with what the same edit caused, comment on it, or take an acceptance back. */
export function FindingDecisions({ finding, onClose }: { readonly finding: WorkbookFinding; readonly onClose: () => void }) {
  const { texts, can } = usePane();
  const { workbook, activity } = usePaneState();
  const [asked, setAsked] = useState<{ readonly kind: FindingDecision['kind']; readonly keys: readonly string[] } | null>(null);
  if (finding.importId === null || finding.check.outcome !== 'differs') return null;
  const isAccepted = standingOf(finding) === 'accepted';
  const together = isAccepted || !can.acceptTogether ? [] : findingsOfEdit(finding, workbook?.findings ?? []).map(({ key }) => key);
  const own = [finding.key];
  const { accept, comment, withdraw } = texts.findings.decisions;
  const offers: readonly (FindingOffer | null)[] = [
    can.acceptFindings && !isAccepted ? { kind: 'accept', keys: own, text: accept.open } : null,
    together.length > 1 ? { kind: 'accept', keys: together, text: texts.findings.acceptAll(together.length) } : null,
    can.commentFindings ? { kind: 'comment', keys: own, text: comment.open } : null,
    can.withdrawAcceptances && isAccepted ? { kind: 'withdraw', keys: own, text: withdraw.open } : null,
  ];
  const close = (): void => {
    setAsked(null);
    onClose();
  };
  if (asked !== null) return <DecisionForm kind={asked.kind} keys={asked.keys} onClose={close} />;
  return offers.map((offer) =>
    offer === null ? null : (
      <Link key={offer.text} as="button" inline style={{ fontSize: 'inherit' }} disabledFocusable={activity !== null} onClick={() => setAsked(offer)}>
        {offer.text}
      </Link>
    ),
  );
}

interface FindingOffer {
  readonly kind: FindingDecision['kind'];
  readonly keys: readonly string[];
  readonly text: string;
}
