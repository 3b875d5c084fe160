import { type Result } from '../../core/failure';
import { type ActionOptions, type WorkbookPort, type WorkbookState } from '../../excel/workbook-port';
import { type FindingDecision } from '../state/pane-state';
import { type StoreSlice } from '../state/pane-store';
import { lacking, type WorkbookActivity } from './workbook-activity';

/** What a person decides about findings, in a name. */
export interface DecidingActions {
  /** Records a decision on findings, in the name that is given with it; asks for one where nobody tells who decides. */
  decide(decision: FindingDecision, name?: string): Promise<void>;
  /** Says who decides, and makes the decision that waited for it. */
  sign(name: string): Promise<void>;
  /** Gives up the decision that waits for a name. */
  leaveUnsigned(): void;
  /** Says who decides, and reviews, from now on. */
  nameSigner(name: string): void;
  /** Forgets who decides, so that it is asked again. */
  forgetSigner(): void;
}

type DecidingStore = StoreSlice<'signer' | 'unsigned', 'workbook-changed' | 'decision-unsigned' | 'signer-told'>;

/** The actions over the open workbook; `takeOver` goes on with a take-over that waited for a name; `rememberSigner` keeps who decides on this machine, null forgets it. */
export function createDecidingActions(store: DecidingStore, port: WorkbookPort, activity: WorkbookActivity, takeOver: () => Promise<void>, rememberSigner?: (name: string | null) => void): DecidingActions {
  function setSigner(signer: string | null): void {
    store.dispatch({ type: 'signer-told', signer });
    rememberSigner?.(signer);
  }
  const actions: DecidingActions = {
    async decide(decision, name = '') {
      if (name !== '') setSigner(name);
      const result = await activity.run('decide', (options) => recordDecision(port, decision, options));
      if (result === null) return;
      if (result.ok) {
        store.dispatch({ type: 'workbook-changed', workbook: result.value });
        activity.end({ kind: 'decided', decision: decision.kind, keys: decision.keys });
      } else if (result.failure.code === 'signer-needed') store.dispatch({ type: 'decision-unsigned', decision });
      else activity.endWithFailure(result.failure);
    },
    async sign(name) {
      const { unsigned } = store.getState();
      setSigner(name);
      if (unsigned?.kind === 'take-over') await takeOver();
      else if (unsigned !== null) await actions.decide(unsigned);
    },
    leaveUnsigned() {
      store.dispatch({ type: 'signer-told', signer: store.getState().signer });
      activity.endWithFailure({ code: 'cancelled' });
    },
    nameSigner: (name) => setSigner(name),
    forgetSigner: () => setSigner(null),
  };
  return actions;
}

/** Asks the workbook to record a decision. Errors: what the workbook says; a host without the log offers no decisions. */
function recordDecision(port: WorkbookPort, { kind, keys, text }: FindingDecision, options: ActionOptions): Promise<Result<WorkbookState>> {
  const [key] = keys;
  if (key === undefined) return lacking();
  return recorded(port, { kind, keys, text }, key, options) ?? lacking();
}

function recorded(port: WorkbookPort, { kind, keys, text }: FindingDecision, key: string, options: ActionOptions): Promise<Result<WorkbookState>> | undefined {
  switch (kind) {
    case 'comment':
      return port.commentFinding?.(key, text, options);
    case 'withdraw':
      return port.withdrawAcceptance?.(key, text, options);
    case 'accept':
      return keys.length > 1 ? port.acceptFindings?.(keys, text, options) : port.acceptFinding?.(key, text, options);
  }
}
