import { createServer, type AddressInfo, type Server } from 'node:net';
import { findFreePort, isPortFree } from '../../scripts/ports.mjs';

let server: Server;
let taken: number;

beforeEach(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  taken = (server.address() as AddressInfo).port;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

describe('ports', () => {
  it('is not free while somebody listens at one of the two addresses of localhost', async () => {
    expect(await isPortFree(taken)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await isPortFree(taken)).toBe(true);
  });

  it('goes on to the next free one, and gives up after as many as it may try', async () => {
    expect(await findFreePort(taken, 20)).toBeGreaterThan(taken);
    expect(await findFreePort(taken, 1)).toBeNull();
  });
});
