import { type SelectionRoles, type WorkbookPort } from '../../excel/workbook-port';
import { type PaneStore } from '../state/pane-store';
import { changeRole, rolesOf, type RoleChange } from '../view-models/selection/selection-roles';
import { lacking, type WorkbookActivity } from './workbook-activity';

/** What the user asks of a range of their own: its sums, and its comparison with an agreement. */
export interface AnalysingActions {
  checkSelection(): Promise<void>;
  changeSelectionRole(change: RoleChange): Promise<void>;
  /** Checks the selection and compares it with the agreement that most of its rows are in. */
  compareSelection(): Promise<void>;
  /** Compares the selection that was checked last. */
  startTieOut(): Promise<void>;
  /** Reads the compared range again, wherever the selection is by now. */
  compareAgain(): Promise<void>;
  /** Writes a tie-out formula for each compared cell beside the table, which is read again first. */
  insertTieOut(): Promise<void>;
}

/** The actions over the open workbook. */
export function createAnalysingActions(store: PaneStore, port: WorkbookPort, activity: WorkbookActivity): AnalysingActions {
  const checkRange = (roles?: SelectionRoles): Promise<boolean> =>
    activity.perform('selection', (options) => port.checkSelection?.(roles, options) ?? lacking(), (selection) => {
      store.dispatch({ type: 'selection-checked', selection });
      return null;
    });

  /** Reads the compared range again and keeps what the user said of it. */
  async function readAgain(): Promise<boolean> {
    const { selection } = store.getState();
    return selection !== null && (await checkRange(rolesOf(selection)));
  }

  async function startTieOut(): Promise<void> {
    const comparing = await import('./start-tie-out');
    comparing.startTieOut(store);
  }

  return {
    async checkSelection() {
      await checkRange();
    },
    async changeSelectionRole(change) {
      const { selection } = store.getState();
      if (selection !== null) await checkRange(changeRole(selection, change));
    },
    async compareSelection() {
      if (await checkRange()) await startTieOut();
    },
    startTieOut,
    async compareAgain() {
      await readAgain();
    },
    async insertTieOut() {
      if (port.insertBlock === undefined || !(await readAgain())) return;
      const { planTieOut } = await import('../view-models/selection/tie-out-formulas');
      const plan = planTieOut(store.getState());
      if (plan.kind === 'refused') store.dispatch({ type: 'noticed', notice: { kind: 'tie-out-refused', reason: plan.reason } });
      else await activity.perform('insert', (options) => port.insertBlock?.(plan.block, options) ?? lacking(), (place) => ({ kind: 'tie-out-inserted', formulas: plan.formulas, unnamed: plan.unnamed, place }));
    },
  };
}
