// @ts-check
import { readFileSync } from 'fs';

/**
 * What to tell a person whose Node is older than package.json asks for; null where it is not.
 * Written for any Node that knows modules, so that it can be asked before anything newer is loaded.
 * @param {string} version Node's own, "20.20.2"
 */
export function oldNode(version) {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const needed = engines.node.replace(/^[^\d]*/, '');
  return isOlder(version, needed) ? `Reserve needs Node ${needed} or later, and this is Node ${version}: get it from https://nodejs.org` : null;
}

/**
 * @param {string} version
 * @param {string} needed
 */
function isOlder(version, needed) {
  const have = version.split('.').map(Number);
  const want = needed.split('.').map(Number);
  const differing = want.findIndex((part, index) => part !== have[index]);
  return differing >= 0 && !(Number(have[differing]) > Number(want[differing]));
}
