import { type Language } from '../../core/money/danish-number';
import { type Unit } from '../../core/money/unit';
import { type ImportTarget } from '../../excel/workbook-port';

/** What the user has chosen on this machine. */
export interface Settings {
  /** `host` follows Excel. */
  readonly language: 'host' | Language;
  /** Where agreements go unless something else is said. */
  readonly target: ImportTarget['kind'];
  /** The unit in which the agreements' tables are shown in the pane; `document` is that of each document. */
  readonly unit: 'document' | Unit;
  /** Whether what agrees within rounding is counted apart from what agrees to the digit. */
  readonly areRoundingsApart: boolean;
}

/** As it is before anything was chosen. */
export const DEFAULT_SETTINGS: Settings = { language: 'host', target: 'new-sheets', unit: 'document', areRoundingsApart: true };
