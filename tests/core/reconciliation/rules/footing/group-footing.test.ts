import { reconcile } from '../../../../../src/core/reconciliation/engine';
import { groupFooting } from '../../../../../src/core/reconciliation/rules/footing/group-footing';
import { buildAgreement } from '../../../../support/agreement-builder';
import { testRule } from '../../../../support/rule-tester';

testRule('group-footing', [
  {
    name: 'adds initiatives to groups and groups to the grand total',
    agreement: `
      group Sundhed
      #1 BED
      | år | 2022 | I alt |
      | = BED | 14,8 | 14,8 |
      group Arbejde
      #2 Jobbanken
      | = Jobbanken | 6,7 | 6,7 |
      totals
      | = I alt | 22,5 | 22,5 |
      | ~ Sundhed i alt @ Sundhed | 14,8 | 14,8 |
    `,
    checks: ['differs | I alt | 2022 | 22,5 | 21,5 | -1,0 | 0,15', 'differs | I alt | total | 22,5 | 21,5 | -1,0 | 0,15', 'agrees | Sundhed i alt | 2022 | 14,8 | 14,8 | 0,0 | 0,0', 'agrees | Sundhed i alt | total | 14,8 | 14,8 | 0,0 | 0,0'],
    messages: ['14,8 + 6,7 = 21,5, men i alt står der 22,5: forskel -1,0 mio. kr. (højst 0,15 kan skyldes afrunding).'],
  },
  {
    name: 'leaves a sum open when a row was not read',
    agreement: `
      group Sundhed
      #1 BED
      | år | 2022 | I alt |
      | = BED | ? | 14,8 |
      totals
      | ~ Sundhed i alt @ Sundhed | 14,8 | 14,8 |
    `,
    checks: ['not-checkable warning | Sundhed i alt | 2022 | 14,8', 'agrees | Sundhed i alt | total | 14,8 | 14,8 | 0,0 | 0,0'],
  },
  {
    name: 'leaves a sum open when a line among its rows made no row',
    agreement: `
      group Sundhed
      #1 BED
      | år | 2022 | I alt |
      | = BED | 4,8 | 4,8 |
      unread cell-count | Vagt 10,0 ny 10,0
      totals
      | ~ Sundhed i alt @ Sundhed | 14,8 | 14,8 |
    `,
    checks: ['not-checkable warning | Sundhed i alt | 2022 | 14,8', 'not-checkable warning | Sundhed i alt | total | 14,8'],
    messages: ['Summen kan ikke kontrolleres: en række mellem dem, der lægges sammen, kunne ikke læses.'],
  },
]);

describe('how much is read', () => {
  /** How often the rule asks for a group, in an agreement of so many groups of one initiative each, all with printed sums. */
  function countGroupReads(groups: number): number {
    const names = Array.from({ length: groups }, (_, index) => `Område ${index + 1}`);
    const agreement = buildAgreement(`
      ${names.map((name) => `group ${name}\n#1 Tilskud til ${name}\n| år | 2026 | I alt |\n| = Tilskud | 1,0 | 1,0 |`).join('\n')}
      totals
      | = I alt | ${groups},0 | ${groups},0 |
      ${names.map((name) => `| ~ ${name} i alt @ ${name} | 1,0 | 1,0 |`).join('\n')}
    `);
    let reads = 0;
    const counted = <T extends { readonly group: readonly string[] }>(one: T): T => Object.defineProperty({ ...one }, 'group', { get: () => ((reads += 1), one.group) });
    const checks = reconcile({ ...agreement, initiatives: agreement.initiatives.map(counted), totals: agreement.totals.map(counted) }, [], { rules: [groupFooting] });
    expect(checks.filter((check) => check.outcome === 'agrees')).toHaveLength(2 * (groups + 1));
    return reads;
  }

  it('grows with the document, not with its square', () => {
    expect(countGroupReads(80)).toBeLessThanOrEqual(8.5 * countGroupReads(10));
  });
});
