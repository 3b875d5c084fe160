import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedCatalogue } from '../../scripts/shared-catalogue';

const BUILT_IN = join(__dirname, '../../assets/catalogue');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('sharedCatalogue', () => {
  it('is an empty index where an organisation has none', async () => {
    const files = await sharedCatalogue(null);
    expect([...files.keys()]).toEqual(['catalogue/index.json']);
    expect(JSON.parse(files.get('catalogue/index.json') ?? '')).toMatchObject({ format: 'reserve-catalogue', agreements: [] });
  });

  it('is the folder that the index describes, and nothing else that lies in it', async () => {
    cpSync(BUILT_IN, folder, { recursive: true });
    writeFileSync(join(folder, 'notes.txt'), 'not of the catalogue');
    const files = await sharedCatalogue(folder);
    const index = JSON.parse(files.get('catalogue/index.json') ?? '') as { agreements: { file: string }[] };
    expect(index.agreements.length).toBeGreaterThan(0);
    expect([...files.keys()].sort()).toEqual(['catalogue/index.json', ...index.agreements.map(({ file }) => `catalogue/${file}`)].sort());
  });

  it('refuses a folder that is not whole', async () => {
    await expect(sharedCatalogue(folder)).rejects.toThrow('index.json');
    cpSync(join(BUILT_IN, 'index.json'), join(folder, 'index.json'));
    await expect(sharedCatalogue(folder)).rejects.toThrow('ENOENT');
    writeFileSync(join(folder, 'index.json'), '{}');
    await expect(sharedCatalogue(folder)).rejects.toThrow('not the index of a catalogue');
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ format: 'reserve-catalogue', agreements: [{ file: '../secret.json' }] }));
    await expect(sharedCatalogue(folder)).rejects.toThrow('not a file of a catalogue');
  });
});
