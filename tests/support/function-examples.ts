/** A value in a worksheet cell. */
type Cell = string | number | boolean | null;

/** A parsed call, or a single value of it. */
type Term = { readonly kind: 'call'; readonly name: string; readonly terms: readonly Term[] } | { readonly kind: 'value'; readonly value: Cell } | { readonly kind: 'range'; readonly address: string };

/** Reads a formula as the help pages write it: calls, texts, numbers, ranges, TRUE and FALSE in both languages, semicolons between arguments. */
export function parseFormula(formula: string, decimalMark: ',' | '.'): Term {
  const tokens = [...formula.replace(/^=/, '').matchAll(/"(?:[^"]|"")*"|[A-ZÆØÅ.]+(?=\()|[A-Z]+\d+(?::[A-Z]+\d+)?|[A-ZÆØÅ]+|\d+(?:[.,]\d+)?|[();]/g)].map(([token]) => token);
  let at = 0;
  const term = (): Term => {
    const token = tokens[at] ?? '';
    if (token === ';' || token === ')') return { kind: 'value', value: null };
    at += 1;
    if (tokens[at] === '(') return { kind: 'call', name: token, terms: list() };
    if (token.startsWith('"')) return { kind: 'value', value: token.slice(1, -1).replaceAll('""', '"') };
    if (['SAND', 'TRUE'].includes(token)) return { kind: 'value', value: true };
    if (['FALSK', 'FALSE'].includes(token)) return { kind: 'value', value: false };
    return /^\d/.test(token) ? { kind: 'value', value: Number(token.replace(decimalMark, '.')) } : { kind: 'range', address: token };
  };
  const list = (): Term[] => {
    at += 1;
    const terms: Term[] = [];
    while (tokens[at] !== ')') {
      terms.push(term());
      if (tokens[at] === ';') {
        at += 1;
        if (tokens[at] === ')') terms.push({ kind: 'value', value: null });
      }
    }
    at += 1;
    return terms;
  };
  return term();
}

/** The cells of a range of a grid; one cell as a range of one. */
export function cellsOf(grid: readonly (readonly Cell[])[], address: string): Cell[][] {
  const [from = '', to = from] = address.split(':');
  const place = (cell: string): { row: number; column: number } => ({ row: Number(cell.replace(/\D/g, '')) - 1, column: cell.charCodeAt(0) - 65 });
  const [first, last] = [place(from), place(to)];
  return Array.from({ length: last.row - first.row + 1 }, (_, row) => Array.from({ length: last.column - first.column + 1 }, (__, column) => grid[first.row + row]?.[first.column + column] ?? null));
}
