import { forgetForNow } from '../../src/workbench/demo/fresh-memory';

/** What a browser keeps: its entries are its own properties. */
function storageOf(entries: Readonly<Record<string, string>>): Storage {
  const hidden = (value: unknown): PropertyDescriptor => ({ value, enumerable: false });
  const storage = { ...entries } as Record<string, string>;
  return Object.defineProperties(storage, {
    clear: hidden(() => Object.keys(storage).forEach((key) => delete storage[key])),
    setItem: hidden((key: string, value: string) => void (storage[key] = value)),
  }) as unknown as Storage;
}

test.each([
  ['when it is asked for', (giveBack: () => void) => giveBack()],
  ['when the page is left', (_giveBack: () => void, page: EventTarget) => page.dispatchEvent(new Event('pagehide'))],
])('what was remembered is away and comes back %s, in place of what was remembered meanwhile', (_, end) => {
  const [storage, page] = [storageOf({ 'reserve.signer': 'AB' }), new EventTarget()];
  const giveBack = forgetForNow(() => storage, page);
  expect({ ...storage }).toEqual({});
  storage.setItem('reserve.signer', 'demo');
  storage.setItem('reserve.first', '1');
  end(giveBack, page);
  expect({ ...storage }).toEqual({ 'reserve.signer': 'AB' });
  storage.setItem('reserve.signer', 'CD');
  giveBack();
  expect({ ...storage }).toEqual({ 'reserve.signer': 'CD' });
});

test('where the browser keeps nothing, nothing is forgotten', () => {
  const blocked = (): Storage => {
    throw new DOMException('blocked', 'SecurityError');
  };
  expect(forgetForNow(blocked, new EventTarget())).not.toThrow();
});
