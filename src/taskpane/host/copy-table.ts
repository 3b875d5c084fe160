import { tableAsText, type WordTable } from '../view-models/amounts/word-table';

/** Lines above and below the head and below the last row, as Danish public documents print tables. */
const RULE = '1pt solid #000000';

/**
 * Puts a table on the clipboard as HTML and text. Shape: `copied`; or `selected`, where the host keeps the clipboard to itself and the table
 * stands selected in a place of the page, for the user to press Ctrl+C.
 */
export async function copyTable(table: WordTable, place: HTMLElement): Promise<'copied' | 'selected'> {
  const element = tableElement(table);
  try {
    const parts = { 'text/html': new XMLSerializer().serializeToString(element), 'text/plain': tableAsText(table) };
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })])))]);
    place.replaceChildren();
    return 'copied';
  } catch {
    place.replaceChildren(element);
    window.getSelection()?.selectAllChildren(element);
    return 'selected';
  }
}

/** The table as an element with a look of its own, because a text processor keeps no style sheets. Document text is text and never markup. */
function tableElement({ title, heads, rows, source }: WordTable): HTMLElement {
  const frame = make('div', '', {});
  const table = make('table', '', { borderCollapse: 'collapse', fontSize: '10pt' });
  const [first = '', ...columns] = heads;
  const head = make('tr', '', {});
  head.append(make('th', first, { textAlign: 'left', fontWeight: 'normal', borderTop: RULE, borderBottom: RULE, padding: '2pt 8pt 2pt 0' }), ...columns.map((column) => make('th', column, { textAlign: 'right', borderTop: RULE, borderBottom: RULE, padding: '2pt 0 2pt 12pt' })));
  const body = rows.map(({ label, cells, isTotal }, index) => {
    const row = make('tr', '', { fontWeight: isTotal ? 'bold' : 'normal' });
    const rule = index === rows.length - 1 ? { borderBottom: RULE } : {};
    row.append(asLabel(make('td', label, { textAlign: 'left', padding: '2pt 8pt 2pt 0', ...rule })), ...cells.map((cell) => make('td', cell, { textAlign: 'right', whiteSpace: 'nowrap', padding: '2pt 0 2pt 12pt', ...rule })));
    return row;
  });
  table.append(head, ...body);
  frame.append(make('p', title, { fontWeight: 'bold', margin: '0 0 2pt' }), table, make('p', source, { fontSize: '8pt', margin: '2pt 0 0' }));
  return frame;
}

/** A cell that Excel keeps as text when the table is pasted there, whatever its label begins with. Source: Microsoft Office HTML and XML Reference, mso-number-format. */
function asLabel(cell: HTMLElement): HTMLElement {
  cell.setAttribute('style', `${cell.getAttribute('style') ?? ''} mso-number-format:'\\@';`);
  return cell;
}

function make(tag: string, text: string, style: Partial<CSSStyleDeclaration>): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  Object.assign(element.style, style);
  return element;
}
