import { amountOf } from '../../src/core/money/amount';
import { readNumber } from '../../src/core/money/danish-number';
import { placeAt } from '../../src/core/reconciliation/checking/check-building';
import { type Addend, compareWithImport, type ImportedCell, type ImportedContent, type ReadBackCell } from '../../src/core/reconciliation/worksheet/edited-after-import';
import { hiddenInSum } from '../../src/core/reconciliation/worksheet/imported-table';
import { type Check } from '../../src/core/reconciliation/rule';

/** The table that structured references of the cases name: columns C to E, data rows 4 to 6. */
const TABLE = { name: 'Tabel1', headers: ['2026', '2027', 'I alt'], row: 3, column: 2, rows: 3 };

/**
 * Checks of imported cells written one a line as "imported -> now": "figure 6,6 -> 6,6", "figure - -> ", "figure 6,6 -> gone",
 * "sum C 4 5 6=2,1 -> =SUM(C4:C6) is 9,0" (rows with or without the figure that they hold; what the formula shows), "formula =A1*2 -> =A1*3";
 * "hidden 5" hides a worksheet row. The table Tabel1 has its data in C4:E6 under 2026, 2027 and I alt.
 */
export function importChecks(text: string): Check[] {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const hidden = lines.flatMap((line) => (line.startsWith('hidden ') ? [Number(line.slice(7)) - 1] : []));
  return lines.flatMap((line, index): Check[] => {
    const found = /^(.*?)\s*->\s*(.*)$/.exec(line);
    if (found === null) return [];
    const content = contentOf(found[1] ?? '');
    const place = placeAt({ initiative: 0, position: { page: null, line: index + 1, box: null } });
    const cell: ImportedCell = { place, initiative: 'Børneby', label: found[1] ?? '', content, actual: actualOf(found[2] ?? '') };
    const adds = content.kind === 'formula' ? (content.adds ?? []) : [];
    const isHidden = adds.filter(({ row }) => hidden.includes(row));
    return [...compareWithImport([cell]), ...(isHidden.length === 0 ? [] : [hiddenInSum(cell, isHidden, adds)])];
  });
}

function contentOf(text: string): ImportedContent {
  const [kind = '', ...rest] = text.split(' ');
  const place = { row: 3, table: 'Tabel1', tables: [TABLE] };
  if (kind === 'formula') return { kind: 'formula', formula: rest.length === 0 ? null : rest.join(' '), adds: null, place };
  if (kind === 'sum') return { kind: 'formula', formula: null, adds: rest.slice(1).map((row) => addendOf(rest[0] ?? '', row)), place };
  const number = readNumber(rest.join(' '));
  return { kind: 'figure', amount: number.kind === 'number' ? amountOf(number.coefficient, number.decimals, 'mio. kr.') : null };
}

function addendOf(columnName: string, text: string): Addend {
  const [row = '', figure] = text.split('=');
  return { row: Number(row) - 1, column: columnName.charCodeAt(0) - 65, name: `række ${row}`, value: figure === undefined ? null : numberOf(figure) };
}

function actualOf(text: string): ReadBackCell | null {
  if (text === 'gone') return null;
  if (text.startsWith('=')) {
    const [formula = '', shown] = text.split(' is ');
    return { value: shown === undefined ? 0 : shown.startsWith('#') ? { error: shown } : numberOf(shown), formula };
  }
  if (text.startsWith('#')) return { value: { error: text }, formula: null };
  if (text.startsWith('date ')) return { value: { date: text.slice(5) }, formula: null };
  if (text.startsWith('"')) return { value: text.slice(1, -1), formula: null };
  if (text === '') return { value: null, formula: null };
  return { value: readNumber(text).kind === 'number' ? numberOf(text) : text, formula: null };
}

function numberOf(text: string): number {
  const number = readNumber(text);
  return number.kind === 'number' ? Number(`${number.coefficient}e-${number.decimals}`) : Number.NaN;
}
