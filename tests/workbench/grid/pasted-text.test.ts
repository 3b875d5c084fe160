import { splitLines } from '../../../src/workbench/grid/pasted-text';

test.each([
  ['a\tb\nc\td\n', [['a', 'b'], ['c', 'd']]],
  ['a\tb\r\nc\td', [['a', 'b'], ['c', 'd']]],
  ['1.234,5', [['1.234,5']]],
  ['"to\nlinjer"\tx\n', [['to\nlinjer', 'x']]],
  ['"han sagde ""ja"""\tx', [['han sagde "ja"', 'x']]],
  ['5" rør\tx', [['5" rør', 'x']]],
  ['a\t\tb\n\nc\t', [['a', '', 'b'], [''], ['c', '']]],
  ['', []],
])('%j', (text, cells) => {
  expect(splitLines(text)).toEqual(cells);
});
