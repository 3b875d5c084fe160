import { createRequire } from 'node:module';

const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/** Suites in the order in which a person wants to hear of them: what is quick first, what starts a browser last. */
export default class FastFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => rankOf(one.path) - rankOf(other.path) || (one.path < other.path ? -1 : 1));
  }
}

function rankOf(path) {
  if (/[\\/]tests[\\/]e2e[\\/]/.test(path)) return 2;
  return /[\\/]tests[\\/](?:excel|readers|scripts|cli)[\\/]/.test(path) ? 1 : 0;
}
