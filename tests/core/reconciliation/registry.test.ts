import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { RULE_INFOS, ruleInfo } from '../../../src/core/reconciliation/registry';
import { listFiles } from '../../support/source-files';

const ROOT = resolve(__dirname, '../../..');
const IDS = RULE_INFOS.map((rule) => rule.id);
const CODE = listFiles(ROOT, 'src/core/reconciliation');

describe('registry', () => {
  it('names every rule once', () => {
    expect(new Set(IDS).size).toBe(IDS.length);
    expect(ruleInfo('column-footing')?.title.en).toBe('Sum of components');
    expect(ruleInfo('no-such-rule')).toBeNull();
  });

  it.each(IDS)('%s has code, a test and a page of its name', (id) => {
    const code = CODE.find((path) => basename(path) === `${id}.ts`) ?? `${id}.ts`;
    for (const path of [code, code.replace(/^src\/(.*)\.ts$/, 'tests/$1.test.ts'), `docs/rules/${id}.md`]) {
      expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
    }
  });

  it.each([
    ['src/core/reconciliation/rules', '.ts'],
    ['tests/core/reconciliation/rules', '.test.ts'],
    ['docs/rules', '.md'],
  ])('%s holds nothing that is not registered', (folder, ending) => {
    const names = listFiles(ROOT, folder).map((path) => basename(path, ending));
    expect(names.filter((name) => !IDS.includes(name) && name !== 'README')).toEqual([]);
  });

  it.each(IDS)('the page of %s gives its title and its reference', (id) => {
    const page = readFileSync(join(ROOT, 'docs/rules', `${id}.md`), 'utf8');
    const info = ruleInfo(id);
    expect(page).toContain(`# ${id}`);
    expect(page).toContain(info?.title.en ?? '-');
    expect(page).toContain(info?.reference ?? '-');
  });

  it('says everything in both languages', () => {
    for (const rule of RULE_INFOS) {
      expect(rule.title.da).not.toBe('');
      expect(rule.title.en).not.toBe('');
      expect(rule.reference.length).toBeGreaterThan(10);
    }
  });
});
