import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HeadlessExcel, startHeadlessExcel } from '../support/headless-excel';

let host: HeadlessExcel;

beforeEach(async () => {
  host = await startHeadlessExcel();
});

afterEach(() => host.close());

test('the script that a person runs in Excel gives here what its page expects', async () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'excel-acceptance.md'), 'utf8');
  const script = /```js\n([^]*?)```/.exec(page)?.[1] ?? '';
  const expected = [...(/run the script below \| (.*?) \|/.exec(page)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, text]) => text);
  const printed: unknown[] = [];
  const run = new Function('console', `return (async () => { ${script} })();`) as (console: { log: (...texts: unknown[]) => void }) => Promise<void>;
  await run({ log: (...texts) => printed.push(...texts) });
  await host.settled();
  expect(expected).toHaveLength(8);
  expect([...printed.slice(0, 6), printed.slice(6, 8).join(' '), printed.slice(8).join(' ').trim()]).toEqual(expected);
});
