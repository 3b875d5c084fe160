import { createServer } from 'node:net';

/** The two addresses that "localhost" may mean; a browser tries both. */
const LOOPBACKS = ['127.0.0.1', '::1'];

/** Whether nothing listens at a port of this machine yet. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of LOOPBACKS) {
    if (await isTaken(port, host)) return false;
  }
  return true;
}

/** The first port from one on at which nothing listens; null when all of them are taken. */
export async function findFreePort(first: number, count: number): Promise<number | null> {
  for (let port = first; port < first + count; port += 1) {
    if (await isPortFree(port)) return port;
  }
  return null;
}

/** Whether somebody listens at an address; an address that this machine does not have is not taken. */
function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT'));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}
