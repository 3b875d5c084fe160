import { changedTicks, standingTicks, tickableFigures } from '../../../src/core/import-store/ticks';
import { agreementOf, initiativeOf } from '../../support/sample-agreement';

const before = agreementOf([initiativeOf('SletDet', 2, '1,0 1,0 1,0 1,0 4,0', [])]);
const after = agreementOf([initiativeOf('SletDet', 2, '1,0 2,0 1,0 1,0 5,0', [])]);
const TICK = { by: 'AH', at: '2026-11-28T10:00:00Z' };

it('names every figure of a row by its row and column, each once', () => {
  const keys = tickableFigures(before).map(({ key }) => key);
  expect(keys).toEqual(['I1/year:2026', 'I1/year:2027', 'I1/year:2028', 'I1/year:2029', 'I1/printed-total']);
});

it('ticks figures off and takes ticks away, and leaves out what is no figure', () => {
  const ticked = changedTicks({}, before, ['I1/year:2026', 'I9/year:2026'], TICK);
  expect(Object.keys(ticked)).toEqual(['I1/year:2026']);
  expect(ticked['I1/year:2026']).toMatchObject(TICK);
  expect(changedTicks(ticked, before, ['I1/year:2026'], null)).toEqual({});
});

it('does not count a figure as seen once it is another one', () => {
  const ticked = changedTicks({}, before, ['I1/year:2026', 'I1/year:2027', 'I1/printed-total'], TICK);
  expect(Object.keys(standingTicks(ticked, after))).toEqual(['I1/year:2026']);
  expect(standingTicks(ticked, before)).toEqual(ticked);
});
