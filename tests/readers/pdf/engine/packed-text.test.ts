import { packingPort, unpackingPort } from '../../../../src/readers/pdf/engine/packed-text';
import { type MessagePortLike } from '../../../../src/readers/pdf/engine/parser-line';

/** Two ends of a line on which everything is copied, and what was posted on it. */
function makeLine(): { readonly posted: unknown[]; readonly parsers: MessagePortLike; readonly heard: unknown[]; readonly readers: MessagePortLike } {
  const listeners = new Set<(event: { readonly data: unknown }) => void>();
  const posted: unknown[] = [];
  const port: MessagePortLike = {
    postMessage(message) {
      const data: unknown = structuredClone(message);
      posted.push(data);
      for (const listener of listeners) listener({ data });
    },
    addEventListener: (_, listener) => void listeners.add(listener),
    removeEventListener: (_, listener) => void listeners.delete(listener),
  };
  const readers = unpackingPort(port);
  const heard: unknown[] = [];
  readers.addEventListener('message', ({ data }) => void heard.push(data));
  return { posted, parsers: packingPort(port), heard, readers };
}

const item = (str: string, more: object = {}) => ({ str, dir: 'ltr', width: 12.25, height: 9, transform: [9, 0, 0.5, 9, 70.123456789, 700], fontName: 'g_d0_f1', hasEOL: false, ...more });
const message = (streamId: number, items: readonly object[], styles: object = {}) => ({ targetName: 'd0', sourceName: 'd0_worker', stream: 4, streamId, chunk: { items, styles, lang: 'da' } });

it('brings text items across as they were, whatever they are', () => {
  const { parsers, heard } = makeLine();
  const items = [item('I alt'), item('', { hasEOL: true, width: 0, fontName: 'g_d0_f2' }), item('אב', { dir: 'rtl', transform: [-1, 0, 0, -1, -0.1, 1e-9] }), item('縦', { dir: 'ttb', hasEOL: true })];
  parsers.postMessage(message(1, items, { g_d0_f1: { ascent: 0.9 } }));
  parsers.postMessage({ stream: 2, streamId: 1 });
  expect(heard).toEqual([message(1, items, { g_d0_f1: { ascent: 0.9 } }), { stream: 2, streamId: 1 }]);
});

it('gathers what comes in small parts, in order, and keeps pages apart', () => {
  const { parsers, heard, posted } = makeLine();
  parsers.postMessage(message(1, [item('a')], { one: {} }));
  parsers.postMessage(message(1, [item('b')], { two: {} }));
  parsers.postMessage(message(2, [item('c')]));
  parsers.postMessage({ stream: 2, streamId: 2 });
  expect(posted).toHaveLength(3);
  expect(heard).toEqual([message(1, [item('a'), item('b')], { one: {}, two: {} }), message(2, [item('c')]), { stream: 2, streamId: 2 }]);
});

it('takes a part as it was when it was sent', () => {
  const { parsers, heard } = makeLine();
  const part = message(1, [item('a')]);
  parsers.postMessage(part);
  part.chunk.items = [];
  parsers.postMessage({ stream: 2, streamId: 1 });
  expect(heard[0]).toEqual(message(1, [item('a')]));
});

it('sends a full page of items at once, and the last part of a parser that waits soon after', async () => {
  const { parsers, heard } = makeLine();
  parsers.postMessage(message(1, Array.from({ length: 100 }, () => item('a'))));
  expect(heard).toHaveLength(1);
  parsers.postMessage(message(1, [item('b')]));
  expect(heard).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(heard).toHaveLength(2);
});

it('leaves everything else alone: marks among the items, and a listener that has gone hears nothing', () => {
  const { parsers, heard, readers } = makeLine();
  const marked = message(1, [item('a'), { type: 'beginMarkedContent', tag: 'P' }]);
  const listener = jest.fn();
  readers.addEventListener('message', listener);
  readers.removeEventListener('message', listener);
  parsers.postMessage(marked);
  expect(heard).toEqual([marked]);
  expect(listener).not.toHaveBeenCalled();
});
