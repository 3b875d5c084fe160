// @ts-check
import { createServer } from 'node:net';

/** The two addresses that "localhost" may mean; a browser tries both. */
const LOOPBACKS = ['127.0.0.1', '::1'];

/**
 * Whether nothing listens at a port of this machine yet.
 * @param {number} port
 */
export async function isPortFree(port) {
  for (const host of LOOPBACKS) {
    if (await isTaken(port, host)) return false;
  }
  return true;
}

/**
 * The first port from one on at which nothing listens; null when all of them are taken.
 * @param {number} first
 * @param {number} count
 */
export async function findFreePort(first, count) {
  for (let port = first; port < first + count; port += 1) {
    if (await isPortFree(port)) return port;
  }
  return null;
}

/**
 * Whether somebody listens at an address; an address that this machine does not have is not taken.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function isTaken(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(!('code' in error && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'))));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}
