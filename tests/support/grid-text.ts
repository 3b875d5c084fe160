import { readNumber } from '../../src/core/money/danish-number';
import { checkWorksheet, type GridCheck } from '../../src/core/reconciliation/worksheet/worksheet-footing';
import { type Grid, type GridValue, readWorksheet, type WorksheetReading } from '../../src/core/reconciliation/worksheet/worksheet-reading';

/** A selection from readable text: one "| a | b |" line a row; "hidden 3" hides the row of that number, counted from 1. */
export function buildGrid(text: string): Grid {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('//'));
  const hiddenRows = lines.flatMap((line) => (line.startsWith('hidden ') ? [Number(line.slice(7)) - 1] : []));
  const values = lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1).map((cell) => valueOf(cell.trim())));
  return { values, hiddenRows };
}

/** What the selection was taken for and every check of it, one a line. */
export function gridLines(text: string): string[] {
  const grid = buildGrid(text);
  const reading = readWorksheet(grid);
  if (reading === null) return ['no table'];
  return [`columns ${columnWords(reading)}`, `rows ${reading.rows.map((row) => row.role + (row.reason === 'arithmetic' ? '!' : '')).join(' ')}`, ...checkWorksheet(grid, reading).map(lineOf)];
}

/** A column by its role; "!" marks one found by arithmetic. */
function columnWords(reading: WorksheetReading): string {
  return reading.columns.map((column) => (column.role === 'year' ? String(column.year) : column.role) + (column.reason === 'arithmetic' ? '!' : '')).join(' ');
}

function lineOf(check: GridCheck): string {
  const outcome = check.outcome === 'agrees-within-rounding' ? 'rounding' : check.outcome;
  const figures = [check.printed, check.computed, check.residual, check.bound].map((figure) => (figure === null ? '' : String(Number(figure.toFixed(7))).replace('.', ',')));
  const fields = [`${outcome}${check.isUnusual ? ' unusual' : ''}`, `row ${check.row + 1} column ${check.column + 1} ${check.direction}`, ...figures, check.gap ?? '', check.notes.join(' ')];
  while (fields[fields.length - 1] === '') fields.pop();
  return fields.join(' | ');
}

/** Quoted text stays text; "#REF!" is an error; Danish numbers are numbers. */
function valueOf(text: string): GridValue {
  if (text === '') return null;
  if (text.startsWith('#')) return { error: text };
  if (text.startsWith('"')) return text.slice(1, -1);
  const number = readNumber(text);
  return number.kind === 'number' ? Number(`${number.coefficient}e-${number.decimals}`) : text;
}
