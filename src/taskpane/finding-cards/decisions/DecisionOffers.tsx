import { useState } from 'react';
import { usePaneState } from '../../services/pane-context';
import { type FindingDecision } from '../../state/pane-state';
import { WayLink } from '../../parts/WayLink';
import { DecisionForm } from './DecisionForm';

/** A decision that can be made, as it is offered. */
export interface DecisionOffer {
  readonly kind: FindingDecision['kind'];
  readonly keys: readonly string[];
  readonly text: string;
}

/** What can be decided, as links; a chosen one asks for its reason in their place. */
export function DecisionOffers({ offers, onClose }: { readonly offers: readonly DecisionOffer[]; readonly onClose: () => void }) {
  const { activity } = usePaneState();
  const [asked, setAsked] = useState<DecisionOffer | null>(null);
  const close = (): void => {
    setAsked(null);
    onClose();
  };
  if (asked !== null) return <DecisionForm kind={asked.kind} keys={asked.keys} onClose={close} />;
  return offers.map((offer) => (
    <WayLink key={offer.text} isBusy={activity !== null} onClick={() => setAsked(offer)}>
      {offer.text}
    </WayLink>
  ));
}
