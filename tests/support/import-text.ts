import { amountOf } from '../../src/core/money/amount';
import { readNumber } from '../../src/core/money/danish-number';
import { placeAt } from '../../src/core/reconciliation/checking/check-building';
import { compareWithImport, type ImportedCell, type ImportedContent, type ReadBackCell } from '../../src/core/reconciliation/edited-after-import';
import { type Check } from '../../src/core/reconciliation/rule';

/**
 * Checks of imported cells written one a line as "imported -> now": "figure 6,6 -> 6,6", "figure - -> ", "sum C 4 5 6 -> =SUM(C4:C6)",
 * "formula -> 7,0", "figure 6,6 -> gone"; "hidden 5" hides a worksheet row.
 */
export function importChecks(text: string): Check[] {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const hidden = lines.flatMap((line) => (line.startsWith('hidden ') ? [Number(line.slice(7))] : []));
  const cells = lines.flatMap((line, index): ImportedCell[] => {
    const found = /^(.*?)\s*->\s*(.*)$/.exec(line);
    if (found === null) return [];
    const content = contentOf(found[1] ?? '');
    return [{ place: placeAt({ initiative: 0, position: { page: null, line: index + 1, box: null } }), initiative: 'Børneby', label: found[1] ?? '', content, actual: actualOf(found[2] ?? '') }];
  });
  return compareWithImport(cells, hidden);
}

function contentOf(text: string): ImportedContent {
  const [kind = '', ...rest] = text.split(' ');
  if (kind === 'formula') return { kind: 'formula' };
  if (kind === 'sum') return { kind: 'sum', columnName: rest[0] ?? '', rows: rest.slice(1).map(Number) };
  const number = readNumber(rest.join(' '));
  return { kind: 'figure', amount: number.kind === 'number' ? amountOf(number.coefficient, number.decimals, 'mio. kr.') : null };
}

function actualOf(text: string): ReadBackCell | null {
  if (text === 'gone') return null;
  if (text.startsWith('=')) return { value: 0, formula: text };
  if (text.startsWith('#')) return { value: { error: text }, formula: null };
  if (text.startsWith('"')) return { value: text.slice(1, -1), formula: null };
  if (text === '') return { value: null, formula: null };
  const number = readNumber(text);
  return { value: number.kind === 'number' ? Number(`${number.coefficient}e-${number.decimals}`) : text, formula: null };
}
