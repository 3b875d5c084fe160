import { statSync } from 'node:fs';
import { createRequire } from 'node:module';

const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/** Suites in the order in which a person wants to hear of them: what is quick first, what starts a browser last, and of these the long ones first, so that none is left alone at the end. */
export default class FastFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => rankOf(one.path) - rankOf(other.path) || sizeOf(other.path) - sizeOf(one.path) || (one.path < other.path ? -1 : 1));
  }
}

function rankOf(path) {
  if (/[\\/]tests[\\/]e2e[\\/]/.test(path)) return 2;
  return /[\\/]tests[\\/](?:excel|readers|scripts|cli)[\\/]/.test(path) ? 1 : 0;
}

/** How much a suite in the browser says: the only measure that a machine has which never ran it. */
function sizeOf(path) {
  return rankOf(path) === 2 ? statSync(path).size : 0;
}
