import { type PlanNames } from '../plan-names';
import { type SheetHead } from './sheet-head';
import { type RowStatuses } from './status-column';

/** What every sheet of an import is planned with. */
export interface SheetFrame extends SheetHead {
  readonly names: PlanNames;
  readonly statuses: RowStatuses;
  /** The row of the sheet of sources that shows a line, 0-based, by the line's key. */
  readonly sourceRows: ReadonlyMap<string, number>;
}
