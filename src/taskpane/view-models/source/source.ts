import { type Agreement } from '../../../core/budget/agreement';
import { type PlacedText, type Position } from '../../../core/budget/position';
import { type Amount } from '../../../core/money/amount';
import { type FigureReference } from '../../../excel/workbook-port';
import { type SourceLine } from '../../state/source-text';
import { type PaneState, type PickedFile, type Quote, type Reading, type SourceTarget } from '../../state/pane-state';
import { printedCellOf, writtenAmount } from './printed-figures';

/** A document that has been read in this session: its bytes, the password that opened them, and what they gave. */
export interface ReadDocument {
  readonly file: PickedFile;
  readonly password: string | null;
  readonly reading: Reading;
}

/** The lines around the highlighted one. Shape: `from` and `to` index `lines` of the source, `to` exclusive; `target` is -1 without a highlight. */
export interface SourceWindow {
  readonly from: number;
  readonly to: number;
  readonly target: number;
}

/** The document with this hash, if it was opened in this session. */
export function openDocumentOf(state: Pick<PaneState, 'documents'>, sha256: string): ReadDocument | null {
  for (const { file, password, stage } of state.documents) {
    if (stage.kind === 'read' && stage.reading.source.sha256 === sha256) return { file, password, reading: stage.reading };
  }
  return null;
}

/** Which lines to show around the highlight; the top of the document without one. */
export function sourceWindow(lines: readonly SourceLine[], target: Pick<SourceTarget, 'page' | 'line'>, linesAround: number): SourceWindow {
  const index = lines.findIndex((line) => line.line === target.line && (target.page === null || line.page === null || line.page === target.page));
  const middle = Math.max(0, index);
  return { from: Math.max(0, middle - linesAround), to: Math.min(lines.length, middle + linesAround + 1), target: index };
}


/** Where a figure of an agreement is printed, with its text; null when the agreement has no such figure. */
export function figureSource(agreement: Agreement, figure: FigureReference): { readonly position: Position; readonly quote: Quote | null } | null {
  if (figure.otherTable !== undefined) return otherTableSource(agreement, figure.otherTable);
  if (figure.mention !== undefined) return quotedAmount(agreement.mentions[figure.mention], agreement.mentions.slice(figure.mention + 1));
  if (figure.pool !== undefined) {
    const pool = agreement.pools[figure.pool];
    if (pool === undefined) return null;
    if (figure.column === 'total' && pool.total !== null) return quotedAmount({ amount: pool.total, position: pool.position });
    const index = pool.amounts.findIndex(({ year }) => year === figure.column);
    return quotedAmount(pool.amounts[index], pool.amounts.slice(index + 1)) ?? { position: pool.position, quote: figure.column === 'title' ? wordsOf(pool.title) : null };
  }
  const owner = figure.initiative === null ? null : (agreement.initiatives[figure.initiative] ?? null);
  if (owner !== null && figure.component === null && figure.column === 'recommendation' && owner.recommendation !== null) return quoted(owner.recommendation);
  if (owner !== null && figure.component === null && figure.column === 'title') return { position: owner.position, quote: wordsOf(owner.title) };
  const printed = figure.total === null ? null : (agreement.totals[figure.total] ?? null);
  const columns = printed?.columns ?? owner?.columns ?? [];
  const row = printed?.row ?? (figure.component === null ? owner?.total : owner?.components[figure.component]) ?? null;
  if (row === null) return owner === null ? null : { position: owner.position, quote: null };
  const found = printedCellOf(figure, columns, row);
  if (found === null) return { position: row.position, quote: figure.column === 'title' ? wordsOf(row.label) : null };
  const { cell, index } = found;
  if (cell.kind === 'blank') return { position: cell.position, quote: null };
  const fromEnd = row.cells.slice(index + 1).filter((other) => other.kind !== 'blank' && other.text === cell.text && other.position.line === cell.position.line).length;
  return { position: cell.position, quote: { text: cell.text, fromEnd } };
}

function otherTableSource({ tables }: Agreement, { table: index, row: rowIndex, cell: cellIndex }: NonNullable<FigureReference['otherTable']>): { readonly position: Position; readonly quote: Quote | null } | null {
  const table = tables[index];
  if (table === undefined) return null;
  if (rowIndex === null) return table.caption === null ? { position: table.position, quote: null } : quoted(table.caption);
  const row = table.rows[rowIndex];
  if (row === undefined) return null;
  const cell = cellIndex === null ? undefined : row.cells[cellIndex];
  if (cell === undefined || cell.kind === 'blank') return { position: cell?.position ?? row.position, quote: cell === undefined ? wordsOf(row.label) : null };
  const fromEnd = row.cells.slice((cellIndex ?? 0) + 1).filter((other) => other.kind !== 'blank' && other.text === cell.text && other.position.line === cell.position.line).length;
  return { position: cell.position, quote: { text: cell.text, fromEnd } };
}

function quoted({ text, position }: PlacedText): { readonly position: Position; readonly quote: Quote | null } {
  return { position, quote: wordsOf(text) };
}

/** An amount with its place. */
interface Stated {
  readonly amount: Amount;
  readonly position: Position;
}

/** Where an amount is stated; `later` are those behind it in the document. */
function quotedAmount(stated: Stated | undefined, later: readonly Stated[] = []): { readonly position: Position; readonly quote: Quote } | null {
  if (stated === undefined) return null;
  const { position } = stated;
  const text = writtenAmount(stated.amount);
  const fromEnd = later.filter(({ amount, position: other }) => other.page === position.page && other.line === position.line && writtenAmount(amount) === text).length;
  return { position, quote: { text, fromEnd } };
}

function wordsOf(text: string | null): Quote | null {
  return text === null ? null : { text, fromEnd: 0 };
}
