import { positionKey, type Position } from '../../budget/position';
import { type PlanCell } from '../plan';
import { sourceText } from '../sheet-texts';
import { type SheetFrame } from './sheet-frame';

/** Where a row stands in its document, with a link to what the document says there. */
export function sourceCell({ names, sourceRows, language }: SheetFrame, position: Position): PlanCell {
  const row = sourceRows.get(positionKey(position));
  const text = sourceText(position, language);
  return row === undefined ? { kind: 'text', text, style: 'indented' } : { kind: 'text', text, style: 'link', link: { sheet: names.sheet.sources, row, column: 0 } };
}
