import { type Language } from '../core/sheet-plan/plan';
import { type ModelCache } from './store';

/** What writing an agreement into the workbook needs besides it. */
export interface WritingSettings {
  readonly language: Language;
  readonly addinVersion: string;
  readonly cache: ModelCache;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly timeoutMs?: number;
}
