import { deflateSync } from 'node:zlib';
import { BudgetSpent, filtersOf, unfiltered } from '../../../../src/readers/pdf/file/stream-filters';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const read = (data: Uint8Array, ...filters: string[]): string => Buffer.from(unfiltered(data, filters, 1000) ?? []).toString('latin1');
const TEXT = 'BT (Drift 1,0) Tj ET';

test.each([
  ['<< /Length 1 >>', []],
  ['<< /Filter /FlateDecode >>', ['FlateDecode']],
  ['<< /Filter/Fl/Length 1 >>', ['FlateDecode']],
  ['<< /Filter [/AHx /LZW] >>', ['ASCIIHexDecode', 'LZWDecode']],
  ['<< /Filter 7 0 R >>', null],
])('the filters of %s', (dictionary, expected) => {
  expect(filtersOf(dictionary)).toEqual(expected);
});

test('each filter is taken off, one after the other', () => {
  expect(read(deflateSync(TEXT), 'FlateDecode')).toBe(TEXT);
  expect(read(bytesOf(`${Buffer.from(TEXT).toString('hex')}>`), 'ASCIIHexDecode')).toBe(TEXT);
  expect(read(bytesOf(`${deflateSync(TEXT).toString('hex')}>`), 'ASCIIHexDecode', 'FlateDecode')).toBe(TEXT);
  expect(read(bytesOf('9jqo^BlbD-BleB1DJ+*+F(f,q~>'), 'ASCII85Decode')).toBe('Man is distinguished');
  expect(read(Uint8Array.of(2, 65, 66, 67, 254, 68, 128), 'RunLengthDecode')).toBe('ABCDDD');
  // Source: ISO 32000-1, 7.4.4.2, example 1.
  expect([...(unfiltered(Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01), ['LZWDecode'], 100) ?? [])]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
});

test('what cannot be unpacked is told apart from what is too much', () => {
  expect(unfiltered(bytesOf('x'), ['DCTDecode'], 100)).toBeNull();
  expect(() => unfiltered(deflateSync('a'.repeat(2000)), ['FlateDecode'], 1000)).toThrow(BudgetSpent);
  expect(() => unfiltered(new Uint8Array(100).fill(129), ['RunLengthDecode'], 1000)).toThrow(BudgetSpent);
});

test('damaged data count as far as they go', () => {
  const packed = deflateSync(TEXT.repeat(20));
  expect(read(packed.subarray(0, packed.length - 8), 'FlateDecode').startsWith('BT')).toBe(true);
});
