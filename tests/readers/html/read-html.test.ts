import { type TextLine } from '../../../src/core/extraction/lines/document-text';
import { htmlToDocument, readHtml } from '../../../src/readers/html/read-html';

async function readLines(html: string): Promise<readonly TextLine[]> {
  const result = await htmlToDocument('udklip', html);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.lines;
}

const textsOf = async (html: string): Promise<string[]> => (await readLines(html)).map((line) => line.text);

test('paragraphs, headings, line breaks and lists are lines', async () => {
  expect(await textsOf('<h1>Aftale</h1><p>Der afsættes<br>6,6&nbsp;mio.&#160;kr.<p>uden slut<ul><li>et<li>to</ul><ol start=3><li>tre</ol><div>a<div>b</div>c</div>')).toEqual([
    'Aftale', 'Der afsættes', '6,6 mio. kr.', 'uden slut', '• et', '• to', '3. tre', 'a', 'b', 'c',
  ]);
});

test('bold, raised and hidden text', async () => {
  const [line] = await readLines('<p><b>I alt</b> 15,3<sup>1)</sup> <span style="display:none">skjult</span><span style="mso-hide:all">x</span><span style=\'font-weight:700\'>fed</span>');
  expect(line?.words.map((word) => [word.text, word.isBold, word.isSuperscript])).toEqual([
    ['I', true, false], ['alt', true, false], ['15,3', false, false], ['¹⁾', false, true], ['fed', true, false],
  ]);
});

test('raised and hidden text by the classes of the style sheet', async () => {
  const sheet = '<style>/* noter */ .note, span.hævet{vertical-align:super} td.skjult{display:none} @media print{.vist{display:none}}</style><style>.note{font-size:70%}</style>';
  const [line] = await readLines(`${sheet}<p class="vist">15,3<span class="note x">1</span> <span class="skjult">i alt</span></p>`);
  expect(line?.words.map((word) => [word.text, word.isSuperscript])).toEqual([['15,3', false], ['¹', true], ['i', false], ['alt', false]]);
  expect(await textsOf(`${sheet}<table><tr><td>Kaj</td><td class="skjult">8,0</td><td>1,0</td></tr></table>`)).toEqual(['Kaj 1,0']);
});

test('text that is struck through or invisible is left out, and what is made visible in it is not', async () => {
  expect(await textsOf('<p>I alt <s>7,0</s><strike>7,1</strike><del>7,2</del><span style="text-decoration:underline line-through">7,3</span> <ins>8,0</ins></p>')).toEqual(['I alt 8,0']);
  expect(await textsOf('<p style="visibility:hidden">skjult <span style="visibility: visible">vist</span></p><p>efter</p>')).toEqual(['vist', 'efter']);
});

test('references are decoded, unknown ones stay, and markup characters in text survive', async () => {
  expect(await textsOf('<p>B&oslash;rn &amp; unge &ndash; 5 &lt; 6 &#8211; &#x2212;1 &#150; &ukendt; a<5 &AElig;')).toEqual(['Børn & unge – 5 < 6 – −1 – &ukendt; a<5 Æ']);
});

test('scripts, styles, comments and declarations leave no text', async () => {
  expect(await textsOf('<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head><body><!-- c --><script>var a="<p>x</p>"</script><p>tekst</p><svg><text>y</text></svg><iframe>z</iframe></body></html>')).toEqual(['tekst']);
});

test('cells of a table stand on its grid, spanned rows and columns continue', async () => {
  const lines = await readLines(
    '<table><tr><th rowspan=2>Mio. kr.<th colspan="2">Budget<th rowspan=2>I alt<tr><td>2026<td>2027<tr><td>Drift<td>1,0<td>2,0<td>3,0</table><p>efter',
  );
  expect(lines.map((line) => line.cells?.map(({ text, column, columnSpan, isContinuation }) => [text, column, columnSpan, isContinuation]) ?? line.text)).toEqual([
    [['Mio. kr.', 0, 1, false], ['Budget', 1, 2, false], ['I alt', 3, 1, false]],
    [['', 0, 1, true], ['2026', 1, 1, false], ['2027', 2, 1, false], ['', 3, 1, true]],
    [['Drift', 0, 1, false], ['1,0', 1, 1, false], ['2,0', 2, 1, false], ['3,0', 3, 1, false]],
    'efter',
  ]);
  expect(lines.map((line) => line.table)).toEqual([0, 0, 0, null]);
});

test('a table in a cell follows the row that holds it', async () => {
  const lines = await readLines('<table><tr><td>a<td>b<table><tr><td>x<td>1</table></table><table><tr><td>c<td>2</table>');
  expect(lines.map((line) => [line.text, line.table])).toEqual([['a b', 0], ['x 1', 1], ['c 2', 2]]);
});

test('what Word puts on the clipboard: a header, conditional markup, list numbers, and office elements', async () => {
  const html = `Version:1.0\r\nStartHTML:0000000105\r\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><style>
<!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=DA><!--StartFragment--><p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Første punkt<o:p></o:p></p>
<p class=MsoNormal><span style='font-size:9.0pt'>1&nbsp;234,5 mio. kr.</span></p><br clear=all style='page-break-before:always'><p>Ny side</p><!--EndFragment--></body></html>`;
  const lines = await readLines(html.slice(html.indexOf('<')));
  expect(lines.map((line) => [line.text, line.isPageStart])).toEqual([['1) Første punkt', true], ['1\u00A0234,5 mio. kr.', false], ['Ny side', true]]);
  expect(lines[1]?.fontSizePt).toBe(9);
});

test('what Excel puts on the clipboard: columns, hidden rows and empty cells', async () => {
  const lines = await readLines('<table border=0><col width=64><tr height=20><td class=xl65>Initiativ</td><td x:num="6600000">6.600</td><td></td></tr><tr style="display:none"><td>skjult</td><td>9</td></tr><tr><td>I alt</td><td align=right>6.600</td><td>x</td></tr></table>');
  expect(lines.map((line) => line.cells?.map((cell) => cell.text))).toEqual([['Initiativ', '6.600', ''], ['I alt', '6.600', 'x']]);
});

test('markup that nests wrongly or never ends is read as far as it makes sense', async () => {
  for (const html of ['<p><b>fed</p></b><p>næste', '<table><td>a<td>b</table></td></tr>', '<p title="a>b">x</p', '<p>x</p><', '<p>x</p><script>', '</td></table>x', '<tr><td>x', '<p>x<!-- aldrig slut']) {
    expect((await textsOf(html)).join(' ')).toMatch(/x|fed næste|a b/);
  }
});

test('no text is an empty file; the stated encoding is used', async () => {
  expect(await htmlToDocument('a', '<p> </p><img src=x>')).toMatchObject({ ok: false, failure: { code: 'empty-file' } });
  const bytes = Uint8Array.from('<meta charset="windows-1252"><p>b\xF8rn \x96 5</p>', (letter) => letter.charCodeAt(0));
  const result = await readHtml({ name: 'a.html', bytes });
  expect(result.ok && result.value.lines[0]?.text).toBe('børn – 5');
});
