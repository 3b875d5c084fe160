/** The cells in text from outside the grid: a table of a page or document, or lines with tabs between. Empty when there is nothing to paste. */
export function pastedCells(html: string, text: string): string[][] {
  const table = /<table/i.test(html) ? new DOMParser().parseFromString(html, 'text/html').querySelector('table') : null;
  const rows = table ? tableCells(table) : splitLines(text);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function tableCells(table: HTMLTableElement): string[][] {
  return [...table.rows].map((row) => [...row.cells].flatMap((cell) => {
    const text = (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
    return [text, ...Array.from({ length: Math.max(1, cell.colSpan) - 1 }, () => '')];
  }));
}

/** Lines of cells as spreadsheets copy them: a cell with a line break or a tab in it stands in quotation marks. */
export function splitLines(text: string): string[][] {
  const rows: string[][] = [];
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/g;
  let row: string[] = [];
  for (let match = pattern.exec(text); match && match.index < text.length; match = pattern.exec(text)) {
    row.push(match[1]?.replace(/""/g, '"') ?? match[2] ?? '');
    if (match[3] === '\t' && pattern.lastIndex < text.length) continue;
    if (match[3] === '\t') row.push('');
    rows.push(row);
    row = [];
  }
  return rows;
}
