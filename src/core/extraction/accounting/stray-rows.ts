import { type Unread } from '../../budget/agreement';
import { type ReadTable } from '../tables/budget-table';
import { type TextLine } from '../lines/document-text';
import { MAX_ROW_LENGTH, splitFigures } from '../lines/figures';
import { positionOf } from '../lines/running-text';

/** A line that ends in so many figures, two of them with digits, looks like a row of a table. */
const LEAST_FIGURES = 3;

/** Lines outside every table that end in figures as rows do and are not reported yet: no table was found there. */
export function findStrayRows(lines: readonly TextLine[], tables: readonly ReadTable[], unread: readonly Unread[]): Unread[] {
  const reported = new Set([...unread, ...tables.flatMap((table) => table.unread)].map(({ position }) => `${position.page ?? ''}:${position.line}`));
  return lines.flatMap((line, index): Unread[] => {
    if (line.cells !== null || line.text.length > MAX_ROW_LENGTH || !looksLikeRow(line.text)) return [];
    if (reported.has(`${line.page ?? ''}:${line.line}`)) return [];
    if (tables.some((table) => index >= table.firstLine && index <= table.lastLine)) return [];
    return [{ text: line.text.trim(), reason: 'table-not-understood', position: positionOf(line) }];
  });
}

function looksLikeRow(text: string): boolean {
  const { figures } = splitFigures(text);
  const isYears = figures.every((figure) => /^(?:19|20)\d\d$/.test(figure));
  return figures.length >= LEAST_FIGURES && !isYears && figures.filter((figure) => /\d/.test(figure)).length >= 2;
}
