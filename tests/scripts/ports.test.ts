import { createServer, type AddressInfo, type Server } from 'node:net';
import { choosePort } from '../../scripts/choose-port.mjs';
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

  it('is the one that a person insists on, any free one for 0, and none with the reason where that is taken or is no port', async () => {
    expect(await choosePort('0')).toEqual({ number: 0, line: '' });
    for (const wanted of [String(taken), '65536', '-1', '30.5', 'abc']) expect(await choosePort(wanted)).toEqual({ number: null, line: expect.stringMatching(new RegExp(`^Port ${wanted} is in use[^\\n]*\\.$`)) });
    await new Promise((resolve) => server.close(resolve));
    expect(await choosePort(String(taken))).toEqual({ number: taken, line: '' });
  });
});
