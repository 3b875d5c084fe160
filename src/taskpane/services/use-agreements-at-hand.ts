import { useMemo } from 'react';
import { agreementsAtHand, type AgreementAtHand } from '../view-models/agreements/agreements-at-hand';
import { usePaneState } from './pane-context';

/** Every agreement at hand; the same list as long as none comes or goes. */
export function useAgreementsAtHand(): readonly AgreementAtHand[] {
  const { workbook, documents, catalogue } = usePaneState();
  return useMemo(() => agreementsAtHand({ workbook, documents, catalogue }), [workbook, documents, catalogue]);
}
