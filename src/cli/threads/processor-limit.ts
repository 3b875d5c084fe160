/** What the processor and the wall have used since the program began. Units: milliseconds. */
export interface Clocks {
  /** By all threads of the process together. */
  readonly processor: () => number;
  readonly wall: () => number;
}

const OWN_CLOCKS: Clocks = {
  processor: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  wall: () => performance.now(),
};

/** A thread that gets no processor at all is given up after so many times its limit. */
const MOST_WALL_TIMES = 6;
/** The processor is asked again after so long at the least. Units: milliseconds. */
const LEAST_WAIT_MS = 20;

/**
 * Calls back once when a thread has had its limit of processor time, so that a paper is not given up because the machine is busy with something else.
 * Node does not tell the time of one thread: each of the threads at work is taken to have had the same share of the time of all.
 * @param limitMs processor time of one thread, in milliseconds; never called back before as much has passed on the wall
 * @param threadsAtWork how many threads share the processor now
 * @returns what calls it off
 */
export function afterProcessorTime(limitMs: number, threadsAtWork: () => number, callBack: () => void, { processor, wall }: Clocks = OWN_CLOCKS): () => void {
  const began = { processor: processor(), wall: wall() };
  const look = (): void => {
    const left = limitMs - (processor() - began.processor) / Math.max(threadsAtWork(), 1);
    if (left <= 0 || wall() - began.wall >= limitMs * MOST_WALL_TIMES) callBack();
    else timer = setTimeout(look, Math.max(left, LEAST_WAIT_MS));
  };
  let timer = setTimeout(look, limitMs);
  return () => clearTimeout(timer);
}
