import { type PaneActions } from '../actions/pane-actions';
import { type Notice } from '../state/pane-state';
import { type Texts } from '../texts/texts';

/** How what a notice tells of is undone by the pane; null for what is undone in the sheet, or cannot be. */
export function undoOf(notice: Notice, actions: PaneActions, { notices }: Texts): (() => Promise<void>) | null {
  switch (notice.kind) {
    case 'inserted':
      return async () => {
        for (const { importId, title } of [...notice.receipts].reverse()) await actions.removeImport(importId, title);
      };
    case 'flags-shown':
      return () => actions.showFlags(!notice.areShown);
    case 'decided':
      return notice.decision === 'accept' && notice.keys.length === 1 ? () => actions.decide({ kind: 'withdraw', keys: notice.keys, text: notices.undone }) : null;
    default:
      return null;
  }
}
