import { afterProcessorTime } from '../../../src/cli/threads/processor-limit';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A machine that gives the process a share of each second: 1 is one whole processor. */
function machine(share: number) {
  const began = Date.now();
  const wall = (): number => Date.now() - began;
  return { wall, processor: () => wall() * share };
}

/** When a limit of 1,000 ms calls back, in milliseconds on the wall; null when it has not within ten seconds. */
function calledAt(share: number, threads = 1): number | null {
  let at: number | null = null;
  const clocks = machine(share);
  const callOff = afterProcessorTime(1000, () => threads, () => void (at = clocks.wall()), clocks);
  jest.advanceTimersByTime(10_000);
  callOff();
  return at;
}

it.each([
  ['a thread with a processor of its own', 1, 1, 1000],
  ['a process whose other threads work too', 2, 2, 1000],
  ['a process with two processors and one thread: never before its time on the wall', 2, 1, 1000],
])('calls back in time for %s', (_of, share, threads, at) => {
  expect(calledAt(share, threads)).toBe(at);
});

it('waits for a thread that a busy machine gives a quarter of a processor', () => {
  expect(calledAt(0.25)).toBeGreaterThanOrEqual(4000);
  expect(calledAt(0.5, 2)).toBeGreaterThanOrEqual(4000);
});

it('gives up a thread that gets no processor at all', () => {
  expect(calledAt(0)).toBeGreaterThanOrEqual(6000);
  expect(calledAt(0)).not.toBeNull();
});

it('does not call back once it is called off', () => {
  const callBack = jest.fn();
  afterProcessorTime(1000, () => 1, callBack, machine(1))();
  jest.advanceTimersByTime(10_000);
  expect(callBack).not.toHaveBeenCalled();
});
