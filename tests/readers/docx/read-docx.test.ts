import { strToU8, zipSync, type Zippable } from 'fflate';
import { type DocumentText, type TextLine } from '../../../src/core/extraction/lines/document-text';
import { readDocx } from '../../../src/readers/docx/read-docx';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';

/** A Word document of a body and further parts, packed as Word packs it. */
function pack(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Zippable = { 'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`) };
  for (const [name, content] of Object.entries(parts)) files[`word/${name}.xml`] = strToU8(`<w:${name} ${NAMESPACES}>${content}</w:${name}>`);
  return zipSync(files);
}

async function read(bytes: Uint8Array): Promise<DocumentText> {
  const result = await readDocx({ name: 'a.docx', bytes });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

async function readLines(body: string, parts?: Readonly<Record<string, string>>): Promise<readonly TextLine[]> {
  return (await read(pack(body, parts))).lines;
}

async function readTexts(body: string, parts?: Readonly<Record<string, string>>): Promise<string[]> {
  return (await readLines(body, parts)).map((line) => line.text);
}

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const plain = (text: string): string => paragraph(run(text));
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${plain(text)}</w:tc>`;
const table = (...rows: string[]): string => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

describe('paragraphs and runs', () => {
  test('every paragraph with text is a line; empty ones are counted as gaps', async () => {
    const lines = await readLines(plain('Første') + plain('') + plain('Anden') + plain('Tredje'));
    expect(lines.map((line) => [line.text, line.line, line.blankLinesBefore])).toEqual([['Første', 1, 0], ['Anden', 2, 2], ['Tredje', 3, 1]]);
    expect(lines[0]).toMatchObject({ page: null, box: null, isPageStart: true, role: 'body' });
  });

  test('words go over runs; bold, size and raised marks are kept', async () => {
    const [line] = await readLines(paragraph(run('Bud', '<w:b/><w:sz w:val="24"/>') + run('get', '<w:b/><w:sz w:val="24"/>') + run(' 15,3') + run('1)', '<w:vertAlign w:val="superscript"/>') + run(' mio. kr.')));
    expect(line?.words.map((word) => [word.text, word.isBold, word.isSuperscript])).toEqual([
      ['Budget', true, false], ['15,3', false, false], ['¹⁾', false, true], ['mio.', false, false], ['kr.', false, false],
    ]);
    expect(line?.words[0]?.fontSizePt).toBe(12);
    expect(line?.text).toBe('Budget 15,3 ¹⁾ mio. kr.');
  });

  test('a mark lifted by position, or by the style of note marks, is raised; a text lifted as a whole is none', async () => {
    const lifted = '<w:position w:val="6"/><w:sz w:val="14"/>';
    const [line, whole, styled] = await readLines(paragraph(run('1,5') + run('2', lifted)) + paragraph(run('12,5', lifted)) + paragraph(run('2,5') + run('1', '<w:rStyle w:val="Fodnotehenvisning"/>')));
    expect([line, whole, styled].map((one) => one?.words.map((word) => [word.text, word.isSuperscript]))).toEqual([[['1,5', false], ['²', true]], [['12,5', false]], [['2,5', false], ['¹', true]]]);
  });

  test('styles give bold and size through what they are based on', async () => {
    const styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Head"><w:basedOn w:val="Base"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>';
    const [heading, text] = await readLines(paragraph(run('Overskrift'), '<w:pStyle w:val="Head"/>') + plain('tekst'), { styles });
    expect([heading?.isBold, heading?.fontSizePt, text?.isBold, text?.fontSizePt]).toEqual([true, 16, false, 11]);
  });

  test('tabs and breaks part words; a forced line break starts a line', async () => {
    expect(await readTexts(paragraph('<w:r><w:t>I alt</w:t><w:tab/><w:t>4,9</w:t><w:br/><w:t>næste</w:t></w:r>', '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'))).toEqual(['I alt 4,9', 'næste']);
  });

  test('a no-break blank is kept within a number only; hyphens that do not break are hyphens', async () => {
    const [line] = await readLines(paragraph(run('1\u00A0234,5\u00A0mio. i 2026') + '<w:r><w:noBreakHyphen/><w:t>2029 og soft</w:t><w:softHyphen/><w:t>ware</w:t></w:r>'));
    expect(line?.words.map((word) => word.text)).toEqual(['1\u00A0234,5', 'mio.', 'i', '2026-2029', 'og', 'software']);
  });

  test('hidden text, field codes and comments are not printed; field results are', async () => {
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SUM(ABOVE) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run('12,5') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(await readTexts(paragraph(run('synlig ') + run('skjult', '<w:vanish/>') + field))).toEqual(['synlig 12,5']);
  });

  test('text that is struck through is left out', async () => {
    expect(await readTexts(paragraph(run('I alt ') + run('7,0', '<w:strike/>') + run('7,1', '<w:dstrike/>') + run('8,0', '<w:strike w:val="0"/>')))).toEqual(['I alt 8,0']);
  });

  test('content controls are read, their prompts are not', async () => {
    const control = (properties: string, text: string): string => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${plain(text)}</w:sdtContent></w:sdt>`;
    expect(await readTexts(control('', 'udfyldt') + control('<w:showingPlcHdr/>', 'Klik her'))).toEqual(['udfyldt']);
  });

  test('a text box is read once, after the paragraph that holds it', async () => {
    const box = (text: string): string => `<w:txbxContent>${plain(text)}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('i boks')}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('i boks')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await readTexts(paragraph(run('før ') + drawing + run('efter')))).toEqual(['før efter', 'i boks']);
  });
});

describe('pages', () => {
  test('a page starts after a page break, by a paragraph’s own wish, after a section, and where Word last laid it out', async () => {
    const lines = await readLines(
      plain('a') + paragraph('<w:r><w:br w:type="page"/></w:r>') + plain('b') + paragraph(run('c'), '<w:pageBreakBefore/>') +
        paragraph(run('d'), '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>') + plain('e') + paragraph('<w:r><w:lastRenderedPageBreak/><w:t>f</w:t></w:r>') +
        paragraph(run('g'), '<w:sectPr><w:type w:val="continuous"/></w:sectPr>') + plain('h'),
    );
    expect(lines.filter((line) => line.isPageStart).map((line) => line.text)).toEqual(['a', 'b', 'c', 'e', 'f']);
  });
});

describe('tracked changes', () => {
  test('insertions are taken, deletions and where something was moved from are dropped', async () => {
    const body = paragraph(
      run('Der afsættes ') + `<w:del>${run('5,0').replaceAll('w:t', 'w:delText')}</w:del><w:ins>${run('6,6')}</w:ins>` + `<w:moveFrom>${run(' flyttet')}</w:moveFrom>` + run(' mio. kr.', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
    );
    expect(await readTexts(body)).toEqual(['Der afsættes 6,6 mio. kr.']);
  });

  test('a deleted paragraph mark joins two paragraphs; a deleted row is gone', async () => {
    expect(await readTexts(paragraph(run('første '), '<w:rPr><w:del w:id="1"/></w:rPr>') + plain('anden'))).toEqual(['første anden']);
    const rows = table(cell('a') + cell('1'), '<w:trPr><w:del w:id="2"/></w:trPr>' + cell('b') + cell('2'), cell('c') + cell('3'));
    expect(await readTexts(rows)).toEqual(['a 1', 'c 3']);
  });
});

describe('tables', () => {
  test('cells have their place on the grid, merged or not', async () => {
    const lines = await readLines(
      table(
        cell('Mio. kr.', '<w:vMerge w:val="restart"/>') + cell('Budget', '<w:gridSpan w:val="2"/>') + cell('I alt'),
        cell('', '<w:vMerge/>') + cell('2026') + cell('2027') + cell(''),
        '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell('1,0') + cell('2,0') + cell('3,0'),
      ),
    );
    const places = lines.map((line) => line.cells?.map(({ text, column, columnSpan, isContinuation }) => [text, column, columnSpan, isContinuation]));
    expect(places).toEqual([
      [['Mio. kr.', 0, 1, false], ['Budget', 1, 2, false], ['I alt', 3, 1, false]],
      [['', 0, 1, true], ['2026', 1, 1, false], ['2027', 2, 1, false], ['', 3, 1, false]],
      [['1,0', 1, 1, false], ['2,0', 2, 1, false], ['3,0', 3, 1, false]],
    ]);
    expect(lines.map((line) => line.table)).toEqual([0, 0, 0]);
  });

  test('tables are numbered; a table in a cell follows its row; a frame of one column is text', async () => {
    const inner = table(cell('x') + cell('1'));
    const outer = table(cell('a') + `<w:tc>${plain('b')}${inner}</w:tc>`);
    const lines = await readLines(outer + table(`<w:tc>${plain('ramme')}${plain('tekst')}</w:tc>`) + table(cell('c') + cell('2')));
    expect(lines.map((line) => [line.text, line.table])).toEqual([['a b', 0], ['x 1', 1], ['ramme', null], ['tekst', null], ['c 2', 2]]);
  });

  test('a caption and notes that span the table are text', async () => {
    const lines = await readLines(table(cell('Tabel 1 Støtte', '<w:gridSpan w:val="2"/>'), cell('I alt') + cell('4,9'), cell('Anm.: Afrundet.', '<w:gridSpan w:val="2"/>')));
    expect(lines.map((line) => [line.text, line.cells?.length ?? null])).toEqual([['Tabel 1 Støtte', null], ['I alt 4,9', 2], ['Anm.: Afrundet.', null]]);
  });
});

describe('numbers and notes', () => {
  test('automatic numbers are printed: letters under figures, restarts and levels', async () => {
    const level = (at: number, format: string, text: string): string => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1)')}${level(1, 'lowerLetter', '%2)')}${level(2, 'upperRoman', '%1.%3')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uF0B7')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>';
    const item = (text: string, num: number, at = 0): string => paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${num}"/></w:numPr>`);
    const body = item('en', 1) + item('a', 1, 1) + item('b', 1, 1) + item('to', 1) + item('igen', 1, 1) + item('dyb', 1, 2) + item('syv', 2) + item('punkt', 3) + item('uden', 0);
    expect(await readTexts(body, { numbering })).toEqual(['1) en', 'a) a', 'b) b', '2) to', 'a) igen', '2.I dyb', '7) syv', '• punkt', 'uden']);
  });

  test('footnotes and endnotes are marks in the text and lines at the end', async () => {
    const reference = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const note = (kind: string, id: number, text: string): string => `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:${kind}Ref/></w:r>` + run(` ${text}`))}</w:${kind}>`;
    const footnotes = `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>${note('footnote', 3, 'Anden note')}${note('footnote', 2, 'Første note')}${note('footnote', 9, 'Ubrugt')}`;
    const lines = await readLines(paragraph(run('15,3') + reference('footnote', 2) + run(' mio. kr.') + reference('footnote', 3) + reference('endnote', 1)), { footnotes, endnotes: note('endnote', 1, 'Slutnote') });
    expect(lines.map((line) => [line.text, line.role])).toEqual([
      ['15,3 ¹ mio. kr. ²i', 'body'], ['¹ Første note', 'footnote'], ['² Anden note', 'footnote'], ['i Slutnote', 'footnote'],
    ]);
  });
});

describe('failures', () => {
  const failureOf = async (bytes: Uint8Array): Promise<unknown> => {
    const result = await readDocx({ name: 'a.docx', bytes });
    return result.ok ? null : result.failure;
  };

  test('archives that are no Word document', async () => {
    expect(await failureOf(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toMatchObject({ code: 'unsupported-format', format: 'xlsx' });
    expect(await failureOf(zipSync({ 'a.txt': strToU8('x') }))).toMatchObject({ code: 'unsupported-format', format: 'zip' });
    expect(await failureOf(pack(''))).toMatchObject({ code: 'empty-file' });
  });

  test('one flipped bit is found by the checksum, wherever it lies in the content', async () => {
    const bytes = pack(plain('Der afsættes 6,6 mio. kr. i 2026-2029 til initiativet.'.repeat(20)));
    const start = 30 + 'word/document.xml'.length;
    for (let at = start; at < start + 120; at += 7) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(await failureOf(damaged)).toMatchObject({ code: 'damaged-file' });
    }
  });

  test('document types, entities and markup that is not well-formed are refused', async () => {
    const files = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) });
    expect(await failureOf(files('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'))).toMatchObject({ code: 'damaged-file' });
    expect(await failureOf(files('<w:document><w:body></w:document>'))).toMatchObject({ code: 'damaged-file' });
    expect(await failureOf(files('<a>'.repeat(2000)))).toMatchObject({ code: 'too-complex', excess: 'nesting' });
  });

  test('a part that grows a thousandfold is refused without being opened', async () => {
    const bomb = zipSync({ 'word/document.xml': [new Uint8Array(15_000_000).fill(0x20), { level: 9 }] });
    expect(await failureOf(bomb)).toMatchObject({ code: 'too-large', overfull: 'dense' });
    expect(await failureOf(zipSync({ 'word/document.xml': [new Uint8Array(21_000_000), { level: 0 }] }))).toMatchObject({ code: 'too-large', overfull: 'unpacked', limitMegabytes: 20 });
  });

  test('an archive with a password is told as one', async () => {
    const locked = zipSync({ 'word/document.xml': strToU8('<x/>') });
    const directory = locked.findIndex((byte, at) => byte === 0x50 && locked[at + 1] === 0x4b && locked[at + 2] === 1 && locked[at + 3] === 2);
    locked[directory + 8] = 1;
    expect(await failureOf(locked)).toEqual({ code: 'unsupported-format', name: 'a.docx', format: 'zip (encrypted)' });
  });

  test('names that leave their folder are refused', async () => {
    for (const name of ['../word/document.xml', '/word/document.xml', 'word\\document.xml', '__proto__/a']) {
      expect(await failureOf(zipSync({ 'word/document.xml': strToU8('<x/>'), [name]: strToU8('x') }))).toMatchObject({ code: 'damaged-file' });
    }
  });

  test('a truncated archive', async () => {
    const bytes = pack(plain('tekst'));
    for (const length of [4, 20, 60, bytes.length - 30, bytes.length - 1]) expect(await failureOf(bytes.slice(0, length))).toMatchObject({ code: 'damaged-file' });
  });
});
