import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADDIN_VERSION } from '../../src/core/import-store/addin-version';

it('is the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  expect(ADDIN_VERSION).toBe(version);
});
