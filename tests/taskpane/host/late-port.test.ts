import { succeed } from '../../../src/core/failure';
import { latePort } from '../../../src/taskpane/host/late-port';
import { type WorkbookPort } from '../../../src/excel/workbook-port';

type WholePort = Required<WorkbookPort>;

function portThat(parts: Partial<WholePort>): WholePort {
  return parts as WholePort;
}

it('connects at the first question, once, and passes every question on with its answer', async () => {
  let connected = 0;
  const asked: unknown[] = [];
  const port = latePort(() => {
    connected += 1;
    return Promise.resolve(portThat({ removeImport: (id) => (asked.push(id), Promise.resolve(succeed(null))) }));
  });
  expect(connected).toBe(0);
  expect(await Promise.all([port.removeImport('a'), port.removeImport('b')])).toEqual([succeed(null), succeed(null)]);
  expect([connected, asked]).toEqual([1, ['a', 'b']]);
});

it('tries again after it could not be connected', async () => {
  let tries = 0;
  const port = latePort(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('no network')) : Promise.resolve(portThat({ removeImport: () => Promise.resolve(succeed(null)) }));
  });
  await expect(port.removeImport('a')).rejects.toThrow('no network');
  expect(await port.removeImport('a')).toEqual(succeed(null));
});

it('listens from the moment it is connected, and stops also what has not begun', async () => {
  const listeners = new Set<unknown>();
  const port = latePort(() => Promise.resolve(portThat({ onStateChanged: (listener) => (listeners.add(listener), () => listeners.delete(listener)) })));
  const kept = (): void => undefined;
  port.onStateChanged(kept);
  port.onStateChanged(() => undefined)();
  await new Promise((resolve) => setTimeout(resolve));
  expect([...listeners]).toEqual([kept]);
});
