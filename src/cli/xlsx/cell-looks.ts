import { COLUMN_HEAD_FILL, LINK_COLOR, SECTION_COLOR, SUBTLE_COLOR } from '../../core/sheet-plan/colors';
import { type CellStyle as PlannedStyle } from '../../core/sheet-plan/plan';
import { type CellStyle } from '../../spreadsheet/model/style';

const columnHead: CellStyle = { bold: true, wrapText: true, fill: COLUMN_HEAD_FILL, fontColor: SECTION_COLOR };

const link: CellStyle = { horizontalAlignment: 'Left', verticalAlignment: 'Top', fontColor: LINK_COLOR, underline: 'Single', indentLevel: 1 };

/** How the cells of a planned style look in a file: as they do in Excel. */
export const CELL_LOOKS: Readonly<Record<PlannedStyle, CellStyle>> = {
  title: { bold: true, fontSize: 14 },
  subtle: { fontColor: SUBTLE_COLOR },
  strong: { bold: true },
  total: { bold: true },
  right: { horizontalAlignment: 'Right' },
  label: { wrapText: true },
  wrapped: { wrapText: true, verticalAlignment: 'Top' },
  centered: { horizontalAlignment: 'Center', verticalAlignment: 'Top' },
  indented: { horizontalAlignment: 'Left', indentLevel: 1 },
  'wrapped-indented': { wrapText: true, horizontalAlignment: 'Left', indentLevel: 1, verticalAlignment: 'Top' },
  link,
  'wrapped-link': { ...link, wrapText: true },
  section: { bold: true, fontSize: 12, fontColor: SECTION_COLOR },
  'column-head': columnHead,
  'column-head-right': { ...columnHead, horizontalAlignment: 'Right' },
  'column-head-figure': { ...columnHead, horizontalAlignment: 'Right', indentLevel: 2 },
  'column-head-indented': { ...columnHead, horizontalAlignment: 'Left', indentLevel: 1 },
  'column-head-centered': { ...columnHead, horizontalAlignment: 'Center' },
};
