import { type Result } from '../../core/failure';
import { type PictureKind } from '../../core/sheet-plan/pictures/picture';
import { type CellPlace, type FigureReference, type WorkbookPort } from '../../excel/workbook-port';
import { type StoreSlice } from '../state/pane-store';
import { lacking, settle, type WorkbookActivity } from './workbook-activity';

/** The check of the workbook and the way to what it found. */
export interface CheckingActions {
  checkWorkbook(): Promise<void>;
  selectPlace(place: CellPlace): Promise<void>;
  selectFigure(importId: string, figure: FigureReference): Promise<void>;
  /** Ticks figures off as seen, or takes the ticks away, after what runs now; whether the workbook has it. */
  tickFigures(importId: string, keys: readonly string[], isSeen: boolean, by: string): Promise<boolean>;
  showFlags(areShown: boolean): Promise<void>;
  insertWorkingPaper(importId: string): Promise<void>;
  /** Draws a picture of an import on a sheet of its own. */
  insertPicture(importId: string, kind: PictureKind): Promise<void>;
}

/** The actions over the open workbook. */
export function createCheckingActions(store: StoreSlice<never, 'workbook-changed' | 'noticed'>, port: WorkbookPort, activity: WorkbookActivity): CheckingActions {
  async function showFailure(result: Promise<Result<unknown>>): Promise<void> {
    const settled = await settle(result);
    if (!settled.ok) store.dispatch({ type: 'noticed', notice: { kind: 'failure', failure: settled.failure } });
  }
  return {
    async checkWorkbook() {
      await activity.perform('check', (options) => port.checkWorkbook(options), (workbook) => {
        store.dispatch({ type: 'workbook-changed', workbook });
        return null;
      });
    },
    selectPlace: (place) => showFailure(port.selectPlace(place)),
    async selectFigure(importId, figure) {
      if (port.selectFigure !== undefined) await showFailure(port.selectFigure(importId, figure));
    },
    async tickFigures(importId, keys, isSeen, by) {
      await activity.whenIdle();
      return activity.perform('tick', () => port.tickFigures?.(importId, keys, isSeen, by) ?? lacking(), (workbook) => {
        store.dispatch({ type: 'workbook-changed', workbook });
        return null;
      });
    },
    async showFlags(areShown) {
      await activity.perform('flags', (options) => port.showFlags?.(areShown, options) ?? lacking(), (workbook) => {
        store.dispatch({ type: 'workbook-changed', workbook });
        return { kind: 'flags-shown', areShown };
      });
    },
    async insertWorkingPaper(importId) {
      await activity.perform('working-paper', (options) => port.insertWorkingPaper?.(importId, options) ?? lacking(), (place) => ({ kind: 'working-paper-inserted', place }));
    },
    async insertPicture(importId, kind) {
      await activity.perform('insert', (options) => port.insertPicture?.(importId, kind, options) ?? lacking(), (place) => ({ kind: 'picture-inserted', place }));
    },
  };
}
