import { unzlibSync } from 'fflate';
import { DrawingBudget } from '../../../../src/readers/pdf/operators/drawing-budget';
import { drawingStreams } from '../../../../src/readers/pdf/operators/drawing-streams';
import { readFileObjects } from '../../../../src/readers/pdf/file/file-objects';

const stream = (object: number, content: string, entries = ''): string => `${object} 0 obj\n<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream\nendobj\n`;
const page = (object: number, contents: string, entries = ''): string => `${object} 0 obj\n<< /Type /Page ${entries} /Contents ${contents} >>\nendobj\n`;

/** The object of the page that takes too much, in a file of some objects. */
function overdrawnPage(...objects: string[]): number | null {
  const bytes = new Uint8Array(Buffer.from(objects.join(''), 'latin1'));
  const found = readFileObjects(bytes, unzlibSync);
  const budget = new DrawingBudget(found);
  for (const one of drawingStreams(found, bytes, unzlibSync)) budget.add(one);
  return budget.overdrawnPage();
}

/** Forms of which each draws the next ones; the last one shows a text. */
function nestedForms(levels: number, calls: string): string[] {
  return Array.from({ length: levels }, (_, level) => {
    const next = `/Resources << /XObject << /A ${101 + level} 0 R /B ${101 + level} 0 R >> >>`;
    return stream(100 + level, level === levels - 1 ? 'BT (x) Tj ET' : calls, `/Subtype /Form ${level === levels - 1 ? '' : next} `);
  });
}

const FORMS = '/Resources << /XObject << /A 100 0 R >> >>';

test.each([
  ['an ordinary page', 'BT /F1 10 Tf (Drift 1,0) Tj ET '.repeat(2_000), null],
  ['a page of very many lines', '10 10 m 20 20 l S\n'.repeat(200_000), null],
  ['states that are kept and given back', 'q 1 0 0 1 0 0 cm Q '.repeat(20_000), null],
  ['states that pile up', 'q '.repeat(5_000), 1],
  ['a long string', `BT (${'a'.repeat(7_000_000)}) Tj ET`, 1],
  ['very many texts', 'BT (a) Tj ET '.repeat(500_000), 1],
])('%s', (_, content, expected) => {
  expect(overdrawnPage(page(1, '4 0 R'), stream(4, content))).toBe(expected);
});

test('a stream counts as often as pages name it, in an array that stands elsewhere too', () => {
  const long = '10 10 m 20 20 l S\n'.repeat(5_000);
  expect(overdrawnPage(page(1, `[${'4 0 R '.repeat(20)}]`), stream(4, long))).toBeNull();
  expect(overdrawnPage(page(1, `[${'4 0 R '.repeat(100)}]`), stream(4, long))).toBe(1);
  expect(overdrawnPage(page(1, '5 0 R'), stream(4, long), `5 0 obj [${'4 0 R '.repeat(100)}]\nendobj\n`)).toBe(1);
});

test('a form counts as often as it is drawn, through all that draw it', () => {
  const all = (levels: number, calls: string): number | null => overdrawnPage(page(1, '4 0 R', FORMS), stream(4, '/A Do'), ...nestedForms(levels, calls));
  expect(all(8, '/A Do /A Do')).toBeNull();
  expect(all(24, '/A Do /A Do')).toBe(1);
  expect(all(24, '/A Do /#42 Do')).toBe(1);
  expect(all(150, '/A Do')).toBeNull();
});

test('what a page inherits and what its forms leave to it are looked up', () => {
  const parent = `2 0 obj\n<< /Type /Pages /Kids [1 0 R] ${FORMS} >>\nendobj\n`;
  expect(overdrawnPage(parent, page(1, '4 0 R', '/Parent 2 0 R'), stream(4, '/A Do'), ...nestedForms(24, '/A Do /A Do'))).toBe(1);
});

test('a form that draws itself is counted once', () => {
  expect(overdrawnPage(page(1, '4 0 R', FORMS), stream(4, '/A Do'), stream(100, '/A Do /A Do', `/Subtype /Form ${FORMS} `))).toBeNull();
});
