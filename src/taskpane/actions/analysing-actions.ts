import { type SelectionRoles, type WorkbookComparison, type WorkbookPort } from '../../excel/workbook-port';
import { type TieOutSession } from '../state/pane-state';
import { type PaneStore } from '../state/pane-store';
import { isSamePlace } from '../state/tie-out-choices';
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
  /** Takes over what the user said of the comparison; one that is remembered is remembered so, and the workbook is checked again. */
  changeTieOut(tieOut: TieOutSession): Promise<void>;
  /** Remembers the comparison that is shown with the workbook. */
  rememberComparison(): Promise<void>;
  /** Shows a remembered comparison, with what the user said of it. */
  openComparison(comparison: WorkbookComparison): Promise<void>;
  forgetComparison(id: string): Promise<void>;
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

  async function remember(): Promise<void> {
    const { selection, tieOut } = store.getState();
    if (selection === null || tieOut === null) return;
    const { sha256, choices } = tieOut;
    const { rememberChoices } = await import('../../core/tie-out/own-table/remember-choices');
    const unkept = selection.grid === null ? 0 : rememberChoices(selection.grid, selection.reading, choices).unkept.length;
    await activity.perform('compare', (options) => port.rememberComparison?.({ selection, sha256, choices }, options) ?? lacking(), (workbook) => {
      store.dispatch({ type: 'workbook-changed', workbook });
      const id = workbook.comparisons?.find(({ place }) => isSamePlace(place, selection.place))?.id;
      if (id !== undefined) store.dispatch({ type: 'tie-out-changed', tieOut: { ...tieOut, remembered: id } });
      return { kind: 'comparison-remembered', place: selection.place, unkept };
    });
  }

  return {
    async changeTieOut(tieOut) {
      store.dispatch({ type: 'tie-out-changed', tieOut });
      if (tieOut.remembered !== undefined) await remember();
    },
    rememberComparison: remember,
    async openComparison({ id, place, sha256, choices, roles }) {
      if (place !== null && (await checkRange({ place, ...roles }))) store.dispatch({ type: 'tie-out-changed', tieOut: { sha256, choices, remembered: id } });
    },
    async forgetComparison(id) {
      await activity.perform('compare', (options) => port.forgetComparison?.(id, options) ?? lacking(), (workbook) => {
        store.dispatch({ type: 'workbook-changed', workbook });
        const { tieOut } = store.getState();
        if (tieOut?.remembered === id) store.dispatch({ type: 'tie-out-changed', tieOut: { sha256: tieOut.sha256, choices: tieOut.choices } });
        return { kind: 'comparison-forgotten' };
      });
    },
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
