import { type Language } from '../../core/sheet-plan/plan';
import { type RunSettings } from '../requests/run-excel';
import { type ModelCache } from '../remembered/store';

/** What writing an agreement into the workbook needs besides it. */
export interface WritingSettings {
  readonly language: Language;
  readonly addinVersion: string;
  readonly cache: ModelCache;
  readonly now: () => Date;
  readonly newId: () => string;
  /** How each batch is run. */
  readonly run: RunSettings;
  /** Called when Excel answers after the action was given up, with the way to take back what stands then. */
  readonly onLate: (undo: () => Promise<unknown>) => void;
}
