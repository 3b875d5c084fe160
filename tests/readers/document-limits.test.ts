import { strToU8, zipSync } from 'fflate';
import { fail, succeed } from '../../src/core/failure';
import { DOCUMENT_LIMITS, withinLimits } from '../../src/readers/document-limits';
import { readDocument } from '../../src/readers/read-document';
import { htmlToDocument } from '../../src/readers/html/read-html';
import { textToDocument } from '../../src/readers/text';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const excessOf = async (name: string, text: string): Promise<unknown> => {
  const read = await readDocument({ name, bytes: bytes(text) });
  return read.ok ? null : 'excess' in read.failure ? [read.failure.excess, read.failure.place] : read.failure.code;
};

describe('limits of a document', () => {
  it('refuses a line that nobody wrote, with its place, and reads one just below the limit', async () => {
    expect(await excessOf('a.txt', `Tabel 1\n${'1,0 '.repeat(DOCUMENT_LIMITS.lineCharacters / 4 + 1)}`)).toEqual(['lineCharacters', { line: 2 }]);
    expect(await excessOf('a.txt', ' '.repeat(2_000_000))).toEqual(['lineCharacters', { line: 1 }]);
    expect(await excessOf('a.txt', 'x'.repeat(DOCUMENT_LIMITS.lineCharacters))).toBeNull();
  });

  it('counts lines with any line end, and not the blank ones', async () => {
    const more = DOCUMENT_LIMITS.lines + 1;
    for (const end of ['\n', '\r', '\r\n']) expect(await excessOf('a.txt', `x${end}`.repeat(more))).toEqual(['lines', null]);
    expect(await excessOf('a.txt', `${'\n'.repeat(more)}Drift 1,0`)).toBeNull();
    const pasted = await textToDocument('a.txt', 'x\n'.repeat(more));
    expect(pasted).toEqual(fail({ code: 'too-complex', name: 'a.txt', excess: 'lines', limit: DOCUMENT_LIMITS.lines, place: null }));
  });

  it('counts rows of figures, and not the lines between them', async () => {
    const row = 'Drift 1,0 2,0\n';
    expect(await excessOf('a.txt', row.repeat(DOCUMENT_LIMITS.rows + 1))).toEqual(['rows', null]);
    expect(await excessOf('a.txt', `${row}Der gives 2,0 mio. kr. i 2027 hertil.\n`.repeat(DOCUMENT_LIMITS.rows))).toBeNull();
  });

  it('refuses wide tables, many cells and deep nesting of HTML while it is read', async () => {
    expect(await excessOf('a.html', `<table><tr><td>1</td></tr><tr>${'<td>1</td>'.repeat(DOCUMENT_LIMITS.columns + 1)}</tr></table>`)).toEqual(['columns', { table: 1, row: 2 }]);
    expect(await excessOf('a.html', '<table><tr><td colspan="1000" rowspan="10000">1</table>')).toEqual(['columns', { table: 1, row: 1 }]);
    expect(await excessOf('a.html', `<table>${'<tr><td rowspan="9999" colspan="2">1'.repeat(5_000)}</table>`)).toEqual(['columns', { table: 1, row: DOCUMENT_LIMITS.columns / 2 + 1 }]);
    expect(await excessOf('a.html', `<table>${`<tr>${'<td>1'.repeat(200)}`.repeat(DOCUMENT_LIMITS.cells / 200 + 1)}</table>`)).toEqual(['cells', { table: 1, row: DOCUMENT_LIMITS.cells / 200 + 1 }]);
    expect(await excessOf('a.html', '<table><tr><td>'.repeat(2_000))).toEqual(['nesting', null]);
    const clipboard = await htmlToDocument('a.html', '<div>'.repeat(DOCUMENT_LIMITS.nesting + 1));
    expect(clipboard).toMatchObject({ ok: false, failure: { code: 'too-complex', excess: 'nesting' } });
  });

  it('refuses the same in a Word document', async () => {
    const word = async (body: string): Promise<unknown> => {
      const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
      const read = await readDocument({ name: 'a.docx', bytes: zipSync({ 'word/document.xml': strToU8(xml) }, { level: 0 }) });
      return !read.ok && 'excess' in read.failure ? [read.failure.excess, read.failure.place] : read;
    };
    const cell = '<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>';
    expect(await word(`<w:tbl><w:tr>${cell}</w:tr></w:tbl><w:tbl><w:tr>${cell}</w:tr><w:tr>${cell.repeat(DOCUMENT_LIMITS.columns + 1)}</w:tr></w:tbl>`)).toEqual(['columns', { table: 2, row: 2 }]);
    expect(await word(`${'<w:sdt>'.repeat(600)}${'</w:sdt>'.repeat(600)}`)).toEqual(['nesting', null]);
    expect(await word(`<w:p><w:r><w:t>${'1,0 '.repeat(DOCUMENT_LIMITS.lineCharacters)}</w:t></w:r></w:p>`)).toEqual(['lineCharacters', { line: 1 }]);
  });

  it('reads tables inside tables as deep as a document has them', async () => {
    const read = await htmlToDocument('a.html', `${'<table><tr><td>a</td><td>'.repeat(100)}1,0`);
    expect(read.ok && read.value.lines.length).toBe(100);
  });

  it('ends a cell that goes on downwards where a wider one covers it', async () => {
    const read = await htmlToDocument('a.html', '<table><tr><td>a</td><td rowspan="9">b</td></tr><tr><td colspan="2">c</td></tr><tr><td>d</td><td>e</td></tr></table>');
    expect(read.ok && read.value.lines.map((line) => line.cells?.map((cell) => [cell.column, cell.text]))).toEqual([[[0, 'a'], [1, 'b']], [[0, 'c']], [[0, 'd'], [1, 'e']]]);
  });

  it('throws on what is no limit', async () => {
    await expect(withinLimits('a.txt', () => Promise.reject(new Error('defect')))).rejects.toThrow('defect');
    expect(await withinLimits('a.txt', () => succeed(1))).toEqual(succeed(1));
  });
});
