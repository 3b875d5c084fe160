import { scrollFor } from '../../../src/workbench/grid/reveal';

const WIDE_FROZEN = { frozen: 518, scrolled: 0, room: 377 };

test('a cell that is seen, or stands still, moves nothing', () => {
  expect(scrollFor(WIDE_FROZEN, 600, 680, 'amid')).toBe(0);
  expect(scrollFor({ ...WIDE_FROZEN, scrolled: 900 }, 100, 200, 'amid')).toBe(900);
});

test.each([
  ['beyond the far edge', 0, 1200, 1280],
  ['before the near edge, behind the frozen columns', 700, 900, 980],
  ['cut by the far edge', 0, 850, 930],
  ['wider than the room', 0, 1200, 1700],
])('a cell %s comes into sight whole, or from its start', (_, scrolled, start, end) => {
  for (const coming of ['edge', 'amid'] as const) {
    const now = scrollFor({ ...WIDE_FROZEN, scrolled }, start, end, coming);
    const [first, last] = [start - WIDE_FROZEN.frozen, end - WIDE_FROZEN.frozen];
    expect(now).toBeLessThanOrEqual(first);
    expect(now + WIDE_FROZEN.room).toBeGreaterThanOrEqual(Math.min(last, first + WIDE_FROZEN.room));
  }
});

test('the keyboard moves a sheet no further than it has to', () => {
  expect(scrollFor(WIDE_FROZEN, 850, 930, 'edge')).toBe(930 - 518 + 14 - 377);
  expect(scrollFor({ ...WIDE_FROZEN, scrolled: 700 }, 900, 980, 'edge')).toBe(900 - 518);
});
