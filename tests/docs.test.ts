import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { listFiles } from './support/source-files';

const ROOT = resolve(__dirname, '..');
const PAGES = ['README.md', ...listFiles(ROOT, 'docs').filter((file) => file.endsWith('.md'))];
const SCRIPTS = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly scripts: Record<string, string> }).scripts;

/** The links of a page to other files of the project. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8').replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target).filter((target) => !/^([a-z]+:|#)/.test(target));
}

describe('pages', () => {
  it('link to files that exist', () => {
    const broken = PAGES.flatMap((page) => linksOf(page).flatMap((target) => (existsSync(join(ROOT, dirname(page), target.replace(/#.*/, ''))) ? [] : `${page}: ${target}`)));
    expect(broken).toEqual([]);
  });

  it('name commands that exist', () => {
    const named = PAGES.flatMap((page) => [...readFileSync(join(ROOT, page), 'utf8').matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, name = '']) => `${page}: ${name}`));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((entry) => SCRIPTS[entry.replace(/^.*: /, '')] === undefined)).toEqual([]);
  });
});

describe('commands', () => {
  it('run files that exist', () => {
    const missing = Object.entries(SCRIPTS).flatMap(([name, command]) => [...command.matchAll(/tsx (\S+)/g)].flatMap(([, file = '']) => (existsSync(join(ROOT, file)) ? [] : `${name}: ${file}`)));
    expect(missing).toEqual([]);
  });
});
