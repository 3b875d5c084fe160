import { type PlacedText, type Position } from '../../budget/position';
import { type Unit } from '../../money/unit';
import { type TextLine } from '../lines/document-text';
import { endsIn, type HyphenEvidence, joinAll } from '../lines/join-lines';
import { positionOf } from '../lines/running-text';
import { readPriceLevel, readUnit } from './header/stated-unit';
import { TABLE_LINE } from '../vocabulary';

/** How many lines above and below a table state its caption and unit, and how long such a line may be. */
export const LINES_ABOVE = 4;
const LINES_BELOW = 3;
const MAX_STATEMENT_LENGTH = 160;

/** The caption above a table: behind "Tabel 1", or on the lines between that and the table. */
export function findTableCaption(lines: readonly TextLine[], tableStart: number, previousEnd: number, evidence: HyphenEvidence): PlacedText | null {
  for (let index = tableStart - 1; index > previousEnd && index >= tableStart - LINES_ABOVE; index -= 1) {
    const line = lines[index];
    if (line === undefined || line.cells !== null) return null;
    const match = TABLE_LINE.exec(line.text.trim());
    if (match === null) continue;
    const own = (match[1] ?? '').trim();
    const rest = lines.slice(index + 1, tableStart).filter((part) => !isUnitStatement(part.text));
    const first = own === '' ? rest[0] : line;
    const text = joinAll([own, ...rest.map((part) => part.text)], evidence);
    return first === undefined || text === '' ? null : { text, position: positionOf(first) };
  }
  return null;
}

/** Which of the lines from one to another, both counted, stands at a place; null when none does. */
export function lineAtPlace(lines: readonly TextLine[], { page, line }: Position, from: number, to: number): number | null {
  for (let index = from; index <= to; index += 1) if (lines[index]?.line === line && lines[index]?.page === page) return index;
  return null;
}

/** The unit and price level that short lines right above a table, or the note below it, state. */
export function statedAround(lines: readonly TextLine[], previousEnd: number, tableStart: number, tableEnd: number): { unit: Unit | null; priceLevel: string | null } {
  const above = lines.slice(Math.max(previousEnd + 1, tableStart - LINES_ABOVE), tableStart).reverse();
  const below = lines.slice(tableEnd + 1, tableEnd + 1 + LINES_BELOW).filter((line) => /^(?:anm|note)/i.test(line.text.trim()));
  const texts = [...above.filter((line) => isStatement(line.text)), ...below].map((line) => line.text.slice(0, MAX_STATEMENT_LENGTH));
  return { unit: firstOf(texts, readUnit), priceLevel: firstOf(texts, readPriceLevel) };
}

/** A short line that is no sentence with an amount in it. */
function isStatement(text: string): boolean {
  return text.length < MAX_STATEMENT_LENGTH && !/\d\s*(?:mio|mia|kr)\b/i.test(text.replace(/\b1[.,\s]000\s*kr/gi, 'tkr')) && !endsIn(text.trim().replace(/kr\.\)?$/i, ''), '.;');
}

function isUnitStatement(text: string): boolean {
  return text.trim().length < 40 && readUnit(text) !== null;
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const value = read(text);
    if (value !== null) return value;
  }
  return null;
}
