import { createAnswerer } from '../../src/cli/threads/answering';
import { type FileSource, type Terminal } from '../../src/cli/command';

/** Files read in the test's own thread, one at a time. */
export function answerHere(source: FileSource): Terminal['startAnswerers'] {
  return (command, call) => ({ ...createAnswerer(command, call, source), atATime: 1, close: () => Promise.resolve() });
}
