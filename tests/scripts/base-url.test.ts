import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chosenBaseUrl, DEFAULT_BASE_URL, rebaseManifest } from '../../scripts/base-url';

const MANIFEST = readFileSync(join(resolve(__dirname, '../..'), 'manifest.xml'), 'utf8');

describe('chosenBaseUrl', () => {
  it.each([
    [[], {}, DEFAULT_BASE_URL],
    [['--base-url', 'https://example.org/reserve/'], {}, 'https://example.org/reserve'],
    [['--base-url=https://example.org'], {}, 'https://example.org'],
    [[], { RESERVE_BASE_URL: 'https://example.org/a/b' }, 'https://example.org/a/b'],
    [['--base-url', 'https://one.example'], { RESERVE_BASE_URL: 'https://two.example' }, 'https://one.example'],
    [[], { RESERVE_BASE_URL: '' }, DEFAULT_BASE_URL],
  ])('%j with %j is %s', (args, environment, expected) => {
    expect(chosenBaseUrl(args, environment)).toBe(expected);
  });

  it.each([
    ['http://example.org', 'https://'],
    ['example.org', 'not an address'],
    ['https://example.org/?a=1', 'nothing more'],
    ['https://user@example.org/', 'nothing more'],
  ])('refuses %s', (text, says) => {
    expect(() => chosenBaseUrl(['--base-url', text], {})).toThrow(says);
  });
});

describe('rebaseManifest', () => {
  it('moves every address and nothing else', () => {
    const moved = rebaseManifest(MANIFEST, 'https://example.org/reserve');
    expect(moved).not.toContain('localhost');
    expect(moved.match(/https:\/\/example\.org\/reserve\//g)?.length).toBe(MANIFEST.match(/https:\/\/localhost:3000\//g)?.length);
    expect(rebaseManifest(moved, DEFAULT_BASE_URL)).toBe(moved);
  });

  it('keeps the manifest well-formed with signs that XML escapes', () => {
    expect(rebaseManifest('<a b="https://localhost:3000/x"/>', "https://example.org/a&b$'")).toBe('<a b="https://example.org/a&amp;b$\'/x"/>');
  });
});
