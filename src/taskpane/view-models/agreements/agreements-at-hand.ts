import { type Agreement } from '../../../core/budget/agreement';
import { type OpenDocument, type PaneState } from '../../state/pane-state';

/** Where an agreement at hand comes from. */
export type AgreementOrigin = 'workbook' | 'opened' | 'catalogue';

/** An agreement that the pane can search in. */
export interface AgreementAtHand {
  readonly agreement: Agreement;
  readonly origin: AgreementOrigin;
  readonly importId: string | null;
}

/** Every agreement at hand, each document once: what is in the workbook, then what is open, then the catalogue. */
export function agreementsAtHand(state: Pick<PaneState, 'workbook' | 'documents' | 'catalogue'>): readonly AgreementAtHand[] {
  const all: AgreementAtHand[] = [
    ...(state.workbook?.imports ?? []).map(({ agreement, importId }): AgreementAtHand => ({ agreement, origin: 'workbook', importId })),
    ...state.documents.flatMap(agreementOfDocument),
    ...state.catalogue.map((agreement): AgreementAtHand => ({ agreement, origin: 'catalogue', importId: null })),
  ];
  const seen = new Set<string>();
  return all.filter(({ agreement }) => {
    const isNew = !seen.has(agreement.document.sha256);
    seen.add(agreement.document.sha256);
    return isNew;
  });
}

/** What an agreement is called: its title, else its file's name. */
export function agreementName(agreement: Agreement): string {
  return agreement.title ?? agreement.document.name;
}

/** Whether there is anything to write: an initiative, a total, a table or an amount in prose. */
export function hasFigures({ initiatives, totals, pools, tables, mentions }: Agreement): boolean {
  return [initiatives, totals, pools, tables, mentions].some((parts) => parts.length > 0);
}

function agreementOfDocument({ stage }: OpenDocument): AgreementAtHand[] {
  return stage.kind === 'read' ? [{ agreement: stage.reading.agreement, origin: 'opened', importId: null }] : [];
}
