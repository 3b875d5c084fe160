import { type Severity } from '../reconciliation/rule';

/** The colours of a workbook's looks, `#RRGGBB`, the same in Excel and in files. */
export const SUBTLE_COLOR = '#6B6B6B';
export const SECTION_COLOR = '#1F3864';
export const COLUMN_HEAD_FILL = '#E7ECF4';

/** Fills of flagged cells: pale enough for black text at 4.5:1, and none of Excel's own cell styles. */
export const FLAG_FILLS: Readonly<Record<Severity, string>> = { error: '#FBC9C4', warning: '#FDE9A9', info: '#DCE8F5' };
