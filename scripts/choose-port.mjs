// @ts-check
import { findFreePort, isPortFree } from './ports.mjs';

export const DEFAULT_PORT = 3000;
const TRIED_PORTS = 50;

/**
 * The port that a person insists on, else the first free one, with what is to be said about it: nothing where it is the usual one.
 * Shape: `number` is null where there is none, and `line` says why; 0, when it is insisted on, is any that the system has free.
 * @param {string | undefined} wanted
 * @returns {Promise<{ readonly number: number | null, readonly line: string }>}
 */
export async function choosePort(wanted) {
  if (wanted !== undefined && wanted !== '') {
    const number = Number(wanted);
    const isFree = Number.isInteger(number) && number >= 0 && number < 65_536 && (number === 0 || (await isPortFree(number)));
    return isFree ? { number, line: '' } : { number: null, line: `Port ${wanted} is in use by another program, or is no port. Set PORT to another one, or to none at all for the first free one.` };
  }
  const number = await findFreePort(DEFAULT_PORT, TRIED_PORTS);
  if (number === null) return { number, line: `The ports ${DEFAULT_PORT} to ${DEFAULT_PORT + TRIED_PORTS - 1} are all in use. Set PORT to a free one.` };
  return { number, line: number === DEFAULT_PORT ? '' : `Port ${DEFAULT_PORT} is in use by another program.` };
}
