import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { RULE_INFOS, RULES, ruleInfo } from '../../../src/core/reconciliation/registry';

const ROOT = resolve(__dirname, '../../..');
const IDS = RULE_INFOS.map((rule) => rule.id);

describe('registry', () => {
  it('names every rule once', () => {
    expect(new Set(IDS).size).toBe(IDS.length);
    expect(ruleInfo('column-footing')?.title.en).toBe('Sum of components');
    expect(ruleInfo('no-such-rule')).toBeNull();
  });

  it.each(IDS)('%s has code, a test and a page of its name', (id) => {
    const isOverAgreement = RULES.some((rule) => rule.id === id);
    const code = isOverAgreement ? `src/core/reconciliation/rules/${id}.ts` : `src/core/reconciliation/${id}.ts`;
    for (const path of [code, `tests/core/reconciliation/rules/${id}.test.ts`, `docs/rules/${id}.md`]) {
      expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
    }
  });

  it.each([
    ['src/core/reconciliation/rules', '.ts'],
    ['tests/core/reconciliation/rules', '.test.ts'],
    ['docs/rules', '.md'],
  ])('%s holds nothing that is not registered', (folder, ending) => {
    const names = readdirSync(join(ROOT, folder)).map((name) => basename(name, ending));
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
