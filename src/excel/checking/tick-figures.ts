import { STORE_SHEET } from '../../core/import-store/store-records';
import { changedTicks, type Tick } from '../../core/import-store/ticks';
import { cleanCellText } from '../../core/sheet-plan/cell-entry';
import { type WorkbookCheck } from './check-workbook';
import { verdictOf } from './verdict';
import { RequestBudget } from '../requests/run-excel';
import { queueRecord, rowOfRecord } from '../remembered/store';

/** Which figures of an import a reviewer ticks off. Shape: `keys` by row and column; `tick` null takes the ticks away. */
export interface TickOrder {
  readonly importId: string;
  readonly keys: readonly string[];
  readonly tick: Omit<Tick, 'figure'> | null;
}

/** Stores with an import which of its figures, as they stand now, a reviewer has seen; one sync. Errors: signals that there is no such import. */
export async function tickFigures(context: Excel.RequestContext, { verdicts, contents }: WorkbookCheck, { importId, keys, tick }: TickOrder): Promise<null> {
  const verdict = verdictOf(verdicts, importId);
  const { state } = verdict.open.record;
  const ticks = changedTicks(state.ticks ?? {}, verdict.current, keys, tick === null ? null : { ...tick, by: cleanCellText(tick.by) });
  await queueRecord(context.workbook.worksheets.getItem(STORE_SHEET), rowOfRecord(contents, importId, 'state'), importId, 'state', { ...state, ticks }, new RequestBudget(context));
  await context.sync();
  return null;
}
