import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RULE_INFOS } from '../../../src/core/reconciliation/registry';
import { parseCases } from '../../support/case-file';
import { checkLine } from '../../support/check-lines';
import { gridLines } from '../../support/grid-text';
import { importChecks } from '../../support/import-text';
import { ownTableLines } from '../../support/own-table-text';
import { checksOf } from '../../support/rule-tester';

/** Rules whose input is a worksheet or a workbook instead of an agreement. */
const READERS: Readonly<Record<string, (input: string) => string[]>> = {
  'worksheet-footing': gridLines,
  'edited-after-import': (input) => importChecks(input).map(checkLine),
  'own-table-tie-out': ownTableLines,
};

/** The outcomes that a rule can have; `rounding` is agrees-within-rounding. A rule that only observes never rounds; one that names gaps never agrees. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  'administration-share': ['agrees', 'differs'],
  'amount-missing': ['agrees', 'differs', 'not-checkable'],
  'caption-matches-title': ['agrees', 'differs', 'not-checkable'],
  'count-tie-out': ['agrees', 'differs', 'not-checkable'],
  'duplicate-initiative': ['agrees', 'differs'],
  'edited-after-import': ['agrees', 'differs', 'not-checkable'],
  'header-years': ['differs'],
  'of-which-within': ['agrees', 'differs', 'not-checkable'],
  'period-tie-out': ['agrees', 'differs', 'not-checkable'],
  'pool-within-initiative': ['agrees', 'differs', 'not-checkable'],
  'price-level-stated': ['agrees', 'differs', 'not-checkable'],
  'recommendation-tie-out': ['agrees', 'differs'],
  'uncovered-figure': ['not-checkable'],
  'unit-stated': ['agrees', 'differs', 'not-checkable'],
};
const ALL_OUTCOMES = ['agrees', 'rounding', 'differs', 'not-checkable'];

const FILES = readdirSync(__dirname).filter((name) => name.endsWith('.case'));

describe('conformance suite', () => {
  it('covers every rule and has at least 200 cases', () => {
    expect(FILES.map((name) => basename(name, '.case')).sort()).toEqual(RULE_INFOS.map((rule) => rule.id).sort());
    expect(FILES.flatMap((name) => casesOf(name)).length).toBeGreaterThanOrEqual(200);
  });

  describe.each(FILES.map((name) => [basename(name, '.case'), name] as const))('%s', (rule, name) => {
    const cases = casesOf(name);

    it('names no two cases alike', () => {
      expect(new Set(cases.map((one) => one.name)).size).toBe(cases.length);
    });

    it('has a case of every outcome that the rule can have', () => {
      const found = new Set(cases.flatMap(({ checks }) => checks.flatMap((check) => ALL_OUTCOMES.find((outcome) => new RegExp(`^${outcome}(?![\\w-])`).test(check)) ?? [])));
      expect([...found].sort()).toEqual([...(OUTCOMES[rule] ?? ALL_OUTCOMES)].sort());
    });

    it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
      const read = READERS[rule] ?? ((input: string) => checksOf(rule, input).map(checkLine));
      expect(read(one.input)).toEqual(one.checks);
    });
  });
});

function casesOf(name: string): ReturnType<typeof parseCases> {
  return parseCases(readFileSync(join(__dirname, name), 'utf8'));
}
