import { type Severity } from '../reconciliation/rule';

/** The colours of a workbook's looks, `#RRGGBB`, the same in Excel and in files. */
export const SUBTLE_COLOR = '#6B6B6B';
export const SECTION_COLOR = '#1F3864';
export const COLUMN_HEAD_FILL = '#E7ECF4';

/** Fills of flagged cells: pale enough for black text at 4.5:1, and none of Excel's own cell styles. */
export const FLAG_FILLS: Readonly<Record<Severity, string>> = { error: '#FBC9C4', warning: '#FDE9A9', info: '#DCE8F5' };

/** Colours of sheet tabs, far enough from each other to tell agreements apart, and none a flag's. */
const TAB_COLORS = ['#1F3864', '#2E7D6B', '#8A5A00', '#6A3D9A', '#A23B5A', '#4F6D1E', '#00688B', '#7A4B3A'];

/** The colour of an agreement's tabs, the same whenever its document is imported. */
export function tabColorOf(sha256: string): string {
  return TAB_COLORS[Number.parseInt(sha256.slice(0, 8), 16) % TAB_COLORS.length] ?? '#1F3864';
}

/** Colours of the series of charts: each at least 3:1 against white, and told apart by those who see colours otherwise as well as so many can be. */
export const CHART_COLORS = ['#1F5FA8', '#C2540A', '#2E7D6B', '#8A4FA3', '#B3263A', '#6B7A12', '#00758F', '#A2487E', '#7A5230', '#4453B8', '#3F7D2B'];

/** The colour of what no series of its own shows. */
export const CHART_REST_COLOR = '#737373';

/** The colour of words that lead somewhere. */
export const LINK_COLOR = '#0B5394';
