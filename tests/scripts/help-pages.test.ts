import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { buildHelpPages } from '../../scripts/help-pages';

/** Whether a path of the help is a picture of the docs, which a build takes along as they are. */
function isPicture(path: string): boolean {
  return path.startsWith('help/pictures/') && existsSync(path.replace('help/', 'docs/'));
}

describe('buildHelpPages', () => {
  it('makes pages whose links lead to other pages of the help', async () => {
    const pages = await buildHelpPages();
    const broken = [...pages].flatMap(([path, text]) =>
      [...text.matchAll(/(?:href|src)="([^"#]+)(?:#[^"]*)?"/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^[a-z]+:/.test(target) && !pages.has(posix.join(posix.dirname(path), target)) && !isPicture(posix.join(posix.dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(pages.size).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  it('has every page that a function or a rule links to, in both languages of the functions', async () => {
    const pages = await buildHelpPages();
    for (const name of ['total', 'list', 'check']) for (const ending of ['.html', '.da.html']) expect(pages.has(`help/functions/${name}${ending}`)).toBe(true);
    for (const guide of ['help/user-guide.html', 'help/brugervejledning.html', 'help/accessibility.html']) expect(pages.has(guide)).toBe(true);
  });
});
