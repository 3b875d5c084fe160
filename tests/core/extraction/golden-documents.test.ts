import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractAgreement } from '../../../src/core/extraction/extract-agreement';
import { readOutput } from '../../../src/cli/answers/read-output';
import { readText } from '../../../src/readers/text';

/** Documents of our own with what a correct reading says of them beside them, in the form that the command line prints. */
const FOLDER = join(__dirname, '../../cases/documents');
const names = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));

describe('golden documents', () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(4);
  });

  it.each(names)('%s', async (name) => {
    const document = await readText(name, new Uint8Array(readFileSync(join(FOLDER, name))));
    if (!document.ok) throw new Error(document.failure.code);
    const expected: unknown = JSON.parse(readFileSync(join(FOLDER, name.replace(/txt$/, 'json')), 'utf8'));
    const { accounting, ...read } = JSON.parse(JSON.stringify(readOutput(extractAgreement(document.value)))) as { accounting: Record<string, unknown> };
    expect(read).toEqual(expected);
    expect(accounting).toMatchObject({ unaccounted: 0, unaccountedPlaces: [] });
  });
});
